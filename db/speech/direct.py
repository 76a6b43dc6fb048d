"""Direct speech in quotation marks: what of all that stands in them somebody said, and who."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from db.speech import arabic_clauses, clauses, german_clauses, statements, turkish_owners, turkish_quotations
from db.speech.context import Context
from db.speech.marks import Quoted
from db.speech.sentences import HIDDEN, THING
from db.speech.shapes import INSTITUTION, NAMED, SIDES, TITLED, UNKNOWN, Attribution, Span, Speaker, moved, shifted
from db.speech.subjects import BLANKS, subject_after, subject_anywhere, subject_before, subject_of_last

FRAGMENT = 4  # words from which a piece that is built into a sentence counts as direct speech
STANDING = 5  # words from which a sentence in quotation marks is speech though nobody says whose
UNSURE = 0.4  # how sure speech is that only the words behind it can show to be any
_COLON = (":", "：")
_OPENING = (*_COLON, ",", "،", "—", "–", "-")
_INTERRUPTING = (",", "،", ";", "؛", "—", "–", "-", ".")
_PARTING = (",", "،", "!", "?", "…", "؟")
_WORD = re.compile(r"\w+(?:[’'\-\u200c]\w+)*")
_LEADING_WORD = re.compile(r"(?:\bبأنه|\bبأنها|\bأنه|\bأنها|\bرا)$")
_THAT = re.compile(r"(?<!\w)(?:[وفب]?[إأ]ن(?:ه|ها|هم)?|که)$")
"""“That”, with which a clause of what is said begins in Arabic and Persian."""
_HAS = re.compile(r"\b(?:hat|habe|hatte)\b")
_CALLED = re.compile(r"\s*(?:genannt|bezeichnet|gesprochen|beschrieben|gewarnt|gerühmt|gelobt|verglichen)\b")
_THIS = re.compile(r"(?<!\w)(?:این|آن|همین|هذا|هذه|ذلك|تلك)\s$")
_TIMED = re.compile(r"^\d{1,2}[.:]\d{2}(?:\s*Uhr)?\s*:")
_INNER = "’‘›‹'"
"""Marks that may close a quotation inside another at its end."""
_BLANK = re.compile(r"^[\s\W_]*$")


class Spoken(NamedTuple):
    """Direct speech as found: its pieces, where it is said who speaks, and where that stands; offsets of the text."""

    parts: tuple[Span, ...]
    attribution: Attribution | None
    place: str
    sure: float


class Sentence(NamedTuple):
    """A sentence: where it stands, what of it is no quotation (`shown`, as long as it is), its quotations."""

    span: Span
    shown: str
    quoted: list[Quoted]

    @property
    def gaps(self) -> list[Span]:
        """What stands before, between and after the quotations, counted in the text."""
        edges = [self.span[0], *(edge for one in self.quoted for edge in one.outer), self.span[1]]
        return list(zip(edges[::2], edges[1::2], strict=True))


class _Here(NamedTuple):
    """A quotation in its sentence, with what stands before and after it, and where those begin."""

    one: Quoted
    lead: str
    tail: str
    at: int
    behind: int
    words: str

    @property
    def length(self) -> int:
        return len(_WORD.findall(self.words))


def spoken(ctx: Context, text: str, sentence: Sentence, before: Spoken | None) -> list[Spoken]:
    """The direct speech of a sentence; `before` is what the sentence before it ended with."""
    found = list[Spoken]()
    gaps = sentence.gaps
    rows = turkish_quotations.rows(text, gaps) if ctx.lex.code == "tr" else range(len(gaps))
    for number, one in enumerate(sentence.quoted):
        if not any(_WORD.search(text, *part) for part in one.parts):
            continue
        starts = gaps[_after_names(sentence, number, found)][0]
        lead, tail = (
            sentence.shown[first - sentence.span[0] : last - sentence.span[0]]
            for first, last in ((starts, gaps[number][1]), gaps[rows[number] + 1])
        )
        if ctx.lex.code == "de" and clauses.quotes_somebody(tail):  # “…”, zitiert die Zeitung „…“ den Minister
            tail = sentence.shown[gaps[number + 1][0] - sentence.span[0] :]
        if not ctx.lex.cased:  # the name of a newspaper or place among words that name somebody
            lead = lead.replace(HIDDEN, THING)
        words = " ".join(text[slice(*part)] for part in one.parts)
        here = _Here(one, lead, tail, starts, gaps[number + 1][0], words)
        in_row = found and number and rows[number - 1] == rows[number]
        if in_row and found[-1].parts[-1:] == sentence.quoted[number - 1].parts[-1:]:
            found.append(found[-1]._replace(parts=one.parts))
            continue
        few = here.length < FRAGMENT
        if ctx.lex.code == "tr" and turkish_quotations.is_no_speech(ctx.lex, lead, words, tail, few=few):
            continue
        joined = _joins(ctx, here, sentence, number, found)
        if joined:
            found[-1] = joined
            continue
        new = _spoken(ctx, here, inner=number > 0) or (_goes_on(ctx, here, found) if found else None)
        if new is None and number == 0:
            new = _follows(ctx, text, here, sentence, before)
        several = new and new.attribution and new.attribution.speaker.how == SIDES
        if new and not (several and ctx.lex.code == "de"):
            found.append(new)
    return found


def _after_names(sentence: Sentence, number: int, found: list[Spoken]) -> int:
    """The first gap that leads to a quotation: those between which no speech stands are one, “told ‘The Day’: ‘…’”."""
    at = number
    spoken = found[-1].parts[-1:] if found else ()
    while at and sentence.quoted[at - 1].parts[-1:] != spoken:
        at -= 1
    return at


def _spoken(ctx: Context, here: _Here, *, inner: bool) -> Spoken | None:
    """A quotation with what says who speaks it."""
    verb_last = _verb_last(ctx, here) if ctx.lex.order == "sov" else None
    if verb_last:
        return verb_last
    alone = bool(_BLANK.match(_TIMED.sub("", here.lead, count=1)))
    parted = here.words.rstrip("’”»\"'").endswith(_PARTING)
    who = clauses.after(ctx, here.tail, parted=parted) if alone or inner else None
    who = who or (german_clauses.aside(here.tail) if ctx.lex.code == "de" and alone else None)
    if who:
        return Spoken(here.one.parts, moved(who, here.behind), "after", 0.95)
    return None if alone or arabic_clauses.is_joint(ctx, here.lead) else _led(ctx, here)


def _led(ctx: Context, here: _Here) -> Spoken | None:
    """Speech that words before it lead to: “Ada said: …”, “Ada said that the talks …”; or that words after it claim."""
    colon = here.lead.rstrip(BLANKS).endswith(_COLON)
    built_in = ctx.lex.code == "tr" and here.words[:1].islower() and _goes_beyond(here.tail)
    led = None if built_in and here.length < FRAGMENT else clauses.before(ctx, here.lead)
    if led and _only_names(here, led):
        led = None
    if led:
        nearer = _called(ctx, here, led) if ctx.lex.code == "ar" else None
        return _by_clause(ctx, here, nearer or led, judged=nearer is not None)
    owner = turkish_owners.owner_of(ctx, here.lead) if colon and ctx.lex.code == "tr" else None
    if owner:  # “Brandt’ın yorumu kısa oldu: ‘…’”
        return Spoken(here.one.parts, moved(owner, here.at), "before", 0.85)
    if here.length < FRAGMENT:
        whole = colon and here.words[:1].isupper() and here.words[-1:] in ".!?…" and ctx.lex.code in ("en", "fr")
        return _behind_colon(ctx, here) if whole else None
    led = clauses.before(ctx, here.lead, ctx.lex.judges, ctx.lex.reports) or _with_verb_behind(ctx, here)
    if led and led.attribution.speaker.how != SIDES:
        return _by_clause(ctx, here, led, judged=True)
    if _is_title(ctx, here, embedded=not colon):
        return None
    return (_said_behind(ctx, here) or _behind_colon(ctx, here)) if colon else _stated(ctx, here)


def _said_behind(ctx: Context, here: _Here) -> Spoken | None:
    """Speech behind a colon of which words after it say who speaks: “The owners disagree: ‘…’, said Ada Brandt”."""
    parted = here.tail.lstrip(BLANKS).startswith((",", "،"))
    who = clauses.after(ctx, here.tail) if parted else None
    named = who and who.speaker.how in (NAMED, TITLED, INSTITUTION)
    return Spoken(here.one.parts, moved(who, here.behind), "after", 0.9) if who and named else None


def _called(ctx: Context, here: _Here, led: clauses.Led) -> clauses.Led | None:
    """An Arabic clause that stands nearer: “The paper told of a cable in which the envoy called the government ‘…’”."""
    found = clauses.before(ctx, here.lead, ctx.lex.judges)
    if found is None or found.attribution.verb[0] <= led.attribution.verb[0]:
        return None
    speaker = found.attribution.speaker
    return found if speaker.how != NAMED or arabic_clauses.is_sure(ctx, speaker) else None


def _only_names(here: _Here, led: clauses.Led) -> bool:
    """Whether a quotation is rather part of a name: “said the commander of the post ‘The Hill’, …”."""
    lead = here.lead.rstrip(BLANKS)
    if here.length >= FRAGMENT or lead.endswith(_OPENING) or led.tail.strip(BLANKS + "."):
        return False
    return led.attribution.span[1] > led.attribution.verb[1] and bool(re.search(r"\w", here.tail))


def _by_clause(ctx: Context, here: _Here, led: clauses.Led, *, judged: bool) -> Spoken | None:
    """Speech to which a clause leads, unless it is a title, or too short where it is built into a sentence."""
    colon = here.lead.rstrip(BLANKS).endswith(_COLON)
    tail = led.tail.strip(BLANKS)
    if ctx.lex.code == "ru" and here.length < FRAGMENT and not colon and here.words[:1].islower():
        return None  # “Inflation, says Ada Brandt, ‘behaves’.”
    full = tail.endswith(_OPENING) or not (tail or _goes_beyond(here.tail))
    if full and here.length < FRAGMENT and here.words[:1].islower() and _is_inserted(here, led):
        return None
    if not full and (
        here.length < FRAGMENT or (led.attribution.speaker.how == SIDES and ctx.lex.code in ("ru", "ar", "fa"))
    ):
        return None
    if _is_title(ctx, here, embedded=not colon and not full) and not (judged and _is_told(ctx, here)):
        return None
    return Spoken(here.one.parts, moved(led.attribution, here.at), "before", 0.95 if colon else 0.9 if full else 0.85)


def _is_inserted(here: _Here, led: clauses.Led) -> bool:
    """Whether a sentence that is reported goes on after the words that say who speaks: “…, she noted, ‘in vain’”."""
    before = here.lead[: led.attribution.span[0]].rstrip(BLANKS)
    return before.endswith(",") and len(_WORD.findall(before)) >= FRAGMENT


def _behind_colon(ctx: Context, here: _Here) -> Spoken | None:
    """Speech behind a colon in whose clause no verb says so: whom that clause is about speaks."""
    lead = here.lead.rstrip(BLANKS)
    house = statements.in_house(ctx, lead)
    if house:
        return Spoken(here.one.parts, moved(house, here.at), "before", 0.9)
    stated = clauses.in_statement(ctx, lead)
    if stated is None and _names_document(ctx, lead.rstrip(":："), 1 if ctx.lex.code == "fa" else 2):
        return None
    who = led_by(ctx, lead)
    if stated and not who:
        return Spoken(here.one.parts, moved(stated, here.at), "before", 0.8)
    who = who or (
        arabic_clauses.main_subject(ctx, here.lead) or arabic_clauses.dropped(ctx, here.lead)
        if ctx.lex.code == "ar"
        else None
    )
    who = who or subject_anywhere(ctx.lex, here.lead, ctx.known)
    owner = turkish_owners.of_genitive(ctx, here.lead) if ctx.lex.code == "tr" and not who else None
    if owner:
        return Spoken(here.one.parts, moved(owner, here.at), "before", 0.7)
    if who is None or who.how == SIDES:
        return None  # what several sides state together
    return Spoken(here.one.parts, _alone(who, here.at), "before", 0.8)


def led_by(ctx: Context, lead: str) -> Speaker | None:
    """Whom the last clause before a colon is about."""
    bare = lead.rstrip(":：")
    who = subject_before(ctx.lex, bare, ctx.known) if ctx.lex.cased or ctx.lex.code == "fa" else None
    return who or (subject_of_last(ctx.lex, lead, ctx.known) if ctx.lex.cased else None)


def _stated(ctx: Context, here: _Here) -> Spoken | None:
    """Speech that a statement holds, or that words after it claim."""
    stated = clauses.in_statement(ctx, here.lead)
    if stated:
        return Spoken(here.one.parts, moved(stated, here.at), "before", 0.7)
    parted = here.words.endswith((",", "،")) or here.tail.lstrip(BLANKS).startswith((",", "،"))
    claimed = clauses.after(ctx, here.tail) if parted else None
    return Spoken(here.one.parts, moved(claimed, here.behind), "after", 0.8) if claimed else None


def _is_told(ctx: Context, here: _Here) -> bool:
    """Whether words are what somebody calls a thing: they have no capital, or words that lead to them stand before."""
    return here.words[:1].islower() if ctx.lex.cased else bool(_LEADING_WORD.search(here.lead.rstrip(BLANKS)))


def _with_verb_behind(ctx: Context, here: _Here) -> clauses.Led | None:
    """Who speaks words that stand between a subject and its verb, where the verb may stand last, as in Persian."""
    verb = re.match(rf"\s*(?:را\s+)?(?:{ctx.lex.judges.pattern}|{ctx.lex.said.pattern})", here.tail)
    who = subject_before(ctx.lex, here.lead, ctx.known) if verb and ctx.lex.code == "fa" else None
    framed = ctx.lex.code == "de" and _CALLED.match(here.tail)
    for perfect in [*_HAS.finditer(here.lead)][-1:] if framed else []:  # “Ada hat es ‘…’ genannt”
        who = subject_before(ctx.lex, here.lead[: perfect.start()], ctx.known)
        after = None if who else subject_after(ctx.lex, here.lead[perfect.end() :], ctx.known, anybody=False)
        who = after._replace(span=shifted(after.span, perfect.end())) if after else who
    return clauses.Led(_alone(who, 0), "") if who else None


def _goes_beyond(tail: str) -> bool:
    """Whether the sentence goes on after a quotation as if that were one of its own words."""
    first = tail.lstrip(BLANKS)[:1]
    return first.islower() or (first.isalpha() and not first.isupper() and first not in "وث")


def _verb_last(ctx: Context, here: _Here) -> Spoken | None:
    """Speech between its speaker and the verb, as in Turkish."""
    behind = clauses.after(ctx, here.tail)
    if behind and behind.speaker.how != UNKNOWN:
        return Spoken(here.one.parts, moved(behind, here.behind), "after", 0.95)
    house = statements.in_house(ctx, here.lead) or clauses.in_statement(ctx, here.lead.rstrip(" ,\u00a0"))
    if house and here.length >= FRAGMENT and turkish_quotations.PASSIVE.search(here.tail):
        return Spoken(here.one.parts, moved(house, here.at), "before", 0.9)
    told = turkish_owners.who_is_told_to_say(ctx, here.lead, here.tail)
    if told:
        return Spoken(here.one.parts, moved(told, here.at), "before", 0.9)
    subject = subject_before(ctx.lex, here.lead, ctx.known) or subject_anywhere(ctx.lex, here.lead, ctx.known)
    if behind and subject:
        who = Attribution(subject, subject.span, shifted(behind.verb, len(here.lead)))
        return Spoken(here.one.parts, moved(who, here.at), "before", 0.95)
    return _less_sure(ctx, here, behind, subject)


def _less_sure(ctx: Context, here: _Here, behind: Attribution | None, subject: Speaker | None) -> Spoken | None:
    """Speech with a verb behind but nobody named, or somebody before it but no verb of saying right behind."""
    according = clauses.according(ctx, here.lead) if here.length >= FRAGMENT and not behind else None
    if according and _is_told(ctx, here):
        return Spoken(here.one.parts, moved(according, here.at), "before", 0.8)
    if (
        behind
        and subject is None
        and (_BLANK.match(here.lead) or here.length >= FRAGMENT or turkish_quotations.REPLY.match(here.tail))
    ):
        return Spoken(here.one.parts, moved(behind, here.behind), "after", 0.7)
    if subject and here.length >= FRAGMENT and _ends_with_verb(ctx, here.tail):
        return Spoken(here.one.parts, _alone(subject, here.at), "before", 0.8)
    return None


def _ends_with_verb(ctx: Context, tail: str) -> bool:
    """Whether a clause goes on from a quotation to a verb of saying at its end, and the quotation is no name."""
    patterns = ctx.lex.said, ctx.lex.judges, ctx.lex.reports
    last = [*(verb for pattern in patterns for verb in pattern.finditer(tail) if _BLANK.match(tail[verb.end() :]))][-1:]
    named = tail[:1] not in BLANKS or ctx.lex.documents.match(tail.lstrip(BLANKS))
    return bool(last) and not named


def _is_title(ctx: Context, here: _Here, *, embedded: bool) -> bool:
    """Whether words in quotation marks rather name a document, a newspaper or a thing."""
    lead = here.lead.rstrip(BLANKS)
    if not lead.endswith(_OPENING) and _names_document(ctx, lead, 0 if ctx.lex.cased else 1):
        return True
    if not embedded or (_THAT.search(lead) and _BLANK.match(here.tail)):
        return False
    return here.words[:1].isupper() if ctx.lex.cased else bool(ctx.lex.documents.match(here.words))


def _names_document(ctx: Context, lead: str, between: int) -> bool:
    """Whether a word for documents, newspapers or things stands at the end, with so many words after it at most."""
    near = " ".join(lead.split()[-4:])
    for found in ctx.lex.documents.finditer(near):
        rest = near[found.end() :].split()
        parted = ctx.lex.code == "ar" and not ctx.lex.stops.isdisjoint(rest)
        if len(rest) <= between and not parted and not _THIS.search(near, 0, found.start()):
            return True
    return False


def _joins(ctx: Context, here: _Here, sentence: Sentence, number: int, found: list[Spoken]) -> Spoken | None:
    """The speech before it and a quotation as one, when it is only interrupted by saying who speaks."""
    if not found or number == 0 or found[-1].attribution is None or found[-1].place == "before":
        return None
    if found[-1].parts[-1:] != sentence.quoted[number - 1].parts[-1:] or clauses.after(ctx, here.tail):
        return None
    between = here.lead[max(0, found[-1].attribution.span[1] - here.at) :]
    if (clauses.verbs(ctx, between) or ctx.lex.participles.search(between)) and between.rstrip(BLANKS).endswith(
        _COLON
    ):  # “…”, said Ada, and added: “…”
        return None
    if re.search(r"\w", between) and not between.rstrip(BLANKS).endswith(_INTERRUPTING):
        return None  # “…”, says the minister, who speaks of “…”
    if found[-1].attribution.span[1] > here.one.outer[0]:
        return None  # the name of the newspaper that quotes somebody
    return found[-1]._replace(parts=found[-1].parts + here.one.parts, place="inside")


def _goes_on(ctx: Context, here: _Here, found: list[Spoken]) -> Spoken | None:
    """A further piece of a sentence that has said who speaks: “… and that they ‘will go on in spring’”."""
    before = found[-1]
    if before.attribution is None:
        return None
    again = here.lead.rstrip(BLANKS).endswith(_OPENING) and (
        clauses.verbs(ctx, here.lead) or ctx.lex.participles.search(here.lead)
    )
    if not again and (here.length < FRAGMENT or here.words[:1].isupper()):
        return None
    return Spoken(here.one.parts, before.attribution, "before", 0.7)


def _follows(ctx: Context, text: str, here: _Here, sentence: Sentence, before: Spoken | None) -> Spoken | None:
    """A sentence that is nothing but a quotation: it goes on with the speech before it."""
    if not _BLANK.match(here.lead + here.tail) or len(sentence.quoted) > 1:
        return None
    if before and before.attribution:
        return Spoken(here.one.parts, before.attribution, "before", 0.8)
    heads = here.length >= FRAGMENT and here.lead.strip() and here.words.split()[-1].islower()  # - “We come to listen”
    told = here.length >= STANDING and clauses.with_these_words(ctx, text, here.one.outer[1])
    ended = here.words.rstrip(_INNER)[-1:] in (".", "!", "?", "…", "؟")
    ended = ended or (not here.lead.strip() and here.tail.strip() == ".")
    if (here.length >= STANDING and ended) or heads or told:
        return Spoken(here.one.parts, None, "none", 0.5)
    if here.length >= STANDING and here.tail.strip(BLANKS) == ".":
        return Spoken(here.one.parts, None, "none", UNSURE)
    return None


def _alone(who: Speaker, by: int) -> Attribution:
    """An attribution that is no more than the naming of a speaker."""
    return moved(Attribution(who, who.span, who.span), by)


def texts(text: str, parts: Sequence[Span]) -> str:
    """The words of pieces of a text as a scholar quotes them: an omission where other words stand between."""
    words = ""
    for at, (starts, ends) in enumerate(parts):
        if at:
            between = text[parts[at - 1][1] : starts]
            words = f"{words.rstrip(' ,—–-')} […] " if re.search(r"\w", between) else f"{words}\n\n"
        words += text[starts:ends]
    return words
