"""How well a record fits what is searched for: by its name or by its text, by all words or by a beginning."""

from __future__ import annotations

from collections.abc import Sequence

from db.search_words import Sought, Word, spellings

SOUND = 8
"""What is added to the rank of what only sounds as it was typed."""
_NAME, _NAME_BEGINS, _IN_NAME, _BEGINS_IN_NAME, _SOME_IN_NAME, _IN_TEXT, _SOME_IN_TEXT = range(7)


class Ranker:
    """Ranks the folded names and texts of an index; the lower, the better."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        typed = [one for one in sought if not one.typed]
        others = [one for one in sought if one.typed]
        whole = [word for one in typed for word in one.words]
        self._phrases = _phrases(whole) | {phrase for one in others for phrase in _phrases(one.words)}
        self._joined = {phrase.replace(" ", "") for phrase in self._phrases}
        self._exact = f" {' '.join(part for word in whole for part in word.parts)}"
        self._words = [_phrases(one.words) for one in typed]

    def is_other(self, name: str, text: str) -> bool:
        """Whether a name and a text, given as for `rank`, have what was typed only in another spelling."""
        return self._exact not in f" {name}" and self._exact not in f" {text}"

    def parted(self, name: str, text: str) -> tuple[int, int]:
        """How many of the words typed a name lacks, and how late in the text the last of these comes: `astana 4`.

        The second is 0 where the name has none of them.
        """
        name, text = f" {name}", f" {text}"
        lacking = [phrases for phrases in self._words if not any(f" {phrase}" in name for phrase in phrases)]
        if len(lacking) == len(self._words):
            return len(lacking), 0
        places = (max(text.find(f" {phrase}") for phrase in phrases) for phrases in lacking)
        return len(lacking), max(places, default=0)

    def rank(self, name: str, text: str) -> int:
        """The rank of a name and a text, both as words parted by single spaces."""
        if name in self._phrases:
            return _NAME
        name, text = f" {name} ", f" {text} "
        for found, test in ((_NAME_BEGINS, name.startswith), (_IN_NAME, name.__contains__)):
            if any(test(f" {phrase} ") for phrase in self._phrases):
                return found
        if any(f" {phrase}" in name for phrase in self._phrases):
            return _BEGINS_IN_NAME
        if self._words and all(any(f" {phrase}" in name for phrase in phrases) for phrases in self._words):
            return _SOME_IN_NAME
        bare = name.replace(" ", "")
        if any(phrase in bare for phrase in self._joined):  # parted there and joined here, or the other way round
            return _SOME_IN_NAME
        return _IN_TEXT if any(f" {phrase} " in text for phrase in self._phrases) else _SOME_IN_TEXT


def _phrases(words: Sequence[Word]) -> set[str]:
    return {" ".join(way) for way in spellings(words)}
