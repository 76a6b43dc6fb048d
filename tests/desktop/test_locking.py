"""The lock on a library: one holder at a time, told by name, and gone with its process."""

import threading

from desktop.locking import LibraryLock


def test_a_free_lock_is_taken_and_leaves_nothing_when_given_back(tmp_path):
    lock = LibraryLock(tmp_path / "a.parley")
    assert lock.take() is None
    assert [file.name for file in tmp_path.glob(".*")] == [".a.parley.lock"]
    lock.release()
    assert list(tmp_path.glob(".*")) == []


def test_a_link_to_the_library_leads_to_the_same_lock(tmp_path):
    (tmp_path / "a.parley").touch()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "link.parley").symlink_to(tmp_path / "a.parley")
    lock = LibraryLock(tmp_path / "folder" / "link.parley")
    lock.take()
    assert (tmp_path / ".a.parley.lock").exists()
    lock.release()


def test_a_lock_file_that_names_nobody_is_said_to_be_of_unknown_origin(tmp_path):
    (tmp_path / ".a.parley.lock").touch()
    said = LibraryLock(tmp_path / "a.parley").take()
    assert said == "“a.parley” is open in another Parley (a lock file of unknown origin), so here it may only be read."


def test_a_lock_that_is_given_back_at_this_moment_is_taken(tmp_path):
    left = tmp_path / ".a.parley.lock"
    left.write_text("")  # as it stands for a moment when another gives it back
    gone = threading.Timer(0.05, left.unlink)
    gone.start()
    assert LibraryLock(tmp_path / "a.parley").take() is None
    gone.join()


def test_a_lock_of_another_computer_is_not_taken_away(tmp_path):
    held = "1234\nparley\nfar-away\n00000000-0000-0000-0000-000000000000\n00000000-0000-0000-0000-000000000000\n"
    (tmp_path / ".a.parley.lock").write_text(held)
    said = LibraryLock(tmp_path / "a.parley").take()
    assert said is not None
    assert "process 1234 on far-away" in said
    assert (tmp_path / ".a.parley.lock").read_text() == held
