"""Whom a Persian text names: its sentences begin with who does what they tell."""

from __future__ import annotations

import re

from db.speech import persian_common, persian_subjects
from db.speech.mentions import Mention
from db.speech.shapes import NAMED, TITLED, Speaker, moved_speaker
from db.speech.tokens import Token
from db.speech.uncased_memory import UncasedMemory

FEW = 4  # words of time and place that a sentence may begin with


class PersianMemory(UncasedMemory):
    """The people of one Persian text."""

    _reads_on = True
    _one = re.compile(r"یک\s")

    def _take_in(self, one: Speaker) -> None:
        self.note(one)
        if one.how == TITLED:
            self._titled_at.append((one.span[0], one))

    def _about(self, sentence: str, at: int) -> Mention | None:
        """The person whom a sentence begins with."""
        found = persian_subjects.subject(self._lex, sentence.rstrip(" .!؟"), self.known)
        if found is None or found.how not in (NAMED, TITLED) or len(sentence[: found.span[0]].split()) > FEW:
            return None
        who = self.resolve(moved_speaker(found, at), at)
        if found.how == TITLED and who.name and not self._has_title(who.name):
            self.note(moved_speaker(found._replace(how=NAMED, name=who.name), at))  # “this gardener …”
        sure = found.how == TITLED or found.title or found.name.split()[-1] in self.known
        return self._mention(moved_speaker(found, at), who) if who.name and sure else None

    def _offices_in(self, title: str) -> list[str]:
        return super()._offices_in(title)[:1]  # “the sister of the accused” is no accused

    def _tells(self, word: Token) -> bool:
        return super()._tells(word) and not persian_common.is_epithet(word.key)
