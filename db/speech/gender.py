"""What names, titles and pronouns tell of a person's gender, so that “she” does not lead to a spokesman."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.speech import german_given, german_names, latin_given_names, russian_references
from db.speech.given_names import MEN, RUSSIAN_MEN, RUSSIAN_WOMEN, WOMEN, spelled
from db.speech.lexicon import a_set
from db.speech.shapes import INSTITUTION

WOMAN, MAN, THING = "f", "m", "n"
_GERMAN_WOMEN = r"(?:ung|schaft|ion|behörde|ei|bank|ur|kammer|wehr|adt|einde|mee|zentrale|werft|firma|line)$"
_GERMAN_THINGS = r"(?:ium|[Aa]mt|üro|iat|mando|titut|richt|nehmen)e?s?$"
_WOMEN = {
    "en": r"\b(?:\w*woman|ms|mrs|miss|queen|princess|\w*(?:actr|duch|waitr|mistr|steward|host|baron|count|abb|"
    "seamstr)ess|lady|dame|girl|landlady|mother|wife|daughter|"
    r"sister|aunt|niece|widow|grandmother|nun|midwife|housewife)\b",
    "fr": r"\b(?:présidente|directrice|envoyée|cheffe|\w+drice|conseillère|gouverneure|première|négociatrice|"
    r"représentante|coordinatrice|députée|sénatrice|mme|mlle|madame|reine|médiatrice|femme|dame|fille|épouse|veuve|"
    r"mère|sœur|tante)\b|^\w+(?:trice|euse|ière|ienne|onne|ante|esse)\b",
    "ar": r"^(?!(?:ال)?(?:داعي|عمد|علام|ضحي|خليف|رحال)ة)[وف]?(?:ال)?"
    r"(?:\w+ة|(?!مفت)\w+ت(?:ه|ها|هم|هما|نا|ي)|أم|أخت|امرأة|سيدة|فتاة|عجوز)(?!\w)",
}
_MEN = {
    "en": r"\b(?:(?!german|roman|human|norman)\w+(?<!wo)man|mr|king|prince|emir|sultan|sheikh|sir|lord|boy|"
    "landlord|father|husband|son|brother|"
    r"uncle|nephew|grandfather|widower|monk|duke|baron|abbot)\b",
    "fr": r"\b(?:président|directeur|envoyé|ambassadeur|conseiller|premier|négociateur|représentant|coordinateur|"
    r"député|sénateur|m|monsieur|roi|médiateur|homme|garçon|fils|époux|mari|père|frère|oncle)\b|^\w+(?:eur|ier|"
    r"ien)\b",
    "ar": r"^[وف]?(?:ال)?(?:رجل|شاب|صبي|والد|أب|أخ|شقيق|ابن|سلف|خلف|نظير|زميل|مضيف|ضيف|خصم|محام|محامي|"
    r"قاضي|قاض|طبيب|مدرب|شاعر|"
    r"روائي|كاتب|باحث|خبير|محافظ|حاكم|قائد|ضابط|نقيب|رائد|جنرال|شيخ|معلم|أستاذ|مزارع|صياد|عامل|جار|مدعي|حارس|"
    r"قبطان|مهندس|دبلوماسي|"
    r"مفوض|منسق|محلل|مؤرخ|وزير|رئيس|سفير|مبعوث|متحدث|ناطق|ممثل|نائب|مدير|مستشار|عميد|لواء|قائد|أمين|ملك|أمير|"
    r"وسيط)(?:ه|ها|هم|هما|نا|ي)?(?!\w)",
}
_PRONOUNS = {
    "she": WOMAN, "he": MAN, "она": WOMAN, "он": MAN, "та": WOMAN, "тот": MAN,
    "неё": WOMAN, "него": MAN, "sie": WOMAN, "er": MAN, "elle": WOMAN, "il": MAN, "هي": WOMAN,
    "هو": MAN, "её": WOMAN, "ее": WOMAN, "его": MAN, "her": WOMAN, "his": MAN, "seinen": MAN, "ihren": WOMAN,
    "lui": MAN, "it": THING, "diese": WOMAN, "dieser": MAN, "letztere": WOMAN, "letzterer": MAN,
    "die": WOMAN, "der": MAN, "man": MAN, "woman": WOMAN, "boy": MAN, "girl": WOMAN, "homme": MAN, "femme": WOMAN,
    "dame": WOMAN, "garçon": MAN, "fille": WOMAN, "dernier": MAN, "dernière": WOMAN, "intéressé": MAN,
    "intéressée": WOMAN, "celui": MAN, "celle": WOMAN,
}  # fmt: skip
_NAMING = ("en", "fr")
"""Languages in which given names tell more than the rest."""
_BEFORE = {
    "en": {WOMAN: r"\b(?:mrs|ms|miss|dame|lady)\.?\s+$", MAN: r"\b(?:mr|sir|lord)\.?\s+$"},
    "fr": {WOMAN: r"\b(?:mme|mlle|madame)\s+$", MAN: r"\b(?:m\.|monsieur)\s+$"},
}
_ARTICLES = {WOMAN: r"\b(?:la|une|cette)\s+$", MAN: r"\b(?:le|un|ce|cet)\s+$"}
_ARABIC_WOMAN = re.compile(
    r"(?!.*(?:لفت|لتفت|سكت|صمت|أنصت|مات|بات|ثبت|نحت|فات|بهت)$)(?:.*ت(?:ه|ها|هم|هما|نا|ني)?$|"
    r"[وف]?ت(?!ابع$|وعد|عهد|طرق|وقع|منى|نبأ|كهن|ساءل$|أسف|نهد|متم|مسك|رحم|قدم|حدث|مازح)\w{3,}$)"
)
"""Arabic verbs of which a woman is the subject: in the past with their ending, in the present with their beginning."""
_STYLE = re.compile(
    r"(?:\w+\s+\w[\w\s]*?|ب(?:رأي|تقدير|نظر|اعتقاد|حسب)|معالي|سمو|فخامت|جلالت|سعادت|سيادت|دولت|سماحت|غبطت|نيافت|"
    r"فضيلت|قداست|حضرت)(ه|ها)"
)
"""Arabic styles such as “His Excellency”, and words such as “in her view”."""
_SURNAME_OF_WOMAN = re.compile(r"\w+(?:ова|ева|ёва|ина|ына|ская|цкая|ая)$")
_SURNAME_OF_MAN = re.compile(r"\w+(?:ов|ев|ёв|ин|ын|ский|цкий|ой|ый)$")
_MENS_NAMES = a_set("никита илья кузьма фома лука данила мустафа абдалла юра саша женя гаврила савва")


def of_person(code: str, name: str, title: str) -> str:
    """WOMAN, MAN, or empty where neither name nor title tells."""
    if code in ("ru", "de"):
        return _of_russian(name, title) if code == "ru" else _of_german(name, title)
    told = _of_arabic(name, title) if code == "ar" else _of_given_name(name) if code in _NAMING else ""
    if told:
        return told
    if code in _WOMEN and re.search(_WOMEN[code], title, re.IGNORECASE):
        return WOMAN
    return MAN if code in _MEN and re.search(_MEN[code], title, re.IGNORECASE) else ""


def _of_arabic(name: str, title: str) -> str:
    if re.search(_WOMEN["ar"], title):
        return WOMAN
    first = spelled(name.split(maxsplit=1)[0]) if name else ""
    if first.startswith("عبد"):
        return MAN
    told = (first in WOMEN) != (first in MEN)
    return (WOMAN if first in WOMEN else MAN) if told else ""


def _of_given_name(name: str) -> str:
    """What an English or French given name tells."""
    woman = latin_given_names.of_woman(name)
    return "" if woman is None else WOMAN if woman else MAN


def _of_german(name: str, title: str) -> str:
    if re.search(r"\b(?:frau|herr)\b", title, re.IGNORECASE):
        return WOMAN if re.search(r"\bfrau\b", title, re.IGNORECASE) else MAN
    return german_given.of_name(name) or german_names.of_title(title)


def by_words_before(code: str, shown: str) -> str:
    """What the form of address at the end of a text, before a name or title, tells."""
    return _told(_BEFORE.get(code, {}), shown)


def by_article(code: str, shown: str) -> str:
    """What the French article at the end of a text, before a title, tells."""
    return _told(_ARTICLES, shown) if code == "fr" else ""


def _told(by: Mapping[str, str], shown: str) -> str:
    return next((told for told, words in by.items() if re.search(words, shown, re.IGNORECASE)), "")


def of_unnamed(code: str, how: str, title: str) -> str:
    """The gender of somebody or of an institution known by no name."""
    if how == INSTITUTION and code == "en":
        return THING
    if how == INSTITUTION and code == "de":
        head = re.search(r"[A-ZÄÖÜ]\w+", title)
        word = head[0] if head else ""
        return WOMAN if re.search(_GERMAN_WOMEN, word) else THING if re.search(_GERMAN_THINGS, word) else MAN
    return of_person(code, "", title)


def _of_russian(name: str, title: str) -> str:
    return _of_russian_name(name.lower()) or russian_references.of_title(title)


def _of_russian_name(name: str) -> str:
    words = name.split()
    if not words:
        return ""
    if (words[0] in RUSSIAN_WOMEN) != (words[0] in RUSSIAN_MEN):
        return WOMAN if words[0] in RUSSIAN_WOMEN else MAN
    if len(words) > 2 and re.search("(?:ич|[вч]на)$", words[1]):
        return MAN if words[1].endswith("ич") else WOMAN
    if len(words) > 1 and re.search("[иы]на$", words[-1]) and words[0][-1] not in "аяь":
        return ""  # “Хорхе Медина”
    if _SURNAME_OF_WOMAN.match(words[-1]) or (words[0][-1] in "ая" and words[0] not in _MENS_NAMES):
        return WOMAN
    return MAN if _SURNAME_OF_MAN.match(words[-1]) else ""


def of_verb(code: str, words: str) -> str:
    """What a verb tells of its subject, where it has genders of its own."""
    return russian_references.of_verb(words) if code == "ru" else ""


def of_pronoun(code: str, words: str) -> str:
    """What a pronoun, words that hold one, or an Arabic verb without a subject tell."""
    for word in re.findall(r"\w+", words.lower()):
        if word in _PRONOUNS:
            return _PRONOUNS[word]
    if code == "ar" and words and (style := _STYLE.fullmatch(words)):
        return WOMAN if style[1] == "ها" else MAN
    if code == "ar" and words:
        return WOMAN if _ARABIC_WOMAN.match(words) else MAN
    return ""
