"""Made-up diaries of which the truth is known."""

from collections import Counter
from datetime import date, timedelta
from math import sqrt
from random import Random

from walktrack.domain.insight.association import associate
from walktrack.domain.insight.days import DayKnown, day_pairs

FIRST = date(2026, 1, 1)


def wander(chance, days, likeness):
    """Return values of mean 0 and spread 1 that are like the day before by so much."""
    value, found = chance.gauss(0, 1), []
    for _ in range(days):
        found.append(value)
        value = likeness * value + sqrt(1 - likeness**2) * chance.gauss(0, 1)
    return found


def diary(chance, days=60, *, likeness=0.7, link=0.0, bad_days_rest=0.0, missing=0.0):
    """Return the days of a diary, in whole minutes and whole points.

    `link` is how much the minutes of a day move the next day's pain, `bad_days_rest` how much pain
    keeps a person from walking on the day itself, `missing` the share of values not recorded.
    """
    pain = wander(chance, days, likeness)
    walked = [
        will - bad_days_rest * hurt
        for will, hurt in zip(wander(chance, days, likeness), pain, strict=True)
    ]
    felt = [pain[0], *(p + link * w for p, w in zip(pain[1:], walked, strict=False))]
    minutes = [max(0, round(20 + 8 * value)) for value in walked]
    points = [min(10, max(0, round(4 + 1.7 * value))) for value in felt]
    return [
        DayKnown(
            FIRST + timedelta(number),
            None if chance.random() < missing else minutes[number],
            None if chance.random() < missing else points[number],
        )
        for number in range(days)
    ]


def verdicts(diaries, seed=1, **truth):
    """Return how often each thing is said about so many diaries."""
    chance = Random(seed)
    return Counter(associate(day_pairs(diary(chance, **truth))).verdict for _ in range(diaries))
