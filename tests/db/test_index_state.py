import unicodedata
from hashlib import sha256

import pytest

from db import index_state, index_steps, quote_index, record_index
from db.index_state import VERSION, State
from db.references import Record
from db.search_words import columns

WORDS = "Önal Лавров لافروف İstanbul Қазақстан گفت‌وگو Dera'a de-escalation ﬁre ½ Große 停火 שלום"
AS_OF = {"5": ("eea3b23d8c464fe4", "a2bea08d8747ff06")}
"""By the number of the version digests of the words of many letters, and of the indexes of an invented library."""


def of_letters():
    found = sha256()
    for point in (*range(0x3000), *range(0x3000, 0xD800, 64), *range(0xF900, 0x20000, 16)):
        found.update("\0".join(columns(chr(point), f"Ba{chr(point)}ir")).encode())
    found.update("\0".join(columns(WORDS)).encode())
    return found.hexdigest()[:16]


def of_indexes(library):
    meeting = library.meetings.add(kind="round", number=1, title="First round", starts="2031-02", city="Quuxville")
    party = library.parties.add(name="Freedonia", kind="state", short_name="FR")
    person = library.people.add(name="Önder Əliyev-Лав")
    library.aliases.add(record_kind="person", record_uid=person, form="Ander Aliyev")
    library.participations.add(meeting=meeting, party=party, role="host", attendance="reported", head=person)
    library.outcomes.add(meeting=meeting, act="agreed", text="A zone", note="As printed")
    text = f"The first paragraph: {WORDS}\n\nThe second one, of “two words”."
    source = library.sources.add(title="Statement", text=text, published="2031")
    said = {"meeting": meeting, "speaker": person, "party": party, "form": "direct"}
    quote = library.quotes.add(text="two words", said_on="2031-02-03", speaker_title="Minister", **said)
    library.citations.add(Record("quote", quote), source=source)
    library.notes.add(Record("quote", quote), body="Which two?")
    library.tags.put(library.tags.add(name="zones", parent=library.tags.add(name="wide")), Record("quote", quote))
    library.readings.add(Record("meeting", meeting), about="place", value="Elsewhere")
    library.events.add(kind="other", title="An exchange", happened="2031")
    found = sha256()
    with library.reading() as conn:
        for table in ("quote_index", "record_index", "record_places"):
            for row in conn.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid"):
                found.update(repr(row).encode())
    return found.hexdigest()[:16]


@pytest.mark.skipif(unicodedata.unidata_version != "14.0.0", reason="letters of another version of Unicode")
def test_the_version_is_another_where_words_or_texts_are(library):
    """When this fails raise the number in VERSION and put the new digests here: old indexes are then made anew."""
    assert {VERSION.partition("/")[0]: (of_letters(), of_indexes(library))} == AS_OF


def state(library, index):
    with library.reading() as conn:
        return index_steps.state_of(conn, index)


@pytest.mark.parametrize("index", [quote_index.INDEX, record_index.INDEX], ids=lambda index: index.name)
def test_a_state_is_read_as_it_was_kept_and_nonsense_is_none(library, index):
    conn = library.writer.conn
    for kept in (State("1/9.0", index.parts[0], 7, 12), State(VERSION, "", 0, 1 << 62)):
        index_state.keep(conn, index.name, kept)
        assert state(library, index) == kept
    for nonsense in ("", "x", f"{VERSION} whole 0", f"{VERSION} elsewhere 0 0", f"{VERSION} whole x y", "\ud7ff" * 99):
        conn.execute("UPDATE library SET value = ? WHERE key = ?", [nonsense, index.name])
        assert state(library, index) is None
