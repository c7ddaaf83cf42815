"""Times of a walk as a person types them: two of start, end and minutes, and what looks odd."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from walktrack.domain.moment import MS_PER_MINUTE, Moment

LONGEST_MINUTES = 24 * 60
LONG_MINUTES = 4 * 60
OLDEST_YEAR = 1900


class TimesFault(StrEnum):
    """Why typed times cannot be a walk."""

    TOO_FEW = "too few"
    END_FIRST = "end first"
    TOO_MANY_MINUTES = "too many minutes"
    NO_MINUTES = "no minutes"
    TOO_LONG = "too long"
    TOO_OLD = "too old"


class TimesError(ValueError):
    """Typed times that make no walk; `fault` says why."""

    def __init__(self, fault: TimesFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class Oddity(StrEnum):
    """What looks odd about a walk that can be stored all the same."""

    FUTURE = "future"
    OVERLAP = "overlap"
    LONG = "long"
    SKIPPED_HOUR = "skipped hour"
    DOUBLE_HOUR = "double hour"
    DOUBLE_HOUR_LATER = "double hour, the second"
    NEXT_DAY = "next day"


@dataclass(frozen=True, slots=True)
class Times:
    """When a walk was and how much of it was walked."""

    start: Moment
    end: Moment
    walked_ms: int


def times_of(start: datetime | None, end: datetime | None, minutes: float | None) -> Times:
    """Return the times of a walk from two of the three (or all, if there were pauses).

    Naive times are this computer's own; on a night when clocks change the true length counts.
    TimesError if they make no walk of more than 0 and at most 24 hours.
    """
    walked = None if minutes is None else round(minutes * MS_PER_MINUTE)
    if walked is not None and walked <= 0:
        raise TimesError(TimesFault.NO_MINUTES)
    if walked is not None and walked > LONGEST_MINUTES * MS_PER_MINUTE:
        raise TimesError(TimesFault.TOO_LONG)
    first, last = _ends(start, end, walked)
    span = last.ms - first.ms
    walked = span if walked is None else walked
    _check(first, span, walked)
    return Times(first, last, walked)


def _ends(
    start: datetime | None, end: datetime | None, walked: int | None
) -> tuple[Moment, Moment]:
    if start and end:
        return Moment.of(start), Moment.of(end)
    if start and walked is not None:
        return Moment.of(start), _shifted(Moment.of(start), walked)
    if end and walked is not None:
        return _shifted(Moment.of(end), -walked), Moment.of(end)
    raise TimesError(TimesFault.TOO_FEW)


def _check(first: Moment, span: int, walked: int) -> None:
    if span < 0:
        raise TimesError(TimesFault.END_FIRST)
    if span == 0:
        raise TimesError(TimesFault.NO_MINUTES)
    if span > LONGEST_MINUTES * MS_PER_MINUTE:
        raise TimesError(TimesFault.TOO_LONG)
    if walked > span:
        raise TimesError(TimesFault.TOO_MANY_MINUTES)
    if first.local().year < OLDEST_YEAR:
        raise TimesError(TimesFault.TOO_OLD)


def _shifted(moment: Moment, ms: int) -> Moment:
    """Return the moment `ms` later with the offset this computer has then."""
    utc = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=moment.ms + ms)
    return Moment.of(utc.astimezone())


def clock_oddity(naive: datetime) -> Oddity | None:
    """Say whether a typed time does not exist or exists twice, on a night when clocks change.

    Of the two, `fold` 0 means the first and 1 the second.
    """
    early, late = naive.replace(fold=0).astimezone(), naive.replace(fold=1).astimezone()
    if early.utcoffset() == late.utcoffset():
        return None
    there = early.astimezone(UTC).astimezone().replace(tzinfo=None, fold=0)
    if there != naive.replace(fold=0):
        return Oddity.SKIPPED_HOUR
    return Oddity.DOUBLE_HOUR_LATER if naive.fold else Oddity.DOUBLE_HOUR


def oddities(times: Times, now: Moment) -> list[Oddity]:
    """Return what looks odd about the times themselves."""
    found: list[Oddity] = []
    if times.end.ms > now.ms:
        found.append(Oddity.FUTURE)
    if times.walked_ms > LONG_MINUTES * MS_PER_MINUTE:
        found.append(Oddity.LONG)
    if times.end.day != times.start.day:
        found.append(Oddity.NEXT_DAY)
    return found
