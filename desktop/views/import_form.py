"""What was found out about one document, to be confirmed or put right before it is stored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from db.errors import BadValue
from db.importing import FIELDS, Found
from desktop.forms.field_editor import FieldEditor
from desktop.forms.form_fields import FORMS, make_field
from desktop.forms.notice import Notice
from desktop.models.import_list import OPEN, ImportRow, State
from desktop.session import Session
from desktop.theme import theme
from desktop.widgets.plain_text import plain_label

ORDER = ("title", "authors", "publisher", "type", "published", "published_basis", "language", "url")
WIDE = frozenset(("title", "authors", "publisher", "url"))
"""Fields that take the whole width; the others stand two by two where there is room."""

ROOMY = 460  # pixels at 100 % from which on two fields stand side by side
PREVIEW = 3000  # characters of the text that are shown
assert set(ORDER) == set(FIELDS)


class ImportForm(QScrollArea):
    """The fields of one document; what is typed counts at once."""

    edited = Signal(object)
    """The values of an ImportRow were changed."""
    decided = Signal(object, bool, bool)
    """An ImportRow is to be stored beside the source that it is already; or put into that; or neither."""
    retry_requested = Signal(object)
    remove_requested = Signal(object)
    twin_requested = Signal(str)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row: ImportRow | None = None
        self._found: Found | None = None
        self._showing = False
        self.setObjectName("page")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget(self)
        inside.setObjectName("page")
        self.notice = Notice(inside)
        self.fields: dict[str, FieldEditor] = {}
        specs = {spec.name: spec for spec in FORMS["source"]}
        for name in ORDER:
            field = self.fields[name] = make_field(session, "source", specs[name], None)
            field.setParent(inside)
            field.edited.connect(partial(self._take, name))
            field.left.connect(partial(self._take, name))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(10)
        self._begins = plain_label("The text begins", "fieldLabel", inside)
        self.preview = QPlainTextEdit(inside, readOnly=True, tabChangesFocus=True)
        self.preview.setObjectName("textField")
        self.preview.setAccessibleName("The text begins")
        self._begins.setBuddy(self.preview)
        self._layout = QVBoxLayout(inside)
        self._layout.setContentsMargins(24, 8, 20, 16)
        self._layout.setSpacing(10)
        self._layout.addWidget(self.notice)
        self._layout.addLayout(self._grid)
        self._layout.addWidget(self._begins)
        self._layout.addWidget(self.preview, 1)
        self._layout.addStretch(0)
        self.setWidget(inside)
        self._arrange()
        self.show_row(None)

    def show_row(self, row: ImportRow | None) -> None:
        """Show a document, or again how it stands with the one that is shown."""
        found = row.found if row else None
        other = row is not self.row or found is not self._found
        self.row, self._found = row, found
        self._say(row)
        for field in self.fields.values():
            field.setVisible(found is not None)
        self._begins.setVisible(found is not None)
        self.preview.setVisible(found is not None)
        if row and found and (other or not self.preview.toPlainText()):
            self.preview.setPlainText(found.document.text[:PREVIEW])
            self._fill(row)
        elif not found:
            self.preview.clear()

    def focus_first(self) -> None:
        """Put the cursor where something is wrong, else in the first field."""
        wrong = next((field for field in self.fields.values() if field.problem()), None)
        (wrong or self.fields["title"]).setFocus()

    def show_problem(self, name: str | None, sentence: str) -> None:
        """Say at a field what is wrong with it, and put the cursor there."""
        field = self.fields.get(name or "title") or self.fields["title"]
        field.set_problem(sentence)
        field.setFocus()

    def redraw(self) -> None:
        """Show the form in the present look."""
        self._arrange()
        self.preview.setMinimumHeight(theme.px(120))

    def _fill(self, row: ImportRow) -> None:
        self._showing = True
        for name, field in self.fields.items():
            field.set_problem("")
            field.show_value(row.values.get(name), {})
            if name in row.texts:
                field.show_text(row.texts[name])
            self._check(row, name)
            origin = row.origins.get(name, "")
            field.set_origin(f"found: {origin}" if origin else "")
        self._showing = False

    def _take(self, name: str) -> None:
        """What is in a field counts."""
        row = self.row
        if self._showing or row is None or not row.found:
            return
        before = (row.values.get(name), row.texts.get(name))
        self._check(row, name)
        if before == (row.values.get(name), row.texts.get(name)):
            return
        row.origins.pop(name, None)
        self.fields[name].set_origin("")
        if name == "published":
            self._follow_date(row)
        self.edited.emit(row)

    def _check(self, row: ImportRow, name: str) -> None:
        """Keep the value of a field, or say what is wrong with what is in it."""
        field = self.fields[name]
        try:
            value = field.value()
            if name == "title" and not (value or "").strip():
                raise BadValue("A source needs a title.")
        except BadValue as error:
            row.texts[name] = field.text()
            if not field.holds_focus() or self._showing:
                field.set_problem(str(error))
            return
        field.set_problem("")
        row.texts.pop(name, None)
        if value is None:
            row.values.pop(name, None)
        else:
            row.values[name] = value

    def _follow_date(self, row: ImportRow) -> None:
        """A date that is typed counts as shown by the document unless one says otherwise; no date has no basis."""
        basis = row.values.get("published_basis", "none")
        dated = "published" in row.values or "published" in row.texts
        if dated == (basis == "none"):
            row.values["published_basis"] = "shown" if dated else "none"
            self.fields["published_basis"].show_value(row.values["published_basis"], {})
            self.fields["published_basis"].set_origin("")

    def _say(self, row: ImportRow | None) -> None:
        """What there is to know about the document, and what can be done."""
        said, acts = _notice(row, self) if row else ("", {})
        if said:
            self.notice.say(said, acts)
        else:
            self.notice.hide()

    def _arrange(self) -> None:
        """Short fields two by two, or one below the other where there is little room."""
        columns = 2 if self.width() >= theme.px(ROOMY) else 1
        if self._grid.property("columns") == columns:
            return
        self._grid.setProperty("columns", columns)
        at = 0
        for name, field in self.fields.items():
            wide = columns if name in WIDE else 1
            if at % columns + wide > columns:
                at += 1
            self._grid.addWidget(field, at // columns, at % columns, 1, wide)
            at += wide
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _notice(row: ImportRow, form: ImportForm) -> tuple[str, dict[str, Callable[[], Any]]]:
    """The sentence about a document, with what can be done with it."""
    off = {"Take it off the list": lambda: form.remove_requested.emit(row)}
    if row.state is State.TWIN:
        acts = _decisions(row, form)
        if row.twin:
            acts["Show that source"] = partial(form.twin_requested.emit, row.twin.uid)
        return row.words, acts | off
    if row.state in (State.REFUSED, State.STOPPED):
        return row.words, {"Read it again": lambda: form.retry_requested.emit(row)} | off
    if row.state in OPEN:
        return "", {}
    return "\n".join(row.found.document.warnings) if row.found else "", {}


def _decisions(row: ImportRow, form: ImportForm) -> dict[str, Callable[[], Any]]:
    """What can be decided about a document that is known already; what was decided is taken back at the same place."""
    into, again = (partial(form.decided.emit, row, *made) for made in ((False, True), (True, False)))
    leave = partial(form.decided.emit, row, False, False)
    if not (row.has_room or row.has_another):
        return {"Do not store it again": leave} if row.again else {"Store it all the same": again}
    put = "Put it into that source" if row.has_room else "Make it the new text of that source"
    return dict(
        (
            ("Do not put it there", leave) if row.into else (put, into),
            ("Do not make it a source", leave) if row.again else ("Make it a source of its own", again),
        )
    )
