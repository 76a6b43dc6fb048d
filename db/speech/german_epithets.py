"""What a German text calls somebody beside the office, “die Beamtin”, “der Paläograph”; and names without any."""

from __future__ import annotations

import re
from collections.abc import Collection

_GENERAL = re.compile(
    r"(?:spitzen|chef|karriere|partei|europa|real|finanz|außen|innen|berufs|laien|wahl)?(?:beamt(?:er?|in)|politiker(?:in)?|"
    r"diplomat(?:in)?|expert(?:e|in)|kolleg(?:e|in)|wissenschaftler(?:in)?|forscher(?:in)?|ingenieur(?:in)?|"
    r"professor(?:in)?|offizier(?:in)?|parlamentarier(?:in)?|abgeordnete|manager(?:in)?|funktionär(?:in)?|arzt|ärztin|"
    r"(?:behörden|amts|ressort|firmen|konzern|unternehmens|vereins|partei|verbands|gewerkschafts|instituts|haus|klub|club|"
    r"fraktions|orts|museums|sender|redaktions)chef(?:in)?|"
    r"graf|gräfin|baron|baronin|geistliche)",
    re.IGNORECASE,
)
"""Offices of no place of their own, by which anybody who has another may be called too."""
_ROLES = re.compile(
    r"\w*(?:verteidiger|kläger|richter|anwalt|anwält|zeug|gutachter|angeklagt|beschuldigt|nachbar|redakteur|moderator|"
    r"reporter|fahrer|kellner|schaffner|lotse|bewohner|anwohner|besucher|teilnehmer|gast|bürger|zuschauer|begleiter|"
    r"betreiber|besitzer|inhaber|täter|opfer|flüchtling|arbeiter|vertreter|sprecher|assistent|präsident|intendant|"
    r"mitarbeiter|pförtner|portier|helfer|retter|sanitäter|vorstand|obmann|führer|leiter|wächter|hüter|meister)\w*",
    re.IGNORECASE,
)
"""What people are to one another or in a place, by which somebody else may be meant."""
_DEFINITE = re.compile(r"d(?:er|ie|as)\s")
_TOLD = re.compile(r"\s*(?:,\s*(?:\d|der\b|die\b|das\b|ein|dem\b|den\b|seit\b|[A-ZÄÖÜ])|\()")


def is_epithet(title: str, kinds: Collection[str]) -> bool:
    """Whether a title may be what somebody is called who was named by another: it is a trade, or tells little."""
    *more, word = title.split()
    if len(more) > 1 or _ROLES.fullmatch(word):
        return False
    return set(kinds) == {"trade"} or bool(_GENERAL.fullmatch(word))


def is_definite(text: str, at: int) -> bool:
    """Whether the words at a place begin with a definite article."""
    return bool(_DEFINITE.match(text[at : at + 4].lower()))


def is_bare(text: str, name: str, at: int) -> bool:
    """Whether a name at a place stands there as if it were known already, with nothing that tells who it is."""
    return text.startswith(name, at) and not _TOLD.match(text, at + len(name))
