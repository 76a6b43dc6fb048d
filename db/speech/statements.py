"""Phrases by which a text says whose words stand beside them: “the statement reads”, “with these words”."""

from __future__ import annotations

import re

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
        r"\b(?:açıklama|bildiri|mesaj|mektup|metin)(?:da|de|ta|te|sında|sinde|nda|nde|un)\b[^.“”\"]{0,60}$",
        re.IGNORECASE,
    ),
}
THESE_WORDS = {
    "ru": re.compile(
        r"(?:вот\s+)?(?:с\s+)?(?:такими|этими|этих|таких)\s+слов(?:ами)?\s+|(?:именно\s+|вот\s+)?так\s+", re.IGNORECASE
    ),
    "ar": re.compile(r"(?:بهذه\s+(?:الكلمات|العبارات?|الجملة)|بهذا|هكذا|هذا\s+ما|ذلك\s+ما)\s+(?:كان\s+|كانت\s+)?"),
}
"""Words that point to those before: “with these words …”."""
WITH_WORDS = re.compile(
    r"[\W_]{1,6}(?:(?:With|In|By) (?:these|those) (?:\w+ )?words|Mit diesen (?:\w+ )?(?:Worten|Sätzen)|"
    r"Mit diesem (?:\w+ )?Satz|Mit dieser (?:\w+ )?Bemerkung|"
    r"(?:So|Das|Dies) (?:sagt|sagte|erklärte?|erzählte?|schreibt|schrieb|betonte?|meinte?|antwortete?|berichtete?|"
    r"schilderte?|formulierte?|fasste?|beschreibt|beschrieb|twitterte?|rief|erinnerte?|notierte?)(?: es| sich)?|"
    r"(?:Das sind|So lauten) die Worte (?:von|des|der)|D(?:er Satz|ie Worte|ie Sätze) stamm(?:t|en) von|"
    r"Gesagt hat das|"
    r"(?:C[’']est )?(?:[Pp]ar|[Aa]vec|[Ee]n|[Ss]ur) ces (?:mots|termes|paroles)|"
    r"بهذ[اه] ال(?:كلمات|عبارات?|جملة|تعليق|رد|تصريح|كلام|سؤال|قول|لهجة|نبرة|منشور|تغريدة|جواب)(?: ال\w+)?|"
    r"هكذا)\b,?(?: que| qu[’'])?"
)
