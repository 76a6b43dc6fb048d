from hashlib import sha256

import pytest

from db.errors import BadValue, Gone


def test_a_content_is_kept_once_under_its_first_name(library):
    key = library.files.add(b"\0\xff", name="a.bin", media_type="application/octet-stream")
    assert library.files.add(b"\0\xff", name="b.bin") == key == sha256(b"\0\xff").hexdigest()
    assert library.files.get(key) == (key, "a.bin", "application/octet-stream", 2)
    assert library.files.content(key) == b"\0\xff"


def test_an_empty_file_is_refused(library):
    with pytest.raises(BadValue, match="empty"):
        library.files.add(b"")


def test_a_file_that_is_not_there_is_said_to_be_gone(library):
    for call in (library.files.get, library.files.content):
        with pytest.raises(Gone, match="not in the library"):
            call("0" * 64)


def test_an_undone_import_leaves_the_bytes_for_its_redo(library):
    with library.revise("Import"):
        key = library.files.add(b"%PDF-")
        uid = library.sources.add(title="Statement", file_sha256=key)
    library.undo()
    assert library.files.content(key) == b"%PDF-"
    library.redo()
    assert library.sources.get(uid).file_sha256 == key
