"""The field for several names: topics of an outcome, tags of a record, spellings of a party or person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from db import Cancel, Library, name_matches
from db.errors import BadValue
from db.name_matches import NameMatch
from db.new_names import New
from db.values import a
from desktop.forms.chip import Chip
from desktop.forms.field_editor import FieldEditor, Names
from desktop.forms.kept_names import KeptNames, Named
from desktop.forms.name_line import NameLine
from desktop.forms.token_edit import TokenEdit
from desktop.session import Session

SPELLING = "spelling"


class TokenField(FieldEditor):
    """Any number of names; its value is a tuple of uids and News, of texts for spellings."""

    def __init__(self, session: Session, kind: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, "", parent)
        self.kind = kind
        self._session = session
        self._tokens: list[Named] = []
        self._leaving = False
        self._reading = _Reads()
        self.destroyed.connect(self._reading.stop)
        self.line = NameLine(session, kind, parent=self)
        self.line.frame = self.edit = TokenEdit(self.line, self)
        self.edit.taken.connect(self._take)
        self.line.textEdited.connect(self._edit)
        self.line.picked.connect(self._pick)
        self.line.resolved.connect(self._resolved)
        self.line.entered.connect(self._leave)
        self.line.further.connect(self.further)
        self.hold(self.edit, self.line)

    @property
    def looks_up(self) -> bool:
        return self._leaving

    def show_value(self, value: Any, names: Names, /) -> None:
        wanted = [self._token(one, names) for one in value or ()]
        if wanted != self._tokens:
            self._show(wanted)
        self.line.clear()
        self._dress()

    def value(self) -> tuple[str | New, ...]:
        text = self.line.text().strip()
        if text:
            raise BadValue(self._why_open(text if len(text) <= 60 else text[:59] + "…"))
        return tuple(token.value for token in self._tokens)

    def text(self) -> str:
        """The names, each on a line, and what is being typed on the last."""
        typed = self.line.text()
        return "\n".join([*(" ".join(token.name.splitlines()) for token in self._tokens), typed])

    def show_text(self, text: str) -> None:
        *names, typed = text.split("\n")
        known = {token.name: token for token in self._tokens}
        tokens = [known.get(name) or Named(self._value_of(name), name) for name in names if name.strip()]
        self._put_in(tokens, typed)

    def draft(self) -> str:
        return KeptNames(tuple(self._tokens), self.line.text()).as_text()

    def show_draft(self, draft: str) -> None:
        self._put_in(*KeptNames.parse(draft))

    def _put_in(self, tokens: Sequence[Named], typed: str) -> None:
        self._show(tokens)
        self.line.setText(typed)
        self._dress()
        self.edited.emit()

    def set_read_only(self, read_only: bool) -> None:
        self.edit.set_read_only(read_only)

    def _value_of(self, name: str) -> str | New:
        return name if self.kind == SPELLING else New(self.kind, name)

    def _token(self, value: str | New, names: Names) -> Named:
        if isinstance(value, New):
            return Named(value, value.name)
        return Named(value, value if self.kind == SPELLING else names.get((self.kind, value), value))

    def _show(self, tokens: Sequence[Named]) -> None:
        colours = {token.value: chip.colour for token, chip in zip(self._tokens, self.edit.chips, strict=True)}
        self.edit.clear()
        self._tokens = []
        for token in tokens:
            self._add(token, colours.get(token.value))

    def _add(self, token: Named, colour: str | None = None) -> None:
        if any(token.value == other.value for other in self._tokens):
            return
        self._tokens.append(token)
        self.edit.add(Chip(token.name, new=isinstance(token.value, New), colour=colour, parent=self.edit))
        self._leave_out()

    def _leave_out(self) -> None:
        self.line.matches.leave_out(frozenset(token.value for token in self._tokens if isinstance(token.value, str)))

    def _take(self, at: int) -> None:
        del self._tokens[at]
        self.edit.remove(at)
        self._leave_out()
        self.line.setFocus()
        self.edited.emit()

    def _edit(self) -> None:
        self._leaving = False
        self.edited.emit()

    def _pick(self, row: NameMatch | New) -> None:
        self._leaving = False
        self.line.clear()
        if isinstance(row, New):
            self._add(Named(row, row.name))
        else:
            self._add(Named(row.uid, row.name), row.colour)
        self.edited.emit()
        if not self.line.hasFocus():
            self.left.emit()

    def _leave(self) -> None:
        """What is typed counts now, or as soon as it is known what it means."""
        text = self.line.text().strip()
        if text and self.kind == SPELLING:
            self.line.clear()
            self._add(Named(text, text))
            self.edited.emit()
        elif text:
            self._leaving = True
            if not self.line.matches.knows(self.line.text()):
                self.line.matches.look_up(self.line.text())
                return
        self._resolved()

    def _resolved(self) -> None:
        """Take in what was typed to the letter, once one has left it."""
        if self._leaving and self.line.matches.knows(self.line.text()):
            same = self.line.matches.exact()
            if len(same) == 1:
                self._pick(same[0])
        elif self._leaving:
            return
        self._leaving = False
        if not self.line.hasFocus():
            self.left.emit()

    def _why_open(self, shown: str) -> str:
        if self.kind == SPELLING:
            return f"“{shown}” is not among the spellings yet: press Enter."
        return f"“{shown}” is not {a(self.kind)} yet: choose one from the list or make it new."

    def _dress(self) -> None:
        """Look up what a draft only names, and the colours of tags."""
        unknown = [token.name for token in self._tokens if isinstance(token.value, New)]
        uids = [token.value for token in self._tokens if isinstance(token.value, str)] if self.kind == "tag" else []
        if self.kind == SPELLING or not self._session.is_open or not (unknown or uids):
            return
        kind = self.kind

        def work(library: Library, cancel: Cancel) -> _Found:
            found = {name: name_matches.find(library, kind, name, cancel, 2) for name in unknown}
            same = {name: [match for match in matches if match.exact] for name, matches in found.items()}
            colours = {one.uid: one.colour for one in name_matches.named(library, kind, uids, cancel)}
            return _Found({name: matches[0] for name, matches in same.items() if len(matches) == 1}, colours)

        self._reading.stop()
        self._reading.cancel = self._session.read(work, self._dressed)

    def _dressed(self, found: _Found) -> None:
        if any(isinstance(token.value, New) and token.name in found.known for token in self._tokens):
            tokens = [
                Named(found.known[token.name].uid, found.known[token.name].name)
                if isinstance(token.value, New) and token.name in found.known
                else token
                for token in self._tokens
            ]
            self._show(tokens)
        colours = found.colours | {match.uid: match.colour for match in found.known.values()}
        for token, chip in zip(self._tokens, self.edit.chips, strict=True):
            if token.value in colours:
                chip.set_colour(colours[str(token.value)])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        left = (
            watched is self.line
            and isinstance(event, QFocusEvent)
            and event.type() == QEvent.Type.FocusOut
            and event.reason() != Qt.FocusReason.PopupFocusReason
        )
        if left and self.line.text().strip() and not self.line.isReadOnly():
            self._leave()
            return False
        return super().eventFilter(watched, event)


class _Found(NamedTuple):
    """Records that are called as a draft says, and colours of tags by uid."""

    known: dict[str, NameMatch]
    colours: dict[str, str | None]


class _Reads:
    """The read under way; it is stopped with the field that it would fill."""

    def __init__(self) -> None:
        self.cancel: Cancel | None = None

    def stop(self) -> None:
        """Let its result be dropped."""
        if self.cancel:
            self.cancel()
