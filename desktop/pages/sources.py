"""The sources that a page cites, numbered as their marks are."""

from __future__ import annotations

from html import escape

from db.meeting_page import MeetingPage, SourceLine
from desktop.pages.markup import Page, source_words, text

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
    language = LANGUAGES.get(source.language or "", source.language or "")
    about = source_words(source).removeprefix(source.title).removeprefix(", ")
    details = [about, language, "full text held" if source.has_text else ""]
    lines = [title, f"<span class='small'>{' · '.join(text(part) for part in details if part)}</span>"]
    lines += [f"<span class='small'>{text(source.url)}</span>"] if source.url else []
    lines += [f"<span class='small'>{text(source.note)}</span>"] if source.note else []
    ground = " class='chosen'" if chosen else ""
    return (
        f"<tr{ground}><td width='6%' align='right' class='act'><a name='{escape(source.uid)}'></a>{number}</td>"
        f"<td>{'<br>'.join(lines)}<br></td></tr>"
    )
