"""Days and walks come with what is doubtful about them."""

from dataclasses import replace
from datetime import timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.made import ANNA, BERT, DAY, HOUR, NOON, at, person, rating, running, walk

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.insight.choices import TimeOfDay
from walktrack.domain.insight.days import DayKnown
from walktrack.domain.moment import day_number
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Period
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Details, Kind, Surface
from walktrack.storage.diary import Diary

BEFORE, AFTER = PainMoment.BEFORE, PainMoment.AFTER
MONTH = Period(NOON.day - timedelta(15), NOON.day + timedelta(15))
NEXT_NOON = NOON.plus(DAY)


def days(diary, person_id=ANNA):
    return diary.insight.days(person_id, MONTH)


def walks(diary):
    return diary.insight.walks(ANNA, MONTH)


def rated_walk(diary, before=5, after=3, details=None, **changes):
    diary.walks.add(walk(details=details or Details(), **changes))
    diary.ratings.add(rating("b", before, BEFORE, walk_id="w"))
    diary.ratings.add(rating("a", after, AFTER, walk_id="w"))


def no_walk(entered=NOON, mark_id="m"):
    return DayMark(mark_id, ANNA, MarkKind.NO_WALK, NOON.day, NOON.day, entered)


def test_a_day_without_a_record_is_not_there(diary):
    assert days(diary) == ()
    diary.marks.add(replace(no_walk(), kind=MarkKind.FLARE_UP))
    assert days(diary) == ()


def test_a_day_is_its_minutes_and_the_mean_of_its_ratings(diary):
    rated_walk(diary)
    diary.walks.add(walk("v", minutes=5, start=NOON.plus(HOUR)))
    diary.ratings.add(rating("o", 7))
    assert days(diary) == (DayKnown(NOON.day, 25, 5),)
    assert days(diary, BERT) == ()


def test_a_day_with_a_rating_only_has_no_minutes_and_one_said_to_be_without_a_walk_has_none(diary):
    diary.ratings.add(rating())
    assert days(diary) == (DayKnown(NOON.day, None, 4),)
    diary.marks.add(no_walk())
    assert days(diary) == (DayKnown(NOON.day, 0, 4),)


def test_a_walk_outdoes_what_was_said_about_its_day(diary):
    diary.marks.add(no_walk(entered=NEXT_NOON.plus(1)))
    assert days(diary)[0].minutes_late
    diary.walks.add(walk())
    assert days(diary) == (DayKnown(NOON.day, 20),)


@pytest.mark.parametrize(("after_noon_ms", "late"), [(0, False), (1, True)])
@pytest.mark.parametrize("zone", ["-08:00", "+00:00", "+05:30", "+13:00"])
def test_late_is_after_the_next_noon_at_the_place_of_the_record(diary, zone, after_noon_ms, late):
    when = at(f"2026-03-02T23:30{zone}")
    typed = at(f"2026-03-03T12:00{zone}").plus(after_noon_ms)
    diary.walks.add(walk(start=when, entered=typed))
    diary.ratings.add(rating(when=when, entered=typed))
    (day,) = days(diary)
    assert (day.minutes_late, day.pain_late) == (late, late)


def test_one_late_walk_makes_the_minutes_of_the_day_late(diary):
    diary.walks.add(walk())
    diary.walks.add(walk("v", start=NOON.plus(HOUR), entered=NEXT_NOON.plus(1)))
    assert days(diary) == (DayKnown(NOON.day, 40, minutes_late=True),)


def test_what_was_written_in_time_comes_before_late_words_and_those_before_guesses(diary):
    guess = rating("g", 9, reporter=Reporter.GUESS)
    diary.ratings.add(guess)
    assert days(diary) == (DayKnown(NOON.day, None, 9, guessed=True),)
    diary.ratings.add(rating("l", 7, entered=NEXT_NOON.plus(1)))
    assert days(diary)[0].pain_late
    assert not days(diary)[0].guessed
    diary.ratings.add(rating("s", 2))
    assert days(diary) == (DayKnown(NOON.day, None, 2),)


def test_a_walk_comes_with_all_that_was_said_about_it(diary):
    details = Details(kind=Kind.TREADMILL, surface=Surface.TREADMILL, company=Company.DOG)
    rated_walk(diary, details=details)
    (found,) = walks(diary)
    assert found.day == day_number(NOON.day)
    assert (found.minutes, found.change, found.sure) == (20, -2, True)
    kinds = (Kind.TREADMILL, Surface.TREADMILL, Company.DOG, TimeOfDay.AFTERNOON)
    assert [(type(each), each) for each in found.choices] == [(type(k), k) for k in kinds]
    assert found.posture is None


