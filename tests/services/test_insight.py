"""What the insight says of a real diary, and that it waits for enough."""

from random import Random

import pytest

from walktrack.domain.insight.association import Verdict
from walktrack.domain.insight.choices import TimeOfDay
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.services.insight import Insights
from walktrack.services.writing import Writing


def walk(house, minutes, before=None, after=None):
    me = house.person.id
    if before is not None:
        house.journal.rate_walk(me, None, PainMoment.BEFORE, before)
    house.tracker.start(me, None)
    house.clock.go(minutes=minutes)
    found = house.tracker.finish(me)
    if after is not None:
        house.journal.rate_walk(me, found.id, PainMoment.AFTER, after)
    house.clock.go(minutes=24 * 60 - minutes)


def insight(house):
    return Insights(house.diary, house.clock).of(house.people.current())


def live(house, days, follows=0):
    """Walk every day for minutes by chance; pain follows the minutes of the day before."""
    chance, was = Random(7), 20
    for _ in range(days):
        minutes = chance.randint(5, 40)
        pain = round(min(10, max(0, 5 + follows * (was - 22) / 6 + chance.uniform(-1.5, 1.5))))
        walk(house, minutes, pain, pain)
        was = minutes


def test_an_empty_diary_claims_nothing(house):
    seen = insight(house)
    assert seen.dots == seen.day_dots == seen.lines == ()
    assert seen.counts.total == 0
    assert seen.mean is seen.then_and_now is None
    assert (seen.association.verdict, seen.association.n) == (Verdict.TOO_FEW, 0)


def test_dots_of_days_wait_for_seven_pairs(house):
    live(house, 7)
    assert insight(house).day_dots == ()
    live(house, 1)
    assert sum(dot.count for dot in insight(house).day_dots) == 7


@pytest.mark.parametrize(
    ("follows", "verdict"), [(1, Verdict.HIGHER), (-1, Verdict.LOWER), (0, Verdict.NO_LINK)]
)
def test_a_link_is_said_whichever_way_it_goes(house, follows, verdict):
    live(house, 40, follows)
    seen = insight(house).association
    assert (seen.verdict, seen.n) == (verdict, 39)


def test_it_looks_at_the_last_year_alone(house):
    walk(house, 10, 5, 3)
    house.clock.go(hours=24 * 363)
    assert insight(house).counts.total == 1
    house.clock.go(hours=24)
    assert insight(house).counts.total == 0


def test_then_and_now_reach_back_to_the_beginning(house):
    for pain in (6, 4):
        for _ in range(25):
            walk(house, 10, pain, pain)
        house.clock.go(hours=24 * 400 if pain == 6 else 0)
    told = insight(house).then_and_now
    assert (told.then, told.now, told.noticeable) == (6, 4, True)


def test_a_carers_guess_is_drawn_and_counted_in_nothing(house):
    walk(house, 10, 5, 3)
    writing = Writing(house.diary, house.announcer)
    writing.write_as("Clara")
    writing.say(Reporter.GUESS)
    walk(house, 12, 5, 2)
    seen = insight(house)
    assert sorted((dot.minutes, dot.sure) for dot in seen.dots) == [(10, True), (12, False)]
    assert (seen.counts.total, seen.guesses) == (1, 1)


def test_ten_walks_of_a_time_of_day_show_a_mean_and_lines(house):
    for number in range(10):
        walk(house, 10, 5, 4)
        house.clock.go(hours=7 if number == 4 else 0)
    seen = insight(house)
    assert seen.mean.mean == -1
    assert [line.about for line in seen.lines] == [TimeOfDay.AFTERNOON, TimeOfDay.EVENING]
