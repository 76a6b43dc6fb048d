"""What quotes can be narrowed to: the speakers, roles, years, forms and tags that occur, with how many quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from db import tag_tree
from db.cancel import Cancel
from db.tag_tree import WIDER, TagChoice

if TYPE_CHECKING:
    from db.library import Library


class QuoteFacets(NamedTuple):
    """For each filter its choices as (value, label, number of quotes); the tags in the order of their tree."""

    speakers: list[tuple[int, str, int]]
    roles: list[tuple[str, int]]
    years: list[tuple[int, int]]
    forms: list[tuple[str, int]]
    tags: list[TagChoice]


_TAGS = f"""
  WITH RECURSIVE {WIDER}
  SELECT w.id, count(DISTINCT g.record_uid) FROM taggings g JOIN wider w ON w.tag = g.tag_id
  WHERE g.record_kind = 'quote' GROUP BY w.id
"""


def read(library: Library, cancel: Cancel) -> QuoteFacets:
    """The choices of every filter."""
    with library.reading(cancel) as conn:
        return QuoteFacets(
            conn.execute(
                "SELECT s.id, s.name, count(*) FROM quotes q JOIN people s ON s.id = q.speaker_id "
                "GROUP BY s.id ORDER BY s.name"
            ).fetchall(),
            conn.execute(
                "SELECT l.role, count(DISTINCT q.id) FROM quotes q JOIN participations l "
                "ON l.meeting_id = q.meeting_id AND l.party_id = q.party_id GROUP BY l.role"
            ).fetchall(),
            conn.execute(
                "SELECT CAST(substr(said_on, 1, 4) AS INTEGER), count(*) FROM quotes WHERE said_on IS NOT NULL "
                "GROUP BY 1 ORDER BY 1"
            ).fetchall(),
            conn.execute("SELECT form, count(*) FROM quotes GROUP BY form ORDER BY form").fetchall(),
            tag_tree.choices(conn, dict(conn.execute(_TAGS).fetchall())),
        )
