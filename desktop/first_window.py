"""A second start raises the window of the first one, and hands it the file to open."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 2000  # milliseconds to wait for the first window's answer
READY = b"raised"


def call_first(folder: Path, file: Path | None) -> bool:
    """Ask the first window to come to the front, and to open a file if one is given; whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(_address(folder))
    if not socket.waitForConnected(PATIENCE):
        return False
    socket.write((str(file.absolute()) if file else "").encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(PATIENCE)
    return answered and socket.readAll().data().startswith(READY)


class FirstWindow(QObject):
    """Listens for later starts; `called` has the path of a file, or an empty text."""

    called = Signal(str)

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
            file = socket.readLine().data().decode(errors="replace").rstrip("\n")
            socket.write(READY)
            socket.flush()
            self.called.emit(file)


def _address(folder: Path) -> str:
    """The name under which the first window of a folder listens."""
    return "parley-" + hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:24]
