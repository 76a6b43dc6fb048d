"""Clauses by which German texts say whose words they give, beside a verb and its subject."""

from __future__ import annotations

import re
from collections.abc import Collection

from db.speech import phrases
from db.speech.german_cases import is_oblique
from db.speech.lexicon import Lexicon
from db.speech.shapes import INSTITUTION, NAMED, POINTED, SIDES, TITLED, Attribution, Speaker, shifted
from db.speech.subjects import subject_after

_AS = re.compile(r"[Ww]ie\s+")
_STOP = re.compile(r"[.:;!?…]|\s[–—]\s")
_SMALL = (
    r"(?:\s+(?:am|seit|vor|nach|\w+(?:tag|abend|morgen|mittag|woch)|weiter|dazu|dort|darin|nur|später|zuvor|knapp|"
    r"lediglich|dagegen|jedoch|aber|inoffiziell|offiziell|ergänzend))*"
)
_IT_SAID = re.compile(
    rf"(?:so\s+)?(?:hieß|heißt|heisst|verlautete|verlautet)(?:\s+es)?(?P<small>{_SMALL})"
    r"(?:\s+(?:aus|in|im|bei|beim|von|vom|seitens|vonseiten)\b\s*(?P<who>))?",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?:Aus|In|Im|Bei|Beim|Vonseiten|Von\s+Seiten|Seitens)\s+", re.IGNORECASE)
_IN_HOUSE = re.compile(
    rf"(?P<small>{_SMALL})\s+(?:hieß|heißt|heisst|verlautete|verlautet|war\s+zu\s+hören|hörte\s+man|sagte\s+man|sagt\s+man|"
    r"erklärte\s+man|betonte\s+man|teilte\s+man)\b(?:\s+es)?"
)
_ANSWER = re.compile(
    r"(?:so|lautet|lautete|lauteten|ist|war|waren|klang|kam|folgte)\s+(?:\w+\s+)?"
    r"(?P<whose>der|die|das|sein|seine|ihr|ihre)\s+(?:\w+e\s+)?"
    r"(?:\w*(?:Antwort|Kommentar|Fazit|Reaktion|Urteil|Bilanz|Begründung|Botschaft|Worte|Credo|Devise|Rat|Einschätzung|"
    r"Resümee|Appell|Forderung|Vorwurf|Erklärung|Ansage|Auskunft|Bescheid|Replik|Analyse))"
    r"(?P<of>\s+(?:des|der|von|vom|eines|einer|aus|seitens)\b)?"
)
_CITES = re.compile(r"zitier(?:t|te|ten|en)\b")
_OBJECT = re.compile(r"\b(?P<article>den|die|einen|eine|ihn|sie)\b")
_HAS = re.compile(r"(?:hat|hatte|habe)\s+")
_THEY_SAY = re.compile(
    r"(?:schreiben|schrieben|sagen|sagten|erklären|erklärten|fordern|forderten|rufen|riefen|betonen|betonten|skandierten|"
    r"skandieren|sangen|teilten|warnten|warnen|meinten|meinen|berichten|berichteten|antworteten|kritisierten|beteuerten)\b"
    r"(?!\s+Sie\b)"
)
_OWN_WORD = re.compile(
    r"\bnach\s+eigene[nrm]\s+(?:Angaben?|Aussagen?|Worten|Darstellung|Einschätzung|Auskunft|Bekunden)\b"
)
_ASIDE = re.compile(r"\s*[–—]\s+(?P<who>er|sie)\s+(?P<verb>[a-zäöüß]+t)\b[^–—.!?]{0,60}\s[–—]")
_JOINT = re.compile(
    r"\bgemeinsam(?:e[nrms]?)?\s+(?:\w+\s+)?(?:\w*erklärung|\w*mitteilung|\w*kommuniqué|\w*schreiben|\w*brief|\w*papier)\w*",
    re.IGNORECASE,
)
_OWN = ("sein", "seine", "ihr", "ihre")


