"""What rests on a source: the quotes and values that cite it, notes on it, tagged passages; and remarks on it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from itertools import groupby

from db import dates, vocabulary
from db.source_page import SourcePage, Use
from desktop.models.passage_marks import CITED
from desktop.pages.markup import Page, record_link, tag_chips, text

LONGEST = 300  # characters of a passage that a row shows
HEADINGS = {"quote": "Quotes", "citation": "Values that cite it", "note": "Notes", "tag": "Tagged passages"}
ELSEWHERE = {
    "party": "Parties", "person": "People", "topic": "Topics", "alias": "Spellings", "source": "Sources",
    "note": "Notes",
}  # fmt: skip


def source_uses(page: SourcePage, chosen: int | None = None) -> Page:
    """All that rests on a source as rich text; the citation with that id stands out."""
    parts = [_about(page)]
    for kind, heading in HEADINGS.items():
        uses = [use for use in page.uses if use.kind == kind]
        if uses:
            rows = _by_meeting(uses, chosen) if kind == "citation" else _table(uses, chosen)
            parts.append(f"<h2>{heading} ({page.count(kind):,})</h2>{rows}")
    if not page.uses:
        parts.append("<p class='quiet'>Nothing rests on this source yet.</p>")
    return Page("".join(parts), {})


def _about(page: SourcePage) -> str:
    source = page.source
    known = {
        "Remark": source.note,
        "Rights": source.rights,
        "Archived copy": source.archive_url,
        "Looked at": source.accessed and dates.words(source.accessed),
    }
    lines = [f"<span class='small'>{name}: {text(value)}</span>" for name, value in known.items() if value]
    if source.text_sha256 is None:
        lines.insert(0, "<span class='quiet'>The text of this document is not held here.</span>")
    return f"<p>{'<br>'.join(lines)}</p>" if lines else ""


def _by_meeting(uses: list[Use], chosen: int | None) -> str:
    """Rows under the meeting to which they belong, and what belongs to none under its kind."""
    parts: list[str] = []
    uses = sorted(uses, key=lambda use: (use.meeting is None, _heading(use)))
    for heading, group in groupby(uses, key=_heading):
        parts.append(f"<p class='role'>{text(heading)}</p>{_table(group, chosen)}")
    return "".join(parts)


def _heading(use: Use) -> str:
    return use.meeting_title or ELSEWHERE.get(use.record.kind, "Elsewhere")


def _table(uses: Iterable[Use], chosen: int | None) -> str:
    rows = "".join(_row(use, chosen is not None and use.id == chosen) for use in uses)
    return f"<table width='100%' cellspacing='0'>{rows}</table>"


def _row(use: Use, chosen: bool) -> str:
    ground = " class='chosen'" if chosen else ""
    name = f"<a name='use-{use.id}'></a>" if use.id is not None else ""
    lines = [_main(use), *(f"<span class='small'>{line}</span>" for line in (_passage(use), _details(use)) if line)]
    return f"<tr{ground}><td>{name}{'<br>'.join(lines)}</td></tr>"


def _main(use: Use) -> str:
    if use.kind == "tag":
        return tag_chips(use.tags) or "<span class='quiet'>a passage without tags</span>"
    words = f"“{text(_cut(use.title))}”" if use.kind == "quote" and use.form == "direct" else text(_cut(use.title))
    field = vocabulary.field_label(use.record.kind, use.field) if use.field else ""
    main = record_link(use.record.kind, use.record.uid, words)
    return f"{main} &nbsp;<span class='quiet'>{text(field)}</span>" if field else main


def _passage(use: Use) -> str:
    """The sentence behind it: a link into the text, or the words as they were noted down."""
    page = f", page {text(use.page)}" if use.page else ""
    lost = f" <span class='warn'>{escape(vocabulary.ANCHORS[use.anchor])}</span>" if use.anchor else ""
    if use.exact and (use.starts is not None or use.anchor):
        return f"<a href='cite:{use.id}'>“{text(_cut(use.exact))}”</a>{page}{lost}"
    if use.exact:
        return f"“{text(_cut(use.exact))}”{page}"
    return f"In its words: {text(use.as_worded)}{page}" if use.as_worded else page.removeprefix(", ")


def _details(use: Use) -> str:
    if use.kind == "quote":
        parts = [use.by or "Speaker not known", use.day and dates.words(use.day), use.meeting_title]
    elif use.kind == "note":
        parts = [use.by or "Author not known", dates.words(use.day or "")]
    else:
        parts = [] if use.kind == "tag" or use.relation == "states" else [CITED[use.relation].lower()]
    said = " · ".join(text(part) for part in parts if part)
    chips = tag_chips(use.tags) if use.kind != "tag" else ""
    return f"{said}{'&nbsp; ' if said and chips else ''}{chips}"


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"
