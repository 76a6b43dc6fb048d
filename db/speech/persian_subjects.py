"""Who the subject of a clause in Persian is: its first noun, for the verb stands last."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from db.speech import persian_common
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.persian_phrases import is_common_word, is_sure, read_words
from db.speech.sentences import HIDDEN
from db.speech.shapes import INSTITUTION, NAMED, POINTED, TITLED, Speaker
from db.speech.tokens import Token, tokens

_AS = a_set("چنان‌که چنانکه همان‌طور همانطور همان‌گونه آن‌طور آن‌گونه")
"""Words that begin “as Ada wrote”, a clause of its own inside another."""


def subject(lex: Lexicon, text: str, known: Collection[str]) -> Speaker | None:
    """The subject of a verb that follows a text; POINTED where only its ending tells, None where it is a thing."""
    words = [one for one in tokens(lex, text) if one.text != HIDDEN]
    at, acted = _first(words), False
    while at < len(words):
        word = words[at]
        small = _past_small(lex, words, at)
        if small > at:
            at = small
        elif word.key in persian_common.ADVERBIAL:
            inside = _inside(lex, words, at, text, known)
            if isinstance(inside, Speaker):
                return inside
            at = inside
        else:
            found = read_words(lex, words[at:], text, known)
            if (
                found
                and acted
                and found[0].how == NAMED
                and not (found[0].title or word.key in known or is_given(word.key))
            ):
                found = None
            stop = at + found[1] if found else _next(words, at, persian_common.OBJECT)
            if stop < len(words) and words[stop].key == persian_common.OBJECT:
                at, acted = stop + 1, word.key not in persian_common.POINTING  # the object; “this” is what was said
            elif found is None and (acted or word.key in lex.stops):
                at += 1  # what was done to it
            elif found is None:
                return _before_apposition(lex, words, at, text, known)
            else:
                return _with_appositions(lex, words, at + found[1], text, known, found[0])
    return Speaker(POINTED, "", "", (len(text), len(text)))


def _past_small(lex: Lexicon, words: Sequence[Token], at: int) -> int:
    """The place behind words that are no subject, where some stand; else `at`."""
    word = words[at]
    if not word.is_word or word.key in persian_common.LEADING or lex.around.fullmatch(word.text):
        return at + 1
    if word.key in lex.before_name and at + 1 < len(words) and words[at + 1].key in persian_common.TIMES:
        return _past_times(words, at + 1)  # “one day in the morning”
    return _past_act(words, at)  # “laughed and”, “shook his head and”


def _past_act(words: Sequence[Token], at: int) -> int:
    """The place behind a verb that a clause begins with, or a noun without a name and its verb; else `at`."""
    for place in range(at, min(len(words), at + 3)):
        key = words[place].key
        if persian_common.is_verb(key) or (place > at and key in persian_common.LIGHT):
            return place + 1
        if not persian_common.is_done(key):
            break
    return at


def _past_times(words: Sequence[Token], at: int) -> int:
    """The place behind words that tell a time."""
    while at < len(words) and words[at].key in persian_common.TIMES:
        at += 1
    return at


def _first(words: Sequence[Token]) -> int:
    """Where the clause of the verb begins: “as Ada wrote” is one of its own."""
    return next((at for at in range(len(words) - 1, 0, -1) if words[at].key in _AS), 0)


def _next(words: Sequence[Token], at: int, key: str) -> int:
    """The place of a word in the same clause, else behind all words."""
    for place in range(at, len(words)):
        if words[place].key == key:
            return place
        if not words[place].is_word:
            break
    return len(words)


def _inside(lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str]) -> Speaker | int:
    """The subject that follows an adverbial without a comma, “in this meeting the envoy”, else where that ends."""
    for place in range(at + 1, len(words)):
        word = words[place]
        if not word.is_word:
            return place + 1
        before = words[place - 1].key
        pointed = lex.pronouns.fullmatch(word.text) and before not in persian_common.ADVERBIAL
        if pointed and (place + 1 == len(words) or words[place + 1].key in lex.stops or words[place + 1].text in "،,"):
            return Speaker(POINTED, "", word.text, (word.start, word.end))
        shown = place - at >= 2 and words[place - 2].key in persian_common.POINTING
        timed = words[at].key not in lex.stops and place - at in (1, 2) and before not in lex.stops
        timed = timed or all(one.key in persian_common.TIMES for one in words[at:place])
        if (shown or timed) and (
            word.title
            or word.key in lex.honorifics
            or is_given(word.key)
            or word.key in known
            or lex.institutions.match(word.text)
        ):
            found = read_words(lex, words[place:], text, known)
            if found:
                return _with_appositions(lex, words, place + found[1], text, known, found[0])
        if word.title and place - at >= 2 and not lex.institutions.match(word.text) and before not in lex.stops:
            found = read_words(lex, words[place:], text, known)  # “in Vienna the attaché, Ada Brandt, …”
            joined = found and _with_appositions(lex, words, place + found[1], text, known, found[0])
            if found and joined and found[0].how == TITLED and joined.how == NAMED:
                return joined
    return len(words)


def _with_appositions(
    lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str], found: Speaker
) -> Speaker:
    """A name with the office that a comma parts from it, or an office with the name."""
    while at + 1 < len(words) and words[at].text in "،,(":
        other = read_words(lex, words[at + 1 :], text, known)
        if other is None:
            break
        one, more = found, other[0]
        span = one.span[0], more.span[1]
        if one.how == TITLED and more.how == NAMED and set(more.title.split()) <= lex.honorifics:
            found = Speaker(NAMED, more.name, one.title, span)
        elif one.how == NAMED and more.how in (TITLED, INSTITUTION) and set(one.title.split()) <= lex.honorifics:
            found = Speaker(NAMED, one.name, more.title, span)
        elif (
            one.how == more.how == NAMED and not (one.title or more.title) and _is_role(lex, one.name, more.name, known)
        ):
            found = Speaker(NAMED, more.name, one.name, span)
        else:
            break
        at += 1 + other[1]
    return found


def _before_apposition(
    lex: Lexicon, words: Sequence[Token], at: int, text: str, known: Collection[str]
) -> Speaker | None:
    """A single word as a name, where an office stands behind it between commas."""
    one = words[at]
    if at + 2 >= len(words) or words[at + 1].text not in "،," or is_common_word(lex, one) or len(one.key) < 3:
        return None
    superlative = words[at + 2].key.endswith("ترین")
    office = read_words(lex, words[at + 2 + superlative :], text, known)
    if office is None or office[0].how != TITLED:
        return None
    return Speaker(NAMED, one.text, office[0].title, (one.start, office[0].span[1]))


def _is_role(lex: Lexicon, one: str, other: str, known: Collection[str]) -> bool:
    """Whether words before a name are rather what the person is, though nothing shows that they are an office."""
    return is_sure(tokens(lex, other), known) and not is_sure(tokens(lex, one), known)
