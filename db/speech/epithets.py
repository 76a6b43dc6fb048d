"""Words by which an Arabic text calls a person again: “the novelist”, “her host”, “the former”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.speech.gender import MAN, WOMAN, of_person

FARTHEST = 700  # characters back to whom such a word may point
_PEER = re.compile(r"[وف]?(?:زميل|نظير|مضيف|ضيف|خصم|غريم|محاور|منافس|شريك|رفيق|مرافق|جليس|مخاطب)ت?(ه|ها)$")
"""Somebody told by the other of two: “her host”."""
_AGAIN = re.compile(r"[وف]?(?:هذا\s+|هذه\s+)?(?:ال\w+|(?:ابن|ابنة|صاحب|صاحبة)\s+ال\w+)(?:\s+ال\w+){0,3}$")
_OF_ONE = re.compile(r"[وف]?\w{3,}\s+ال\w+$")
"""“The scholar of antiquities”, without an article of its own."""
_ALONE = re.compile(r"[وف]?ال\w+")
BROUGHT_IN = re.compile(r"(?!ال)\w{2,}(?<!ه)(?<!ها)(?<!هم)(?<!هما)(?<!نا)(?:\s(?!ال)\w+[يية]ة?|\sباسم\s.+)?")
"""“A minister”, “an Ardanian official”, “a spokesman for the port”: no word is definite by an article or a pronoun."""
OF_LATE = re.compile(
    r"ال(?:سابق|مستقيل|جديد|حالي|راحل|مقال|منتخب|معين|شاب|مخضرم|مذكور|أسبق|مكلف|متقاعد|زائر|مضيف|فائز|منتهية|خاسر|مقبل|قادم)ة?"
)
"""Adjectives that tell when somebody has an office, and not which."""
_POST = re.compile(
    r"[وف]?(?:هذا\s+|هذه\s+)?(?:ال)?(?:وزير|رئيس|ملك|أمير|سلطان|متحدث|ناطق|مبعوث|سفير|وسيط|مندوب|موفد|مدير|محافظ|"
    r"مستشار|أمين|مفوض|منسق|عضو|"
    r"حاكم|والي|عمدة|مختار|قنصل|ملحق|وكيل|مقرر|مأمور|سكرتير|مدعي|مدع|قائم|قبطان|قائد|ناظر|كبير|قاضي|قاض|محام|"
    r"محامي|حارس|سائق|معاون|مساعد)"
    r"(?:ة|ت?(?:ها|هما|هم|ه|ي|نا))?(?!\w)"
)
"""Posts, which somebody who has another office does not hold: any other word may be said of anybody."""

VERB = re.compile(
    r"\W*(?:(?:في|على|من|عند|وسط|أمام|داخل|قرب|وفي|وعلى|ومن)\s+[^\W\d_]+\s+(?:ال\w+\s+)*)?"
    r"(?:[وف]?(?:لم|لن|لا|ما|قد|لقد|سوف)\s+)?[^\W\d_]{3,}(?=\s)"
)
"""The verb of an Arabic sentence, with the place and the “not” that may stand before it."""
TO_HIM = re.compile(
    r"[وف]?[يت]?(?:سأل|جاب|أجاب|يجيب|قاطع|خاطب|نصح|عاتب|طمأن|حذر|صارح|أبلغ|أخبر|جادل|مازح|وبخ|ناقش|ذكر)ت?(?:ه|ها|هم)"
)
"""Arabic verbs of saying with the pronoun of whom something is said to."""
MORE = ("عبد", "أبو", "أم", "ابن", "بن")
"""Arabic words that are no name alone."""


class Person(NamedTuple):
    """Somebody named at a place: the gender where it is known, and whether the text gives an office."""

    at: int
    name: str
    gender: str
    titled: bool


def is_somebody(title: str) -> bool:
    """Whether a title brings somebody in who is told by no name: “an official”, “my grandmother”."""
    return not title.lstrip("وف").startswith("ال")


def goes_on(title: str, spoke: str) -> bool:
    """Whether “the mother” may be “the mother of the victim” who spoke last without a name."""
    return bool(_ALONE.fullmatch(title)) and not _POST.match(title) and gender_of(title) == gender_of(spoke)


def gender_of(title: str) -> str:
    """The gender that a title tells: a man's where nothing shows a woman's."""
    return of_person("ar", "", title) or MAN


def agrees(title: str, own: str) -> bool:
    """Whether somebody of a gender, if it is known, may be called by a title."""
    return not own or own == gender_of(title)


def peer(title: str, before: Sequence[Person]) -> str:
    """Who stands across from whom the text is about: “her host”; empty where a title tells no such person."""
    found = _PEER.match(title)
    if found is None:
        return ""
    owner = WOMAN if found[1] == "ها" else MAN
    about = next((one.name for one in reversed(before) if one.gender in ("", owner)), "")
    return next((one.name for one in reversed(before) if one.name != about and agrees(title, one.gender)), "")


def meant(title: str, at: int, before: Sequence[Person], spoke: str) -> str:
    """Whom a text calls by a word that it has not used before; `spoke` is who spoke last."""
    woman = gender_of(title) == WOMAN and _OF_ONE.match(title)
    if not (_AGAIN.match(title) or woman):
        return ""
    near = [one for one in before if at - one.at < FARTHEST and agrees(title, one.gender)]
    near = [one for one in near if not one.titled or not _POST.match(title)]
    names = [one.name for one in near if one.gender == WOMAN or not woman or _AGAIN.match(title)]
    if woman and not _AGAIN.match(title) and len({*names}) != 1:
        return ""
    if spoke in names:
        return spoke
    return names[-1] if names and (len({*names}) == 1 or near[-1].gender) else ""


ORDERED = ("الأول", "الأولى", "الأخير", "الأخيرة", "الثاني", "الثانية")


def ordered(word: str, before: Sequence[Person]) -> str:
    """Whom of the last two “the first” or “the latter” means; empty where there are not two."""
    last = list[str]()
    wanted = WOMAN if word.endswith(("ة", "ى")) else MAN
    for one in reversed(before):
        if one.name not in last:
            last.append(one.name)
        if len(last) == 2:
            break
    if len(last) < 2:
        return ""
    own = {one.name: one.gender for one in before}
    fitting = [name for name in last if own[name] in ("", wanted)]
    if len(fitting) == 1:
        return fitting[0]
    return last[1] if word.lstrip("وف").startswith("الأول") else last[0]
