"""How many walks had so many minutes and such a change of pain."""

from walktrack.domain.moment import day_number
from walktrack.domain.period import Period
from walktrack.storage.database import Database
from walktrack.storage.day_totals import WALKS_BY_CHANGE, first_of_month, month_of

WalkCounts = dict[tuple[int, int], int]

_MONTHS = """
    SELECT minutes, change, sum(walks) FROM month_walks
    WHERE person_id = ? AND month BETWEEN ? AND ? GROUP BY minutes, change
"""


def walk_counts(db: Database, person_id: str, period: Period) -> WalkCounts:
    """Return the number of walks of a period by whole minutes and change of pain.

    Whole months come from their counts, the days at both ends from the walks themselves.
    """
    first, last = day_number(period.first), day_number(period.last)
    begin, end = month_of(first - 1) + 1, month_of(last + 1) - 1
    if begin > end:
        return _add(db.rows(WALKS_BY_CHANGE, person_id, first, last))
    return _add(
        db.rows(_MONTHS, person_id, begin, end)
        + db.rows(WALKS_BY_CHANGE, person_id, first, first_of_month(begin) - 1)
        + db.rows(WALKS_BY_CHANGE, person_id, first_of_month(end + 1), last)
    )


def _add(rows: list[tuple[int, int, int]]) -> WalkCounts:
    counts: WalkCounts = {}
    for minutes, change, walks in rows:
        counts[minutes, change] = counts.get((minutes, change), 0) + walks
    return counts
