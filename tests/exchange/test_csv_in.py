"""Reading CSV files back: ours in every shape, and any other refused in time and with a reason."""

import codecs
import os
import threading
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from walktrack.domain.incoming import Why
from walktrack.exchange import csv_in
from walktrack.exchange.cells import CellError, Cells
from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_in import Bad, BadFileError, CsvIn
from walktrack.exchange.rows_in import check_in, pain_of, rating_in, walk_in
from walktrack.exchange.style import CsvStyle

WALK = {
    "id": "w1", "person": "Anna", "date": "2026-05-20", "start": "2026-05-20T10:00:00+02:00",
    "end": "2026-05-20T10:20:00+02:00", "minutes": "18.5", "paused_minutes": "1.5",
    "kind": "gentle", "source": "timer", "entered_at": "2026-05-20T10:20:00+02:00",
    "note": "to the mill",
}  # fmt: skip


def names_of(what=What.WALKS):
    return [column.name for column in COLUMNS[what]]


def row(cells=WALK, what=What.WALKS, separator=",", **changes):
    cells = cells | changes
    return separator.join(cells.get(name, "") for name in names_of(what))


def header(what=What.WALKS, separator=","):
    return separator.join(names_of(what))


def table(*rows, what=What.WALKS):
    return "\r\n".join([header(what), *rows]) + "\r\n"


@pytest.fixture
def written(tmp_path):
    def write(data):
        path = tmp_path / "walks.csv"
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    return write


@pytest.fixture
def refused(written):
    def why(data):
        with pytest.raises(BadFileError) as caught:
            list(CsvIn(written(data)).rows())
        return caught.value

    return why


def walk_of(file):
    (found,) = file.rows()
    assert found.wrong is None
    return walk_in(Cells(found.cells, file.style.decimal), "anna")


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: text.encode(),
        lambda text: codecs.BOM_UTF8 + text.encode(),
        lambda text: text.encode("utf-16"),
        lambda text: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
        lambda text: text.encode().replace(b"\r\n", b"\n"),
        lambda text: text.encode().replace(b"\r\n", b"\r"),
        lambda text: text.encode().removesuffix(b"\r\n"),
        lambda text: text.encode() + b"\r\n\r\n,,,,\r\n",
    ],
    ids=["utf-8", "mark", "utf-16", "utf-16-be", "lf", "cr", "no end", "blank lines"],
)
def test_our_files_are_read_however_they_were_saved(written, encoded):
    file = CsvIn(written(encoded(table(row(note="café — 🙂")))))
    assert (file.what, file.style, file.old_letters) == (What.WALKS, CsvStyle.COMMA, False)
    walk = walk_of(file)
    assert (walk.id, walk.minutes, walk.details.note) == ("w1", 18.5, "café — 🙂")


def test_old_windows_letters_are_read_and_said(written):
    file = CsvIn(written(table(row(note="café")).encode("cp1252")))
    assert file.old_letters
    assert walk_of(file).details.note == "café"


def test_semicolons_go_with_a_decimal_comma(written):
    cells = row(separator=";", minutes="18,5", paused_minutes="1,5", note="a, b")
    file = CsvIn(written(f"{header(separator=';')}\r\n{cells}\r\n"))
    assert file.style is CsvStyle.SEMICOLON
    assert (walk_of(file).minutes, walk_of(file).details.note) == (18.5, "a, b")


def test_the_order_of_the_columns_is_free_and_others_are_left_out(written):
    names = [*reversed(names_of()), "weather"]
    cells = ",".join((WALK | {"weather": "sun"}).get(name, "") for name in names)
    assert walk_of(CsvIn(written(f"{','.join(names)}\n{cells}\n"))).id == "w1"


def test_lines_are_counted_as_an_editor_does(written):
    note = '"two\r\nlines, ""quoted"""'
    file = CsvIn(written(table(row(note=note), row(id="w2"), "", row(id="w3"))))
    assert [(found.number, found.cells["id"]) for found in file.rows()] == [
        (2, "w1"), (4, "w2"), (6, "w3"),
    ]  # fmt: skip


PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x05\x00\x00\x00\x03 \x08\x06"


@pytest.mark.parametrize(
    ("data", "bad"),
    [
        (b"", Bad.EMPTY),
        (codecs.BOM_UTF8, Bad.EMPTY),
        (b" \r\n\r\n", Bad.EMPTY),
        (PNG, Bad.NO_TEXT),
        (b"SQLite format 3\x00" + bytes(100), Bad.NO_TEXT),
        (table(row()).encode("utf-16-le"), Bad.NO_TEXT),
        (table(row()).encode("utf-16")[:-1], Bad.LETTERS),
        (codecs.BOM_UTF8 + b"\xff", Bad.LETTERS),
        (b"\x81\x8d\x8f", Bad.NO_TEXT),
        (b"<html><body>hello</body></html>", Bad.COLUMNS),
        (b"Dear Anna,\nhow are you?\n", Bad.COLUMNS),
        (b'"', Bad.QUOTES),
        (b"x" * 200_000, Bad.LONG),
        (b'\x1f\x8b\x08"', Bad.NO_TEXT),
        (b"id,start,id\n", Bad.TWICE),
    ],
)
def test_what_is_no_csv_of_ours_is_refused(refused, data, bad):
    assert refused(data).bad is bad


