"""Keeping citations at their passages when the text of a source changes.

What a citation says of its passage is one of three things. It stands where `starts` and `ends` say, verbatim. Or it is
`moved`: the text was changed, and the words seem to stand elsewhere, at `moved_starts` or, where that is not known, at
one of several places that look alike. Or it is an `orphan`: nothing like it was found. Here nothing becomes the first
of these but what surely stayed in its place; the others wait for somebody to look at them (see db/anchor_review.py).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from db import anchors
from db.anchors import Change, Sought, Verdict
from db.past import row_after
from db.references import as_json

Text = str | None


class CitedWords(NamedTuple):
    """What a citation with words tells of its passage; offsets count code points."""

    id: int
    uid: str
    source: int | None
    exact: str
    starts: int | None
    ends: int | None
    prefix: str | None
    suffix: str | None
    anchor: str | None
    moved_starts: int | None
    moved_ends: int | None
    moved_score: float | None

    @property
    def sought(self) -> Sought:
        """What to look for."""
        return Sought(self.exact, self.prefix or "", self.suffix or "")

    def at(self, text: str, starts: int, ends: int) -> CitedWords:
        """The same, standing at a place of a text."""
        return self._replace(starts=starts, ends=ends, **anchors.passage(text, starts, ends), **_NOT_ADRIFT)

    def adrift(self, found: Verdict) -> CitedWords:
        """The same, at no known place."""
        return self._replace(
            starts=None, ends=None, anchor=found.anchor, moved_starts=found.starts, moved_ends=found.ends,
            moved_score=found.score,
        )  # fmt: skip


_NOT_ADRIFT = dict.fromkeys(("anchor", "moved_starts", "moved_ends", "moved_score"))
_WITH_WORDS = (
    "SELECT id, uid, source_id, exact, starts, ends, prefix, suffix, anchor, moved_starts, moved_ends, moved_score "
    "FROM citations WHERE exact IS NOT NULL"
)
_PLACED_BETWEEN = (
    "SELECT row_id FROM changes WHERE revision_id > ? AND revision_id < ? AND table_name = 'citations' AND "
    "(operation <> 'update' OR EXISTS (SELECT 1 FROM json_each(before) WHERE key IN "
    "('exact', 'starts', 'ends', 'prefix', 'suffix', 'anchor', 'moved_starts', 'moved_ends', 'moved_score')))"
)
"""Citations that came, or whose passage was changed, between two revisions."""
_WRITE = (
    "UPDATE citations SET exact = ?, starts = ?, ends = ?, prefix = ?, suffix = ?, anchor = ?, moved_starts = ?, "
    "moved_ends = ?, moved_score = ? WHERE id = ?"
)


def settle(conn: sqlite3.Connection, revision: int, source: int, old: Text, new: Text) -> None:
    """Keep every citation of a source at its passage, or say that it moved, after its text was changed in a revision.

    Where the revision changed the text before, as while one types, what counts is how it was when the revision began.
    """
    first = _text_before(conn, revision, source)
    passages = _of_source(conn, source)
    begun = _when_begun(conn, revision, passages) if first != old else {}
    _write(conn, passages, list(_settled(passages, old, new, first, begun)))


def settled(conn: sqlite3.Connection, source: int, old: Text, new: Text) -> list[CitedWords]:
    """The passages of a source as they would be in another text."""
    passages = _of_source(conn, source)
    return passages if old == new else list(_settled(passages, old, new))


def settle_into(conn: sqlite3.Connection, source: int, old: Text, new: Text) -> None:
    """Keep every citation of a source at its passage, or say that it moved, before it becomes one of another text."""
    _write(conn, _of_source(conn, source), settled(conn, source, old, new))


def settle_restored(conn: sqlite3.Connection, citations: Iterable[int], revision: int) -> None:
    """The same for citations that were brought back as they were after a revision."""
    for source, some in _by_source(conn, citations).items():
        then, now = row_after(conn, "sources", source, revision), _text(conn, source)
        old = then["text"] if then else now
        _write(conn, some, list(_settled(some, None if old is None else str(old), now)))


def settle_taken_back(conn: sqlite3.Connection, revision: int, target: int) -> None:
    """The same after a revision took an older one back, whatever was changed in between.

    What was brought back with its text goes together with that; what came or was given a place since, and what was
    brought back alone, is looked at.
    """
    changed = "SELECT row_id FROM changes WHERE revision_id = ? AND table_name = ?"
    citations = {row[0] for row in conn.execute(changed, [revision, "citations"])}
    texts = {
        source: _text_before(conn, revision, source)
        for (source,) in conn.execute(
            f"{changed} AND operation = 'update' AND json_type(before, '$.text') IS NOT NULL", [revision, "sources"]
        )
    }
    later = {row[0] for row in conn.execute(_PLACED_BETWEEN, [target, revision])}
    for source, old in texts.items():
        some = [one for one in _of_source(conn, source) if one.id in later]
        _write(conn, some, list(_settled(some, old, _text(conn, source))))
    sources = conn.execute(
        "SELECT id, source_id FROM citations WHERE id IN (SELECT value FROM json_each(?))", [as_json(citations)]
    )
    settle_restored(conn, [citation for citation, source in sources if source not in texts], target - 1)


def seek(conn: sqlite3.Connection, citation: str) -> None:
    """Look for the words of a citation, which stand at no place yet, in the text of its source."""
    for row in conn.execute(f"{_WITH_WORDS} AND uid = ? AND starts IS NULL", [citation]).fetchall():
        one = CitedWords(*row)
        text = None if one.source is None else _text(conn, one.source)
        settled = one._replace(**_NOT_ADRIFT) if text is None else next(_settled([one], None, text))
        _write(conn, [one], [settled])


def accept_same(conn: sqlite3.Connection, citations: Iterable[int]) -> None:
    """Let moved citations stand where their very words stand now; those of which that is not so stay as they are."""
    for source, some in _by_source(conn, citations).items():
        text = _text(conn, source) or ""
        for one in some:
            starts, ends = one.moved_starts, one.moved_ends
            if starts is not None and ends is not None and text[starts:ends] == one.exact:
                _write(conn, [one], [one.at(text, starts, ends)])


def copy_words(conn: sqlite3.Connection, citation: str, copy: str) -> None:
    """Give one citation the words of another, which stand at no known place, and all that is told of them."""
    columns = "exact, prefix, suffix, anchor, moved_starts, moved_ends, moved_score"
    conn.execute(
        f"UPDATE citations SET ({columns}) = (SELECT {columns} FROM citations WHERE uid = ?) WHERE uid = ?",
        [citation, copy],
    )


def misplaced(
    conn: sqlite3.Connection,
    sources: Iterable[int],
    among: Collection[int] | None = None,
    *,
    with_surroundings: bool = False,
) -> Iterator[CitedWords]:
    """The passages of some sources that are not where their citations say, or are thought to be outside the text.

    `with_surroundings` looks at what is kept of the words before and after them, too.
    """
    for source in sources:
        text = _text(conn, source) or ""
        for one in _of_source(conn, source):
            if (among is None or one.id in among) and not _fits(one, text, with_surroundings):
                yield one


def _fits(one: CitedWords, text: str, with_surroundings: bool) -> bool:
    if one.starts is None or one.ends is None:
        return one.moved_ends is None or one.moved_ends <= len(text)
    if text[one.starts : one.ends] != one.exact:
        return False
    whole = text[max(0, one.starts - len(one.prefix or "")) : one.ends + len(one.suffix or "")]
    return whole == one.sought.whole if with_surroundings else True


def _settled(
    passages: list[CitedWords], old: Text, new: Text, first: Text = None, begun: Mapping[int, CitedWords] | None = None
) -> Iterator[CitedWords]:
    """Passages of a text as they are in the next; those of `begun` as they were in the first, before both."""
    begun = begun or {}
    recent, whole = Change(old or "", new or ""), Change(first or "", new or "")
    found = dict[int, CitedWords]()
    sought: list[CitedWords] = []
    for one in passages:
        before = begun.get(one.id, one)
        change = whole if one.id in begun else recent
        if before.starts is not None and before.ends is not None:
            stays = change.leaves(before.starts, before.ends, before.exact)
            if stays and new is not None:
                found[one.id] = before.at(new, before.starts, before.ends)
            else:
                sought.append(before)
        elif new is None:
            found[one.id] = one.adrift(Verdict("orphan")) if one.anchor else one
        elif old == new:
            found[one.id] = one
        else:
            sought.append(one)
    if new is None:
        found |= {one.id: one.adrift(Verdict("orphan")) for one in sought}
    else:
        found |= _sought(new, sought)
    return (found[one.id] for one in passages)


def _sought(text: str, passages: list[CitedWords]) -> dict[int, CitedWords]:
    """What becomes of passages that are looked for in a text, by their ids."""
    places = anchors.find_all(text, [one.sought for one in passages])
    found: dict[int, CitedWords] = {}
    for one, some in zip(passages, places, strict=True):
        verdict = anchors.verdict(some, one.sought)
        stays = one.starts is not None and (verdict.starts, verdict.score) == (one.starts, 1)
        found[one.id] = one.at(text, one.starts or 0, one.ends or 0) if stays else one.adrift(verdict)
    return found


def _text(conn: sqlite3.Connection, source: int) -> Text:
    """The text of a source; None when none is held, or while a step is being taken back for which it is missing."""
    row = conn.execute("SELECT text FROM sources WHERE id = ?", [source]).fetchone()
    return row[0] if row else None


def _text_before(conn: sqlite3.Connection, revision: int, source: int) -> Text:
    """The text of a source before a revision that changed it."""
    return conn.execute(
        "SELECT json_extract(before, '$.text') FROM changes WHERE revision_id = ? AND table_name = 'sources' "
        "AND row_id = ? AND json_type(before, '$.text') IS NOT NULL ORDER BY id LIMIT 1",
        [revision, source],
    ).fetchone()[0]


def _of_source(conn: sqlite3.Connection, source: int) -> list[CitedWords]:
    return [CitedWords(*row) for row in conn.execute(f"{_WITH_WORDS} AND source_id = ? ORDER BY id", [source])]


def _by_source(conn: sqlite3.Connection, citations: Iterable[int]) -> dict[int, list[CitedWords]]:
    """Those of some citations that have words and a source, under the id of that."""
    found: dict[int, list[CitedWords]] = {}
    for row in conn.execute(f"{_WITH_WORDS} AND id IN (SELECT value FROM json_each(?))", [as_json(citations)]):
        one = CitedWords(*row)
        if one.source is not None:
            found.setdefault(one.source, []).append(one)
    return found


def _when_begun(conn: sqlite3.Connection, revision: int, passages: list[CitedWords]) -> dict[int, CitedWords]:
    """Those of the passages of a source that lost their place in a revision, as they were when it began."""
    adrift = {one.id: one for one in passages if one.anchor}
    before: dict[int, dict[str, object]] = {one: {} for one in adrift}
    others: set[int] = set()
    images = conn.execute(
        "SELECT c.row_id, c.operation, e.key, e.value FROM changes c LEFT JOIN json_each(c.before) e "
        "WHERE c.revision_id = ? AND c.table_name = 'citations' ORDER BY c.id DESC",
        [revision],
    )
    for row_id, operation, column, value in images:
        if operation == "insert" or column == "source_id":
            others.add(row_id)
        elif row_id in before and column in CitedWords._fields:
            before[row_id][column] = value
    begun = {key: adrift[key]._replace(**image) for key, image in before.items() if key not in others}
    return {key: one for key, one in begun.items() if one.starts is not None and one.exact == adrift[key].exact}


def _write(conn: sqlite3.Connection, before: Iterable[CitedWords], after: Iterable[CitedWords]) -> None:
    """Store what differs."""
    changed = [new for old, new in zip(before, after, strict=True) if new != old]
    conn.executemany(_WRITE, [(*one[3:], one.id) for one in changed])
