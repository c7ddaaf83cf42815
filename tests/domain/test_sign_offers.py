from datetime import date

import pytest
from tests.domain.test_after_walk import NOON, pain

from walktrack.domain.sign_offers import is_long, occasions_of_walk, pick
from walktrack.domain.warning_signs import SignMoment


def moments(*values, stopped=None):
    return [each.moment for each in occasions_of_walk(pain(*values), stopped)]


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (7, 9, []),
        (8, None, [SignMoment.BAD_BEFORE]),
        (2, 5, [SignMoment.RISE]),
        (2, 4, []),
        (8, 10, [SignMoment.BAD_BEFORE]),
        (None, 10, []),
    ],
)
def test_pain_before_and_its_rise_are_occasions(before, after, wanted):
    assert moments(before, after) == wanted


def test_a_walk_stopped_for_pain_is_an_occasion():
    assert moments(None, None, stopped=NOON) == [SignMoment.STOPPED]


@pytest.mark.parametrize(("day", "long"), [(14, False), (15, True), (30, True)])
def test_a_flare_up_is_long_once_fourteen_days_are_over(day, long):
    assert is_long(date(2026, 6, 1), date(2026, 6, day)) is long


def test_only_what_is_new_is_offered_and_the_newest_of_it():
    found = occasions_of_walk(pain(8, None), NOON.plus(5))
    assert pick(found, NOON.ms - 1) is SignMoment.STOPPED
    assert pick(found, NOON.ms + 4) is SignMoment.STOPPED
    assert pick(found, NOON.ms + 5) is None