def test_a_walk_whose_hour_is_not_known_has_no_time_of_day(diary):
    rated_walk(diary, timed=False)
    assert walks(diary)[0].choices == ()


def test_the_checklist_comes_along_once_it_was_touched(diary):
    rated_walk(diary)
    diary.posture.tick(ANNA, "w", PostureItem.TALL, True, NOON)
    diary.posture.tick(ANNA, "w", PostureItem.ARMS, True, NOON)
    assert walks(diary)[0].posture == {PostureItem.TALL, PostureItem.ARMS}
    for line in (PostureItem.TALL, PostureItem.ARMS):
        diary.posture.tick(ANNA, "w", line, False, NOON)
    assert walks(diary)[0].posture == frozenset()


@pytest.mark.parametrize("which", ["walk", "before", "after"])
def test_a_walk_is_late_if_any_part_of_it_is(diary, which):
    late = {"entered": NEXT_NOON.plus(1)}
    diary.walks.add(walk(**(late if which == "walk" else {})))
    for moment in (BEFORE, AFTER):
        more = late if which == moment else {}
        diary.ratings.add(rating(moment, 4, moment, walk_id="w", **more))
    assert walks(diary)[0].late


@pytest.mark.parametrize("which", [BEFORE, AFTER])
def test_a_walk_with_a_guess_is_marked(diary, which):
    diary.walks.add(walk())
    for moment in (BEFORE, AFTER):
        reporter = Reporter.GUESS if moment is which else Reporter.TOLD
        diary.ratings.add(rating(moment, 4, moment, walk_id="w", reporter=reporter))
    assert walks(diary)[0].guessed


def test_what_is_open_or_removed_is_not_there(diary):
    diary.walks.add(running("o"))
    diary.ratings.add(rating("x", 4, BEFORE, walk_id="o"))
    assert days(diary) == walks(diary) == ()
    rated_walk(diary)
    diary.ratings.remove("a", NOON)
    assert walks(diary) == ()
    diary.walks.remove("w", NOON)
    assert days(diary) == ()


numbers = st.tuples(st.integers(0, 20), st.integers(0, 10), st.integers(0, 40), st.booleans())


@given(st.lists(numbers, max_size=12), st.lists(numbers, max_size=12))
def test_days_equal_a_plain_count(walked, rated):
    made = [
        walk(f"w{n}", when, value, entered=when.plus(hours * HOUR))
        for n, (day, value, hours, _) in enumerate(walked)
        for when in [NOON.plus((day - 10) * DAY)]
    ]
    said = [
        rating(f"r{n}", value, when=when, entered=when.plus(hours * HOUR), reporter=reporter)
        for n, (day, value, hours, guess) in enumerate(rated)
        for when in [NOON.plus((day - 10) * DAY)]
        for reporter in [Reporter.GUESS if guess else Reporter.SELF]
    ]
    with Diary(None) as diary:
        diary.people.add(person())
        with diary.transaction():
            for one in made:
                diary.walks.add(one)
            for one in said:
                diary.ratings.add(one)
        found = {day.day: day for day in days(diary)}
    assert set(found) == {one.start.day for one in made} | {one.at.day for one in said}
    for day, known in found.items():
        assert (known.minutes, known.minutes_late) == plain_minutes(made, day)
        pain, late, guessed = plain_pain(said, day)
        assert known.pain == (None if pain is None else pytest.approx(pain))
        assert (known.pain_late, known.guessed) == (late, guessed)


def is_late(entered, day):
    return entered.local().replace(tzinfo=None) > at(
        f"{day + timedelta(1)}T12:00+00:00"
    ).local().replace(tzinfo=None)


def plain_minutes(made, day):
    here = [one for one in made if one.start.day == day]
    minutes = sum(one.minutes for one in here) if here else None
    return minutes, any(is_late(one.entered, day) for one in here)


def plain_pain(said, day):
    here = [one for one in said if one.at.day == day]
    own = [one for one in here if one.reporter is not Reporter.GUESS]
    sure = [one.value for one in own if not is_late(one.entered, day)]
    if sure:
        return mean(sure), False, False
    if own:
        return mean(one.value for one in own), True, False
    return (mean(one.value for one in here), False, True) if here else (None, False, False)
