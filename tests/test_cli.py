import csv
import io
import locale
import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from uuid import uuid4

import pytest

from walktrack import __version__, cli, paths
from walktrack.domain.moment import Moment
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.walk import Source, Walk, WalkState
from walktrack.exchange.style import CsvStyle
from walktrack.storage.diary import Diary

FIRST = Moment.of(datetime.fromisoformat("2026-01-05T10:00:00+01:00"))


@pytest.fixture
def folder(tmp_path):
    """A folder with a diary of three walks, a day apart."""
    home = tmp_path / "home"
    with Diary(home / paths.DIARY) as diary:
        person = Person("p", "Anna", "#000", "A", None, DEFAULT_TEN_ANCHOR, "", None, False, FIRST)
        diary.people.add(person)
        for days in range(3):
            start = FIRST.plus(days * 86_400_000)
            end = start.plus(750_000)
            walk = (start, end, 750_000, WalkState.DONE, Source.TIMER, None, end)
            diary.walks.add(Walk(str(uuid4()), "p", *walk))
    return home


@pytest.fixture
def export(folder):
    def run(*more):
        return cli.main(["--data-dir", str(folder), "export", "--style", "comma", *map(str, more)])

    return run


def dates(text):
    return [row["date"] for row in csv.DictReader(io.StringIO(text.lstrip("\ufeff"), newline=""))]


def sentence(capsys):
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("walktrack: ")
    assert err.endswith(".\n")
    assert err.count("\n") == 1
    return err


def test_all_walks_are_written_if_nothing_is_said(export, tmp_path, capsys):
    target = tmp_path / "walks.csv"
    assert export("--out", target) == 0
    assert dates(target.read_text("utf-8")) == ["2026-01-05", "2026-01-06", "2026-01-07"]
    assert capsys.readouterr().out == f"Saved 3 rows in {target}.\n"


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        (["--from", "2026-01-06"], ["2026-01-06", "2026-01-07"]),
        (["--to", "2026-01-06"], ["2026-01-05", "2026-01-06"]),
        (["--from", "2026-01-06", "--to", "2026-01-06"], ["2026-01-06"]),
        (["--to", "1999-01-01"], []),
        (["--last", "all"], ["2026-01-05", "2026-01-06", "2026-01-07"]),
    ],
)
def test_dates_choose_the_days(export, tmp_path, asked, days):
    target = tmp_path / "walks.csv"
    assert export("--out", target, *asked) == 0
    assert dates(target.read_text("utf-8")) == days


def test_everything_is_a_folder(export, tmp_path):
    target = tmp_path / "all"
    assert export("--out", target, "--what", "everything") == 0
    assert len(list(target.iterdir())) == 9


def test_a_data_folder_may_stand_on_either_side(folder, tmp_path):
    for order in (["--data-dir", str(folder), "export"], ["export", "--data-dir", str(folder)]):
        assert cli.main([*order, "--out", str(tmp_path / "walks.csv")]) == 0


def with_maria(folder, **more):
    """Add a second person with one walk, a year earlier."""
    with Diary(folder / paths.DIARY) as diary:
        anna = diary.people.get("p")
        maria = replace(anna, id="m", name="Maria \u202e<b>", entered=FIRST.plus(1), **more)
        diary.people.add(maria)
        start = FIRST.plus(-365 * 86_400_000)
        end = start.plus(750_000)
        walk = (start, end, 750_000, WalkState.DONE, Source.TIMER, None, end)
        diary.walks.add(Walk(str(uuid4()), "m", *walk))


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ([], 3),
        (["--person", "anna"], 3),
        (["--person", "A"], 3),
        (["--person", " maria"], 1),
    ],
)
@pytest.mark.parametrize("archived", [False, True])
def test_whose_records_is_said_by_the_name_or_its_beginning(
    export, folder, tmp_path, asked, days, archived
):
    with_maria(folder, archived=archived)
    target = tmp_path / "walks.csv"
    assert export("--out", target, *asked) == 0
    assert len(dates(target.read_text("utf-8"))) == days


def test_without_a_name_it_is_the_person_whose_diary_is_open(export, folder, tmp_path):
    with_maria(folder)
    with Diary(folder / paths.DIARY) as diary:
        diary.settings.write("person", "m")
    assert export("--out", tmp_path / "walks.csv") == 0
    assert len(dates((tmp_path / "walks.csv").read_text("utf-8"))) == 1


def test_nobody_or_several_of_this_name_is_told_with_the_names(export, folder, tmp_path, capsys):
    with_maria(folder)
    with Diary(folder / paths.DIARY) as diary:
        for number in range(12):
            entered, name = FIRST.plus(10 + number), f"Bert {number:02}"
            one = replace(diary.people.get("p"), id=f"b{number}", name=name, entered=entered)
            diary.people.add(one)
    for name in ("Clara", ""):
        assert export("--out", tmp_path / "x.csv", "--person", name) == 3
        said = sentence(capsys)
        assert f'nobody called "{name}"' in said
        assert "Anna, " in said
        assert said.endswith("and 4 more.\n")
    assert export("--out", tmp_path / "x.csv", "--person", "bert") == 3
    assert '"bert" could be Bert 00, Bert 01,' in sentence(capsys)
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--from", "tomorrow"], '"tomorrow" is not a date'),
        (["--from", "2026-02-30"], '"2026-02-30" is not a date'),
        (["--from", "2026-03-01", "--to", "2026-02-01"], "is after the last day"),
    ],
)
def test_dates_that_make_no_sense_are_told(export, tmp_path, capsys, asked, words):
    assert export("--out", tmp_path / "walks.csv", *asked) == 3
    assert words in sentence(capsys)
    assert not (tmp_path / "walks.csv").exists()


