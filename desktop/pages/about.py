"""What the About window says."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import qVersion

from db.versions import versions
from desktop.about import NAME, VERSION
from desktop.pages.markup import Page
from desktop.places import RESOURCES

QT_SOURCE = "https://download.qt.io/official_releases/qt/"


def about() -> Page:
    """Version, parts and licences as rich text."""
    parts = {"Qt": qVersion(), **versions()}
    rows = "".join(
        f"<tr><td class='quiet'>{escape(part)}</td><td>{escape(word)}</td></tr>" for part, word in parts.items()
    )
    return Page(
        f"<h1>{NAME} {VERSION}</h1>"
        "<p>A workbench for people who study negotiations: who was there and in which role, what was agreed and in "
        "which words, and the passage behind every value.</p>"
        f"<table cellspacing='0'>{rows}</table>"
        "<h2>Licences</h2>"
        f"<p>{NAME} is free software under the MIT licence. It is built with Qt, used under the LGPL version 3, whose "
        f"source is offered at {QT_SOURCE}; with Python, SQLite and sqlite-utils; and set in Noto Sans, under the SIL "
        f"Open Font License. The texts of all licences lie in <i>{escape(str(RESOURCES / 'licences'))}</i>.</p>"
        "<h2>Sources of the shipped library</h2>"
        "<p>Each value cites where it was read. The wordings of outcomes are our own; quotes are verbatim.</p>",
        {},
    )
