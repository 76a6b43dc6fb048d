"""Phrases by which a text says whose words stand beside them: “the statement reads”, “with these words”."""

from __future__ import annotations

import re

from db.speech import german_clauses, russian_phrases
from db.speech.context import Context
from db.speech.shapes import INSTITUTION, Attribution, Speaker
from db.speech.tokens import any_title

STATEMENTS = {
    "en": re.compile(
        r"\b(?:the|his|her|its|their|that)\s+(?:statement|message|letter|note|communiqu[eé]|text|post|email|"
        r"report|bulletin)\s+"
        r"(?:also\s+|then\s+)?(?:said|says|read|reads|adds?|added|notes?|noted|continued|went\s+on|concluded|"
        r"states?|stated)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:in|aus)\s+(?:der|dem|einer|einem|dieser|seiner|ihrer|seinem|ihrem)\s+(?:\w+\s+)?(?:Erklärung|Mitteilung|"
        r"Stellungnahme|Schreiben|Brief|Text|Kommuniqué|Papier|Bericht|Rundschreiben|Bulletin)\s+(?:heißt|"
        r"hieß)\s+es(?:\s+weiter)?|"
        r"\b(?:heißt|hieß|heisst)\s+es\s+(?:\w+\s+)?(?:in|aus)\s+(?:der|dem|einer|einem|dieser|seiner|ihrer|"
        r"seinem|ihrem)\s+"
        r"(?:\w+\s+)?(?:Erklärung|Mitteilung|Stellungnahme|Schreiben|Brief|Text|Kommuniqué|Papier|Bericht|"
        r"Rundschreiben|Bulletin)|"
        r"\b(?:dort|darin|weiter)\s+(?:heißt|hieß)\s+es(?:\s+weiter)?|"
        r"\b(?:heißt|hieß)\s+es\s+(?:\w+\s+)?(?:dort|darin|weiter)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(
        r"\b(?:le|ce|son|leur)\s+(?:communiqué|texte|message|document|courrier)\s+(?:précise|ajoute|indique|dit|"
        r"souligne|"
        r"poursuit|conclut|affirme)|(?:lit-on|peut-on\s+(?:y\s+)?lire)(?:\s+(?:encore\s+)?dans\s+(?:le|un|son|ce)\s+"
        r"(?:communiqué|texte|message|document|courrier|rapport))?",
        re.IGNORECASE,
    ),
    "tr": re.compile(
        r"\b(?:açıklama|bildiri|mesaj|mektup|metin)(?:da|de|ta|te|sında|sinde|nda|nde|un)\b[^.“”\"]{0,60}$|"
        r"\b(?:açıklama|bildiri|mesaj|mektub|metn|konuşma|yazı)\w*[ıiuü]n\b[^.“”\"]{0,40}"
        r"\b(?:cümle|satır|söz)\w*[^.“”\"]{0,30}$",
        re.IGNORECASE,
    ),
}
THESE_WORDS = {
    "en": re.compile(r"(?:with|in|by)\s+(?:these|those)\s+(?:\w+\s+)?words\b,?\s*", re.IGNORECASE),
    "de": re.compile(
        r"(?:[Mm]it diesen (?:\w+ )?(?:Worten|Sätzen)|[Mm]it diesem (?:\w+ )?Satz|[Mm]it dieser (?:\w+ )?Bemerkung|"
        r"(?:So|Das|Dies) (?:sagt|sagte|erklärte?|erzählte?|schreibt|schrieb|betonte?|meinte?|antwortete?|berichtete?|"
        r"schilderte?|formulierte?|fasste?|beschreibt|beschrieb|twitterte?|rief|erinnerte?|notierte?)(?: es| sich)?|"
        r"(?:Das sind|So lauten) die Worte (?:von|des|der)|D(?:er Satz|ie Worte|ie Sätze) stamm(?:t|en) von|"
        r"Gesagt hat das)\b\s*"
    ),
    "fr": re.compile(
        r"(?:c[’']est\s+)?(?:par|avec|en|sur)\s+ces\s+(?:mots|termes|paroles)\b,?(?:\s+que\b|\s+qu[’'])?\s*",
        re.IGNORECASE,
    ),
    "ru": re.compile(
        r"(?:вот\s+)?(?:с\s+)?(?:такими|этими|этих|таких)\s+слов(?:ами)?\s+|(?:именно\s+|вот\s+)?так\s+", re.IGNORECASE
    ),
    "fa": re.compile(r"(?:این|همین)(?:\u200c?ها|\s(?:سخنان|سخن|حرف‌ها|حرف|جمله|کلمات|گفته‌ها))?\sرا\s"),
    "ar": re.compile(
        r"(?:بهذ[اه]\s+ال(?:كلمات|عبارات?|جملة|تعليق|رد|تصريح|كلام|سؤال|قول|لهجة|نبرة|منشور|تغريدة|جواب)(?:\s+ال\w+)?|"
        r"بهذا|هكذا|هذا\s+ما|ذلك\s+ما)\s+(?:كان\s+|كانت\s+)?"
    ),
}
"""Words that point to those before: “with these words …”."""


def in_house(ctx: Context, text: str) -> Attribution | None:
    """An institution in which something was said: «В министерстве сообщили, что …»."""
    if ctx.lex.code == "de":
        return german_clauses.in_house(ctx.lex, text, ctx.known)
    found = ctx.lex.in_house.match(text)
    if found is None:
        return None
    starts, ends = found.span("who" if found["who"] else "house")
    if ctx.lex.code == "tr" and text[ends] not in "’'" and not any_title("tr").search(found["who"]):
        return None  # “Görüşmelerin ardından yayımlanan bildiride”
    said = found.groupdict().get("said")
    verb = found.span("said") if said else found.span()
    if said and re.search(r"(?<!\w)не\s+$", text[: verb[0]]):
        return None
    if said:
        ends = starts + russian_phrases.length_of_house(ctx.lex, text[starts:ends])
    span = min(starts, verb[0]), max(ends, verb[1])
    return Attribution(Speaker(INSTITUTION, "", text[starts:ends], (starts, ends)), span, verb)
