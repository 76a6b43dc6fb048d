"""Direct speech without any marks: a sentence in which a verb of saying and a colon lead to it."""

from __future__ import annotations

import re

from db.speech import clauses
from db.speech.context import Context
from db.speech.direct import Sentence, Spoken
from db.speech.shapes import SIDES, UNKNOWN, moved
from db.speech.subjects import BLANKS

LEAST = 3  # words of what is said
LANGUAGES = ("ru", "ar", "fa")
"""Languages that print speech in this way."""
_COLON = re.compile(r"(?<=[^\W\d_])\s?:\s+(?=[^\W\d_])")
AT_START = 6  # characters before the verb of a sentence that has more between speaker and colon
_ADVERBIAL = re.compile(
    r"[\s،,]*(?:في|خلال|أمام|على|لدى|عقب|بعد|ردا|من|إلى|عن|مع|وهو|وهي|حول|بشأن|أثناء|ل\w+|ب\w+)"
    r"(?:(?!(?<!\w)ب?[إأ]ن\w*)[^.:؟!])*$"
)
"""How an Arabic sentence tells between a speaker and a colon where, when or to whom somebody speaks."""
_ENDED = re.compile(r"[.!?…؟۔]\s*$")
_RUSSIAN_FIRST = re.compile(
    r"\b(?:я|мы|меня|мне|мной|нас|нам|нами|мой|моя|моё|мои|моего|моей|моих|наш|наша|наше|наши|нашего|нашей|наших|"
    r"ваш\w*|вы|вас|вам|вами|ты|тебя|тебе|давайте|пусть)\b|\w{3,}(?:йте|ите|емся|имся)\b",
    re.IGNORECASE,
)
"""What in Russian tells that words without marks are somebody’s own."""


def _goes_elsewhere(ctx: Context, led: clauses.Led) -> bool:
    """Whether more than where, when or to whom somebody speaks stands between that and the colon."""
    if ctx.lex.code == "ar" and led.attribution.verb[0] <= AT_START and _ADVERBIAL.match(led.tail):
        return False
    return bool(led.tail.strip(BLANKS))


def spoken(ctx: Context, sentence: Sentence) -> list[Spoken]:
    """The speech of a sentence without quotations that follows a colon, if words before it say whose it is."""
    shown = sentence.shown
    colon = _COLON.search(shown) if ctx.lex.code in LANGUAGES and not sentence.quoted else None
    if colon is None or not _ENDED.search(shown) or len(shown[colon.end() :].split()) < LEAST:
        return []
    if ctx.lex.code == "ru" and not _RUSSIAN_FIRST.search(shown, colon.end()):
        return []  # “answered the minister: the forest is not sold”
    led = clauses.before(ctx, shown[: colon.start()])
    if led is None or _goes_elsewhere(ctx, led) or led.attribution.speaker.how in (SIDES, UNKNOWN):
        return []
    words = sentence.span[0] + colon.end(), sentence.span[0] + len(shown.rstrip())
    return [Spoken((words,), moved(led.attribution, sentence.span[0]), "before", 0.7)]
