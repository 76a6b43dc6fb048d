"""The library of a file and all that can be done with it. Imports no Qt, starts no threads."""

from db.cancel import Cancel, Cancelled
from db.changes import Changes
from db.errors import KnownError
from db.library import Library

__all__ = ["Cancel", "Cancelled", "Changes", "KnownError", "Library"]
