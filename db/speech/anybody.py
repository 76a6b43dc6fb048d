"""Whoever a noun names that stands by a verb of saying, whatever it means: “said the stevedore”."""

from __future__ import annotations

import re
from collections.abc import Mapping

from db.speech.lexicon import Lexicon
from db.speech.shapes import TITLED, Speaker

NOUN_AFTER = {
    "en": re.compile(
        r"\s+(?P<shown>(?:the|an?|his|her|my|our|their)\s+)(?P<who>(?:[a-z][a-z-]+\s+){0,2}?[a-z][a-z-]+)(?=\s*[,.;:]|\s*$|\s+(?:of|"
        r"from|in|at|with|as|who|on|to|while|when|and|after|before)\b)"
    ),
    "fr": re.compile(
        r"\s+(?P<shown>(?:l[ea]\s+|l[’']|une?\s+|cet?\s+|cette\s+|son\s+|sa\s+|mon\s+|ma\s+))(?P<who>[a-zà-ÿ][a-zà-ÿ-]+(?:\s+(?!d|à|en|"
        r"et|qui|que|avec|sans|dans|sur|pour|par|au)[a-zà-ÿ-]+)?)(?=\s*[,.;:]|\s*$|\s+(?:d|à|en|et|qui|avec|sans|dans|sur|pour|par|au))"
    ),
}
NOUN_BEFORE = {
    "en": re.compile(
        r"\s*(?P<shown>(?:the|an?|his|her|my|our|their)\s+)(?P<who>(?:[a-z][a-z-]+\s+){0,2}?[a-z][a-z-]+)\s*$"
    ),
}
"""A noun after an article, whatever it means."""
NOUN_FIRST = {
    "en": re.compile(
        r"\s*(?P<shown>(?:The|An?|His|Her|My|Our|Their)\s+)(?P<who>(?:[a-z][a-z-]+\s+){0,2}?[a-z-]*(?:er|or|ist|ian|man|woman|ent|ant|ee|"
        r"ice|ess|eer|ster|graph|smith|child|baby|twin|parent))\s*$"
    ),
    "fr": re.compile(
        r"\s*(?P<shown>(?:L[ea]\s+|L[’']|Une?\s+|Cet?\s+|Cette\s+|Son\s+|Sa\s+))(?P<who>(?:jeune\s+|vieil\s+|vieille\s+|vieux\s+)?[a-zà-ÿ-]*(?:"
        r"eur|euse|ier|ière|ien|ienne|iste|logue|ante?|rice|aire|esse))\s*$"
    ),
}
"""A noun with its article at the beginning that ends as those for people do."""
_TEXTS = re.compile(
    r"\b(?:sign|banner|law|letter|text|clause|poster|notice|headline|advertisement|message|inscription|caption|placard|motto|"
    r"label|article|post|email|note|book|paper|story|voix|pancarte|affiche|banderole|panneau|lettre|texte|loi|note|titre|"
    r"slogan|letter|paper|computer|newsletter|poster|order|document|judgment|agreement|statement|announcement|"
    r"treatment|report|number|river|winter|weather|matter|power|tower|water|other|latter|former|government|parliament|"
    r"calendar|radio|tribunal|rumou?r|error|factor|sector|dossier|papier|courrier|calendrier|quartier|chantier|atelier|"
    r"commentaire|formulaire|questionnaire|moteur|secteur|valeur|erreur|rumeur|manière|affaire|matière|"
    r"enseigne|étiquette|livre|message)\b"
)
"""Words for what may be read."""


def named(lex: Lexicon, text: str, at: int, nouns: Mapping[str, re.Pattern[str]]) -> Speaker | None:
    """Whoever a noun names that stands by a verb of saying behind words spoken, where it is no word for a text."""
    found = nouns[lex.code].match(text, at) if lex.code in nouns else None
    if found is None or lex.documents.search(found["who"]) or _TEXTS.search(found["who"]):
        return None
    if lex.sides.search(found["who"]) or lex.institutions.search(found["who"]):
        return None
    return Speaker(TITLED, "", found["who"], (found.start("shown"), found.end("who")))
