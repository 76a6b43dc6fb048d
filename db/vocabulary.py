"""The words that a field may hold, each with its label for people; the order is the order of display."""

from __future__ import annotations

MEETING_KINDS = {
    "round": "Round",
    "summit": "Summit",
    "ministerial": "Ministerial",
    "congress": "Congress",
    "working-group": "Working group",
}
KIND_PLURALS = {
    "round": "Rounds",
    "summit": "Summits",
    "ministerial": "Ministerials",
    "congress": "Congress",
    "working-group": "Working groups",
    "detainee-exchange": "Exchanges of detainees",
    "other": "Other events",
}
"""Kinds of meetings and events as headings of many."""
EVENT_KINDS = {"detainee-exchange": "Exchange of detainees", "other": "Other event"}
HELD = {"held": "held", "planned": "planned; that it met was not seen", "unconfirmed": "not confirmed"}
PARTY_KINDS = {
    "state": "State",
    "government": "Government side",
    "opposition": "Opposition side",
    "organisation": "Organisation",
    "delegates": "Delegates of several sides",
}
ROLES = {
    "guarantor": "Guarantors",
    "conflict-party": "Conflict parties",
    "mediator": "Mediator",
    "observer": "Observers",
    "host": "Host",
    "humanitarian-organisation": "Humanitarian organisations",
    "participant": "Participants (role not said)",
}
ROLE = {
    "guarantor": "guarantor",
    "conflict-party": "conflict party",
    "mediator": "mediator",
    "observer": "observer",
    "host": "host",
    "humanitarian-organisation": "humanitarian organisation",
    "participant": "participant",
}
ATTENDANCE = {
    "reported": "reported",
    "announced": "announced only",
    "invited": "invited",
    "absent": "absent",
    "declined": "declined",
    "presumed-member": "presumed, as a member",
}
ACTS = {
    "signed": "signed",
    "adopted": "adopted",
    "agreed": "agreed",
    "established": "established",
    "discussed": "discussed",
    "expressed": "expressed",
}
FORMS = {"direct": "direct speech", "indirect": "reported speech"}
RELATIONS = {"states": "states", "contradicts": "contradicts", "inferred": "inferred from"}
BASES = {"seen": "read in the source", "recalled": "recalled, not checked"}
RECALLED = "recalled, no source"
"""What a citation is called that names no source and no words."""
DATE_BASES = {"shown": "date shown by the source", "inferred": "date inferred", "none": "undated"}
SOURCE_TYPES = {
    "news": "news report",
    "statement": "statement or communiqué",
    "treaty": "agreement or treaty",
    "speech": "speech or interview",
    "report": "report",
    "article": "journal article",
    "book": "book",
    "chapter": "chapter of a book",
    "web": "web page",
    "dataset": "dataset",
    "other": "other document",
}
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "it": "Italian", "kk": "Kazakh", "ru": "Russian", "tr": "Turkish",
}  # fmt: skip
"""Names of languages; one that is not here is shown by its code."""
ANCHORS = {"moved": "moved: to be looked at", "orphan": "not found in the text any more"}
"""What a passage is whose place in a changed text is not known; one that stands where it is said to has no word."""
CHECKS = {
    "verbatim": "verbatim",
    "marks": "verbatim but for marks, spaces or words in brackets",
    "differs": "differs from the source",
    "missing": "not found in the source",
    "no-text": "not checked: no text of the source is held",
}
"""What comparing a quote with its sources gave; marks are quotation marks, dashes, and a stop at the end,
words in brackets those that the quoter put in."""
CHECK_NAMES = {
    "verbatim": "verbatim",
    "marks": "verbatim but for marks or brackets",
    "differs": "differs from its source",
    "missing": "not in its source",
    "no-text": "no text to compare with",
    "none": "not compared",
}
"""The same as choices to narrow by; `none` was compared with nothing."""
RECORD_KINDS = {
    "meeting": "meetings",
    "event": "events",
    "party": "parties",
    "person": "people",
    "participation": "participations",
    "outcome": "outcomes",
    "topic": "topics",
    "quote": "quotes",
    "source": "sources",
    "citation": "citations",
    "reading": "readings",
    "alias": "aliases",
    "note": "notes",
    "tag": "tags",
    "search": "searches",
    "library": "library",
}
"""Each kind of record that a citation, note, tag or reading can stand on, with its table."""

FIELDS = {
    "act": "Act",
    "act_as_worded": "Act in the source’s words",
    "actor": "Who did it",
    "accessed": "Looked at",
    "anchor": "State of the passage",
    "archive_url": "Archived copy",
    "about": "Point in dispute",
    "adopted": "Followed",
    "as_worded": "In the source’s words",
    "attendance": "Attendance",
    "author": "Author",
    "authors": "Authors",
    "basis": "Basis",
    "body": "Note",
    "canonical": "Usual spelling",
    "citation": "Passage",
    "city": "City",
    "colour": "Colour",
    "country": "Country",
    "description": "Description",
    "ends": "Last day",
    "exact": "Passage",
    "field": "Field",
    "file_sha256": "Original file",
    "form": "Form",
    "happened": "Day",
    "head": "Head of delegation",
    "head_title": "Title of the head",
    "held": "Held",
    "kind": "Kind",
    "label": "Name for people",
    "language": "Language",
    "made_at": "Written",
    "meeting": "Meeting",
    "moved_ends": "Seems to end at character",
    "moved_score": "How alike",
    "moved_starts": "Seems to begin at character",
    "name": "Name",
    "note": "Remark",
    "number": "Number",
    "ordering": "Order",
    "page": "Page",
    "pages": "Pages",
    "parent": "Belongs under",
    "party": "Party",
    "place": "Place",
    "position": "Place in the list",
    "prefix": "Words before",
    "published": "Published",
    "published_basis": "Basis of the date",
    "publisher": "Publisher",
    "query": "Search",
    "reason": "Reason",
    "record_kind": "Kind",
    "record_uid": "Stands on",
    "relation": "Relation",
    "rights": "Rights",
    "role": "Role",
    "said_on": "Said on",
    "short_name": "Short name",
    "source": "Source",
    "speaker": "Speaker",
    "speaker_title": "Title of the speaker",
    "spellings": "Spellings",
    "starts": "First day",
    "suffix": "Words after",
    "summary": "Summary",
    "tag": "Tag",
    "tags": "Tags",
    "text": "Text",
    "text_sha256": "Digest of the text",
    "title": "Title",
    "topic": "Topic",
    "topics": "Topics",
    "type": "Type",
    "url": "Address",
    "value": "Value",
    "venue": "Venue",
}
_FIELDS_OF = {
    ("alias", "form"): "Spelling",
    ("citation", "starts"): "Begins at character",
    ("citation", "ends"): "Ends at character",
    ("quote", "form"): "Speech",
    ("quote", "text"): "Words",
    ("topic", "name"): "Short name",
}


def field_label(kind: str, field: str) -> str:
    """A field of a kind of record as people call it; `field` is a column or an argument of the verbs."""
    name = field.removesuffix("_id")
    return _FIELDS_OF.get((kind, name)) or FIELDS.get(name, name.replace("_", " ").capitalize())


ALIAS_KINDS = {"party": "party", "person": "person", "place": "place", "term": "term"}
REVISION_KINDS = {
    "edit": "Edit",
    "undo": "Undo",
    "redo": "Redo",
    "take-back": "Taken back",
    "dataset": "Shipped with the library",
}
