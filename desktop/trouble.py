"""The one place where errors are shown: known ones as a sentence in the window, bugs as a report that can be copied."""

from __future__ import annotations

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from db import KnownError
from desktop.about import NAME, VERSION


class Trouble(QObject):
    """Sorts errors into those that a person can do something about and bugs."""

    known = Signal(str)
    bug = Signal(str)

    def tell(self, error: BaseException) -> None:
        """Show an error in the way that fits it."""
        if isinstance(error, KnownError):
            self.known.emit(str(error))
        else:
            self._report(error)

    def catch_all(self) -> None:
        """Also show what escapes from Qt's slots, which would else pass unseen."""
        sys.excepthook = self._escaped

    def _escaped(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self.tell(error)

    def _report(self, error: BaseException) -> None:
        text = f"{NAME} {VERSION}, Python {sys.version.split()[0]}, {sys.platform}\n\n"
        text += "".join(traceback.format_exception(error))
        if sys.stderr:
            sys.stderr.write(text)
        self.bug.emit(text)
