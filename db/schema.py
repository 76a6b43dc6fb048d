"""The public format of a library file: what each table and column holds, for readers in R, pandas or any SQL tool."""

from __future__ import annotations

APPLICATION_ID = 0x50524C59  # "PRLY"
FORMAT = 4  # PRAGMA user_version of the files this program writes

_ID = "number of the row, never used twice"
_UID = "identity across files; readable for shipped meetings and sources, else a UUID"
_RECORD = {
    "record_kind": "kind of record this stands on (meeting, participation, outcome, quote, …)",
    "record_uid": "uid of that record",
}
_FIELD = "column of that record; NULL stands for the record as a whole"

DESCRIPTIONS: dict[str, dict[str, str]] = {
    "meetings": {
        "": "one round, summit, ministerial, congress, working-group or experts' meeting",
        "kind": "round, summit, ministerial, congress or working-group",
        "number": "its number among meetings of its kind; NULL when it has none",
        "title": "title",
        "starts": "first day, ISO 8601, may be partial; NULL is not known",
        "ends": "last day, likewise",
        "city": "city, as named at the time",
        "country": "country",
        "venue": "building, or how it was held",
        "held": "held; planned (seen only as a plan); unconfirmed",
        "summary": "what to know about the meeting, in our words",
    },
    "events": {
        "": "something that happened between meetings, such as an exchange of detainees",
        "kind": "detainee-exchange or other",
        "number": "its number in its series",
        "title": "what it was called",
        "happened": "day, ISO 8601, may be partial",
        "place": "place",
        "topic_id": "the topic it belongs to",
        "note": "what else is known",
    },
    "parties": {
        "": "a state, organisation or side that takes part in meetings",
        "name": "name",
        "short_name": "short name for lists and tables",
        "kind": "state, government, opposition, organisation or delegates",
    },
    "people": {"": "a person who speaks or leads a delegation", "name": "name"},
    "participations": {
        "": "one party at one meeting in one role",
        "meeting_id": "the meeting",
        "party_id": "the party",
        "role": "guarantor, conflict-party, mediator, observer, host, humanitarian-organisation, participant (unsaid)",
        "attendance": "reported; announced (a plan, not proof); invited; absent; declined; presumed-member",
        "head_id": "who led the delegation",
        "head_title": "the title of that person then",
        "note": "what else is known",
    },
    "outcomes": {
        "": "one result of a meeting",
        "meeting_id": "the meeting",
        "position": "place in the meeting's list, from 1",
        "act": "signed, adopted, agreed, established, discussed or expressed",
        "act_as_worded": "the source's own word for the act",
        "actor": "who did it",
        "text": "the result, in our words",
        "note": "what else is known",
    },
    "topics": {
        "": "an issue followed across meetings; a tree",
        "name": "short name",
        "label": "name for people",
        "parent_id": "the wider topic",
        "description": "what falls under it",
    },
    "outcome_topics": {
        "": "an outcome under a topic",
        "outcome_id": "the outcome",
        "topic_id": "the topic",
    },
    "quotes": {
        "": "words of a speaker",
        "meeting_id": "the meeting at which, or about which, it was said",
        "speaker_id": "who said it",
        "party_id": "for which party",
        "speaker_title": "the speaker's title then",
        "said_on": "day, ISO 8601, may be partial",
        "form": "direct (verbatim words) or indirect (reported speech)",
        "language": "language of the text (ISO 639-1)",
        "text": "the words; direct ones verbatim as the source prints them, indirect ones in the words of the report",
        "position": "place in the meeting's list, from 1",
    },
    "sources": {
        "": "a document",
        "title": "title",
        "publisher": "who published it",
        "url": "address",
        "published": "date of publication, ISO 8601, may be partial",
        "published_basis": "shown (by the source), inferred, or none",
        "language": "language (ISO 639-1)",
        "text": "the full text, where we have it",
        "text_sha256": "SHA-256 of that text in UTF-8, hexadecimal",
        "file_sha256": "the original file, in table files",
        "note": "what it was used for, and remarks",
        "type": "news, statement, treaty, speech, report, article, book, chapter, web, dataset or other",
        "authors": "who wrote it: Family, Given; parted by semicolons",
        "accessed": "day on which the address was looked at, ISO 8601, may be partial",
        "archive_url": "address of a copy in a web archive",
        "rights": "who holds the rights, or the licence",
        "pages": "JSON list of the first character of each page in text, with what is printed on it if not 1, 2, 3 …",
    },
    "citations": {
        "": "a passage or a document behind one value of one record",
        "source_id": "the source; NULL when the value is recalled and no source was seen",
        **_RECORD,
        "field": f"{_FIELD}: all its values that have no citation of their own",
        "relation": "states, contradicts, or inferred (the value is inferred from it)",
        "basis": "seen (read in the source) or recalled (not checked)",
        "starts": "first character of the passage in sources.text, in Unicode code points from 0",
        "ends": "the character after its last",
        "exact": "the passage, verbatim",
        "prefix": "up to 32 characters before it",
        "suffix": "up to 32 characters after it",
        "as_worded": "the value in the source's own words, where we hold no text",
        "page": "page of the document, or another place in it, as its readers find it",
        "anchor": "moved or orphan when the text was changed and the passage stands at no known place; else NULL",
        "moved_starts": "where a moved passage seems to stand now; NULL where several places look alike",
        "moved_ends": "the character after its last there",
        "moved_score": "how like it that is, from 0 to 1; 1 where the same words stand in the same surroundings, once",
    },
    "readings": {
        "": "one of several values that sources give on one point",
        **_RECORD,
        "field": "column of that record; NULL when the point is no single field",
        "about": "the point on which sources disagree",
        "value": "what is said",
        "adopted": "1 for the value that we follow",
        "reason": "why we follow it",
    },
    "aliases": {
        "": "another spelling of a party, person, place or term",
        "record_kind": "party, person, place or term",
        "record_uid": "uid of the party or person; NULL for places and terms",
        "canonical": "the usual spelling",
        "form": "this spelling",
        "language": "language it is used in (ISO 639-1)",
        "note": "remarks, such as a known misprint",
    },
    "notes": {
        "": "an annotation on a record, a field or a passage",
        **_RECORD,
        "field": _FIELD,
        "citation_id": "the passage it stands on",
        "body": "the text",
        "author": "who wrote it",
        "made_at": "when, ISO 8601 in UTC",
    },
    "tags": {
        "": "a researcher's own code; a tree",
        "name": "name",
        "parent_id": "the wider tag",
        "colour": "colour as #rrggbb",
        "description": "what it means",
    },
    "taggings": {"": "a tag on a record", "tag_id": "the tag", **_RECORD},
    "searches": {
        "": "a search of quotes that is kept, to be made again",
        "name": "what people call it",
        "query": "what is searched for, in the language of the search field",
        "ordering": "order of what is found: date (newest first), oldest (first), best (best match), speaker, length",
    },
    "files": {
        "": "the bytes of an imported document, kept once for each content",
        "sha256": "SHA-256 of the bytes, hexadecimal",
        "name": "file name when imported",
        "media_type": "media type",
        "bytes": "the file",
    },
    "revisions": {
        "": "one step of work, by one author; the history of the library",
        "label": "what was done",
        "author": "who did it",
        "made_at": "when, ISO 8601 in UTC",
        "kind": "edit, undo, redo, take-back, or dataset (shipped with the library)",
        "reverts": "the revision that it takes back",
    },
    "changes": {
        "": "one row written by a revision",
        "revision_id": "the revision",
        "table_name": "table",
        "row_id": "id of the row",
        "row_uid": "uid of the row",
        "operation": "insert, update or delete; an update without any column says that a citation was looked at again",
        "before": "JSON of the values before: the changed columns of an update, all columns of a deleted row",
        "after": "JSON of the changed columns after an update",
    },
    "open_revision": {"": "the revision being written; empty whenever nobody writes", "revision_id": "the revision"},
    "library": {
        "": "facts about the file",
        "key": (
            "name of the fact; “two” with a kind and two uids: records that are two, however alike their names; "
            "quote_index, record_index: version and state of that index, and the newest change that it knows of"
        ),
        "value": "the fact",
    },
    "_sqlite_migrations": {
        "": "the steps that made these tables, kept by sqlite-utils",
        "id": "number of the row",
        "migration_set": "always parley",
        "name": "name of the step",
        "applied_at": "when it was done",
    },
    "meeting_overview": {
        "": "view: one meeting a row, flat, with counts",
        "uid": _UID,
        "kind": "kind",
        "number": "number",
        "title": "title",
        "starts": "first day",
        "ends": "last day",
        "city": "city",
        "held": "held, planned or unconfirmed",
        "guarantors": "names of the guarantors, reported or announced",
        "participations": "number of participant lines",
        "outcomes": "number of outcomes",
        "quotes": "number of quotes",
        "disputed": "number of points on which sources disagree",
        "notes": "number of notes on the meeting or on its participant lines, outcomes and quotes",
    },
    "quote_overview": {
        "": "view: one quote a row, flat",
        "uid": _UID,
        "meeting": "uid of the meeting",
        "meeting_title": "title of the meeting",
        "speaker": "speaker",
        "speaker_title": "title then",
        "party": "party",
        "role": "role of that party at the meeting",
        "said_on": "day",
        "form": "direct or indirect",
        "language": "language",
        "text": "the words",
        "source": "uid of a source",
        "source_title": "title of that source",
        "verification": "what comparing the words with their sources gave; see quote_checks",
    },
    "quote_index": {
        "": "full-text index of quotes (FTS5), made from them at will; rowid = day × 2^32 + 2^32 − 1 − quotes.id",
        "text": "the words without case, marks and punctuation, letters that stand for one another as one",
        "speaker": "name and title of the speaker, likewise",
        "whole": "of both: words with a hyphen or an apostrophe inside, joined",
        "latin": "of both: words of other letters in Latin ones, Latin ones as they are written elsewhere (ü as ue)",
        "keys": "of both: how words sound that may be names: 0, consonants by classes, 0 (1 without vowels), letters",
        "facets": (
            "tokens to filter by: all, f (form), y (year; ynone), s (speaker id; snone), p (party id), r (role), "
            "m (meeting id), k (its kind), t (tag id), d (source id), v (check; vnone), n (has a note), "
            "w (words in it, up to 1000)"
        ),
    },
    "quote_terms": {
        "": "every term of quote_index (fts5vocab)",
        "term": "the term",
        "doc": "number of quotes that have it",
        "cnt": "how often it occurs",
    },
    "quote_words": {
        "": "each term of quote_index of four letters or more, but facets, and w tokens; also those of quotes now gone",
        "word": "the term",
    },
    "quote_places": {
        "": "where each quote stands in quote_index",
        "quote_id": "the quote",
        "place": "rowid in quote_index",
    },
    "record_index": {
        "": "full-text index of records and of paragraphs of sources (FTS5), made at will; rowid = record_places.place",
        "name": "what the record is called, in words as in quote_index.text",
        "text": "all else that it says, or the paragraph, likewise",
        "whole": "of both: words with a hyphen or an apostrophe inside, joined",
        "latin": "of both: words of other letters in Latin ones, Latin ones as they are written elsewhere (ü as ue)",
        "keys": "of both: how words sound that may be names, as in quote_index.keys",
        "facets": "tokens to filter by: all, k and the kind of record (kpassage for a paragraph)",
    },
    "record_words": {
        "": "the words of record_index of four letters and more, each once; one too many does no harm",
        "word": "the word",
    },
    "record_places": {
        "": "what each row of record_index was made from",
        "place": "rowid in record_index",
        "kind": "kind of record, or passage: a paragraph of the text of a source",
        "record_id": "id of the record or source in its table",
        "starts": "first character of the paragraph in sources.text, in Unicode code points from 0",
        "ends": "the character after its last",
        "digest": "of what was taken in, to see what changed",
    },
    "quote_checks": {
        "": "what comparing each quote with the texts of the sources that it cites gave; made anew at will",
        "quote_id": "the quote",
        "result": "verbatim; marks (but for these, spaces, words in []); differs; missing; no-text (none is held)",
        "source_id": "the source in which it stands, or what is most like it",
        "starts": "first character of that passage in sources.text",
        "ends": "the character after its last",
        "score": "how much of it is alike, from 0 to 1",
    },
}
"""What one row of each table or view is (under the empty key), and what each column holds."""

JOURNALED = (
    "topics", "parties", "people", "meetings", "events", "participations", "outcomes", "outcome_topics", "quotes",
    "sources", "citations", "readings", "aliases", "notes", "tags", "taggings", "searches",
)  # fmt: skip
"""Tables that people edit: every write to them is logged by triggers. All have the columns id and uid."""


def describe(table: str, column: str) -> str:
    """What a column holds; KeyError when it is not described."""
    if table in JOURNALED or table == "revisions" or table == "changes":
        common = {"id": _ID, "uid": _UID}
        if column in common:
            return common[column]
    return DESCRIPTIONS[table][column]