def after(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """Who spoke the words before a text that begins by saying so without a verb and its subject."""
    for reads in (_as_told, _cited, _answer, _it_said, _has_said, _several_say):
        found = reads(lex, text, known)
        if found:
            return found
    return None


def aside(text: str) -> Attribution | None:
    """Who speaks the words before a text that tells between dashes what that person does: “– er hustet –”."""
    found = _ASIDE.match(text)
    if found is None:
        return None
    who = Speaker(POINTED, "", found["who"], found.span("who"))
    return Attribution(who, found.span("who"), found.span("verb"))


def cites(text: str) -> bool:
    """Whether a text begins by saying that somebody else quotes the words before it."""
    return bool(_CITES.match(text))


def is_joint(text: str) -> bool:
    """Whether a text speaks of a statement of several together."""
    return bool(_JOINT.search(text))


def in_house(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """An institution from which something was heard: “Aus der Bauleitung verlautete …”."""
    lead = _HOUSE.match(text)
    who = phrases.read(lex, text[lead.end() :], known, whole=False) if lead else None
    if lead is None or who is None or who.how not in (INSTITUTION, TITLED):
        return None
    who = _moved(who, lead.end())
    verb = _IN_HOUSE.match(text, who.span[1])
    return Attribution(who, (lead.start(), verb.end()), verb.span()) if verb else None


def _as_told(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…, wie er der Agentur am Samstag sagte”, “…, wie die Polizei mitteilte”."""
    lead = _AS.match(text)
    if lead is None:
        return None
    stop = _STOP.search(text, lead.end())
    clause = text[: stop.start() if stop else len(text)]
    verb = next(lex.said.finditer(clause, lead.end()), None)
    who = subject_after(lex, clause[lead.end() :], known) if verb else None
    if verb is None or who is None or who.how == SIDES:
        return None
    who = _moved(who, lead.end())
    return Attribution(who, (0, max(verb.end(), who.span[1])), verb.span())


def _cited(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…”, zitiert die Zeitung den Minister: who is quoted speaks, and not who quotes."""
    verb = _CITES.match(text)
    if verb is None:
        return None
    stop = re.search(r"[.:;!?]\s|[.]$", text)
    clause = text[: stop.start() if stop else len(text)]
    quoting = subject_after(lex, clause[verb.end() :], known, anybody=True)
    at = verb.end() + (quoting.span[1] if quoting else 0)
    for article in _OBJECT.finditer(clause, at):
        if article[0] in ("ihn", "sie"):
            pronoun = Speaker(POINTED, "", "er" if article[0] == "ihn" else "sie", article.span())
            return Attribution(pronoun, (0, article.end()), verb.span())
        who = phrases.read(lex, clause[article.start() :], known, whole=False)
        if who and who.how in (NAMED, TITLED):
            who = _moved(who, article.start())
            name = re.match(r",\s*", clause[who.span[1] :]) if who.how == TITLED else None
            more = who.span[1] + name.end() if name else 0
            other = phrases.read(lex, clause[more:], known, whole=False, anybody=True) if name else None
            if other and other.how == NAMED:
                who = Speaker(NAMED, other.name, who.title, (who.span[0], more + other.span[1]))
            return Attribution(who, (0, who.span[1]), verb.span())
    return None


def _answer(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…”, lautete die Antwort der Ministerin."""
    found = _ANSWER.match(text)
    if found is None:
        return None
    if found["whose"] in _OWN:
        pronoun = Speaker(POINTED, "", "er" if found["whose"].startswith("sein") else "sie", found.span("whose"))
        return Attribution(pronoun, found.span(), found.span())
    if not found["of"]:
        return Attribution(Speaker(POINTED, span=found.span()), found.span(), found.span())
    start = found.start("of") + 1
    who = phrases.read(lex, text[start:], known, whole=False) or phrases.read(
        lex, text[found.end() :].lstrip(), known, whole=False, anybody=True
    )
    if who is None or who.how == SIDES:
        return None
    return Attribution(who._replace(span=found.span()), found.span(), found.span())


def _it_said(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…”, hieß es aus dem Ministerium; “…”, hieß es dort."""
    found = _IT_SAID.match(text)
    if found is None:
        return None
    if found["who"] is not None:
        who = phrases.read(lex, text[found.end() :], known, whole=False)
        if who is None or who.how not in (INSTITUTION, TITLED, NAMED):
            return None
        who = _moved(who, found.end())
        return Attribution(who, (0, who.span[1]), found.span())
    there = re.search(r"\b(?:dort|dazu|weiter|darin)\b", found["small"])
    pointed = Speaker(POINTED, span=found.span())
    return Attribution(pointed, found.span(), found.span()) if there else None


def inside(lex: Lexicon, verb: str, known: Collection[str]) -> Speaker | None:
    """The subject that stands between an auxiliary and its participle: “hat die Ministerin Hilfe angekündigt”."""
    has = _HAS.match(verb)
    who = subject_after(lex, verb[has.end() :], known, anybody=False) if has else None
    return _moved(who, has.end()) if has and who and who.how != SIDES and not is_oblique(verb, who) else None


def by_own_word(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """Whom a sentence is about that tells something “nach eigenen Angaben”."""
    own = _OWN_WORD.search(text)
    who = phrases.read(lex, text, known, whole=False) if own else None
    if own is None or who is None or who.how in (SIDES, POINTED):
        return None
    return Attribution(who, (who.span[0], own.end()), own.span())


def _has_said(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…”, hatte sie noch im Frühjahr gesagt."""
    has = _HAS.match(text)
    who = subject_after(lex, text[has.end() :], known) if has else None
    if has is None or who is None or who.how == SIDES or who.span[0] > 1:
        return None
    who = _moved(who, has.end())
    verb = lex.said.match(text)  # from the auxiliary to the participle
    return Attribution(who, (0, verb.end()), verb.span()) if verb and verb.end() > who.span[1] else None


def _several_say(lex: Lexicon, text: str, known: Collection[str]) -> Attribution | None:
    """“…”, schreiben die Unterzeichner: what several say together is nobody's quote, unless it is an institution's."""
    verb = _THEY_SAY.match(text)
    if verb is None:
        return None
    who = subject_after(lex, text[verb.end() :], known)
    if who and who.how == INSTITUTION:
        who = _moved(who, verb.end())
        return Attribution(who, (0, who.span[1]), verb.span())
    return Attribution(Speaker(SIDES), verb.span(), verb.span())


def _moved(speaker: Speaker, by: int) -> Speaker:
    return speaker._replace(span=shifted(speaker.span, by))
