"""Transcripts: paragraphs that begin with who speaks and a colon, and the questions between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.speech import phrases, turkish_names
from db.speech.context import Context
from db.speech.direct import Spoken
from db.speech.shapes import INSTITUTION, NAMED, NOBODY, TITLED, Attribution, Span, Speaker, shifted

LEAST = 4  # words of what is said
FARTHEST = 12  # paragraphs of one turn
WIDEST = 6  # words that name a speaker
_LABEL = re.compile(
    r"([^\W\d_][^\n:!?…;“”«»„\"()]{0,58})((?:\([^()\n:]{1,60}\)\s*){0,3})[\s\u00a0\u202f]?:\s+(?=[^\s“”«»„\"])"
)
_FRENCH_LABEL = re.compile(
    r"((?:M\.|Mme|Mlle)\s(?:l[ea]\s|l[’'])?[^\W\d_][^\n:!?…;“”«»„\"().,]{1,50})(?:,\s[^\n:!?…;“”«»„\".()]{2,80})?"
    r"(\s?\([^()\n:]{1,60}\))?\.\s(?:[–—-]\s)?(?=\S)"
)
"""A label of the records of a French parliament: “M. Gaspard Dourdan, ministre. Deux cents.”"""
_DIRECTION = re.compile(r"\s*(?:\([^()\n]{2,80}\)|\[[^\[\]\n]{2,80}\])[.]?\s*$")
"""What a record says behind a turn: “[Laughter.]”"""
_MINUTES = re.compile(r"((?=\w+ \w|BAŞKAN)[A-ZÇĞİÖŞÜ][A-ZÇĞİÖŞÜ’'. ]{2,50}?)\s*(\([^()\n]{1,40}\))?\s*[–—-]\s+(?=\S)")
"""How a turn begins in the minutes of a Turkish assembly: “ADA BRANDT (Verkent) – ”."""
_INITIALS = re.compile(r"^(?:[^\W\d_]\.[ -]?){1,3}(?=[^\W\d_]{2})")
_ONLY_INITIALS = re.compile(r"(?:[^\W\d_]\.[ -]?){2,3}|[^\W\d_a-zäöü]{2,3}")
_QUESTION_MARKS = ("?", "؟")
_ENDED = re.compile(r"[.!?…؟][)\]\"”»]*$")
_BRACKETED = re.compile(r"\(.*\)", re.DOTALL)
_SHOUT = re.compile(
    r"\((?:(?:Zwischen|Gegen|Zu)?[Rr]uf(?:e)?\s+(?:von\s+(?=[A-Z])|vom\s+|aus\s+)?)?(?P<who>[^:()]{3,60}):\s+(?P<words>[^()]+)\)"
)
_QUESTIONS = re.compile(
    r"question|q|question\s\d+|q\d*\.?|journalist|reporter|interviewer|moderator|host|presenter|вопрос|"
    r"корреспондентк?а?|журналистк?а?|ведущ(?:ий|ая)|интервьюер|"
    r"(?:zusatz|nach|gegen|rück)?frage|moderation|moderatorin|journaliste|modérat(?:eur|rice)|relance|(?:l[ea]\s+)?(?:présentat|animat)(?:eur|rice)|soru|gazeteci|"
    r"moderatör|sunucu|muhabir|سؤال|سوال|پرسش|س|پ|в\.?|خبرنگار|مجری|مصاحبه‌گر|(?:ال)?(?:صحفي|صحافي|مراسل|محاور|مذيع|سائل)ة?",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"answer|a|a\.|ответ|antwort|réponse|r\.?|rép\.|cevap|yanıt|جواب|الجواب|پاسخ|ج|о\.?", re.IGNORECASE
)


class _Label(NamedTuple):
    """How a paragraph begins: its words, where what is said begins, who speaks; `sure` when it can be nothing else."""

    paragraph: int
    words: str
    body: int
    asks: bool
    answers: bool
    speaker: Speaker
    sure: bool


def turns(
    ctx: Context,
    text: str,
    paragraphs: Sequence[Span],
    first_before: Callable[[int], str],
    by_initials: Callable[[str], str],
) -> dict[int, Spoken | None]:
    """What is said in each turn of a transcript by where its first paragraph begins; None for those that go on with it.

    Empty where the text is none: a colon stands behind much else than names. `first_before` tells whom the text names
    first before a place: answers that name nobody are that person's. `by_initials` tells who has some.
    """
    labels = [label for at, span in enumerate(paragraphs) if (label := _label(ctx, text, at, span))]
    labels = [_by_initials(one, by_initials) for one in labels]
    number = Counter(label.words.casefold() for label in labels)
    often = any(count > 1 for count in number.values())
    papers = _interviewers(text, paragraphs, labels, number)
    labels = [_as_paper(one) if one.words in papers and one.speaker.how == TITLED else one for one in labels]
    labels = [one for one in labels if one.speaker.how != INSTITUTION or one.words in papers]
    asked = bool(papers) or any(label.asks for label in labels)
    if not asked and not (often and any(label.sure for label in labels)) and sum(label.sure for label in labels) < 3:
        return {}
    alone = len({one.words.casefold() for one in labels}) == 1
    kept = [one for one in labels if one.asks or one.answers or one.sure or number[one.words.casefold()] > 1]
    nexts = {one.paragraph: other.paragraph for one, other in pairwise(labels)}
    if len(kept) < 2:
        return {}
    asked_person = Speaker(NAMED, first_before(paragraphs[kept[0].paragraph][0]))
    answered = [one._replace(speaker=asked_person) if one.answers else one for one in kept]
    found = dict(_turns(text, paragraphs, answered, nexts, 1 if asked else LEAST, alone=alone))
    for span in paragraphs:  # what is shouted from the benches
        aside = _aside(ctx, text, span) if span[0] in found else None
        if aside:
            found[span[0]] = aside
    return found


def _interviewers(
    text: str, paragraphs: Sequence[Span], labels: Sequence[_Label], number: Mapping[str, int]
) -> frozenset[str]:
    """The labels that mostly ask, such as the name of a newspaper."""
    asking = Counter(one.words for one in labels if text[slice(*paragraphs[one.paragraph])].endswith(_QUESTION_MARKS))
    return frozenset(
        one for one, asked in asking.items() if number[one.casefold()] > 1 and asked * 2 > number[one.casefold()]
    )


def _by_initials(one: _Label, by_initials: Callable[[str], str]) -> _Label:
    """A label that is nothing but initials, “A. B.”, as the person who has them."""
    letters = "".join(re.findall(r"[^\W\d_]", one.words)) if _ONLY_INITIALS.fullmatch(one.words) else ""
    name = by_initials(letters) if letters else ""
    return one._replace(speaker=Speaker(NAMED, name, "", (0, len(one.words))), sure=True) if name else one


def _as_paper(one: _Label) -> _Label:
    """A label that looks like an office, “Bote”, as the name of a newspaper."""
    return one._replace(speaker=Speaker(INSTITUTION, "", one.words, (0, len(one.words))), sure=False)


def _turns(
    text: str, paragraphs: Sequence[Span], labels: list[_Label], nexts: Mapping[int, int], least: int, *, alone: bool
) -> Iterator[tuple[int, Spoken | None]]:
    for label in labels:
        if label.asks:
            continue
        # what stands behind the last turn may be anything, so that this ends with its paragraph
        last = min(nexts.get(label.paragraph, label.paragraph + 1), label.paragraph + FARTHEST)
        starts, ends = paragraphs[label.paragraph]
        last = _before_question(text, paragraphs, label.paragraph, last, nexts, any_remark=alone)
        more = paragraphs[label.paragraph + 1 : last]
        said = (label.body, ends), *(one for one in more if not _BRACKETED.fullmatch(text, *one))
        parts = tuple(_spoken(text, one) for one in said)
        enough = 1 if label.sure else least
        if len(text[label.body : ends].split()) < enough or not _ENDED.search(text[slice(*parts[0])]):
            continue
        yield starts, Spoken(parts, _attribution(label, starts), "before", 0.85 if label.sure else 0.75)
        yield from ((first, None) for first, _ in more)


def _aside(ctx: Context, text: str, paragraph: Span) -> Spoken | None:
    """What somebody shouts in brackets: “(Zuruf des Abgeordneten Lind: Hört, hört!)”."""
    shout = _SHOUT.fullmatch(text, *paragraph)
    who = phrases.read(ctx.lex, shout["who"], ctx.known, whole=True, anybody=True) if shout else None
    if shout is None or who is None or who.how not in (NAMED, TITLED, INSTITUTION):
        return None
    span = shout.span("who")
    who = who._replace(span=span)
    return Spoken((shout.span("words"),), Attribution(who, span, span), "before", 0.75)


def _spoken(text: str, part: Span) -> Span:
    """A paragraph without what a record says behind it, unless it is nothing else."""
    found = _DIRECTION.search(text, *part)
    return (part[0], found.start()) if found and found.start() > part[0] else part


def _before_question(
    text: str, paragraphs: Sequence[Span], first: int, last: int, nexts: Mapping[int, int], *, any_remark: bool
) -> int:
    """Where a turn ends when a paragraph before the next one asks the question that this one answers.

    Where nobody but one person is ever labelled, a remark before an answer is somebody else's too.
    """
    asked = (
        last - first > 1
        and nexts.get(first) == last
        and (any_remark or text[slice(*paragraphs[last - 1])].endswith(_QUESTION_MARKS))
    )
    return last - 1 if asked else last


def _attribution(label: _Label, starts: int) -> Attribution | None:
    if label.answers and not label.speaker.name:
        return None
    span = (starts, starts + len(label.words))
    return Attribution(label.speaker._replace(span=shifted(label.speaker.span, starts)), span, span)


def _label(ctx: Context, text: str, at: int, paragraph: Span) -> _Label | None:
    own = {"fr": _FRENCH_LABEL, "tr": _MINUTES}.get(ctx.lex.code)
    found = (own.match(text, *paragraph) if own else None) or _LABEL.match(text, *paragraph)
    words = found[1].rstrip() if found else ""
    if found is None or len(words.split()) > WIDEST:
        return None
    asks, answers = bool(_QUESTIONS.fullmatch(words)), bool(_ANSWERS.fullmatch(words))
    if asks or answers:
        return _Label(at, words, found.end(), asks, answers, NOBODY, sure=False)
    speaker = _in_brackets(ctx, found[2] or "", words) or _speaker(ctx, words)
    sure = speaker is not None and _is_sure(ctx, words, speaker)
    paper = Speaker(INSTITUTION, "", words, (0, len(words)))
    return _Label(at, words, found.end(), False, False, speaker or paper, sure)


def _in_brackets(ctx: Context, behind: str, words: str) -> Speaker | None:
    """The person whom the brackets behind an office name: “The Minister for Energy (Mr Ove Lind)”."""
    for inside in re.findall(r"\(([^()]*)\)", behind):
        if inside.split()[0].lower().rstrip(".") in ctx.lex.honorifics:
            named, office = _speaker(ctx, inside), _speaker(ctx, words)
            if named and named.name:
                return named._replace(title=office.title if office else "", span=(0, len(words)))
    return None


def _speaker(ctx: Context, words: str) -> Speaker | None:
    """The person whom a label names, which may be set in capitals, and with initials."""
    capital = turkish_names.title_case if ctx.lex.code == "tr" else str.title
    shown = _INITIALS.sub("", capital(words) if words.isupper() else words)
    found = phrases.read(ctx.lex, shown, ctx.known, whole=True, anybody=ctx.lex.cased)
    if found is None or found.how not in (NAMED, TITLED):
        return None
    initials = _INITIALS.match(words)
    bare = initials and initials[0].lower().strip(" .") not in ctx.lex.honorifics
    name = words[: initials.end()] + found.name if initials and bare and found.name else found.name
    return found._replace(name=name, span=(0, len(words)))


def _is_sure(ctx: Context, words: str, speaker: Speaker) -> bool:
    """Whether a label names a person whom the text names elsewhere too, or one by a form of address or an office."""
    first, last = (_INITIALS.sub("", words).lower().split()[at].rstrip(".") for at in (0, -1))
    named = first in ctx.lex.honorifics or last in ctx.known or bool(_INITIALS.match(words))
    shouted = ctx.lex.code == "tr" and words.isupper() and speaker.how == NAMED
    return named or shouted or bool(speaker.title)
