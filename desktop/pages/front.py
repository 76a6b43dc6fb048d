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
    years = f"<p class='lead quiet'>{escape('–'.join(dict.fromkeys(page.years)))}</p>" if page.years else ""
    parts = [f"<h1>{text(page.title)}</h1>", years]
    if not page.counts["meetings"]:
        parts.append(
            "<p class='lead'>This library is empty.</p><p>To see a filled one, choose "
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


def _counts(page: FrontPage) -> str:
    c = page.counts
    kinds = ", ".join(f"{count} {vocabulary.KIND_PLURALS[kind].lower()}" for kind, count in _ordered(page.kinds))
    return (
        f"<p class='lead'><b>{c['meetings']:,}</b> meetings: {escape(kinds)}.</p>"
        f"<p><b>{c['participations']:,}</b> lines of participants, <b>{c['outcomes']:,}</b> outcomes, "
        f"<b>{c['quotes']:,}</b> quotes, <b>{c['sources']:,}</b> sources; "
        f"<b>{c['disputed']:,}</b> points on which sources disagree.</p>"
    )


def _ordered(kinds: dict[str, int]) -> list[tuple[str, int]]:
    return [(kind, kinds[kind]) for kind in vocabulary.KIND_PLURALS if kind in kinds]


def _begin(page: FrontPage) -> str:
    rows = [_link(line, label) for line, label in ((page.first, "first round"), (page.last, "latest round")) if line]
    return f"<h2>Begin here</h2>{''.join(rows)}" if rows else ""


def _link(line: MeetingLine, label: str) -> str:
    return (
        f"<p><a href='meeting:{escape(line.uid)}'>{text(heading(line))}</a> "
        f"<span class='quiet'>{escape(dates.span(line.starts, line.ends))}, the {label}</span></p>"
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
