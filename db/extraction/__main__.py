"""The process that reads one document: `python -m db.extraction DOCUMENT ANSWER SUFFIX LIMIT…`, started by `process`.

The answer is one JSON object: a Document, or `refused` with a sentence, or `failed` with the name of an error.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from db.extraction import limits
from db.extraction.document import Unreadable
from db.extraction.limits import Limits

TOO_LARGE = "Reading this document takes more memory than one document may take. Divide it and import the parts."


def main(arguments: Sequence[str]) -> int:
    """Read the document named first and write the answer to the file named second; 0 when there is one."""
    source, target, suffix, *bounds = arguments
    limits.hold(Limits(*map(int, bounds)))
    with open(source, "rb") as document, open(target, "wb") as answer:  # noqa: PTH123 - names are from our parent
        answer.write(_answer(document.read(), suffix))
    return 0


def _answer(content: bytes, suffix: str) -> bytes:
    from db.extraction.reading import reader

    try:
        read = reader(content, suffix)
        limits.seal()
        return read().to_json()
    except Unreadable as error:
        found = {"refused": str(error)}
    except MemoryError:
        found = {"refused": TOO_LARGE}
    except Exception as error:  # noqa: BLE001 - whatever a document makes go wrong is told, and is no trouble of others
        found = {"failed": type(error).__name__}
    return json.dumps(found).encode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
