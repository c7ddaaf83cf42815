import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_out import CsvOut
from walktrack.exchange.formulas import unguard
from walktrack.exchange.style import CsvStyle

WIDE = len(COLUMNS[What.WALKS])
HOSTILE = ['"', '"";"', "a\r\nb", "=1+1", "'=1", "🙂", "שלום, עולם", "x" * 10_000, ";,", "\ufeff-1"]
TEXTS = st.text() | st.sampled_from(HOSTILE)


def row(person="", recorder="", note=""):
    cells = ["1"] * WIDE
    names = [column.name for column in COLUMNS[What.WALKS]]
    for name, text in (("person", person), ("recorded_by", recorder), ("note", note)):
        cells[names.index(name)] = text
    return tuple(cells)


def written(rows, style):
    stream = io.StringIO(newline="")
    CsvOut(stream, What.WALKS, style).write(rows)
    return stream.getvalue()


def read(text, style):
    assert text[0] == "\ufeff"
    return list(csv.reader(io.StringIO(text[1:], newline=""), delimiter=style.separator))


@pytest.mark.parametrize("style", CsvStyle)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS), max_size=5))
def test_every_text_comes_back_equal(style, texts):
    rows = [row(*three) for three in texts]
    head, *back = read(written(rows, style), style)
    assert head == [column.name for column in COLUMNS[What.WALKS]]
    assert [tuple(unguard(cell) for cell in cells) for cells in back] == rows


@given(TEXTS)
def test_no_typed_cell_starts_as_a_formula(text):
    _, cells = read(written([row(text, text, text)], CsvStyle.COMMA), CsvStyle.COMMA)
    assert not any(
        cell.strip("\ufeff \t\r\n")[:1] in set("=+-@|%\uff1d\uff0b\uff0d\uff20") for cell in cells
    )


def test_lines_end_as_in_the_standard_and_nothing_known_is_an_empty_cell():
    text = written([(None,) * WIDE], CsvStyle.COMMA)
    assert text.endswith("note\r\n" + "," * (WIDE - 1) + "\r\n")


def test_no_two_columns_of_a_file_have_one_name():
    for columns in COLUMNS.values():
        names = [column.name for column in columns]
        assert len(names) == len(set(names))
        assert all(column.meaning for column in columns)


def test_the_columns_of_the_walks_are_the_agreed_ones():
    assert ", ".join(column.name for column in COLUMNS[What.WALKS]) == (
        "id, person, date, start, end, minutes, paused_minutes, pain_before, pain_during_max, "
        "pain_after, pain_next_morning, pain_guessed, posture_ticked, posture_of, kind, surface, "
        "company, effort, stopped_for_pain, warm_up, cool_down, target_minutes, time_known, "
        "pauses, recorded_by, source, entered_at, edited, note"
    )
