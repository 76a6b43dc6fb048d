"""A second start raises the window of the first one, and hands it the file and the link to open."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 5000  # milliseconds to wait for the first window's answer
PAUSE = 50  # milliseconds between two tries to reach a first window that is just starting
READY = b"raised"


def call_first(folder: Path, file: Path | None, link: str = "") -> bool:
    """Ask the first window to come to the front, and to open a file and a link if given; whether it answered."""
    socket = QLocalSocket()
    if not _reaches(socket, _address(folder)):
        return False
    path = quote(os.fsencode(file.absolute())) if file else ""  # a name may hold any byte, also a line break
    more = f"\t{quote(os.fsencode(link))}" if link else ""
    socket.write(f"{path}{more}\n".encode())
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE)
    return answered and bytes(socket.readAll().data()).startswith(READY)


class FirstWindow(QObject):
    """Listens for later starts; `called` has the path of a file and a link, each of which may be empty."""

    called = Signal(str, str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)
        QLocalServer.removeServer(_address(folder))  # left by a process that was killed; we hold the lock
        self._server.listen(_address(folder))

    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.disconnected.connect(socket.deleteLater)
        socket.readyRead.connect(lambda: self._hear(socket))

    def _hear(self, socket: QLocalSocket) -> None:
        if socket.canReadLine():
            file, _, link = bytes(socket.readLine().data()).rstrip(b"\n").partition(b"\t")
            socket.write(READY)
            socket.flush()
            self.called.emit(os.fsdecode(unquote_to_bytes(file)), os.fsdecode(unquote_to_bytes(link)))


def _reaches(socket: QLocalSocket, address: str) -> bool:
    """Whether the first window hears us; one that is just starting holds its lock a moment before it listens."""
    patience = QDeadlineTimer(PATIENCE)
    socket.connectToServer(address)
    while not socket.waitForConnected(patience.remainingTime()):
        if patience.hasExpired():
            return False
        QThread.msleep(PAUSE)
        socket.connectToServer(address)
    return True


def _address(folder: Path) -> str:
    """The name under which the first window of a folder listens."""
    return "parley-" + hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]