def test_a_missing_diary_is_told_and_not_made(tmp_path, capsys):
    assert cli.main(["--data-dir", str(tmp_path / "no"), "export", "--out", "x.csv"]) == 3
    assert "There is no diary" in sentence(capsys)
    assert not (tmp_path / "no").exists()


def test_a_folder_that_cannot_be_is_told(capsys):
    assert cli.main(["--data-dir", "x" * 300, "export", "--out", "x.csv"]) == 3
    assert "cannot be opened" in sentence(capsys)


def test_an_empty_diary_is_told(tmp_path, capsys):
    with Diary(tmp_path / paths.DIARY):
        pass
    assert cli.main(["--data-dir", str(tmp_path), "export", "--out", str(tmp_path / "x.csv")]) == 3
    assert "nothing in the diary" in sentence(capsys)


def test_a_diary_that_is_open_is_told(folder, tmp_path, capsys):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib; from walktrack.storage.diary import Diary\n"
            "diary = Diary(pathlib.Path(sys.argv[1])); diary.open()\n"
            "print('open', flush=True); sys.stdin.read()",
            str(folder / paths.DIARY),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout.readline().strip() == b"open"
        out = str(tmp_path / "x.csv")
        assert cli.main(["--data-dir", str(folder), "export", "--out", out]) == 3
    finally:
        holder.communicate(timeout=20)
    assert "is open already" in sentence(capsys)


@pytest.mark.parametrize(
    ("start", "content", "words"),
    [
        (0, b"not a database at all, but long enough" * 20, "not a WalkTrack diary"),
        (60, (9999).to_bytes(4, "big"), "A newer WalkTrack"),
    ],
)
def test_a_strange_file_is_told_and_left_alone(folder, tmp_path, capsys, start, content, words):
    file = folder / paths.DIARY
    data = file.read_bytes()
    file.write_bytes(data[:start] + content + data[start + len(content) :])
    before = file.read_bytes()
    out = str(tmp_path / "x.csv")
    assert cli.main(["--data-dir", str(folder), "export", "--out", out]) == 3
    assert words in sentence(capsys)
    assert file.read_bytes() == before


def test_a_place_that_takes_no_file_is_told(export, tmp_path, capsys):
    assert export("--out", tmp_path / "no" / "walks.csv") == 3
    assert "There is no folder" in sentence(capsys)
    assert export("--out", os.devnull) == 3
    assert "Something else" in sentence(capsys)
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("dear")
    assert export("--out", tmp_path / "used", "--what", "everything") == 3
    assert "Nothing was saved." in sentence(capsys)


@pytest.mark.parametrize(
    "asked",
    [
        ["export"],
        ["export", "--out", "x", "--what", "cake"],
        ["export", "--out", "x", "--last", "4w", "--from", "2026-01-01"],
        ["export", "--out", "-", "--what", "everything"],
        ["fly"],
    ],
)
def test_what_cannot_be_understood_exits_with_two(asked, capsys):
    with pytest.raises(SystemExit) as stopped:
        cli.parse(asked)
    assert stopped.value.code == 2
    assert "walktrack" in capsys.readouterr().err


def test_the_window_is_what_is_left_without_a_verb():
    asked = cli.parse(["--data-dir", "x", "--example"])
    assert (asked.verb, asked.data_dir, asked.example) == (None, "x", True)
    plain = cli.parse([])
    assert (plain.verb, plain.data_dir, plain.example) == (None, None, False)


@pytest.mark.parametrize(("sign", "style"), [(",", CsvStyle.SEMICOLON), (".", CsvStyle.COMMA)])
def test_the_style_follows_the_country(folder, tmp_path, monkeypatch, sign, style):
    monkeypatch.setattr(locale, "localeconv", lambda: {"decimal_point": sign})
    target = tmp_path / "walks.csv"
    assert cli.main(["--data-dir", str(folder), "export", "--out", str(target)]) == 0
    assert f"id{style.separator}person" in target.read_text("utf-8")
    assert f"{style.separator}12{style.decimal}5{style.separator}" in target.read_text("utf-8")


def alone(folder, *arguments, env=None):
    script = (
        "import sys; from walktrack import cli; code = cli.main(sys.argv[1:])\n"
        "loaded = [name for name in ('PySide6', 'matplotlib', 'numpy') if name in sys.modules]\n"
        "sys.exit(f'loaded {loaded}' if loaded else code)"
    )
    bare = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=bare | (env or {}), cwd=folder, capture_output=True, check=False, timeout=60,
    )  # fmt: skip


def test_it_needs_no_display_and_no_qt(folder, tmp_path):
    done = alone(tmp_path, "--data-dir", str(folder), "export", "--out", "walks.csv")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(dates((tmp_path / "walks.csv").read_text("utf-8"))) == 3


def test_standard_output_gets_the_bytes_of_the_file(folder, tmp_path):
    alone(tmp_path, "--data-dir", str(folder), "export", "--out", "walks.csv")
    done = alone(tmp_path, "--data-dir", str(folder), "export", "--out", "-")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == (tmp_path / "walks.csv").read_bytes()


def test_version_and_help_need_nothing(tmp_path):
    done = alone(tmp_path, "--version")
    assert done.stdout.decode().strip() == f"WalkTrack {__version__}"
    assert b"--data-dir" in alone(tmp_path, "--help").stdout
    assert b"--from" in alone(tmp_path, "export", "--help").stdout
    assert list(Path(tmp_path).iterdir()) == []
