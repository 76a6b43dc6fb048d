"""Whom a sentence is about in which nobody speaks."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from db.speech import phrases
from db.speech.german_cases import is_oblique
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, moved_speaker
from db.speech.subjects import subject_after

_POINTED = re.compile(r"\b(?:she|he|elle|il)\s+(?!y\b|faut\b|est\s+\w+\s+que\b)[^\W\d_]")
_OF = re.compile(r"\b(?:of|d[eu]|des|d[’']|de\s+la|de\s+l[’'])\s*$")
_LED = re.compile(
    r"\b(?:with|by|from|to|for|against|between|beside|behind|near|about|after|before|avec|par|à|aux?|pour|contre|chez|devant|"
    r"derrière|sur|sans|après|avant|entre)\s+(?:(?:the|an?|his|her|its|their|l[ae]|les|une?|sa|son|ses|leurs?)\s+|l[’'])?$"
)
_OWNING = re.compile(r"[’']s?$")
_SENTENCE = re.compile(r"[.!?…؟]\s")
_CAME = re.compile(r"\b(?:when|quand|lorsque|als)\s+")
Known = Collection[str]


def begun(lex: Lexicon, sentence: str, known: Known) -> Speaker | None:
    """Whom a sentence begins with."""
    led = lex.code == "fr" and lex.adjuncts.match(sentence)  # “Dans la cuisine de sa sœur, elle …”
    found = None if led else subject_after(lex, sentence, known, anybody=False, nominative=True)
    if found is None:
        return None
    return None if lex.code == "de" and is_oblique(sentence, found) else found


def later(lex: Lexicon, sentence: str, known: Known, bare: Callable[[], Speaker | None]) -> Speaker | None:
    """Whom a sentence is about that begins with something else; `bare` tells a surname alone in it."""
    found = _came(lex, sentence, known) or _past_adjunct(lex, sentence, known)
    if lex.code == "de":  # where article and preposition tell that nobody else is it
        found = found or subject_after(lex, sentence, known, anybody=False)
        return (found if found and not is_oblique(sentence, found) else _upright(lex, sentence, found)) or bare()
    found = found or bare()
    if found is None and lex.code in ("en", "fr") and _POINTED.search(sentence):
        return None
    found = found or phrases.later(lex, sentence, known)
    named = [] if found else [one for one in phrases.everyone(lex, sentence) if not _is_owner(lex, sentence, one.span)]
    return found or next(iter((_not_led_to(lex, sentence, named) or named)[-1:]), None)


def _not_led_to(lex: Lexicon, sentence: str, named: Sequence[Speaker]) -> list[Speaker]:
    """Those of some people to whom no preposition leads: “with Ada Brandt”, “by the envoy, Ove Lind”."""
    found, led, end = list[Speaker](), False, -1
    for one in named:
        beside = end >= 0 and sentence[end : one.span[0]].strip() == ","
        led = led if beside else bool(lex.code in ("en", "fr") and _LED.search(sentence, 0, one.span[0]))
        end = one.span[1]
        found += [] if led else [one]
    return found


def last_named(lex: Lexicon, text: str) -> Speaker | None:
    """The person whom the last sentence of a text names last: “To the crowd turned the mayor Ada Brandt”."""
    start = max((stop.end() for stop in _SENTENCE.finditer(text)), default=0)
    found = [one for one in phrases.everyone(lex, text[start:].rstrip(" :")) if one.how == NAMED]
    return moved_speaker(found[-1], start) if found else None


def _is_owner(lex: Lexicon, sentence: str, span: Span) -> bool:
    """Whether somebody only owns what a sentence is about: “the instructions of Ada Brandt”."""
    owns = lex.code in ("en", "fr") and _OF.search(sentence, 0, span[0])
    return bool(owns or _OWNING.search(sentence[slice(*span)]))


def _upright(lex: Lexicon, sentence: str, other: Speaker | None) -> Speaker | None:
    """Who may be the subject of a German sentence: rather a person than an institution."""
    others = [one for one in phrases.everyone(lex, sentence) if not is_oblique(sentence, one)]
    found = next((one for one in others if one.how == NAMED), next(iter(others), None))
    return found or (other if other and other.how != INSTITUTION else None)


def _came(lex: Lexicon, sentence: str, known: Known) -> Speaker | None:
    """Who enters: “It was late when Ada Brandt came in.”"""
    came = _CAME.search(sentence)
    found = phrases.read(lex, sentence[came.end() :], known, whole=False) if came else None
    return moved_speaker(found, came.end()) if came and found and found.how == NAMED else None


def _past_adjunct(lex: Lexicon, sentence: str, known: Known) -> Speaker | None:
    """Whom a sentence is about that begins with something else: “Asked by reporters, the envoy …”."""
    if not lex.adjuncts.match(sentence):
        return None
    apposed: Speaker | None = None
    for comma in [*re.finditer(r",\s+", sentence[:300])][:3]:
        found = subject_after(lex, sentence[comma.end() :], known, anybody=False)
        if found and found.how in (NAMED, TITLED, INSTITUTION) and found.span[0] <= 4:
            found = moved_speaker(found, comma.end())
            if found.how != NAMED or found.title or not sentence[found.span[1] :].startswith(","):
                return found
            apposed = apposed or found  # “After a talk with the envoy, Ove Lind, the minister …”
    return apposed
