"""Other ways to say whose words some are: “as Ada puts it”, “was her answer”, “the agency quoted him as saying”."""

from __future__ import annotations

import re
from collections.abc import Collection

from db.speech import phrases
from db.speech.lexicon import Lexicon
from db.speech.sentences import HIDDEN
from db.speech.shapes import NAMED, POINTED, SIDES, UNKNOWN, Attribution, Speaker, shifted
from db.speech.subjects import BLANKS, subject_after, subject_before

_WHO = rf"(?P<who>[^.:;!?{HIDDEN}()]{{2,90}}?)"
_NOUNS = (
    r"(?:verdict|reply|answer|response|retort|riposte|comment|advice|assessment|explanation|conclusion|judge?ment|"
    r"summary|view|message|warning|plea|promise|version|description|shot|words|remark|motto|opinion|excuse|defence|"
    r"argument|rejoinder|admission|confession|appeal|refrain|mantra|diagnosis|prediction|forecast|reasoning|question|"
    r"complaint|line|phrase|statement|letter|note|post|tweet|email|telegram|cable|text|testimony|pledge|vow)"
)
_FRENCH_NOUNS = (
    r"(?:verdict|réponse|réplique|commentaire|constat|conclusion|explication|avis|conseil|message|avertissement|"
    r"bilan|"
    r"mot|mots|formule|phrase|expression|remarque|réflexion|question|plaidoyer|promesse|version|credo|diagnostic|"
    r"analyse|jugement|reproche|regret|aveu|souhait|appel|mise en garde|profession de foi|boutade|pirouette|résumé)"
)
_BEHIND = {
    "en": (
        re.compile(
            rf"(?:was|is|were)\s+(?:all|what|the\s+(?:first|last|only|next)\s+(?:thing|"
            rf"words?))\s+(?:that\s+)?{_WHO}\s+"
            r"(?:ever\s+)?(?:said|told|says|tells|could|would|had|wrote|added|replied|managed|offered|uttered|"
            r"heard)\b"
        ),
        re.compile(rf"(?:which\s+)?(?:was|is|were)\s+how\s+{_WHO}\s+(?:put|puts|described|describes|summed|characteri[sz]ed|"
                   r"explained|explains|saw|sees|phrased)\b"),
        re.compile(rf"[^.:;!?{HIDDEN}()]{{2,50}}?\s+(?:quoted|cited|quotes|cites)\s+{_WHO}\s+as\s+\w+ing\b"),
        re.compile(rf"(?:was|is|were|came|ran|went|read)\s+(?:all\s+)?{_WHO}[’']s?\s+(?:[\w-]+\s+){{0,2}}{_NOUNS}\b"),
        re.compile(rf"(?:was|is|were|came|ran|went|read)\s+(?:all\s+)?(?P<who>his|her)\s+(?:[\w-]+\s+){{0,2}}{_NOUNS}\b"),
        re.compile(rf"(?:was|is|were|came)\s+the\s+(?:[\w-]+\s+){{0,2}}{_NOUNS}\s+(?:of|from)\s+(?=(?P<after>\S))"),
    ),
    "fr": (
        re.compile(
            r"(?:ce\s+)?(?:fut|est|était|c[’']est)\s+(?:tout\s+ce|ce|la\s+(?:première|"
            r"seule)\s+chose)\s+(?:que\s+|qu[’'])"
            rf"{_WHO}\s+(?:(?:ait|a|avait|m[’']a|nous\s+a|lui\s+a)\s+)?(?:dit|dite|répondit|répondu|écrit|"
            rf"consenti|voulu|trouvé)\b"
        ),
        re.compile(rf"(?:tel(?:le)?\s+(?:est|fut|était)\s+)?(?:l[ea]s?\s+|l[’'])(?:\w+\s+)?{_FRENCH_NOUNS}\s+(?:est|vient|fut|"
                   r"était|émane|sont)?\s*(?:de\s+|du\s+|d[’']|des\s+)(?=(?P<after>\S))"),
        re.compile(rf"(?:c[’']est|ce\s+fut|c[’']était)\s+(?:l[ea]s?\s+|l[’'])(?:\w+\s+)?{_FRENCH_NOUNS}\s+(?:de\s+|du\s+|"
                   r"d[’']|des\s+)(?=(?P<after>\S))"),
        re.compile(rf"(?:fut|est|était|telle?\s+(?:est|fut|était))\s+(?P<who>sa|son)\s+(?:\w+\s+)?{_FRENCH_NOUNS}\b"),
    ),
}  # fmt: skip
"""What stands right behind words spoken."""
_LEADING = {
    "en": (
        re.compile(rf"(?:^|[,;—–]\s+|\b(?:and|but)\s+){_WHO}[’']s?\s+(?:[\w-]+\s+){{0,2}}{_NOUNS}\s*(?:(?:was|is|were|read|reads|"
                   r"ended|ends|ran|concluded|concludes|began|begins|opened|opens|said|says|"
                   r"came)\b[^:]{0,40})?[:,]?\s*$"),
        re.compile(rf"\b(?P<who>his|her)\s+(?:[\w-]+\s+){{0,2}}{_NOUNS}\s*(?:(?:was|is|were|read|reads|ended|ends|ran|concluded|"
                   r"concludes|began|begins|opened|opens|came)\b[^:]{0,40})?[:,]?\s*$", re.IGNORECASE),
        re.compile(rf"(?:^|[,;]\s+){_WHO}\s+had\s+(?:\w+\s+){{0,2}}(?:words?|{_NOUNS}|message|advice)\s*(?:for\s[^:]{{2,40}})?:\s*$"),
        re.compile(rf"(?:quoted|cited|quotes|cites)\s+{_WHO}\s+as\s+\w+ing\b[^.]{{0,40}}$"),
        re.compile(r"\bin\s+(?P<who>(?:his|her)|[^.:;!?,]{2,50}?[’']s?)\s+(?:\w+\s+)?(?:words|phrase|view|opinion|account|telling|"
                   r"judge?ment|estimation|eyes)\b(?:,\s*(?:[\w\s]{0,30}))?$", re.IGNORECASE),
    ),
    "fr": (
        re.compile(rf"(?:^|[.,;]\s+)(?:l[ea]s?\s+|l[’'])?(?:\w+\s+)?{_FRENCH_NOUNS}\s+(?:de\s+|du\s+|d[’']|des\s+)(?=(?P<after>\S)"
                   r"[^:.]{2,80}:\s*$)", re.IGNORECASE),
        re.compile(rf"\b(?P<who>sa|son)\s+(?:\w+\s+)?{_FRENCH_NOUNS}\s*(?:(?:est|fut|était|tient)\b[^:]{{0,40}})?:\s*$",
                   re.IGNORECASE),
        re.compile(
            r"(?:^|[.,;]\s+)et\s+(?P<who>[^.:;!?,]{2,60}?)\s+(?:de\s+|d[’'])\w+(?:er|ir|re)\b[^.]{0,60}:\s*$",
            re.IGNORECASE,
        ),
        re.compile(r"(?:^|[.,;]\s+)(?P<who>et)\s+(?:de\s+|d[’'])\w+(?:er|ir|re)\b[^.]{0,60}:\s*$", re.IGNORECASE),
    ),
}  # fmt: skip
"""What leads to words spoken."""
_FRAMES = {
    "en": (
        re.compile(rf"\b(?:as|to\s+hear)\s+{_WHO},?\s+(?:puts?|has|had|tells?|told|sees|saw|recalls?|recalled|remembers?|"
                   r"remembered|describes?|described|phrase[sd]|explains?|explained|frame[sd]|"
                   r"likes\s+to\s+(?:put|say|call))"
                   r"(?:\s+(?:it|things|the\s+(?:matter|scene|situation|story))\b|(?=[,.]|\s*$))"),
        re.compile(rf"\bin\s+{_WHO}[’']s?\s+(?:own\s+)?(?:words|view|opinion|account|telling|judge?ment|estimation|eyes|reading|"
                   r"version|mind)\b", re.IGNORECASE),
        re.compile(rf"\bto\s+{_WHO}[’']s?\s+mind\b", re.IGNORECASE),
    ),
    "fr": (
        re.compile(r"\b(?:comme|ainsi\s+que)\s+(?:le\s+|la\s+|l[’'](?:a\s+|avait\s+)?)?(?:dit|résumé?|raconté?|formulé?|expliqué?|"
                   r"rappell?é?e?|noté?|souligné?|écrit|déclaré?|confié?|reconnaît|reconnu|admet|glissé?|"
                   r"aime\s+à\s+(?:le\s+)?"
                   r"(?:dire|répéter))\s+(?=(?P<after>\S))", re.IGNORECASE),
        re.compile(r"\b(?:à\s+en\s+croire|aux\s+yeux\s+d(?:e\s+|u\s+|es\s+|[’'])|de\s+l[’'](?:avis|aveu)(?:\s+même)?\s+d(?:e\s+|u\s+|"
                   r"es\s+|[’'])|au[x]?\s+dires?\s+d(?:e\s+|u\s+|es\s+|[’'])|dans\s+l[’']esprit\s+d(?:e\s+|u\s+|"
                   r"es\s+|[’'])|sous\s+la\s+"
                   r"plume\s+d(?:e\s+|u\s+|[’'])|dans\s+la\s+bouche\s+d(?:e\s+|u\s+|[’'])|pour\s+citer|"
                   r"selon\s+(?:les\s+(?:mots|"
                   r"termes)|l[’']expression|la\s+formule|le\s+mot)\s+d(?:e\s+|u\s+|es\s+|"
                   r"[’']))(?=(?P<after>\S))", re.IGNORECASE),
    ),
}  # fmt: skip
"""Clauses that say, wherever they stand, whose the words around them are."""
_PRONOUN = re.compile(r"his|her|sa|son|et", re.IGNORECASE)
Known = Collection[str]


