"""Suggestions become quotes: all that were accepted in one go as one step, those that are rejected with them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from db import new_names, values
from db.new_names import New
from db.passages import Passage as Place
from db.passages import hold
from db.references import Record
from db.speech import rejected as rejections
from db.speech.rejected import Passage
from db.speech.shapes import Span
from db.speech.source_speech import StoredPassage, same_passage, stored_passages

if TYPE_CHECKING:
    from db.library import Library


class Chosen(NamedTuple):
    """A suggestion as it was accepted: the quote that it becomes.

    `exact` is the passage as it was read, from `starts` to `ends`: where the text no longer has it there nothing is
    stored. `speaker` may be new; `party` and `meeting` are uids. `titled` is where the text has the title; `spelling`
    is kept as one of the speaker.
    """

    form: str
    starts: int
    ends: int
    exact: str
    words: str
    speaker: str | New | None = None
    speaker_title: str | None = None
    party: str | None = None
    meeting: str | None = None
    language: str | None = None
    titled: Span | None = None
    spelling: str | None = None


class Accepted(NamedTuple):
    """What came of it: the uids of the new quotes, and how many were passed over since they are quotes already."""

    quotes: list[str]
    passed_over: int


def accept(
    library: Library,
    source: str,
    chosen: Sequence[Chosen],
    rejected: Iterable[Passage] = (),
    restored: Iterable[Passage] = (),
) -> Accepted:
    """Store suggestions of one source as quotes, and remember what was rejected or is no longer, as one revision.

    BadValue when the text of the source was changed since it was read, so that a passage does not stand there.
    """
    rejected, restored = list(rejected), list(restored)
    made, passed_over = list[str](), 0
    if not (chosen or rejected or restored):
        return Accepted(made, 0)
    title = values.quoted(library.sources.get(source).title)
    with library.revise(_label(len(chosen), len(rejected), title)) as db:
        places = stored_passages(db.conn, source)
        for one in chosen:
            if same_passage((one.starts, one.ends), places):
                passed_over += 1
                continue
            made.append(_store(library, source, one))
            places.append(StoredPassage(made[-1], one.starts, one.ends))
        if rejected or restored:
            rejections.keep(library, source, rejected, restored)
    return Accepted(made, passed_over)


def _label(chosen: int, rejected: int, title: str) -> str:
    if chosen:
        return f"Add {values.count(chosen, 'quote', 'quotes')} from {title}"
    return (
        f"Reject {values.count(rejected, 'suggestion', 'suggestions')} from {title}"
        if rejected
        else (f"Suggest again from {title}")
    )


def _store(library: Library, source: str, one: Chosen) -> str:
    speaker = new_names.settle(library, one.speaker)
    party = one.party or (party_of(library, speaker, one.meeting) if speaker else None)
    quote = library.quotes.add(
        form=one.form,
        text=one.words,
        meeting=one.meeting,
        speaker=speaker,
        speaker_title=one.speaker_title,
        party=party,
        language=one.language,
    )
    if speaker and one.spelling:
        library.aliases.add_spellings("person", speaker, [one.spelling])
    record = Record("quote", quote)
    hold(library, Place(source, one.starts, one.ends), record, field="text", exact=one.exact)
    if one.speaker_title and one.titled:
        hold(library, Place(source, *one.titled), record, field="speaker_title")
    return quote


def party_of(library: Library, speaker: str, meeting: str | None) -> str | None:
    """The party for which a person speaks: at that meeting, else ever, when it is one alone."""
    with library.reading() as conn:
        rows = conn.execute(_PARTIES, {"speaker": speaker}).fetchall()
    for here in ({party for party, place in rows if meeting and place == meeting}, {party for party, _ in rows}):
        if here:
            return here.pop() if len(here) == 1 else None
    return None


_PARTIES = """
  SELECT p.uid, m.uid FROM people h JOIN participations l ON l.head_id = h.id JOIN parties p ON p.id = l.party_id
    JOIN meetings m ON m.id = l.meeting_id WHERE h.uid = :speaker
  UNION SELECT p.uid, m.uid FROM people h JOIN quotes q ON q.speaker_id = h.id JOIN parties p ON p.id = q.party_id
    LEFT JOIN meetings m ON m.id = q.meeting_id WHERE h.uid = :speaker
"""


def words_of(text: str, span: Span) -> str:
    """The words of a passage as a quote has them: without the line breaks of a page, paragraphs kept."""
    paragraphs = re.split(r"\n\s*\n", text[slice(*span)])
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
