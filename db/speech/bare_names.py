"""A surname with nothing beside it, as memoirs begin sentences: “Old Marchetti poured the coffee.”"""

from __future__ import annotations

import re

from db.speech.lexicon import Lexicon, a_set
from db.speech.names import may_name
from db.speech.shapes import NAMED, Speaker
from db.speech.tokens import Token, tokens

FARTHEST = 8  # words of a sentence among which its subject is looked for
ENGLISH_PAST = re.compile(
    r"\w{2,}ed|was|had|did|came|went|took|put|got|gave|sat|stood|rose|left|held|kept|made|let|set|read|ran|shook|threw|"
    r"drew|broke|brought|fell|felt|found|met|paid|sent|spoke|thought|told|turned|wore|wrote|leant|lit|bent|laid|caught|"
    r"could|would|began|knew|saw|heard|never|only|merely|simply|then|slowly|himself|herself"
)
_AGED = a_set("old young poor little dear vieux vieille jeune alte alter junge junger")
_LANGUAGES = ("en", "de", "fr")
_PREPOSITIONS = a_set("of in at to from for by with near over on through")
_AFTER = {
    "fr": re.compile(r"se|s[’']|me|m[’']|nous|lui|leur|y|en|ne|n[’']|l[’']|[^\W\d_]*(?:a|t|e)"),
    "de": re.compile(r"(?!\w+en\b)[a-zäöüß]{2,}(?:te|t|g|m|h|b|n|ß|d|k|f|s)\b"),
}


def subject(lex: Lexicon, sentence: str) -> tuple[Speaker, bool] | None:
    """The surname that seems to be the subject of a sentence, and whether that is more than a first word."""
    if lex.code not in _LANGUAGES:
        return None
    words = tokens(lex, sentence[:200])[: FARTHEST + 2]
    for at, word in enumerate(words[:FARTHEST]):
        if not may_name(lex, word) or word.text.isupper() or at + 1 >= len(words):
            continue
        before = words[at - 1] if at else None
        if before and (before.capital and before.key not in _AGED and not before.title):
            return None
        if words[at + 1].capital or not _is_subject(lex, before, words[at + 1]):
            continue
        return Speaker(NAMED, word.text, "", (word.start, word.end)), before is not None
    return None


def _is_subject(lex: Lexicon, before: Token | None, after: Token) -> bool:
    """Whether what stands around a capital shows that it does what the sentence tells."""
    if before and before.key in _PREPOSITIONS | lex.of | lex.before_name:
        return False
    if lex.code == "en":
        return bool(ENGLISH_PAST.fullmatch(after.text))
    if lex.code == "de":
        small = after.key in lex.of | lex.stops or lex.adjuncts.fullmatch(after.text)
        return before is None and not small and bool(_AFTER["de"].fullmatch(after.text))  # any noun has a capital
    return (before is None or not before.is_word or before.key in _AGED) and bool(_AFTER["fr"].fullmatch(after.text))
