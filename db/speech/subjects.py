"""The subject of a verb of saying: before it, after it, with the title or name that a comma parts from it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from db.speech import persian_phrases, phrases
from db.speech.lexicon import Lexicon
from db.speech.sentences import HIDDEN
from db.speech.shapes import INSTITUTION, NAMED, TITLED, Span, Speaker, shifted
from db.speech.turkish_names import in_case

BLANKS = " \t\r\n\u00a0\u202f"
_BREAK = re.compile(r"[,،;؛()—–]|\s-\s")
_STOP = re.compile(rf"[.:!?…؟([—–{HIDDEN}“„«\"]|\s-\s")
SUBJECT_LATER = ("ru", "de", "fr")
"""Languages in which words of time and place may stand between a verb and the subject after it."""
_EMPHATIC = re.compile(r",\s+(?:elle|lui|eux|elles)\s*,\s*$")
"""“La direction, elle, dit que …”"""
_CLITIC = re.compile(r"(?:(?<=\s)|^)(?:(?:lui|leur|nous|vous|me|te|se|y|en)\s+|[mtls][’'])$")
"""“Ada m’avoua que …”"""
_TOLD_TO = re.compile(r"\s*(?:à|au|aux|devant|auprès\s+d[eu]s?|face\s+à)\s+")
_CALLED = re.compile(
    r"(?:named|identified|known|described|named\s+only|désignée?|identifiée?|connue?|nommée?)\s(?:[^,]{0,40}\s)?(?:as|comme|sous\s+le\s+"
    r"nom\s+de|par\s+les\s+initiales)\s+(?=[A-ZÀ-Þ])"
)
"""“The defendant, named in court only as J.D., …”"""
_MODIFIED = re.compile(
    r"(?<=\w)\s(?:close\s+to|familiar\s+with|present\s+at|briefed\s+on|involved\s+in|with\s+(?:direct\s+|first-hand\s+)?knowledge|"
    r"aware\s+of|privy\s+to|speaking\s+on|who|whom|whose|qui|dont|requérant|sous\s+couvert)\s[^,]*$"
)
"""What tells more of somebody before the verb: “a diplomat close to the talks said”."""
_GENITIVE = re.compile(r"\b(?:d[eu]|des|d[’']|de\s+la|de\s+l[’'])\s*$")
_CLOSED = (",", "،", ")", "—", "–")
Known = Collection[str]


def subject_before(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """The subject of a verb that follows a text."""
    if lex.code == "fa":
        return persian_phrases.subject(lex, text, known)
    text = without_small(lex, text)
    if lex.code in ("en", "fr"):  # “Others see it darkly: Ada Brandt argues …”
        text = " " * (colon := text.rfind(": ") + 1) + text[colon:]
        modified = _MODIFIED.search(text, max(text.rfind(","), 0))
        text = text[: modified.start()] if modified else text
    closed = text.rstrip(BLANKS).endswith(_CLOSED)
    pieces = _pieces(text)
    for at in range(len(pieces) - 1, -1, -1):
        start, end = pieces[at]
        words = text[start:end]
        nearest = at == len(pieces) - 1 and not closed
        if not lex.cased and lex.adjuncts.match(words):
            continue  # “…, the envoy, to the press said”
        found = phrases.find(lex, words, known, strict=not nearest and at > 0)
        if found and lex.code == "tr" and in_case(words[slice(*found.span)]):
            continue  # “Ada Brandt, konuğu Ove Lind’e, …”: whom it is said to
        if found:
            found = _moved(found, start)
            named = _name_behind(lex, text, pieces[at + 1]) if found.how == TITLED and at + 1 < len(pieces) else None
            if named:
                return _joined(found, named)
            return _with_neighbour(lex, text, pieces[:at], found, known)
        if nearest and lex.relatives.match(words):
            return None  # the verb belongs to “who said …”
        if nearest and not lex.adjuncts.match(words):
            return _leading(lex, words, start, known) or _of_chain(lex, text, pieces, known)
    return None


def _leading(lex: Lexicon, words: str, start: int, known: Known) -> Speaker | None:
    """The subject of a clause that has other words before its verb: “Ada met the press and said”."""
    found = phrases.read(lex, words, known, whole=False)
    rest = words[found.span[1] :] if found else ""
    last = (rest.split() or [""])[-1].lower()
    return _moved(found, start) if found and (last in lex.joins or lex.adjuncts.match(rest)) else None


def _of_chain(lex: Lexicon, text: str, pieces: Sequence[Span], known: Known) -> Speaker | None:
    """The subject of several verbs of which the last follows an “and”: “Ada listened, put on her glasses and said”."""
    start, end = pieces[0]
    words = text[slice(*pieces[-1])]
    if len(pieces) < 2 or not words[:1].islower() or words.rsplit(None, 1)[-1].lower() not in lex.joins:
        return None
    found = phrases.read(lex, text[start:end], known, whole=False)
    return _moved(found, start) if found else None


def subject_of_last(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """Whom the last clause of a text begins with, whatever its verb."""
    pieces = _pieces(text)
    if not pieces:
        return None
    start, end = pieces[-1]
    found = phrases.read(lex, text[start:end], known, whole=False)
    return _moved(found, start) if found else None


def subject_anywhere(lex: Lexicon, text: str, known: Known) -> Speaker | None:
    """The first person, office or institution that a clause names: its subject where the verb stands last."""
    for start, end in _pieces(text):
        found = phrases.first(lex, text[start:end], known)
        if found:
            behind = next((one for one in _pieces(text[end:])), None) if lex.code == "ru" else None
            named = found.how == TITLED and behind and found.span[1] == end - start
            other = _name_behind(lex, text, shifted(behind, end)) if behind and named else None
            return _joined(_moved(found, start), other)
    return None


def subject_after(lex: Lexicon, text: str, known: Known, *, anybody: bool = True) -> Speaker | None:
    """The subject of a verb, or whom a preposition is about, that stands right after it, where `text` begins.

    With `anybody` a single capital counts as a name though nothing else in the text shows that it is one.
    """
    skipped = _past_small(lex, text)
    rest = text[skipped:]
    stop = _STOP.search(without_points(lex, rest))
    rest = rest[: stop.start()] if stop else rest
    pieces = _pieces(rest)
    if not pieces or rest[: pieces[0][0]].strip(BLANKS):
        return None
    start, end = pieces[0]
    found = phrases.read(lex, rest[start:end], known, whole=False, anybody=anybody)
    told = _TOLD_TO.match(rest[start:end]) if found is None and lex.code == "fr" else None
    hearer = phrases.read(lex, rest[start + told.end() : end], known, whole=False) if told else None
    if told and hearer:  # “a indiqué à l’agence Méridien un haut responsable”
        at = start + told.end() + hearer.span[1]
        found = phrases.read(lex, rest[at:end], known, whole=False)
        return found and _moved(found, at + skipped)
    if found is None and lex.code in SUBJECT_LATER:
        found = phrases.later(lex, rest[start:end], known)
        if found and lex.code == "fr" and _GENITIVE.search(rest[start : start + found.span[0]]):
            return None  # “demande la démission du ministre”
    if found is None:
        return None
    found = _moved(found, start)
    if found.span[1] >= end and len(pieces) > 1:
        first, last = pieces[1]
        kin = found.how == TITLED and lex.cased  # “her grandson, Ove, …”
        other = phrases.read(lex, rest[first:last], known, whole=True, anybody=kin)
        found = _joined(found, other and _moved(other, first))
    return _moved(found, skipped)


def _past_small(lex: Lexicon, text: str) -> int:
    """Past the blanks and small words that a text begins with; in Arabic a comma may stand between verb and subject."""
    at = 0
    while True:
        while at < len(text) and (text[at] in BLANKS or (lex.order == "vso" and text[at] in ",،")):
            at += 1
        small = lex.around.match(text, at)
        if small is None:
            return at
        at = small.end()


def without_small(lex: Lexicon, text: str) -> str:
    """A text without the small words at its end that may stand between a subject and its verb."""
    if lex.code == "fr":
        text = _EMPHATIC.sub("", _CLITIC.sub("", text))
    while True:
        bare = text.rstrip(BLANKS)
        small = [one for one in lex.around.finditer(bare, max(0, len(bare) - 30)) if one.end() == len(bare)]
        if not small:
            return text
        text = bare[: small[0].start()]


def without_points(lex: Lexicon, text: str) -> str:
    """The text with the points of initials and short titles hidden, so that they stop nothing; as long as it was."""
    short = "|".join(lex.honorifics)
    return re.sub(rf"\b(?:[^\W\d_]|{short})\.", lambda found: found[0][:-1] + "_", text, flags=re.IGNORECASE)


def _with_neighbour(lex: Lexicon, text: str, before: list[Span], found: Speaker, known: Known) -> Speaker:
    """The subject with the title or name that stands before it, parted by a comma."""
    if before and found.how == INSTITUTION and lex.code in ("en", "fr"):  # “NATO, the biggest of them, …”
        other = phrases.find(lex, text[slice(*before[-1])], known)
        if other and other.how == INSTITUTION and other.title.isupper():
            return _moved(other, before[-1][0])
    if not before or found.how not in (NAMED, TITLED) or (found.how == NAMED and found.title):
        return found
    start, end = before[-1]
    other = phrases.find(lex, text[start:end], known)
    return _joined(found, other and _moved(other, start))


def _name_behind(lex: Lexicon, text: str, piece: Span) -> Speaker | None:
    """A name that a comma parts from the title before it."""
    if lex.adjuncts.match(text[slice(*piece)]):
        return None
    called = _CALLED.match(text, *piece)
    first = called.end() if called else piece[0]
    found = phrases.read(lex, text[first : piece[1]], (), whole=True, anybody=True)
    return _moved(found, first) if found else None


def _joined(one: Speaker, other: Speaker | None) -> Speaker:
    """A name and a title that belong together; else the first as it is."""
    if other is None:
        return one
    span = min(one.span[0], other.span[0]), max(one.span[1], other.span[1])
    counsel = one.how == INSTITUTION and one.title == "conseil"  # “son conseil, Me Brandt”
    if (one.how == TITLED or counsel) and other.how == NAMED:
        return Speaker(NAMED, other.name, other.title or one.title, span)
    if one.how == NAMED and not one.title and other.how in (TITLED, INSTITUTION):
        return Speaker(NAMED, one.name, other.title, span)
    return one


def _pieces(text: str) -> list[Span]:
    """What stands between commas and dashes, blank pieces left out."""
    found, at = list[Span](), 0
    for sign in [*_BREAK.finditer(text), None]:
        end = sign.start() if sign else len(text)
        piece = text[at:end]
        if piece.strip(BLANKS):
            found.append((end - len(piece.lstrip(BLANKS)), at + len(piece.rstrip(BLANKS))))
        at = sign.end() if sign else end
    return found


def _moved(speaker: Speaker, by: int) -> Speaker:
    return speaker._replace(span=shifted(speaker.span, by))
