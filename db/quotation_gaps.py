"""What of a source the dots and brackets of a quotation may stand for: a few words of one speaker, or no word at all.

Who speaks is not known here. What shows that it may be somebody else is looked for: a new turn of a transcript, and a
quotation that ends, unless another follows after one clause such as `he said on Monday`. Nor do dots stand for a word
that turns round what is quoted beside them.
"""

from __future__ import annotations

import re

from db import negations
from db.quotation_brackets import Gap
from db.quotation_words import Words, is_word

OMITTED = 100
"""Words and marks that dots may stand for."""
PARAGRAPHS = 1
"""Ends of paragraphs among them."""
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
_TURN = re.compile(r"\n[^\S\n]*+(?:[-–—]\s|[^\W\d_][^\n:.!?]{0,60}:\s)")
_QUOTE = re.compile('["“”„‟«»‹›「」『』＂]')
_OPENING, _CLOSING = frozenset("„«‹「『"), frozenset("”»›」』")
_SENTENCE = re.compile(r"(?<![^\W_])([^\W_]++)[.!?…؟۔。]+\s")
_ABBREVIATION = 3
"""Letters of a word with a capital whose full stop ends no sentence, as in `Mr.`"""
_STOPS = " \t\n.,;!?…،؛؟۔。-–—"


def may_stand_for(gap: Gap, words: Words, first: int, last: int) -> bool:
    """Whether a gap may stand for the words and marks of a source from the first to the one before the last."""
    if not gap.dots:
        return not any(map(is_word, words.keys[first:last]))
    if last - first > OMITTED:
        return False
    left = words.text[words.ends[first - 1] : words.starts[last]]
    return _is_of_one_speaker(left) and not negations.are_dropped(left)


def _is_of_one_speaker(text: str) -> bool:
    """Whether nothing in what dots stand for shows that somebody else speaks after it."""
    if len(_PARAGRAPH.findall(text)) > PARAGRAPHS or _TURN.search(text):
        return False
    deep, closed = 0, -1
    for sign in _QUOTE.finditer(text):
        if _opens(text, sign.start()):
            if closed >= 0 and not _is_one_clause(text[closed : sign.start()]):
                return False
            deep, closed = (0, -1) if closed >= 0 else (deep + 1, -1)
        elif deep:
            deep -= 1
        else:
            closed = sign.end()
    return closed < 0


def _opens(text: str, at: int) -> bool:
    """Whether a quotation mark opens: by what stands beside it, or, in the French way, by which it is."""
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    is_free_before = not before or before.isspace() or before in "([{—–"
    is_free_after = not after or after.isspace() or after in _STOPS
    if is_free_before == is_free_after:
        return text[at] in _OPENING or (text[at] not in _CLOSING and is_free_before and bool(before))
    return is_free_before


def _is_one_clause(text: str) -> bool:
    """Whether what stands between two quotations says no more than who spoke."""
    inside = text.strip(_STOPS)
    if ":" in text or _PARAGRAPH.search(text):
        return False
    ends = [word for word in _SENTENCE.findall(inside) if not (len(word) <= _ABBREVIATION and word[0].isupper())]
    return not ends and (text.rstrip()[-1:] not in ",،-–—" or not re.search("[,،;]", inside))
