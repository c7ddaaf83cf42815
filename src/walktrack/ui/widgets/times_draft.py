"""The times of a walk while they are being typed: two stand, the third follows."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.typed import Times, times_of


class Part(StrEnum):
    """What can be typed; two of the three settle the third."""

    START = "start"
    END = "end"
    MINUTES = "minutes"


_FOLLOWS_FIRST = (Part.END, Part.MINUTES, Part.START)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class TimesDraft:
    """Start, end and walked time as they stand; each change returns the next draft.

    `hand` holds the parts that were typed, the newest last. A part nobody typed follows: the end
    after the start or the minutes, the minutes after the end. Time left over between start and
    end counts as a break; it keeps its length while two parts move the third. Once all three are
    typed they stand, and if more was walked than fits, the part typed longest ago follows.

    `known` are the times it began with: what is typed is read in their time zone, and on the
    night the clocks go back in the same one of the two hours.
    """

    known: Times
    start: Moment
    end: Moment
    walked_ms: int
    hand: tuple[Part, ...] = ()
    moved: bool = False

    @classmethod
    def of(cls, times: Times) -> "TimesDraft":
        """Return the draft of stored times."""
        return cls(times, times.start, times.end, times.walked_ms)

    @property
    def paused_ms(self) -> int:
        """Milliseconds between start and end that were not walked."""
        return max(0, self.end.ms - self.start.ms - self.walked_ms)

    @property
    def minutes(self) -> int:
        """Walked time in whole minutes."""
        return round(self.walked_ms / MS_PER_MINUTE)

    def times(self) -> Times:
        """Return the times of a walk; TimesError if these make none. Untouched ones never fail."""
        if not self.moved:
            return Times(self.start, self.end, self.walked_ms)
        return times_of(self.start.local(), self.end.local(), self.walked_ms / MS_PER_MINUTE)

    def with_day(self, day: date) -> "TimesDraft":
        """Return the same walk on another day."""
        start = _typed(datetime.combine(day, _wall(self.start)), self.known.start)
        end = start.later(self.end.ms - self.start.ms)
        return replace(self, start=start, end=end, moved=True)

    def with_start(self, at: time) -> "TimesDraft":
        """Return the draft with another start on the same day."""
        start = _typed(datetime.combine(self.start.day, at), self.known.start)
        end = _next(start, _wall(self.end), self.known.end)
        return self._settled(Part.START, start, end, self.walked_ms)

    def with_end(self, at: time) -> "TimesDraft":
        """Return the draft with another end; one before the start means the next day."""
        end = _next(self.start, at, self.known.end)
        return self._settled(Part.END, self.start, end, self.walked_ms)

    def with_minutes(self, minutes: int) -> "TimesDraft":
        """Return the draft with another walked time."""
        return self._settled(Part.MINUTES, self.start, self.end, minutes * MS_PER_MINUTE)

    def _settled(self, typed: Part, start: Moment, end: Moment, walked: int) -> "TimesDraft":
        hand = (*(part for part in self.hand if part is not typed), typed)
        untyped = [part for part in _FOLLOWS_FIRST if part not in hand]
        paused, span = self.paused_ms, end.ms - start.ms
        follower = untyped[0] if untyped else None
        if follower is None and walked > span:
            follower, paused = hand[0], 0
        match follower:
            case Part.END:
                end = start.later(walked + paused)
            case Part.MINUTES:
                walked = span - paused if span > paused else span
            case Part.START:
                start, end = self._before(end, walked + paused)
            case None:
                pass
        return TimesDraft(self.known, start, end, walked, hand, moved=True)

    def _before(self, end: Moment, ms: int) -> tuple[Moment, Moment]:
        """Return start and end, `ms` apart, so that the walk stays on the day that is shown."""
        start = end.later(-ms)
        off = (self.start.day - start.day).days
        if off:
            end = _typed(end.local().replace(tzinfo=None) + off * _A_DAY, self.known.end)
            start = end.later(-ms)
        return start, end


def _wall(moment: Moment) -> time:
    return moment.local().time()


def _typed(naive: datetime, like: Moment) -> Moment:
    """Return the moment that was typed, in the time zone and the one of two hours of `like`."""
    if not like.is_here:
        return Moment.of(naive.replace(tzinfo=like.local().tzinfo))
    second = Moment.of(like.local().replace(tzinfo=None)) != like
    return Moment.of(naive.replace(fold=int(second or naive.fold)))


def _next(start: Moment, at: time, like: Moment) -> Moment:
    """Return the first time the clock shows `at` from `start` on; of two, the one of `like`."""
    began = start.ms - start.ms % MS_PER_MINUTE
    today = datetime.combine(start.day, at)
    for end in (_typed(today, like), _typed(today.replace(fold=1), like)):
        if end.ms >= began:
            return end
    return _typed(today + _A_DAY, like)
