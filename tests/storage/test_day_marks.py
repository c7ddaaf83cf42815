"""Marks on days are kept, found by the days they cover, and left out once removed."""

import sqlite3
from dataclasses import replace
from datetime import date

import pytest
from tests.storage.made import ANNA, NOON

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.period import Period

MARCH = [date(2026, 3, day) for day in range(1, 32)]


@pytest.fixture
def marks(diary):
    return diary.marks


def mark(mark_id="m", first=MARCH[2], last=MARCH[4], kind=MarkKind.FLARE_UP, **more):
    return DayMark(mark_id, ANNA, kind, first, last, NOON, **more)


def test_a_mark_comes_back_as_it_was_kept(marks):
    kept = mark(last=None, note="after the move", recorder="Clara", edited=NOON.plus(1))
    marks.add(kept)
    assert marks.get("m") == kept == marks.open_flare_up(ANNA)


def test_it_is_found_on_the_days_it_covers_and_no_others(marks):
    marks.add(mark())
    found = [day for day in MARCH if marks.on(ANNA, day)]
    assert found == MARCH[2:5]
    assert marks.within(ANNA, Period(MARCH[4], MARCH[9])) == [mark()]
    assert marks.on("bert", MARCH[3]) == []


def test_one_that_goes_on_has_no_end(marks):
    marks.add(mark(last=None))
    assert marks.on(ANNA, date(2030, 1, 1))
    marks.update(mark(last=MARCH[5]))
    assert marks.on(ANNA, date(2030, 1, 1)) == []
    assert marks.open_flare_up(ANNA) is None


def test_removed_it_is_not_found_and_can_come_back(marks):
    marks.add(mark())
    marks.put("m", NOON.ms)
    assert marks.get("m") is None
    assert marks.on(ANNA, MARCH[3]) == []
    marks.put("m", None)
    assert marks.get("m") == mark()


@pytest.mark.parametrize(
    "second",
    [
        mark("n", MARCH[8], MARCH[8], MarkKind.NO_WALK),
        mark("n", MARCH[9], None),
    ],
)
def test_there_is_one_of_a_kind_on_a_day_and_one_open_flare_up(marks, second):
    marks.add(replace(second, id="first"))
    with pytest.raises(sqlite3.IntegrityError):
        marks.add(second)
    marks.put("first", NOON.ms)
    marks.add(second)


def test_a_mark_that_is_not_there_cannot_be_changed(marks):
    with pytest.raises(LookupError):
        marks.update(mark())


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (MarkKind.FLARE_UP, MARCH[4], MARCH[3]),
        (MarkKind.NO_WALK, MARCH[4], MARCH[5]),
        (MarkKind.EXCUSED, MARCH[4], None),
    ],
)
def test_days_that_make_no_mark_are_refused(kind, first, last):
    with pytest.raises(ValueError, match=r"mark ends|one day"):
        mark("m", first, last, kind)
