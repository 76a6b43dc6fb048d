"""How Turkish names people: endings of cases, surnames that are trades too, forms of address, and what is a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech.lexicon import a_set
from db.speech.tokens import Token, any_title

_CASED = re.compile(r"[’'][a-zçğıöşüâîû]{1,6}$")
_TRADE = re.compile(
    r"\w{2,}[cç][ıiuü]|usta|kaptan|hoca|çavuş|paşa|yazar|şef|h[aâ]kim|çoban|asker|pilot|şair|mimar|hekim|k[aâ]hya|memur"
)
"""Trades that stand as surnames, or behind a first name as a form of address."""
ADDRESS = a_set("bey hanım efendi hanımefendi beyefendi usta hoca paşa ağa kaptan teyze amca dede nine abla")
EPITHET = re.compile(
    r"(?:aynı|eski|konuk|ünlü|deneyimli|tecrübeli|usta|emekli|kıdemli|duayen|emektar)\s+(?=\w+$)", re.IGNORECASE
)
"""What a text calls somebody by of whom it has told already."""
_EPITHETS = a_set("eski ünlü deneyimli tecrübeli genç yaşlı kıdemli emekli konuk baş")
PLACES = re.compile(
    r"\w*(?:köşkü|meydanı|oteli|sarayı|havalimanı|havaalanı|limanı|gölü|nehri|irmağı|ırmağı|boğazı|caddesi|sokağı|radyosu|"
    r"gazetesi|postası|köprüsü|bildirisi|anlaşması|antlaşması|zirvesi|konferansı|forumu|kapısı|salonu|kulübü|adası|dağı|"
    r"vadisi|körfezi|mutabakatı|sözleşmesi|protokolü|televizyonu|haber|festivali|müzesi|barajı|kıyısı|istasyonu|bölgesi)",
    re.IGNORECASE,
)
"""What capitals end with that are a place or a thing."""
PLACED = re.compile(r"\w{3,}[dt][ae]ki")
"""Where somebody is: “yanındaki genç kâtip”."""
_ENDING = re.compile(r"(?:(?:y|n)?[ıiuü]n|n?[dt][ae]n|n?[dt][ae]|[yn]?[ae]|y?l[ae]|[yn]?[ıiuü]|(?:n|y)?c[ae])$")


_ADJECTIVE = re.compile(
    r"\w+l[ıiuü]|üst|düzey|eski|genç|emekli|başka|ismini|yabancı|resmi|resmî|askerî|askeri|diplomatik|batılı"
)


_SHORT = {
    "bakanlık": "bakanlığı", "vakıf": "vakfı", "birlik": "birliği", "komisyon": "komisyonu", "örgüt": "örgütü",
    "teşkilat": "teşkilatı", "parti": "partisi", "merkez": "merkezi", "enstitü": "enstitüsü", "konsey": "konseyi",
    "dernek": "derneği", "sendika": "sendikası", "komite": "komitesi", "başkanlık": "başkanlığı", "kurum": "kurumu",
    "büyükelçilik": "büyükelçiliği", "ajans": "ajansı", "kurul": "kurulu", "heyet": "heyeti", "misyon": "misyonu",
    "belediye": "belediyesi", "mahkeme": "mahkemesi", "valilik": "valiliği",
}  # fmt: skip
"""What an institution is called alone, and how that word ends its whole name."""
_INSTITUTION = re.compile(
    r"(?:[A-ZÇĞİÖŞÜ]\w+ (?:ve )?){1,6}?("
    + "|".join(one.capitalize() for one in _SHORT.values())
    + r")(?=\b|[dn]|y[ea]\b|[’'])"
)


def institutions(text: str) -> dict[str, str]:
    """The whole names of institutions that a text has, by what they are called alone."""
    ends = {whole: short for short, whole in _SHORT.items()}
    return {ends[found[1].lower()]: found[0] for found in _INSTITUTION.finditer(text)}


def in_case(word: str) -> bool:
    """Whether a name has the ending of a case behind an apostrophe, after which another name begins."""
    return bool(_CASED.search(word))


def title_case(text: str) -> str:
    """Capitals as names are written: I and İ are letters of their own."""
    return " ".join(word[:1] + word[1:].replace("İ", "i").replace("I", "ı").lower() for word in text.split(" "))


def stem(word: str) -> str:
    """A name without the ending behind its apostrophe."""
    return _CASED.sub("", word)


def with_surnames(words: Sequence[Token], known: Collection[str]) -> list[Token]:
    """The words of a clause, where a trade that is the surname of somebody is no title: “Başkan Balıkçı”."""
    return [
        word._replace(title=False) if word.title and _is_surname(words, at, known) else word
        for at, word in enumerate(words)
    ]


def _is_surname(words: Sequence[Token], at: int, known: Collection[str]) -> bool:
    bare = stem(words[at].key)
    if not words[at].capital or not _TRADE.fullmatch(bare):
        return False
    if bare in known:
        return True
    before = words[at - 1] if at else None
    if before is None or not before.is_word or not before.capital or in_case(before.text):
        return False
    named_next = at + 1 < len(words) and words[at + 1].is_word and words[at + 1].capital
    return not (named_next and (before.title or before.key in _EPITHETS))


def indefinite(words: Sequence[Token], at: int) -> int | None:
    """The place of an office behind “bir” with an adjective before it: “üst düzey bir yetkili”."""
    one = next((place for place in range(at + 1, min(len(words), at + 3)) if words[place].key == "bir"), None)
    if one is None or not all(word.is_word and _ADJECTIVE.fullmatch(word.key) for word in words[at:one]):
        return None
    return next((place for place in range(one + 1, min(len(words), one + 4)) if words[place].title), None)


def nominative(text: str) -> str:
    """A text whose last word, a name or an office, is freed of the ending of its case; never longer than it was."""
    text = text.rstrip()
    if _CASED.search(text):
        return _CASED.sub("", text)
    start = text.rfind(" ") + 1
    word = text[start:]
    titles = any_title("tr")
    for cut in range(1, 5):
        ending, bare = word[-cut:], word[:-cut]
        if len(bare) < 3 or not _ENDING.fullmatch(ending):
            continue
        for one in (bare, f"{bare[:-1]}k" if bare[-1] == "ğ" else bare):
            if titles.fullmatch(one):
                return text[:start] + one
    return text
