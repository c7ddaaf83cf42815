from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Grain, Range
from walktrack.domain.plan.start import Start
from walktrack.services.overview import Overviews


def walk(house, minutes, before=None, after=None):
    me = house.person.id
    if before is not None:
        house.journal.rate_walk(me, None, PainMoment.BEFORE, before)
    house.tracker.start(me, None)
    house.clock.go(minutes=minutes)
    found = house.tracker.finish(me)
    if after is not None:
        house.journal.rate_walk(me, found.id, PainMoment.AFTER, after)
    return found


def overview(house, chosen=Range.FOUR_WEEKS, week_start=0):
    return Overviews(house.diary, house.clock, house.plan).of(
        house.people.current(), chosen, week_start
    )


def test_an_empty_diary_claims_nothing(house):
    for chosen in Range:
        seen = overview(house, chosen)
        assert seen.figures.week_walks == 0
        assert seen.figures.usual_minutes is None
        assert seen.figures.pain_low is None
        assert seen.dots == ()


def test_a_walk_is_in_the_figures_at_once(house):
    walk(house, 12, before=5, after=3)
    seen = overview(house)
    assert (seen.figures.week_walks, seen.figures.week_minutes) == (1, 12)
    assert seen.figures.usual_minutes == 12
    assert len(seen.dots) == 1
    assert sum(bucket.minutes or 0 for bucket in seen.buckets) == 12


def test_a_running_walk_is_not_counted(house):
    house.tracker.start(house.person.id, None)
    house.clock.go(minutes=30)
    assert overview(house).figures.week_walks == 0


def test_the_week_begins_on_the_day_that_was_chosen(house):
    walk(house, 10)  # a Monday
    house.clock.go(hours=24)
    walk(house, 20)
    assert overview(house, week_start=0).figures.week_minutes == 30
    assert overview(house, week_start=1).figures.week_minutes == 20


def test_a_long_range_goes_by_weeks_and_has_no_medians_by_day(house):
    walk(house, 10)
    assert overview(house, Range.FOUR_WEEKS).grain is Grain.DAY
    year = overview(house, Range.YEAR)
    assert year.grain is not Grain.DAY
    assert year.medians == ()


def test_the_range_ends_today(house):
    walk(house, 10)
    house.clock.go(hours=24 * 28)
    assert overview(house).figures.usual_minutes is None
    everything = overview(house, Range.ALL)
    assert everything.period.last == house.journal.today()
    assert sum(bucket.minutes or 0 for bucket in everything.buckets) == 10


def test_the_goal_comes_along(house):
    house.people.set_goal(house.person, 25)
    assert overview(house).goal_minutes == 25


def test_while_a_plan_asks_for_minutes_they_are_the_goal(house):
    house.people.set_goal(house.person, 25)
    house.plan.start(house.person.id, Start.USUAL)
    assert overview(house).goal_minutes == 10
    house.plan.pause(house.person.id)
    assert overview(house).goal_minutes == 25
