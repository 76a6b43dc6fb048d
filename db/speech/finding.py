"""All that a text seems to quote: its paragraphs are read one after the other, and who was named is remembered."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from db.cancel import Cancel
from db.speech import (
    about,
    clauses,
    dashes,
    direct,
    gender,
    interviews,
    language,
    paragraphs,
    reported,
    sentences,
    things,
    transcripts,
    unquoted,
    vowels,
)
from db.speech.arabic_memory import ArabicMemory
from db.speech.context import Context
from db.speech.direct import Sentence, Spoken
from db.speech.german_memory import GermanMemory
from db.speech.latin_memory import LatinMemory
from db.speech.lexicon import lexicon
from db.speech.marks import Block, Quoted, blocks, points_inward
from db.speech.memory import LIKELY, Memory
from db.speech.mentions import Resolved, Titled
from db.speech.persian_memory import PersianMemory
from db.speech.russian_memory import RussianMemory
from db.speech.shapes import (
    INSTITUTION,
    NAMED,
    NOBODY,
    POINTED,
    SOMEBODY,
    TITLED,
    UNKNOWN,
    Attribution,
    Span,
    Speaker,
    Suggestion,
    moved,
    shifted,
)
from db.speech.subjects import subject_after
from db.speech.turkish_memory import TurkishMemory

LED = 300  # characters at the end of a paragraph in which it may lead to the next
_CHAIR = re.compile(
    r"başkan|yönetici|moderatör|chair|moderator|председател|ведущ|رئيس|رئیس|مجری|président|leit", re.IGNORECASE
)
_OF_AGENCY = re.compile(r"(\w[\w’'.-]+)[^\n.!?:;“”«»„\"\ue000]{0,50}?\s[—–-]\s+(?=\w)")
_DATELINE = re.compile(r"\s*[A-ZÀ-Þ][A-ZÀ-Þ'’ .-]{2,40}(?:,[^\n—–-]{1,30})?(?:\s\([^()\n]{2,30}\))?\s*[—–-]\s+(?=\S)")
"""Where and when a report was written: “PORT SALM, March 3 — …”."""
_TIME = re.compile(r"\s*\d{1,2}\s?(?:[:.]|h)\s?\d{2}\b(?:\s?(?:[ap]\.?m\.?|Uhr))?\s?[.:–—-]?\s+(?=\S)")
"""The time before an entry of a ticker."""
_SIGNS = re.compile(r"[ \t•–—\u0640-]*")
"""Signs that may stand before a sentence."""
_WITHIN = re.compile(r"(?<!\w)[«“‘\"—]")
_MEMORIES: dict[str, type[Memory]] = {
    "ar": ArabicMemory,
    "de": GermanMemory,
    "en": LatinMemory,
    "fa": PersianMemory,
    "fr": LatinMemory,
    "ru": RussianMemory,
    "tr": TurkishMemory,
}
_TRAILING = " \t\r\n\u00a0\u202f,;،؛"


def find(text: str, code: str | None, cancel: Cancel, names: Collection[str] = ()) -> Iterator[Suggestion]:
    """What of a text seems to be direct or reported speech, in its order; `code` is its language, if that is known.

    `names` are those of people whom the text may call by their last word alone, in any spelling.
    """
    code = code if code and language.known(code) else language.language_of(text)
    if code in vowels.LANGUAGES and vowels.has_any(text):
        bare, places = vowels.without(text)
        for one in _find(bare, code, cancel, names):
            yield vowels.put_back(one, text, places)
    else:
        yield from _find(text, code, cancel, names)


def _find(text: str, code: str, cancel: Cancel, names: Collection[str]) -> Iterator[Suggestion]:
    reader = _Reader(text, code, names)
    spans = list(paragraphs.paragraphs(text))
    read = list(blocks(text, spans, inward=points_inward(text)))
    for block in read:
        cancel.check()
        reader.scan(block)
    reader.find_turns(spans)
    for block in read:
        cancel.check()
        yield from reader.read(block)


class _Reader:
    """One text while it is read."""

    def __init__(self, text: str, code: str, names: Collection[str]) -> None:
        self._text, self._code = text, code
        self._lex = lexicon(code)
        self._memory = _MEMORIES.get(code, Memory)(self._lex, names, text)
        self._ctx = Context(self._lex, self._memory.known)
        self._led: Attribution | None = None
        self._about: Attribution | None = None
        self._before: Spoken | None = None
        self._turns: dict[int, Spoken | None] = {}
        self._sentence_before: Span | None = None
        self._spoken_before = self._dashed_before = False
        self._last: Spoken | None = None
        self._asked = -1  # where the first question of an interview stands

    def scan(self, block: Block) -> None:
        """Take in whom a block names outside of quotation marks."""
        named = self._things(block)
        self._memory.scan(sentences.masked(self._text, block.span, block.quoted, named), block.span[0])

    def find_turns(self, spans: Sequence[Span]) -> None:
        """See whether the text is a transcript, once all are known whom it names."""
        self._turns = transcripts.turns(
            self._ctx, self._text, spans, self._memory.first_before, self._memory.by_initials
        )
        asked = interviews.begins(self._text, spans)
        self._asked = -1 if asked is None else asked
        if asked is not None and not self._turns:
            self._turns = interviews.turns(self._ctx, self._text, spans, self._memory.first_before(asked))

    def read(self, block: Block) -> Iterator[Suggestion]:
        """The speech of a block."""
        start, end = block.span
        if start in self._turns:
            turn, self._led, self._before = self._named_turn(self._turns[start]), None, None
            yield from self._all_direct([turn] if turn else [])
            return
        named = self._things(block)
        shown = sentences.masked(self._text, block.span, block.quoted, named)
        said = [one for one in block.quoted if one not in named]
        led, self._led = self._led, None
        about, self._about = self._about, None
        dashed = dashes.dashed(self._ctx, shown, start, led)
        if dashed:
            self._memory.reads(shown, start)
            if self._dashed_before and dashed[0].place != "before":
                self._memory.takes_turn()
            self._dashed_before = True
            yield from self._all_direct(dashed)
            return
        self._dashed_before = False
        led = led or about
        if led and self._before is None:  # “… went on:”, and the words in a paragraph of their own
            self._before = Spoken((), led, "before", 0.85)
        here: Span | None = None
        self._spoken_before, self._last = False, None
        for span in sentences.sentences(self._text, shown, start, said, self._says_who):
            self._memory.reads(shown[span[0] - start : span[1] - start], span[0])
            found = list(self._sentence(span, shown[span[0] - start : span[1] - start], said, here))
            yield from found
            self._sentence_before = span
            here = None if found else span
            self._spoken_before = bool(found)
            self._memory.begins(shown[span[0] - start : span[1] - start], span[0], spoke=self._spoken_before)
        if shown.rstrip().endswith(":"):
            found_led = clauses.leading_on(self._ctx, shown[-LED:]) or self._turned(shown[-LED:], end)
            self._led = moved(found_led, max(start, end - LED)) if found_led else None
            self._about = None if self._led else self._leads(shown[-LED:], max(start, end - LED))

    def _leads(self, shown: str, at: int) -> Attribution | None:
        """Whom a paragraph is about that ends with a colon: “The mayor turned to the crowd:”."""
        who = direct.led_by(self._ctx, shown.rstrip()) or about.last_named(self._lex, shown)
        return moved(Attribution(who, who.span, who.span), at) if who and self._code == "ru" else None

    def _turned(self, shown: str, end: int) -> Attribution | None:
        """Whom the last sentence before words spoken is about, whatever it tells: “Ada shrugged:”."""
        if self._code != "fr" or not _WITHIN.match(self._text[end : end + 8].lstrip()):
            return None
        last = [0, *(stop.end() for stop in re.finditer(r"[.!?…]\s", shown))][-1]
        for piece in re.finditer(r"[^,;]+", shown[last:]):
            who = None if self._lex.adjuncts.match(piece[0]) else subject_after(self._lex, piece[0], self._memory.known)
            if who:
                break
        else:
            return None
        if who.how not in (NAMED, TITLED):
            return None
        span = shifted(who.span, last + piece.start())
        return Attribution(who._replace(span=span), span, span)

    def _things(self, block: Block) -> frozenset[Quoted]:
        """What in a block stands in quotation marks as the name of a thing."""
        starts = block.span[0]
        return frozenset(one for one in block.quoted if things.is_thing(self._lex, self._text, starts, one))

    def _named_turn(self, turn: Spoken | None) -> Spoken | None:
        """A turn of a transcript: an office that labels it is nobody who was named last without one."""
        found = turn.attribution if turn else None
        if turn is None or found is None or found.speaker.how != TITLED:
            return turn
        who = self._memory.resolve(found.speaker, found.span[0])
        unsure = not who.name or who.sure == LIKELY
        led = self._memory.only_one_between(0, min(self._turns)) if unsure else ""
        if led and _CHAIR.search(found.speaker.title):  # whom alone the words before the minutes name
            speaker = found.speaker._replace(how=NAMED, name=led)
            return turn._replace(attribution=found._replace(speaker=speaker))
        if who.sure != LIKELY and (who.name or self._code != "ar"):
            return turn
        speaker = found.speaker._replace(how=INSTITUTION)
        return turn._replace(attribution=found._replace(speaker=speaker))

    def _says_who(self, last: str, rest: str) -> bool:
        """Whether what follows a quotation that ends with a character says who spoke it."""
        if last == "." and self._lex.cased:
            return False
        return clauses.after(self._ctx, rest, parted=True) is not None

    def _sentence(self, span: Span, shown: str, quoted: list[Quoted], here: Span | None) -> Iterator[Suggestion]:
        """The speech of a sentence; `here` is the sentence before it in the block, when nothing was found in that."""
        inside = [one for one in quoted if span[0] <= one.outer[0] and one.outer[1] <= span[1]]
        before = self._before or self._in_block(span[0])
        sentence = Sentence(span, shown, inside)
        found = self._interrupted(sentence) or direct.spoken(self._ctx, self._text, sentence, before)
        found = found or unquoted.spoken(self._ctx, sentence)
        self._last = found[-1] if found else self._last
        self._before = found[-1] if found and inside and found[-1].parts[-1:] == inside[-1].parts[-1:] else None
        yield from self._all_direct(found)
        if not found:
            yield from self._reported(span, shown, here)

    def _in_block(self, at: int) -> Spoken | None:
        """The speech before in the same paragraph, while nobody else comes between."""
        last, who = self._last, self._memory.last
        if last is None or last.attribution is None or who is None:
            return None
        return None if self._memory.others_between(last.parts[-1][1], at, who.name) else last

    def _interrupted(self, sentence: Sentence) -> list[Spoken]:
        """The speech of a sentence whose only quotation says inside its marks who speaks."""
        inside = sentence.quoted
        if len(inside) != 1 or len(inside[0].parts) != 1:
            return []
        lead = sentence.shown[: inside[0].outer[0] - sentence.span[0]].rstrip()
        if self._code == "ru" and lead.endswith(":"):
            return []  # who tells what others said says inside who they were
        return dashes.interrupted(self._ctx, self._text, inside[0].parts[0])

    def _all_direct(self, found: list[Spoken]) -> Iterator[Suggestion]:
        """The suggestions for direct speech; a piece without any word is none."""
        for one in found:
            parts = tuple(part for part in one.parts if re.search(r"\w", self._text[slice(*part)]))
            if parts and (one.sure > direct.UNSURE or clauses.with_these_words(self._ctx, self._text, parts[-1][1])):
                yield self._direct(one._replace(parts=parts))

    def _direct(self, one: Spoken) -> Suggestion:
        parts = self._without_comma(one.parts)
        who = self._whose(one, parts[0][0])
        speaker = one.attribution.speaker if one.attribution else NOBODY
        return Suggestion(
            "direct", parts[0][0], parts[-1][1], parts, direct.texts(self._text, parts),
            one.attribution.span if one.attribution else None, one.place, who.name, *self._title(speaker, who),
            SOMEBODY if who.new else speaker.how, round(one.sure * who.sure, 2), self._code, who.others,
        )  # fmt: skip

    def _without_comma(self, parts: tuple[Span, ...]) -> tuple[Span, ...]:
        """The pieces without the comma that some printers put before the mark that closes."""
        starts, ends = parts[-1]
        bare = self._text[starts:ends].rstrip(_TRAILING)
        return (*parts[:-1], (starts, starts + len(bare))) if bare else parts

    def _whose(self, one: Spoken, starts: int) -> Resolved:
        if one.attribution:
            return self._resolved(one.attribution)
        told = clauses.with_these_words(self._ctx, self._text, one.parts[-1][1])
        if told:
            return self._memory.resolve(told.speaker, told.speaker.span[0])
        before = self._sentence_before
        name = self._memory.only_one_between(*before) if before and before[1] <= starts else ""
        about = self._memory.subject
        if not name and about and before and before[0] <= about.at < before[1]:
            return Resolved(about.name, about.title, 0.8, self._memory.unsaid(about.name, about.at, starts))
        if name:
            return Resolved(name, "", 1.0, self._memory.unsaid(name, None, starts))
        return Resolved(self._memory.only_person(), "", 0.6)

    def _resolved(self, found: Attribution) -> Resolved:
        at = found.span[0]
        told = found.speaker if found.speaker.how != UNKNOWN else found.speaker._replace(how=POINTED)
        whose = gender.of_verb(self._code, self._text[slice(*found.verb)]) if found.verb != found.speaker.span else ""
        who = self._memory.resolve(told, at, whose, early=at < found.verb[0])
        self._memory.note(found.speaker)
        self._memory.spoke(found.speaker, who, whose)
        return who

    def _reported(self, span: Span, shown: str, here: Span | None) -> Iterator[Suggestion]:
        signs = _SIGNS.match(shown)
        lead = signs.end() if signs else 0
        placed = (_TIME.match(shown, lead) or _DATELINE.match(shown, lead)) if self._lex.cased else None
        lead = placed.end() if placed else lead
        lead = lead or (_dateline(shown) if self._text[span[0] - 1 : span[0]] in ("", "\n") else 0)
        starts = span[0] + lead
        if self._lex.back.match(shown[lead:]):
            found = reported.pointing_back(self._ctx, shown[lead:]) if here else None
            starts = here[0] if here else starts
        else:
            found = reported.reported(self._ctx, shown[lead:])
            if found is None and self._goes_on(shown[lead:]):
                found = Attribution(Speaker(POINTED), (0, 0), (0, 0))
        if span[1] < self._asked and not self._text[span[1] : self._asked].strip():
            return  # “… told us how it was.”: it leads to the interview
        if found is None:
            return
        found = moved(found, span[0] + lead)
        at = found.span[0]  # “Ada Brandt will go, as she said”
        if found.speaker.how == POINTED and self._nobody_near(found.speaker, at):
            return
        who = self._resolved(found)
        if who.name or who.title:
            place = "before" if found.span[0] - starts < 4 else "after" if found.span[1] > span[1] - 4 else "inside"
            yield Suggestion(
                "indirect", starts, span[1], ((starts, span[1]),), " ".join(self._text[starts : span[1]].split()),
                found.span, place, who.name, *self._title(found.speaker, who),
                SOMEBODY if who.new else found.speaker.how, round(0.9 * who.sure, 2), self._code, who.others,
            )  # fmt: skip

    def _goes_on(self, shown: str) -> bool:
        """Whether a sentence goes on with what was said before, if only by its mood."""
        before = self._spoken_before or self._memory.last is not None
        return before and reported.goes_on(self._ctx, shown, near=self._spoken_before)

    def _title(self, speaker: Speaker, who: Resolved) -> Titled:
        """The title of a speaker, and where the text has it."""
        return Titled(who.title, speaker.span) if who.title else self._memory.title_of(who.name)

    def _nobody_near(self, speaker: Speaker, at: int) -> bool:
        """Whether nobody was named or spoke before to whom a pronoun may point."""
        who = self._memory.resolve(speaker, at)
        return not (who.name or who.title)


def _dateline(shown: str) -> int:
    """How far what a report of an agency begins with reaches: “VARDAN (THA) - ”."""
    found = _OF_AGENCY.match(shown)
    return found.end() if found and (found[1].isupper() or "(" in found[0]) and len(found[1]) > 2 else 0
