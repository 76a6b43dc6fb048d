"""Which tags stand on a meeting or on anything that belongs to it: for the list of meetings, to show and to narrow."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from db import tag_tree
from db.cancel import Cancel
from db.tag_tree import WIDER, TagChoice, TagMark

if TYPE_CHECKING:
    from db.library import Library


class MeetingTags(NamedTuple):
    """By the uid of a meeting or event, the tags on it and on its parts, its own first; and all tags to choose from."""

    on: dict[str, tuple[TagMark, ...]]
    choices: list[TagChoice]
    narrower: dict[int, frozenset[int]]
    """For each tag itself and those below it."""

    def found_on(self, tags: Iterable[int]) -> frozenset[str]:
        """The meetings and events that have one of the tags, or a narrower one."""
        wanted = frozenset[int]().union(*(self.narrower.get(tag, {tag}) for tag in tags))
        return frozenset(uid for uid, marks in self.on.items() if any(mark.id in wanted for mark in marks))


# A tag on a note, reading or citation counts for what that stands on, and a tag on a part for its meeting.
_ON = """
  tagged (tag, kind, uid, part) AS (
    SELECT tag_id, record_kind, record_uid, 0 FROM taggings
    UNION SELECT o.tag, n.record_kind, n.record_uid, 1 FROM tagged o JOIN notes n
      ON o.kind = 'note' AND n.uid = o.uid
    UNION SELECT o.tag, r.record_kind, r.record_uid, 1 FROM tagged o JOIN readings r
      ON o.kind = 'reading' AND r.uid = o.uid
    UNION SELECT o.tag, c.record_kind, c.record_uid, 1 FROM tagged o JOIN citations c
      ON o.kind = 'citation' AND c.uid = o.uid),
  met (tag, uid, part) AS (
    SELECT tag, uid, part FROM tagged WHERE kind IN ('meeting', 'event')
    UNION SELECT o.tag, m.uid, 1 FROM tagged o JOIN participations l ON o.kind = 'participation' AND l.uid = o.uid
      JOIN meetings m ON m.id = l.meeting_id
    UNION SELECT o.tag, m.uid, 1 FROM tagged o JOIN outcomes p ON o.kind = 'outcome' AND p.uid = o.uid
      JOIN meetings m ON m.id = p.meeting_id
    UNION SELECT o.tag, m.uid, 1 FROM tagged o JOIN quotes q ON o.kind = 'quote' AND q.uid = o.uid
      JOIN meetings m ON m.id = q.meeting_id)
"""
_MARKS = f"""
  WITH RECURSIVE {_ON}
  SELECT met.uid, t.id, t.name, t.colour FROM met JOIN tags t ON t.id = met.tag
  GROUP BY met.uid, t.id ORDER BY min(met.part), t.name, t.id
"""


def read(library: Library, cancel: Cancel) -> MeetingTags:
    """The tags of all meetings and events; empty in a library that has none."""
    with library.reading(cancel) as conn:
        on: dict[str, tuple[TagMark, ...]] = {}
        if not conn.execute("SELECT 1 FROM taggings LIMIT 1").fetchone():
            return MeetingTags(on, [], {})
        for uid, *tag in conn.execute(_MARKS):
            on[uid] = (*on.get(uid, ()), TagMark._make(tag))
        narrower: dict[int, set[int]] = {}
        for tag, wider in conn.execute(f"WITH RECURSIVE {WIDER} SELECT tag, id FROM wider"):
            narrower.setdefault(wider, set()).add(tag)
        met: dict[int, set[str]] = {}
        for uid, marks in on.items():
            for mark in marks:
                met.setdefault(mark.id, set()).add(uid)
        counts = {wide: len(set[str]().union(*(met.get(tag, ()) for tag in tags))) for wide, tags in narrower.items()}
        choices = tag_tree.choices(conn, {tag: count for tag, count in counts.items() if count})
        return MeetingTags(on, choices, {wide: frozenset(tags) for wide, tags in narrower.items()})
