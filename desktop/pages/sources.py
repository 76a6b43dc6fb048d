"""The sources that a page cites, numbered as their marks are."""

from __future__ import annotations

from html import escape

from db import dates, vocabulary
from db.meeting_page import MeetingPage, SourceLine
from db.vocabulary import LANGUAGES
from desktop.pages.markup import Page, source_date, text


def sources(page: MeetingPage) -> Page:
    """All sources of the page as rich text; each leads to its text, or to what rests on it."""
    if not page.sources:
        return Page("<p class='quiet'>Nothing on this page cites a source.</p>", {})
    rows = "".join(_row(at, source) for at, source in enumerate(page.sources, 1))
    return Page(f"<table width='100%' cellspacing='0'>{rows}</table>", {})


def _row(number: int, source: SourceLine) -> str:
    title = f"<a href='source:{escape(source.uid)}'><b>{text(source.title)}</b></a>"
    lines = [title, *(f"<span class='small'>{text(line)}</span>" for line in _details(source) if line)]
    return (
        f"<tr><td width='6%' align='right' class='act'><a name='{escape(source.uid)}'></a>{number}</td>"
        f"<td>{'<br>'.join(lines)}<br></td></tr>"
    )


def _details(source: SourceLine) -> list[str | None]:
    """What is known of a source beside its title, line by line."""
    language = LANGUAGES.get(source.language or "", source.language or "")
    kind = vocabulary.SOURCE_TYPES.get(source.type or "", source.type or "")
    published = ", ".join(part for part in (source.publisher, source_date(source)) if part)
    about = [source.authors, published, kind, language, "full text held" if source.has_text else ""]
    looked = f"looked at on {dates.words(source.accessed)}" if source.accessed else ""
    return [
        " · ".join(part for part in about if part),
        " · ".join(part for part in (source.url, looked) if part),
        f"archived copy: {source.archive_url}" if source.archive_url else "",
        f"rights: {source.rights}" if source.rights else "",
        source.note,
    ]
