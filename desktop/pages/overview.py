"""The overview of a meeting: when and where, what to know, participants by role, outcomes, points in dispute."""

from __future__ import annotations

from html import escape
from itertools import groupby

from db import coverage, dates, vocabulary
from db.meeting_page import Line, MeetingPage, OutcomeLine
from desktop.models.meeting_list import KINDS
from desktop.pages.disputes import disputes
from desktop.pages.markup import Marks, Page, act_width, below, record_link, text

EVIDENCE = "evidence:"
"""The link that leads to what lacks evidence on the page."""


def overview(page: MeetingPage, *, narrow: bool = False, writable: bool = False) -> Page:
    """The overview as rich text; a narrow one does without columns, a writable one offers to follow readings."""
    marks = Marks(page)
    parts = [_facts(page, marks), _share(page, marks), _summary(page, marks), _participants(page, marks, narrow)]
    parts += [_outcomes(page, marks), disputes(page, marks, narrow=narrow, writable=writable)]
    return Page("".join(parts), marks.tips)


def _share(page: MeetingPage, marks: Marks) -> str:
    """How many values cite something seen; it leads to the rest of them."""
    share, words = page.share, escape(coverage.words(page.share))
    lacking = [(share.contradicted, "contradicted only"), (share.changed, "changed since cited")]
    lacking += [(share.announced, "announced only"), (share.recalled, "recalled"), (share.unsourced, "unsourced")]
    told = [f"{number:,} {state}" for number, state in lacking if number]
    if not told:
        return f"<p class='small'>{words}</p>" if share.total else ""
    marks.tips[EVIDENCE] = f"{', '.join(told)}: press to list them"
    return f"<p class='small'><a class='quietLink' href='{EVIDENCE}'>{words}&nbsp;›</a></p>"


def _facts(page: MeetingPage, marks: Marks) -> str:
    facts = page.facts
    kind, uid = facts.record, facts.uid
    when = record_link(kind, uid, escape(dates.span(facts.starts, facts.ends)), name=True)
    if facts.starts or facts.ends:
        when += marks.of(kind, uid, ("starts", "ends", "happened"))
    where = ", ".join(part for part in (facts.venue, facts.city, facts.country) if part)
    other = {None, "city", "venue", "country", "place", "title", "kind", "topic_id"}
    other |= set() if facts.number else {"number"}
    other |= {"held"} if facts.held == "held" else set()
    other |= set() if facts.starts or facts.ends else {"starts", "ends", "happened"}
    other |= set() if facts.summary else {"summary", "note"}
    held = f"<p class='warn'>{escape(vocabulary.HELD[facts.held])}{marks.of(kind, uid, ('held',))}</p>"
    place = record_link(kind, uid, text(where or None, "place not known"))
    return (
        f"<p>{_number(page, marks)}{when} &nbsp;·&nbsp; {place}"
        f"{marks.of(kind, uid, other)}{below(marks.tags(kind, uid))}</p>"
        f"{held if facts.held != 'held' else ''}"
    )


def _number(page: MeetingPage, marks: Marks) -> str:
    """The number of a meeting, with what is cited for it; nothing where it has none."""
    facts = page.facts
    if not facts.number:
        return ""
    words = escape(f"{KINDS[facts.kind]} {facts.number}")
    cites = marks.of(facts.record, facts.uid, ("number",))
    return f"{record_link(facts.record, facts.uid, words)}{cites} &nbsp;·&nbsp; "


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
    tags = below(marks.tags("participation", line.uid))
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
        f"<br><span class='small'>{details}</span>{note}{below(marks.tags('outcome', line.uid))}</td></tr>"
    )
