"""The overview of a meeting: when and where, what to know, participants by role, outcomes, points in dispute."""

from __future__ import annotations

from html import escape
from itertools import groupby

from db import dates, vocabulary
from db.meeting_page import Line, MeetingPage, OutcomeLine, ReadingLine
from desktop.pages.markup import Marks, Page, act_width, record_link, text

FIELD_WORDS = {
    "starts": "the first day", "ends": "the last day", "city": "the city", "number": "the number", "title": "the title",
    "head_id": "the head of delegation", "head_title": "the title of the head", "role": "the role",
    "attendance": "the attendance", "act": "the act", "text": "the wording", "happened": "the day",
}  # fmt: skip


def overview(page: MeetingPage, *, narrow: bool = False) -> Page:
    """The overview as rich text; a narrow one does without columns."""
    marks = Marks(page)
    parts = [_facts(page, marks), _summary(page, marks), _participants(page, marks, narrow), _outcomes(page, marks)]
    parts.append(_disputes(page, marks))
    return Page("".join(parts), marks.tips)


def _facts(page: MeetingPage, marks: Marks) -> str:
    facts = page.facts
    kind, uid = facts.record, facts.uid
    when = record_link(kind, uid, escape(dates.span(facts.starts, facts.ends)), name=True)
    if facts.starts or facts.ends:
        when += marks.of(kind, uid, ("starts", "ends", "happened"))
    where = ", ".join(part for part in (facts.venue, facts.city, facts.country) if part)
    other = {None, "city", "venue", "country", "place", "title", "number", "kind", "topic_id"}
    other |= {"held"} if facts.held == "held" else set()
    other |= set() if facts.starts or facts.ends else {"starts", "ends", "happened"}
    other |= set() if facts.summary else {"summary", "note"}
    held = f"<p class='warn'>{escape(vocabulary.HELD[facts.held])}{marks.of(kind, uid, ('held',))}</p>"
    return (
        f"<p>{when} &nbsp;·&nbsp; {record_link(kind, uid, text(where or None, 'place not known'))}"
        f"{marks.of(kind, uid, other)}{_below(marks.tags(kind, uid))}</p>"
        f"{held if facts.held != 'held' else ''}"
    )


def _summary(page: MeetingPage, marks: Marks) -> str:
    facts = page.facts
    cites = marks.of(facts.record, facts.uid, ("summary", "note"))
    return f"<p>{record_link(facts.record, facts.uid, text(facts.summary))}{cites}</p>" if facts.summary else ""


def _participants(page: MeetingPage, marks: Marks, narrow: bool) -> str:
    if not page.lines:
        return "<h2>Participants</h2><p class='quiet'>None recorded.</p>" if page.facts.record == "meeting" else ""
    order = list(vocabulary.ROLES)
    lines = sorted(page.lines, key=lambda line: order.index(line.role))
    rows: list[str] = []
    for role, group in groupby(lines, key=lambda line: line.role):
        rows.append(f"<tr><td colspan='3' class='role'>{escape(vocabulary.ROLES[role])}</td></tr>")
        rows += [_participant(line, marks, narrow) for line in group]
    return f"<h2>Participants</h2><table width='100%' cellspacing='0'>{''.join(rows)}</table>"


def _participant(line: Line, marks: Marks, narrow: bool) -> str:
    party = record_link("participation", line.uid, f"<b>{text(line.party)}</b>", name=True)
    head = text(line.head, "") if line.head else "<span class='quiet'>head not known</span>"
    head = record_link("participation", line.uid, head)
    title = f"<br><span class='small'>{text(line.head_title)}</span>" if line.head_title else ""
    note = f"<br><span class='small'>{text(line.note)}</span>" if line.note else ""
    attendance = escape(vocabulary.ATTENDANCE[line.attendance])
    look = "quiet" if line.attendance == "reported" else "warn"
    cites = marks.of("participation", line.uid, (None, "attendance", "meeting_id", "party_id", "role", "note"))
    head_cites = marks.of("participation", line.uid, ("head_id", "head_title"))
    tags = _below(marks.tags("participation", line.uid))
    if narrow:
        return (
            f"<tr><td colspan='3'>{party} &nbsp;<span class='{look}'>{attendance}</span>{cites}"
            f"<br>{head}{head_cites}{title}{note}{tags}</td></tr>"
        )
    return (
        f"<tr><td width='34%'>{party}{note}{tags}</td>"
        f"<td width='40%'>{head}{head_cites}{title}</td>"
        f"<td width='26%'><span class='{look}'>{attendance}</span>{cites}</td></tr>"
    )


def _outcomes(page: MeetingPage, marks: Marks) -> str:
    if page.facts.record != "meeting":
        return ""
    if not page.outcomes:
        return "<h2>Outcomes</h2><p class='quiet'>None recorded.</p>"
    rows = "".join(_outcome(line, marks) for line in page.outcomes)
    return f"<h2>Outcomes</h2><table width='100%' cellspacing='0'>{rows}</table>"


def _outcome(line: OutcomeLine, marks: Marks) -> str:
    quiet = [f"in the source: “{line.act_as_worded}”" if line.act_as_worded else "", line.actor or ""]
    quiet += [" / ".join(line.topics)]
    details = " &nbsp;·&nbsp; ".join(text(part) for part in quiet if part)
    note = f"<br><span class='small'>{text(line.note)}</span>" if line.note else ""
    return (
        f"<tr><td width='{act_width()}' class='act'>{escape(vocabulary.ACTS[line.act].upper())}</td>"
        f"<td>{record_link('outcome', line.uid, text(line.text), name=True)}{marks.all_of('outcome', line.uid)}"
        f"<br><span class='small'>{details}</span>{note}{_below(marks.tags('outcome', line.uid))}</td></tr>"
    )


def _disputes(page: MeetingPage, marks: Marks) -> str:
    if not page.readings:
        return ""
    points: dict[tuple[str, str, str], list[ReadingLine]] = {}  # a reading may be added long after the others
    for line in page.readings:
        points.setdefault((line.record_kind, line.record_uid, line.about), []).append(line)
    shown = "".join(_dispute(point, marks) for point in points.values())
    return f"<h2>Sources disagree ({len(points)})</h2>{shown}"


def _dispute(point: list[ReadingLine], marks: Marks) -> str:
    first = point[0]
    about = first.about[:1].upper() + first.about[1:]
    place = FIELD_WORDS.get(first.field or "", "")
    if place and place.split()[-1] not in about.lower():
        about += f" ({place})"
    values = "".join(_reading(line, marks) for line in point)
    return f"<p class='point'><b>{escape(about)}</b></p><table width='100%' cellspacing='0'>{values}</table>"


def _reading(line: ReadingLine, marks: Marks) -> str:
    reason = f"<br><span class='small'>{text(line.reason)}</span>" if line.reason and line.reason != line.value else ""
    sign = "we&nbsp;follow" if line.adopted else ""
    value = record_link("reading", line.uid, text(line.value), name=True) + marks.all_of("reading", line.uid)
    tags = _below(marks.tags("reading", line.uid))
    return (
        f"<tr><td width='{act_width()}' class='act'>{sign}</td>"
        f"<td>{f'<b>{value}</b>' if line.adopted else value}{reason}{tags}</td></tr>"
    )


def _below(html: str) -> str:
    """What has a line of its own, if it is there at all."""
    return f"<br>{html}" if html else ""
