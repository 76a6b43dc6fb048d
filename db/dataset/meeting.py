"""One meeting file: the meeting, who took part, what came of it, what was said, and on what the sources disagree."""

from __future__ import annotations

from db import dates
from db.dataset.citing import PASSAGE, cite, cite_more, cite_source, passage
from db.dataset.disputes import read_disputes
from db.dataset.draft import Draft, Ref, uid_of
from db.dataset.table import Table
from db.errors import BadValue
from db.values import Value
from db.vocabulary import ACTS, ATTENDANCE, FORMS, HELD, MEETING_KINDS, ROLES


def read_meeting(draft: Draft, table: Table, uid: str) -> None:
    """A meeting with all that stands on it."""
    values = _meeting(draft, table)
    meeting = Ref(draft.add("meetings", uid, values, table), uid, str(values["title"]))
    _cite_dates(draft, table, uid, both=values["ends"] is not None)
    cite(draft, table, "meeting", uid)
    parts = {"participation": _participations(draft, table, meeting), "outcome": _outcomes(draft, table, meeting)}
    _quotes(draft, table, meeting)
    read_disputes(draft, table, uid, parts)
    table.done()


def _meeting(draft: Draft, table: Table) -> dict[str, Value]:
    kind, number = table.word("kind", MEETING_KINDS), table.number("number")
    starts, ends = table.date("starts"), table.date("ends")
    try:
        dates.check_span(starts, ends)
    except BadValue as error:
        table.problem("ends", str(error))
    if number is not None:
        first = draft.refs.setdefault("numbers", {}).setdefault(f"{kind} {number}", Ref(0, "", table.file))
        if first.name != table.file:
            table.problem("number", f"{kind} {number} is {first.name} already")
    values: dict[str, Value] = {"kind": kind, "number": number, "title": table.text("title")}
    values |= {"starts": starts, "ends": ends, "city": table.maybe_text("city"), "country": table.maybe_text("country")}
    values |= {"venue": table.maybe_text("venue"), "held": table.word("held", HELD)}
    return values | {"summary": table.maybe_text("summary")}


def _cite_dates(draft: Draft, table: Table, uid: str, both: bool) -> None:
    """What `dates_from` lists stands behind the first day and the last."""
    for entry in table.tables("dates_from", short="source"):
        for field in ("starts", "ends") if both else ("starts",):
            cite_source(draft, entry, "meeting", uid, field)
        entry.done()


def _participations(draft: Draft, table: Table, meeting: Ref) -> dict[str, str]:
    """The participations; each one's uid by its key, which is `party/role` unless it has its own."""
    found: dict[str, str] = {}
    for line in table.tables("participations"):
        party, head = draft.refer("parties", line, "party"), draft.refer("people", line, "head")
        role = line.word("role", ROLES)
        if "party" not in line:
            line.problem("party", "is missing")
        key = line.maybe_text("key") or f"{line.peek('party')}/{role}"
        found[key] = uid_of(meeting.uid, "participation", key)
        values: dict[str, Value] = {"meeting_id": meeting.id, "party_id": party and party.id, "role": role}
        values |= {"attendance": line.word("attendance", ATTENDANCE), "head_id": head and head.id}
        values |= {"head_title": line.maybe_text("head_title"), "note": line.maybe_text("note")}
        draft.add("participations", found[key], values, line, "party")
        cite(draft, line, "participation", found[key])
        line.done()
    return found


def _outcomes(draft: Draft, table: Table, meeting: Ref) -> dict[str, str]:
    """The outcomes with their topics; each one's uid by its key."""
    found: dict[str, str] = {}
    for position, line in enumerate(table.tables("outcomes"), 1):
        key = line.text("key")
        uid = found[key] = uid_of(meeting.uid, "outcome", key)
        values: dict[str, Value] = {"meeting_id": meeting.id, "position": position, "act": line.word("act", ACTS)}
        values |= {"act_as_worded": line.maybe_text("act_as_worded"), "actor": line.maybe_text("actor")}
        values |= {"text": line.text("text"), "note": line.maybe_text("note")}
        outcome = draft.add("outcomes", uid, values, line, "key")
        for name in line.texts("topics"):
            if topic := draft.find("topics", name, line, "topics"):
                link: dict[str, Value] = {"outcome_id": outcome, "topic_id": topic.id}
                draft.add("outcome_topics", uid_of(uid, "topic", name), link, line, "topics")
        cite(draft, line, "outcome", uid)
        line.done()
    return found


def _quotes(draft: Draft, table: Table, meeting: Ref) -> None:
    """The quotes; each must stand verbatim in the full text of its source."""
    for position, line in enumerate(table.tables("quotes"), 1):
        key, text = line.text("key"), line.text("text")
        uid = uid_of(meeting.uid, "quote", key)
        speaker, party = draft.refer("people", line, "speaker"), draft.refer("parties", line, "party")
        values: dict[str, Value] = {"meeting_id": meeting.id, "speaker_id": speaker and speaker.id}
        values |= {"party_id": party and party.id, "speaker_title": line.maybe_text("speaker_title")}
        values |= {"said_on": line.date("said_on"), "form": line.word("form", FORMS)}
        values |= {"language": line.language("language"), "text": text, "position": position}
        draft.add("quotes", uid, values, line, "key")
        _cite_words(draft, line, uid, text)
        cite_more(draft, line, "quote", uid)
        line.done()


def _cite_words(draft: Draft, line: Table, uid: str, text: str) -> None:
    """The place of the quote's words in the text of its source."""
    if "source" not in line:
        line.problem("source", "is missing")
    source, nth = draft.refer("sources", line, "source"), line.number("nth")
    if source is None or not text:
        return
    values: dict[str, Value] = {"source_id": source.id, "record_kind": "quote", "record_uid": uid, "field": "text"}
    values |= {"relation": "states", "basis": "seen"} | dict.fromkeys((*PASSAGE, "as_worded"))
    values |= passage(draft, line, source.uid, text, nth, key="text")
    draft.add("citations", uid_of(uid, "citation", "text"), values, line)
