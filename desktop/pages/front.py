"""The title page of a library: what it holds and where to begin."""

from __future__ import annotations

from html import escape

from db import dates, vocabulary
from db.front_page import FrontPage
from db.meeting_list import MeetingLine
from desktop.models.meeting_list import heading
from desktop.pages.markup import Page, text


def front(page: FrontPage, read_only: str | None) -> Page:
    """The title page as rich text."""
    parts = [f"<h1>{text(page.title)}</h1>", _years(page)]
    if not page.counts["meetings"]:
        parts.append(
            f"<p class='lead'>{_without_meetings(page)}</p><p>To see a filled one, choose "
            "<i>File › Open the Astana Process, unedited</i>.</p>"
        )
        return Page("".join(parts), {})
    parts += [_counts(page), _begin(page), _how(), _notes(page)]
    if read_only:
        parts.append(f"<p class='warn'>{text(read_only)}</p>")
    return Page("".join(parts), {})


def no_library() -> Page:
    """What stands in place of the title page while no library is open."""
    return Page(
        "<p class='lead'>No library is open.</p><p>Choose <i>File › Open</i> to open one, or "
        "<i>File › Open the Astana Process, unedited</i> for the one that comes with Parley.</p>",
        {},
    )


def _without_meetings(page: FrontPage) -> str:
    c = page.counts
    held = [
        link
        for name, link in (
            ("quotes", _to("quotes:", _bold(c["quotes"], "quote", "quotes"))),
            ("sources", _to("page:sources", _bold(c["sources"], "source", "sources"))),
        )
        if c[name]
    ]
    return f"No meetings yet, but {' and '.join(held)}." if held else "This library is empty."


def _years(page: FrontPage) -> str:
    years = "–".join(_days(year.meeting, year.year) for year in page.years)
    return f"<p class='lead quiet'>{years}</p>" if years else ""


def _days(meeting: str, words: str) -> str:
    """A day or year that leads to the passage behind the days of a meeting."""
    return f"<a class='quietLink' href='days:{escape(meeting)}'>{escape(words)}</a>"


def _counts(page: FrontPage) -> str:
    c = page.counts
    kinds = ", ".join(_to(f"meetings:{kind}", _kind(kind, count)) for kind, count in _ordered(page.kinds))
    counted = [
        _to("page:participants", _bold(c["participations"], "line of participants", "lines of participants")),
        _to("page:outcomes", _bold(c["outcomes"], "outcome", "outcomes")),
        _to("quotes:", _bold(c["quotes"], "quote", "quotes")),
        _to("page:sources", _bold(c["sources"], "source", "sources")),
    ]
    readings = _bold(c["readings"], "reading", "readings")
    disputed = f"{readings} of " + _bold(
        c["disputed"], "point on which sources disagree", "points on which sources disagree"
    )
    meetings = _to("meetings:", _bold(c["meetings"], "meeting", "meetings"))
    return f"<p class='lead'>{meetings}: {kinds}.</p><p>{', '.join(counted)}; {_to('page:disputes', disputed)}.</p>"


def _bold(number: int, one: str, many: str) -> str:
    return f"<b>{number:,}</b> {one if number == 1 else many}"


def _kind(kind: str, number: int) -> str:
    word = vocabulary.MEETING_KINDS.get(kind, kind) if number == 1 else vocabulary.KIND_PLURALS[kind]
    return f"{number} {escape(word.lower())}"


def _to(link: str, html: str) -> str:
    """A number that leads to what it counts, without looking like a link."""
    return f"<a class='record' href='{escape(link)}'>{html}</a>"


def _ordered(kinds: dict[str, int]) -> list[tuple[str, int]]:
    return [(kind, kinds[kind]) for kind in vocabulary.KIND_PLURALS if kind in kinds]


def _begin(page: FrontPage) -> str:
    rows = [_link(line, label) for line, label in ((page.first, "first round"), (page.last, "latest round")) if line]
    return f"<h2>Begin here</h2>{''.join(rows)}" if rows else ""


def _link(line: MeetingLine, label: str) -> str:
    return (
        f"<p><a href='meeting:{escape(line.uid)}'>{text(heading(line))}</a> "
        f"<span class='quiet'>{_days(line.uid, dates.span(line.starts, line.ends))}, the {label}</span></p>"
    )


def _how() -> str:
    return (
        "<h2>How to read it</h2>"
        "<p>Choose a meeting on the left; search the words of all speakers on the right.</p>"
        "<p>Small numbers are sources: rest on one to see which, click it to see the passage. What is "
        "<span class='warn'>announced only</span> is a plan, not proof; what is "
        "<span class='warn'>recalled, not checked</span> was not read in any source.</p>"
    )


def _notes(page: FrontPage) -> str:
    if not page.notes:
        return ""
    return "<h2>Notes on this library</h2>" + "".join(f"<p class='small'>{text(note)}</p>" for note in page.notes)
