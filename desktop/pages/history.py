"""A step of the history as a page: who, when, and each record that it wrote, with the changed words marked."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from db import vocabulary
from db.history import Change, FieldChange, Step
from db.references import Record
from db.step_changes import PAGE
from db.vocabulary import field_label
from db.word_diff import Segment
from desktop.models.step_details import StepDetails
from desktop.models.step_list import ATTACHED, UNKNOWN, changes_in, kind_word, when_of
from desktop.pages.field_words import in_words
from desktop.pages.markup import Page, text
from desktop.theme import theme

LONGEST = 1200  # characters of one value, or of one changed stretch, that are shown
MOST_MARKED = 400  # stretches of a text that are shown
TITLE = 80  # characters of the title of a record in a heading
AROUND = 90  # characters shown on each side of a change where a text stayed as it was
THIN = "\u2009"  # a thin space, between what went and what came
DONE = {"insert": "added", "update": "changed", "delete": "removed", "look": "looked at again"}
LINKED = {"insert": "put on", "update": "changed on", "delete": "taken off"}
_LINKS = ("tagging", "outcome-topic")
_OWNERS = ("record_kind", "record_uid", "meeting_id", "outcome_id")


def step_page(details: StepDetails, *, may_go: bool = True) -> Page:
    """A step as rich text; without `may_go` its records are no links."""
    parts = [_head(details.step), *(_change(change, details, may_go) for change in details.page.changes)]
    if not details.page.changes:
        parts.append("<p class='quiet'>This step left everything as it was.</p>")
    return Page("".join([*parts, _more(details)]), {})


def _head(step: Step) -> str:
    kind = f"{vocabulary.REVISION_KINDS[step.kind]} · " if step.kind == "dataset" else ""
    reverts = f" · <a href='step:{step.reverts}'>the&nbsp;step&nbsp;it&nbsp;takes&nbsp;back</a>" if step.reverts else ""
    taken = "" if step.stands else "<p class='warn'>This step has been taken back since.</p>"
    return (
        f"<p class='lead'><b>{text(step.label)}</b></p><p class='small'>{escape(kind)}{text(step.author, UNKNOWN)} · "
        f"{escape(str(when_of(step)))} · {changes_in(step)}{reverts}</p>{taken}"
    )


def _change(change: Change, details: StepDetails, may_go: bool) -> str:
    linked = change.kind in _LINKS
    done = (LINKED if linked else DONE)[change.operation]
    owner = ""
    if change.owner:
        title = f"“{text(cut(change.owner.title, TITLE))}”" if change.owner.title else "this library"
        on = "" if linked else "on " if change.kind in ATTACHED else "of "
        owner = f" <span class='small'>{on}{escape(kind_word(change.owner.kind))} {title}</span>"
    act = escape(f"{kind_word(change.kind)} {done}".upper())
    what = f"{_title(change, may_go)}{owner}{_links(change, details.of)}"
    fields = "" if linked else _fields(change, details)
    return f"<p class='point'><span class='act'>{act}</span> &nbsp;{what}</p>{fields}"


def _title(change: Change, may_go: bool) -> str:
    title = f"<b>{text(cut(change.title, TITLE) or 'without a title')}</b>"
    if not may_go or not change.there or change.kind in _LINKS:
        return title
    cites = change.kind == "citation" and any(field.field == "source_id" and field.new for field in change.fields)
    link = f"citation:{escape(change.uid)}" if cites else f"record:{change.kind}:{escape(change.uid)}"
    return f"<a class='record' href='{link}'>{title}</a>"


def _links(change: Change, of: Record | None) -> str:
    """Where a record leads: to what it was, and to its own history unless that is what is shown."""
    kind, uid = change.record.kind, escape(change.record.uid)
    if kind in _LINKS:
        return ""
    links = [f"<a href='then:{kind}:{uid}'>as&nbsp;it&nbsp;was</a>"]
    if change.record != of:
        links.append(f"<a href='history:{kind}:{uid}'>its&nbsp;history</a>")
    return f" <span class='small'>{'&nbsp;·&nbsp;'.join(links)}</span>"


def _fields(change: Change, details: StepDetails) -> str:
    rows: list[str] = []
    for field in change.fields:
        if change.operation != "update" and (field.field in _OWNERS or _is_title(change, field)):
            continue
        words = details.words.get((change.id, field.field), ())
        rows.append(_row(field_label(change.kind, field.field), _value(change, field, words)))
    return f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>" if rows else ""


def _is_title(change: Change, field: FieldChange) -> bool:
    """Whether the heading says already what a field holds."""
    return str(field.new if change.operation == "insert" else field.old) == change.title


def _row(label: str, value: str) -> str:
    return f"<tr><td width='24%' class='quiet'>{escape(label)}</td><td>{value}</td></tr>"


def _value(change: Change, field: FieldChange, words: Sequence[Segment]) -> str:
    old, new = (in_words(change.kind, field.field, value) for value in field[1:])
    copy = f"{change.id}:{field.field}"
    if change.operation == "insert":
        return plain(new, f"copy:new:{copy}")
    if change.operation == "delete":
        return plain(old, f"copy:old:{copy}")
    if (old, new) == (field.old, field.new) and any(kind == "same" for kind, _ in words):
        return marked(words, copy)
    return f"{_whole_value('gone', old, f'copy:old:{copy}')} &nbsp;{_whole_value('new', new, f'copy:new:{copy}')}"


def cut(value: str, longest: int) -> str:
    """The beginning of a text."""
    return value if len(value) <= longest else value[: longest - 1].rstrip() + "…"


def plain(value: str | None, link: str) -> str:
    """A value, cut where it is long; the link copies the whole of it."""
    if value is None or len(value) <= LONGEST:
        return text(value)
    return f"{text(value[:LONGEST])}… {_copy_all(len(value), link)}"


def _whole_value(kind: str, value: str | None, link: str) -> str:
    """A value that went or came as a whole."""
    return text(None) if value is None else f"<span style='{look(kind)}'>{plain(value, link)}</span>"


def marked(words: Sequence[Segment], copy: str) -> str:
    """A text with what went struck through and what came underlined; what stayed is cut down to what is around."""
    shown: list[str] = []
    shortened = False
    for at, (kind, value) in enumerate(words[:MOST_MARKED]):
        if kind == "same":
            kept = _around(value, first=at == 0, last=at == len(words) - 1)
            shortened = shortened or kept != value
            shown.append(text(kept))
        else:
            shortened = shortened or len(value) > LONGEST
            apart = THIN if kind == "new" and at and words[at - 1].kind == "gone" else ""
            shown.append(f"{apart}<span style='{look(kind)}'>{text(cut(value, LONGEST))}</span>")
    if len(words) > MOST_MARKED:
        shortened = True
        shown.append(f" <span class='small'>… and {len(words) - MOST_MARKED:,} more stretches</span>")
    links = f"<a href='copy:old:{copy}'>Copy the old text</a> · <a href='copy:new:{copy}'>copy the new one</a>"
    return "".join(shown) + (f"<br><span class='small'>{links}</span>" if shortened else "")


def _around(value: str, *, first: bool, last: bool) -> str:
    """What stayed, without its middle where it is long; before the first change and after the last only its edge."""
    if len(value) <= 3 * AROUND:
        return value
    start, end = value[:AROUND].rsplit(" ", 1)[0], value[-AROUND:].split(" ", 1)[-1]
    if first:
        return f"… {end}"
    return f"{start} …" if last else f"{start} … {end}"


def _copy_all(length: int, link: str) -> str:
    return f"<span class='small'><a href='{escape(link)}'>Copy all {length:,} characters</a></span>"


def look(kind: str) -> str:
    """How what went or came stands out: by a line through or under it, and by colour."""
    if kind == "gone":
        return f"color: {theme.colours.muted}; text-decoration: line-through"
    return f"color: {theme.colours.accent}; text-decoration: underline"


def _more(details: StepDetails) -> str:
    """Where the list goes on, and where it began."""
    links: list[str] = []
    if details.page.after is not None:
        links.append(f"<a href='more:{details.page.after}'>Show the next {PAGE}</a>")
    if details.after:
        links.append("<a href='more:0'>Show the first</a>")
    if details.page.others:
        links.append("This step changed other records too: <a href='all:'>show all of it</a>")
    return f"<p class='point small'>{' &nbsp;·&nbsp; '.join(links)}</p>" if links else ""
