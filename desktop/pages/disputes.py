"""The points on which sources disagree: every reading with its sources, which one is followed, and why."""

from __future__ import annotations

from html import escape

from db.meeting_page import MeetingPage, ReadingLine
from desktop.pages.markup import Marks, act_width, below, record_link, text

FIELD_WORDS = {
    "starts": "the first day", "ends": "the last day", "city": "the city", "number": "the number", "title": "the title",
    "head_id": "the head of delegation", "head_title": "the title of the head", "role": "the role",
    "attendance": "the attendance", "act": "the act", "text": "the wording", "happened": "the day",
}  # fmt: skip

ADOPT, LEAVE_OPEN = "adopt", "open"
"""Links that are to follow a reading, or to leave its point open; its uid stands after a colon."""


def disputes(page: MeetingPage, marks: Marks, *, narrow: bool, writable: bool) -> str:
    """All points of a page; a writable one offers to follow another reading or none."""
    if not page.readings:
        return ""
    points: dict[tuple[str, str, str], list[ReadingLine]] = {}  # a reading may be added long after the others
    for line in page.readings:
        points.setdefault((line.record_kind, line.record_uid, line.about), []).append(line)
    shown = [
        _point(point, [_reading(line, marks, narrow=narrow, writable=writable) for line in point])
        for point in points.values()
    ]
    return f"<h2>Sources disagree ({len(points)})</h2>{''.join(shown)}"


def _point(point: list[ReadingLine], rows: list[str]) -> str:
    first = point[0]
    about = first.about[:1].upper() + first.about[1:]
    place = FIELD_WORDS.get(first.field or "", "")
    if place and place.split()[-1] not in about.lower():
        about += f" ({place})"
    named = f"<a name='{escape(first.uid)}'></a>"  # who is led to the first reading sees what it is about
    state = "" if any(line.adopted for line in point) else " &nbsp;<span class='warn'>left open</span>"
    table = f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>"
    return f"<p class='point'>{named}<b>{escape(about)}</b>{state}</p>{table}"


def _reading(line: ReadingLine, marks: Marks, *, narrow: bool, writable: bool) -> str:
    """A reading: what it says with the numbers of its sources, whether and why it is followed, and what can be done."""
    value = record_link("reading", line.uid, text(line.value), name=True) + marks.all_of("reading", line.uid)
    value = f"<b>{value}</b>" if line.adopted else value
    sign = "we&nbsp;follow" if line.adopted else ""
    cell = (
        value
        + _act(line, writable=writable)
        + _instead(line, writable=writable)
        + _why(line)
        + below(marks.tags("reading", line.uid))
    )
    if narrow:
        return f"<tr><td>{f'<span class=act>{sign}</span><br>' if sign else ''}{cell}</td></tr>"
    return f"<tr><td width='{act_width()}' class='act'>{sign}</td><td>{cell}</td></tr>"


def _why(line: ReadingLine) -> str:
    """Why a reading is followed, or another remark on it."""
    if line.reason and line.reason != line.value:
        return f"<br><span class='small'>{text(line.reason)}</span>"
    return "<br><span class='small'>no reason given</span>" if line.adopted and not line.reason else ""


def _instead(line: ReadingLine, *, writable: bool) -> str:
    """What the page says where that is something else than what it follows, and the way to make it say that."""
    if line.instead is None:
        return ""
    says = f"but the page says “{text(line.instead)}”" if line.instead else "but the page does not say so"
    mend = f" &nbsp; <a class='small' href='{ADOPT}:{escape(line.uid)}'>let&nbsp;it&nbsp;say&nbsp;so&nbsp;…</a>"
    return f"<br><span class='warn'>{says}</span>{mend if writable else ''}"


def _act(line: ReadingLine, *, writable: bool) -> str:
    if not writable:
        return ""
    link, verb = (LEAVE_OPEN, "leave open") if line.adopted else (ADOPT, "follow this …")
    return f" &nbsp; <a class='small' href='{link}:{escape(line.uid)}'>{verb.replace(' ', '&nbsp;')}</a>"
