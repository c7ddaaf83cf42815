"""Reminders in the file: one of each kind for a person, as set and as it went."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from tests.storage.made import DAY, MINUTE, NOON, rating, walk

from walktrack.domain.pain import PainMoment
from walktrack.domain.reminders import EVERY_DAY, FIRST_TIMES, About, Reminder, Told

TODAY = NOON.day
WALK = Reminder(About.WALK, time(9, 5), frozenset({0, 6}), on=True, since=NOON)


@pytest.fixture
def room(diary):
    return diary.reminders


def test_nobody_is_reminded_of_anything_at_first(room):
    assert room.of("anna") == tuple(Reminder(about, FIRST_TIMES[about]) for about in About)
    assert not room.any_on()


def test_one_comes_back_as_it_was_set(room):
    told = Told(TODAY, NOON.ms + MINUTE, 3)
    for one in (WALK, replace(WALK, told=told), replace(WALK, days=EVERY_DAY, on=False)):
        room.put("anna", one)
        assert room.of("anna")[0] == one
        assert room.any_on() is one.on
    assert room.of("bert")[0] == Reminder(About.WALK, FIRST_TIMES[About.WALK])
    assert len(room._db.rows("SELECT * FROM reminder")) == 1


def test_one_that_was_never_set_is_not_kept(room):
    with pytest.raises(ValueError, match="once it is set"):
        room.put("anna", replace(WALK, since=None))


def test_a_time_that_is_none_is_the_one_it_is_offered_with(room):
    room.put("anna", replace(WALK, about=About.MORNING))
    room._db.execute_sql("UPDATE reminder SET minute = 1000")
    assert room.of("anna")[1].at == FIRST_TIMES[About.MORNING]


def test_a_walk_of_the_day_counts_for_the_person_who_walked(room, diary):
    diary.walks.add(walk("w", NOON, 20, person_id="anna"))
    assert room.done("anna", About.WALK, TODAY, TODAY)
    assert room.done("anna", About.WALK, TODAY - timedelta(2), TODAY + timedelta(2))
    assert not room.done("anna", About.WALK, TODAY + timedelta(1), TODAY + timedelta(2))
    assert not room.done("bert", About.WALK, TODAY, TODAY)
    diary.walks.remove("w", NOON.plus(DAY))
    assert not room.done("anna", About.WALK, TODAY, TODAY)


@pytest.mark.parametrize(
    ("about", "moment"),
    [(About.MORNING, PainMoment.NEXT_MORNING), (About.EVENING, PainMoment.DAY_AVERAGE)],
)
def test_only_the_answer_to_the_question_itself_counts(room, diary, about, moment):
    other = ({PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE} - {moment}).pop()
    diary.ratings.add(rating("o", 3, other, NOON, person_id="anna"))
    assert not room.done("anna", about, TODAY, TODAY)
    diary.ratings.add(rating("r", 3, moment, NOON, person_id="anna"))
    assert room.done("anna", about, TODAY, TODAY)
    diary.ratings.remove("r", NOON)
    assert not room.done("anna", about, TODAY, TODAY)


def test_they_go_with_their_person_for_good(room, diary):
    room.put("anna", WALK)
    room.put("bert", WALK)
    diary.people.remove("anna", NOON)
    diary.people.purge("anna")
    assert [row for (row,) in room._db.rows("SELECT person_id FROM reminder")] == ["bert"]


def test_a_copy_differs_once_one_is_set_and_not_when_it_is_shown(room, diary):
    room.put("anna", WALK)
    before = diary.contents()
    room.put("anna", replace(WALK, told=Told(TODAY, None, 1)))
    assert not before.outlook(diary.contents()).other
    room.put("anna", replace(WALK, at=time(9, 6)))
    assert before.outlook(diary.contents()).other
