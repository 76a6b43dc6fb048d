"""Citations: the keys `source`, `sources` and `recalled` that any record of the dataset may carry.

`sources` lists uids of sources, or tables: `source`, and if wanted `field` (a column; without it, all values that have
no citation of their own), `exact` with `nth` (a passage, verbatim), `as_worded`, `relation`. `source`, `exact` and
`nth` beside the values of a record are the short way for one. `recalled` is true for the whole record, or lists
columns.
"""

from __future__ import annotations

from db.dataset.draft import Draft, uid_of
from db.dataset.passages import locate
from db.dataset.table import Table
from db.errors import BadValue
from db.schema import DESCRIPTIONS
from db.values import Value
from db.vocabulary import RECORD_KINDS, RELATIONS

PASSAGE = ("starts", "ends", "exact", "prefix", "suffix")


def cite(draft: Draft, table: Table, kind: str, uid: str) -> None:
    """Read the citations of one record into the draft."""
    if "source" in table:
        cite_source(draft, table, kind, uid, None)
    cite_more(draft, table, kind, uid)


def cite_more(draft: Draft, table: Table, kind: str, uid: str) -> None:
    """Read the lists `sources` and `recalled` of one record, but not its own `source`."""
    for entry in table.tables("sources", short="source"):
        cite_source(draft, entry, kind, uid, _field(entry, kind))
        entry.done()
    _recall(draft, table, kind, uid)


def cite_source(draft: Draft, at: Table, kind: str, uid: str, field: str | None) -> None:
    """One citation: the keys source, exact, nth, as_worded and relation of `at`."""
    source = draft.refer("sources", at, "source")
    exact, nth = at.maybe_text("exact"), at.number("nth")
    relation = at.word("relation", RELATIONS) if "relation" in at else "states"
    values: dict[str, Value] = dict.fromkeys(PASSAGE)
    if source is None:
        if "source" not in at:
            at.problem("source", "is missing")
        return
    if exact is not None:
        values |= passage(draft, at, source.uid, exact, nth)
    values |= {"source_id": source.id, "relation": relation, "basis": "seen", "as_worded": at.maybe_text("as_worded")}
    _add(draft, at, kind, uid, field, values, source.uid, exact or "", str(nth or ""))


def passage(draft: Draft, at: Table, source: str, exact: str, nth: int | None, key: str = "exact") -> dict[str, Value]:
    """The columns of a passage in the text of a source; a problem when it does not stand there verbatim."""
    text = draft.texts.get(source)
    if text is None:
        at.problem(key, f"the full text of {source} is not in the dataset, so that no passage of it can be shown")
        return {}
    try:
        return locate(text, exact, nth)
    except BadValue as error:
        at.problem(key, f"{error} ({source})")
        return {}


def _recall(draft: Draft, table: Table, kind: str, uid: str) -> None:
    """The citations of what was recalled and not checked."""
    if "recalled" not in table:
        return
    if isinstance(table.peek("recalled"), bool):
        if table.flag("recalled"):
            _add_recalled(draft, table, kind, uid, None)
        return
    for entry in table.tables("recalled", short="field"):
        _add_recalled(draft, entry, kind, uid, _field(entry, kind))
        entry.done()


def _add_recalled(draft: Draft, at: Table, kind: str, uid: str, field: str | None) -> None:
    values: dict[str, Value] = dict.fromkeys((*PASSAGE, "source_id"))
    values |= {"relation": "states", "basis": "recalled", "as_worded": at.maybe_text("as_worded")}
    _add(draft, at, kind, uid, field, values, "recalled")


def _add(draft: Draft, at: Table, kind: str, uid: str, field: str | None, values: dict[str, Value], *name: str) -> None:
    record: dict[str, Value] = {"record_kind": kind, "record_uid": uid, "field": field}
    draft.add("citations", uid_of(uid, "citation", field or "", *name), record | values, at)


def _field(entry: Table, kind: str) -> str | None:
    """The column that a citation is about; a problem when the record has none of that name."""
    field = entry.maybe_text("field")
    if field is not None:
        check_field(entry, kind, field)
    return field


def check_field(at: Table, kind: str, field: str) -> None:
    """Report a field that is no column of the kind of record."""
    if field not in DESCRIPTIONS[RECORD_KINDS[kind]]:
        at.problem("field", f"“{field}” is not a column of {RECORD_KINDS[kind]}")
