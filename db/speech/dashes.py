"""Direct speech in paragraphs that begin with a dash, and speech that is interrupted inside its marks."""

from __future__ import annotations

import re

from db.speech import clauses
from db.speech.context import Context
from db.speech.direct import Spoken
from db.speech.sentences import THING
from db.speech.shapes import Attribution, Span, moved

_DASH = re.compile(r"\s*[-–—―•\u0640]\s+(?=\S)")
_BREAK = re.compile(r"[,،!?…؟.]\s*[—–―-]?\s+")
_AGAIN = re.compile(r"[\s\u00a0\u202f]*([,.]?)[\s\u00a0\u202f]*[—–―-][\s\u00a0\u202f]+(?=\S)")
_DASHED = re.compile("[—–―-]")
_INSIDE = re.compile(r"[,!?…][\s\u00a0\u202f]*([—–―-])?[\s\u00a0\u202f]+")
_RESUMED = re.compile(r"[^.!?—–«»]{0,60}?([,.!?])[\s\u00a0\u202f]*(?:[—–―-][\s\u00a0\u202f]+)?(?=\S)")
_MORE = re.compile(r"[^.!?—–―]{0,40}[.]\s+(?=\S)")
_TO_SOMEBODY = re.compile(
    r"\b(?:je|nous|vous|tu|j[’']|moi|mon|ma|mes|notre|nos|votre|vos|ton|ta|toi|ich|wir|uns|du|ihr|sie_|mein\w*|unser\w*|i|we|"
    r"you|my|our|your|qu[’']on|c[’']est|ben|biz|siz|sen|bana|bize|size|\w+(?:[ae]ca[ğk]|[ae]ce[ğk]|[ıiuü]yor|m[ae]l[ıi])(?:[ıiuü]?m|[ıiuü]z)|"
    r"\w{2,}[dt][ıiuü][km])\b|[!?]\s*$",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:\w{2,}(?:ait|aient|èrent|irent|urent|[âîû]mes)|(?!cela\b|voilà\b)\w{3,}(?<!r)a|fut|eut|fit|dit|prit|mit|vit|vint|tint|sortit|"
    r"sourit|rit|reprit|répondit|partit|rendit|(?:il|elle|on)\s+(?:se|s[’'])\s?\w+)\b"
)
"""French verbs of a tense in which is told what happened: what has none of them goes on with what is said."""
LEAST = 2  # words
_NAMED = re.compile(r" «(?=[^\W\d_])[^«»,.!?…]{1,40}»")
"""The name of a thing inside speech, where only other marks part it from that."""


def dashed(ctx: Context, text: str, start: int, led: Attribution | None) -> list[Spoken]:
    """The speech of a paragraph that begins with a dash; none when it is an item of a list.

    `start` is where it begins in the whole text; `led` says who speaks when the paragraph before leads to it.
    """
    dash = _DASH.match(text)
    if dash is None or text.rstrip().endswith((";", "؛")):
        return []
    first = dash.end()
    for sign in _BREAK.finditer(text, first):
        if ctx.lex.code == "ru" and not _DASHED.search(sign[0]):
            continue  # “— I was here at five, and nobody said a word, — complains Ada Brandt.”
        who = clauses.after(ctx, text[sign.end() :], parted=True)
        spoken_to = ctx.lex.code in ("de", "fr") and who and who.speaker.span[0] < who.verb[0]  # “…, monsieur, dit Ada”
        if who and not spoken_to and _is_close(text, sign, who):
            return _with_rest(ctx.lex.code, text, start, first, sign, moved(who, sign.end()))
    if led and len(text[first:].split()) >= LEAST and re.search(r"[.!?…]\s*$", text):
        return [Spoken(((first + start, len(text.rstrip()) + start),), led, "before", 0.7)]
    return []


def _is_close(text: str, sign: re.Match[str], who: Attribution) -> bool:
    """Whether a clause after a comma says who speaks; after a full stop only a dash makes sure of it."""
    if sign[0].strip() in (".", "…") and not _DASHED.search(sign[0]):
        return False
    rest = text[sign.end() + who.span[1] :]
    return len(rest.split()) <= 14 or bool(_AGAIN.match(rest) or re.match(r"[^.!?—–]{0,80}[.,]\s*[—–―-]\s", rest))


def _with_rest(code: str, text: str, start: int, first: int, sign: re.Match[str], who: Attribution) -> list[Spoken]:
    """The speech before a clause, and what goes on after it."""
    stop = sign.start() + (sign[0][0] in "!?…؟")
    piece = (first + start, stop + start)
    attribution = moved(who, start)
    again = re.compile(r"[^.!?—–―]{0,90}?([,.!?])\s*[—–―-]\s+(?=\S)").match(text, who.span[1])
    if again is None:
        found = [Spoken((piece,), attribution, "after", 0.9)]
        more = _MORE.match(text, who.span[1])
        spoken = code == "fr" and more and not _TOLD.search(text, more.end())
        if more and (spoken or _TO_SOMEBODY.search(text, more.end())):
            found.append(Spoken(((more.end() + start, len(text.rstrip()) + start),), attribution, "before", 0.7))
        return found
    rest = (again.end() + start, len(text.rstrip()) + start)
    if again[1] == ",":
        return [Spoken((piece, rest), attribution, "inside", 0.9)]
    return [Spoken((piece,), attribution, "after", 0.9), Spoken((rest,), attribution, "before", 0.85)]


def interrupted(ctx: Context, text: str, part: Span) -> list[Spoken]:
    """Speech inside one pair of marks that a clause interrupts: « Nous, a dit Ada, venons. », «Да, — сказала Ада»."""
    words = _NAMED.sub(lambda name: f" {THING * (len(name[0]) - 1)}", text[slice(*part)])
    for sign in _INSIDE.finditer(words):
        if not sign[1] and ctx.lex.code != "fr":
            continue
        who = clauses.after(ctx, words[sign.end() - 1 :], parted=True)
        if who is None or who.verb[0] > 3:
            continue
        found = moved(who, sign.end() - 1 + part[0])
        piece = (part[0], part[0] + sign.start() + (words[sign.start()] in "!?…"))
        again = _RESUMED.match(text, found.span[1])
        if again is None or again.end() >= part[1]:
            return [Spoken((piece,), found, "after", 0.85)] if sign[1] else []
        rest = (again.end(), part[1])
        if again[1] == ",":
            return [Spoken((piece, rest), found, "inside", 0.9)]
        return [Spoken((piece,), found, "after", 0.9), Spoken((rest,), found, "before", 0.85)]
    return []