def behind(lex: Lexicon, text: str, known: Known) -> Attribution | None:
    """Whose words stand before a text that begins by saying so."""
    return _first(
        lex, text, known, [one.match(text) for one in (*_BEHIND.get(lex.code, ()), *_FRAMES.get(lex.code, ()))]
    )


def leading(lex: Lexicon, text: str, known: Known) -> Attribution | None:
    """Whose words follow a text that ends by saying so."""
    return _first(lex, text, known, [one.search(text) for one in _LEADING.get(lex.code, ())])


def framing(lex: Lexicon, text: str, known: Known) -> Attribution | None:
    """Whose words a clause somewhere in a text says the others are."""
    return _first(lex, text, known, [one.search(text) for one in _FRAMES.get(lex.code, ())])


def _first(lex: Lexicon, text: str, known: Known, found: list[re.Match[str] | None]) -> Attribution | None:
    for one in found:
        who = _who(lex, text, known, one) if one else None
        if one and who and who.how not in (SIDES, UNKNOWN):
            spans = one.span(), who.span
            return Attribution(who, (min(spans)[0], max(span[1] for span in spans)), one.span())
    return None


def _who(lex: Lexicon, text: str, known: Known, found: re.Match[str]) -> Speaker | None:
    """Who is named in a group of a pattern, or right behind where it ends."""
    if found.groupdict().get("after"):
        who = subject_after(lex, text[found.end() :], known)
        return who and who._replace(span=shifted(who.span, found.end()))
    words, start = found["who"], found.start("who")
    if _PRONOUN.fullmatch(words):
        return Speaker(POINTED, "", words, found.span("who"))
    bare = words.rstrip("’'" + BLANKS)
    who = subject_before(lex, bare, known) or phrases.read(lex, bare, known, whole=True, anybody=True)
    if who and who.how == NAMED:
        who = who._replace(name=re.sub(r"[’']s?$", "", who.name))
    return who and who._replace(span=shifted(who.span, start))
