"""Rows of other programs made into walks and ratings, or refused with the column at fault."""

from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.made import MINUTE

from walktrack.domain.column_map import ColumnMap, DateOrder, Field, Rows, Scale, Unit
from walktrack.domain.incoming import Why
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.recorder import Hand
from walktrack.domain.walk import Source
from walktrack.exchange.cells import CellError
from walktrack.exchange.foreign.row_cells import OffScaleError
from walktrack.exchange.foreign.rows import RowReader

NOW = Moment.of(datetime.fromisoformat("2026-11-26T12:00:00+00:00"))
DATE, START, END, MINUTES = Field.DATE, Field.START, Field.END, Field.MINUTES
BEFORE, AFTER, NOTE = Field.PAIN_BEFORE, Field.PAIN_AFTER, Field.NOTE
TIME, PAIN, MOMENT = Field.TIME, Field.PAIN, Field.MOMENT
OF_WALKS = (DATE, START, END, MINUTES, BEFORE, AFTER, NOTE)
OF_RATINGS = (DATE, TIME, PAIN, MOMENT, NOTE)


def reader(rows=Rows.WALKS, person="anna", hand=Hand(), **changes):  # noqa: B008
    fields = OF_WALKS if rows is Rows.WALKS else OF_RATINGS
    places = {field: at for at, field in enumerate(fields)}
    plan = ColumnMap(rows, places, **({"order": DateOrder.DMY} | changes))
    return RowReader(plan, [field.value.title() for field in fields], person, NOW, hand)


def walk(*cells, by=None, **changes):
    return (by or reader(**changes)).read((*cells, *[""] * (len(OF_WALKS) - len(cells))))


def rating(*cells, by=None, **changes):
    row = (*cells, *[""] * (len(OF_RATINGS) - len(cells)))
    return (by or reader(Rows.RATINGS, **changes)).read(row)[0]


def local(moment):
    return moment.local().replace(tzinfo=None)


def refused(read, *cells, **changes):
    with pytest.raises(CellError) as caught:
        read(*cells, **changes)
    return caught.value.why, caught.value.column


def test_a_walk_with_all_that_can_be_said():
    made, pain = walk("2/3/2026", "9:05", "9:50", "40", "4", "3/10", " to the mill ")
    assert (local(made.start), local(made.end)) == (
        datetime(2026, 3, 2, 9, 5),
        datetime(2026, 3, 2, 9, 50),
    )
    assert (made.walked_ms, made.timed, made.source) == (40 * MINUTE, True, Source.FILE)
    assert (made.details.note, made.entered, made.recorder) == ("to the mill", NOW, "")
    told = [(r.moment, r.value, r.at, r.walk_id) for r in pain]
    assert told == [
        (PainMoment.BEFORE, 4, made.start, made.id),
        (PainMoment.AFTER, 3, made.end, made.id),
    ]


@pytest.mark.parametrize(
    ("cells", "start", "minutes"),
    [
        (("2/3/2026", "9:05", "", "30"), time(9, 5), 30),
        (("2/3/2026", "9:05", "9:35"), time(9, 5), 30),
        (("2/3/2026", "", "9:35", "30"), time(9, 5), 30),
        (("2/3/2026 1:05 pm", "", "", "30"), time(13, 5), 30),
        (("2/3/2026 13:05", "", "2/3/2026 13:35"), time(13, 5), 30),
        (("2/3/2026", "2/3/2026 9:05", "", "30"), time(9, 5), 30),
        (("2/3/2026", "23:50", "0:20"), time(23, 50), 30),
        (("2/3/2026", "9:05", "9:34", "30"), time(9, 5), 29),  # each rounded by itself
    ],
)
def test_two_of_start_end_and_minutes_are_enough(cells, start, minutes):
    made, _ = walk(*cells)
    assert local(made.start) == datetime.combine(date(2026, 3, 2), start)
    assert made.walked_ms == minutes * MINUTE
    assert made.timed


