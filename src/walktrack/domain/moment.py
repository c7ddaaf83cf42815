"""A point in time as the person saw it: UTC milliseconds and the offset their clock had."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

MS_PER_MINUTE = 60_000
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A wall-clock time. `ms` is UTC milliseconds since 1970, `offset` minutes east of UTC."""

    ms: int
    offset: int

    @classmethod
    def of(cls, when: datetime) -> "Moment":
        """Take an aware datetime; a naive one is read in this computer's own time zone.

        On the night the clocks go back a naive time means the first of the two, unless its
        `fold` is 1. A time that the clocks skip in spring means the hour after.
        """
        aware = when if when.tzinfo else _here(when)
        offset = aware.utcoffset() or timedelta()
        ms = (aware - datetime.fromtimestamp(0, UTC)) // timedelta(milliseconds=1)
        return cls(ms, round(offset.total_seconds() / 60))

    def local(self) -> datetime:
        """Return the date and time the person saw, as an aware datetime."""
        utc = datetime.fromtimestamp(0, UTC) + timedelta(milliseconds=self.ms)
        return utc.astimezone(timezone(timedelta(minutes=self.offset)))

    @property
    def day(self) -> date:
        """The local date: a walk belongs to the date of its start."""
        return self.local().date()

    @property
    def is_here(self) -> bool:
        """Say whether this computer's own time zone gives the moment the same offset."""
        return Moment.of(self.local().astimezone()) == self

    def plus(self, ms: int) -> "Moment":
        """Return the moment `ms` later, with the same offset."""
        return Moment(self.ms + ms, self.offset)

    def later(self, ms: int) -> "Moment":
        """Return the moment `ms` later, with the offset that then holds where it was."""
        after = self.plus(ms)
        return Moment.of(after.local().astimezone()) if self.is_here else after


def _here(naive: datetime) -> datetime:
    # Not naive.astimezone(): that takes a skipped 02:30 for 01:30. Of a skipped time, fold 0
    # gives the later timestamp; of a repeated one, fold 1 does.
    seconds = naive.replace(fold=0).timestamp()
    if naive.fold:
        seconds = max(seconds, naive.timestamp())
    return (datetime.fromtimestamp(0, UTC) + timedelta(seconds=seconds)).astimezone()


def day_number(day: date) -> int:
    """Return days since 1970-01-01, the form in which the diary stores and indexes a date."""
    return day.toordinal() - _EPOCH_ORDINAL


def day_of(number: int) -> date:
    """Return the date of a day number; the inverse of `day_number`."""
    return date.fromordinal(number + _EPOCH_ORDINAL)


def minutes(ms: int) -> float:
    """Return milliseconds as minutes."""
    return ms / MS_PER_MINUTE
