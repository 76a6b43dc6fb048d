"""The words of a clause, each with what can be seen of it: a capital, a title, a sign between words."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from db.speech import german_given
from db.speech.lexicon import Lexicon, lexicon
from db.speech.russian_names import is_given

_SHORT = r"(?:[^\W\d_]\.){2,}|(?:[^\W\d_]\.-)+[^\W\d_]\."  # U.N., H.-J.
_INITIAL = r"[A-ZÀ-ÞА-ЯЁ]\.(?=[A-ZÀ-ÞА-ЯЁ][^\W\d_])"
_WORD = re.compile(rf"{_SHORT}|{_INITIAL}|[^\W_]\w*(?:[’'\-\u2010\u2011\u200c.&/][^\W_]\w*)*|[^\w\s]")
_ARABIC = re.compile(rf"(?:(?<!\w)[ء-ي]\.\s?){{1,3}}(?=[^\W\d_]{{2}})|{_WORD.pattern}")
"""With initials, “ك. أ.”, as one word."""
_ELIDED = re.compile(
    rf"{_SHORT}|(?:[ldnjsmtc]|qu)[’'](?=\w)|[^\W_]\w*(?:[\-.&/][^\W_]\w*)*(?:[’']\w+)*|[^\w\s]", re.IGNORECASE
)
_RUSSIAN = re.compile(rf"[А-ЯЁ]\.(?:\s?[А-ЯЁ]\.)?(?=\s[А-ЯЁ][^\W\d_])|{_WORD.pattern}")  # А. В. Северцев
_PATTERNS = {"fr": _ELIDED, "ru": _RUSSIAN, "ar": _ARABIC}
_PREFIX = re.compile(
    r"(?:al|el|ad|as|ash|an|ar|at|abu|ibn|ben|bin|o|d|mc|аль|эль|уль|ас|ад|ат|ан|аз|аш|ар|эс|эш|эд|эр|эз|эн|ан)[-’']",
    re.IGNORECASE,
)


_GERMAN_SURNAME = re.compile(
    r"Richter|Schreiber|Kanzler|Lehrer|Gärtner|Fischer|Bäcker|Jäger|Meister|Vogt|Graf|König|Herzog|Fürst|Kaiser|Bischof|"
    r"Pfarrer|Hauptmann|Schaffner|Förster|Schneider|Probst|Wirt|Baptist|Müller|Winzer|Dichter|Maler|Vikar|Rat"
)


class Token(NamedTuple):
    """A word or a sign; `key` is how it is looked up."""

    text: str
    start: int
    end: int
    capital: bool
    title: bool
    key: str

    @property
    def is_word(self) -> bool:
        """Whether it is no sign."""
        return self.text[0].isalnum()


def tokens(lex: Lexicon, text: str) -> list[Token]:
    """The words and signs of a text in order."""
    titles = (match.span() for match in any_title(lex.code).finditer(text))
    none = len(text), len(text) + 1
    first, last = next(titles, none)
    found = list[Token]()
    for word in _PATTERNS.get(lex.code, _WORD).finditer(text):
        start, end = word.span()
        while last <= start:
            first, last = next(titles, none)
        titled = first < end and not (found and _is_surname(lex, found, word[0]))
        found.append(Token(word[0], start, end, _is_capital(word[0]), titled, word[0].lower().replace("'", "’")))
    return found


def _is_surname(lex: Lexicon, found: list[Token], word: str) -> bool:
    """Whether a trade is a surname: it has a capital and follows a given name, “Нина Рыбак”, “Anna Richter”."""
    before = found[-1]
    if lex.code == "de":
        if before.title or not before.capital or not word[:1].isupper() or before.text in lex.not_names:
            return False
        owner = before.key.endswith(("s", "er"))
        titled = len(found) > 1 and found[-2].title and not owner
        if german_given.is_given(before.key) or titled:
            return True  # “Ada Rademacher”, “Bürgermeister Jobst Rademacher”
        return bool(_GERMAN_SURNAME.fullmatch(word)) and not owner and before.text.isalpha()
    if lex.code != "ru":
        return False
    return word[:1].isupper() and before.capital and not before.title and is_given(before.key)


def _is_capital(word: str) -> bool:
    prefix = _PREFIX.match(word)
    return word[:1].isupper() or (prefix is not None and word[prefix.end() :][:1].isupper())


@cache
def any_title(code: str) -> re.Pattern[str]:
    """A pattern for the words of any office or institution in a language."""
    lex = lexicon(code)
    patterns = [*lex.titles.values(), lex.institutions]
    return re.compile("|".join(one.pattern for one in patterns), re.IGNORECASE)


def offices(lex: Lexicon, text: str) -> set[str]:
    """The kinds of offices that a title names; of several words that stand in one another the longest counts."""
    found = sorted(
        (match.start(), -match.end(), kind) for kind, pattern in lex.titles.items() for match in pattern.finditer(text)
    )
    kinds, reach = set[str](), -1
    for _, end, kind in found:
        if -end > reach:
            kinds.add(kind)
            reach = -end
    return kinds
