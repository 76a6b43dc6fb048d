"""Whether somebody named in a German sentence can be its subject, by the article and the preposition before."""

from __future__ import annotations

from db.speech import gender, german_names
from db.speech.lexicon import a_set
from db.speech.shapes import INSTITUTION, POINTED, Speaker

_OBLIQUE = a_set(
    "dem den des einem einen eines einer diesem diesen dieses ihrem ihren ihres ihrer seinem seinen seines seiner "
    "unserem unseren unserer meinem meinen meiner jenem jenen keinem keinen keiner"
)
_OF_WOMEN = a_set("der dieser jener welcher")
"""Articles of men in the nominative, and of women in other cases."""
_PREPOSITIONS = a_set(
    "an auf aus bei durch für gegen gegenüber hinter in mit nach neben ohne seit trotz über um unter von vor wegen zu "
    "zwischen während laut als am beim im vom zum zur ins ans samt per bis gemäß entgegen dank namens statt"
)


def is_oblique(text: str, who: Speaker) -> bool:
    """Whether article or preposition show that somebody at a place of a text is no subject."""
    if who.how == POINTED or who.span[0] >= len(text):
        return False
    before = text[max(0, who.span[0] - 40) : who.span[0]].split()
    if before and before[-1].lower() in _PREPOSITIONS:
        return True
    article = (text[slice(*who.span)].split() or [""])[0].lower()
    if article in _OBLIQUE:
        return True
    if article not in _OF_WOMEN:
        return False
    told = gender.of_unnamed("de", who.how, who.title) if who.how == INSTITUTION else german_names.of_title(who.title)
    return told == gender.WOMAN
