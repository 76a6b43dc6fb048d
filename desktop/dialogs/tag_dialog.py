"""The tags of a passage."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from db import KnownError, passages
from db.errors import BadValue
from db.passages import Passage
from desktop.commands import passages as commands
from desktop.forms.token_field import TokenField
from desktop.session import Session
from desktop.theme import theme
from desktop.widgets.dialog_layout import lay_out_dialog
from desktop.widgets.plain_text import plain_label


class TagDialog(QDialog):
    """Shows the tags on exactly this passage; what is added and taken is stored as one step."""

    def __init__(self, session: Session, passage: Passage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._passage = session, passage
        self._before: tuple[str, ...] = ()
        self._busy = False
        self.setWindowTitle("Tag the passage")
        self.field = TokenField(session, "tag", "Tags")
        self._problem = plain_label(name="problem", parent=self)
        self._problem.setWordWrap(True)
        self.tag_button = QPushButton("Tag", self)
        self.cancel_button = QPushButton("Cancel", self)
        lay_out_dialog(
            self, "Tags of this passage", "Type the beginning of a tag, or a new one, and press Enter.",
            self.field, self._problem,
            cancel=self.cancel_button, act=self.tag_button, size=QSize(theme.px(440), theme.px(240)),
        )  # fmt: skip
        self.tag_button.clicked.connect(self.store)
        self.cancel_button.clicked.connect(self.reject)
        session.opened.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self._reading = session.read(lambda library, _: passages.tags_on(library, passage), self._show)
        self.finished.connect(lambda _: self._reading())

    def store(self) -> None:
        """Store what was added and taken; the dialog closes when that is done."""
        try:
            tokens = self.field.value()
        except BadValue as error:
            self._problem.setText(str(error))
            return
        if self._busy:
            return
        self._busy = True
        commands.tag(
            self._session, self._passage,
            add=[token for token in tokens if token not in self._before],
            take=[uid for uid in self._before if uid not in tokens],
            done=lambda _: self.accept(), failed=self._fail,
        )  # fmt: skip

    def _show(self, tags: list[tuple[str, str]]) -> None:
        self._before = tuple(uid for uid, _ in tags)
        self.field.show_value(self._before, {("tag", uid): name for uid, name in tags})
        self.field.setFocus()

    def _fail(self, error: KnownError) -> None:
        self._busy = False
        self._problem.setText(str(error))
