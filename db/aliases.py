"""Aliases: other spellings of parties, people, places and terms."""

from __future__ import annotations

from collections.abc import Iterable
from json import dumps
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import references, twins, values
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
        """A new spelling; its uid. Needs a kind and a form; the usual one of a party or person is its name."""
        return self._add(self._with_usual(given), uid)

    def edit(self, uid: str, **given: Unpack[AliasValues]) -> None:
        """Change fields of a spelling."""
        self._edit(uid, given)

    def of(self, record: Record) -> list[Alias]:
        """The spellings of a party or person, in the order in which they were added."""
        with self._library.reading() as conn:
            return self._select(conn, "WHERE record_kind = ? AND record_uid = ? ORDER BY id", record)

    def add_spellings(self, kind: str, uid: str, forms: Iterable[str]) -> None:
        """File spellings under a party or person, those that are its name or are there already passed over."""
        known = {alias.form for alias in self.of(Record(kind, uid))} | {self._library.noun(kind).get(uid).name}
        for form in dict.fromkeys(forms):
            if form not in known:
                self.add(record_kind=kind, record_uid=uid, form=form)

    def of_term(self, *names: str) -> list[Alias]:
        """The spellings of a term that goes by some names, in the order in which they were added."""
        with self._library.reading() as conn:
            where = "WHERE record_kind = 'term' AND canonical IN (SELECT value FROM json_each(?)) ORDER BY id"
            return self._select(conn, where, [dumps(names)])

    def add_terms(self, canonical: str, forms: Iterable[str]) -> None:
        """File spellings of a term, those that are there already passed over."""
        known = {alias.form for alias in self.of_term(canonical)}
        for form in dict.fromkeys(forms):
            if form not in known:
                self.add(record_kind="term", canonical=canonical, form=form)

    def refile_terms(self, names: Iterable[str], canonical: str) -> None:
        """File the spellings of a term under the name that it has now; those that are there already are joined."""
        with self._library.revise("Edit spelling") as db:
            for alias in self.of_term(*names):
                there = (known for known in self.of_term(canonical) if _are_one(known, alias))
                if same := next(there, None):
                    twins.join_spellings(db.conn, same.uid, alias.uid)
                else:
                    self._edit(alias.uid, {"canonical": canonical})

    def _with_usual(self, given: AliasValues) -> AliasValues:
        kind, uid = given.get("record_kind"), given.get("record_uid")
        if "canonical" in given or not uid or kind not in ("party", "person"):
            return given
        with self._library.reading() as conn:
            found = conn.execute(f"SELECT name FROM {RECORD_KINDS[kind]} WHERE uid = ?", [uid]).fetchone()
        return {"canonical": found[0], **given} if found else given

    def _check(self, draft: Draft) -> None:
        conn, row, whole = draft
        kind, record = whole["record_kind"], whole.get("record_uid")
        if kind in ("party", "person"):
            if record is None:
                raise BadValue(f"Choose the {kind} whose spelling this is.", "record_uid")
            references.check_record(conn, kind, record)
            named = conn.execute(f"SELECT name FROM {RECORD_KINDS[str(kind)]} WHERE uid = ?", [record])
            row["canonical"] = whole["canonical"] = named.fetchone()[0]
        elif record is not None:
            raise BadValue(f"A {kind} is no record: give its usual spelling instead.", "record_uid")
        present = conn.execute(
            "SELECT form FROM aliases WHERE record_kind = :kind AND record_uid IS :record AND language IS :language "
            "AND (record_uid IS NOT NULL OR canonical = :usual) AND uid <> :uid",
            {"kind": kind, "record": record, "usual": whole["canonical"], "language": whole.get("language"),
             "uid": whole["uid"]},
        )  # fmt: skip
        form = str(whole["form"])
        if any(other.strip() == form.strip() for (other,) in present):
            usual = values.quoted(whole["canonical"])
            raise BadValue(f"{values.quoted(form)} is among the spellings of {usual} already.", "form")


def _are_one(one: Alias, other: Alias) -> bool:
    """Whether two spellings of a name are one; a language that is not known may be any."""
    languages = {one.language, other.language} - {None}
    return one.uid != other.uid and one.form.strip() == other.form.strip() and len(languages) < 2
