"""One passage that lost its place: what it stood behind, how it stood there, and where it may stand now."""

from __future__ import annotations

from desktop.models.anchor_list import ReviewRow, Words, place
from desktop.pages.history import THIN, cut, look
from desktop.pages.markup import Page, record_link, text

LONGEST = 3000  # characters of words that are shown
LONGEST_STRETCH = 400  # characters of one changed stretch that are shown


def anchor_page(row: ReviewRow, *, may_write: bool = True) -> Page:
    """A passage as rich text; without `may_write` nothing can be done about it here but look."""
    line = row.line
    behind = record_link(line.record.kind, line.record.uid, text(place(line)))
    parts = [
        f"<p class='small'>Behind {behind}, cited from {text(line.source_title)}</p>",
        "<p class='point small'><b>Before the text was changed</b></p>",
        f"<p>{_in_context(line.sought.prefix, text(cut(line.sought.exact, LONGEST)), line.sought.suffix)}</p>",
        f"<p class='point small'><b>{_heading(row)}</b></p>",
        _places(row, may_write),
        _acts(row, may_write),
    ]
    return Page("".join(parts), {})


def _heading(row: ReviewRow) -> str:
    number = len(row.line.candidates)
    if not number:
        return "Nothing like it stands in the text any more"
    if row.line.state != "several":
        return "Where it seems to stand now"
    return f"It may stand at {f'more than {number}' if row.line.found.more else number} places"


def _places(row: ReviewRow, may_write: bool) -> str:
    """Each place with its number, what stands there, and what can be done."""
    rows = [
        f"<tr><td width='6%' align='right' class='act'>{at}</td>"
        f"<td><p>{_in_context(one.before, _marked(words), one.after)}</p>{_place_acts(at, may_write)}</td></tr>"
        for at, (one, words) in enumerate(zip(row.line.candidates, row.words, strict=True), 1)
    ]
    return f"<table width='100%' cellspacing='0'>{''.join(rows)}</table>" if rows else ""


def _place_acts(at: int, may_write: bool) -> str:
    acts = [f"<a href='accept:{at}'>accept</a>"] if may_write else []
    acts.append(f"<a href='show:{at}'>show in its source</a>")
    return f"<p class='small'>{' &nbsp;·&nbsp; '.join(acts)}</p>"


def _acts(row: ReviewRow, may_write: bool) -> str:
    acts = [] if row.line.candidates else ["<a href='show:0'>show the source, to attach it by hand</a>"]
    if may_write:
        acts += ["<a href='keep:'>keep without passage</a>", "<a href='remove:'>remove the citation</a>"]
    return f"<p class='point small'>{' &nbsp;·&nbsp; '.join(acts)}</p>" if acts else ""


def _in_context(before: str, words: str, after: str) -> str:
    """Words, which are escaped already, between what stands around them."""
    left = f"<span class='quiet'>…{_one_line(before)}</span>" if before else ""
    right = f"<span class='quiet'>{_one_line(after)}…</span>" if after else ""
    return f"{left}{words}{right}"


def _one_line(value: str) -> str:
    return text(value.replace("\r", "").replace("\n", " "))


def _marked(words: Words) -> str:
    """What went struck through, what came underlined."""
    shown: list[str] = []
    for at, (kind, value) in enumerate(words):
        piece = text(cut(value, LONGEST if kind == "same" else LONGEST_STRETCH))
        apart = THIN if kind == "new" and at and words[at - 1].kind == "gone" else ""
        shown.append(piece if kind == "same" else f"{apart}<span style='{look(kind)}'>{piece}</span>")
    return "".join(shown)
