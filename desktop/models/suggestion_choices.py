"""What a person decided about each suggestion of a text: accepted as it is or changed, rejected, or nothing yet."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from db.new_names import New
from db.speech.people import LETTERS, SEVERAL, SOUND, Named
from db.speech.rejected import Passage
from db.speech.shapes import SOMEBODY, TITLED, Span
from db.speech.source_speech import Found, SourceSpeech
from db.speech.storing import Chosen, words_of

Key = tuple[str, int, int]

ACCEPTED, REJECTED, STORED, OPEN = "accepted", "rejected", "stored", ""


class Choice(NamedTuple):
    """A suggestion as it would be stored; `verdict` is ACCEPTED, REJECTED or OPEN.

    `speaker` is a uid or New, `meeting` a uid; `called` and `held_at` are their names. Until it is `settled` it is not
    said which of those who may be meant speaks. What the text calls the speaker is `kept` as a spelling.
    """

    verdict: str
    form: str
    span: Span
    words: str
    speaker: str | New | None
    called: str
    title: str | None
    meeting: str | None
    held_at: str
    settled: bool = True
    kept: bool = False


class Choices:
    """The choices about the suggestions of one source; those that nobody touched are as the suggestion has them.

    The first meeting that is chosen for any is proposed for all that have none. Whom a name means that only sounds like
    a known one, or differs from it by letters, is said once for all that have it.
    """

    def __init__(self, speech: SourceSpeech) -> None:
        self.speech = speech
        self._found = {one.key: one for one in speech.found}
        self._made: dict[Key, Choice] = {}
        self._meeting = speech.meetings[0] if len(speech.meetings) == 1 else None
        self._meant: dict[str, Choice] = {}
        self.ended = 0
        """Decisions that could not be taken over, as what they were about is no longer there."""

    def taken_over(self, speech: SourceSpeech) -> Choices:
        """The same choices about what was read anew, be it from a text in which it stands elsewhere by now.

        Those about passages stored by now end. Where nothing was changed but the verdict, the suggestion is taken as
        it is now.
        """
        fresh = Choices(speech)
        fresh._meeting, fresh._meant = self._meeting, self._meant
        alike = _alike(self.speech.found, speech.found)
        for key, made in self._made.items():
            old, one = self._found[key], alike.get(key)
            moved = self._moved(made, old, one, speech.text or "") if one else None
            if one is None or moved is None:
                fresh.ended += 1
            elif one.stored is None:
                untouched = made == self._first(old)._replace(verdict=made.verdict)
                fresh._made[one.key] = fresh._as_now(one, made) if untouched else moved
        return fresh

    def _as_now(self, found: Found, made: Choice) -> Choice:
        """A suggestion as it is now, with the verdict that it had; who was accepted as the speaker speaks still."""
        first = self._first(found)._replace(verdict=made.verdict)
        if first.settled or made.verdict != ACCEPTED:
            return first
        called = {one.uid: one.name for one in found.match.maybe}.get(str(made.speaker), made.called)
        return first._replace(speaker=made.speaker, called=called, settled=True)

    def _moved(self, made: Choice, old: Found, one: Found, text: str) -> Choice | None:
        """A choice at the place that a suggestion has in another text; None when its own words are not there."""
        by = one.suggestion.starts - old.suggestion.starts
        span = made.span[0] + by, made.span[1] + by
        same = text[slice(*span)] == (self.speech.text or "")[slice(*made.span)]
        return made._replace(span=span) if same and span[0] >= 0 else None

    def _first(self, found: Found) -> Choice:
        first = first_choice(found, self._meeting)
        meant = None if first.settled else self._meant.get(_name_in(found))
        if meant is None or (isinstance(meant.speaker, str) and meant.speaker not in _parties(found)):
            return first
        return first._replace(speaker=meant.speaker, called=meant.called, settled=True, kept=meant.kept)

    def of(self, found: Found) -> Choice:
        """What is chosen for a suggestion."""
        return self._made.get(found.key) or self._first(found)

    def put(self, found: Found, choice: Choice) -> None:
        """Choose something for a suggestion."""
        before = self.of(found)
        said = (choice.speaker, choice.settled, choice.kept) != (before.speaker, before.settled, before.kept)
        if said and _name_in(found):
            self._meant[_name_in(found)] = choice
        self._made[found.key] = choice
        if choice.meeting and self._meeting is None:
            self._meeting = Named(choice.meeting, choice.held_at)

    def judge(self, found: Found, verdict: str) -> None:
        """Accept or reject a suggestion; the same verdict again takes it back."""
        choice = self.of(found)
        self.put(found, choice._replace(verdict=OPEN if choice.verdict == verdict else verdict))

    def change_span(self, found: Found, span: Span) -> None:
        """Let other words of the text be the quote."""
        text = self.speech.text or ""
        self.put(found, self.of(found)._replace(span=span, words=words_of(text, span)))

    def forget(self, keys: Iterable[Key]) -> None:
        """Let go of what was decided about some passages, once it is stored."""
        for key in keys:
            self._made.pop(key, None)

    def decided(self) -> list[Key]:
        """The passages about which anything was decided."""
        return list(self._made)

    def counts(self) -> dict[str, int]:
        """How many suggestions are in each state; under “all” how many there are."""
        stored, refused, total = self._at_first
        counts = {"all": total, OPEN: total - stored - refused, ACCEPTED: 0, REJECTED: refused, STORED: stored}
        for one, choice in self._decided():
            counts[REJECTED if one.rejected else OPEN] -= 1
            counts[choice.verdict] += 1
        return counts

    @cached_property
    def _at_first(self) -> tuple[int, int, int]:
        """How many are stored, how many were rejected earlier, and how many there are."""
        stored = sum(one.stored is not None for one in self.speech.found)
        refused = sum(one.rejected and one.stored is None for one in self.speech.found)
        return stored, refused, len(self.speech.found)

    def accepted(self) -> list[Chosen]:
        """The accepted suggestions as they are to be stored, in the order of the text."""
        return [self._chosen(one, choice) for one, choice in self._decided() if choice.verdict == ACCEPTED]

    def rejected(self) -> list[Passage]:
        """The passages to be rejected that were not before."""
        return [passage(one) for one, choice in self._decided() if choice.verdict == REJECTED and not one.rejected]

    def restored(self) -> list[Passage]:
        """The passages that were rejected and are no longer."""
        return [passage(one) for one, choice in self._decided() if one.rejected and choice.verdict != REJECTED]

    @property
    def any_to_store(self) -> bool:
        """Whether there is anything to store."""
        return any(choice.verdict != (REJECTED if one.rejected else OPEN) for one, choice in self._decided())

    def _decided(self) -> list[tuple[Found, Choice]]:
        """What anything was decided about, in the order of the text."""
        made = [(self._found[key], choice) for key, choice in self._made.items() if self._found[key].stored is None]
        return sorted(made, key=lambda pair: pair[0].suggestion.starts)

    def _chosen(self, found: Found, choice: Choice) -> Chosen:
        text = self.speech.text or ""
        first, parties = first_choice(found, None), _parties(found)
        same = choice.speaker == first.speaker or (not first.settled and not isinstance(choice.speaker, str))
        party = parties.get(str(choice.speaker), found.match.party if same else None)
        titled = found.suggestion.titled if choice.title == (found.suggestion.title or None) else None
        return Chosen(
            choice.form, *choice.span, text[slice(*choice.span)], choice.words, choice.speaker, choice.title,
            party and party.uid, choice.meeting, self.speech.language or found.suggestion.language, titled,
            found.suggestion.speaker if choice.kept else None,
        )  # fmt: skip


def _alike(old: Iterable[Found], new: Iterable[Found]) -> dict[Key, Found]:
    """By the keys of suggestions those of another text with the same words, where there are as many of them."""
    found: dict[Key, Found] = {}
    groups = _by_words(new)
    for words, some in _by_words(old).items():
        others = groups.get(words, [])
        if len(some) == len(others):
            found |= {one.key: other for one, other in zip(some, others, strict=True)}
    return found


def _by_words(found: Iterable[Found]) -> dict[tuple[str, str], list[Found]]:
    groups: dict[tuple[str, str], list[Found]] = {}
    for one in found:
        groups.setdefault((one.suggestion.form, one.suggestion.words), []).append(one)
    return groups


def first_choice(found: Found, meeting: Named | None) -> Choice:
    """A suggestion as it stands, before anybody decided: what was rejected earlier is rejected still.

    Whom the text names in full and the library does not know is a new person. Who only may be meant is not taken, nor
    a title that only the likeliest of several has.
    """
    one, match = found.suggestion, found.match
    titled = match.doubt != SEVERAL or one.how in (TITLED, SOMEBODY)
    is_new = match.speaker is None and not match.maybe and " " in one.speaker
    return Choice(
        REJECTED if found.rejected else OPEN,
        one.form,
        (one.starts, one.ends),
        one.words,
        match.speaker.uid if match.speaker else New("person", one.speaker) if is_new else None,
        match.speaker.name if match.speaker else one.speaker if is_new else "",
        (one.title or None) if titled else None,
        meeting.uid if meeting else None,
        meeting.name if meeting else "",
        settled=not match.maybe,
    )


def _name_in(found: Found) -> str:
    """The full name that a text has, if it is like that of somebody who may be meant; else empty."""
    alike = found.match.doubt in (SOUND, LETTERS) and " " in found.suggestion.speaker
    return found.suggestion.speaker if alike else ""


def _parties(found: Found) -> dict[str, Named | None]:
    """Those who may be meant, with the party for which each speaks."""
    return {one.uid: one.party for one in found.match.maybe}


def passage(found: Found) -> Passage:
    """A suggestion as it is remembered when it was rejected."""
    return Passage(found.suggestion.form, found.suggestion.words)
