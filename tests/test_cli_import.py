"""The verb that brings files in: what it says, what it does, and what it exits with."""

import os
import subprocess
import sys

import pytest
from tests.services.lives import Home
from tests.services.test_importing import LIFE

from walktrack import cli, paths
from walktrack.cli.import_words import bad_sentence, line_words
from walktrack.clock import SystemClock
from walktrack.domain.incoming import Bundle, Fate, Line, Why
from walktrack.domain.person import Person
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.storage.diary import Diary


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    with Home("Anna", LIFE) as home:
        home.save(folder)
    return folder


@pytest.fixture
def data(tmp_path):
    """The folder of a new diary."""
    with Diary(tmp_path / "home" / paths.DIARY):
        pass
    return tmp_path / "home"


@pytest.fixture
def bring_in(data):
    return lambda *more: cli.main(["--data-dir", str(data), "import", *map(str, more)])


def stored(data):
    with Diary(data / paths.DIARY) as diary:
        count = "SELECT count(*) FROM {} WHERE deleted_at IS NULL"
        return [
            diary._db.rows(count.format(table))[0][0]
            for table in ("walk", "pain_rating", "posture_check", "person")
        ]


def test_the_files_come_in_for_whom_they_are_meant(bring_in, files, data, capsys):
    assert bring_in(files, "--person", "Maria") == 3
    assert "nobody yet" in capsys.readouterr().err
    with Diary(data / paths.DIARY) as diary:
        now = SystemClock().read().wall
        for number, name in enumerate(("Bert", "Maria")):
            person = Person(str(number), name, "#000", "", None, "", "", None, False, now)
            diary.people.add(person)
    assert bring_in(files, "--person", "mar") == 0
    with Diary(data / paths.DIARY) as diary:
        whose = diary._db.rows("SELECT DISTINCT person_id FROM walk")
        assert whose == [("1",)]


def test_a_folder_comes_in_and_that_is_said(bring_in, files, data, capsys):
    assert bring_in(files) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.splitlines() == [
        "New: 2 walks, 5 pain ratings, 1 posture check.",
        "The diary has no name yet and gets the name Anna.",
        "Brought in 2 walks, 5 pain ratings, 1 posture check.",
    ]
    assert stored(data) == [2, 5, 1, 1]
    assert len(list((data / "backups").glob("*-import.db"))) == 1


def test_a_second_time_nothing_comes_in(bring_in, files, capsys):
    bring_in(files)
    capsys.readouterr()
    assert bring_in(*sorted(files.iterdir())) == 0
    assert capsys.readouterr().out.splitlines() == [
        "New: nothing.",
        "In the diary already: 8 lines.",
        "Brought in nothing.",
    ]


def test_a_dry_run_tells_every_line_and_changes_nothing(bring_in, files, data, capsys):
    before = stored(data)
    assert bring_in("--dry-run", files) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1] == "Nothing was changed."
    told = [line for line in lines if ", line " in line]
    assert len(told) == 8
    assert told[0] == "walks.csv, line 2: walk of 2026-03-02 12:00, 20 min: it comes in."
    assert stored(data) == before == [0, 0, 0, 0]
    assert not (data / "backups").exists()


def test_lines_that_cannot_be_read_are_named_and_stop_it(bring_in, files, data, capsys):
    path = files / "walks.csv"
    path.write_bytes(path.read_bytes() + b"a,b\r\n")
    assert bring_in(path) == 3
    out, err = capsys.readouterr()
    assert "walks.csv, line 4: it has more or fewer cells than there are columns." in out
    assert err.startswith("walktrack: Nothing was brought in.")
    assert stored(data)[0] == 0
    assert bring_in("--leave-out", path) == 0
    assert stored(data)[0] == 2


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(bring_in, tmp_path, data, capsys):
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0")
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path in (picture, pipe, tmp_path, tmp_path / "no.csv"):
        assert bring_in(path) == 3
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("walktrack: ")
        assert err.endswith(" Nothing was brought in.\n")
        assert str(path) in err
    assert stored(data) == [0, 0, 0, 1]


def test_a_diary_that_is_not_there_is_not_made(files, tmp_path, capsys):
    assert cli.main(["--data-dir", str(tmp_path / "no"), "import", str(files)]) == 3
    assert "There is no diary" in capsys.readouterr().err
    assert not (tmp_path / "no").exists()


def test_every_reason_is_a_sentence():
    for why in Why:
        words = line_words(Line("walks.csv", 7, Fate.UNREADABLE, None, why, "start"))
        assert words.startswith("walks.csv, line 7: ")
        assert "{" not in words
    for record in (*LIFE.walks, *LIFE.ratings, *LIFE.checks):
        assert line_words(Line("x.csv", 2, Fate.COMES, record)).endswith("it comes in.")


@pytest.mark.parametrize("bad", Bad)
def test_every_kind_of_bad_file_has_its_sentence(bad, tmp_path):
    words = bad_sentence(BadFileError(bad, tmp_path, line=7, columns=("start", "end")))
    assert words.endswith(".")
    assert str(tmp_path) in words


def test_the_name_of_a_file_may_hold_anything(data, tmp_path):
    """Also bytes that are no letters: a mark stands for each."""
    name = tmp_path / os.fsdecode(b"\xff\x1b.csv")
    with Home("", Bundle(LIFE.walks)) as home:
        name.write_bytes(home.texts()["walks"] + b"a,b\r\n")
    script = "import sys; from walktrack import cli; sys.exit(cli.main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, "--data-dir", data, "import", "--leave-out", name]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"??.csv, line 4: " in done.stdout
    assert b"Brought in 2 walks." in done.stdout


def test_it_needs_no_qt(data, files):
    script = (
        "import sys; from walktrack import cli; code = cli.main(sys.argv[1:])\n"
        "sys.exit('loaded Qt' if 'PySide6' in sys.modules else code)"
    )
    command = [sys.executable, "-c", script, "--data-dir", data, "import", "--dry-run", files]
    done = subprocess.run(command, capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("asked", [["import"], ["import", "--out", "x", "y"]])
def test_what_cannot_be_understood_exits_with_two(asked, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.parse(asked)
    assert stopped.value.code == 2
    assert "walktrack" in capsys.readouterr().err
