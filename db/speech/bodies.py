"""The institutions of one text: so that a word alone, “the Fund”, leads to the one that was named in full."""

from __future__ import annotations

import re
from bisect import bisect_left

MANY = 12  # institutions back among which one is looked for
STEM = 4  # letters by which words are compared


_ANY = re.compile(r"unternehmen|firma|konzern|betrieb|einrichtung")
"""German words for any that was named last."""


class Bodies:
    """Institutions by where a text names them, in its order."""

    def __init__(self) -> None:
        self.spoke = ""
        """The one that spoke last."""
        self._named: list[tuple[int, str]] = []
        self._beginnings: dict[str, str] = {}

    def take_in(self, title: str, at: int) -> None:
        """Remember one that is told by more than the word for what it is."""
        if len(re.findall(r"(?<!\w)[^\W\d_]\w*", title)) < 2 or title == title.lower() != title.upper():
            return
        self._named.append((at, title))
        words = title.split()
        for length in range(1, len(words)):
            self._beginnings.setdefault(" ".join(words[:length]), title)

    def called(self, name: str) -> str:
        """The one whose name begins as that of a person does: “Médecins” of “Médecins du Fleuve”; else empty."""
        return self._beginnings.get(name, "")

    def meant(self, title: str, at: int) -> str:
        """The one that a word alone means, which spoke last or was named before; else the words as they are."""
        if self.spoke and _is_same(self.spoke, title):
            return self.spoke
        last = bisect_left(self._named, (at, ""))
        before = [body for _, body in reversed(self._named[max(0, last - MANY) : last])]
        anyone = before[:1] if _ANY.fullmatch(title.lower()) else []
        return next((body for body in before if _is_same(body, title)), next(iter(anyone), title))


_PAPERS = re.compile("(?:информ)?агентств|газет|журнал|(?:теле)?канал|радио|портал|издани|источник")


def _is_same(body: str, title: str) -> bool:
    """Whether a word alone, “the ministry”, means an institution that was named in full before."""
    words = re.sub(r"^(?:(?:the|der|die|das|l[ea]|этом?|в|این|هذه|هذا)\s|l[’'])", "", title.lower()).split()
    if len(words) != 1 or len(body.split()) < 2:
        return False
    stem = re.sub(r"^(?:و?ال)", "", words[0])[:STEM]
    own = body.lower().split()
    office = re.match("ведомств|дипведомств|نهاد", words[0]) and not _PAPERS.match(body.lower())
    return bool(office) or any(
        re.sub(r"^(?:و?ال)", "", word).startswith(stem) or word.endswith(words[0]) for word in own
    )
