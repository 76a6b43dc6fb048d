"""The notes on a meeting and on all that stands on its page, each with what it is on."""

from __future__ import annotations

from html import escape
from itertools import groupby

from db import dates, vocabulary
from db.meeting_page import MeetingPage, Noted
from desktop.pages.markup import Marks, Page, record_link, text

HEADINGS = {
    "meeting": "On the meeting", "event": "On the event", "participation": "On participants",
    "outcome": "On outcomes", "quote": "On quotes", "reading": "On points in dispute", "note": "On notes",
    "source": "On sources of this page",
}  # fmt: skip
LONGEST_TITLE = 160


def notes(page: MeetingPage) -> Page:
    """All notes of the page as rich text, under what they are on."""
    if not page.notes:
        return Page(
            "<p class='quiet'>Nobody has written a note on this page yet.</p><p class='quiet'>Ctrl+Shift+N begins one: "
            "on the meeting, on the record whose form is open, or on words that you select in a source.</p>",
            {},
        )
    marks = Marks(page)
    order = list(HEADINGS)
    lines = sorted(page.notes, key=lambda note: order.index(note.record_kind))
    shown: list[str] = []
    for kind, group in groupby(lines, key=lambda note: note.record_kind):
        shown.append(f"<h2>{HEADINGS[kind]}</h2>")
        shown += [_note(note, marks) for note in group]
    return Page("".join(shown), marks.tips)


def _note(note: Noted, marks: Marks) -> str:
    where = _where(note)
    above = f"<p class='small' style='margin-bottom: 1px'>{where}</p>" if where else ""
    signed = f"{text(note.author, 'author not known')}, {escape(dates.words(note.day))}"
    return (
        f"{above}<p style='margin-bottom: 2px'>{record_link('note', note.uid, text(note.body), name=True)}"
        f"{marks.all_of('note', note.uid)}</p>"
        f"<p class='small' style='margin-bottom: 16px'>{signed}{_after(marks.tags('note', note.uid))}</p>"
    )


def _after(tags: str) -> str:
    return f"&nbsp; {tags}" if tags else ""


def _where(note: Noted) -> str:
    """What a note is on, as far as the heading does not say it: record, field, passage."""
    field = vocabulary.field_label(note.record_kind, note.field) if note.field else ""
    if note.record_kind in ("meeting", "event"):
        return text(field) if field else ""
    title = note.title if len(note.title) <= LONGEST_TITLE else note.title[: LONGEST_TITLE - 1] + "…"
    link = record_link(note.record_kind, note.record_uid, text(title))
    lost = " <span class='warn'>lost its place when the text was changed</span>" if note.anchor else ""
    passage = f"<br>“{text(note.passage)}”{lost}" if note.passage else ""
    return f"{link}{' · ' if field else ''}{text(field) if field else ''}{passage}"
