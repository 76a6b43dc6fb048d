"""Names, offices and institutions in Arabic: where they begin and end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from db.speech.arabic_words import (
    BEHIND_NAME,
    CHAINS,
    CLOSED,
    OF_FAITH,
    OF_MANNER,
    PARTICLES,
    PLACING,
    given_behind,
    goes_on,
    goes_with,
    is_common,
    is_definite,
    is_joined,
    is_second,
    is_verb,
    past_adjectives,
)
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.sentences import THING
from db.speech.shapes import NAMED, TITLED, Speaker
from db.speech.tokens import Token, any_title

LONGEST = 6


_DOUBLE = a_set("جان آن ماري خوسيه هانز آنا أنا كارل يوهان خوان لويس ماريا روزا إيما كلير جون بيلي ليو")
"""Given names that often stand before another."""


class Words(NamedTuple):
    """Words that may name somebody; `closed` tells that a comma or the like shows where they end."""

    words: Sequence[Token]
    text: str
    closed: bool
    ended: bool = False
    """Whether a sign or “that” shows it."""

    def words_of(self, first: int, last: int) -> str:
        return self.text[self.words[first].start : self.words[last - 1].end]

    def span(self, last: int) -> tuple[int, int]:
        return self.words[0].start, self.words[last - 1].end


def body_end(words: Sequence[Token], kind: int) -> int:
    """Where the name of an institution ends: behind its last article, and before what is no adjective of its own.

    The word for its kind takes the first words, `kind` of them.
    """
    definite = any(word.key.lstrip("وف").startswith("ال") for word in words[:kind])
    for at in range(kind, len(words)):
        key, before = words[at].key, words[at - 1].key
        article = key.startswith(("ال", "وال", "لل"))
        if set(before) == {THING}:
            return at  # “the company ‘Pharmalux’ [hid]”
        if definite and not article and before not in PLACING and key not in PLACING and not is_joined(words[at]):
            return at  # “announced the army [its control]”
        if definite and words[at].title and key.startswith("ال"):
            return at  # “accused the ministry [the minister]”
        other = key.startswith("ال") and not key.endswith(("ة", "ى", "ا", "ات"))
        if definite and other and before.endswith("ة") and words[0].key.endswith("ة"):
            return at  # “urged the Ministry of Health [the inhabitants]”
        definite = definite or article
    return len(words)


def upright(title: str) -> str:
    """A title without the ending of the accusative, as behind “but”: “مصدرا في الوزارة”."""
    first, blank, rest = title.partition(" ")
    office = first.endswith("ا") and not first.endswith(("ها", "نا", "هما")) and any_title("ar").fullmatch(first[:-1])
    return f"{first[:-1]}{blank}{rest}" if office else title


def plain_name(used: Words, known: Collection[str]) -> Speaker | None:
    """A name with no office before it: a given name, a word that the text has as a name, or all up to a comma."""
    words = used.words
    first = words[0].key
    if first in known and is_given(first) and not goes_with(words, known):
        end = 1  # somebody called by the given name alone
    elif (is_given(first) or first in PARTICLES or "." in first) and len(words) > 1:
        end = name_end(used, 0, known)
    elif first in known:
        end = 1
    elif words[1:] and words[1].key.startswith("ال") and not words[1].key.endswith("ي"):
        return None  # “the truth of the figures”
    elif first.startswith("ال") and (given := given_behind(words)):
        return named(used, given, name_end(used, given, known))
    elif len(words) > 1 and not words[0].key.startswith("ال") and is_common(words[1]):
        return None  # “the opposite of that”
    elif first.startswith("ال") or len(words) == 1 or is_common(words[0]) or OF_MANNER.match(first):
        return None  # a thing: “the statement”
    elif used.closed and len(words) <= CLOSED:
        end = without_tail(words, 0)
    else:
        end = name_end(used, 0, known)
    return Speaker(NAMED, used.words_of(0, end), "", used.span(end))


def without_tail(words: Sequence[Token], at: int) -> int:
    """Where a name that begins at a place ends: “dryly”, “in Geneva” and “her anger” are no part of it."""
    end = len(words)
    while end - at > 2 and (words[end - 1].key.startswith("ب") or words[end - 1].key.endswith(("ها", "هم"))):
        end -= 1
    return end


def name_end(used: Words, start: int, known: Collection[str]) -> int:
    """Where a name ends that begins with a given name: with the first word that is none, but not with an object."""
    words = used.words
    end, surname, father = start + 1, False, False
    whole = start + 1  # where the given name ends
    while end < len(words) and end - start < LONGEST and not is_joined(words[end]):
        if words[end - 1].key in PARTICLES and not surname:
            whole = end + 1  # “Abd al-Karim”, “Abu Ali”
        elif words[end].key in PARTICLES and end + 1 < len(words):
            end += 1
            while end + 1 < len(words) and words[end].key in PARTICLES:
                end += 1
            surname = father = True
        elif words[end].key in OF_FAITH and not surname:
            whole = end + 1
        elif is_given(words[end].key) and not surname:
            pass
        elif not surname and (
            end == start + 1
            or (end == whole and is_second(words[end]))
            or _is_double(words, start, end)
            or words[end].key in known
            or is_surname(used, end)
        ):
            surname = True
        elif father and words[end].key.startswith("ال") and words[end].key.endswith("ي"):
            father = False  # “Hamad bin Radi al-Shailani”
        elif words[end].key in BEHIND_NAME or (used.ended and end + 1 == len(words) and is_second(words[end])):
            pass
        else:
            break
        end += 1
    return end


def _is_of_something(words: Sequence[Token], at: int) -> bool:
    """Whether two words are rather a thing and what it is of: “the results of the summit”."""
    of = words[at + 1].key if at + 1 < len(words) else ""
    return of.startswith("ال") and not of.endswith("ي") and words[at].key.startswith(("ب", "ل"))


def _is_double(words: Sequence[Token], start: int, end: int) -> bool:
    """Whether two given names are one, as in “Anne Marie Dubré”, so that a surname follows."""
    return end - start == 2 and words[start].key in _DOUBLE and is_second(words[end])


def is_surname(used: Words, at: int) -> bool:
    """Whether a word after two given names is a surname and no object."""
    last = used.closed and at + 1 == len(used.words) and not used.words[at].key.startswith("ب")
    return (last and not is_common(used.words[at])) or used.words[at].key.startswith("ال")


def titled(lex: Lexicon, used: Words, known: Collection[str]) -> Speaker:
    """A title, its complements, and the name that follows."""
    used = without_object(used)
    words = used.words
    last = last_office(lex, words)
    for at in range(1, len(words)):
        if is_given(words[at].key) and words[at - 1].key not in CHAINS:
            return named(used, at, name_end(used, at, known))
        if words[at].key in known and (at + 1 == len(words) or is_definite(words[at - 1].key)):
            return named(used, at, at + 1)
    at = past_complements(words, last)
    plain = at < len(words) and not is_common(words[at]) and not is_verb(words, at)
    plain = plain and (not words[at].key.startswith("ال") or words[at].key.endswith("ي"))
    plain = plain and not _is_of_something(words, at)
    if plain and used.closed:
        used = used._replace(words=words[: without_tail(words, at)])
    words = used.words
    if not plain or (len(words) - at == 1 and not used.closed):
        return Speaker(TITLED, "", upright(used.words_of(0, at)), used.span(at))
    end = min(len(words), at + 2)
    last = end + 1 == len(words) and used.closed and words[end].key.startswith("ال")
    last = last and words[end].key.endswith("ي") and not words[end].title and not words[end - 1].key.startswith("ال")
    last = last or (end + 1 == len(words) and used.ended and is_second(words[end]))
    end += end < len(words) and (last or words[end - 1].key in PARTICLES)
    return named(used, at, end)


def last_office(lex: Lexicon, words: Sequence[Token]) -> int:
    """The place of the last office of a chain: “the head of the mission, the general …”."""
    last = 0
    for at in range(1, len(words)):
        office = words[at].title or words[at].key in lex.honorifics
        if not (office or words[at].key.startswith("ال") or {words[at].key, words[at - 1].key} & CHAINS):
            break
        last = at if office else last
    return last


def without_object(used: Words) -> Words:
    """The words up to another office that begins something new: “the president Ada Brandt [the envoy of Veltria]”."""
    words = used.words
    for at in range(3, len(words)):
        one, before = words[at], words[at - 1]
        if one.title and not is_definite(one.key) and not before.title and before.key not in CHAINS | PLACING:
            return Words(words[:at], used.text, closed=True)
    return used


def named(used: Words, start: int, end: int) -> Speaker:
    return Speaker(NAMED, used.words_of(start, end), used.words_of(0, start), used.span(end))


def past_complements(words: Sequence[Token], last: int) -> int:
    """The place where the title ends: after an indefinite office comes what it is the office of, then adjectives."""
    at = last + 1
    if (
        at < len(words)
        and not is_definite(words[at - 1].key)
        and not is_verb(words, at)
        and words[at].key not in PLACING
    ):
        at += 1
        while at < len(words) and words[at - 1].key in CHAINS and goes_on(words, at):
            at += 1
    at = past_adjectives(words, at)
    if at < len(words) and is_joined(words[at]):  # “the director of the Dams Board”
        at = past_adjectives(words, at + 1)
        while at < len(words) and words[at - 1].key in CHAINS and goes_on(words, at):
            at += 1
    if at < len(words) and words[at].key.startswith("لل"):
        at = past_adjectives(words, at + 1)
    if at < len(words) and words[at].key in ("باسمه", "باسمها", "باسمهم"):
        at = past_adjectives(words, at + 1)
    while at < len(words) and set(words[at].key) == {THING}:
        at += 1  # “the editor of the magazine ‘The Bank’ Maggie Tawil”
    if at < len(words) and words[at].key in PLACING:
        at = past_adjectives(words, at + 2)
        if at < len(words) and words[at - 1].key in CHAINS:
            at = past_adjectives(words, at + 1)
    return min(at, len(words))
