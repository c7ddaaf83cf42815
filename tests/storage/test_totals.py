"""What SQLite adds up is what a slow and plain count finds."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage import naive
from tests.storage.made import ANNA, BERT, DAY, HOUR, NOON, at, person, rating, running, walk

from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket, Dot
from walktrack.storage.diary import Diary

BEFORE, AFTER = PainMoment.BEFORE, PainMoment.AFTER
AROUND_1970 = at("1969-11-25T12:00+00:00")
AROUND_LEAP = at("2024-01-10T12:00+01:00")


@st.composite
def diaries(draw):
    """Return some walks and ratings within about three months."""
    start = draw(st.sampled_from([AROUND_1970, AROUND_LEAP]))
    walks, ratings = [], []
    for n in range(draw(st.integers(0, 12))):
        when = start.plus(draw(st.integers(0, 95)) * DAY + draw(st.integers(-12, 11)) * HOUR)
        minutes = draw(st.sampled_from([0, 0.49, 0.5, 5, 12.5, 20]))
        walks.append(walk(f"w{n}", when, minutes))
        for moment in draw(st.sets(st.sampled_from([BEFORE, AFTER, PainMoment.DURING]))):
            value = draw(st.integers(0, 10))
            late = when.plus(draw(st.sampled_from([0, 14 * HOUR])))  # answered the next day
            ratings.append(rating(f"r{n}{moment}", value, moment, late, walk_id=f"w{n}"))
    for n in range(draw(st.integers(0, 12))):
        when = start.plus(draw(st.integers(0, 30)) * DAY)
        ratings.append(rating(f"f{n}", draw(st.integers(0, 10)), when=when))
    return start, walks, ratings


@given(
    made=diaries(),
    begins=st.integers(-10, 100),
    days=st.integers(0, 100),
    week_start=st.integers(0, 6),
)
def test_all_sums_equal_a_plain_count(made, begins, days, week_start):
    start, walks, ratings = made
    first = start.day + timedelta(days=begins)
    period = Period(first, first + timedelta(days=days))
    with Diary(None) as diary:
        diary.people.add(person())
        with diary.transaction():
            for one in walks:
                diary.walks.add(one)
            for one in ratings:
                diary.ratings.add(one)
        totals = diary.totals
        for grain in Grain:
            found = totals.buckets(ANNA, period, grain, week_start)
            expected = naive.buckets(walks, ratings, period, grain, week_start)
            assert [_rounded(one) for one in found] == [_rounded(one) for one in expected]
        assert list(totals.dots(ANNA, period)) == naive.dots(walks, ratings, period)
        expected = dict(naive.medians(ratings, period))
        assert dict(totals.medians(ANNA, period)) == pytest.approx(expected)
        figures = totals.figures(ANNA, period, first, week_start)
        usual = (figures.usual_minutes, figures.pain_low, figures.pain_high)
        assert usual == naive.usual(walks, ratings, period)
        week = naive.bucket(naive.span(first, Grain.WEEK, week_start), walks, ratings)
        assert figures.week_walks == (week.walks if week else 0)
        assert figures.week_minutes == pytest.approx(week.minutes if week else 0)


@pytest.mark.parametrize("start", [AROUND_1970, AROUND_LEAP])
def test_months_meet_without_a_gap_or_an_overlap(start):
    walks = [walk(f"w{n}", start.plus(n * DAY), n % 7) for n in range(100)]
    ratings = [
        rating(f"{moment}{n}", n % 5, moment, start.plus(n * DAY), walk_id=f"w{n}")
        for n in range(100)
        for moment in (BEFORE, AFTER)
    ]
    with Diary(None) as diary:
        diary.people.add(person())
        with diary.transaction():
            for one in walks:
                diary.walks.add(one)
            for one in ratings:
                diary.ratings.add(one)
        for first in range(0, 60, 4):
            for last in range(first, 100, 3):
                period = Period(start.plus(first * DAY).day, start.plus(last * DAY).day)
                dots = diary.totals.dots(ANNA, period)
                assert sum(dot.count for dot in dots) == period.days
                assert list(dots) == naive.dots(walks[first : last + 1], ratings, period)


def _rounded(one):
    parts = (one.minutes, one.before, one.after, one.pain)
    return one.first, one.last, one.walks, *(p if p is None else round(p, 6) for p in parts)


def test_nothing_recorded_is_nothing_and_not_zero(diary):
    period = Period(NOON.day, NOON.day)
    for grain in Grain:
        assert diary.totals.buckets(ANNA, period, grain, 0) == ()
    figures = diary.totals.figures(ANNA, period, NOON.day, 0)
    assert figures.usual_minutes is figures.pain_low is figures.pain_high is None
    assert (figures.week_minutes, figures.week_walks) == (0, 0)
    assert diary.totals.first_day(ANNA) is None


def test_zero_is_an_answer(diary):
    diary.walks.add(walk(minutes=10))
    diary.ratings.add(rating("b", 0, BEFORE, walk_id="w"))
    (only,) = diary.totals.buckets(ANNA, Period(NOON.day, NOON.day), Grain.DAY, 0)
    assert only == Bucket(NOON.day, NOON.day, 1, 10.0, 0.0, None, 0.0)


def test_an_open_walk_is_not_in_the_sums_until_it_is_done(diary):
    period = Period(NOON.day, NOON.day)
    diary.walks.add(running())
    assert diary.totals.buckets(ANNA, period, Grain.DAY, 0) == ()
    diary.ratings.add(rating("b", 6, BEFORE, walk_id="w"))
    diary.ratings.add(rating("a", 4, AFTER, walk_id="w"))
    assert diary.totals.buckets(ANNA, period, Grain.DAY, 0) == ()
    assert diary.totals.dots(ANNA, period) == ()
    diary.walks.update(walk())
    (only,) = diary.totals.buckets(ANNA, period, Grain.DAY, 0)
    assert (only.walks, only.before, only.after, only.pain) == (1, 6.0, 4.0, 5.0)
    assert diary.totals.dots(ANNA, period) == (Dot(20, -2, 1),)


def test_a_rating_after_midnight_counts_on_its_own_day_once_its_walk_is_done(diary):
    diary.walks.add(running())
    late = replace(rating("a", 4, AFTER, walk_id="w"), at=NOON.plus(DAY))
    diary.ratings.add(late)
    next_day = Period(late.at.day, late.at.day)
    assert diary.totals.buckets(ANNA, next_day, Grain.DAY, 0) == ()
    diary.walks.update(walk())
    (only,) = diary.totals.buckets(ANNA, next_day, Grain.DAY, 0)
    assert (only.walks, only.pain) == (0, 4.0)


def test_a_walk_moved_to_another_day_leaves_the_first(diary):
    diary.walks.add(walk())
    moved = NOON.plus(40 * DAY)
    diary.walks.update(replace(walk(), start=moved, end=moved.plus(HOUR)))
    both = Period(NOON.day, moved.day)
    assert [b.first for b in diary.totals.buckets(ANNA, both, Grain.DAY, 0)] == [moved.day]
    assert diary.totals.figures(ANNA, both, moved.day, 0).usual_minutes == 20


def test_another_persons_walks_are_theirs(diary):
    diary.walks.add(walk(person_id=BERT))
    period = Period(date(2020, 1, 1), date(2030, 1, 1))
    assert diary.totals.buckets(ANNA, period, Grain.MONTH, 0) == ()
    assert diary.totals.figures(ANNA, period, NOON.day, 0).usual_minutes is None
    assert len(diary.totals.buckets(BERT, period, Grain.MONTH, 0)) == 1


def test_a_removed_answer_is_out_of_every_sum(diary):
    period = Period(NOON.day, NOON.day)
    diary.walks.add(walk())
    diary.ratings.add(rating("b", 6, BEFORE, walk_id="w"))
    diary.ratings.remove("b", NOON)
    (only,) = diary.totals.buckets(ANNA, period, Grain.DAY, 0)
    assert only.before is only.pain is None


def test_the_first_answer_after_another_question_is_fresh(diary):
    period = Period(NOON.day, NOON.plus(60 * DAY).day)
    diary.walks.add(walk())
    diary.ratings.add(rating("b", 6, BEFORE, walk_id="w"))
    assert diary.totals.dots(ANNA, period) == ()
    diary.ratings.add(rating("a", 4, AFTER, walk_id="w"))
    assert diary.totals.dots(ANNA, period) == (Dot(20, -2, 1),)
    diary.ratings.remove("a", NOON)
    assert diary.totals.dots(ANNA, period) == ()
