"""Text in a Qt document and back, to the character: Qt knows one kind of line break, texts have several."""

from __future__ import annotations

import re

from PySide6.QtGui import QTextDocument

_BREAK = re.compile("\r\n|[\r\n\u2029\ufdd0\ufdd1]")
"""What Qt takes for the end of a line."""


def document_text(document: QTextDocument, original: str) -> str:
    """The text of a document that was filled with the original and then edited; untouched lines keep their breaks."""
    return with_breaks_of(original, document.toRawText().replace("\u2029", "\n"))


def with_breaks_of(original: str, edited: str) -> str:
    """The edited text, whose lines end with `\\n`, with the breaks of the original between lines that both have.

    Lines before the first and after the last difference count as the same; breaks between others stay `\\n`.
    """
    breaks = _BREAK.findall(original)
    if all(found == "\n" for found in breaks):
        return edited
    old, new = _BREAK.split(original), edited.split("\n")
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    rest = shorter - head
    tail = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    most = len(new) - 1
    before = breaks[: min(head, most)]
    after = breaks[len(breaks) - min(tail, most - len(before)) :]
    ends = [*before, *["\n"] * (most - len(before) - len(after)), *after]
    for at in range(1, most):
        if ends[at - 1] == "\r" and not new[at] and ends[at] == "\n":
            ends[at] = "\r"  # the two would else be one break
    return "".join(line + end for line, end in zip(new, ends, strict=False)) + new[-1]
