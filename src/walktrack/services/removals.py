"""Taking records out and bringing them back: each way knows the other."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.moment import Moment
from walktrack.domain.walk import Walk
from walktrack.services.undo import HinderedError, Hindrance, Way

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Removals:
    """Removes and restores, and returns the way back. HinderedError if it cannot be done.

    `at` is when a thing was removed in the first place, if it was before: so long it was in the
    bin already.
    """

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def take_walk(
        self, walk_id: str, at: Moment | None = None, gave_way: Iterable[str] = ()
    ) -> Way:
        """Take a walk with its answers out of the diary; bring back what `gave_way` to it."""
        self._expect(self._diary.bin.walk_removed, walk_id, removed=False)
        with self._diary.transaction():
            self._diary.walks.remove(walk_id, at or self._clock.read().wall)
            self._diary.marks.come_back(gave_way)
        return lambda: self.bring_walk(walk_id)

    def bring_walk(self, walk_id: str) -> Way:
        """Bring a removed walk back with its answers; "no walk" gives way to it."""
        at = self._expect(self._diary.bin.walk_removed, walk_id, removed=True)
        with self._diary.transaction():
            self._diary.walks.restore(walk_id)
            walk = self._diary.walks.get(walk_id)
            gave_way = self.give_way(walk) if walk else ()
        return lambda: self.take_walk(walk_id, at, gave_way)

    def give_way(self, walk: Walk, at: Moment | None = None) -> tuple[str, ...]:
        """Take back that there was no walk on the day of this one; return what gave way."""
        removed = (at or self._clock.read().wall).ms
        return self._diary.marks.give_way(walk.person_id, walk.start.day, removed)

    def take_rating(self, rating_id: str, at: Moment | None = None) -> Way:
        """Take a rating out of the diary."""
        self._expect(self._diary.bin.rating_removed, rating_id, removed=False)
        self._diary.ratings.remove(rating_id, at or self._clock.read().wall)
        return lambda: self.bring_rating(rating_id)

    def bring_rating(self, rating_id: str) -> Way:
        """Bring a removed rating back, if there is no other answer in its place."""
        at = self._expect(self._diary.bin.rating_removed, rating_id, removed=True)
        if self._diary.bin.place_taken(rating_id):
            raise HinderedError(Hindrance.PLACE_TAKEN)
        self._diary.ratings.restore(rating_id)
        return lambda: self.take_rating(rating_id, at)

    def take_mark(self, mark_id: str, at: Moment | None = None) -> Way:
        """Take a mark out of the diary."""
        self._expect(self._diary.bin.mark_removed, mark_id, removed=False)
        self._diary.marks.put(mark_id, (at or self._clock.read().wall).ms)
        return lambda: self.bring_mark(mark_id)

    def bring_mark(self, mark_id: str) -> Way:
        """Bring a removed mark back, if nothing says otherwise about its days by now."""
        at = self._expect(self._diary.bin.mark_removed, mark_id, removed=True)
        mark = self._diary.marks.removed(mark_id)
        if mark and self.barred(mark):
            raise HinderedError(Hindrance.DAY_TAKEN)
        self._diary.marks.put(mark_id, None)
        return lambda: self.take_mark(mark_id, at)

    def take_interference(self, answer_id: str, at: Moment | None = None) -> Way:
        """Take an answer about a day out of the diary."""
        self._expect(self._diary.bin.interference_removed, answer_id, removed=False)
        self._diary.interferences.put(answer_id, (at or self._clock.read().wall).ms)
        return lambda: self.bring_interference(answer_id)

    def bring_interference(self, answer_id: str) -> Way:
        """Bring a removed answer back, if the day has no other by now."""
        at = self._expect(self._diary.bin.interference_removed, answer_id, removed=True)
        answer = self._diary.interferences.removed(answer_id)
        if answer and self._diary.interferences.on(answer.person_id, answer.day):
            raise HinderedError(Hindrance.PLACE_TAKEN)
        self._diary.interferences.put(answer_id, None)
        return lambda: self.take_interference(answer_id, at)

    def barred(self, mark: DayMark) -> bool:
        """Say whether something else is said about the days of a mark."""
        marks = self._diary.marks
        if marks.in_the_way(mark):
            return True
        return mark.kind is MarkKind.NO_WALK and marks.walked(mark.person_id, mark.first)

    def hindered_walk(self, walk_id: str) -> HinderedError:
        """Return why a walk is not as it was known."""
        return _why(self._diary.bin.walk_removed, walk_id)

    def hindered_rating(self, rating_id: str) -> HinderedError:
        """Return why a rating is not as it was known."""
        return _why(self._diary.bin.rating_removed, rating_id)

    def hindered_mark(self, mark_id: str) -> HinderedError:
        """Return why a mark is not as it was known."""
        return _why(self._diary.bin.mark_removed, mark_id)

    def hindered_interference(self, answer_id: str) -> HinderedError:
        """Return why an answer about a day is not as it was known."""
        return _why(self._diary.bin.interference_removed, answer_id)

    def _expect(
        self, ask: Callable[[str], int | None], record_id: str, *, removed: bool
    ) -> Moment | None:
        """Return when a record was removed, if at all; HinderedError if it is not so (any more)."""
        try:
            at = ask(record_id)
        except LookupError as error:
            raise HinderedError(Hindrance.GONE) from error
        if (at is not None) != removed:
            raise HinderedError(Hindrance.CHANGED)
        return None if at is None else Moment(at, self._clock.read().wall.offset)


def _why(ask: Callable[[str], object], record_id: str) -> HinderedError:
    try:
        ask(record_id)
    except LookupError:
        return HinderedError(Hindrance.GONE)
    return HinderedError(Hindrance.CHANGED)
