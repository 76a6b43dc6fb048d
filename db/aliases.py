"""Aliases: other spellings of parties, people, places and terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references, values
from db.errors import BadValue
from db.records import Draft, Records
from db.references import Record
from db.vocabulary import ALIAS_KINDS, RECORD_KINDS


class Alias(NamedTuple):
    """One spelling as it is stored."""

    id: int
    uid: str
    record_kind: str
    record_uid: str | None
    canonical: str
    form: str
    language: str | None
    note: str | None


class AliasValues(TypedDict, total=False):
    """What people edit of a spelling; `record_uid` for parties and people, `canonical` for places and terms."""

    record_kind: str
    record_uid: str | None
    canonical: str
    form: str
    language: str | None
    note: str | None


class Aliases(Records[Alias]):
    """The spellings of a library."""

    kind, table, label, title, row = "alias", "aliases", "spelling", "form", Alias
    required = ("record_kind", "canonical", "form")
    words: ClassVar = {"record_kind": ALIAS_KINDS}

    def add(self, *, uid: str | None = None, **given: Unpack[AliasValues]) -> str:
        """A new spelling; its uid. Needs a kind and a form; a party or person lends its name as the usual one."""
        return self._add(self._with_usual(given), uid)

    def edit(self, uid: str, **given: Unpack[AliasValues]) -> None:
        """Change fields of a spelling."""
        self._edit(uid, given)

    def of(self, record: Record) -> list[Alias]:
        """The spellings of a party or person, in the order in which they were added."""
        with self._library.reading() as conn:
            return self._select(conn, "WHERE record_kind = ? AND record_uid = ? ORDER BY id", record)

    def add_spellings(self, kind: str, uid: str, canonical: str, forms: Iterable[str]) -> None:
        """File spellings under a record, those that are its name or are there already passed over."""
        known = {alias.form for alias in self.of(Record(kind, uid))} | {canonical}
        for form in forms:
            if form not in known:
                self._add({"record_kind": kind, "record_uid": uid, "canonical": canonical, "form": form})

    def add_terms(self, canonical: str, forms: Iterable[str]) -> None:
        """File spellings of a term, those that are there already passed over."""
        with self._library.reading() as conn:
            rows = conn.execute("SELECT form FROM aliases WHERE record_kind = 'term' AND canonical = ?", [canonical])
            known = {row[0] for row in rows}
        for form in dict.fromkeys(forms):
            if form not in known:
                self._add({"record_kind": "term", "canonical": canonical, "form": form})

    def _with_usual(self, given: AliasValues) -> AliasValues:
        kind, uid = given.get("record_kind"), given.get("record_uid")
        if "canonical" in given or not uid or kind not in ("party", "person"):
            return given
        with self._library.reading() as conn:
            found = conn.execute(f"SELECT name FROM {RECORD_KINDS[kind]} WHERE uid = ?", [uid]).fetchone()
        return {"canonical": found[0], **given} if found else given

    def _check(self, draft: Draft) -> None:
        conn, _, whole = draft
        kind, record = whole["record_kind"], whole.get("record_uid")
        if kind in ("party", "person"):
            if record is None:
                raise BadValue(f"Choose the {kind} whose spelling this is.", "record_uid")
            references.check_record(conn, kind, record)
        elif record is not None:
            raise BadValue(f"A {kind} is no record: give its usual spelling instead.", "record_uid")
        same = conn.execute(
            "SELECT 1 FROM aliases WHERE record_kind = ? AND record_uid IS ? AND canonical = ? AND form = ? "
            "AND language IS ? AND uid <> ?",
            [kind, record, whole["canonical"], whole["form"], whole.get("language"), whole["uid"]],
        ).fetchone()
        if same:
            form, usual = values.quoted(whole["form"]), values.quoted(whole["canonical"])
            raise BadValue(f"{form} is among the spellings of {usual} already.", "form")
