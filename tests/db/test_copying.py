import sqlite3

import pytest

from db import Cancel, Cancelled, KnownError, Library, copying


def rest(folder):
    return sorted(file.name for file in folder.iterdir() if file.name not in ("talks.parley", "copy.parley"))


def test_a_copy_holds_what_the_library_held_with_its_history(library, talks, tmp_path):
    copying.save_copy(library, tmp_path / "copy.parley", Cancel())
    with Library(tmp_path / "copy.parley") as copy:
        assert copy.meetings.get("astana-01") == library.meetings.get("astana-01")
        assert copy.undo_labels() == library.undo_labels()
        copy.undo()
    assert rest(tmp_path) == []


def test_a_copy_replaces_a_file_only_when_it_is_whole(library, talks, tmp_path):
    (tmp_path / "copy.parley").write_bytes(b"mine")
    cancel = Cancel()
    cancel()
    with pytest.raises(Cancelled):
        copying.save_copy(library, tmp_path / "copy.parley", cancel)
    assert (tmp_path / "copy.parley").read_bytes() == b"mine"
    copying.save_copy(library, tmp_path / "copy.parley", Cancel())
    assert (tmp_path / "copy.parley").read_bytes()[:6] == b"SQLite"
    assert rest(tmp_path) == []


def test_the_library_is_never_copied_over_itself(library, talks, tmp_path):
    (tmp_path / "link.parley").symlink_to(library.path)
    for target in (library.path, tmp_path / "link.parley"):
        with pytest.raises(KnownError, match="This is the library that is open"):
            copying.save_copy(library, target, Cancel())
    assert library.meetings.get("astana-01")


def test_a_copy_into_no_folder_is_refused_in_a_sentence(library, tmp_path):
    with pytest.raises(KnownError, match="could not be made in"):
        copying.save_copy(library, tmp_path / "no" / "copy.parley", Cancel())
    with pytest.raises(KnownError):
        copying.save_copy(library, tmp_path, Cancel())
    assert tmp_path.is_dir()
    assert rest(tmp_path) == []


def test_a_copy_can_be_made_of_what_may_only_be_read(library, talks, tmp_path):
    library.close()
    with Library(library.path, read_only="Held elsewhere.") as reading:
        copying.save_copy(reading, tmp_path / "copy.parley", Cancel())
    with Library(tmp_path / "copy.parley") as copy:
        copy.tags.add(name="mine")


def test_a_damaged_library_is_not_copied_as_if_it_were_sound(library, talks, tmp_path):
    library.close()
    damage(library.path)
    (tmp_path / "copy.parley").write_bytes(b"mine")
    with Library(library.path) as damaged, pytest.raises(KnownError):
        copying.save_copy(damaged, tmp_path / "copy.parley", Cancel())
    assert (tmp_path / "copy.parley").read_bytes() == b"mine"
    assert rest(tmp_path) == []


def test_a_sound_library_passes_the_check_and_a_damaged_one_does_not(library, talks):
    assert copying.quick_check(library, Cancel()) is None
    library.close()
    damage(library.path)
    with Library(library.path) as damaged:
        try:
            found = copying.quick_check(damaged, Cancel())
        except KnownError as error:
            found = str(error)
    assert found


def damage(path):
    """Overwrite the first page of the quotes."""
    with sqlite3.connect(path) as conn:
        (root,) = conn.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'quotes'").fetchone()
        (size,) = conn.execute("PRAGMA page_size").fetchone()
    conn.close()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