@pytest.mark.parametrize("day", ["2/3/2026", "2026-03-02 00:00:00"])
def test_a_day_alone_is_no_time(day):
    by = reader()
    made, _ = walk(day, "", "", "30", by=by)
    assert not made.timed
    assert local(made.start) == datetime(2026, 3, 2, 12)
    assert made.end.ms - made.start.ms == made.walked_ms == 30 * MINUTE
    assert by.day_alone


def test_an_offset_in_the_file_is_kept_at_both_ends():
    made, _ = walk("2026-03-02T14:05+05:30", "", "", "30")
    assert (made.start.offset, made.end.offset) == (330, 330)
    other, _ = walk("2026-03-02T14:05+05:30", "", "14:35")
    assert (other.end, other.id) == (made.end, made.id)


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("",), (Why.EMPTY, "Date")),
        (("soon", "", "", "30"), (Why.DATE, "Date")),
        (("30/2/2026", "", "", "30"), (Why.DATE, "Date")),
        (("2/3/2026", "early", "", "30"), (Why.CLOCK, "Start")),
        (("2/3/2026", "9:05", "late"), (Why.CLOCK, "End")),
        (("2/3/2026", "9:05", "", "some"), (Why.LENGTH, "Minutes")),
        (("2/3/2026", "", "", ""), (Why.EMPTY, "Minutes")),
        (("2/3/2026", "9:05", "", ""), (Why.NO_LENGTH, "")),
        (("2/3/2026", "9:05", "", "0"), (Why.NO_WALK_LENGTH, "")),
        (("2/3/2026", "9:05", "", "999999999"), (Why.NO_WALK_LENGTH, "")),
        (("2/3/2026", "9:05", "8:00"), (Why.END_FIRST, "")),
        (("2/3/2026", "9:05", "9:20", "30"), (Why.MINUTES, "")),
        (("2/3/2026", "9:05", "", "30", "some"), (Why.SCALE, "Pain_Before")),
        (("2/3/2026", "9:05", "", "30", "4.5"), (Why.SCALE, "Pain_Before")),
        (("2/3/2026", "9:05", "", "30", "-1"), (Why.SCALE, "Pain_Before")),
        (("29/11/2026", "9:05", "", "30"), (Why.AHEAD, "")),
        (("2/3/2026", "9:05", "", "30", "", "", "x" * 10_001), (Why.TOO_LONG, "Note")),
    ],
)
def test_what_is_no_walk_says_why(cells, why):
    assert refused(walk, *cells) == why


@pytest.mark.parametrize("cell", ["11", "65", "70/100", "7 of 100"])
def test_a_number_above_the_scale_is_a_fault_of_its_own(cell):
    with pytest.raises(OffScaleError) as caught:
        walk("2/3/2026", "9:05", "", "30", "", cell)
    assert caught.value.column == "Pain_After"


@pytest.mark.parametrize(
    ("cell", "value"), [("0", 0), ("64", 6), ("65", 7), ("100", 10), ("70/100", 7), ("4.9", 0)]
)
def test_a_scale_to_a_hundred_is_divided_and_rounded(cell, value):
    assert rating("2/3/2026", "9:05", cell, scale=Scale.HUNDRED).value == value


@pytest.mark.parametrize("cell", ["7", "7.0", "7/10", "7 / 10", "7 out of 10"])
def test_a_number_on_the_scale(cell):
    assert rating("2/3/2026", "9:05", cell).value == 7


