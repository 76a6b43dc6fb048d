"""The meetings under the headings of their years, narrowed by kind, by tag and by words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from db import Cancel, Changes, Library, dates, meeting_list, vocabulary
from db.meeting_list import MeetingLine
from desktop.session import Session

if TYPE_CHECKING:
    from db.meeting_tags import MeetingTags
    from db.tag_tree import TagMark

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
LINE = Qt.ItemDataRole.UserRole
TAGS = LINE + 1
KINDS = {**vocabulary.MEETING_KINDS, **vocabulary.EVENT_KINDS}
NUMBERED = {"round": "Round", "summit": "Summit", "ministerial": "Ministerial", "detainee-exchange": "Exchange"}
TO_PASSAGE = "Ctrl+click on the number or the days: the passage behind them"
STALE = ("meetings", "events", "participations", "parties", "people", "readings", "notes", "quotes", "outcomes")
STALE_TAGS = ("tags", "taggings")


class MeetingListModel(QAbstractListModel):
    """Rows of MeetingLine, and of str for the heading of each year."""

    shown = Signal(int, int)
    """How many meetings are shown, and how many there are."""
    tagged = Signal(object)
    """The MeetingTags were read."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._all: list[MeetingLine] = []
        self._words: dict[str, str] | None = None
        self._rows: list[MeetingLine | str] = []
        self._places: dict[str, int] = {}
        self._text = ""
        self._kinds: frozenset[str] = frozenset()
        self._tags: MeetingTags | None = None
        self._tag: int | None = None
        self._wants_tags = False
        self._loading: Cancel | None = None
        self._narrowing: Cancel | None = None
        self._tagging: Cancel | None = None
        session.opened.connect(self._begin)
        session.changed.connect(self._changed)

    @property
    def kinds(self) -> list[str]:
        """The kinds that occur in the library, in the order of display."""
        present = {line.kind for line in self._all}
        return [kind for kind in (*vocabulary.MEETING_KINDS, *vocabulary.EVENT_KINDS) if kind in present]

    @property
    def total(self) -> int:
        """How many meetings and events the library holds."""
        return len(self._all)

    def reload(self) -> None:
        """Read the list again."""
        for running in (self._loading, self._narrowing):
            if running:
                running()
        self._words = None
        self._loading = self._session.read(meeting_list.lines, self._loaded)

    def read_tags(self) -> None:
        """Read the tags of the meetings, now and from now on whenever they may have changed."""
        self._wants_tags = True
        if self._tagging:
            self._tagging()
        if self._session.is_open:
            self._tagging = self._session.read(_tags, self._tags_landed)

    def tags(self, uid: str) -> tuple[TagMark, ...]:
        """The tags on a meeting and on its parts."""
        return self._tags.on.get(uid, ()) if self._tags else ()

    def narrow(self, text: str, kinds: frozenset[str], tag: int | None = None) -> None:
        """Show only meetings of some kinds (all when empty), with a tag, in which every word of a text occurs."""
        self._text, self._kinds, self._tag = text, kinds, tag
        if self._narrowing:
            self._narrowing()
        if not self._session.is_open:
            return
        rows, words, among = self._all, self._words, self._among()

        def work(library: Any, cancel: Cancel) -> tuple[dict[str, str], list[MeetingLine]]:
            found = words if words is not None else meeting_list.words(library, cancel) if text.strip() else {}
            return found, meeting_list.narrow(rows, found, text, kinds, among)

        self._narrowing = self._session.read(work, self._narrowed)

    def line(self, index: Index) -> MeetingLine | None:
        """The meeting of a row; None for a heading."""
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, MeetingLine) else None

    def index_of(self, uid: str) -> QModelIndex:
        """Where a meeting stands; an invalid index when it is not shown."""
        row = self._places.get(uid)
        return QModelIndex() if row is None else self.index(row)

    def _begin(self) -> None:
        """Let go of the library before, whose rows must not be opened in this one."""
        self.beginResetModel()
        self._all, self._rows, self._places = [], [], {}
        self._tags = self._tag = None
        self.endResetModel()
        self.reload()

    def _changed(self, changes: Changes) -> None:
        if changes.touch(*STALE):
            self.reload()
        elif changes.touch(*STALE_TAGS) and self._wants_tags:
            self.read_tags()

    def _among(self) -> frozenset[str] | None:
        """The meetings that have the tag which the list is narrowed to; None when it is narrowed to none."""
        return self._tags.found_on([self._tag]) if self._tags and self._tag is not None else None

    def _tags_landed(self, tags: MeetingTags) -> None:
        self._tags = tags
        if self._tag is not None:
            self.narrow(self._text, self._kinds, self._tag if self._tag in tags.narrower else None)
        elif self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1), [TAGS])
        self.tagged.emit(tags)

    def _loaded(self, rows: list[MeetingLine]) -> None:
        if self._narrowing:
            self._narrowing()  # it looked through the rows before these
        self._all = rows
        if self._text.strip():
            self.narrow(self._text, self._kinds, self._tag)
        else:
            self._show(meeting_list.narrow(rows, {}, "", self._kinds, self._among()))
        if self._wants_tags:
            self.read_tags()

    def _narrowed(self, found: tuple[dict[str, str], list[MeetingLine]]) -> None:
        words, rows = found
        if self._text.strip():
            self._words = words
        self._show(rows)

    def _show(self, rows: list[MeetingLine]) -> None:
        self.beginResetModel()
        self._rows = []
        year = None
        for line in rows:
            heading = line.starts[:4] if line.starts else "Date not known"
            if heading != year:
                self._rows.append(year := heading)
            self._rows.append(line)
        self._places = {line.uid: at for at, line in enumerate(self._rows) if isinstance(line, MeetingLine)}
        self.endResetModel()
        self.shown.emit(len(rows), len(self._all))

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.line(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == LINE:
            return row
        if role == TAGS:
            return self.tags(row.uid) if isinstance(row, MeetingLine) else ()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row, self.tags(row.uid)) if isinstance(row, MeetingLine) else row
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, MeetingLine):
            return "\n".join([row.title, KINDS[row.kind], *marks(row), *tag_words(self.tags(row.uid)), TO_PASSAGE])
        return None


