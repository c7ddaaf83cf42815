"""Days and walks as the insight needs them: added up by SQLite, with what of them is doubtful."""

from typing import Any

from walktrack.domain.insight.choices import TimeOfDay, WalkKnown
from walktrack.domain.insight.days import DayKnown
from walktrack.domain.moment import Moment, day_number, day_of, minutes
from walktrack.domain.period import Period
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Kind, Surface
from walktrack.storage.room import Room, reads

_LATE = "{0}.entered_at > ({0}.{1} + 1) * 86400000 + 43200000 - {0}.{2} * 60000"
"""Whether a record was typed after noon of the day after its own, by its own clock."""

_WALK_LATE = _LATE.format("walk", "day", "start_offset")
_RATING_LATE = _LATE.format("pain_rating", "day", "rated_offset")
_MARK_LATE = _LATE.format("day_mark", "first_day", "entered_offset")

_DAYS = f"""
    SELECT day, sum(walked_ms) / 60000.0, max(late) FILTER (WHERE walked_ms IS NOT NULL),
        avg(value) FILTER (WHERE NOT guess AND NOT late), avg(value) FILTER (WHERE NOT guess),
        avg(value)
    FROM (
        SELECT day, walked_ms, NULL AS value, {_WALK_LATE} AS late, 0 AS guess
        FROM walk
        WHERE person_id = ?1 AND day BETWEEN ?2 AND ?3 AND state = 'done' AND deleted_at IS NULL
        UNION ALL
        SELECT first_day, 0, NULL, {_MARK_LATE}, 0
        FROM day_mark
        WHERE person_id = ?1 AND first_day BETWEEN ?2 AND ?3 AND kind = 'no_walk'
            AND deleted_at IS NULL AND NOT EXISTS (
                SELECT 1 FROM walk
                WHERE walk.person_id = ?1 AND walk.day = first_day AND walk.deleted_at IS NULL)
        UNION ALL
        SELECT pain_rating.day, NULL, value, {_RATING_LATE}, reporter = 'guess'
        FROM pain_rating LEFT JOIN walk ON walk.id = pain_rating.walk_id
        WHERE pain_rating.person_id = ?1 AND pain_rating.day BETWEEN ?2 AND ?3
            AND pain_rating.deleted_at IS NULL AND (walk_id IS NULL OR state = 'done')
    )
    GROUP BY day ORDER BY day
"""  # noqa: S608 - made of constants

_RATED = """
    JOIN pain_rating AS {0} ON {0}.walk_id = walk.id AND {0}.moment = '{0}'
        AND {0}.deleted_at IS NULL
"""
_TOUCHED = "FROM posture_check WHERE walk_id = walk.id AND deleted_at IS NULL"
_WALKS = f"""
    SELECT walk.day, walk.walked_ms, after.value - before.value AS change, walk.kind,
        walk.surface, walk.company, walk.start_at, walk.start_offset, walk.timed,
        {_WALK_LATE} OR {_LATE.format("before", "day", "rated_offset")}
            OR {_LATE.format("after", "day", "rated_offset")} AS late,
        'guess' IN (before.reporter, after.reporter) AS guessed,
        (SELECT count(*) {_TOUCHED}) AS touched,
        (SELECT group_concat(item) {_TOUCHED} AND checked = 1) AS ticked
    FROM walk {_RATED.format("before")} {_RATED.format("after")}
    WHERE walk.person_id = ? AND walk.day BETWEEN ? AND ? AND walk.state = 'done'
        AND walk.deleted_at IS NULL
    ORDER BY walk.start_at
"""  # noqa: S608 - made of constants


class InsightRows(Room):
    """Reads what is known of days, and of the walks with pain before and after."""

    @reads
    def days(self, person_id: str, period: Period) -> tuple[DayKnown, ...]:
        """Return the days of a period with anything recorded, oldest first.

        The pain of a day is the mean of the person's ratings that were written down in time; only
        where there is none, of those typed late; and only where there is none either, of a
        carer's guesses.
        """
        return tuple(_day(row) for row in self._db.rows(_DAYS, person_id, *_numbers(period)))

    @reads
    def walks(self, person_id: str, period: Period) -> tuple[WalkKnown, ...]:
        """Return the walks of a period with pain before and after, oldest first."""
        return tuple(_walk(row) for row in self._db.rows(_WALKS, person_id, *_numbers(period)))


def _numbers(period: Period) -> tuple[int, int]:
    return day_number(period.first), day_number(period.last)


def _day(row: tuple[Any, ...]) -> DayKnown:
    day, walked, minutes_late, sure, own, any_pain = row
    known = next((pain for pain in (sure, own, any_pain) if pain is not None), None)
    return DayKnown(
        day_of(day),
        walked,
        known,
        minutes_late=bool(minutes_late),
        pain_late=sure is None and own is not None,
        guessed=own is None and any_pain is not None,
    )


def _walk(row: tuple[Any, ...]) -> WalkKnown:
    day, walked_ms, change, kind, surface, company, start, offset, timed, *rest = row
    late, guessed, touched, ticked = rest
    choices: list[Kind | Surface | Company | TimeOfDay] = []
    choices += [Kind(kind)] if kind else []
    choices += [Surface(surface)] if surface else []
    choices += [Company(company)] if company else []
    choices += [TimeOfDay.of(Moment(start, offset).local().hour)] if timed else []
    lines = frozenset(map(PostureItem, ticked.split(","))) if ticked else frozenset[PostureItem]()
    return WalkKnown(
        day,
        minutes(walked_ms),
        change,
        tuple(choices),
        lines if touched else None,
        late=bool(late),
        guessed=bool(guessed),
    )
