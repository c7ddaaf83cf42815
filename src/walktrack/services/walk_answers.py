"""The ratings and ticks that go with a walk, when the walk is typed in or put right."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.pauses import Pauses, total_ms
from walktrack.domain.posture import PostureItem
from walktrack.domain.recorder import Hand
from walktrack.domain.stopwatch import Stopwatch
from walktrack.domain.typed import Times
from walktrack.domain.walk import Source, Walk
from walktrack.services.entry_forms import DuringForm, WalkForm
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


@dataclass(frozen=True, slots=True)
class StoredWalk:
    """A walk with all its answers, as the diary has them."""

    walk: Walk
    ratings: tuple[PainRating, ...]
    ticked: frozenset[PostureItem]

    def form(self) -> WalkForm | None:
        """Return it as a form holds it, or None while the walk goes on."""
        if self.walk.end is None:
            return None
        values = {rating.moment: rating.value for rating in self.ratings}
        return WalkForm(
            Times(self.walk.start, self.walk.end, self.walk.walked_ms),
            values.get(PainMoment.BEFORE),
            values.get(PainMoment.AFTER),
            self.ticked,
            self.walk.details,
            tuple(
                DuringForm(rating.id, rating.walked_ms or 0, rating.value)
                for rating in self.ratings
                if rating.moment is PainMoment.DURING
            ),
            self.walk.timed,
            self.walk.pauses,
        )


class WalkAnswers:
    """Reads walks with their answers, and makes the answers what a form says.

    The caller opens the transaction.
    """

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock

    def stored(self, walk_id: str) -> StoredWalk | None:
        """Return a walk with its answers, or None if it is not there."""
        walk = self._diary.walks.get(walk_id)
        if walk is None:
            return None
        ratings = self._diary.ratings.of_walk(walk_id)
        walk = replace(walk, pauses=self._pauses(walk))
        return StoredWalk(walk, tuple(ratings), self._diary.posture.ticked(walk_id))

    def _pauses(self, walk: Walk) -> Pauses:
        """Return the pauses of a walk; an older one that was timed has them in its events only."""
        if walk.pauses or walk.end is None or walk.source is not Source.TIMER:
            return walk.pauses
        unwalked = walk.end.ms - walk.start.ms - walk.walked_ms
        events = self._diary.walks.events(walk.id) if unwalked > 0 else []
        found = Stopwatch.of(events).pauses if events else ()
        return found if total_ms(found) == unwalked else ()

    def settle(self, walk: Walk, form: WalkForm) -> None:
        """Keep the answers of a form: add, change and remove until they are the same."""
        ratings = self._diary.ratings.of_walk(walk.id)
        known = {rating.moment: rating for rating in ratings}
        for moment, value, at in (
            (PainMoment.BEFORE, form.before, walk.start),
            (PainMoment.AFTER, form.after, walk.end or walk.start),
        ):
            rating = known.get(moment)
            if rating:
                self._change(rating, value)
            elif value is not None:
                now, hand = self._clock.read().wall, hand_of(self._diary)
                new = PainRating(
                    str(uuid4()), walk.person_id, walk.id, moment, at, value, now,
                    reporter=hand.reporter, recorder=hand.name,
                )  # fmt: skip
                self._diary.ratings.add(new)
        said = {given.id: given.value for given in form.during}
        for rating in ratings:
            if rating.id in said:
                self._change(rating, said[rating.id])
        self._settle_ticks(walk, form.ticked)

    def move(self, was: StoredWalk, start: Moment) -> None:
        """Let the ratings go along with a walk that has moved, or they stay on its old day."""
        by_ms = start.ms - was.walk.start.ms
        for rating in was.ratings if by_ms else ():
            at = Moment(rating.at.ms + by_ms, start.offset)
            self._diary.ratings.update(replace(rating, at=at))

    def put_back(self, was: StoredWalk) -> None:
        """Make a walk and its answers again what they were."""
        kept = {rating.id for rating in was.ratings}
        now = self._clock.read().wall
        self._diary.walks.update(was.walk)
        for rating in self._diary.ratings.of_walk(was.walk.id):
            if rating.id not in kept:
                self._diary.ratings.remove(rating.id, now)
        for rating in was.ratings:
            if self._diary.ratings.get(rating.id) is None:
                self._diary.ratings.restore(rating.id)
            self._diary.ratings.update(rating)
        self._settle_ticks(was.walk, was.ticked)

    def _change(self, rating: PainRating, value: int | None) -> None:
        now = self._clock.read().wall
        if value is None:
            self._diary.ratings.remove(rating.id, now)
        elif value != rating.value:
            self._diary.ratings.update(rewritten(rating, value, now, hand_of(self._diary)))

    def _settle_ticks(self, walk: Walk, ticked: frozenset[PostureItem]) -> None:
        now, name = self._clock.read().wall, hand_of(self._diary).name
        for item in ticked ^ self._diary.posture.ticked(walk.id):
            self._diary.posture.tick(walk.person_id, walk.id, item, item in ticked, now, name)


def rewritten(rating: PainRating, value: int, now: Moment, hand: Hand) -> PainRating:
    """Return a rating with another number, which is then in the hand that wrote it."""
    return replace(rating, value=value, edited=now, reporter=hand.reporter, recorder=hand.name)
