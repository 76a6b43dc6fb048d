"""Words that turn the sense of a sentence round, in the seven languages: put in by a bracket, or left out.

Which language a text is in is not asked: a word counts in whichever it is one. What a language says by the ending of a
verb is known only for Turkish and Persian, and only as far as that ending is hardly ever another.
"""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"(?<![^\W_])(?<!['’ʼ])[nN]['’ʼ](?![^\W_])|[^\W_]+(?:[-'’ʼ][^\W_]+)*")
"""A word; the `n'` of French is one where what it belongs to is not there."""
_CLAUSE = re.compile("[.,;:!?…()\\[\\]،؛؟۔]|\\s[-–—]\\s")
"""Marks at which a clause ends."""
_NUMBERED = re.compile(r"\bno\.?\s?(?=\d)", re.IGNORECASE)
"""What stands before a number, as in `No. 5`."""
EDGE = 2
"""Words between the words that are quoted and one left out beside them that may belong to them."""
_NOT = frozenset(
    """
    not no never none nor neither nothing nobody nowhere cannot hardly
    не нет нету ни никогда нельзя никто никого никому никем ничто ничего ничему ничем никак нигде
    никакой никакая никакое никакие никакого никаких никакую никаким никакими
    nicht kein keine keinen keinem keiner keines keinerlei nie niemals nichts niemand niemanden niemandem nirgends weder
    ne pas non jamais rien aucun aucune nul nulle ni
    değil değiliz değilim değildir değildi yok yoktur hayır asla hiç hiçbir
    لا ليس ليست ليسوا لسنا لست لم لن ابدا
    نه هرگز هیچ
    """.translate(str.maketrans("يك", "یک")).split()
)
_WITHOUT = frozenset(("without", "без", "ohne", "sans", "olmadan", "بدون", "دون", "بلا", "غیر"))
"""Words that turn round only what follows them."""
_CONTRACTED = re.compile(r".*n['’ʼ]t|n['’ʼ].*")
"""As in `don't` and `n'est`; `N'Djamena` is a name."""
_TURKISH = re.compile(
    "(?!umuyor|komedi|namaz|samedi$)[^\\W\\d_]+(?:"
    "(?:m[ıiuü]yor|meyece|mayaca|memiş|mamış)[^\\W\\d_]*"
    "|(?:medi|madı)(?:[mnk]|n[ıi]z|l[ae]r|[ğky][^\\W\\d_]*)?"
    "|m[ae]z(?:(?:l[ae]r|d[ıi]|s[aeıi]|m[ıi]ş|ken)[^\\W\\d_]*)?)"
)
"""Endings of verbs; not those of `anlaşmazlık`, a dispute, `immediate`, or `samedi`."""
_LONGEST = 60
"""Letters of a word that may be a verb."""
_PERSIAN = re.compile("ن(?:می|خواه|یست|بود|باید|توان|شد|کرد|دار|کن)[^\\W\\d_]*")
_VOWELS = re.compile("[\u064b-\u065f\u0670]")
_LETTERS = str.maketrans("يكأإآ", "یکااا")


def among(text: str) -> str:
    """The first word of a text that turns a sense round; empty where none does."""
    return next((word for word in _words(text) if _turns(word) or _bare(word) in _WITHOUT), "")


def are_dropped(text: str) -> bool:
    """Whether what is left out between words that are quoted turns these round: beside them, in the same clause."""
    clauses = [_words(clause) for clause in _CLAUSE.split(text)]
    beside = (*clauses[0][:EDGE], *clauses[-1][-EDGE:])
    return any(map(_turns, beside)) or any(_bare(word) in _WITHOUT for word in clauses[-1][-EDGE:])


def right_before(text: str) -> str:
    """The word at the end of a text that turns round what follows it; empty where the last one does not."""
    words = _words(text)
    return among(words[-1]) if words and text.rstrip().endswith(words[-1]) else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(_NUMBERED.sub("", text))


def _bare(word: str) -> str:
    """A word as it is compared: in small letters, without vowel signs."""
    return _VOWELS.sub("", unicodedata.normalize("NFC", word)).replace("İ", "i").lower().translate(_LETTERS)


def _turns(word: str) -> bool:
    bare = _bare(word)
    if bare in _NOT or (bare[:1] in "وف" and bare[1:] in _NOT and len(bare) > 2):
        return True
    is_verb = len(word) <= _LONGEST and word[:1].islower() and _TURKISH.fullmatch(bare)
    is_contracted = _CONTRACTED.fullmatch(bare) and not (word[:1] == "N" and word[2:3].isupper())
    return bool(is_verb or is_contracted or _PERSIAN.fullmatch(bare))
