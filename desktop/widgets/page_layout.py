"""The head of a page of the library, and what stands below it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

MARGIN = 24  # pixels, at any zoom, from the left edge of a page to its words


def lay_out_page(
    page: QWidget, title: QLabel, count: QLabel, *parts: QWidget, below: QWidget, act: QWidget | None = None
) -> None:
    """Put the title with a count at its right over some parts, and fill the rest of the page with what is below.

    `act` is what can be done with the page as a whole, in words to press before the count.
    """
    head = QHBoxLayout()
    head.addWidget(title, 1)
    if act:
        head.addWidget(act)
    head.addWidget(count)
    top = QVBoxLayout()
    top.setContentsMargins(MARGIN, 16, 16, 8)
    top.setSpacing(6)
    top.addLayout(head)
    for part in parts:
        top.addWidget(part)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addLayout(top)
    layout.addWidget(below, 1)
