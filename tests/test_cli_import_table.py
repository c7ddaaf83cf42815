"""The verb that brings files in, with a table of another program: what it asks and takes."""

import pytest
from tests.exchange.foreign import tables

from walktrack import cli, paths
from walktrack.storage.diary import Diary

AMBIGUOUS = "Date,Duration\n03/04/2025,45 min\n05/06/2025,50 min\n"


@pytest.fixture
def data(tmp_path):
    """The folder of a new diary."""
    with Diary(tmp_path / "home" / paths.DIARY):
        pass
    return tmp_path / "home"


@pytest.fixture
def bring_in(data, tmp_path, capsys):
    """Bring a table in; return the exit code, what was said, and what was refused."""

    def run(text, *more):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = cli.main(["--data-dir", str(data), "import", *more, str(path)])
        out, err = capsys.readouterr()
        return code, out.splitlines(), err

    return run


@pytest.fixture
def stored(data):
    def rows():
        with Diary(data / paths.DIARY) as diary:
            walks = diary._db.rows("SELECT start_at, walked_ms, timed FROM walk ORDER BY day")
            pain = diary._db.rows(
                "SELECT value, moment, note FROM pain_rating ORDER BY day, rated_at"
            )
            return walks, pain

    return rows


def test_what_is_settled_comes_in_and_is_said(bring_in, stored):
    code, out, err = bring_in(tables.PAIN_APP)
    assert (code, err) == (0, "")
    assert out == [
        "Read with --as ratings --map date=date,pain=pain_level,note=work_notes --dates ymd."
        " These columns stay out: entry_id, places, sleep_quality.",
        "New: 2 pain ratings.",
        "Brought in 2 pain ratings.",
    ]
    assert stored()[1] == [(7, "day_average", "Could not sit, went home"), (6, "day_average", "")]
    assert bring_in(tables.PAIN_APP)[1][1:] == [
        "New: nothing.",
        "In the diary already: 2 lines.",
        "Brought in nothing.",
    ]


def test_a_dry_run_tells_every_line_and_changes_nothing(bring_in, stored):
    code, out, _ = bring_in(tables.OWN_SHEET, "--dry-run")
    assert code == 0
    assert "table.csv, line 2: walk of 2026-04-13 09:05, 42 min: it comes in." in out
    assert "table.csv, line 3: walk of 2026-04-14, 30 min: it comes in." in out
    assert out[-1] == "Nothing was changed."
    assert stored() == ([], [])


def test_what_is_not_settled_is_asked_in_a_sentence(bring_in, stored):
    code, out, err = bring_in(AMBIGUOUS)
    assert (code, out) == (3, [])
    assert err == (
        "walktrack: Nothing settles how a date such as 03/04/2025 is meant. "
        "Add --dates dmy or --dates mdy.\n"
    )
    assert bring_in(AMBIGUOUS, "--dates", "dmy")[0] == 0
    assert len(stored()[0]) == 2


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Date,Duration\n2025-04-13,2700\n", "--unit minutes, or hours"),
        ("Date,Steps\n2025-04-13,2700\n", "--map minutes=COLUMN"),
    ],
)
def test_what_is_missing_is_named_with_the_columns(bring_in, text, asked):
    code, _, err = bring_in(text)
    assert code == 3
    assert asked in err
    assert "Its columns: Date, " in err


@pytest.mark.parametrize(
    "said",
    [
        "date=When, and where,minutes=How long",
        "date=when, AND where,minutes=how long",
        "date=A,minutes=b",
        "date=1,minutes=2",
    ],
)
def test_columns_are_told_by_name_letter_or_number(bring_in, stored, said):
    text = '"When, and where";How long;x\n13/04/2025;2700;y\n'
    code, _, err = bring_in(text, "--as", "walks", "--map", said, "--unit", "seconds")
    assert (code, err) == (0, "")
    assert [walked for _, walked, _ in stored()[0]] == [2_700_000]


def test_a_column_can_be_left_out(bring_in, stored):
    code, out, _ = bring_in(tables.PAIN_APP, "--map", "note=")
    assert code == 0
    assert out[0].endswith("places, sleep_quality, work_notes.")
    assert {note for _, _, note in stored()[1]} == {""}


def test_everything_else_can_be_told_too(bring_in, stored):
    text = "13.4.2025|9:05|65,0|Caf\xe9\n".encode("cp1252")
    code, _, err = bring_in(
        text, "--as", "ratings", "--map", "date=1,time=2", "--map", "pain=3,note=4",
        "--dates", "dmy", "--separator", "pipe", "--decimal", "comma", "--letters", "windows",
        "--moment", "day", "--scale", "100", "--no-names",
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert stored()[1] == [(7, "day_average", "Caf\xe9")]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--map", "dates=Date"), "--map cannot take dates=Date. For walks it takes date, start"),
        (("--map", "minutes=Time"), "There is no column Time. There are: Date, Duration."),
        (("--as", "ratings"), "Add --map pain=COLUMN."),
        (("--dates", "dmy", "--", "more.csv"), "Give the file of another program alone"),
    ],
)
def test_what_cannot_be_is_said(bring_in, more, words):
    code, _, err = bring_in(AMBIGUOUS, *more)
    assert code == 3
    assert words in err


def test_another_pain_scale_is_refused_with_line_and_column(bring_in, stored):
    code, _, err = bring_in("Date,Pain\n2025-04-13,6\n2025-04-14,65\n")
    assert code == 3
    assert "table.csv, line 3: Pain is above 10" in err
    assert stored() == ([], [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (tables.TRACK, "holds the points of a track"),
        ("Name,Age\nAnna,74\n", "has no column of dates"),
        (b"\x89PNG\r\n\x1a\n\0", "is not a CSV file"),
    ],
)
def test_what_is_no_table_is_told(bring_in, text, words):
    code, _, err = bring_in(text)
    assert code == 3
    assert words in err


def test_rows_that_cannot_be_read_stop_it_unless_left_out(bring_in, stored):
    text = "Date,Minutes\n2025-04-13,30\nTotal,30\n"
    code, out, _ = bring_in(text)
    assert code == 3
    assert "table.csv, line 3: Date is not a date." in out
    assert stored()[0] == []
    assert bring_in(text, "--leave-out")[0] == 0
    assert len(stored()[0]) == 1


def test_help_names_the_options(capsys):
    with pytest.raises(SystemExit):
        cli.parse(["import", "--help"])
    said = capsys.readouterr().out
    for option in ("--as", "--map", "--dates", "--unit", "--moment", "--scale", "--letters"):
        assert option in said
