"""Ratings come back as they were kept, wait for a walk, and are one where there can be one."""

import sqlite3
from dataclasses import replace

import pytest
from tests.storage.made import ANNA, BERT, DAY, HOUR, NOON, at, rating, walk

from walktrack.domain.pain import ONCE_A_DAY, PainMoment, Reporter

BEFORE = PainMoment.BEFORE


@pytest.mark.parametrize("moment", PainMoment)
@pytest.mark.parametrize("value", [0, 10])
def test_a_rating_comes_back_as_it_was(diary, moment, value):
    diary.walks.add(walk())
    kept = rating("r", value, moment, walk_id="w", walked_ms=7, reporter=Reporter.GUESS, note="n")
    diary.ratings.add(kept)
    assert diary.ratings.get("r") == kept
    changed = replace(kept, value=5, note="", edited=NOON, recorder="Nurse")
    diary.ratings.update(changed)
    assert diary.ratings.get("r") == changed
    diary.ratings.remove("r", NOON)
    assert diary.ratings.get("r") is None
    diary.ratings.restore("r")
    assert diary.ratings.get("r") == changed


def test_changing_or_removing_what_is_not_there_is_a_mistake(diary):
    for change in (
        lambda: diary.ratings.update(rating()),
        lambda: diary.ratings.remove("r", NOON),
        lambda: diary.ratings.restore("r"),
    ):
        with pytest.raises(LookupError):
            change()


@pytest.mark.parametrize("moment", [BEFORE, PainMoment.AFTER])
def test_a_walk_has_one_answer_before_and_one_after(diary, moment):
    diary.walks.add(walk())
    diary.ratings.add(rating("a", 1, moment, walk_id="w"))
    with pytest.raises(sqlite3.IntegrityError):
        diary.ratings.add(rating("b", 2, moment, walk_id="w"))
    diary.ratings.remove("a", NOON)
    diary.ratings.add(rating("b", 2, moment, walk_id="w"))
    assert [r.id for r in diary.ratings.of_walk("w")] == ["b"]


@pytest.mark.parametrize("moment", sorted(ONCE_A_DAY))
def test_a_day_has_one_answer_of_a_sort(diary, moment):
    diary.ratings.add(rating("a", 1, moment))
    diary.ratings.add(rating("next", 1, moment, NOON.plus(DAY)))
    diary.ratings.add(rating("his", 1, moment, person_id=BERT))
    with pytest.raises(sqlite3.IntegrityError):
        diary.ratings.add(rating("b", 2, moment, NOON.plus(HOUR)))
    assert diary.ratings.on_day(ANNA, NOON.day, moment).id == "a"
    assert diary.ratings.on_day(ANNA, NOON.plus(2 * DAY).day, moment) is None


def test_a_day_is_the_one_the_person_saw(diary):
    late = at("2026-03-01T23:59+13:00")
    diary.ratings.add(rating("r", 3, PainMoment.DAY_AVERAGE, late))
    assert diary.ratings.on_day(ANNA, late.day, PainMoment.DAY_AVERAGE).id == "r"


def test_ratings_of_a_walk_are_in_order_of_time(diary):
    diary.walks.add(walk())
    for name, minutes in (("late", 9), ("early", 1), ("middle", 5)):
        when = NOON.plus(minutes)
        diary.ratings.add(rating(name, 3, PainMoment.DURING, when, walk_id="w"))
    assert [r.id for r in diary.ratings.of_walk("w")] == ["early", "middle", "late"]


def test_the_newest_fresh_answer_waits_and_becomes_the_walks(diary):
    diary.ratings.add(rating("stale", 2, BEFORE, NOON.plus(-HOUR)))
    since = NOON.ms
    assert diary.ratings.waiting(ANNA, since) is None
    diary.ratings.add(rating("older", 3, BEFORE, NOON))
    diary.ratings.add(rating("newest", 4, BEFORE, NOON.plus(1)))
    diary.ratings.add(rating("other", 5, PainMoment.OTHER, NOON.plus(2)))
    diary.ratings.add(rating("his", 5, BEFORE, NOON.plus(3), person_id=BERT))
    diary.ratings.add(rating("gone", 5, BEFORE, NOON.plus(4)))
    diary.ratings.remove("gone", NOON)
    assert diary.ratings.waiting(ANNA, since).id == "newest"
    diary.walks.add(walk())
    diary.ratings.adopt(ANNA, "w", since)
    assert [r.id for r in diary.ratings.of_walk("w")] == ["newest"]
    assert diary.ratings.waiting(ANNA, since).id == "older"


def test_with_nothing_waiting_a_walk_adopts_nothing(diary):
    diary.walks.add(walk())
    diary.ratings.add(rating("stale", 2, BEFORE, NOON.plus(-HOUR)))
    diary.ratings.adopt(ANNA, "w", NOON.ms)
    assert diary.ratings.of_walk("w") == []
