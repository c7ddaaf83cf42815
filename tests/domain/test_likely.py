"""Whose walk it is likely to be at an hour of the day."""

from datetime import datetime, timedelta

import pytest

from walktrack.domain.likely import FEWEST, LOOKED_AT, PastWalk, likely_other
from walktrack.domain.moment import Moment

NOW = Moment.of(datetime.fromisoformat("2026-06-01T10:00:00+02:00"))


def walks(*people, minutes=0):
    """Return walks at this time of day, one a day back in time."""
    return [
        PastWalk(person, NOW.plus(-(number + 1) * 86_400_000 + minutes * 60_000))
        for number, person in enumerate(people)
    ]


@pytest.mark.parametrize(
    ("people", "found"),
    [
        ("mmmmm", "m"),
        ("mmm", "m"),
        ("mm", None),
        ("mmmma", None),
        ("mmjmm", None),
        ("aaaaa", None),
        ("mmmmma", "m"),
        ("", None),
    ],
)
def test_the_last_five_at_this_hour_say_whose_it_is(people, found):
    assert likely_other(walks(*people), NOW, "a") == found


@pytest.mark.parametrize(("minutes", "found"), [(60, "m"), (-60, "m"), (61, None), (-61, None)])
def test_walks_at_another_hour_say_nothing(minutes, found):
    assert likely_other(walks("m", "m", "m", minutes=minutes), NOW, "a") == found


def test_over_midnight_the_hour_is_near():
    late = Moment.of(datetime.fromisoformat("2026-06-01T23:40:00+02:00"))
    early = [
        PastWalk("m", Moment.of(datetime.fromisoformat("2026-06-01T00:20:00+02:00") - timedelta(n)))
        for n in range(3)
    ]
    assert likely_other(early, late, "a") == "m"


def test_the_clock_on_the_wall_counts_and_not_the_zone():
    elsewhere = [PastWalk(w.person_id, Moment(w.start.ms + 3_600_000, 60)) for w in walks(*"mmm")]
    assert likely_other(elsewhere, NOW, "a") == "m"


def test_five_are_looked_at_and_three_are_enough():
    assert (LOOKED_AT, FEWEST) == (5, 3)
