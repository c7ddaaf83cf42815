"""Keeps the sums the charts read in step with walks and ratings.

`day_total` holds one line a day, `month_walks` how many walks of a month had so many minutes and
such a change of pain. Both are derived: thrown away and counted again for every day touched, in
the transaction that touches it. With them a chart of 100,000 walks reads a few thousand rows.
A walk and its ratings count once the walk is done. What a carer guessed is added up apart.
"""

from collections.abc import Iterable

from walktrack.domain.moment import day_number, day_of
from walktrack.domain.period import Period
from walktrack.storage.database import Database

NO_CHANGE_KNOWN = 11  # in month_walks.change, for walks without both answers

_COUNT_DAYS = """
    INSERT INTO day_total
    SELECT ?1, day, sum(walks), sum(walked_ms),
        sum(value * is_before * said), sum(is_before * said),
        sum(value * is_after * said), sum(is_after * said),
        sum(value * is_any * said), sum(is_any * said),
        sum(value * is_before * NOT said), sum(is_before * NOT said),
        sum(value * is_after * NOT said), sum(is_after * NOT said),
        sum(value * is_any * NOT said), sum(is_any * NOT said)
    FROM (
        SELECT day, 1 AS walks, walked_ms, 0 AS value, 0 AS is_before, 0 AS is_after, 0 AS is_any,
            1 AS said
        FROM walk
        WHERE person_id = ?1 AND day BETWEEN ?2 AND ?3 AND state = 'done' AND deleted_at IS NULL
        UNION ALL
        SELECT walk.day, 0, 0, value, moment = 'before', moment = 'after', 0,
            reporter <> 'guess'
        FROM walk CROSS JOIN pain_rating ON pain_rating.walk_id = walk.id
        WHERE walk.person_id = ?1 AND walk.day BETWEEN ?2 AND ?3 AND state = 'done'
            AND walk.deleted_at IS NULL AND pain_rating.deleted_at IS NULL
            AND moment IN ('before', 'after')
        UNION ALL
        SELECT pain_rating.day, 0, 0, value, 0, 0, 1, reporter <> 'guess'
        FROM pain_rating LEFT JOIN walk ON walk.id = pain_rating.walk_id
        WHERE pain_rating.person_id = ?1 AND pain_rating.day BETWEEN ?2 AND ?3
            AND pain_rating.deleted_at IS NULL AND (walk_id IS NULL OR state = 'done')
    )
    GROUP BY day
"""

WALKS_BY_CHANGE = """
    SELECT (walk.walked_ms + 30000) / 60000 AS minutes,
        coalesce(later.value - earlier.value, 11) AS change, count(*) AS walks
    FROM walk
    LEFT JOIN pain_rating AS earlier ON earlier.walk_id = walk.id
        AND earlier.moment = 'before' AND earlier.deleted_at IS NULL
        AND earlier.reporter <> 'guess'
    LEFT JOIN pain_rating AS later ON later.walk_id = walk.id
        AND later.moment = 'after' AND later.deleted_at IS NULL AND later.reporter <> 'guess'
    WHERE walk.person_id = ? AND walk.day BETWEEN ? AND ? AND walk.state = 'done'
        AND walk.deleted_at IS NULL
    GROUP BY minutes, change
"""


def refresh(db: Database, person_id: str, days: Iterable[int]) -> None:
    """Count some days of a person again; to be called inside the change that touched them."""
    db.written += 1
    touched = set(days)
    for day in touched:
        _count_days(db, person_id, day, day)
    for month in {month_of(day) for day in touched}:
        _count_month(db, person_id, month)


def recount(db: Database, person_id: str, period: Period) -> None:
    """Count all days of a period again, as after many entries at once."""
    db.written += 1
    first, last = day_number(period.first), day_number(period.last)
    _count_days(db, person_id, first, last)
    for month in range(month_of(first), month_of(last) + 1):
        _count_month(db, person_id, month)


def recount_months(db: Database, person_id: str, days: Iterable[int]) -> None:
    """Count all days of the months again that some days lie in, however far apart they are."""
    db.written += 1
    for month in {month_of(day) for day in days}:
        _count_days(db, person_id, first_of_month(month), first_of_month(month + 1) - 1)
        _count_month(db, person_id, month)


def month_of(day: int) -> int:
    """Return the number of the month a day number lies in: 12 times the year, plus 0 to 11."""
    when = day_of(day)
    return when.year * 12 + when.month - 1


def first_of_month(month: int) -> int:
    """Return the day number of the first day of a month."""
    return day_number(day_of(0).replace(year=month // 12, month=month % 12 + 1))


def _count_days(db: Database, person_id: str, first: int, last: int) -> None:
    db.execute_sql(
        "DELETE FROM day_total WHERE person_id = ? AND day BETWEEN ? AND ?",
        (person_id, first, last),
    )
    db.execute_sql(_COUNT_DAYS, (person_id, first, last))


def _count_month(db: Database, person_id: str, month: int) -> None:
    db.execute_sql("DELETE FROM month_walks WHERE person_id = ? AND month = ?", (person_id, month))
    db.execute_sql(
        f"INSERT INTO month_walks SELECT ?, ?, minutes, change, walks FROM ({WALKS_BY_CHANGE})",  # noqa: S608 - two constants
        (person_id, month, person_id, first_of_month(month), first_of_month(month + 1) - 1),
    )
