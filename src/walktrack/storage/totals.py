"""What the charts show, added up by SQLite."""

from datetime import date

from walktrack.domain.moment import day_number, day_of
from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import DAYS_FOR_MEDIAN, MEDIAN_WINDOW, Bucket, Dot, Figures
from walktrack.storage.database import Database
from walktrack.storage.day_totals import NO_CHANGE_KNOWN
from walktrack.storage.room import Room, reads
from walktrack.storage.walk_counts import WalkCounts, walk_counts

_SUMS = """
    sum(walks), sum(walked_ms) / 60000.0, 1.0 * sum(before_sum) / sum(before_count),
    1.0 * sum(after_sum) / sum(after_count), 1.0 * sum(pain_sum) / sum(pain_count),
    1.0 * sum(guess_before_sum) / sum(guess_before_count),
    1.0 * sum(guess_after_sum) / sum(guess_after_count),
    1.0 * sum(guess_sum) / sum(guess_count), sum(guess_count)
    FROM day_total WHERE person_id = ? AND day BETWEEN ? AND ?
"""
_BY_DAY = """
    SELECT day, walks, walked_ms / 60000.0, 1.0 * before_sum / before_count,
        1.0 * after_sum / after_count, 1.0 * pain_sum / pain_count,
        1.0 * guess_before_sum / guess_before_count, 1.0 * guess_after_sum / guess_after_count,
        1.0 * guess_sum / guess_count, guess_count
    FROM day_total WHERE person_id = ? AND day BETWEEN ? AND ? ORDER BY day
"""
_BY_WEEK = f"SELECT (day - ?) / 7 AS week, {_SUMS} GROUP BY week ORDER BY week"
_BY_MONTH = f"""
    SELECT strftime('%Y%m', day * 86400, 'unixepoch') AS month, {_SUMS}
    GROUP BY month ORDER BY month
"""
_DAY_MEANS = """
    SELECT day, 1.0 * pain_sum / pain_count FROM day_total
    WHERE person_id = ? AND day BETWEEN ? AND ? AND pain_count > 0 ORDER BY day
"""


class Totals(Room):
    """Sums and medians of one person's walks and ratings."""

    def __init__(self, db: Database) -> None:
        super().__init__(db)
        self._counted: tuple[tuple[str, Period, int], WalkCounts] | None = None

    @reads
    def buckets(
        self, person_id: str, period: Period, grain: Grain, week_start: int
    ) -> tuple[Bucket, ...]:
        """Return what there is for each day, week or month of a period, oldest first.

        `week_start` is 0 for Monday to 6 for Sunday. Weeks and months are whole ones, also where
        the period begins or ends inside them. Those with nothing in them are left out.
        """
        if grain is Grain.DAY:
            days = self._db.rows(_BY_DAY, person_id, *_numbers(period))
            return tuple([Bucket(when := day_of(row[0]), when, *row[1:]) for row in days])
        if grain is Grain.WEEK:
            start = day_number(Period.around(period.first, grain, week_start).first)
            end = day_number(Period.around(period.last, grain, week_start).last)
            weeks = self._db.rows(_BY_WEEK, start, person_id, start, end)
            return tuple(
                Bucket(day_of(start + 7 * week), day_of(start + 7 * week + 6), *sums)
                for week, *sums in weeks
            )
        whole = Period(period.first.replace(day=1), _month_of(period.last).last)
        months = self._db.rows(_BY_MONTH, person_id, *_numbers(whole))
        found: list[Bucket] = []
        for month, *sums in months:
            span = _month_of(date(int(month[:-2]), int(month[-2:]), 1))
            found.append(Bucket(span.first, span.last, *sums))
        return tuple(found)

    @reads
    def dots(self, person_id: str, period: Period) -> tuple[Dot, ...]:
        """Return the walks with both answers, by whole minutes and change of pain."""
        counts = self._counts(person_id, period)
        return tuple(
            Dot(minutes, change, walks)
            for (minutes, change), walks in sorted(counts.items())
            if change != NO_CHANGE_KNOWN
        )

    @reads
    def medians(self, person_id: str, period: Period) -> tuple[tuple[date, float], ...]:
        """Return the median of the day means of pain over the last 7 days, for each day.

        Days are left out where fewer than 4 of the 7 have a rating.
        """
        first, last = _numbers(period)
        means = dict(self._db.rows(_DAY_MEANS, person_id, first - MEDIAN_WINDOW + 1, last))
        found: list[tuple[date, float]] = []
        for day in range(first, last + 1):
            window = [means[d] for d in range(day - MEDIAN_WINDOW + 1, day + 1) if d in means]
            if len(window) >= DAYS_FOR_MEDIAN:
                found.append((day_of(day), _quantile(sorted(window), 0.5)))
        return tuple(found)

    @reads
    def figures(self, person_id: str, period: Period, today: date, week_start: int) -> Figures:
        """Return the week that holds today, the usual walk and the usual pain of a period.

        The usual walk is in whole minutes, or a half between two.
        """
        week = self.buckets(person_id, Period(today, today), Grain.WEEK, week_start)
        means = [mean for _, mean in self._db.rows(_DAY_MEANS, person_id, *_numbers(period))]
        means.sort()
        return Figures(
            week_minutes=week[0].minutes if week else 0.0,
            week_walks=week[0].walks if week else 0,
            usual_minutes=self._usual_minutes(person_id, period),
            pain_low=_whole(_quantile(means, 0.25)) if means else None,
            pain_high=_whole(_quantile(means, 0.75)) if means else None,
        )

    @reads
    def first_day(self, person_id: str) -> date | None:
        """Return the first day with a walk or a rating, or None."""
        ((day,),) = self._db.rows("SELECT min(day) FROM day_total WHERE person_id = ?", person_id)
        return None if day is None else day_of(day)

    def _counts(self, person_id: str, period: Period) -> WalkCounts:
        """Count the walks of a period, or remember: dots and figures are asked for together."""
        asked = (person_id, period, self._db.written)
        if self._counted is None or self._counted[0] != asked:
            self._counted = (asked, walk_counts(self._db, person_id, period))
        return self._counted[1]

    def _usual_minutes(self, person_id: str, period: Period) -> float | None:
        counts = self._counts(person_id, period)
        total = sum(counts.values())
        middle: list[int] = []
        seen = 0
        for (minutes, _), walks in sorted(counts.items()):
            seen += walks
            middle += [minutes] * ((seen > (total - 1) // 2) + (seen > total // 2) - len(middle))
        return sum(middle) / 2 if middle else None


def _numbers(period: Period) -> tuple[int, int]:
    return day_number(period.first), day_number(period.last)


def _month_of(day: date) -> Period:
    return Period.around(day, Grain.MONTH, 0)


def _quantile(ordered: list[float], share: float) -> float:
    """Return a quantile of sorted values, in a straight line between the two next to it."""
    place = (len(ordered) - 1) * share
    low = int(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def _whole(value: float) -> int:
    """Round half up, also where a half came out a hair short of it."""
    return int(round(value, 9) + 0.5)
