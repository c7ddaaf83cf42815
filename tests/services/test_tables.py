"""Tables of other programs, from the file into the diary: once, whole, and back out by undo."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.exchange.foreign import tables
from tests.services.lives import Home
from tests.storage.made import MINUTE, walk

from walktrack.domain.column_map import Dialect, Field, Letters, Rows, Scale, Separator, Unit
from walktrack.domain.incoming import Fate, Incoming, Line, Note, Why
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.walk import Details, Source
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.exchange.foreign.guess import of_rows
from walktrack.services.export import Progress
from walktrack.services.tables import ROWS_SHOWN, may_be_foreign

# The clock of these tests stands at noon on 1 June 2026.


@pytest.fixture
def home():
    with Home("Anna") as made:
        yield made


@pytest.fixture
def table(home, tmp_path):
    """Write a table and open it."""

    def opened(text, **wanted):
        path = tmp_path / "table.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return home.desk.tables.open(path, Dialect(**wanted))

    return opened


def look(home, table, **changes):
    plan = replace(table.guess.plan, **changes)
    *_, last = home.desk.importing.table_steps(home.me, table, plan)
    return last


def bring_in(home, table, **changes):
    incoming = look(home, table, **changes)
    home.desk.importing.bring_in(incoming)
    return incoming


def counts(home):
    rows = home.rows()
    return len(rows["walk"]), len(rows["pain_rating"])


def test_a_sheet_of_ones_own_comes_in_and_undo_takes_it_out(home, table):
    before = home.rows()
    incoming = bring_in(home, table(tables.OWN_SHEET))
    assert (len(incoming.bundle.walks), len(incoming.bundle.ratings)) == (2, 3)
    assert incoming.notes == (Note.DAY_ALONE,)
    first, second = (home.diary.walks.get(walk.id) for walk in incoming.bundle.walks)
    assert (first.timed, second.timed) == (True, False)
    assert (first.walked_ms, first.source) == (42.5 * MINUTE, Source.FILE)
    assert second.details.note == "two\nlines"
    assert [r.value for r in home.diary.ratings.of_walk(first.id)] == [4, 3]
    home.desk.undo.undo()
    assert home.rows() == before


def test_a_pain_diary_comes_in_with_its_notes(home, table):
    incoming = bring_in(home, table(tables.PAIN_APP))
    assert counts(home) == (0, 2)
    first = incoming.bundle.ratings[0]
    assert (first.moment, first.value) == (PainMoment.DAY_AVERAGE, 7)
    assert first.note == "Could not sit, went home"
    assert incoming.notes == ()


@pytest.mark.parametrize("text", [tables.OWN_SHEET, tables.PAIN_APP, tables.WATCH])
def test_the_same_file_twice_adds_nothing(home, table, text):
    bring_in(home, table(text))
    before = home.rows()
    home.clock.go(hours=50)
    home.desk.writing.write_as("Eva")
    again = bring_in(home, table(text))
    assert {line.why for line in again.lines} == {Why.SAME}
    assert len(again.bundle) == 0
    assert home.rows() == before


def test_a_file_that_has_grown_adds_what_is_new(home, table):
    bring_in(home, table("Date,Minutes\n2026-04-13,20\n2026-04-13,20\n"))
    again = bring_in(home, table("Date,Minutes\n2026-04-13,20\n2026-04-13,20\n2026-04-13,20\n"))
    assert [line.fate for line in again.lines] == [Fate.THERE, Fate.THERE, Fate.COMES]
    assert counts(home) == (3, 0)


def test_what_was_put_right_since_stays(home, table):
    incoming = bring_in(home, table(tables.WATCH))
    first = incoming.bundle.walks[0]
    home.desk.journal.describe(first.id, Details(note="mine"))
    again = look(home, table(tables.WATCH))
    assert [line.why for line in again.lines] == [Why.DIFFERS, Why.SAME]
    home.desk.history.remove_walk(first.id)
    assert look(home, table(tables.WATCH)).lines[0].why is Why.REMOVED


def test_a_walk_that_was_timed_here_is_the_same_walk(home, table):
    start = Moment.of(datetime.fromisoformat("2026-04-13T10:00:20"))
    home.diary.walks.add(walk("mine", start, 40))
    assert look(home, table(tables.WATCH)).lines[0].why is Why.ALIKE


def test_one_line_twice_is_one_walk_and_one_that_differs_is_told(home, table):
    text = (
        "Date,Time,Minutes,Note\n2026-04-13,9:00,30,a\n2026-04-13,9:00,30,a\n2026-04-13,9:00,30,b\n"
    )
    incoming = look(home, table(text))
    assert [line.why for line in incoming.lines] == [Why.REPEATED, Why.ABOVE, None]


def test_who_brings_it_in_is_kept(home, table):
    home.desk.writing.write_as("Eva")
    home.desk.writing.say(Reporter.GUESS)
    incoming = bring_in(home, table(tables.OWN_SHEET))
    assert {walk.recorder for walk in incoming.bundle.walks} == {"Eva"}
    assert {rating.reporter for rating in incoming.bundle.ratings} == {Reporter.GUESS}


def test_another_scale_stops_the_whole_table_at_its_line(home, table):
    opened = table("Date,Pain\n2026-04-13,5\n2026-04-14,65\n2026-04-15,x\n")
    with pytest.raises(BadFileError) as caught:
        look(home, opened)
    error = caught.value
    assert (error.bad, error.line, error.columns) == (Bad.SCALE, 3, ("Pain",))
    trial = home.desk.tables.try_out(opened, opened.guess.plan)
    assert (trial.off_scale.number, trial.off_scale.column) == (3, "Pain")
    incoming = look(home, opened, scale=Scale.HUNDRED)
    assert [rating.value for rating in incoming.bundle.ratings] == [1, 7]
    assert incoming.notes == (Note.DIVIDED,)


def test_the_first_rows_are_tried_and_later_ones_if_they_are_wrong(home, table):
    days = [f"2026-04-{day:02},30" for day in range(1, 11)]
    days[7] = "2026-04-08,"
    opened = table("Date,Minutes\n" + "\n".join(days) + "\n")
    trial = home.desk.tables.try_out(opened, opened.guess.plan)
    assert (trial.tried, trial.faults, trial.off_scale) == (10, 1, None)
    assert [read.number for read in trial.reads] == [*range(2, 2 + ROWS_SHOWN), 9]
    assert isinstance(trial.reads[-1], Line)
    assert trial.reads[-1].why is Why.EMPTY


def test_old_letters_are_noted(home, table):
    opened = table("Date,Minutes,Note\n2026-04-13,30,café\n".encode("cp1252"))
    assert look(home, opened).notes == (Note.WINDOWS_LETTERS, Note.DAY_ALONE)


def test_a_dialect_can_be_told(home, table):
    text = "Date;Minutes\n2026-04-13;30\n"
    assert table(text, separator=Separator.SEMICOLON).sheet.names == ("Date", "Minutes")
    with pytest.raises(BadFileError) as caught:
        table(text, separator=Separator.PIPE)
    assert caught.value.bad is Bad.NO_TABLE


@pytest.mark.parametrize(
    ("text", "bad"),
    [
        (tables.TRACK, Bad.POINTS),
        ("Name,Age\nAnna,74\n", Bad.NO_TABLE),
        ("# nothing but this\n", Bad.NO_TABLE),
        ("", Bad.EMPTY),
    ],
)
def test_what_is_no_table_of_walks_is_refused(table, text, bad):
    with pytest.raises(BadFileError) as caught:
        table(text)
    assert caught.value.bad is bad


@pytest.mark.parametrize(
    "text", [tables.OWN_SHEET, tables.PAIN_APP, tables.WATCH, tables.AMBIGUOUS]
)
def test_a_table_of_another_program_is_known_from_ones_own(home, tmp_path, text):
    path = tmp_path / "table.csv"
    for coding in ("utf-8", "utf-16", "utf-16-le", "cp1252"):
        path.write_bytes(text.encode(coding))
        with pytest.raises(BadFileError) as caught:
            home.look(path)
        assert may_be_foreign(caught.value)


def test_it_goes_on_in_short_steps(home, table):
    rows = "".join(f"2026-04-{n % 28 + 1:02},{n % 24}:{n % 60:02},30\n" for n in range(2500))
    opened = table("Date,Start,Minutes\n" + rows)
    *steps, last = home.desk.importing.table_steps(home.me, opened, opened.guess.plan)
    assert isinstance(last, Incoming)
    done = [step.done for step in steps]
    assert len(done) > 40
    assert done == sorted(done)
    assert all(isinstance(step, Progress) and step.done <= step.total for step in steps)


PIECES = st.sampled_from(
    ["Date", "Minutes", "Pain", "2026-04-13", "13/04/2026", "4", "45", "0:45", "9:05 pm", "x", "",
     ",", ",", ",", ";", "\t", "|", "\n", "\n", "\r\n", '"', "#", "\ufeff", "é", "\0", "sep=;", " "]
)  # fmt: skip
ANY = st.binary(max_size=200) | st.builds(
    lambda parts, coding: "".join(parts).encode(coding, "replace"),
    st.lists(PIECES, max_size=60),
    st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1252"]),
)


def any_bytes_end_well(home, path, data):
    """A table, and then a preview or a sentence, whichever kind of rows it is taken for."""
    path.write_bytes(data)
    for letters in (None, *Letters):
        try:
            opened = home.desk.tables.open(path, Dialect(letters=letters))
        except BadFileError:
            continue
        for rows in Rows:
            told = of_rows(opened.sample, rows)
            plan = replace(told.plan, order=told.orders[0], unit=told.plan.unit or Unit.MINUTES)
            if Field.DATE in plan.columns:
                home.desk.tables.try_out(opened, plan)
                try:
                    *_, last = home.desk.importing.table_steps(home.me, opened, plan)
                except BadFileError:
                    continue
                assert isinstance(last, Incoming)


@pytest.fixture(scope="module")
def lasting():
    with Home("Anna") as made:
        yield made


@given(ANY)
@example(tables.OWN_SHEET.encode())
@example(tables.PAIN_APP.encode("utf-16"))
@example(b"Date,Pain\n2026-04-13,5\n" + b"\xff" * 10)
def test_any_bytes_are_a_preview_or_a_sentence(lasting, tmp_path_factory, data):
    any_bytes_end_well(lasting, tmp_path_factory.getbasetemp() / "any.csv", data)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_many_more_bytes_are_a_preview_or_a_sentence(lasting, tmp_path):
    @settings(max_examples=10_000, deadline=None)
    @given(ANY)
    def whatever(data):
        any_bytes_end_well(lasting, tmp_path / "any.csv", data)

    whatever()
