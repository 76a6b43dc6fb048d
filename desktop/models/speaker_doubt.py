"""Where it is not sure whom a suggestion means: how that is said, and what choosing somebody does."""

from __future__ import annotations

from collections.abc import Iterator

from db.new_names import New
from db.speech.people import LETTERS, SEVERAL, SHARED, SOUND, Maybe
from db.speech.shapes import SOMEBODY, TITLED
from db.speech.source_speech import Found
from db.values import quoted, short
from desktop.models.suggestion_choices import Choice

_LIKE = {SOUND: "sounds like", LETTERS: "is spelled nearly like", SHARED: "may be", SEVERAL: "may be"}

NEW = "a new person"


def remark(found: Found, choice: Choice) -> str:
    """What is to be known beside the speaker; empty where the text has a known spelling of one."""
    if not choice.settled:
        return f"{_LIKE[found.match.doubt]} {_names(found)}"
    taken = found.match.doubt in (SOUND, LETTERS) and isinstance(choice.speaker, str)
    return f"{quoted(found.suggestion.speaker)} in the text" if taken else ""


def question(found: Found, choice: Choice) -> str:
    """What is asked about the speaker, or told of the words that the text has for one."""
    called = quoted(found.suggestion.speaker)
    if not choice.settled and found.match.doubt == SEVERAL:
        return f"This may be {_names(found)}. Who is meant?"
    if not choice.settled:
        return f"{called} {_LIKE[found.match.doubt]} {_names(found)}. Who is meant?"
    if not offers_spelling(found, choice.speaker):
        return ""
    if choice.kept:
        return f"{called} becomes a spelling of {short(choice.called)}."
    return f"{called} is no spelling of {short(choice.called)} yet."


def answers(found: Found) -> Iterator[tuple[str, Maybe | None]]:
    """Who may be meant, each under words of its own; None is somebody else."""
    told: dict[str, int] = {}
    for one in found.match.maybe:
        words = " · ".join(filter(None, (short(one.name), one.detail if one.uid else NEW)))
        told[words] = told.get(words, 0) + 1
        yield f"{words} ({told[words]})" if told[words] > 1 else words, one
    yield "Somebody else", None


def answered(found: Found, choice: Choice, one: Maybe | None) -> Choice:
    """The choice with one of those who may be meant as the speaker, or, with None, with somebody who is not known."""
    if one and one.uid:
        return taken_for(found, choice, one.uid, one.name)
    name = one.name if one else "" if found.match.doubt == SEVERAL else found.suggestion.speaker
    whole = " " in name
    return taken_for(found, choice, New("person", name) if whole else None, name if whole or one else "")


def taken_for(found: Found, choice: Choice, speaker: str | New | None, called: str) -> Choice:
    """The choice with a speaker, whose spelling the words of the text become where they sound like the name."""
    kept = found.match.doubt == SOUND and any(one.uid == speaker for one in found.match.maybe)
    kept = kept and offers_spelling(found, speaker)
    title = _title_for(found, choice, called)
    return choice._replace(speaker=speaker, called=called, title=title, settled=True, kept=kept)


def _title_for(found: Found, choice: Choice, called: str) -> str | None:
    """The title that goes with a speaker: where several fit, that of the likeliest is none of another's."""
    own = found.suggestion.title or None
    if found.match.doubt != SEVERAL or found.suggestion.how in (TITLED, SOMEBODY) or choice.title not in (own, None):
        return choice.title
    return own if called == found.match.maybe[0].name else None


def offers_spelling(found: Found, speaker: str | New | None) -> bool:
    """Whether the words of the text can be kept as a spelling of a speaker: a whole name, and none that is known."""
    words = found.suggestion.speaker.split()
    whole = len(words) > 1 and all(len(word.strip(".")) > 1 for word in words)
    return whole and isinstance(speaker, str) and found.match.doubt in (SOUND, LETTERS)


def _names(found: Found) -> str:
    names = list(dict.fromkeys(short(one.name) for one in found.match.maybe))
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
