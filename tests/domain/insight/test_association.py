"""The one sentence waits for all it needs, and leaves out what is late or guessed."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.insight.diaries import diary

from walktrack.domain.insight.association import Verdict, associate
from walktrack.domain.insight.days import DayKnown, day_pairs
from walktrack.domain.insight.interval import of_correlation
from walktrack.domain.insight.likeness import day_to_day, unlike_pairs, unlike_values

FIRST = date(2026, 1, 1)


def days(minutes, pain):
    both = zip(minutes, pain, strict=True)
    return [DayKnown(FIRST + timedelta(n), m, p) for n, (m, p) in enumerate(both)]


def noise(count):
    chance = Random(5)
    return days(
        [chance.randint(5, 40) for _ in range(count)], [chance.randint(1, 8) for _ in range(count)]
    )


@pytest.mark.parametrize(("count", "verdict"), [(28, Verdict.TOO_FEW), (29, Verdict.NO_LINK)])
def test_28_pairs_are_needed(count, verdict):
    found = associate(day_pairs(noise(count)))
    assert (found.verdict, found.n) == (verdict, count - 1)


def test_a_day_without_record_is_not_zero_and_no_neighbour():
    known = noise(30)
    known[10] = replace(known[10], minutes=None)
    assert FIRST + timedelta(10) not in {pair.day for pair in day_pairs(known)}
    del known[10]
    kept = {(pair.day - FIRST).days for pair in day_pairs(known)}
    assert kept == set(range(29)) - {9, 10}


@pytest.mark.parametrize("doubt", ["minutes_late", "pain_late", "guessed"])
def test_what_is_late_or_guessed_is_counted_and_left_out(doubt):
    known = noise(40)
    known[20] = replace(known[20], **{doubt: True})
    found = associate(day_pairs(known))
    lost = 1 if doubt == "minutes_late" else 2  # a doubtful pain is that of a day and the next
    assert (found.n, found.left_out) == (39 - lost, lost)


def test_a_pair_without_pain_on_the_day_itself_is_not_counted_in_the_sentence():
    known = noise(40)
    known[20] = replace(known[20], pain=None)
    pairs = day_pairs(known)
    assert len(pairs) == 38
    assert [pair.whole for pair in pairs].count(False) == 1
    assert associate(pairs).n == 37


@pytest.mark.parametrize(
    ("minutes", "pain"),
    [
        ([10, 20] * 20, None),
        (None, [3, 4] * 20),
        ([10] * 33 + [20, 30, 40] + [10] * 4, None),
        (None, [4] * 33 + [5, 6, 7] + [4] * 4),
    ],
)
def test_days_that_hardly_differ_say_nothing(minutes, pain):
    known = noise(40)
    minutes = minutes or [each.minutes for each in known]
    pain = pain or [each.pain for each in known]
    assert associate(day_pairs(days(minutes, pain))).verdict is Verdict.ALIKE


def test_days_that_follow_each_other_closely_are_worth_too_few():
    found = associate(day_pairs(days(range(1, 41), [n // 5 for n in range(40)])))
    assert found.verdict is Verdict.CLOSE
    assert found.n_eff < 12


def test_pain_that_yesterday_tells_wholly_leaves_nothing_to_say():
    """Minutes in the order of pain: with the one held fixed the other is fixed too."""
    pain = [n % 10 for n in range(60)]
    found = associate(day_pairs(days([5 * p + 3 for p in pain], pain)))
    assert found.verdict is Verdict.ALIKE


@given(st.integers(1, 500), st.floats(0, 1), st.floats(0, 1))
def test_likeness_never_makes_more_of_days(n, one, other):
    assert 0 <= unlike_pairs(n, one, other) <= n
    assert unlike_pairs(n, one, other) == unlike_pairs(n, other, one)


@given(st.integers(2, 500), st.floats(-1, 1))
def test_for_a_mean_they_are_worth_two_at_least(n, likeness):
    assert 2 <= unlike_values(n, likeness) <= max(2, n)
    assert unlike_values(n, 0.95) == unlike_values(n, 0.9)


@given(st.lists(st.integers(0, 10), max_size=60), st.integers(1, 3))
def test_likeness_is_between_0_and_1_and_looks_at_neighbours_only(values, step):
    found = day_to_day(range(0, step * len(values), step), values)
    assert 0 <= found <= 1
    assert step == 1 or found == 0


@given(st.floats(-1, 1), st.floats(4.1, 1000))
def test_an_interval_holds_its_number_and_stays_within_bounds(r, n):
    found = of_correlation(r, n, 1)
    assert -1 <= found.low <= r + 1e-8
    assert r - 1e-8 <= found.high <= 1


def test_too_few_pairs_have_no_interval():
    with pytest.raises(ValueError, match="too few"):
        of_correlation(0.5, 4, 1)


def test_the_interval_is_that_of_as_many_days_as_they_are_worth_with_one_thing_held_fixed():
    found = associate(day_pairs(diary(Random(2))))
    assert found.n_eff < found.n
    assert found.interval == of_correlation(found.r, found.n_eff, 1)


def test_a_year_is_told_at_once():
    assert associate(day_pairs(diary(Random(1), 365))).n == 364
