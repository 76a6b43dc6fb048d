"""Every field of every kind takes any text, as it is, or refuses it in words; nothing else can happen to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db import Cancel, Library, integrity, record_form
from db.digest import content_digest
from db.errors import BadValue, KnownError
from db.record_values import SETS, arguments
from db.records import new_uid
from db.references import Record

MEGABYTE = 1_000_000
LINE = "Предположительно 🕊 <b>\n"
HOSTILE = {
    "markup": "<img src=file:///etc/passwd><Iran> & &lt; <script>alert(1)</script> <b>",
    "breaks": "one\ntwo\r\nthree\rfour\u2028five\u2029six\x0bseven\x85eight",
    "scripts": "إعلان أستانا — Соглашение — 协议 — हिन्दी — ไทย — 한국어 — ελληνικά — עברית",
    "emoji": "🕊️ 👩🏽‍🚀 🇸🇾 \U0010ffff e\u0301\u0323 \u202eturned\u202c \u200b\ufeff",
    "signs": "'; DROP TABLE quotes; -- \" \\ % _ * ? \x01\x1b[31m {} %s $(x) `x` \t",
    "quotes of search": '"NEAR(" AND OR NOT text: ^ -',
    "blanks at the ends": "  two and three   ",
    "noncharacters": "a\ufdd0b\ufdd1c\ufffed\uffff",
    "a megabyte": LINE * (MEGABYTE // len(LINE.encode())),
    "a megabyte in one word": "x" * MEGABYTE,
}
IMPOSSIBLE = {"NUL": "a\0b", "half a character": "a\ud83d", "the other half": "\udc00b", "only NUL": "\0"}


@pytest.fixture(scope="module")
def shelf(empty, tmp_path_factory):
    """A library with a record of each kind, all fields free of what stands in the way of any text."""
    import shutil

    with Library(shutil.copy(empty, tmp_path_factory.mktemp("shelf") / "talks.parley"), author="Ada") as library:
        meeting = library.meetings.add(kind="round", title="Round")
        party = library.parties.add(name="Country A", kind="state")
        head = library.people.add(name="Ada")
        topic = library.topics.add(name="topic")
        source = library.sources.add(title="Source")
        on = Record("meeting", meeting)
        uids = {
            "meeting": meeting,
            "party": party,
            "person": head,
            "topic": topic,
            "source": source,
            "participation": library.participations.add(
                meeting=meeting, party=party, role="host", attendance="reported", head=head
            ),
            "outcome": library.outcomes.add(meeting=meeting, act="agreed", text="Text"),
            "event": library.events.add(kind="other", title="Event"),
            "quote": library.quotes.add(form="direct", text="Words", meeting=meeting, speaker=head),
            "citation": library.citations.add(on, as_worded="as"),
            "reading": library.readings.add(on, about="point", value="value"),
            "alias": library.aliases.add(record_kind="place", canonical="Astana", form="Nur-Sultan"),
            "note": library.notes.add(on, body="Body"),
            "tag": library.tags.add(name="tag"),
        }
        yield library, uids
        library.close()
        assert integrity.check(library.path) == []


KINDS = (
    "meeting", "event", "party", "person", "participation", "outcome", "topic", "quote", "source", "citation",
    "reading", "alias", "note", "tag",
)  # fmt: skip
NO_TEXT = {
    "number", "starts", "ends", "adopted", "record_kind", "record_uid", "field", "file_sha256", "colour", "author",
    "made_at", "pages", "url", "archive_url",
}  # fmt: skip
"""Fields that hold no free text, on any kind; those with a vocabulary, a date or a record are told by their nouns."""


def fields_of(library, kind):
    """The fields of a kind that a form can change, and those of them that hold any text."""
    noun = library.noun(kind)
    fields = set(arguments(noun)) - {"author", "made_at"}
    if kind in ("citation", "reading", "note"):
        fields -= {"record_kind", "record_uid"}
    return fields, {name for name in fields - NO_TEXT if name not in {*noun.words, *noun.dates, *noun.refers}}


def refusal(library, record, given):
    """The sentence with which what was given is refused; None when it was stored, or was so already."""
    try:
        record_form.store(library, record, given)
    except KnownError as error:
        return error
    return None


def digest(library):
    with library.reading() as conn:
        return content_digest(conn)


def test_the_kinds_are_all_kinds(shelf):
    assert shelf[1].keys() == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", HOSTILE)
def test_every_text_field_keeps_any_text_through_undo_and_redo(shelf, kind, name):
    library, uids = shelf
    record, before = Record(kind, uids[kind]), digest(library)
    for field in sorted(fields_of(library, kind)[1]):
        text = HOSTILE[name]
        assert record_form.store(library, record, {field: text})
        assert record_form.read(library, record, Cancel()).values[field] == text, field
        assert len(library.undo_labels()[0] or "") < 200
        library.undo()
        assert digest(library) == before
        library.redo()
        assert record_form.read(library, record, Cancel()).values[field] == text, field
        library.undo()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_every_field_refuses_in_words_what_no_text_can_hold(shelf, kind, name):
    library, uids = shelf
    record, before = Record(kind, uids[kind]), digest(library)
    for field in sorted(fields_of(library, kind)[0]):
        with pytest.raises(BadValue) as refused:
            record_form.store(library, record, {field: IMPOSSIBLE[name]})
        assert refused.value.field == field
        assert ("NUL" if "NUL" in name else "half of a character") in str(refused.value)
    for name_of_set in (name for name in SETS if kind in SETS[name]):
        with pytest.raises(BadValue) as refused:
            record_form.store(library, record, {name_of_set: (IMPOSSIBLE[name],)})
        assert refused.value.field == name_of_set
    assert digest(library) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [b"bytes", 1.5, float("nan"), 2**63, -(2**63) - 1, object()])
def test_every_field_refuses_what_is_neither_text_nor_number(shelf, kind, value):
    library, uids = shelf
    before = digest(library)
    for field in sorted(fields_of(library, kind)[0]):
        with pytest.raises(BadValue) as refused:
            record_form.store(library, Record(kind, uids[kind]), {field: value})
        assert refused.value.field == field
    assert digest(library) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", ["", "no such thing", -1, 0, 10**15, *HOSTILE.values()])
def test_every_other_field_keeps_what_it_takes_or_refuses_it_briefly(shelf, kind, value):
    library, uids = shelf
    record, before = Record(kind, uids[kind]), digest(library)
    for field in sorted(set.difference(*fields_of(library, kind))):
        refused = refusal(library, record, {field: value})
        if refused:
            assert len(str(refused)) < 300, field
            assert getattr(refused, "field", field) in (field, "source" if kind == "citation" else field)
        elif digest(library) != before:
            kept = record_form.read(library, record, Cancel()).values[field]
            assert kept == (value if str(value).strip() else None) or str(kept) == str(value), field
            library.undo()
        assert digest(library) == before, field


@pytest.mark.parametrize("name", HOSTILE)
def test_new_names_spellings_and_tags_take_any_text(shelf, name):
    from db.new_names import New

    library, uids = shelf
    text, before = HOSTILE[name], digest(library)
    record_form.store(library, Record("person", uids["person"]), {"spellings": (text,), "tags": (New("tag", text),)})
    content = record_form.read(library, Record("person", uids["person"]), Cancel())
    assert content.spellings == (text.strip(),)
    assert content.names["tag", content.tags[0]] == text.strip()
    line = {"head": New("person", text), "party": New("party", text, "state")}
    record_form.store(library, Record("participation", uids["participation"]), line)
    library.tags.rename(content.tags[0], f"{text}!")
    assert len(library.undo_labels()[0]) < 200
    for _ in range(3):
        library.undo()
    assert digest(library) == before


@pytest.mark.parametrize("name", HOSTILE)
def test_a_new_record_of_any_text_is_found_again(shelf, name):
    library, _ = shelf
    text, uid = HOSTILE[name], new_uid()
    record_form.store(library, Record("quote", uid), {"form": "direct", "text": text}, new=True)
    assert library.quotes.get(uid).text == text
    library.quotes.remove(uid)


ANY_TEXT = st.text(st.characters(codec=None), max_size=30)


@given(field=st.sampled_from(["text", "note", "actor", "act_as_worded", "act", "meeting"]), text=ANY_TEXT)
def test_whatever_is_typed_into_an_outcome_is_kept_or_refused(shelf, field, text):
    library, uids = shelf
    record = Record("outcome", uids["outcome"])
    refused = refusal(library, record, {field: text})
    if refused:
        assert getattr(refused, "field", None) == field
    else:
        assert record_form.read(library, record, Cancel()).values[field] == (text if text.strip() else None)


def test_a_megabyte_typed_in_many_sittings_is_one_step(shelf):
    library, uids = shelf
    record, into = Record("meeting", uids["meeting"]), None
    for length in range(1, 6):
        given_text = "Слово 🕊 " * (length * 20_000)
        into = record_form.store(library, record, {"summary": given_text}, into=into)
    library.undo()
    assert library.meetings.get(uids["meeting"]).summary is None