def test_missing_columns_are_named(refused):
    error = refused(table(row()).replace("source", "origin").replace("end,", "ende,", 1))
    assert (error.bad, error.columns) == (Bad.COLUMNS, ("end", "source"))
    lacks = refused("walk_id,item\n").columns
    assert lacks == ("checked", "recorded_by", "entered_at", "edited")


@pytest.mark.parametrize("sample", ["time,latitude,longitude", "entry_id,date,pain_level"])
def test_files_of_other_programs_are_refused(refused, sample):
    assert "start" in refused(f"{sample}\n1,2,3\n").columns


def test_a_quote_left_open_names_the_line_where_its_row_begins(refused):
    error = refused(table(row(), row(id="w2", note='"open'), row(id="w3")))
    assert (error.bad, error.line) == (Bad.QUOTES, 3)
    error = refused(table(row(), row(id="w2", note='"open' + "x" * 200_000)))
    assert (error.bad, error.line) == (Bad.LONG, 3)


def test_letters_that_cannot_be_read_name_their_line(refused):
    error = refused(codecs.BOM_UTF8 + table(row(), row()).encode() + b"caf\xe9")
    assert (error.bad, error.line) == (Bad.LETTERS, 4)


def test_rows_with_cells_missing_or_too_many_are_told_and_the_rest_is_read(written):
    good = row()
    file = CsvIn(written(table(good, good + ",x", "a,b", good + ",,,", header(), good)))
    assert [(found.number, found.wrong) for found in file.rows()] == [
        (2, None), (3, Why.CELLS), (4, Why.CELLS), (5, None), (6, Why.NAMES), (7, None),
    ]  # fmt: skip


def test_a_file_too_large_is_not_read(refused, monkeypatch):
    monkeypatch.setattr(csv_in, "LARGEST_FILE", 1000)
    assert refused(b"x" * 1001).bad is Bad.TOO_LARGE


def test_too_many_rows_are_refused(refused, written, monkeypatch):
    monkeypatch.setattr(csv_in, "MOST_ROWS", 2)
    assert len(list(CsvIn(written(table(row(), row()))).rows())) == 2
    error = refused(table(row(), row(), row()))
    assert (error.bad, error.line) == (Bad.TOO_MANY_ROWS, 4)


def test_limits_are_those_promised():
    assert (csv_in.LARGEST_FILE, csv_in.MOST_ROWS) == (20_000_000, 200_000)


def test_what_is_no_file_is_never_opened(tmp_path):
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    for path, bad in (
        (pipe, Bad.NO_FILE),
        (tmp_path, Bad.NO_FILE),
        (Path(os.devnull), Bad.NO_FILE),
        (tmp_path / "no.csv", Bad.MISSING),
        (tmp_path / "no" / "no.csv", Bad.MISSING),
        (tmp_path / ("x" * 300), Bad.MISSING),
        (Path("a\0b"), Bad.MISSING),
    ):
        caught = []

        def read(path=path, caught=caught):
            try:
                CsvIn(path)
            except BadFileError as error:
                caught.append(error.bad)

        thread = threading.Thread(target=read, daemon=True)
        thread.start()
        thread.join(20)
        assert caught == [bad]


@pytest.mark.parametrize(
    ("changes", "why", "column"),
    [
        ({"id": ""}, Why.EMPTY, "id"),
        ({"id": "=cmd()"}, Why.ID, "id"),
        ({"id": "x" * 101}, Why.ID, "id"),
        ({"start": ""}, Why.EMPTY, "start"),
        ({"start": "20/05/2026"}, Why.TIME, "start"),
        ({"start": "2026-05-20"}, Why.TIME, "start"),
        ({"start": "2026-05-20T10:00:00"}, Why.TIME, "start"),
        ({"start": "2026-02-30T10:00:00+01:00"}, Why.TIME, "start"),
        ({"start": "1812-02-20T10:00:00+01:00"}, Why.TIME, "start"),
        ({"start": "9999-12-31T23:00:00-10:00"}, Why.TIME, "start"),
        ({"start": "2026-05-20T10:00:00+99:00"}, Why.TIME, "start"),
        ({"start": "२०२६-05-20T10:00:00+02:00"}, Why.TIME, "start"),
        ({"end": "2026-05-20T09:59:59+02:00"}, Why.END_FIRST, "end"),
        ({"minutes": "many"}, Why.NUMBER, "minutes"),
        ({"minutes": "1e3"}, Why.NUMBER, "minutes"),
        ({"minutes": "nan"}, Why.NUMBER, "minutes"),
        ({"minutes": ""}, Why.EMPTY, "minutes"),
        ({"minutes": "20"}, Why.MINUTES, "minutes"),
        ({"minutes": "-1", "paused_minutes": "21"}, Why.MINUTES, "minutes"),
        ({"kind": "Gentle"}, Why.WORD, "kind"),
        ({"source": ""}, Why.EMPTY, "source"),
        ({"source": "watch"}, Why.WORD, "source"),
        ({"warm_up": "1"}, Why.YES_NO, "warm_up"),
        ({"target_minutes": "0"}, Why.NUMBER, "target_minutes"),
        ({"target_minutes": "20.5"}, Why.NUMBER, "target_minutes"),
        ({"entered_at": ""}, Why.EMPTY, "entered_at"),
        ({"edited": "yesterday"}, Why.TIME, "edited"),
        ({"note": "x" * 10_001}, Why.TOO_LONG, "note"),
        ({"recorded_by": "x" * 10_001}, Why.TOO_LONG, "recorded_by"),
    ],
)
def test_a_cell_that_holds_something_else_is_named(changes, why, column):
    with pytest.raises(CellError) as caught:
        walk_in(Cells(WALK | changes, "."), "anna")
    assert (caught.value.why, caught.value.column) == (why, column)


