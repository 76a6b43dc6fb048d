"""Topics: issues followed across meetings; a tree."""

from __future__ import annotations

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
        """Change fields of a topic."""
        self._edit(uid, given)

    def move(self, uid: str, parent: str | None) -> None:
        """Put a topic under a wider one, or on top."""
        self._edit(uid, {"parent": parent}, "Move topic")

    def merge(self, keep: str, other: str) -> None:
        """Make two topics one: what is under the other comes under the kept one, the other's label is a spelling."""
        kept, gone = self.get(keep), self.get(other)
        with self._library.revise(f"Merge topic {values.quoted(gone.label)} into {values.quoted(kept.label)}") as db:
            twins.check_merge(db.conn, "topics", keep, other)
            twins.merge_in_tree(db.conn, "topics", keep, other)
            known = (kept.label, kept.name)
            self._library.aliases.add_terms(kept.label, (form for form in (gone.label, gone.name) if form not in known))

    def _check(self, draft: Draft) -> None:
        trees.check_no_ring(draft.conn, "topics", draft.whole)
        trees.check_name_is_free(draft.conn, "topics", draft.whole)
