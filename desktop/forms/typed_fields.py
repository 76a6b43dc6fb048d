"""The fields of a form: what is stored of each, what is typed over it, and what was said against that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from db import KnownError
from db.errors import BadValue
from db.record_form import FormContent
from desktop.forms import form_values
from desktop.forms.field_editor import FieldEditor, Names
from desktop.forms.form_fields import Field


class TypedFields:
    """Values by the names of fields; a name is in `unsaved` while what is in its field is not stored."""

    def __init__(self) -> None:
        self.fields: dict[str, FieldEditor] = {}
        self.specs: dict[str, Field] = {}
        self.base: dict[str, Any] = {}
        """What was stored when typing began."""
        self.unsaved: set[str] = set()
        self.filling = False
        self._refused: dict[str, str] = {}
        self._overtaken: set[str] = set()

    def add(self, spec: Field, field: FieldEditor) -> None:
        """Take in a field."""
        self.fields[spec.name], self.specs[spec.name] = field, spec

    @property
    def refused(self) -> list[str]:
        """Fields in which something is typed that could not be stored."""
        return [name for name in self.fields if name in self._refused and name in self.unsaved]

    @property
    def overtaken(self) -> bool:
        """Whether a field in which something is typed was changed elsewhere meanwhile."""
        return bool(self._overtaken & self.unsaved)

    def fill(self, found: Mapping[str, Any], names: Names) -> None:
        """Show stored values in the fields in which nothing is typed."""
        self.filling = True
        for name, field in self.fields.items():
            if name in self.unsaved and name in self.base:
                continue
            self.base[name] = form_values.shown(name, found.get(name))
            if name not in self.unsaved:
                field.show_value(self.base[name], names)
                if name not in self._refused.values():
                    field.set_problem("")
        self.filling = False

    def edit(self, name: str) -> None:
        """Something was typed in a field; what was said against that before it does not hold for it."""
        self.unsaved.add(name)
        self.accept(name)

    def drafts(self) -> dict[str, str]:
        """What is typed and not stored, as the fields take it back."""
        return {name: self.fields[name].draft() for name in self.unsaved}

    def said(self) -> str:
        """The first of that, as people read it."""
        texts = (field.text() for name, field in self.fields.items() if name in self.unsaved)
        return next((text for text in texts if text.strip()), "")

    def resume(self, texts: Mapping[str, str]) -> None:
        """Put a draft back; what is stored by now does not count as typed."""
        for name, text in texts.items():
            if name in self.fields and self.fields[name].draft() != text:
                self.fields[name].show_draft(text)
                if self._holds_stored(name):
                    self.unsaved.discard(name)
                else:
                    self.unsaved.add(name)

    def values(self, known: Mapping[str, Any]) -> dict[str, Any]:
        """What a new record is made of: what was known of it and all fields that make sense."""
        found = {name: value for name, value in known.items() if name not in self.fields}
        for name, field in self.fields.items():
            try:
                value = field.value()
            except BadValue as error:
                self.refuse(name, error)
                continue
            if value not in (None, ()):
                found[name] = value
        return found

    def missing(self, given: Mapping[str, Any]) -> list[str]:
        """Labels of the fields that a new record needs and has not."""
        needed = [name for name, spec in self.specs.items() if not spec.unknown and spec.editor != "tokens"]
        return [self.fields[name].label.lower() for name in needed if given.get(name) is None]

    def senseless(self) -> FieldEditor | None:
        """The first field in which something is typed that can be no value, which is said at it."""
        for name, field in self.fields.items():
            if name in self.unsaved:
                try:
                    field.value()
                except BadValue as error:
                    self.refuse(name, error)
                    return field
        return None

    def settle(self, sent: Mapping[str, str], given: Mapping[str, Any]) -> None:
        """What was sent is stored; what was typed since is not."""
        for name, text in sent.items():
            self.base[name] = given[name]
            self.accept(name)
            if self.fields[name].draft() == text:
                self.unsaved.discard(name)

    def refuse(self, name: str, error: KnownError) -> None:
        """Say what is wrong with what is typed in a field: at it, or at the field that the error is about."""
        at = getattr(error, "field", None)
        self._refused[name] = at if at in self.fields else name
        self.fields[self._refused[name]].set_problem(str(error))

    def accept(self, name: str) -> None:
        """Take back what was said against what is typed in a field."""
        self._overtaken.discard(name)
        for at in {name, self._refused.pop(name, name)} - {*self._refused.values()}:
            self.fields[at].set_problem("")

    def overtake(self, name: str) -> None:
        """What was stored of a field is no longer what it was when typing began."""
        if name in self.unsaved:
            self._overtaken.add(name)

    def compare(
        self, content: FormContent, insist: Callable[[str, Any], None], give_way: Callable[[str], None]
    ) -> list[str]:
        """Say at fields in which one typed that they were changed elsewhere; those left where that is over."""
        over: list[str] = []
        for name in [name for name in self.fields if name in self.unsaved and name in self.base]:
            present = form_values.shown(name, content.base.get(name))
            if form_values.has_new(self.base[name]):  # it was stored just now: that is what has become of it
                self.base[name] = present
            if present != self.base[name]:
                self._overtaken.add(name)
                shown = content.names.get((self.specs[name].of, present), present)
                self.fields[name].set_problem(
                    f"This was changed meanwhile to “{str(shown)[:200]}”. What you typed is kept.",
                    {
                        "Keep what I typed": lambda name=name, present=present: insist(name, present),
                        "Take the change": lambda name=name: give_way(name),
                    },
                )
            elif name in self._overtaken:
                self.accept(name)
                over += [] if self.fields[name].holds_focus() else [name]
        return over

    def _holds_stored(self, name: str) -> bool:
        """Whether what is in a field means the value that is stored."""
        try:
            return name in self.base and self.fields[name].value() == self.base[name]
        except BadValue:
            return False