@pytest.mark.parametrize(
    ("cells", "moment", "at", "note"),
    [
        (("2/3/2026", "9:05", "7"), PainMoment.OTHER, time(9, 5), ""),
        (("2/3/2026 9:05", "", "7"), PainMoment.OTHER, time(9, 5), ""),
        (("2/3/2026", "", "7"), PainMoment.OTHER, time(12), ""),
        (("2/3/2026", "", "7", "Morning", "x"), PainMoment.NEXT_MORNING, time(8), "x"),
        (("2/3/2026", "", "7", "Daily average"), PainMoment.DAY_AVERAGE, time(12), ""),
        (("2/3/2026", "9:05", "7", "After", "x"), PainMoment.OTHER, time(9, 5), "After. x"),
    ],
)  # fmt: skip
def test_ratings_say_what_they_are_about(cells, moment, at, note):
    made = rating(*cells)
    assert (made.moment, local(made.at), made.note) == (
        moment,
        datetime.combine(date(2026, 3, 2), at),
        note,
    )


def test_what_ratings_are_about_can_be_chosen():
    made = rating("2/3/2026", "", "7", moment=PainMoment.DAY_AVERAGE)
    assert made.moment is PainMoment.DAY_AVERAGE


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        (("2/3/2026", "", ""), (Why.EMPTY, "Pain")),
        (("2/3/2026", "", "7", "perhaps"), (Why.WORD, "Moment")),
        (("2/3/2026", "x", "7"), (Why.CLOCK, "Time")),
        (("2/3/2026", "", "7", "After", "x" * 9_999), (Why.TOO_LONG, "Note")),
    ],
)
def test_what_is_no_rating_says_why(cells, why):
    assert refused(rating, *cells) == why


def test_who_brings_it_in_is_noted():
    hand = Hand("Eva", Reporter.TOLD)
    made, (pain,) = walk("2/3/2026", "9:05", "", "30", "4", hand=hand)
    assert (made.recorder, pain.recorder, pain.reporter) == ("Eva", "Eva", Reporter.TOLD)


def test_the_same_row_has_the_same_id_whatever_else_it_says():
    first, _ = walk("2/3/2026", "9:05", "", "30", "4")
    assert walk("2026-03-02", "9:05 am", "9:35", "", "", "", "note")[0].id == first.id
    assert walk("2/3/2026", "9:05", "", "0:30", unit=Unit.HOURS_MINUTES)[0].id == first.id
    for other in (("3/3/2026", "9:05"), ("2/3/2026", "9:06"), ("2/3/2026", "")):
        assert walk(*other, "", "30")[0].id != first.id
    assert walk("2/3/2026", "9:05", "", "31")[0].id != first.id
    assert walk("2/3/2026", "9:05", "", "30", person="bert")[0].id != first.id


def test_two_rows_alike_with_a_day_alone_are_two():
    def ids():
        by = reader()
        return [walk("2/3/2026", "", "", "20", by=by)[0].id for _ in range(2)]

    assert len(set(ids())) == 2
    assert ids() == ids()
    by = reader()
    timed = {walk("2/3/2026", "9:05", "", "20", by=by)[0].id for _ in range(2)}
    assert len(timed) == 1


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2026, 11, 26)).map(
        lambda when: when.replace(second=0, microsecond=0)
    ),
    st.integers(1, 24 * 60),
    st.sampled_from([DateOrder.DMY, DateOrder.MDY]),
    st.sampled_from(["%H:%M", "%I:%M %p"]),
)
def test_every_walk_comes_back(start, minutes, order, clock):
    form = "%d/%m/%Y" if order is DateOrder.DMY else "%m/%d/%Y"
    made, _ = walk(f"{start:{form}}", f"{start:{clock}}", "", str(minutes), order=order)
    assert made.walked_ms == minutes * MINUTE
    assert made.start == Moment.of(start)
    assert made.end.ms - made.start.ms == timedelta(minutes=minutes) // timedelta(milliseconds=1)


@given(st.lists(st.text(max_size=30), min_size=7, max_size=7))
def test_any_cells_are_a_walk_or_say_why(cells):
    for rows in Rows:
        with suppress(CellError):
            record, _ = reader(rows).read(tuple(cells))
            assert record.person_id == "anna"
