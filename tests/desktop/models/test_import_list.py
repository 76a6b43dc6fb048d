"""The documents that are being imported, as rows: read two at a time, each with how it stands with it."""

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from db import Cancel, importing
from db.importing import Import
from desktop.models import import_list
from desktop.models.import_list import ROW, ImportListModel, State

SLOW = b"<html><body>" + b"<div><p>a</p></div>" * 2_000_000
"""A page that takes seconds to read."""


@pytest.fixture
def library(open_file, empty, tmp_path):
    """An open library with nothing in it."""
    return open_file(tmp_path.joinpath("talks.parley").write_bytes(empty.read_bytes()) and tmp_path / "talks.parley")


@pytest.fixture
def model(session, library):
    """The model, watched by Qt's own tester."""
    model = ImportListModel(session)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield model
    tester.deleteLater()
    model.deleteLater()


@pytest.fixture
def file(tmp_path):
    """Makes a file."""

    def file(name, content):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return file


def states(model):
    return [row.state for row in model.rows()]


def words(model):
    return [row.words for row in model.rows()]


def test_each_document_comes_to_its_own_end_and_the_others_go_on(model, file, session, idle, tmp_path):
    model.add([file("a.txt", "Words of a text"), file("b.txt", ""), tmp_path / "none.txt", tmp_path, "Pasted words"])
    assert states(model) == [State.READING, State.READING, State.WAITING, State.WAITING, State.WAITING]
    idle(session)
    assert states(model) == [State.READY, State.REFUSED, State.REFUSED, State.REFUSED, State.READY]
    assert words(model) == [
        "Ready to be stored · 15 characters",
        "This file is empty.",
        "This file is not there any more: it was moved, renamed or removed.",
        "This is a folder. Choose the documents in it.",
        "Ready to be stored · 12 characters",
    ]
    assert [row.name for row in model.ready()] == ["a.txt", "Pasted text"]
    assert model.index(0).data() == "a.txt: Ready to be stored · 15 characters"
    assert model.index(4).data(ROW) is model.row(model.index(4))


def test_a_file_is_listed_once(model, file, session, idle):
    path = file("a.txt", "Words")
    model.add([path, path])
    model.add([path])
    idle(session)
    assert model.rowCount() == 2
    assert words(model)[1] == "The same document as “a.txt” above."


def test_a_file_that_could_not_be_read_is_read_again_when_it_comes_again(model, file, session, idle):
    path, other = file("a.txt", ""), file("b.txt", "Words of b")
    model.add([path, other])
    idle(session)
    assert states(model) == [State.REFUSED, State.READY]
    found = list(model.rows())[1].found
    path.write_text("Words at last")
    model.add([path, other])
    idle(session)
    assert states(model) == [State.READY, State.READY]
    assert list(model.rows())[1].found is found


def test_a_file_that_was_changed_is_read_anew_when_it_comes_again_and_what_was_typed_for_another_stays(
    model, file, session, idle
):
    path, other = file("a.txt", "Words of a"), file("b.txt", "Words of b")
    model.add([path, other])
    idle(session)
    one, two = model.rows()
    one.values["title"], two.values["title"] = "Typed", "Typed too"
    path.write_text("Other words")
    model.add([path, other])
    assert model.ready() == []
    idle(session)
    assert states(model) == [State.READY, State.READY]
    assert (one.found.document.text, one.values["title"]) == ("Other words", "Other words")
    assert two.values["title"] == "Typed too"
    path.unlink()
    model.add([path])
    idle(session)
    assert states(model) == [State.REFUSED, State.READY]
    assert model.ready() == [two]


def test_cancel_stops_what_is_read_and_what_waits_and_both_can_be_read_again(model, file, session, idle):
    model.add([file("slow.html", SLOW), file("slower.html", SLOW + b"b"), file("c.txt", "Words")])
    assert model.is_reading
    model.stop()
    assert states(model) == [State.STOPPED] * 3
    idle(session)
    assert states(model) == [State.STOPPED] * 3
    assert not model.is_reading
    row = list(model.rows())[2]
    model.retry(row)
    idle(session)
    assert row.state is State.READY


def test_a_document_taken_off_the_list_is_read_no_more(model, file, session, idle):
    model.add([file("slow.html", SLOW), file("b.txt", "Words")])
    model.remove([next(model.rows())])
    idle(session)
    assert [(row.name, row.state) for row in model.rows()] == [("b.txt", State.READY)]


def test_what_the_library_has_already_is_said_and_left_out_unless_asked_for(model, file, session, library, idle):
    path = file("a.txt", "Words of a text")
    found = importing.look(path, Cancel())
    importing.store(library, [Import(found, found.values)])
    model.add([path])
    idle(session)
    row = next(model.rows())
    assert row.words == "Already in the library as “Words of a text”: the same file."
    assert model.ready() == []
    model.decide(row, again=True, into=False)
    assert model.ready() == [row]
    assert row.words.endswith("It will be stored a second time.")
    assert model.imports() == [Import(row.found, row.values, again=True)]


def test_what_becomes_of_the_library_meanwhile_is_followed(model, file, session, library, idle):
    path = file("a.txt", "Words of a text")
    model.add([path])
    idle(session)
    row = next(model.rows())
    found = importing.look(path, Cancel())
    importing.store(library, [Import(found, found.values)])
    idle(session)
    assert row.state is State.TWIN
    library.undo()
    idle(session)
    assert row.state is State.READY


def test_in_another_library_the_documents_are_compared_anew(
    model, file, session, library, idle, empty, open_file, tmp_path
):
    model.add([path := file("a.txt", "Words of a text")])
    found = importing.look(path, Cancel())
    importing.store(library, [Import(found, found.values)])
    idle(session)
    assert states(model) == [State.TWIN]
    other = tmp_path / "other.parley"
    other.write_bytes(empty.read_bytes())
    open_file(other)
    idle(session)
    assert states(model) == [State.READY]


def test_more_than_fits_into_memory_waits_until_some_is_stored(model, file, session, idle, monkeypatch):
    monkeypatch.setattr(import_list, "MOST_WAITING", 20)
    model.add([file(name, f"Words of text {name}") for name in ("a.txt", "b.txt", "c.txt")])
    idle(session)
    assert words(model)[2] == import_list.ENOUGH
    assert not model.is_reading
    model.remove(model.ready())
    idle(session)
    assert states(model) == [State.READY]


def test_an_index_that_is_none_has_no_document(model):
    assert model.row(QModelIndex()) is None
    assert not model.index_of(None).isValid()
