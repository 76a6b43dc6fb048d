"""Direct speech without any marks: a sentence in which a verb of saying and a colon lead to it."""

from __future__ import annotations

import re

from db.speech import clauses
from db.speech.direct import Sentence, Spoken
from db.speech.lexicon import Context
from db.speech.shapes import SIDES, UNKNOWN, moved
from db.speech.subjects import BLANKS

LEAST = 3  # words of what is said
LANGUAGES = ("ru", "ar", "fa")
"""Languages that print speech in this way."""
_COLON = re.compile(r"(?<=[^\W\d_])\s?:\s+(?=[^\W\d_])")
_ENDED = re.compile(r"[.!?…؟۔]\s*$")


def spoken(ctx: Context, sentence: Sentence) -> list[Spoken]:
    """The speech of a sentence without quotations that follows a colon, if words before it say whose it is."""
    shown = sentence.shown
    colon = _COLON.search(shown) if ctx.lex.code in LANGUAGES and not sentence.quoted else None
    if colon is None or not _ENDED.search(shown) or len(shown[colon.end() :].split()) < LEAST:
        return []
    led = clauses.before(ctx, shown[: colon.start()])
    if led is None or led.tail.strip(BLANKS) or led.attribution.speaker.how in (SIDES, UNKNOWN):
        return []
    words = sentence.span[0] + colon.end(), sentence.span[0] + len(shown.rstrip())
    return [Spoken((words,), moved(led.attribution, sentence.span[0]), "before", 0.7)]
