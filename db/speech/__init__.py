"""Speech in the texts of sources: what seems to be a quote, who said it, and how it becomes one.

`find` reads a text; `read` reads that of a source of a library and knows its people; `accept` stores what was chosen.
"""

from __future__ import annotations

from db.speech.finding import find
from db.speech.rejected import Passage
from db.speech.shapes import Suggestion
from db.speech.source_speech import Found, SourceSpeech, read
from db.speech.storing import Accepted, Chosen, accept, words_of

__all__ = [
    "Accepted", "Chosen", "Found", "Passage", "SourceSpeech", "Suggestion", "accept", "find", "read", "words_of",
]  # fmt: skip
