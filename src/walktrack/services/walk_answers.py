"""The ratings and ticks that go with a walk, when the walk is typed in or put right."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.pauses import Pauses, clock_ms, total_ms
from walktrack.domain.posture import PostureItem
from walktrack.domain.recorder import Hand
from walktrack.domain.stopwatch import Stopwatch
from walktrack.domain.typed import Times
from walktrack.domain.walk import Source, Walk
from walktrack.services.entry_forms import Aside, DuringForm, WalkForm
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
        known = {rating.moment: rating for rating in self.ratings}
        before, after = known.get(PainMoment.BEFORE), known.get(PainMoment.AFTER)
        return WalkForm(
            Times(self.walk.start, self.walk.end, self.walk.walked_ms),
            before and before.value,
            after and after.value,
            self.ticked,
            self.walk.details,
            tuple(
                DuringForm(rating.id, rating.walked_ms or 0, rating.value, aside_of(rating))
                for rating in self.ratings
                if rating.moment is PainMoment.DURING
            ),
            self.walk.timed,
            self.walk.pauses,
            aside_of(before),
            aside_of(after),
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
        for moment, value, aside, at in (
            (PainMoment.BEFORE, form.before, form.by_before, walk.start),
            (PainMoment.AFTER, form.after, form.by_after, walk.end or walk.start),
        ):
            rating = known.get(moment)
            if rating:
                self._change(rating, value, aside)
            elif value is not None:
                self._diary.ratings.add(self._new(walk, moment, at, value, aside))
        said = {given.id: given for given in form.during}
        for rating in ratings:
            given = said.get(rating.id)
            if given:
                self._change(rating, given.value, given.aside)
        for given in form.during:
            if not given.id and given.value is not None:
                at = walk.start.plus(clock_ms(walk.pauses, given.walked_ms))
                new = self._new(walk, PainMoment.DURING, at, given.value, given.aside)
                self._diary.ratings.add(replace(new, walked_ms=given.walked_ms))
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

    def _new(
        self, walk: Walk, moment: PainMoment, at: Moment, value: int, aside: Aside
    ) -> PainRating:
        now, hand = self._clock.read().wall, hand_of(self._diary)
        return PainRating(
            str(uuid4()), walk.person_id, walk.id, moment, at, value, now,
            reporter=aside.reporter or hand.reporter, recorder=hand.name, places=aside.places,
        )  # fmt: skip

    def _change(self, rating: PainRating, value: int | None, aside: Aside) -> None:
        now = self._clock.read().wall
        if value is None:
            self._diary.ratings.remove(rating.id, now)
            return
        changed = rewritten(rating, value, now, hand_of(self._diary), aside)
        if changed != rating:
            self._diary.ratings.update(changed)

    def _settle_ticks(self, walk: Walk, ticked: frozenset[PostureItem]) -> None:
        now, name = self._clock.read().wall, hand_of(self._diary).name
        for item in ticked ^ self._diary.posture.ticked(walk.id):
            self._diary.posture.tick(walk.person_id, walk.id, item, item in ticked, now, name)


def aside_of(rating: PainRating | None) -> Aside:
    """Return what goes with the number of a stored rating."""
    return Aside(rating.places, None, rating.reporter) if rating else Aside()


def rewritten(
    rating: PainRating, value: int, now: Moment, hand: Hand, aside: Aside | None = None
) -> PainRating:
    """Return a rating with another number, or with something else beside it.

    Another number is in the hand that writes it. What says the same stays as it is.
    """
    base = rating
    if value != rating.value:
        base = replace(rating, value=value, reporter=hand.reporter, recorder=hand.name)
    if aside:
        base = replace(base, places=aside.places, reporter=aside.reporter or base.reporter)
    return rating if base == rating else replace(base, edited=now)
