"""Which fields the form of each kind of record has, in order, and the editor of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from db import vocabulary
from db.schema import DESCRIPTIONS
from db.vocabulary import field_label
from desktop.forms.colour_field import ColourField
from desktop.forms.field_editor import FieldEditor
from desktop.forms.name_field import NameField
from desktop.forms.simple_fields import ChoiceField, DateField, LineField, NumberField, TextField
from desktop.forms.token_field import TokenField
from desktop.session import Session


class Field(NamedTuple):
    """One field of a form: the argument that it edits and how.

    `editor` is line, text, date, number, choice, colour, name or tokens; `of` the kind of record that it names;
    `unknown` the word for having no value, empty when there must be one; `hint` says in an empty field what goes in.
    """

    name: str
    editor: str = "line"
    unknown: str = "not known"
    words: Mapping[str, str] = {}
    of: str = ""
    hint: str = ""


TWO_LETTERS = "Two letters, such as en, ru, ar, fa or tr"

_TAGS = Field("tags", "tokens", of="tag")
_NOTE = Field("note", "text", "none")
_LANGUAGE = Field("language")

FORMS: dict[str, tuple[Field, ...]] = {
    "meeting": (
        Field("kind", "choice", "", vocabulary.MEETING_KINDS),
        Field("number", "number", "none"),
        Field("title", unknown=""),
        Field("starts", "date"),
        Field("ends", "date"),
        Field("city"),
        Field("country"),
        Field("venue"),
        Field("held", "choice", "", vocabulary.HELD),
        Field("summary", "text", "none"),
        _TAGS,
    ),
    "event": (
        Field("kind", "choice", "", vocabulary.EVENT_KINDS),
        Field("number", "number", "none"),
        Field("title", unknown=""),
        Field("happened", "date"),
        Field("place"),
        Field("topic", "name", "none", of="topic"),
        _NOTE,
        _TAGS,
    ),
    "party": (
        Field("name", unknown=""),
        Field("short_name", unknown="none"),
        Field("kind", "choice", "", vocabulary.PARTY_KINDS),
        Field("spellings", "tokens", of="spelling"),
        _TAGS,
    ),
    "person": (Field("name", unknown=""), Field("spellings", "tokens", of="spelling"), _TAGS),
    "participation": (
        Field("party", "name", "", of="party"),
        Field("role", "choice", "", vocabulary.ROLE),
        Field("attendance", "choice", "", vocabulary.ATTENDANCE),
        Field("head", "name", of="person"),
        Field("head_title"),
        _NOTE,
        _TAGS,
    ),
    "outcome": (
        Field("act", "choice", "", vocabulary.ACTS),
        Field("text", "text", ""),
        Field("topics", "tokens", of="topic"),
        Field("act_as_worded"),
        Field("actor"),
        _NOTE,
        _TAGS,
    ),
    "topic": (
        Field("label", unknown=""),
        Field("name", unknown=""),
        Field("parent", "name", "none", of="topic"),
        Field("description", "text", "none"),
        _TAGS,
    ),
    "quote": (
        Field("form", "choice", "", vocabulary.FORMS),
        Field("text", "text", ""),
        Field("speaker", "name", of="person"),
        Field("speaker_title"),
        Field("party", "name", of="party"),
        Field("said_on", "date"),
        Field("language"),
        Field("meeting", "name", "none", of="meeting"),
        _TAGS,
    ),
    "source": (
        Field("type", "choice", "not known", vocabulary.SOURCE_TYPES),
        Field("title", unknown="", hint="As the source itself has it"),
        Field("authors", hint="Family, Given; Family, Given"),
        Field("publisher", hint="Newspaper, agency, ministry, journal"),
        Field("published", "date", hint="16 March 2018, March 2018 or 2018"),
        Field("published_basis", "choice", "", vocabulary.DATE_BASES),
        Field("url", hint="https://…"),
        Field("accessed", "date", hint="The day on which you looked at it"),
        Field("archive_url", unknown="none", hint="https://… in a web archive"),
        Field("language", hint=TWO_LETTERS),
        Field("rights", hint="Who holds them, or the licence"),
        Field("note", "text", "none", hint="What it was used for, and remarks"),
        Field("text", "text", "not held"),
        _TAGS,
    ),
    "reading": (
        Field("about", unknown=""),
        Field("value", "text", ""),
        Field("field", "choice", "no single field"),
        Field(
            "adopted", "choice", "", {"1": "we follow this one; its field says so where it fits", "0": "not followed"}
        ),
        Field("reason", "text", "none"),
    ),
    "alias": (
        Field("form", unknown=""),
        Field("record_kind", "choice", "", {kind: vocabulary.ALIAS_KINDS[kind] for kind in ("place", "term")}),
        Field("canonical", unknown=""),
        _LANGUAGE,
        _NOTE,
    ),
    "tag": (
        Field("name", unknown=""),
        Field("parent", "name", "none", of="tag"),
        Field("colour", "colour", "none"),
        Field("description", "text", "none"),
    ),
    "note": (Field("body", "text", ""), Field("field", "choice", "the whole"), _TAGS),
    "citation": (
        Field("field", "choice", "the whole"),
        Field("relation", "choice", "", vocabulary.RELATIONS),
        Field("basis", "choice", "", vocabulary.BASES),
        Field("page", unknown="none"),
        Field("as_worded", "text", "none"),
        _TAGS,
    ),
}
"""The fields of the form of each kind of record."""

BEGUN = {"meeting": {"held": "held"}, "reading": {"adopted": 0}, "source": {"published_basis": "none"}}
"""What a new record of a kind begins with."""

CARRIED = {"participation": ("role", "attendance"), "outcome": ("act",), "quote": ("form", "language")}
"""What a further record of a kind takes over from the one that was entered before."""


def make_field(session: Session, kind: str, field: Field, place: str | None) -> FieldEditor:
    """The editor of a field; `place` is the kind of record on which a note or reading stands."""
    label = field_label(kind, field.name)
    if field.editor == "choice":
        return ChoiceField(label, field.words or _fields_of(place), field.unknown)
    if field.editor == "name":
        return NameField(session, field.of, label, unknown=field.unknown)
    if field.editor == "tokens":
        return TokenField(session, field.of, label)
    simple = {"line": LineField, "text": TextField, "date": DateField, "number": NumberField, "colour": ColourField}
    made = simple[field.editor](label, field.unknown)
    made.hint(field.hint)
    return made


def _fields_of(kind: str | None) -> dict[str, str]:
    """The fields of a kind of record that a note or reading may be about."""
    if kind is None or kind == "library":
        return {}
    columns = DESCRIPTIONS[vocabulary.RECORD_KINDS[kind]]
    return {name: field_label(kind, name) for name in columns if name and not name.endswith("sha256")}
