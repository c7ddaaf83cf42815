"""The sums of the charts added up again, slowly and plainly, from walks and ratings."""

from datetime import timedelta
from statistics import mean, median, quantiles

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Grain
from walktrack.domain.summary import Bucket, Dot


def span(day, grain, week_start):
    if grain is Grain.DAY:
        return day, day
    if grain is Grain.WEEK:
        first = day
        while first.weekday() != week_start:
            first -= timedelta(days=1)
        return first, first + timedelta(days=6)
    first = last = day
    while first.day != 1:
        first -= timedelta(days=1)
    while (last + timedelta(days=1)).month == day.month:
        last += timedelta(days=1)
    return first, last


def answers(walk, ratings, moment):
    return [r.value for r in ratings if r.walk_id == walk.id and r.moment is moment]


def said(ratings):
    return [r for r in ratings if r.reporter is not Reporter.GUESS]


def guessed(ratings):
    return [r for r in ratings if r.reporter is Reporter.GUESS]


def bucket(bounds, walks, ratings):
    """Return the bucket of some days, or None if there is nothing in them."""
    first, last = bounds
    walks = [w for w in walks if first <= w.start.day <= last]
    rated = [r for r in ratings if first <= r.at.day <= last]
    if not walks and not rated:
        return None
    numbers = [
        [v for w in walks for v in answers(w, some, moment)]
        for some in (said(ratings), guessed(ratings))
        for moment in (PainMoment.BEFORE, PainMoment.AFTER)
    ]
    numbers.insert(2, [r.value for r in said(rated)])
    guesses = [r.value for r in guessed(rated)]
    numbers.append(guesses)
    minutes = sum(w.walked_ms for w in walks) / 60_000
    means = [mean(values) if values else None for values in numbers]
    return Bucket(first, last, len(walks), minutes, *means, len(guesses))


def buckets(walks, ratings, period, grain, week_start):
    days = [period.first + timedelta(days=n) for n in range(period.days)]
    bounds = sorted({span(day, grain, week_start) for day in days})
    found = [bucket(one, walks, ratings) for one in bounds]
    return [one for one in found if one is not None]


def dots(walks, ratings, period):
    counts = {}
    ratings = said(ratings)
    for walk in walks:
        before = answers(walk, ratings, PainMoment.BEFORE)
        after = answers(walk, ratings, PainMoment.AFTER)
        if before and after and period.first <= walk.start.day <= period.last:
            key = ((walk.walked_ms + 30_000) // 60_000, after[0] - before[0])
            counts[key] = counts.get(key, 0) + 1
    return [Dot(*key, count) for key, count in sorted(counts.items())]


def day_means(ratings, first, last):
    days = {}
    for rating in said(ratings):
        if first <= rating.at.day <= last:
            days.setdefault(rating.at.day, []).append(rating.value)
    return {day: mean(values) for day, values in days.items()}


def medians(ratings, period):
    found = []
    for n in range(period.days):
        day = period.first + timedelta(days=n)
        window = day_means(ratings, day - timedelta(days=6), day)
        if len(window) >= 4:
            found.append((day, median(window.values())))
    return found


def usual(walks, ratings, period):
    """Return the usual minutes and the quartiles of pain."""
    minutes = [
        (w.walked_ms + 30_000) // 60_000
        for w in walks
        if period.first <= w.start.day <= period.last
    ]
    means = list(day_means(ratings, period.first, period.last).values())
    low = high = None
    if means:
        low, _, high = quantiles(means if len(means) > 1 else means * 2, method="inclusive")
        low, high = int(round(low, 9) + 0.5), int(round(high, 9) + 0.5)
    return (median(minutes) if minutes else None), low, high
