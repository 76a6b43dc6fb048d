"""How Russian offices and their holders are put into words: what belongs to an office, and where a subject stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from db.speech import russian_names
from db.speech.lexicon import Lexicon, a_set
from db.speech.names import name_run
from db.speech.sentences import THING
from db.speech.shapes import Speaker
from db.speech.tokens import Token, tokens

LATER = 16  # words between a verb and its subject
ADJECTIVE = re.compile(r"[\w-]+(?:[ыио]й|[ая]я|ого|его|ому|ему|ым|им|[оеую]й)$")


_PLACED = re.compile(r"(?:[еыио]го|[сц]к(?:ой|их)|ой|[нвл]ых|[нчшщ]ей)$")
"""Adjectives in the genitive, as of a region."""
_PREPOSITIONS = a_set(
    "в во на из под при у к ко от ото до за с со для о об перед после через над без по между около среди"
)
_PLACING = a_set("в во на")
_PLACES = a_set(
    "окружении руководстве командовании аппарате оппозиции партии делегации парламенте верхах кругах следствии "
    "отставке органах переговорах области крае районе городе регионе республике столице"
)
"""What sources, officers and envoys are in, beside institutions."""
WHERE = a_set("в во на из близ под")


def later(lex: Lexicon, words: Sequence[Token], read: Callable[[int], Speaker | None]) -> Speaker | None:
    """The subject behind a verb; whom and where it was said to may stand before, in cases of their own.

    `read` tells whom the words from a place on name.
    """
    at, papers = 0, list[int]()
    owner = False  # whether an office in another case stands before, which a name may belong to
    while at < min(len(words), LATER):
        word = words[at]
        if word.key in _PREPOSITIONS:
            at, owner = past_governed(lex, words, at + 1)
        elif not word.text.strip(THING):  # whom it was said to, unless nobody else is named
            papers, at = [*papers, at][: at == 0], at + 1
        elif not word.is_word or lex.relatives.fullmatch(word.text) or _ends_clause(words, at):
            break
        elif not (word.title or word.capital):
            at += 1
        elif word.title and russian_names.in_case(word.text):
            at, owner = at + 1, True
        else:
            run = [] if word.title else name_run(lex, words, at)
            if owner and run and russian_names.name_in_case([words[one].text for one in run]):
                at, owner = run[-1] + 1, False
                continue
            found = read(_before_adjectives(words, at)) or read(at)
            if found and not russian_names.in_case(found.title):
                return found
            at += 1
    return read(papers[0]) if papers else None


def _ends_clause(words: Sequence[Token], at: int) -> bool:
    """Whether a small word begins another Russian clause, and does not join two adjectives."""
    if words[at].key == "и" and at:  # “extraordinary and plenipotentiary”
        return not all(ADJECTIVE.match(one.key) for one in (words[at - 1], *words[at + 1 : at + 2]))
    return words[at].key in ("что", "и")


def _before_adjectives(words: Sequence[Token], at: int) -> int:
    """Where the adjectives before an office begin: “the officer on duty”."""
    while at and ADJECTIVE.match(words[at - 1].key) and not (words[at - 1].title or words[at - 1].capital):
        at -= 1
    return at


def past_governed(lex: Lexicon, words: Sequence[Token], at: int) -> tuple[int, bool]:
    """Past what a Russian preposition governs: adjectives and an office or capitals, else a word; whether an office."""
    while at < len(words) and ADJECTIVE.match(words[at].key) and not (words[at].title or words[at].capital):
        at += 1
    if at == len(words) or not (words[at].title or words[at].capital):
        return at + 1, False
    if words[at].title:
        return at + 1, True
    run = name_run(lex, words, at)
    two = len(run) > 1 and bool(re.search("(?:[оеы][мй]|[ыи]х|[ое]го)$", words[at].key))
    if len(run) > 1 and russian_names.is_given(words[at].key) and not two:
        return run[-1] + 1, False
    return at + 1 + (two and not russian_names.is_given(words[at + 1].key)), False


def may_follow(lex: Lexicon, words: Sequence[Token], at: int) -> bool:
    """Whether a word that is no name may go on with an office: “of the Republic”, but not “was badly understood”."""
    one, before = words[at], words[at - 1].key
    if (one.key in _PLACING and not _names_place(words, at + 1)) or lex.said.fullmatch(one.text):
        return False  # “said the politician in an interview”
    if not (one.key in lex.of or before in lex.of or russian_names.may_depend(one.key)):
        return False
    return one.text not in lex.not_names or before in lex.of | lex.before_name


def length_of_house(lex: Lexicon, text: str) -> int:
    """How many characters of a text belong to the institution that it begins with."""
    words = tokens(lex, text)
    at = next((at for at, word in enumerate(words) if word.title), 0) + 1
    while at < len(words) and (words[at].capital or words[at].title or may_follow(lex, words, at)):
        at += 1
    return words[at - 1].end if words else len(text)


def goes_on(lex: Lexicon, words: Sequence[Token], run: Sequence[int], after: Token) -> bool:
    """Whether capitals behind an office are no name but belong to it, as what follows shows."""
    if not after.title:
        return len(run) == 1 and _is_region(lex, words[run[0]], after)
    # “the envoy of Norvia Ingmar Dale to the newspaper”
    return len(run) == 1 or (len(run) == 2 and bool(_PLACED.search(words[run[0]].key)))


def joins_nouns(words: Sequence[Token], at: int) -> bool:
    """Whether an “and” joins two nouns that belong to an office: “of information and the press”."""
    if words[at].key != "и" or at + 1 == len(words) or any(word.title for word in words[at + 1 : at + 3]):
        return False
    one = words[at + 1]
    genitive = re.search("[аяыих]$|[ое]й$|[ое]го$|[оеё]в$", one.key) and not one.capital
    return not words[at - 1].title and bool(genitive) and russian_names.may_depend(one.key)


def _is_region(lex: Lexicon, one: Token, after: Token) -> bool:
    """Whether a capital and the small word after it are a place: “of the Severian region”."""
    ending = _PLACED.search(one.key)
    if ending is None or after.capital or after.key in lex.stops or lex.around.fullmatch(after.text):
        return False
    if lex.said.fullmatch(after.text) or one.key in ("толстой",):
        return False
    return bool(re.search("[ыи]$|[ое]й$" if ending[0] == "ой" else "[аяыиейвх]$", after.key)) and len(after.key) > 2


def _names_place(words: Sequence[Token], at: int) -> bool:
    """Whether what a preposition governs is a place or an institution, behind adjectives."""
    while (
        at < len(words) and not words[at].capital and re.search(r"(?:[ое]м|[ое]й|[ыи]х|[ую]ю|[ое]го)$", words[at].key)
    ):
        at += 1
    return at < len(words) and (
        words[at].capital or words[at].title or not words[at].text.strip(THING) or words[at].key in _PLACES
    )


def is_another(first: Token, word: Token) -> bool:
    """Whether an office is in the nominative and no part of one before it that is in another case."""
    return russian_names.in_case(first.text) and not (word.capital or russian_names.in_case(word.text))
