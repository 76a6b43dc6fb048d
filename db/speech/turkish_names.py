"""How Turkish names people: endings of cases, surnames that are trades too, forms of address, and what is a place."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech.lexicon import a_set
from db.speech.tokens import Token, any_title
from db.speech.turkish_given_names import is_given

_CASED = re.compile(
    r"[’'][a-zçğıöşüâîû]{1,6}$|(?<=\bBey)(?:e|in|i|den|le)$|(?<=\bHanım)(?:a|ın|ı|dan|la)$|"
    r"(?<=\bEfendi)(?:ye|nin|yi|den|yle)$|(?<=\bPaşa)(?:ya|nın|yı|dan|yla)$|(?<=\bHoca)(?:ya|nın|yı|dan|yla)$"
)
_GENITIVE = re.compile(r"(?:[’']n?|Bey|Hanım|Efendin|Paşan|Hocan)[ıiuü]n$")
OWNER = re.compile(r"[’']n?[ıiuü]n\s")
"""Where the name of somebody ends to whom another one belongs: “Suzan Ertürk’ün yayıncısı”."""
MEDIUM = re.compile(r"\s(?:dergi|gazete|kanal|televizyon|radyo|ajans|haber|portal|internet|program)\w*")
"""What stands behind capitals that name a paper or station and nobody."""
_KIN = a_set("oğul baba anne kardeş ağabey eş genç yaşlı ihtiyar usta kaptan dul")
_TRADE = re.compile(
    r"\w{2,}[cç][ıiuü]|usta|kaptan|hoca|çavuş|paşa|yazar|şef|h[aâ]kim|çoban|asker|pilot|şair|mimar|hekim|k[aâ]hya|memur"
)
"""Trades that stand as surnames, or behind a first name as a form of address."""
_BY_TRADE = re.compile(r"\w{2,}[cç][ıiuü]")
ADDRESS = a_set("bey hanım efendi hanımefendi beyefendi usta hoca paşa ağa kaptan teyze amca dede nine abla")
EPITHET = re.compile(
    r"(?:aynı|eski|konuk|ünlü|deneyimli|tecrübeli|usta|emekli|kıdemli|duayen|emektar|(?P<looks>genç|yaşlı|tutuklu|yeni))"
    r"\s+(?=\w+$)",
    re.IGNORECASE,
)
"""What a text calls somebody by of whom it has told already; what one looks like may as well be told of another."""
_EPITHETS = a_set("eski ünlü deneyimli tecrübeli genç yaşlı kıdemli emekli konuk baş")
PLACES = re.compile(
    r"\w*(?:köşkü|meydanı|oteli|sarayı|havalimanı|havaalanı|limanı|gölü|nehri|irmağı|ırmağı|boğazı|caddesi|sokağı|radyosu|"
    r"gazetesi|postası|köprüsü|bildirisi|anlaşması|antlaşması|zirvesi|konferansı|forumu|kapısı|salonu|kulübü|adası|dağı|"
    r"vadisi|körfezi|mutabakatı|sözleşmesi|protokolü|televizyonu|haber|festivali|müzesi|barajı|kıyısı|istasyonu|bölgesi)",
    re.IGNORECASE,
)
"""What capitals end with that are a place or a thing."""
LEAST_ROW = 4  # capitals in a row from which they hold an office and a name, though no given name is known
PLACED = re.compile(
    r"\w{3,}[dt][ae]ki|(?!\w*(?:m[ae]n|insan|vatan|divan|maden|beden|belde|düzen)$)(?:\w{2,}[ae]n|\w{3,}[dt][ae])"
)
"""What stands before somebody and belongs to no office: “yanındaki genç kâtip”, “televizyona çıkan genç bakan”."""
INITIALS = re.compile(r"(?!T\.C\.|A\.Ş\.|B\.M\.|A\.B\.|M\.[ÖS]\.)(?:[A-ZÇĞİÖŞÜ]\.){2,3}")
"""Somebody whose name a court keeps back: “M.K.”"""
_ENDING = re.compile(r"(?:(?:y|n)?[ıiuü]n|n?[dt][ae]n|n?[dt][ae]|[yn]?[ae]|y?l[ae]|[yn]?[ıiuü]|(?:n|y)?c[ae])$")


PEER = re.compile(r"\b(?:mevkidaşı|meslektaşı|muadili|halefi|selefi)\b", re.IGNORECASE)
"""Who holds the same office as whoever was named before."""
POLITE = a_set("bey hanım efendi hanımefendi beyefendi")
"""What never belongs to a name that has a surname."""
_OWNED = re.compile(r"\w{3,}[ıiuü]", re.IGNORECASE)
"""How an office ends that is one of something: “Su İdaresi Başmühendisi”; surnames may end so too."""
_MINE = re.compile(r"\w{2,}(?:[aeıioöuü]s[ıiuü]|[aeıiouöü]m(?:[ıiuü]z)?)", re.IGNORECASE)
"""How an office or relation ends that is somebody's, and no object of a verb does: “kâtibesi”, “komşumuz”."""
_NO_NAME = re.compile(
    r"\w{2,}(?:log|ist|zede|baz|perver|k[aâ]r|[dt]aş|tör|nör|sör|şör|isyen|[ae]r[ae]k|[ıiuü]nc[ae]|l[ıi]yken|[dt][ae]ki)|"
    r"\w{3,}(?:y[ae]n|ş[ae]n|rt[ae]n|l[ae]n|t[ae]n|d[ae]n|r[ae]n)"
)
"""How trades, participles and adverbs end that stand before a name with a capital."""

