"""What comparing a quotation with a source gave, in signs and words that are the same wherever it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from db import negations
from db.values import count
from db.word_diff import Segment

SIGNS = {"verbatim": "=", "marks": "~", "differs": "!", "missing": "×"}
WORDS = {
    "verbatim": "verbatim",
    "marks": "verbatim but for marks or brackets",
    "differs": "differs from its source",
    "missing": "not in its source",
}
AMISS = ("differs", "missing")
"""Results that say that a quotation is not what it is said to be."""

MOST = 4  # differences that a sentence tells
LONGEST = 60  # characters of one of them
_WORD = re.compile(r"[^\W_](?:[^\s]*[^\W_])?")
_REMARK = re.compile(r"\W*(?:sic)?\W*", re.IGNORECASE)
"""What a bracket says of the words before it, and dots."""
_DOTS = re.compile(r"[\[(<\s]*(?:…|\.\s?\.\s?\.)[\])>\s]*")
_COUNTED = (
    ("verbatim", "is verbatim", "are verbatim"),
    ("marks", "is verbatim but for marks or brackets", "are verbatim but for marks or brackets"),
    ("differs", "differs from its source", "differ from their sources"),
    ("missing", "is not in its source", "are not in their sources"),
    ("no-text", "could not be compared: no text of its source is held",
     "could not be compared: no text of their sources is held"),
)  # fmt: skip


def short(result: str | None) -> str:
    """A result as a line shows it, its sign first; empty where nothing was compared."""
    return f"{SIGNS[result]} {WORDS[result]}" if result in SIGNS else ""


def of_all(results: Mapping[str, int]) -> str:
    """How quotes stand in their sources, in a sentence, for how many there are of each result."""
    total = sum(results.values())
    if not total:
        return "This library holds no quotes yet."
    told = [count(results[result], one, many) for result, one, many in _COUNTED if results.get(result)]
    return f"{count(total, 'quote', 'quotes')}: {', '.join(told)}."


def differences(segments: Iterable[Segment]) -> str:
    """How a quotation differs from its passage, in a sentence: what was changed, left out or put in."""
    told: list[str] = []
    gone = new = ""
    for kind, text in (*segments, Segment("same", "")):
        if kind == "gone":
            gone += text
        elif kind in ("new", "put"):
            new += text
        else:
            told += [_difference(gone.strip(), new.strip())] if gone.strip() or new.strip() else []
            gone = new = ""
    more = f" and {len(told) - MOST:,} more" if len(told) > MOST else ""
    return f"{'; '.join(told[:MOST])}{more}." if told else ""


def put_in(segments: Iterable[Segment]) -> str:
    """What brackets put into the words of a passage, as `with “[are]” put in`; empty where they put in none."""
    told = [text.strip() for kind, text in segments if kind == "put" and not _REMARK.fullmatch(text)]
    more = f" and {len(told) - MOST:,} more" if len(told) > MOST else ""
    return f"with {', '.join(f'“{_cut(words)}”' for words in told[:MOST])}{more} put in" if told else ""


def left_out(segments: Iterable[Segment]) -> str:
    """How many words of its passage a quotation leaves out by dots, in a sentence; empty where it leaves out none.

    A word such as `not` is told, also one that stands so far from what is quoted that it may belong to something else.
    """
    left = [text for kind, text in segments if kind == "left"]
    number = sum(len(_WORD.findall(text)) for text in left)
    turns = next(filter(None, map(negations.among, left)), "")
    also = f", “{turns}” among them" if turns else ""
    return f"Its dots leave out {count(number, 'word', 'words')}{also}." if number else ""


def turned(before: str) -> str:
    """What is to be said, in a sentence, of a quotation that begins behind a word such as `not`; else nothing."""
    word = negations.right_before(before)
    return f"In the source “{word}” stands right before these words." if word else ""


def _difference(gone: str, new: str) -> str:
    if gone and _DOTS.fullmatch(new):
        return f"dots leave out “{_cut(gone)}”"
    if gone and new:
        return f"“{_cut(gone)}” has become “{_cut(new)}”"
    return f"“{_cut(gone)}” is left out" if gone else f"“{_cut(new)}” is put in"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
