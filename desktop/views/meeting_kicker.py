"""The line above the title of a meeting: kind and number, place, days; each leads to the passage behind it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from db import dates
from db.meeting_page import Facts
from desktop.models.meeting_list import KINDS
from desktop.theme import theme
from desktop.trail import DAYS, value_target
from desktop.widgets.plain_text import tooltip

BETWEEN = "&nbsp; · &nbsp;"


class MeetingKicker(QLabel):
    """That line; by the keyboard the same passages are reached from the marks on the page."""

    value_pressed = Signal(str)
    """The target of the value that was pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, wordWrap=True)
        self.setObjectName("kicker")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        # else it is cut where room is short
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.linkActivated.connect(self.value_pressed)

    def show_facts(self, facts: Facts) -> None:
        """Show what is known of a meeting or event."""
        shown = parts(facts)
        self._show(BETWEEN.join(_part(words, field) for words, field in shown))
        self.setAccessibleName(" · ".join(words for words, _ in shown))
        self.setToolTip(tooltip("Press the number, the place or the days to read the passage behind it."))

    def say(self, words: str) -> None:
        """Show words that lead nowhere."""
        self._show(escape(words))
        self.setAccessibleName(words)
        self.setToolTip("")

    def _show(self, html: str) -> None:
        self.setText(f"<span style='white-space: pre-wrap'>{html}</span>")


def parts(facts: Facts) -> list[tuple[str, str]]:
    """What the line says, each with the field that says it; the kind alone is our own word and cites nothing."""
    kind = KINDS[facts.kind]
    number = (f"{kind} {facts.number}", "number") if facts.number else (kind, "")
    place = (facts.city or "", "place" if facts.record == "event" else "city")
    days = (dates.span(facts.starts, facts.ends), DAYS)
    return [part for part in (number, place, days) if part[0]]


def _part(words: str, field: str) -> str:
    """Some words that lead to the passage behind a field; words of no field lead nowhere."""
    look = f"color: {theme.colours.accent}; text-decoration: none"
    return f"<a href='{value_target(field)}' style='{look}'>{escape(words)}</a>" if field else escape(words)
