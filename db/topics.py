"""Topics: issues followed across meetings; a tree."""

from __future__ import annotations

import sqlite3
from typing import ClassVar, NamedTuple, TypedDict, Unpack

from db import trees, twins, values
from db.records import Draft, Records


class Topic(NamedTuple):
    """One topic as it is stored."""

    id: int
    uid: str
    name: str
    label: str
    parent_id: int | None
    description: str | None


class TopicValues(TypedDict, total=False):
    """What people edit of a topic; `parent` (the wider topic) by uid."""

    name: str
    label: str
    parent: str | None
    description: str | None


class Topics(Records[Topic]):
    """The topics of a library."""

    kind, table, label, title, row = "topic", "topics", "topic", "label", Topic
    required = ("name", "label")
    refers: ClassVar = {"parent": "topics"}

    def add(self, *, uid: str | None = None, **given: Unpack[TopicValues]) -> str:
        """A new topic; its uid. Needs a name; its label is the name unless given."""
        return self._add({"label": given.get("name")} | given, uid)

    def edit(self, uid: str, **given: Unpack[TopicValues]) -> None:
        """Change fields of a topic; the spellings of the term follow a new name."""
        with self._library.revise("Edit topic") as db:
            before = self._get(db.conn, uid)
            self._edit(uid, given)
            self._refile(db.conn, (before.label, before.name), self._get(db.conn, uid))

    def move(self, uid: str, parent: str | None) -> None:
        """Put a topic under a wider one, or on top."""
        self._edit(uid, {"parent": parent}, "Move topic")

    def merge(self, keep: str, other: str) -> None:
        """Make two topics one: what is under the other comes under the kept one, the other's label is a spelling."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise(f"Merge topic {values.quoted(gone.label)} into {values.quoted(kept.label)}") as db:
            twins.check_merge(db.conn, "topics", keep, other)
            twins.merge_in_tree(db.conn, "topics", keep, other, self._take_over)

    def _take_over(self, keep: str, other: str) -> None:
        """Let a topic have the names and spellings of another that is about to go."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise("Merge topic") as db:
            self._refile(db.conn, (gone.label, gone.name), kept, besides=gone)
            twins.drop_own_names(db.conn, "term", kept.label, kept.label, kept.name)
        forms = (form for form in (gone.label, gone.name) if form not in (kept.label, kept.name))
        self._library.aliases.add_terms(kept.label, forms)

    def _refile(
        self, conn: sqlite3.Connection, names: tuple[str, ...], topic: Topic, besides: Topic | None = None
    ) -> None:
        """File under a topic's label the spellings of names by which no topic goes any more, `besides` left aside."""
        others = "SELECT 1 FROM topics WHERE ? IN (label, name) AND id IS NOT ? LIMIT 1"
        left = [name for name in names if not conn.execute(others, [name, besides and besides.id]).fetchone()]
        if left:
            self._library.aliases.refile_terms(left, topic.label)

    def _check(self, draft: Draft) -> None:
        trees.check_no_ring(draft.conn, "topics", draft.whole)
        trees.check_name_is_free(draft.conn, "topics", draft.whole)
