"""`python -m db`: what it prints, where, and with which exit code."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from db.dataset import build

ROOT = Path(__file__).parents[2]
SMALL = Path(__file__).parent / "small_dataset"


def run(*arguments, **options):
    """The finished command."""
    environment = os.environ | {"PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "db", *map(str, arguments)],
        cwd=ROOT, env=environment, encoding="utf-8", capture_output=True, timeout=60, check=False, **options,
    )  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The bundled library, built once."""
    path = tmp_path_factory.mktemp("command") / "astana.parley"
    build(path)
    return path


def refused(done):
    """The one sentence that a refused command says."""
    assert done.returncode == 1
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    return done.stderr.strip()


def test_build_makes_the_library_and_says_what_it_holds(tmp_path):
    done = run("build", tmp_path / "a.parley")
    assert (done.returncode, done.stderr) == (0, "")
    assert "54 meetings, 360 participations, 185 outcomes" in done.stdout
    assert [path.name for path in tmp_path.iterdir()] == ["a.parley"]


def test_build_refuses_an_existing_file_unless_forced(tmp_path):
    target = tmp_path / "a.parley"
    target.write_bytes(b"mine")
    assert "already" in refused(run("build", target))
    assert target.read_bytes() == b"mine"
    assert run("build", target, "--force").returncode == 0


def test_build_tells_what_is_wrong_in_a_dataset(tmp_path):
    (tmp_path / "meetings").mkdir()
    assert "library.toml: the file: cannot be read" in refused(run("build", tmp_path / "a", "--from", tmp_path))


def test_build_reads_another_dataset(tmp_path):
    done = run("build", tmp_path / "a.parley", "--from", SMALL)
    assert "2 meetings, 2 participations, 1 outcome" in done.stdout


def test_check_finds_the_built_library_sound(library):
    done = run("check", library)
    assert (done.returncode, done.stderr) == (0, "")
    assert "astana.parley is sound: 54 meetings," in done.stdout


def test_check_names_what_is_wrong(library, tmp_path):
    spoilt = tmp_path / "spoilt.parley"
    content = library.read_bytes()
    words = b"The unchanging line of Astana"
    assert words in content
    spoilt.write_bytes(content.replace(words, b"The ever-changing line Astana"))
    assert refused(run("check", spoilt))


@pytest.mark.parametrize("command", [("check",), ("search", "peace")])
def test_a_file_that_is_no_library_is_refused_in_a_sentence(tmp_path, command):
    path = tmp_path / "letter.parley"
    path.write_text("Dear all", encoding="utf-8")
    assert "letter.parley” is not a Parley library" in refused(run(command[0], path, *command[1:]))


def test_search_prints_one_object_a_line(library):
    done = run("search", library, '"astana platform"')
    hits = [json.loads(line) for line in done.stdout.splitlines()]
    assert [hit["speaker"] for hit in hits] == ["Sergei Lavrov", "Sergei Lavrov"]
    for hit in hits:
        assert set(hit) == {
            "uid", "text", "form", "speaker", "title", "date", "meeting", "source", "check", "matches", "sounds",
            "reason",
        }  # fmt: skip
        assert [hit["text"][starts:ends] for starts, ends in hit["matches"]] == ["Astana platform"]
        assert (hit["date"], hit["meeting"], hit["source"]) == ("2018-03-16", "ministerial-2018-03-16", "seed-002")


def test_verify_prints_where_a_quotation_stands(library):
    done = run("verify", library, "the Astana platform stimulated efforts")
    (hit,) = map(json.loads, done.stdout.splitlines())
    assert (hit["source"], hit["result"], hit["score"]) == ("seed-002", "verbatim", 1.0)
    assert hit["ends"] - hit["starts"] == len("the Astana platform stimulated efforts")
    done = run("verify", library, "the Astana platform hindered efforts")
    assert {json.loads(line)["result"] for line in done.stdout.splitlines()} == {"differs"}


def test_readings_prints_all_of_them_or_those_that_are_followed(library):
    every = [json.loads(line) for line in run("readings", library).stdout.splitlines()]
    followed = [json.loads(line) for line in run("readings", library, "--followed").stdout.splitlines()]
    assert followed == [reading for reading in every if reading["followed"]]
    assert 0 < len(followed) < len(every)
    assert any(passage["source"] for reading in followed for passage in reading["passages"])
    assert [one["date"] for one in every] == sorted(one["date"] for one in every)
    assert {reading["record_says"] for reading in every if not reading["followed"]} == {None}
    assert {passage["then"] for reading in every for passage in reading["passages"]} == {""}


def test_verify_says_when_no_source_has_the_words(library):
    nowhere = run("verify", library, "words that nobody ever wrote")
    assert refused(nowhere) == "No source has these words, or most of them."
    assert refused(run("verify", library, "…")) == "There is no word in this that could be looked for."


def test_search_folds_case_and_diacritics_and_writes_letters_as_they_are(library):
    done = run("search", library, "CAVUSOGLU")
    assert len(done.stdout.splitlines()) == 3
    assert "Mevlüt Çavuşoğlu" in done.stdout


def test_search_says_of_a_hit_that_it_only_sounds_so(library):
    hits = [json.loads(line) for line in run("search", library, "Lawrof").stdout.splitlines()]
    assert hits
    assert all(hit["sounds"] and "sounds like" in hit["reason"] for hit in hits)


def test_search_without_a_hit_prints_nothing(library):
    done = run("search", library, "zeppelin")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("query", ["...", '"', "🕊", "(((", "\u0301"])
def test_search_for_no_letter_is_refused_in_a_sentence(library, query):
    assert refused(run("search", library, query)) == "There is no letter or digit to search for in this."


def test_a_lost_index_is_told_of_and_made_anew(library, tmp_path):
    path = Path(shutil.copy(library, tmp_path / "lost.parley"))
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("DELETE FROM quote_words")
    conn.close()
    told = refused(run("search", path, "Lawrow"))
    assert "The search index in “lost.parley” is damaged." in told
    assert told.endswith(f"This makes it anew: python -m db reindex {path}")
    assert run("reindex", path).stdout == f"The search index of {path} was made anew.\n"
    assert len(run("search", path, "Lawrow").stdout.splitlines()) == 6
    assert run("check", path).returncode == 0


def test_search_says_when_not_all_quotes_are_in_the_index(library, tmp_path):
    path = Path(shutil.copy(library, tmp_path / "older.parley"))
    conn = sqlite3.connect(path, isolation_level=None)
    conn.execute("UPDATE library SET value = 'older' WHERE key = 'quote_index'")
    conn.close()
    done = run("search", path, "zeppelin OR CAVUSOGLU")
    assert "Not all quotes are ready for searching: open the library in Parley once." in done.stderr
    assert done.stdout == run("search", library, "zeppelin OR CAVUSOGLU").stdout != ""


def test_search_leaves_the_file_as_it_is(library):
    before = library.read_bytes()
    run("search", library, "peace")
    assert library.read_bytes() == before


def test_a_reader_that_stops_early_is_no_error(library):
    command = [sys.executable, "-m", "db", "search", str(library), ""]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.close()
        assert process.stderr is not None
        assert process.stderr.read() == b""
        process.wait(timeout=60)


def test_no_import_of_the_library_pays_for_the_command_line():
    code = "import sys, db; print([name for name in ('tomllib', 'click', 'json', 'db.dataset') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
