"""The pieces of a page: escaped text, marks of citations and notes, tags, the style of type."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from html import escape
from typing import NamedTuple

from db import dates, vocabulary
from db.meeting_page import Cite, MeetingPage, Noted, SourceLine
from db.references import Record
from db.tag_tree import TagMark
from desktop.models.passage_marks import CHANGED
from desktop.theme import theme

LONGEST_TAG = 32  # characters of its name beside a record
LETTERS = tuple("abcdefghijklmnopqrstuvwxyz")  # that tell passages of one source apart
LONGEST_TIP = 600  # characters of a note that its mark shows
ADRIFT = {
    "moved": "The text was changed: these words may stand elsewhere in it. Click to look.",
    "orphan": "The text was changed: these words were not found in it any more.",
}
"""What the mark of a citation says whose passage stands at no known place."""


class Page(NamedTuple):
    """A page as rich text, and what each of its links says when the mouse or the keyboard is on it."""

    html: str
    tips: dict[str, str]


def text(value: str | None, unknown: str = "not known") -> str:
    """A value as it stands, its line breaks kept; a quiet word where it is not known."""
    if value is None:
        return f"<span class='quiet'>{unknown}</span>" if unknown else ""
    return escape(value).replace("\n", "<br>")


def style() -> str:
    """The style sheet of every page, at the present colours and zoom."""
    c, t = theme.colours, theme.type
    return f"""
    body {{ color: {c.text}; font-size: {t.body}px; white-space: pre-wrap; }}
    p, li {{ line-height: 112%; margin-top: 0; margin-bottom: {theme.px(6)}px; }}
    h1 {{ font-size: {t.title}px; font-weight: 700; margin-top: {theme.px(8)}px; margin-bottom: {theme.px(12)}px; }}
    h2 {{ font-size: {t.heading}px; font-weight: 700; margin-top: {theme.px(26)}px; margin-bottom: {theme.px(8)}px; }}
    h3 {{ font-size: {t.small}px; font-weight: 700; color: {c.muted}; margin-top: {theme.px(14)}px;
      margin-bottom: {theme.px(2)}px; }}
    td {{ padding-top: {theme.px(3)}px; padding-bottom: {theme.px(3)}px; padding-right: {theme.px(12)}px; }}
    a {{ color: {c.accent}; text-decoration: none; }}
    .record {{ color: {c.text}; }}
    .quietLink {{ color: {c.muted}; }}
    .lead {{ font-size: {t.heading}px; line-height: 115%; }}
    .point {{ margin-top: {theme.px(14)}px; margin-bottom: 0; }}
    .quiet {{ color: {c.muted}; }}
    .small {{ color: {c.muted}; font-size: {t.small}px; }}
    .role {{ color: {c.muted}; font-size: {t.small}px; font-weight: 700; padding-top: {theme.px(12)}px; }}
    .act {{ color: {c.accent}; font-size: {t.small}px; font-weight: 700; }}
    .warn {{ color: {c.warn}; font-style: italic; font-size: {t.small}px; }}
    .mark {{ font-size: {t.body}px; vertical-align: super; }}
    .chosen {{ background-color: {c.chosen}; }}
    .tag {{ color: {c.muted}; font-size: {t.small}px; background-color: {c.side}; }}
    .words {{ font-size: {t.heading}px; line-height: 118%; margin-bottom: {theme.px(4)}px; }}
    """


def act_width() -> int:
    """The width of the column of acts, in pixels: room for the longest of them."""
    return theme.px(104)


def record_link(kind: str, uid: str, html: str, *, name: bool = False) -> str:
    """A text that leads to its record without looking like a link; with a `name` the page can be scrolled to it."""
    anchor = f" name='{escape(uid)}'" if name else ""
    return f"<a class='record'{anchor} href='record:{kind}:{escape(uid)}'>{html}</a>"


def below(html: str) -> str:
    """What has a line of its own, if it is there at all."""
    return f"<br>{html}" if html else ""


def tag_chips(tags: Iterable[TagMark]) -> str:
    """Tags as small words on a ground of their own, each with an edge of its colour."""
    shown = [
        f"<span class='small' style='background-color: {escape(tag.colour or theme.colours.line)}'>&nbsp;</span>"
        f"<span class='tag'>&nbsp;{text(_cut(tag.name, LONGEST_TAG)).replace(' ', '&nbsp;')}&nbsp;</span>"
        for tag in tags
    ]
    return " ".join(shown)


def _cut(words: str, longest: int) -> str:
    """The beginning of a text, with a sign that it goes on when it is longer."""
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"


def note_tip(note: Noted) -> str:
    """What the mark of a note says: its beginning, author and day."""
    return f"{_cut(note.body, LONGEST_TIP)}\n— {note.author or 'author not known'}, {dates.words(note.day)}"


class Marks:
    """Marks of one page: small numbers that lead to sources, the word `recalled`, the word `note`; and tags."""

    def __init__(self, page: MeetingPage) -> None:
        self.tips: dict[str, str] = {}
        self.numbers = {source.uid: at for at, source in enumerate(page.sources, 1)}
        self._sources = {source.uid: source for source in page.sources}
        self._cites: dict[tuple[str, str], list[Cite]] = defaultdict(list)
        for cite in page.cites:
            self._cites[cite.record_kind, cite.record_uid].append(cite)
        self._notes: dict[tuple[str, str], list[Noted]] = defaultdict(list)
        for note in page.notes:
            self._notes[note.record_kind, note.record_uid].append(note)
        self._tags = page.tags

    def of(self, kind: str, uid: str, fields: Iterable[str | None] = (None,)) -> str:
        """The marks of some fields of a record; None among them stands for the record as a whole."""
        wanted = tuple(fields)
        cites = [cite for cite in self._cites[kind, uid] if cite.field in wanted]
        marks: list[str] = []
        for source in self._by_source([cite for cite in cites if cite.basis == "seen"]):
            letters = LETTERS if len(source) > 1 else ("",)
            marks += [self._mark(cite, letter) for cite, letter in zip(source, letters, strict=False)]
        if recalled := [cite for cite in cites if cite.basis == "recalled"]:
            marks.append(self._recalled(recalled))
        marks += [self._note(note) for note in self._notes[kind, uid] if note.field in wanted]
        return f"&nbsp;{'&nbsp;'.join(marks)}" if marks else ""

    def all_of(self, kind: str, uid: str) -> str:
        """The marks of a record and all its fields."""
        fields = {cite.field for cite in self._cites[kind, uid]} | {note.field for note in self._notes[kind, uid]}
        return self.of(kind, uid, fields)

    def tags(self, kind: str, uid: str) -> str:
        """The tags of a record; empty when it has none."""
        return tag_chips(self._tags.get(Record(kind, uid), ()))

    def _by_source(self, cites: list[Cite]) -> list[list[Cite]]:
        """For each source, in the order of the numbers, a citation of each passage; without any, one of the whole.

        Those whose passage lost its place come last.
        """
        found: dict[str, dict[tuple[int | None, str | None], Cite]] = defaultdict(dict)
        for cite in cites:
            passage = (cite.starts, cite.exact)
            if cite.source and (cite.then or passage not in found[cite.source]):
                found[cite.source][passage] = cite
        parts = {
            source: sorted((cite for cite in some.values() if cite.exact), key=lambda cite: cite.anchor is not None)
            for source, some in found.items()
        }
        chosen = {source: parts[source] or [*some.values()][:1] for source, some in found.items()}
        return [chosen[source] for source in sorted(chosen, key=lambda source: self.numbers[source])]

    def _recalled(self, cites: list[Cite]) -> str:
        """The word for what was not read; it leads to the source that is said to hold it, if one is named."""
        named = next((cite for cite in cites if cite.source), None)
        if named is None:
            return "<span class='warn'>recalled, not checked</span>"
        link = f"cite:{named.id}"
        self.tips[link] = f"Recalled, not checked: {source_words(self._sources[named.source or ''])}"
        return f"<a href='{link}'><span class='warn'>recalled, not checked</span></a>"

    def _mark(self, cite: Cite, letter: str) -> str:
        source = self._sources[cite.source or ""]
        link = f"cite:{cite.id}"
        passage = f"\n“{cite.exact}”" if cite.exact else ""
        worded = f"\nIn its words: {cite.as_worded}" if cite.as_worded else ""
        relation = "" if cite.relation == "states" else f"{vocabulary.RELATIONS[cite.relation].capitalize()}: "
        lost = f"\n{ADRIFT[cite.anchor]}" if cite.anchor else ""
        lost += f"\n{CHANGED.format(then=cite.then)}" if cite.then else ""
        self.tips[link] = f"{relation}{source_words(source)}{passage}{worded}{lost}"
        sign = "×" if cite.relation == "contradicts" else ""
        number = f"{sign}{self.numbers[source.uid]}{letter}"
        if cite.anchor or cite.then:
            number = f"<span style='color: {theme.colours.warn}'><i>{number}{'?' if cite.anchor else '!'}</i></span>"
        return f"<a class='mark' href='{link}'>{number}</a>"

    def _note(self, note: Noted) -> str:
        link = f"record:note:{note.uid}"
        self.tips[link] = note_tip(note)
        return f"<a class='mark' href='{escape(link)}'><i>note</i></a>"


def source_words(source: SourceLine) -> str:
    """A source in one line: authors, title, publisher and date."""
    return ", ".join(part for part in (source.authors, source.title, source.publisher, source_date(source)) if part)


def source_date(source: SourceLine) -> str:
    """When a source was published, and whether that is sure."""
    date = dates.words(source.published) if source.published else "undated"
    return f"{date} (date inferred)" if source.published_basis == "inferred" else date