def heading(line: MeetingLine) -> str:
    """The first line of a meeting: `Round 4 · Astana`, or the title of one that kind, number and city do not tell."""
    if not _is_told_by_kind(line):
        return line.title
    number = f" {line.number}" if line.number else ""
    return " · ".join(part for part in (NUMBERED[line.kind] + number, line.city) if part)


def _is_told_by_kind(line: MeetingLine) -> bool:
    return line.kind in NUMBERED and bool(line.number or line.city)


def when(line: MeetingLine) -> str:
    """The second line: kind, where the heading does not say it, and the days."""
    days = dates.span(line.starts, line.ends)
    kind = "" if _is_told_by_kind(line) else KINDS[line.kind]
    return " · ".join(part for part in (kind, days) if part)


def marks(line: MeetingLine) -> list[str]:
    """What is to be known at a glance, in words."""
    found = [] if line.held == "held" else ["planned only" if line.held == "planned" else "not confirmed"]
    if line.disputed:
        found.append(f"{line.disputed} {'point' if line.disputed == 1 else 'points'} disputed")
    if line.notes:
        found.append(f"{line.notes} {'note' if line.notes == 1 else 'notes'}")
    return found


def tag_words(tags: tuple[TagMark, ...]) -> list[str]:
    """The tags of a row in words; an empty list when it has none."""
    return [f"{'Tag' if len(tags) == 1 else 'Tags'}: {', '.join(tag.name for tag in tags)}"] if tags else []


def spoken(line: MeetingLine, tags: tuple[TagMark, ...] = ()) -> str:
    """The whole row in words, as it is read out."""
    return ", ".join([heading(line), when(line), *marks(line), *tag_words(tags)])


def _tags(library: Library, cancel: Cancel) -> MeetingTags:
    from db import meeting_tags  # it can wait until the list is painted

    return meeting_tags.read(library, cancel)