_ADJECTIVE = re.compile(
    r"\w+l[ıiuü]|üst|düzey|eski|genç|emekli|başka|ismini|yabancı|resmi|resmî|askerî|askeri|diplomatik|batılı"
)


BROUGHT_IN = re.compile(r"(?:^|\s)bir\s")
"""“An official close to the talks”: somebody of whom was not told before."""
_FROM = re.compile(r"\w{3,}(?:[lk][ıiuü][ğk]|kan|ordu|parti|polis|banka|heyet|ofis)\w*[dt][ae]n")
"""An institution from which somebody is, in the ablative."""
_HUMAN = a_set("kadın adam kişi genç anne baba çocuk kız yolcu köylü vatandaş göçmen mülteci delikanlı")
"""Whom a text tells of that holds no office."""
_SHORT = {
    "bakanlık": "bakanlığı", "vakıf": "vakfı", "birlik": "birliği", "komisyon": "komisyonu", "örgüt": "örgütü",
    "teşkilat": "teşkilatı", "parti": "partisi", "merkez": "merkezi", "enstitü": "enstitüsü", "konsey": "konseyi",
    "dernek": "derneği", "sendika": "sendikası", "komite": "komitesi", "başkanlık": "başkanlığı", "kurum": "kurumu",
    "büyükelçilik": "büyükelçiliği", "ajans": "ajansı", "kurul": "kurulu", "heyet": "heyeti", "misyon": "misyonu",
    "belediye": "belediyesi", "mahkeme": "mahkemesi", "valilik": "valiliği",
    "banka": "bankası", "şirket": "şirketi", "kulüp": "kulübü", "federasyon": "federasyonu", "hastane": "hastanesi",
    "konfederasyon": "konfederasyonu", "müdürlük": "müdürlüğü", "kooperatif": "kooperatifi", "savcılık": "savcılığı",
    "üniversite": "üniversitesi",
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


def may_qualify(word: Token) -> bool:
    """Whether a word may stand before an office as a part of it."""
    if in_case(word.text):
        return _GENITIVE.search(word.text) is not None  # “Solmara’nın Verkent Valisi”
    return not PLACED.fullmatch(word.key) or (word.capital and not word.key.endswith("ki"))


_THUS = a_set("diye şöyle böyle şunu şunları")
ANYBODY = re.compile(r"ihtiyar|delikanlı|(?:yaşlı|genç|orta\s+yaşlı)\s+(?:adam|kadın|kız|çocuk)", re.IGNORECASE)
"""What a conversation calls the one of the two who has not just spoken."""


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


def with_offices(words: Sequence[Token]) -> list[Token]:
    """The words of a clause, where a word that is owned and stands before a whole name is a title, known or not.

    An office is the last of a row of words that own one another, “Su İdaresi Başmühendisi”; a name is a given name or
    two, and a surname. Where no given name is known, the row must be long enough to hold an office and a name.
    """
    found, run = [*words], list[int]()
    for at, word in enumerate([*words, None]):
        if word and word.is_word and word.capital:
            run.append(at)
            if not in_case(word.text):
                continue
        office = _office_in(words, run)
        if office is not None:
            found[office] = words[office]._replace(title=True)
        run = []
    return found


def _office_in(words: Sequence[Token], run: Sequence[int]) -> int | None:
    """The place of the office that stands before the name which a row of capitals ends with; None when none does."""
    if len(run) < 2:
        return None
    for place, at in enumerate(run[:-1]):
        if words[at].title or not is_given(words[at].text):
            continue
        before = words[at - 1] if at else None
        if before is None or not before.is_word or before.title or is_given(before.text) or in_case(before.text):
            continue
        if place and _OWNED.fullmatch(before.key) and (place > 1 or (at - 2 >= 0 and words[at - 2].is_word)):
            return at - 1
        mine = _MINE.fullmatch(before.key) and (not before.capital or before.key.endswith("m"))  # “Yengem Perran Hanım”
        if mine and place == before.capital:
            return at - 1
    if len(run) < LEAST_ROW or any(words[at].title or is_given(words[at].text) for at in run):
        return None
    return next((at for at in run[-3:-4:-1] if _OWNED.fullmatch(words[at].key)), None)


def without_leading(words: Sequence[Token], run: list[int]) -> list[int]:
    """The places of a name without the words before it that can be seen to be none."""
    polite = stem(words[run[-1]].key) in POLITE if run else False  # “Murahhas Sabri Cevat Bey”
    if len(run) > 1 and words[run[0]].key in _KIN and not is_given(words[run[0]].text):
        return run[1:]  # “Oğul Kemaloğlu”
    for place in range(1, len(run) - 1 - polite):
        before, first = words[run[place - 1]], words[run[place]]
        if is_given(first.text) and not is_given(before.text) and (polite or _NO_NAME.fullmatch(before.key)):
            return run[place:]
    return run


def _is_surname(words: Sequence[Token], at: int, known: Collection[str]) -> bool:
    bare = stem(words[at].key)
    if bare == "yazar" and at and words[at - 1].key in _THUS:
        return True  # “diye yazar”: a verb
    if not words[at].capital or not _TRADE.fullmatch(bare):
        return False
    if bare in known or (bare != words[at].key and _BY_TRADE.fullmatch(bare)):
        return True  # “Pamukçu’nun anlattıkları”
    before = words[at - 1] if at else None
    if before is None or not before.is_word or not before.capital or in_case(before.text):
        return False
    named_next = at + 1 < len(words) and words[at + 1].is_word and words[at + 1].capital
    return not (named_next and (before.title or before.key in _EPITHETS))


def indefinite(words: Sequence[Token], at: int) -> int | None:
    """The place of an office behind “bir” with an adjective before it: “üst düzey bir yetkili”."""
    one = next((place for place in range(at, min(len(words), at + 3)) if words[place].key == "bir"), None)
    first = at + (one is not None and at < one and bool(_FROM.fullmatch(words[at].key)))  # “valilikten bir kaynak”
    if one is None or not all(word.is_word and _ADJECTIVE.fullmatch(word.key) for word in words[first:one]):
        return None
    behind = range(one + 1, min(len(words), one + 4))
    if one == at:  # “bir kadın”
        return next((place for place in behind[:1] if words[place].key in _HUMAN), None)
    return next((place for place in behind if words[place].title or words[place].key in _HUMAN), None)


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


def is_oblique(word: str) -> bool:
    """Whether a word is an office or institution with the ending of a case, as no subject has."""
    return word[:1].islower() and nominative(word) != word
