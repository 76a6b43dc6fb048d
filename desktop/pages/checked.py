"""What looking for a quotation gave, with the words that differ; and the quotes that are to be looked at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape

from db import dates
from db.quotation_search import MOST, Found, Verified
from db.quote_lines import QuoteLine
from db.values import count
from db.word_diff import Segment
from desktop.models import check_words
from desktop.models.quote_list import attribution
from desktop.pages.markup import Page, text
from desktop.theme import theme

LONGEST = 900  # characters of a passage that stayed the same, or of what was left out, that are shown
AROUND = 120  # characters of its ends when it is longer
QUOTED = 300  # characters of a stored quote in the list
SHOWN = 50  # stored quotes in the list

LOOKING = "Looking through the texts …"
LEGEND = {
    "gone": "only in the source",
    "new": "only in your words",
    "left": "left out by your dots",
    "put": "your own, in brackets",
}


def findings(verified: Verified) -> Page:
    """The passages that were found, the best first."""
    parts = [f"<p>{escape(_sentence(verified))}</p>"]
    kinds = {segment.kind for one in verified.found for segment in one.finding.segments}
    legend = [_marked(Segment(kind, words)) for kind, words in LEGEND.items() if kind in kinds]
    parts += [f"<p class='small'>{' &nbsp;·&nbsp; '.join(legend)}</p>"] if legend else []
    parts += [_found(one) for one in verified.found]
    return Page("".join(parts), {_link(one): "Shows the passage in its source" for one in verified.found})


def amiss(results: Mapping[str, int], lines: Sequence[QuoteLine]) -> Page:
    """How the quotes of the library stand in their sources, and those that are not there as they are kept."""
    parts = [f"<p>{escape(check_words.of_all(results))}</p>"]
    if lines:
        parts.append("<h2>To be looked at</h2>")
        parts += [_quote(line) for line in lines]
        total = sum(results.get(result, 0) for result in check_words.AMISS)
        parts += [f"<p class='small'>… and {total - len(lines):,} more.</p>"] if total > len(lines) else []
    return Page("".join(parts), {f"quote:{line.uid}": "Looks for these words in all sources" for line in lines})


def _sentence(verified: Verified) -> str:
    if verified.remark:
        return verified.remark
    looked = f"Looked for in {count(verified.texts, 'text', 'texts')}"
    looked += f"; of {count(verified.without, 'source', 'sources')} no text is held." if verified.without else "."
    if not verified.found:
        return f"No source has these words, or most of them. {looked}"
    if not verified.all:
        return f"These are the first {MOST} sources in which the words stand; there may be more."
    numbers = Counter(one.finding.result for one in verified.found)
    told = [
        count(numbers[result], f"source {words}", f"sources {words}")
        for result, words in (
            ("verbatim", "verbatim"), ("marks", "verbatim but for marks or brackets"), ("differs", "with other words"),
        )
        if numbers[result]
    ]  # fmt: skip
    return f"In {', in '.join(told)}. {looked}"


def _found(one: Found) -> str:
    result = one.finding.result
    about = ", ".join(part for part in (one.publisher, dates.words(one.published) if one.published else "") if part)
    put_in = check_words.put_in(one.finding.segments) if result == "marks" else ""
    told = f"{_result(result)}{f', {text(put_in)}' if put_in else ''}"
    head = (
        f"<p class='point'>{told} &nbsp;<a href='{escape(_link(one))}'>{text(one.title)}</a>"
        f"{f' <span class=small>{text(about)}</span>' if about else ''}</p>"
    )
    around = (re.sub(r"\s+", " ", words) for words in (one.before, one.after))
    before, after = (f"<span class='quiet'>{text(words)}</span>" for words in around)
    turned = check_words.turned(one.before)
    head += f"<p class='warn'>{text(turned)}</p>" if turned else ""
    return f"{head}<p>{before}{''.join(map(_marked, one.finding.segments))}{after}</p>"


def _link(one: Found) -> str:
    return f"passage:{one.source}:{one.finding.starts}:{one.finding.ends}"


def _result(result: str) -> str:
    """A result in its sign and words; what is not as it should be stands out."""
    words = escape(check_words.short(result)).replace(" ", "&nbsp;")
    return f"<span class='{'warn' if result in check_words.AMISS else 'small'}'><b>{words}</b></span>"


def _marked(segment: Segment) -> str:
    """Words of a passage or a quotation; those that are not in both look different without their colour too."""
    c = theme.colours
    looks = {
        "gone": f"color: {c.muted}; text-decoration: line-through",
        "new": f"color: {c.accent}; text-decoration: underline",
        "left": f"color: {c.muted}; font-style: italic",
        "put": f"color: {c.accent}; font-style: italic",
    }
    look = looks.get(segment.kind, f"background-color: {c.mark}")
    words = segment.text if segment.kind == "same" else segment.text.rstrip()
    return f"<span style='{look}'>{text(_middle_cut(words))}</span>{text(segment.text[len(words) :])}"


def _middle_cut(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[:AROUND].rstrip()} … {words[-AROUND:].lstrip()}"


def _quote(line: QuoteLine) -> str:
    words = line.text if len(line.text) <= QUOTED else f"{line.text[: QUOTED - 1].rstrip()}…"
    about = ", ".join(part for part in (attribution(line), dates.words(line.said_on), line.source_title) if part)
    return (
        f"<p class='point'>{_result(line.check or '')} &nbsp;"
        f"<a class='record' href='quote:{escape(line.uid)}'>{text(words)}</a></p>"
        f"<p class='small'>{text(about)}</p>"
    )
