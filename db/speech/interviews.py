"""Interviews without labels: paragraphs behind dashes or bullets, a question and an answer in turn."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.speech import dashes
from db.speech.context import Context
from db.speech.direct import Spoken
from db.speech.shapes import NAMED, Attribution, Span, Speaker
from db.speech.subjects import subject_after

PAIRS = 2  # questions with their answers from which paragraphs are an interview
_MARKED = re.compile(r"\s*[-–—―•*]\s+(?=\S)")
LED = 300  # characters before the first question in which it may be said who asks
_TALKED = re.compile(
    r"(?<!\w)(?:беседовал[аи]?|побеседовал[аи]?|поговорил[аи]?|говорил[аи]?|расспросил[аи]?|расспрашивал[аи]?|"
    r"(?:интервью|вопросы)\s+(?:взял[аи]?|провёл|провела|задал[аи]?|задавал[аи]?)|(?:взял[аи]?|провёл|провела)\s+интервью|встретил(?:ся|ась))(?!\w)"
)
_ASKED = re.compile(r"[?؟][\"”»]?\s*$")


def turns(ctx: Context, text: str, paragraphs: Sequence[Span], who: str) -> dict[int, Spoken | None]:
    """The answers by where their paragraphs begin, and None for the questions; `who` is the person interviewed.

    Empty where there is no interview: a conversation that is told names its speakers, and a list asks nothing.
    """
    if not who:
        return {}
    found: dict[int, Spoken | None] = {}
    for first, last in _runs(text, paragraphs):
        asks = _asker(ctx, text, paragraphs[first][0])
        bodies = [(_body(text, one), one[1]) for one in paragraphs[first:last]]
        if any(dashes.dashed(ctx, text[slice(*one)], one[0], None) for one in paragraphs[first:last]):
            continue
        for at, one in enumerate(bodies):
            starts = paragraphs[first + at][0]
            mark = starts, starts + 1
            speaks = who if at % 2 else asks
            attribution = Attribution(Speaker(NAMED, speaks, "", mark), mark, mark)
            found[starts] = Spoken((one,), attribution, "before", 0.7) if speaks else None
    return found


def _asker(ctx: Context, text: str, at: int) -> str:
    """Who asks the questions behind a place, where the text says so right before: “Ada Brandt talked to her”."""
    before = text[max(0, at - LED) : at]
    verb = _TALKED.search(before) if ctx.lex.code == "ru" else None
    found = verb and subject_after(ctx.lex, before[verb.end() :], ctx.known, nominative=True)
    return found.name if found and " " in found.name else ""


def begins(text: str, paragraphs: Sequence[Span]) -> int | None:
    """Where the first question of an interview stands; None when a text is none."""
    return next((paragraphs[first][0] for first, _ in _runs(text, paragraphs)), None)


def _runs(text: str, paragraphs: Sequence[Span]) -> list[tuple[int, int]]:
    """The paragraphs, from the first to behind the last, that are questions and answers in turn."""
    found, at = list[tuple[int, int]](), 0
    while at < len(paragraphs):
        end = at
        while end + 1 < len(paragraphs) and _is_question(text, paragraphs[end]) and _answers(text, paragraphs[end + 1]):
            end += 2
        if end - at >= 2 * PAIRS:
            found.append((at, end))
        at = max(end, at + 1)
    return found


def _is_question(text: str, span: Span) -> bool:
    return bool(_MARKED.match(text, *span) and _ASKED.search(text, max(span[0], span[1] - 4), span[1]))


def _answers(text: str, span: Span) -> bool:
    return bool(_MARKED.match(text, *span)) and not _is_question(text, span)


def _body(text: str, span: Span) -> int:
    marked = _MARKED.match(text, *span)
    return marked.end() if marked else span[0]
