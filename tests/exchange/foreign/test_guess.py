"""What tables of other programs seem to hold, and what is rather asked than guessed."""

import pytest
from tests.exchange.foreign import tables
from tests.exchange.foreign.tables import guess_of, sample_of

from walktrack.domain.column_map import ColumnMap, DateOrder, Field, Lack, Rows, Unit, lacks
from walktrack.domain.pain import PainMoment
from walktrack.exchange.foreign.guess import has_dates, is_track, of_rows

DATE, START, END, MINUTES = Field.DATE, Field.START, Field.END, Field.MINUTES
BEFORE, AFTER, NOTE = Field.PAIN_BEFORE, Field.PAIN_AFTER, Field.NOTE
TIME, PAIN, MOMENT = Field.TIME, Field.PAIN, Field.MOMENT


def test_a_sheet_of_ones_own(tmp_path):
    found = guess_of(tmp_path, tables.OWN_SHEET)
    assert found.plan == ColumnMap(
        Rows.WALKS,
        {DATE: 0, START: 1, MINUTES: 2, BEFORE: 3, AFTER: 4, NOTE: 5},
        DateOrder.DMY,
        Unit.MINUTES,
        ",",
        found.plan.moment,
    )
    assert found.lack is None


def test_the_report_of_a_pain_diary(tmp_path):
    found = guess_of(tmp_path, tables.PAIN_APP)
    assert found.plan.rows is Rows.RATINGS
    assert found.plan.columns == {DATE: 1, PAIN: 2, NOTE: 5}
    assert found.plan.moment is PainMoment.DAY_AVERAGE
    assert found.lack is None


def test_the_export_of_a_watch(tmp_path):
    found = guess_of(tmp_path, tables.WATCH)
    assert found.plan.columns == {DATE: 1, MINUTES: 3}
    assert found.lack is None


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Day,From,To\n13/04/2026,1:05 pm,2:00 pm\n", {DATE: 0, START: 1, END: 2}),
        ("id,startDate,endDate,durationSec\n1,2026-04-13T10:00:00Z,2026-04-13T10:30:00Z,1800\n",
         {DATE: 1, END: 2, MINUTES: 3}),
        ("Walked on,Time,Length of walk (min),Before,After\n2026-04-13,9:05,30,4,5\n",
         {DATE: 0, START: 1, MINUTES: 2, BEFORE: 3, AFTER: 4}),
        ("Date,Pain at start,Pain at end,Minutes\n2026-04-13,4,5,30\n",
         {DATE: 0, BEFORE: 1, AFTER: 2, MINUTES: 3}),
        ("Created,Date,Paused minutes,Walked minutes\n2026-04-14,2026-04-13,2,30\n",
         {DATE: 1, MINUTES: 3}),
    ],
)  # fmt: skip
def test_columns_of_walks(tmp_path, text, columns):
    assert guess_of(tmp_path, text).plan.columns == columns


def test_columns_of_ratings(tmp_path):
    text = "Date,Time,When,Pain (NRS),Comment\n13/04/2026,9:00 am,Morning,6,x\n"
    found = guess_of(tmp_path, text)
    assert found.plan.columns == {DATE: 0, TIME: 1, MOMENT: 2, PAIN: 3, NOTE: 4}
    assert found.plan.moment is PainMoment.OTHER


def test_several_numbers_a_day_are_no_averages(tmp_path):
    text = "Date,Pain\n2026-04-13,6\n2026-04-13,7\n"
    assert guess_of(tmp_path, text).plan.moment is PainMoment.OTHER


def test_a_table_of_both_can_be_read_as_either(tmp_path):
    text = "Date,Minutes,Pain\n2026-04-13,30,6\n"
    assert guess_of(tmp_path, text).plan.rows is Rows.WALKS
    other = of_rows(sample_of(tmp_path, text), Rows.RATINGS)
    assert other.plan.columns == {DATE: 0, PAIN: 2}


@pytest.mark.parametrize(
    ("text", "lack"),
    [
        (tables.AMBIGUOUS, Lack.ORDER),
        ("Date,Duration\n2026-04-13,2700\n", Lack.UNIT),
        ("Date,Steps\n2026-04-13,2700\n", Lack.LENGTH),
        ("2026-04-13,45\n", Lack.LENGTH),
    ],
)
def test_what_cannot_be_told_is_asked(tmp_path, text, lack):
    assert guess_of(tmp_path, text).lack is lack


@pytest.mark.parametrize(
    ("name", "cells", "unit"),
    [
        ("Duration", ("45", "30"), Unit.MINUTES),
        ("Duration (sec)", ("45", "30"), Unit.SECONDS),
        ("Hours", ("1", "2"), Unit.HOURS),
        ("Duration", ("0.5", "1.5"), None),
        ("Duration", ("0:45", "1:10"), Unit.HOURS_MINUTES),
        ("Duration", ("12:45", "31:10"), Unit.MINUTES_SECONDS),
        ("Duration", ("45 min", "1 h"), Unit.MINUTES),
        ("Minutes", ("600", "800"), Unit.MINUTES),
    ],
)
def test_the_unit_is_told_by_name_or_form(tmp_path, name, cells, unit):
    rows = "".join(f"2026-04-{day},{cell}\n" for day, cell in enumerate(cells, 13))
    assert sample_of(tmp_path, f"Date,{name}\n{rows}").columns[1].unit is unit


def test_a_track_of_points_is_known_by_its_places(tmp_path):
    assert is_track(sample_of(tmp_path, tables.TRACK))
    assert not is_track(sample_of(tmp_path, tables.WATCH))


@pytest.mark.parametrize("text", ["Name,Age\nAnna,74\n", "Date\n2026-04-13\n", "a,b\n"])
def test_without_dates_beside_anything_there_is_nothing_to_read(tmp_path, text):
    assert not has_dates(sample_of(tmp_path, text))


def test_a_column_twice_is_told_but_a_date_may_hold_its_time():
    plan = ColumnMap(Rows.WALKS, {DATE: 0, START: 0, MINUTES: 1}, DateOrder.YMD)
    assert lacks(plan) is None
    assert lacks(ColumnMap(Rows.WALKS, {DATE: 0, MINUTES: 0}, DateOrder.YMD)) is Lack.TWICE
    assert lacks(ColumnMap(Rows.RATINGS, {DATE: 0}, DateOrder.YMD)) is Lack.PAIN
    assert lacks(ColumnMap(Rows.WALKS, {})) is Lack.DATE
