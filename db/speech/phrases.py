"""Who a few words name: a person, an office, an institution, several sides, or somebody pointed at."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from db.speech import (
    arabic_words,
    german_phrases,
    russian_names,
    russian_phrases,
    titles,
    turkish_names,
    uncased_phrases,
)
from db.speech.given_names import is_given
from db.speech.lexicon import Lexicon, a_set
from db.speech.names import BEHIND, IN_GENITIVE, LEADING, SHORT, is_place, may_name, name_run, named_by, past_place
from db.speech.sentences import THING
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Speaker
from db.speech.tokens import Token, tokens

LONGEST_TITLE = 14
LONGEST = 80  # words in which somebody is named; a paragraph may be one row of capitals
SMALL = 5  # words between a verb and its subject
FARTHEST = 12  # small words before a subject
_NAMED_BODIES = re.compile(
    r"association|ong|agency|broadcaster|company|firm|newspaper|agence|chaîne|compagnie|entreprise|société|"
    r"collectif|fondation|syndicat|parti|mouvement|fédération|charity|ngo|group|network|union|party|"
    r"foundation|movement|institute|think_tank|league|alliance"
)
"""Kinds of bodies that are called by names of their own."""
_INITIALS = re.compile(r"(?:[A-ZÀ-Þ]\.[ \u00a0]?){2,3}(?=,|[ \u00a0]?[a-zà-ÿ]|$)")
"""Somebody of whom no more is told than initials: “J.D.”"""
_ABBREVIATED = a_set("UN US UK EU DC NY USA ONU UE UA OSCE AU")
_NAMED_SO = a_set("named called prénommé prénommée nommé nommée appelé appelée")
_ARTICLES = a_set("the a an le la les l’ un une du des au aux")
_A_MAN = re.compile(
    r"(?:an?|the|une?|l[ea]|cet?|cette)\s+(?:[\w-]+\s+){0,3}(?:m[ae]n|wom[ae]n|boy|girl|fellow|youth|homme|"
    r"femme|garçon|fille|gaillard|dame)"
    r"\s+(?:named|called|by\s+the\s+name\s+of|prénommée?|nommée?|appelée?|du\s+nom\s+de|"
    r"répondant\s+au\s+nom\s+de)\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
"""“A young man named Perrin”"""


class _Clause(NamedTuple):
    """Words that are read, in their language, with the single words by which people are named elsewhere.

    With `anybody` a single capital counts as a name though nothing else shows that it is one.
    """

    lex: Lexicon
    text: str
    words: Sequence[Token]
    known: Collection[str]
    anybody: bool = False


def read(lex: Lexicon, text: str, known: Collection[str], *, whole: bool, anybody: bool = False) -> Speaker | None:
    """The speaker whom a text names from its beginning; with `whole` nothing else may stand in it.

    `known` are the single words by which people are named elsewhere; with `anybody` any single capital is taken for a
    name. The span is counted in `text`.
    """
    return _read_words(_Clause(lex, text, _tokens(lex, text, known), known, anybody), 0, whole=whole)


def find(lex: Lexicon, text: str, known: Collection[str], *, strict: bool = False) -> Speaker | None:
    """The speaker whom a text names up to its end, whatever small words stand before; with `strict` none may."""
    clause = _Clause(lex, text, _tokens(lex, text, known), known)
    for at, word in enumerate(clause.words[: 1 if strict else FARTHEST]):
        before = clause.words[at - 1] if at else None
        if before and (
            before.key in lex.of
            or before.key in lex.joins
            or before.key in ("vom", "from")
            or lex.adjuncts.match(before.text)
        ):
            continue
        inside = before and before.capital and word.capital and not before.title and not word.title
        inside = inside and not (lex.code == "ru" and before and before.text in lex.not_names)  # “Earlier Brandt said”
        if inside and not (lex.code == "tr" and before and turkish_names.in_case(before.text)):
            continue  # the middle of a name
        if before and not before.is_word and before.text not in ".(":
            continue
        found = _read_words(clause, at, whole=True)
        if found:
            return found
        if word.title and at and not (lex.code == "tr" and clause.words[at + 1 : at + 2]):
            return None
    return None


def later(lex: Lexicon, text: str, known: Collection[str]) -> Speaker | None:
    """The speaker whom a text names after a few small words: “заявил по итогам встречи министр”."""
    clause = _Clause(lex, text, _tokens(lex, text, known), known)
    if lex.code == "ru":
        return russian_phrases.later(lex, clause.words, lambda at: _read_words(clause, at, whole=False))
    for at, word in enumerate(clause.words[: SMALL + 1]):
        unknown = lex.code == "tr" and word.key == "bir"  # “a child in the last row”
        if word.title or word.capital or unknown:
            behind = lex.code == "de" and at > 0 and clause.words[at - 1].key in lex.before_name
            found = _read_words(clause, at - behind, whole=False) or _read_words(clause, at, whole=False)
            if behind and found and found.how == NAMED and " von " in found.name:
                continue  # “auf dem Hof von Ada Brandt”
            if found and not (lex.code == "tr" and turkish_names.in_case(text[slice(*found.span)])):
                return found
        relative = lex.code != "de" and lex.relatives.fullmatch(word.text)  # which are articles too
        if not word.is_word or relative or word.key in ("что", "dass", "que"):
            return None
    return None


def first(lex: Lexicon, text: str, known: Collection[str]) -> Speaker | None:
    """The first whom a text names, wherever; what has a Turkish ending of case after its name is passed over."""
    clause = _Clause(lex, text, _tokens(lex, text, known), known)
    for at, word in enumerate(clause.words):
        before = clause.words[at - 1] if at else None
        if before and word.capital and (before.title or may_name(lex, before)):
            continue  # the middle of what was no name as a whole
        several = lex.sides.fullmatch(word.text)
        if not (lex.cased or word.title or word.key in known or several or is_given(word.key)):
            continue
        found = _read_words(clause, at, whole=False)
        if found and not re.search(r"[’']\w+$", text[slice(*found.span)]) and not _is_owner(lex, text, found):
            return found
    return None


def _is_owner(lex: Lexicon, text: str, found: Speaker) -> bool:
    """Whether a Turkish office in a case goes on where a speaker seems to end: “Mahkeme başkanının sorusuna”."""
    behind = re.match(r"\s(\w+)", text[found.span[1] :]) if lex.code == "tr" else None
    return behind is not None and turkish_names.is_oblique(behind[1])


def everyone(lex: Lexicon, text: str) -> Iterator[Speaker]:
    """All whom a text names by a title or by more than one word, from left to right."""
    clause = _Clause(lex, text, _tokens(lex, text, ()), ())
    reach = 0
    for at, word in enumerate(clause.words):
        if lex.code == "ru" and word.key in russian_phrases.WHERE and word.start >= reach:
            past, _ = russian_phrases.past_governed(lex, clause.words, at + 1)  # “in New Klyuchi Ada Brandt said”
            reach = clause.words[past].start if past < len(clause.words) else len(text)
            continue
        if word.start < reach or not (word.title or (word.capital if lex.cased else is_given(word.key))):
            continue
        if lex.code == "ar" and at and not word.title and arabic_words.is_inside(clause.words[at - 1]):
            continue  # a town, which may be called as a person is, or “Abu Ali”
        if lex.code in ("en", "fr") and at and clause.words[at - 1].key in _ARTICLES and not word.title:
            run = name_run(lex, clause.words, at)  # “the Narrow Sea”
            reach = clause.words[run[-1]].end if run else reach
            continue
        behind = lex.code == "de" and at > 0 and clause.words[at - 1].key in lex.before_name
        found = _read_words(clause, at - behind, whole=False)
        owner = turkish_names.OWNER.search(found.title) if found and lex.code == "tr" else None
        if found and owner:  # “Suzan Ertürk’ün yayıncısı Mahir Bey” names two
            yield from everyone(lex, text[: text.find(found.title) + owner.start()])
        if (
            found
            and found.how == NAMED
            and not found.title
            and at
            and clause.words[at - 1].key in german_phrases.WITH_ARTICLE
        ):
            continue  # “vom Fluss Orun”: no person has an article
        polite = found is not None and clause.words[at].key in lex.honorifics and lex.cased
        if found and (found.how == TITLED or found.title or polite or len(found.name.split()) > 1):
            yield found
            reach = word.end if found.how == INSTITUTION and not lex.cased else found.span[1]


def _tokens(lex: Lexicon, text: str, known: Collection[str]) -> Sequence[Token]:
    words = tokens(lex, text)
    return turkish_names.with_offices(turkish_names.with_surnames(words, known)) if lex.code == "tr" else words


def _read_words(clause: _Clause, at: int, *, whole: bool) -> Speaker | None:
    words = clause.words[at:] if whole else clause.words[at : at + LONGEST]
    if not words:
        return None
    if not clause.lex.cased:
        return uncased_phrases.read(clause.lex, words, clause.text, clause.known, whole=whole, anybody=clause.anybody)
    found = _read(clause, words)
    if found is None or (whole and found[1] < len(words)):
        return None
    return found[0]


def _read(clause: _Clause, words: Sequence[Token]) -> tuple[Speaker, int] | None:
    """The speaker whom words begin with, and how many words that takes."""
    lex = clause.lex
    if lex.code == "ru" and not words[0].text.strip(THING):  # “writes ‘The Herald’”
        return Speaker(INSTITUTION, "", words[0].text, (words[0].start, words[0].end)), 1
    at = next((place for place, word in enumerate(words) if word.key not in lex.before_name), len(words))
    pointed = german_phrases.pointed(lex, clause.text, words, at) if lex.code == "de" else None
    if pointed or at == len(words):
        return pointed
    one = words[at]
    how = POINTED if lex.pronouns.fullmatch(one.text) and not at else SIDES if lex.many.fullmatch(one.text) else ""
    if how:
        return Speaker(how, "", one.text, (one.start, one.end)), at + 1
    if one.key in lex.honorifics:
        return _read_honoured(clause, words, at)
    found = _read_special(clause, words, at) if lex.code in ("en", "fr") else None
    found = found or _read_titled(clause, words, at) or _read_pointing(clause, words)
    if at and lex.code == "de":
        return found or german_phrases.called(lex, clause.text, words, at)
    return found or (None if at else _read_name(clause, words, at, sure=False))


def _read_honoured(clause: _Clause, words: Sequence[Token], at: int) -> tuple[Speaker, int] | None:
    """A name behind forms of address: “Frau Prof. Dr. Lind”."""
    after = at
    while after < len(words) and words[after].key in clause.lex.honorifics:
        after += 1 + (words[after + 1].text == "." if after + 1 < len(words) else 0)
    named = _read_name(clause, words, after, sure=True)
    while after < len(words) and words[after].key in clause.lex.before_name:
        after += 1  # “Mme la présidente”
    return named or _read_titled(clause, words, after if clause.lex.code in ("en", "fr") else at)


def _read_special(clause: _Clause, words: Sequence[Token], at: int) -> tuple[Speaker, int] | None:
    """Somebody told by initials or by words that lead to a name, or an organisation by its short name."""
    lex, one = clause.lex, words[at]
    longer = any(len(words[place].text) > 1 and words[place].is_word for place in name_run(lex, words, at))
    initials = None if at or longer else _INITIALS.match(clause.text, one.start)
    if initials and re.sub(r"\W", "", initials[0]) not in _ABBREVIATED:
        end = sum(word.end <= initials.end() for word in words)
        return Speaker(NAMED, initials[0].strip(), "", (one.start, words[end - 1].end)), end
    called = _A_MAN.match(clause.text, words[0].start)
    if called:
        return _read_name(clause, words, sum(word.start < called.end() for word in words), sure=True)
    if _is_acronym(one) and not (at + 1 < len(words) and may_name(lex, words[at + 1])):
        return Speaker(INSTITUTION, "", one.text, (words[0].start, one.end)), at + 1
    return None


def _is_acronym(word: Token) -> bool:
    """Whether a word is the short name of an organisation: “NATO”."""
    letters = word.text.isalpha() and word.text.isupper() and 2 < len(word.text) <= SHORT + 2
    return letters and not word.title and word.text not in BEHIND


def _read_pointing(clause: _Clause, words: Sequence[Token]) -> tuple[Speaker, int] | None:
    """Words that point as a pronoun does: “the latter”, “the 58-year-old”."""
    found = clause.lex.pointing.match(clause.text, words[0].start)
    if found is None:
        return None
    end = sum(word.end <= found.end() for word in words)
    return Speaker(POINTED, "", found[0], (words[0].start, words[end - 1].end)), end


def _read_titled(clause: _Clause, words: Sequence[Token], at: int) -> tuple[Speaker, int] | None:
    title = titles.begins_at(clause.lex, words, at)
    return None if title is None else _read_title(clause, words, at, title)


def _read_name(clause: _Clause, words: Sequence[Token], at: int, *, sure: bool) -> tuple[Speaker, int] | None:
    noble = sure and at < len(words) and words[at].key in LEADING and not words[at].capital
    run = name_run(clause.lex, words, at + noble)
    run = [at, *run] if noble and run else run  # “Mme de Ferrières”
    while len(run) > 1 and re.search(r"[’']s$", words[run[0]].text):
        run = run[1:]  # “Labour’s Edith Cray”
    if not run or (len(run) == 1 and not sure and not _is_known(clause, words[run[0]])):
        return None
    if clause.lex.code == "tr" and turkish_names.PLACES.fullmatch(turkish_names.stem(words[run[-1]].text)):
        return None
    if clause.lex.code == "ru" and any(
        IN_GENITIVE.match(words[at].key) and not russian_names.is_given(words[at].key) for at in run
    ):
        return None  # “the authorities of Kazakhstan”
    after = words[run[-1] + 1] if run[-1] + 1 < len(words) else None
    if clause.lex.code == "tr" and after and after.capital and clause.lex.institutions.match(after.text):
        return None  # “Yeni Çizgi Partisi’nin”
    if clause.lex.code == "tr" and turkish_names.MEDIUM.match(clause.text, words[run[-1]].end):
        return None  # “Ege Politika dergisindeki yazısında”
    end = past_place(clause.lex, words, run[-1] + 1)
    return Speaker(NAMED, _joined(clause, words, run), "", (words[0].start, words[end - 1].end)), end


def _is_known(clause: _Clause, word: Token) -> bool:
    if clause.anybody or word.key in clause.known or word.key.partition("’")[0] in clause.known:
        return True
    return clause.lex.code == "ru" and any(one in clause.known for one in russian_names.surnames(word.key))


def _read_title(clause: _Clause, words: Sequence[Token], start: int, title: int) -> tuple[Speaker, int]:
    """A title with what belongs to it, and the name that follows."""
    lex = clause.lex
    at, last, name = title + 1, title, list[int]()
    while not name and _may_go_on(lex, words, title, at):
        at = titles.past_address(lex, words, at)
        word = words[at]
        run = [] if word.title else name_run(lex, words, at)
        if word.title:
            last, at = at, at + 1
        elif word.key in _NAMED_SO and lex.code in ("en", "fr") and (name := name_run(lex, words, at + 1)):
            at = name[-1] + 1  # “a baker named Ove”
        elif (
            run and not titles.ends_owned(lex, words, run) and _names_body(clause, words[title].start, words[last].end)
        ):
            if _is_nameless(lex, words, run):
                break
            last, at = run[-1], run[-1] + 1
        elif run and (titles.goes_on(lex, words, run) or titles.is_of_person(lex, words, title, run[0])):
            last, at = run[-1], run[-1] + 1
        elif run:
            name = named_by(lex, words, run, last, clause.known)
            last, at = (last if name else run[-1]), run[-1] + 1
        elif titles.joins(lex, words, at) or (at == title + 1 and titles.has_rank(lex, words, at)):
            at += 1
        elif word.is_word and word.key not in lex.stops and titles.may_follow(lex, words, title, at):
            small = word.key in lex.of or word.key in lex.before_name
            last, at = (last if small else at), at + 1
        else:
            break
    return _titled(clause, words, (start, title, last), name)


def _titled(
    clause: _Clause, words: Sequence[Token], office: tuple[int, int, int], name: list[int]
) -> tuple[Speaker, int]:
    """The speaker of an office, which begins, has its first title and ends at places, with a name or without."""
    lex, (start, title, last) = clause.lex, office
    titled = clause.text[words[start].start : words[(name[0] - 1) if name else last].end].strip(" ,")
    end = past_place(lex, words, name[-1] + 1) if name else last + 1
    span = (words[0].start, words[end - 1].end)
    if name:
        return Speaker(NAMED, _joined(clause, words, name), titled, span), end
    titled = titles.without_case(lex, titled, words[:start])
    own = _own_name(clause, words, name_run(lex, words, last + 1))
    kind = titles.kind_of(lex, titled)
    one = lex.code == "de" and kind == SIDES and german_phrases.is_one(words[:start], titled)
    return own or (Speaker(TITLED if one else kind, "", titles.owner(lex, words, start, title) + titled, span), end)


def _may_go_on(lex: Lexicon, words: Sequence[Token], title: int, at: int) -> bool:
    """Whether a title may reach a word: in Russian no other begins there, “told the paper ‘The Dawn’ the mayor”."""
    if at >= len(words) or at - title > LONGEST_TITLE:
        return False
    return not (lex.code == "ru" and words[at].title and russian_phrases.is_another(words[title], words[at]))


def _is_nameless(lex: Lexicon, words: Sequence[Token], run: Sequence[int]) -> bool:
    """Whether capitals right behind an institution are no part of its name: a ministry has no name of a person."""
    goes_on = lex.code == "tr" and titles.goes_on(lex, words, run)  # “Birliği Genel Koordinatörü”
    placed = lex.code == "ru" and is_place(words[run[0]])
    placed = placed or (lex.code == "de" and german_phrases.is_seat(words, run))
    return words[run[0] - 1].title and not goes_on and not placed


def _own_name(clause: _Clause, words: Sequence[Token], run: Sequence[int]) -> tuple[Speaker, int] | None:
    """The body whose name follows the word for its kind: “l’association Médecins du Fleuve”."""
    if not run or not words[run[0] - 1].title:
        return None
    kind = words[run[0] - 1]
    german = clause.lex.code == "de" and german_phrases.BODIES.fullmatch(kind.text)
    if not german and (kind.capital or not _NAMED_BODIES.fullmatch(kind.text)):
        return None
    end = past_place(clause.lex, words, run[-1] + 1)
    end = german_phrases.past_name(words, end) if german else end
    title = " ".join(clause.text[(kind if german else words[run[0]]).start : words[end - 1].end].split())
    return Speaker(INSTITUTION, "", title, (words[0].start, words[end - 1].end)), end


def _names_body(clause: _Clause, start: int, end: int) -> bool:
    return titles.kind_of(clause.lex, clause.text[start:end], bodies=False) == INSTITUTION


def _joined(clause: _Clause, words: Sequence[Token], run: Sequence[int]) -> str:
    if clause.lex.code == "tr" and len(run) > 2 and turkish_names.stem(words[run[-1]].key) in turkish_names.POLITE:
        run = run[:-1]  # “Rıfat Ender Bey”
    name = " ".join(clause.text[words[run[0]].start : words[run[-1]].end].split())
    return re.sub(r"[’'][a-zçğıöşü]{1,5}$" if clause.lex.code == "tr" else r"[’']s$", "", name)
