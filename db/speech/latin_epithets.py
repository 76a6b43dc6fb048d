"""Titles by which a text calls somebody again whom it gave none before: “the former judge”, “le vieux pêcheur”."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from db.speech.lexicon import a_set

NEAR = 600  # characters back to which such words point to who spoke last
FAR = 1500  # and to the only one who was named without a title
_KINDS = a_set("trade general delegate envoy")
"""Kinds of offices for which people are seldom meant who were not named: anybody may speak of “the minister”."""
_OPEN = re.compile(
    r"lawyer|counsel|author|politician|diplomat|scholar|expert|activist|professor|negotiator|economist|"
    r"historian|officer|engineer|"
    r"doctor|researcher|senator|lawmaker|founder|candidate|avocate?|auteure?|politicien(?:ne)?|diplomate|"
    r"experte?|professeure?|"
    r"ingénieure?|docteure?|médecin|chercheu(?:r|se)|sénat(?:eur|rice)|députée?|parlementaire|officier|juriste|"
    r"opposante?|"
    r"candidate?|spécialiste|analyst|analyste|journalist",
    re.IGNORECASE,
)
"""Offices of which there are so many that the text must have named who is meant."""
_HELD = re.compile(
    r"mayor|governor|speaker|(?:arch)?bishop|pope|commissioner|director|chief|head|chair\w*|deputy|member|"
    r"counterpart|"
    r"colleague|host|judge|prosecutor|sheriff|secretary|inspector|(?:vice-)?président\w*|maire|gouverneure?|"
    r"(?:arch)?évêque|pape|commissaire|direct(?:eur|rice)|che(?:f|ffe)|adjointe?|membre|homologue|collègue|juge|"
    r"procureure?|recteur|syndic|responsable|cadre|patronne?|premi(?:er|ère)|commander|commandante?|curé|préfète?|"
    r"sous-préfète?|concierge|treasurer|clerk|registrar|trésori(?:er|ère)|greffi(?:er|ère)|rapporteure?|cook|"
    r"cuisini(?:er|ère)",
    re.IGNORECASE,
)
"""Offices and trades that whoever is meant holds alone at a place, so that a text need not have named the person."""
_DEFINITE = {
    "en": re.compile(r"the\s", re.IGNORECASE),
    "fr": re.compile(r"(?:l[ea]\s|l[’']|cet(?:te)?\s|ce\s)", re.IGNORECASE),
}
_INDEFINITE = {"en": re.compile(r"(?:an?|one)\s", re.IGNORECASE), "fr": re.compile(r"une?\s", re.IGNORECASE)}
_EARLIER = re.compile(
    r"(?:(?:m[ae]n|wom[ae]n|boy|girl|homme|femme|garçon)\b|former|ex-|veteran|old|young|\d|ancien|vétéran|vieux|"
    r"vieil|jeune|nouv)",
    re.IGNORECASE,
)
_CONTRAST = {
    "en": re.compile(r"[^.!?]{0,60}\b(?:for (?:his|her|its) part|on the other hand|by contrast|meanwhile)\b"),
    "fr": re.compile(r"[^.!?]{0,60}\b(?:pour sa part|de son côté|quant à (?:lui|elle)|, (?:lui|elle),|en revanche)"),
}
"""Words that set somebody against who spoke before."""


_LIKE = re.compile(
    r"^(?:(?:former|ex|veteran|old|young|ancien(?:ne)?|vieux|vieil(?:le)?|jeune|chief|senior|retired|"
    r"\w+-year-old)[\s-]+)+",
    re.IGNORECASE,
)
_ALIKE = tuple(
    re.compile(rf"(?:{words})\b", re.IGNORECASE)
    for words in (
        (
            "curé|prêtre|père|abbé|ecclésiastique|religieux|aumônier|priest|father|vicar|parson|clergyman|chaplain|"
            "pastor|pasteur"
        ),
        "lawyer|attorney|barrister|solicitor|counsel|avocate?|conseil|défenseur|défenseure",
        "doctor|physician|surgeon|médecin|docteur|praticien(?:ne)?|chirurgien(?:ne)?",
        "teacher|schoolteacher|schoolmaster|schoolmistress|institut(?:eur|rice)|enseignante?|maîtresse|maître",
        "fisherman|skipper|captain|capitaine|seaman|sailor|pêcheur|marin|matelot",
        (
            "farmer|grower|herder|agricult(?:eur|rice)|paysan(?:ne)?|éleveu(?:r|se)|cultivateur|exploitante?|"
            "fermi(?:er|ère)"
        ),
        (
            "boss|owner|chief executive|businessman|businesswoman|entrepreneur|industrialist|magnate|tycoon|"
            "patron(?:ne)?|pdg|"
            "industriel(?:le)?|entrepreneuse|chef d[’']entreprise|cheffe d[’']entreprise"
        ),
        "writer|novelist|author|poet|écrivaine?|romanci(?:er|ère)|auteure?|autrice|poète|essayiste",
        (
            r"scientist|researcher|scholar|professor|academic|\w+(?:ologist|icist|ologue|ologiste|icien(?:ne)?)|"
            r"chercheu(?:r|se)|scientifique|universitaire|professeure?"
        ),
        (
            "detective|policeman|policewoman|inspector|sergeant|polici(?:er|ère)|enquêt(?:eur|rice)|commissaire|"
            "brigadier|"
            "commandante?|gendarme"
        ),
        (
            "soldier|officer|general|colonel|commander|captain|militaire|offici(?:er|ère)|gradée?|général|colonel|"
            "commandante?|soldat"
        ),
        "judge|magistrate|juge|magistrate?",
        "prosecutor|procureure?",
        (
            "diplomat|envoy|ambassador|mediator|negotiator|emissary|diplomate|émissaire|ambassad(?:eur|rice)|envoyée?|"
            "médiat(?:eur|rice)|négociat(?:eur|rice)"
        ),
        "coach|manager|trainer|entraîneu(?:r|se)|sélectionneu(?:r|se)|technicien(?:ne)?",
        "mayor|maire|édile|bourgmestre",
        "minister|secretary|ministre|secrétaire d[’']état",
        "journalist|reporter|correspondent|journaliste|envoyée? spéciale?|correspondante?",
    )
)
"""Words by which the same people are called."""


@cache
def are_alike(one: str, other: str) -> bool:
    """Whether two titles begin with words for the same: “the priest” was named as a vicar."""
    one, other = _LIKE.sub("", one), _LIKE.sub("", other)
    return bool(other) and any(words.match(one) and words.match(other) for words in _ALIKE)


def is_general(title: str) -> bool:
    """Whether a title says no more than what somebody is like, so that it may be added to any other."""
    return bool(_EARLIER.match(title))


def is_indefinite(code: str, shown: str) -> bool:
    """Whether words name somebody who is new to the text: “a senior official”."""
    return code in _INDEFINITE and bool(_INDEFINITE[code].match(shown))


def may_be(code: str, shown: str, title: str, kinds: Collection[str], *, placed: bool) -> bool:
    """Whether words, with their article, may call somebody again who was named without a title.

    `placed` tells that they say of what the office is: “the Ardanian foreign minister”.
    """
    if code not in _DEFINITE or not _DEFINITE[code].match(shown):
        return False
    if _EARLIER.match(title):
        return True
    if placed and set(kinds) & {"foreign", "minister", "delegate", "envoy"}:
        return True
    return (set(kinds) <= _KINDS and not _HELD.match(title)) or bool(_OPEN.match(title))


def contrasts(code: str, behind: str) -> bool:
    """Whether what follows a title tells that somebody else than the one before speaks."""
    return bool(_CONTRAST[code].match(behind))
