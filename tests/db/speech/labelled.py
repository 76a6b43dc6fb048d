"""Short passages, made up for these tests, in which all speech is labelled, and how what was found compares with it.

A file holds the passages of one language. A line `=== en-01 tuned: what it shows` begins one; the rules read all of
those that are `tuned` rightly, and those that are `missed` not yet. Those that are `held` are one whole set, written by
somebody who had not seen the rules, counted only when these were done, and never opened by anybody who works on them:
what they are counted to is what a new text can expect. Earlier such sets are held no more. In the text
`⟦d Speaker: words⟧` is direct speech, `⟦i Speaker: sentence⟧` reported speech, `⟦+ words⟧` more of the direct speech
before; behind a full stop, “⟦d Ada: No⟧,” said Ada. “⟦+ Not yet⟧”, it is a quote of its own, by whichever sign it is
labelled. People and places do not exist.

What is labelled: words that somebody is said to have said, with the person as the text names them at the fullest, or
the title or institution where it names nobody. A piece in quotation marks that is built into a sentence is direct
speech from four words on; with fewer the sentence is reported speech. What several sides say together is an outcome
of a meeting and no quote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from db import Cancel
from db.folding import bare
from db.speech import Suggestion, find

FOLDER = Path(__file__).with_name("passages")
FORMS = {"d": "direct", "i": "indirect"}
ARTICLE = re.compile(r"^(?:(?:the|an?|der|die|das|eine?|le|la|les|une?|bir) |l )")
_LABEL = re.compile(r"⟦([di+]) ?(?:([^:⟦⟧]*): )?|⟧")
_RUSSIAN = re.compile("[а-яё]", re.IGNORECASE)
_STOPPED = re.compile(r"\w[^\w\n]*[.][^\w\n]*$")
_EDGE = " \u00a0\u202f\n.,;:!?…،؛؟—–-"


class Said(NamedTuple):
    """Speech at a place of a text; offsets in code points, without the punctuation at its edges."""

    form: str
    starts: int
    ends: int
    speaker: str


class Passage(NamedTuple):
    """A text with all speech that is in it; `part` is tuned, missed or held."""

    name: str
    language: str
    part: str
    about: str
    text: str
    said: list[Said]

    @property
    def held(self) -> bool:
        """Whether nobody who works on the rules may read it."""
        return self.part == "held"


class Score(NamedTuple):
    """How many of the labels and of the findings are right, with the speaker; `placed` leaves the speaker aside."""

    labels: int = 0
    found: int = 0
    right: int = 0
    placed: int = 0

    def __add__(self, other: Score) -> Score:  # type: ignore[override]
        return Score(*(one + more for one, more in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The share of the findings that are right."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """The share of the labels that were found."""
        return self.right / self.labels if self.labels else 1.0


def passages() -> Iterator[Passage]:
    """All passages, file by file."""
    for path in sorted(FOLDER.glob("*.txt")):
        for block in re.split(r"(?m)^=== ", path.read_text(encoding="utf-8"))[1:]:
            head, _, body = block.partition("\n")
            name, part, about = re.fullmatch(r"(\S+) (tuned|missed|held): (.*)", head).groups()  # type: ignore[union-attr]
            text, said = _read(body.strip("\n"))
            yield Passage(name, path.stem, part, about, text, said)


def _read(body: str) -> tuple[str, list[Said]]:
    """The text without its labels, and what they say."""
    text, said = "", list[Said]()
    form, speaker, starts, at = "", "", 0, 0
    for sign in _LABEL.finditer(body):
        between = body[at : sign.start()]
        text += between
        at = sign.end()
        if sign[0] == "⟧" or (sign[1] == "+" and form):
            said.append(trimmed(text, form, starts, len(text), speaker))
        form = "" if sign[0] == "⟧" else form
        if sign[1] == "+" and _STOPPED.search(between):
            form, speaker, starts = said[-1].form, said[-1].speaker, len(text)
        elif sign[1] == "+":  # the piece before grows to the end of this one, once that is reached
            before = said.pop()
            form, speaker, starts = before.form, before.speaker, before.starts
        elif sign[1]:
            assert not form, f"labels that cross: {body[sign.start() :][:60]}"
            form, speaker, starts = FORMS[sign[1]], sign[2], len(text)
    assert not form, f"a label that does not end: {body[:60]}"
    return text + body[at:], said


def trimmed(text: str, form: str, starts: int, ends: int, speaker: str) -> Said:
    """Speech without the spaces and punctuation at its edges."""
    words = text[starts:ends]
    return Said(
        form, ends - len(words.lstrip(_EDGE)), starts + len(words.rstrip(_EDGE)), ARTICLE.sub("", named(speaker))
    )


def named(speaker: str) -> str:
    """A speaker as it is compared; in Russian without the endings of cases, for a name is given as the text has it."""
    words = bare(speaker).split()
    return " ".join(word[:3] for word in words) if _RUSSIAN.search(speaker) else " ".join(words)


def found_in(passage: Passage) -> list[Said]:
    """What is found in a passage, in the shape of its labels."""
    return as_labels(passage, find(passage.text, passage.language, Cancel()))


def as_labels(passage: Passage, suggestions: Iterable[Suggestion]) -> list[Said]:
    """What was found in a passage, in the shape of its labels."""
    return [
        trimmed(passage.text, one.form, one.starts, one.ends, one.speaker or one.title or "?") for one in suggestions
    ]


def score(labels: Iterable[Said], found: Iterable[Said]) -> Score:
    """How well what was found fits."""
    wanted, got = set(labels), set(found)
    places = {one[:3] for one in wanted}
    return Score(len(wanted), len(got), len(wanted & got), sum(one[:3] in places for one in got))
