"""The points on which sources disagree: each value that they give, with its sources, as readings."""

from __future__ import annotations

from collections.abc import Mapping

from db.dataset.citing import check_field, cite
from db.dataset.draft import Draft, uid_of
from db.dataset.table import Table
from db.values import Value

Parts = Mapping[str, Mapping[str, str]]  # kind of record → key in the file → uid


def read_disputes(draft: Draft, table: Table, meeting: str, parts: Parts) -> None:
    """The disputes of one meeting; `on` names a participation or outcome, without it they stand on the meeting."""
    for dispute in table.tables("disputes"):
        about = dispute.text("about")
        kind, record = _record(dispute, meeting, parts)
        field = dispute.maybe_text("field")
        if field is not None:
            check_field(dispute, kind, field)
        adopted = 0
        for line in dispute.tables("values"):
            value, follow = line.text("value"), line.flag("adopted")
            adopted += follow
            uid = uid_of(record, "reading", about, value)
            values: dict[str, Value] = {"record_kind": kind, "record_uid": record, "field": field, "about": about}
            values |= {"value": value, "adopted": int(follow), "reason": line.maybe_text("reason")}
            draft.add("readings", uid, values, line, "value")
            cite(draft, line, "reading", uid)
            line.done()
        if adopted > 1:
            dispute.problem("values", "more than one value is adopted")
        if not dispute.peek("values"):
            dispute.problem("values", "is missing")
        dispute.done()


def _record(dispute: Table, meeting: str, parts: Parts) -> tuple[str, str]:
    """The kind and uid of the record that a dispute is about."""
    on = dispute.table("on")
    for kind, uids in parts.items():
        key = on.maybe_text(kind)
        if key is not None:
            if key not in uids:
                on.problem(kind, f"“{key}” is not in this file")
            on.done()
            return kind, uids.get(key, meeting)
    on.done()
    return "meeting", meeting
