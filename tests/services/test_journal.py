"""Answers, given in any order, on a real diary."""

import pytest

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import NOTE_LENGTH, Details, Kind
from walktrack.services.changes import Changes
from walktrack.services.journal import WAITING_MS

BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER


def walk(house, minutes=10):
    house.tracker.start(house.person.id, None)
    house.clock.go(minutes=minutes)
    return house.tracker.finish(house.person.id).id


def pain(house, walk_id=None):
    return house.journal.answers(house.person.id, walk_id).pain


def test_an_answer_waits_three_hours_for_a_walk_and_no_longer(house):
    me = house.person.id
    house.journal.rate_walk(me, None, BEFORE, 4)
    house.journal.tick(me, None, PostureItem.SHOES, checked=True)
    house.clock.go(ms=WAITING_MS)
    assert pain(house).before.value == 4
    house.clock.go(ms=1)
    assert pain(house).before is None
    found = walk(house)
    answers = house.journal.answers(me, found)
    assert answers.pain.before is None
    assert answers.ticked == frozenset()


def test_start_takes_the_waiting_answers_along(house):
    me = house.person.id
    house.journal.rate_walk(me, None, BEFORE, 4)
    house.journal.tick(me, None, PostureItem.SHOES, checked=True)
    house.journal.tick(me, None, PostureItem.TALK, checked=True)
    house.journal.tick(me, None, PostureItem.TALK, checked=False)
    house.clock.go(minutes=5)
    answers = house.journal.answers(me, walk(house))
    assert answers.pain.before.value == 4
    assert answers.ticked == {PostureItem.SHOES}
    assert house.journal.answers(me, None).ticked == frozenset()


@pytest.mark.parametrize("value", [-1, 11])
def test_a_number_off_the_scale_is_refused(house, value):
    with pytest.raises(ValueError, match="0"):
        house.journal.rate_day(house.person.id, PainMoment.OTHER, value)
    assert house.journal.recent(house.person.id) == {}


def test_nothing_is_announced_when_nothing_changed(house):
    me, found = house.person.id, walk(house)
    house.journal.rate_walk(me, found, AFTER, 3)
    house.heard.clear()
    house.journal.rate_walk(me, found, AFTER, 3)
    house.journal.rate_walk(me, found, BEFORE, None)
    house.journal.describe(found, Details())
    assert house.heard == []
    house.journal.rate_walk(me, found, AFTER, 2)
    assert house.heard == [Changes.RATINGS]


def test_a_day_holds_one_morning_and_one_average(house):
    me = house.person.id
    for moment in (PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE):
        house.journal.rate_day(me, moment, 3)
        house.clock.go(hours=1)
        house.journal.rate_day(me, moment, 5)
        assert house.journal.recent(me)[moment].value == 5
    house.clock.go(hours=24)
    assert house.journal.recent(me) == {}


def test_midnight_begins_a_new_day_for_the_answer(house):
    me = house.person.id
    house.clock.go(hours=11, minutes=59)
    house.journal.rate_day(me, PainMoment.DAY_AVERAGE, 3)
    house.clock.go(minutes=2)
    assert house.journal.recent(me) == {}
    house.journal.rate_day(me, PainMoment.DAY_AVERAGE, 6)
    stored = house.diary._db.rows("SELECT value FROM pain_rating ORDER BY rated_at")
    assert stored == [(3,), (6,)]


def test_a_clock_set_back_does_not_make_an_old_answer_fresh(house):
    me = house.person.id
    house.journal.rate_day(me, PainMoment.OTHER, 3)
    house.clock.set_wall(-120_000)
    assert PainMoment.OTHER not in house.journal.recent(me)
    house.journal.rate_day(me, PainMoment.OTHER, 5)
    assert len(house.diary._db.rows("SELECT 1 FROM pain_rating")) == 2


def test_on_the_way_a_second_touch_within_a_minute_corrects(house):
    me = house.person.id
    running = house.tracker.start(me, None).walk.id
    house.journal.rate_during(me, running, 120_000, 4)
    house.clock.go(ms=59_999)
    house.journal.rate_during(me, running, 179_999, 5)
    house.clock.go(ms=1)
    house.journal.rate_during(me, running, 180_000, 6)
    assert [(r.value, r.walked_ms) for r in pain(house, running).during] == [
        (5, 120_000),
        (6, 180_000),
    ]


def test_an_answer_on_the_way_is_cleared_only_while_it_is_fresh(house):
    me = house.person.id
    running = house.tracker.start(me, None).walk.id
    house.journal.rate_during(me, running, 60_000, 4)
    house.clock.go(seconds=59)
    house.journal.rate_during(me, running, 119_000, None)
    assert pain(house, running).during == ()
    house.journal.rate_during(me, running, 119_000, 4)
    house.clock.go(seconds=60)
    house.journal.rate_during(me, running, 179_000, None)
    assert len(pain(house, running).during) == 1


def test_a_note_of_full_length_is_kept_and_a_longer_one_refused(house):
    found = walk(house)
    house.journal.describe(found, Details(note="é" * NOTE_LENGTH))
    assert house.journal.walk(found).details.note == "é" * NOTE_LENGTH
    with pytest.raises(ValueError, match="at most"):
        house.journal.describe(found, Details(note="x" * (NOTE_LENGTH + 1)))


def test_the_last_details_are_offered_without_the_note(house):
    assert house.journal.last_details(house.person.id) == Details()
    found = walk(house)
    house.journal.describe(found, Details(kind=Kind.NORDIC, note="private"))
    assert house.journal.last_details(house.person.id) == Details(kind=Kind.NORDIC)


def test_details_of_a_walk_that_is_gone_are_let_go(house):
    house.journal.describe("gone", Details(kind=Kind.NORDIC))
    assert house.heard == []
