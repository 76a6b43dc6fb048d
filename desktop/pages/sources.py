"""The sources that a page cites, numbered as their marks are."""

from __future__ import annotations

from html import escape

from db import dates, vocabulary
from db.meeting_page import MeetingPage, SourceLine
from desktop.pages.markup import Page, source_date, text

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "kk": "Kazakh", "ru": "Russian", "tr": "Turkish",
}  # fmt: skip


def sources(page: MeetingPage, chosen: str = "") -> Page:
    """All sources of the page as rich text; the chosen one stands out."""
    if not page.sources:
        return Page("<p class='quiet'>Nothing on this page cites a source.</p>", {})
    rows = "".join(_row(at, source, source.uid == chosen) for at, source in enumerate(page.sources, 1))
    return Page(f"<table width='100%' cellspacing='0'>{rows}</table>", {})


def _row(number: int, source: SourceLine, chosen: bool) -> str:
    title = f"<b>{text(source.title)}</b>"
    if source.has_text:
        title = f"<a href='source:{escape(source.uid)}'>{title}</a>"
    lines = [title, *(f"<span class='small'>{text(line)}</span>" for line in _details(source) if line)]
    ground = " class='chosen'" if chosen else ""
    return (
        f"<tr{ground}><td width='6%' align='right' class='act'><a name='{escape(source.uid)}'></a>{number}</td>"
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
