"""The subjunctive of German verbs, by which sentences show that they report what somebody said."""

from __future__ import annotations

import re

_FIRST = (
    "sei|seien|habe|werde|könne|müsse|solle|dürfe|wolle|möge|gebe|gehe|komme|stehe|bleibe|liege|brauche|wisse|rechne|halte|"
    "lasse|nehme|sehe|finde|bestehe|gelte|laufe|trage|führe|erwarte|hoffe|glaube|mache|bringe|spreche|verstehe|sitze|"
    "fehle|reiche|gehöre|heiße|zeige|setze|denke|fürchte|bedeute|arbeite|erhalte|bekomme|beginne|ende|folge|helfe|"
    "wünsche|fordere|lehne|prüfe|plane|treffe|kenne|kehre|lebe|schließe|stelle|biete|ziehe|lege|verliere|verhandle|"
    "bezahle|zahle|koste|handle|unterstütze|spiele|drohe|wachse|sinke|steige|entscheide|lüge|irre|täusche|schweige|"
    "entspreche|widerspreche|verspreche|verlange|versuche|verdiene|vertraue|verfüge|verzichte|verlasse|verstoße|"
    "verursache|verhindere|verändere|vermute|übernehme|überlege|überwiege|unterliege|unterscheide|untersuche|"
    "gefährde|gelinge|genüge|geschehe|gewinne|genieße|behalte|behandle|betrage|betreffe|beruhe|bereue|bewege|beweise|"
    "erfülle|ergebe|erinnere|erkenne|erlaube|erreiche|erscheine|ermögliche|ersetze|existiere|funktioniere|hänge|"
    "kämpfe|kläre|leide|leiste|lerne|liefere|löse|nutze|öffne|passe|rede|rufe|sage|schade|schaffe|schlafe|schreibe|"
    "schütze|sorge|sterbe|störe|stimme|suche|trete|tue|vergesse|vergehe|wähle|warte|wechsle|wende|werfe|wirke|wohne|zähle"
)
"""The first subjunctive of common verbs, in which it differs from the indicative."""
_PRONOUN = r"(?:er|es|man|sie|niemand|jeder|keiner|alles|nichts|das|dies)"
_NOT_VERBS = (
    "alle|beide|viele|wenige|einige|manche|andere|eine|keine|meine|deine|seine|ihre|unsere|eure|diese|jene|welche|"
    "solche|heute|gerne|lange|beinahe|ohne|bitte|gerade|alleine|möglichst|hatte|wurde|konnte|musste|sollte|wollte|"
    "durfte|mochte|wäre|hätte|würde|könnte|müsste|dürfte|käme|ginge|bliebe|stünde|gäbe"
)
_REPORTS = re.compile(rf"\b(?:{_FIRST})\b|\b{_PRONOUN}\s+(?!(?:{_NOT_VERBS})\b)[a-zäöüß]{{2,}}(?<!t)e\b(?!\s+[A-ZÄÖÜ])")
_NO_REPORT = re.compile(
    r"^\W*(?:Es\s+sei\s+denn|Sei\s+es|Wie\s+dem\s+auch\s+sei|Man\s+(?:nehme|denke|stelle|beachte|vergleiche|bedenke)|Möge|Gott|Es\s+lebe)\b"
    r"|\bals\s+(?:ob|sei|habe|werde|wolle|könne)\b"
)
"""Wishes, recipes and comparisons."""
_PIECES = re.compile(r"[,;–—]")
_JOINS = (
    r"\s*(?:(?:und|oder|aber|sondern)\s+)?(?:ob|dass|wann|wie|warum|weshalb|wer|wen|wem|was|wo|woher|wohin|welche[nmrs]?|"
    r"wenn|weil|als|damit|obwohl|nachdem|bevor|ehe|bis|falls|sofern|solange|sobald|sodass|um|ohne|statt"
)
_SUBORDINATE = (
    re.compile(rf"{_JOINS})\b", re.IGNORECASE),
    re.compile(
        rf"{_JOINS}|(?:(?:in|mit|von|zu|bei|auf|an|für|über|unter|durch|aus|nach)\s+)?(?:der|die|das|dem|den|deren|dessen))\b"
    ),
)
"""How clauses begin that depend on another, at the beginning of a sentence and behind a comma."""
_SECOND = re.compile(
    r"\b(?:hätten|würden|könnten|müssten|dürften|wären|lägen|kämen|gäben|stünden|fänden|bekämen|bräuchten|nähmen|wüssten|"
    r"sähen|träten|zögen|verlören|sprächen|trügen|schlössen|gewönnen|hülfen|stürben|verstünden)\b"
)
"""The second subjunctive of several, where the first cannot be told from the indicative."""
_INDICATIVE = re.compile(r"\b(?:ist|sind|war|waren|hat|haben|wird|werden|kann|muss|will|soll)\b")


def reports(sentence: str) -> bool:
    """Whether a sentence stands in the subjunctive of reported speech."""
    main = " , ".join(
        piece for at, piece in enumerate(_PIECES.split(sentence)) if not _SUBORDINATE[at > 0].match(piece)
    )
    return bool(_REPORTS.search(main)) and not _NO_REPORT.search(sentence)


def may_report(sentence: str) -> bool:
    """Whether a sentence stands in the subjunctive that replaces the other where that cannot be seen."""
    return bool(_SECOND.search(sentence)) and not _INDICATIVE.search(sentence)
