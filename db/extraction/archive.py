"""Files of the zip kind, opened within limits: how many members, how they are named, how much they may unpack to."""

from __future__ import annotations

import re
import stat
import zipfile
import zlib
from io import BytesIO

from db.extraction.document import Unreadable

MOST_MEMBERS = 2_000
MOST_TIMES = 100  # how many times its packed size a member may unpack to
SMALL = 100_000  # bytes of a member that may be packed as tightly as it likes
LARGEST = 100_000_000  # bytes of one member
STEP = 1 << 16

DAMAGED = "This DOCX document is damaged or cut off. Get it again from where it comes."
BOMB = "This DOCX document would unpack to far more than it seems to hold, as a trap does. Nothing of it was read."
TRICK = "This DOCX document has parts whose names lead out of it, as a trap has. Nothing of it was read."
LOCKED = "This DOCX document is locked by a password. Save it without one and import that."
_OUTSIDE = re.compile(r"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\0")


class Archive:
    """A file of the zip kind, whose members can be read one by one; nothing is ever unpacked to the disk."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError) as error:
            raise Unreadable(DAMAGED) from error
        if len(members) > MOST_MEMBERS:
            raise Unreadable(BOMB)
        for member in members:
            if _OUTSIDE.search(member.filename) or stat.S_ISLNK(member.external_attr >> 16):
                raise Unreadable(TRICK)
        if sum(member.file_size for member in members) > MOST_TIMES * max(len(content), SMALL):
            raise Unreadable(BOMB)
        self.names = frozenset(member.filename for member in members)

    def read(self, name: str) -> bytes | None:
        """What is in a member; None when there is no such member."""
        if name not in self.names:
            return None
        member = self._zip.getinfo(name)
        if member.flag_bits & 1:
            raise Unreadable(LOCKED)
        most = min(LARGEST, max(SMALL, MOST_TIMES * member.compress_size))
        if member.file_size > most:
            raise Unreadable(BOMB)
        pieces: list[bytes] = []
        size = 0
        try:
            with self._zip.open(member) as opened:
                while piece := opened.read(STEP):
                    size += len(piece)
                    if size > most:  # whatever its head says
                        raise Unreadable(BOMB)
                    pieces.append(piece)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
            raise Unreadable(DAMAGED) from error
        return b"".join(pieces)
