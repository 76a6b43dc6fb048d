"""What stands in quotation marks in Turkish: how sentences go on behind it, and what of it is no speech."""

from __future__ import annotations

import re
from collections.abc import Sequence

from db.speech.lexicon import Lexicon
from db.speech.shapes import Span

PASSIVE = re.compile(
    r"(?:[ıiuü]ld[ıiuü]|nd[ıi]|[ıiuü]lmiştir|nmiştir|denilmektedir|yer\saldı|yer\salıyor|yer\sverildi|[ıiuü]yor)\W*$"
)
"""How a Turkish sentence ends that tells what a statement says."""
REPLY = re.compile(r"\s+(?:dedi|der|diyor|diye|(?:cevab|yanıt|karşılığ)[ıi]n[ıi])\b")
"""What stands in Turkish behind words that are speech, however few."""
_NOMINAL = re.compile(r"(?:[dt][ıiuü]ğ|[ae]ca[ğk]|[ae]ce[ğk]|m[ae]s)[ıiuü]n[ıiuü]\W*$")
"""How a Turkish word ends that is part of a reported sentence: “şaşırdığını”."""
_FOUND = re.compile(r"\s+\w*?(?:[dt][ıiuü]ğ|[ae]ca[ğk]|[ae]ce[ğk])[ıiuü]n[ıiuü]\b")
"""How a Turkish sentence goes on in which a few words are reported: “bulduğunu”."""
_ON_A_SIGN = re.compile(r"\s*(?:yaz(?:ıyor|ılı|maktay)|asılı|okunuyor)\w*\b")
_PLACE = re.compile(r"\w[dt][ae]\s*$")
_TO_CALL = re.compile(r"\s*(?:der|diyor|dedi|derdi|derler|diyordu|adını|ismini|lakabını)\w*\b")
_DATIVE = re.compile(r"\w[ae]\s*$")
_IN_A_ROW = re.compile(r"\s*(?:[,;]|,?\s*ve)\s*")
_WORD = re.compile(r"\w+(?:[’'\-\u200c]\w+)*")


def _is_reported(words: str, tail: str) -> bool:
    """Whether words are part of a Turkish sentence that is reported: “‘mütevazı’ bulduğunu söyledi”."""
    return bool(_NOMINAL.search(words) or _FOUND.match(tail))


def _is_on_sign(lead: str, tail: str) -> bool:
    """Whether words stand on a sign: “kapıda ‘…’ yazıyordu”."""
    return bool(_ON_A_SIGN.match(tail) and _PLACE.search(lead))


def _is_called(lead: str, words: str, tail: str) -> bool:
    """Whether words are what somebody is called: “ona ‘Çınar’ diyorlar”."""
    return all(word[:1].isupper() for word in words.split()) and bool(_TO_CALL.match(tail) and _DATIVE.search(lead))


def _is_outcome(lex: Lexicon, lead: str, words: str) -> bool:
    """Whether several sides undertake or call something together: “taraflar, ‘…’ taahhüdünde bulundu”."""
    before = _WORD.findall(lead)
    several = any(lex.sides.fullmatch(word) for word in (*before[:1], *before[-1:]))
    return several and words[:1].islower()


def is_no_speech(lex: Lexicon, lead: str, words: str, tail: str, *, few: bool) -> bool:
    """Whether what stands in quotation marks, `few` words or more, is nothing that somebody says."""
    if few and (_is_reported(words, tail) or _is_called(lead, words, tail)):
        return True
    return _is_on_sign(lead, tail) or _is_outcome(lex, lead, words)


def rows(text: str, gaps: Sequence[Span]) -> list[int]:
    """For each quotation between some gaps the last of those that only commas part: behind it stands who speaks all."""
    last = list(range(len(gaps)))
    for number in range(len(gaps) - 2, 0, -1):
        if _IN_A_ROW.fullmatch(text[slice(*gaps[number])]):
            last[number - 1] = last[number]
    return last