def test_the_longest_note_comes_back_with_its_mark():
    note = "=" * 10_000
    assert walk_in(Cells(WALK | {"note": "'" + note}, "."), "anna").details.note == note


def test_a_walk_may_have_been_longer_than_the_clock_says():
    """The clock was set back on the way."""
    cells = Cells(WALK | {"minutes": "80", "paused_minutes": "-60"}, ".")
    assert walk_in(cells, "anna").minutes == 80


RATING = {
    "id": "r1", "at": "2026-05-20T10:00:00+02:00", "moment": "during", "pain": "4",
    "walk_id": "w1", "minutes_walked": "1.5", "reporter": "self",
    "entered_at": "2026-05-20T10:20:00+02:00",
}  # fmt: skip


@pytest.mark.parametrize(
    ("changes", "why", "column"),
    [
        ({"pain": ""}, Why.EMPTY, "pain"),
        ({"pain": "11"}, Why.NUMBER, "pain"),
        ({"pain": "-1"}, Why.NUMBER, "pain"),
        ({"pain": "4.5"}, Why.NUMBER, "pain"),
        ({"moment": "sometimes"}, Why.WORD, "moment"),
        ({"minutes_walked": "-1"}, Why.NUMBER, "minutes_walked"),
        ({"walk_id": "a b"}, Why.ID, "walk_id"),
        ({"reporter": ""}, Why.EMPTY, "reporter"),
    ],
)
def test_a_rating_that_makes_no_sense_is_named(changes, why, column):
    with pytest.raises(CellError) as caught:
        rating_in(Cells(RATING | changes, "."), "anna")
    assert (caught.value.why, caught.value.column) == (why, column)
    assert rating_in(Cells(RATING, "."), "anna").walked_ms == 90_000


def test_a_check_that_makes_no_sense_is_named():
    cells = {"walk_id": "w1", "item": "tall", "checked": "yes", "entered_at": RATING["at"]}
    assert check_in(Cells(cells, ".")).checked
    for changes, why in (
        ({"item": "nose"}, Why.WORD),
        ({"checked": ""}, Why.EMPTY),
        ({"checked": "on"}, Why.YES_NO),
    ):
        with pytest.raises(CellError) as caught:
            check_in(Cells(cells | changes, "."))
        assert caught.value.why is why


def test_pain_in_walks_csv_makes_ratings_with_the_same_ids_each_time():
    pain = {"pain_before": "5", "pain_during_max": "7", "pain_next_morning": "0"}
    cells = Cells(WALK | pain, ".")
    walk = walk_in(cells, "anna")
    found = pain_of(cells, walk)
    assert [(r.moment.value, r.value, r.walk_id) for r in found] == [
        ("before", 5, "w1"), ("during", 7, "w1"), ("next_morning", 0, None),
    ]  # fmt: skip
    assert found[2].at.local().isoformat() == "2026-05-21T08:00:00+02:00"
    assert found == pain_of(cells, walk)
    guessed = Cells(WALK | pain | {"pain_guessed": "during next_morning"}, ".")
    assert [r.reporter.value for r in pain_of(guessed, walk)] == ["self", "guess", "guess"]


broken = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(str.encode),
    st.tuples(st.integers(0, 900), st.binary(min_size=1, max_size=3)).map(
        lambda cut: _spoilt(table(row(), row(id="w2")).encode(), *cut)
    ),
)


def _spoilt(data, place, other):
    return data[:place] + other + data[place + len(other) :]


@given(broken)
@example(b"\xef\xbb\xbf")
@example(b"\xff\xfe")
@example(header().encode() + b"\n\x00")
def test_no_bytes_whatever_make_it_fail_in_another_way(tmp_path_factory, data):
    path = tmp_path_factory.getbasetemp() / "fuzz.csv"
    path.write_bytes(data)
    try:
        file = CsvIn(path)
        for found in file.rows():
            try:
                assert found.number >= 2
                walk_in(Cells(found.cells, file.style.decimal), "anna")
            except CellError:
                continue
    except BadFileError:
        return
