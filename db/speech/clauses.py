"""Clauses that say who speaks: “said the minister”, “Ada Brandt added that …”, “according to the envoy”."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.speech import (
    anybody,
    arabic_clauses,
    ascribing,
    german_clauses,
    phrases,
    statements,
    turkish_names,
    turkish_owners,
)
from db.speech.context import EDGE, Context, leading
from db.speech.lexicon import Words
from db.speech.shapes import (
    INSTITUTION,
    NAMED,
    POINTED,
    SIDES,
    TITLED,
    UNKNOWN,
    Attribution,
    Speaker,
    attribution,
    moved,
    shifted,
)
from db.speech.statements import STATEMENTS, THESE_WORDS
from db.speech.subjects import (
    BLANKS,
    past_small,
    subject_after,
    subject_anywhere,
    subject_before,
    without_points,
    without_small,
)
from db.speech.tokens import any_title

LONGEST = 260  # characters of a clause that is looked at
BEFORE_SUBJECT = 3  # small words that may stand between words spoken and the subject of the clause after them
NEAR = 16  # characters between a verb and its subject, where nothing shows that the verb is one of saying
AT_START = 12  # characters that may stand before words such as “according to”
_SENTENCE = re.compile(r"[.!?…؟]\s")
_SIGNS = re.compile(r"[\W_]{0,12}")
_VERB_LAST = re.compile(
    r"\s+((?:ha[ds]\s+)?[a-z]{2,}(?:ed|[^s]s|an))(?:\s+(?:him|her|them|me|us))?(?:\s+[a-z]+ly)?\s*[,.]"
)
_INVERTED = re.compile(r"-(?:il|elle)\b")
_FIRST = re.compile(
    r"(?:l[’']|lui |leur |s[’']|m[’']|nous )?(?:a|est|avait|était)(?:(?:-t)?-(?:il|elle))? (?:\w+ment )?\w+"
    r"(?=[\s,.]|$)|"
    r"(?:(?:lui|leur|se|s[’']|me|m[’']|nous)\s?)?[^\W\d_]{3,}(?:-t)?(?:-(?:il|elle))?(?=[\s,.]|$)"
)
_QUOTED_FROM = {"fa": re.compile(r"(?<!\w)به\s+نقل\s+از(?!\w)"), "ar": re.compile(r"(?<!\w)(?:على|ب)\s*لسان(?!\w)")}
_SOURCE = re.compile(r"(?<!\w)(?:со\s+ссылкой\s+на|ссылаясь\s+на|сославшись\s+на)(?!\w)")
_GOES_ON = re.compile(
    r"\s+(?!(?:with|and|in|to|at|when|as|after|on|from|of|quietly|again|then|later|\w+ly|\w+ing)\b)\w"
)
"""How a sentence goes on that reports what a pronoun does: “said he had not decided”."""
_VERB_BEHIND = ("ru", "ar")
"""Languages in which the verb stands right behind words that point to those before."""
_ADVERB = re.compile(r"(?:не|вдруг|опять|\w{2,}[ое])\s+")
_MANNER = re.compile(r"(?!(?:и|а|но|что|как|кроме|котор\w+|кто|где|когда|хотя|если)\b)[а-яё]+(?:\s+[а-яё]+){0,3}")
"""Small words before a Russian verb that tell how somebody said it: “suddenly”, “with a smile”, “after a while”."""
_OWNED = re.compile(r"[’']s\s+(?:\w+\s+)?(?:statement|message|letter|reply|answer|note|communiqu[eé]|post|email)\b")
"""“The commission’s statement”."""
_OF = re.compile(
    r"\s+(?=(?:of|by|from|des|der|du|de|d[’'])(?:\b|(?<=[’'])))(?:of|by|from|des|der|du|de\s+la|de\s+l[’']|de|d[’'])\s*"
)


class Led(NamedTuple):
    """A clause before words: who speaks, and what stands between the clause and the words."""

    attribution: Attribution
    tail: str


def after(ctx: Context, text: str, *, parted: bool = False, spoken: bool = True) -> Attribution | None:
    """Who spoke the words before a text, when it begins by saying so; spans are counted in the text.

    `parted` tells that a comma or the like stands before it, where the text does not begin with one itself; `spoken`
    that they are in quotation marks or behind a dash, so that whatever noun stands by the verb says who spoke.
    """
    start = leading(text)
    rest = text[start : start + LONGEST]
    stop = _SENTENCE.search(without_points(ctx.lex, rest))
    rest = rest[: stop.start() + 1] if stop else rest
    told = with_these_words(ctx, rest) if ctx.lex.code != "fa" else None  # there the verb at the end tells more
    if told:
        return moved(told, start)
    according = from_source(ctx, rest) or _according(ctx, rest, at_start=True)
    found = according.attribution if according else statements.in_house(ctx, rest)
    if found:
        return moved(found, start)
    stated = ascribing.behind(ctx.lex, rest, ctx.known) or in_statement(ctx, rest)
    if stated and stated.span[0] < AT_START:
        return moved(stated, start)
    told = german_clauses.after(ctx.lex, rest, ctx.known) if ctx.lex.code == "de" else None
    if told:
        return moved(told, start)
    for verb in verbs(ctx, rest):
        found = _beside(ctx, verb, rest, spoken=spoken)
        if found or ctx.lex.order != "vso":
            return moved(found, start) if found else None
        break
    parted = parted or any(sign in ",،—–-" for sign in text[:start])
    found = (
        (_unknown_verb(ctx, rest) or _unknown_after(ctx, rest))
        if parted and ctx.lex.order == "svo" and ctx.lex.cased
        else _unknown_first(ctx, rest)
        if parted and ctx.lex.order == "vso"
        else None
    )
    return moved(found, start) if found else None


def _unknown_verb(ctx: Context, text: str) -> Attribution | None:
    """“…”, sighed Ada Brandt: after words spoken a verb with a person behind it says who spoke, whatever verb it is."""
    small = _ADVERB.match(text) if ctx.lex.code == "ru" else None
    verb = _FIRST.match(text, small.end() if small else 0)
    if (
        verb is None
        or not verb[0].islower()
        or verb[0] in ctx.lex.stops | ctx.lex.of | ctx.lex.joins | ctx.lex.before_name
    ):
        return None
    if verb[0] in ctx.lex.honorifics or any_title(ctx.lex.code).fullmatch(verb[0]):
        return None  # “…, monsieur Dourdan”: who is spoken to
    if ctx.lex.adjuncts.match(verb[0]) or ctx.lex.relatives.match(verb[0]):
        return None
    speaker = after_verb(ctx, verb, text)
    if speaker is None or speaker.span[0] - verb.end() > NEAR or speaker.how == SIDES:
        return None
    return attribution(speaker, verb) if speaker.name or ctx.lex.inverting.fullmatch(verb[0]) else None


def _unknown_first(ctx: Context, text: str) -> Attribution | None:
    """“…”، يشكو المتقاعد سليمان: in Arabic whatever verb stands between words spoken and a person says who spoke."""
    verb = re.match(r"[^\W\d_]{3,}(?=\s)", text)
    if verb is None or verb[0] in ctx.lex.stops or ctx.lex.documents.match(verb[0]):
        return None
    speaker = after_verb(ctx, verb, text)
    sure = speaker and speaker.name and arabic_clauses.is_sure(ctx, speaker)
    titled = speaker and speaker.how == TITLED  # “…”، تتنهد الروائية
    return attribution(speaker, verb) if speaker and (sure or titled) else None


def _unknown_after(ctx: Context, text: str) -> Attribution | None:
    """“…,” Ada Brandt sighed. In English the verb may follow too, when it ends the clause."""
    speaker = phrases.read(ctx.lex, text, ctx.known, whole=False) if ctx.lex.code == "en" else None
    verb = _VERB_LAST.match(text, speaker.span[1]) if speaker else None
    if speaker is None or verb is None or speaker.how == SIDES:
        return None
    return Attribution(speaker, (speaker.span[0], verb.end(1)), verb.span(1))


def quotes_somebody(text: str) -> bool:
    """Whether a German text begins by saying that somebody else quotes the words before it."""
    return german_clauses.cites(text[leading(text) :])


def _beside(ctx: Context, verb: re.Match[str], text: str, *, spoken: bool) -> Attribution | None:
    """The subject before or after the first verb of a clause; in some languages the verb alone says enough."""
    before = without_small(ctx.lex, text[: verb.start()]).strip(EDGE)
    if not before:
        speaker = after_verb(ctx, verb, text)
        speaker = speaker or (anybody.named(ctx.lex, text, verb.end(), anybody.NOUN_AFTER) if spoken else None)
        return attribution(speaker or Speaker(UNKNOWN), verb) if speaker or ctx.lex.order == "sov" else None
    speaker = arabic_clauses.topic(ctx, text[: verb.start()], verb) if ctx.lex.code == "ar" else None
    speaker = speaker or subject_before(ctx.lex, text[: verb.start()], ctx.known)
    if (
        speaker is None and ctx.lex.code == "ru" and _MANNER.fullmatch(text[: verb.start()].strip(BLANKS))
    ):  # “…”, asked suddenly the colonel
        speaker = after_verb(ctx, verb, text)
        return attribution(speaker, verb) if speaker and speaker.span[0] - verb.end() <= NEAR else None
    if speaker is None and ctx.lex.code == "en":  # “…,” Brandt said: where nothing else shows that this is a name
        speaker = phrases.read(ctx.lex, text[: verb.start()].rstrip(BLANKS), ctx.known, whole=True, anybody=True)
    speaker = speaker or (anybody.named(ctx.lex, text[: verb.start()], 0, anybody.NOUN_BEFORE) if spoken else None)
    if speaker and ctx.lex.order == "vso" and text[speaker.span[1] : verb.start()].strip(EDGE):
        return None  # the verb stands first: what is named before it does something else
    if speaker and len(text[: speaker.span[0]].split()) <= BEFORE_SUBJECT:
        return attribution(speaker, verb)
    return None


def is_inverted(verb: str) -> bool:
    """Whether a French verb has its pronoun behind: “a-t-elle dit”."""
    return bool(_INVERTED.search(verb))


def after_verb(ctx: Context, verb: re.Match[str], text: str) -> Speaker | None:
    """The subject that follows a verb, or that its ending tells."""
    inverted = _INVERTED.search(verb[0]) if ctx.lex.code == "fr" else None
    if inverted:
        return Speaker(POINTED, "", inverted[0][1:], verb.span())
    leads_on = ctx.lex.code == "en" and re.compile(r"\s+that\b").match(text, verb.end())
    if leads_on or ctx.lex.transitive.fullmatch(verb[0]):
        return None
    rest = text[verb.end() :]
    small = past_small(ctx.lex, rest) if ctx.lex.code == "ar" else 0
    found = subject_after(ctx.lex, rest, ctx.known, nominative=True)
    if found and ctx.lex.code == "ar" and arabic_clauses.is_addressed(verb[0], found):
        return Speaker(POINTED, "", verb[0], verb.span())
    if found and found.how == POINTED and ctx.lex.code == "en" and _GOES_ON.match(rest, found.span[1]):
        return None
    if found:
        return found._replace(span=shifted(found.span, verb.end()))
    dropped = ctx.lex.order == "vso" and (
        arabic_clauses.DROPPED.match(rest)
        or (small and arabic_clauses.DROPPED.match(rest, small))
        or (ctx.lex.judges.fullmatch(verb[0]) and re.match(r"[^.:،]{3,60}\sبأن", rest))
    )
    return Speaker(POINTED, "", verb[0], verb.span()) if dropped else None


def before(ctx: Context, text: str, *patterns: Words) -> Led | None:
    """Who speaks the words that follow a text, by the last verb of saying in it, or by one of other `patterns`."""
    quoted = _QUOTED_FROM[ctx.lex.code].search(text) if ctx.lex.code in _QUOTED_FROM and not patterns else None
    if quoted:  # “the agency, quoting Ada, wrote”
        found = _according(ctx, text[quoted.start() :], at_start=True)
        if found:
            return Led(moved(found.attribution, quoted.start()), "")
    ascribed = None if patterns else ascribing.leading(ctx.lex, text, ctx.known)
    if ascribed:
        return Led(ascribed, text[ascribed.span[1] :])
    for verb in reversed(verbs(ctx, text, *patterns)):
        found = _around(ctx, verb, text)
        if found:
            return found
    if patterns:
        return None
    passing = [*ctx.lex.participles.finditer(text)][-1:] if ctx.lex.order == "vso" else []
    for verb in passing:  # “the minister received the envoy, saying: …”
        speaker = arabic_clauses.main_subject(ctx, text[: verb.start()])
        if speaker:
            return Led(attribution(speaker, verb), text[verb.end() :])
    house = statements.in_house(ctx, text)  # “in the ministry they said: …”
    return Led(house, text[house.span[1] :]) if house else _according(ctx, text, at_start=False)


def _around(ctx: Context, verb: re.Match[str], text: str) -> Led | None:
    """The subject of a verb, where the language has it."""
    lex, left = ctx.lex, text[: verb.start()]
    if lex.order != "vso":
        speaker = subject_before(lex, left, ctx.known)
        if speaker is None and lex.order == "sov":
            speaker = subject_anywhere(lex, left, ctx.known)
        if speaker:
            return Led(attribution(speaker, verb), text[verb.end() :])
        near = left[-12:] if lex.code != "de" else left[left.rfind(",") + 1 :] if "," in left else ""
        if lex.relatives.search(near) or lex.code == "en":
            return None
    named = arabic_clauses.topic(ctx, left, verb) if lex.code == "ar" else None
    if named:
        return Led(attribution(named, verb), text[verb.end() :])
    speaker = arabic_clauses.subject_first(ctx, left) if lex.code == "ar" else None
    speaker = speaker or after_verb(ctx, verb, text)
    if speaker is None and lex.code == "tr" and text[verb.end() :].strip(BLANKS) == ":":
        return Led(attribution(Speaker(UNKNOWN), verb), text[verb.end() :])  # “Sözlerini şöyle sürdürdü:”
    return Led(attribution(speaker, verb), text[max(speaker.span[1], verb.end()) :]) if speaker else None


def leading_on(ctx: Context, text: str) -> Attribution | None:
    """Who speaks in the paragraph after a text that ends with a colon."""
    led = before(ctx, text)
    if led or ctx.lex.code != "tr":
        return led.attribution if led else None
    clause = _SENTENCE.split(text)[-1]
    at = len(text) - len(clause)
    owner = turkish_owners.owner_of(ctx, clause)
    who = None if owner else subject_anywhere(ctx.lex, clause, ctx.known)
    found = owner or (Attribution(who, who.span, who.span) if who and who.how == NAMED else None)
    return found and moved(found, at)


def verbs(ctx: Context, text: str, *patterns: Words) -> list[re.Match[str]]:
    """The verbs of saying in a text, or those of other `patterns`, that say that something was said."""
    found = [
        verb for pattern in patterns or (ctx.lex.said,) for verb in pattern.finditer(text) if not _is_name(text, verb)
    ]
    said = [verb for verb in found if not ctx.lex.not_said.search(text, max(0, verb.start() - 40), verb.start())]
    return sorted(said, key=lambda verb: verb.start())


def _is_name(text: str, verb: re.Match[str]) -> bool:
    """Whether what looks like a verb has a capital inside a sentence: “the United States”."""
    return verb.start() > 1 and verb[0][:1].isupper() and text[verb.start() - 2].isalpha()


def from_source(ctx: Context, text: str) -> Led | None:
    """Whose words somebody passes on: «…», пишет газета «Заря» со ссылкой на министра."""
    source = _SOURCE.search(text) if ctx.lex.code == "ru" else None
    found = subject_after(ctx.lex, text[source.end() :], ctx.known, anybody=False) if source else None
    if source is None or found is None or found.how not in (NAMED, TITLED, INSTITUTION):
        return None
    speaker = found._replace(span=shifted(found.span, source.end()))
    return Led(attribution(speaker, source), text[speaker.span[1] :])


def according(ctx: Context, text: str) -> Attribution | None:
    """Whose words a whole sentence tells by “according to”."""
    own = german_clauses.by_own_word(ctx.lex, text, ctx.known) if ctx.lex.code == "de" else None
    if own:
        return own
    led = _according(ctx, text, at_start=False)
    return led.attribution if led else None


def according_first(ctx: Context, text: str) -> Led | None:
    """Whose words a whole sentence tells that begins with “according to”, whatever others say in it."""
    return _according(ctx, text, at_start=True)


def _according(ctx: Context, text: str, *, at_start: bool) -> Led | None:
    """“According to the envoy, …”; in some languages what says so stands behind."""
    framed = ascribing.framing(ctx.lex, text, ctx.known)
    if framed and not (at_start and framed.span[0] > AT_START):
        return Led(framed, text[framed.span[1] :])
    own = ctx.lex.according_self.search(text)
    if own and not (at_start and own.start() > AT_START):
        return Led(attribution(Speaker(POINTED, "", own[0], own.span()), own), text[own.end() :])
    lead = ctx.lex.according.search(text)
    if lead and not (at_start and lead.start() > AT_START):
        speaker = _named_behind(ctx, text, lead)
        if speaker:
            return Led(attribution(speaker, lead), text[speaker.span[1] :])
    told = turkish_owners.according(ctx, text) if ctx.lex.code == "tr" else None
    if told and not (at_start and told.span[0] > AT_START):
        return Led(told, text[told.span[1] :])
    tail = None if at_start else ctx.lex.according_after.search(text)
    if tail:
        bare = turkish_names.nominative(text[: tail.start()])
        speaker = subject_before(ctx.lex, bare, ctx.known, oblique=True)
        if speaker is None and len(bare) < len(text[: tail.start()].rstrip(BLANKS)):
            speaker = phrases.read(ctx.lex, bare, ctx.known, whole=True, anybody=True)
        if speaker:
            return Led(attribution(speaker, tail), text[tail.end() :])
    return None


def _named_behind(ctx: Context, text: str, lead: re.Match[str]) -> Speaker | None:
    """Who is named behind words such as “according to”."""
    found = subject_after(ctx.lex, text[lead.end() :], ctx.known, anybody=ctx.lex.code in ("en", "fr"))
    if found is None or (lead[0].lower() == "pour" and found.how not in (NAMED, TITLED)):
        return None  # “Pour la Ligue, …”
    if lead[0].endswith("s") and ctx.lex.code == "de":  # “nach den Worten eines Sprechers”
        found = found._replace(title=re.sub(r"^(?:(\w+[tdßbgzkx])es|(\w+)s)\b", r"\1\2", found.title))
    return found._replace(span=shifted(found.span, lead.end()))


def in_statement(ctx: Context, text: str) -> Attribution | None:
    """Who speaks in a statement that a text says to hold some words; whoever spoke before, where it names nobody."""
    if ctx.lex.code == "tr" and (whose := turkish_owners.owner_of(ctx, text)):
        return whose
    owned = _OWNED.search(text) if ctx.lex.code == "en" else None
    owner = phrases.read(ctx.lex, text[: owned.start()], ctx.known, whole=False) if owned else None
    if owned and owner:
        return attribution(owner, owned)
    found = STATEMENTS[ctx.lex.code].search(text) if ctx.lex.code in STATEMENTS else None
    if found is None:
        return None
    if ctx.lex.code == "de" and german_clauses.is_joint(found[0]):
        return Attribution(Speaker(SIDES), found.span(), found.span())
    whose = _OF.match(text, found.end())
    named = phrases.read(ctx.lex, text[whose.end() :], ctx.known, whole=False) if whose else None
    if named and whose:
        return attribution(named._replace(span=shifted(named.span, whose.end())), found)
    return None if whose else Attribution(Speaker(POINTED, span=found.span()), found.span(), found.span())


def with_these_words(ctx: Context, text: str, at: int = 0) -> Attribution | None:
    """Who did something with the words before a place: “With these words the general left.”"""
    if ctx.lex.code not in THESE_WORDS:
        return None
    signs = _SIGNS.match(text, at)
    found = THESE_WORDS[ctx.lex.code].match(text, signs.end() if signs else at)
    if found is None:
        return None
    rest = text[found.end() : found.end() + LONGEST]
    stop = _SENTENCE.search(without_points(ctx.lex, rest))
    rest = rest[: stop.start()] if stop else rest
    verb = re.match(r"[^\W\d_]+", rest) if ctx.lex.code in _VERB_BEHIND else None
    who = after_verb(ctx, verb, rest) if verb else None
    if ctx.lex.code not in _VERB_BEHIND:
        who = phrases.first(ctx.lex, rest, ctx.known)
    if who is None or who.how == POINTED:
        return None
    by = shifted(verb.span(), found.end()) if verb else found.span()
    who = who._replace(span=shifted(who.span, found.end()))
    return Attribution(who, (min(by[0], who.span[0]), max(by[1], who.span[1])), by)
