import re

from db import dates
from desktop.pages.notes import notes


def test_a_page_without_notes_says_how_to_write_one(full, plain):
    assert "Ctrl+Shift+N begins one" in plain(notes(full._replace(notes=[])))


def test_each_note_says_what_it_is_on_whose_it_is_and_when_it_was_written(full, plain):
    (note,) = full.notes
    outcome = note._replace(uid="n2", record_kind="outcome", record_uid="o", field="act", title="A paper", author=None)
    passage = note._replace(
        uid="n3", record_kind="source", record_uid="s", title="A statement", passage="some words", body="Which?"
    )
    shown = plain(notes(full._replace(notes=[passage, outcome, note._replace(field="starts")])))
    day = dates.words(note.day)
    assert shown.split("\n") == [
        "On the meeting", "First day", "the note", f"the author, {day}",
        "On outcomes", "A paper · Act", "the note", f"author not known, {day}",
        "On sources of this page", "A statement", "“some words”", "Which?", f"the author, {day}",
    ]  # fmt: skip


def test_notes_and_what_they_are_on_lead_to_their_forms(full):
    (note,) = full.notes
    html = notes(full._replace(notes=[note._replace(uid="n2", record_kind="outcome", record_uid="o")])).html
    assert re.findall(r"href='(record:[^']+)'", html) == ["record:outcome:o", "record:note:n2"]
    assert "name='n2'" in html


def test_a_note_on_a_note_marks_it(full, plain):
    (note,) = full.notes
    reply = note._replace(uid="reply", record_kind="note", record_uid=note.uid, body="Indeed", title=note.body)
    page = notes(full._replace(notes=[note, reply]))
    assert "the note note" in plain(page)
    assert page.tips["record:note:reply"].startswith("Indeed\n")


def test_a_long_note_is_whole_on_the_page_and_cut_in_its_tip(full, plain):
    (note,) = full.notes
    long = note._replace(body="word " * 10_000)
    reply = note._replace(uid="reply", record_kind="note", record_uid=note.uid, body=long.body)
    page = notes(full._replace(notes=[long, reply]))
    assert plain(page).count("word") == 20_000
    assert len(page.tips["record:note:reply"]) < 700


def test_a_note_whose_passage_lost_its_place_says_so(full, plain):
    (note,) = full.notes
    on_passage = note._replace(record_kind="source", record_uid="s", title="A statement", passage="some words")
    lost = "“some words” lost its place when the text was changed"
    assert lost in plain(notes(full._replace(notes=[on_passage._replace(anchor="moved")])))
    assert lost not in plain(notes(full._replace(notes=[on_passage])))
