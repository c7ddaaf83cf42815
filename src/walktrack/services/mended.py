"""Walks with their answers, laid down as they are after a change or as they were before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.domain.pain import ONCE_A_WALK, PainRating
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Walk
from walktrack.services.undo import HinderedError, Hindrance
from walktrack.services.walk_answers import StoredWalk, WalkAnswers

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


@dataclass(frozen=True, slots=True)
class State:
    """A walk by its id, and all it holds; None while it is removed.

    `checks` are the lines of its checklist that were touched, and what they say.
    """

    walk_id: str
    stored: StoredWalk | None
    checks: Mapping[PostureItem, bool] = field(default_factory=dict)


States = tuple[State, ...]


class Layer:
    """Turns the state of a few walks into another. The caller opens the transaction."""

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self._diary, self._clock = diary, clock
        self._answers = WalkAnswers(diary, clock)

    def states(self, walk_ids: Sequence[str]) -> States:
        """Return how some walks are now."""
        return tuple(
            State(one, self._answers.stored(one), self._diary.posture.answers(one))
            for one in walk_ids
        )

    def lay(self, now: States, wanted: States) -> None:
        """Make walks as wanted, if they are as they are known to be now; HinderedError if not."""
        if self.states([state.walk_id for state in now]) != now:
            raise HinderedError(Hindrance.CHANGED)
        there = {state.walk_id for state in now if state.stored}
        coming = [state.stored for state in wanted if state.stored]
        for stored in coming:
            if stored.walk.id not in there:
                self._diary.walks.restore(stored.walk.id)
            self._diary.walks.update(stored.walk)
        self._lay_ratings(now, [rating for stored in coming for rating in stored.ratings])
        for state in wanted:
            if state.stored:
                self._lay_checks(state.stored.walk, state.checks)
            elif state.walk_id in there:
                self._diary.walks.remove(state.walk_id, self._clock.read().wall)

    def _lay_checks(self, walk: Walk, wanted: Mapping[PostureItem, bool]) -> None:
        """Let the lines say what is wanted; one that is not named was never touched."""
        posture, now = self._diary.posture, self._clock.read().wall
        for item in {**posture.answers(walk.id), **wanted}:
            check_id = posture.find(walk.person_id, walk.id, item)
            if check_id:
                posture.put(check_id, wanted.get(item), now)
            else:
                posture.tick(walk.person_id, walk.id, item, wanted[item], now)

    def _lay_ratings(self, now: States, wanted: list[PainRating]) -> None:
        """Give every rating its place, those first whose place no other rating still holds."""
        held = {
            rating.id: _place(rating)
            for state in now
            if state.stored
            for rating in state.stored.ratings
        }
        gone = held.keys() - {rating.id for rating in wanted}
        for rating_id in gone:
            self._diary.ratings.remove(rating_id, self._clock.read().wall)
            del held[rating_id]
        waiting = list(wanted)
        while waiting:
            free = [r for r in waiting if _is_free(r, held)] or waiting[:1]
            for rating in free:
                if self._diary.ratings.get(rating.id) is None:
                    self._diary.ratings.restore(rating.id)
                self._diary.ratings.update(rating)
                held[rating.id] = _place(rating)
                waiting.remove(rating)


def _place(rating: PainRating) -> tuple[str | None, str] | None:
    """Return what a rating alone can hold, if there is such a place."""
    return (rating.walk_id, rating.moment) if rating.moment in ONCE_A_WALK else None


def _is_free(rating: PainRating, held: dict[str, tuple[str | None, str] | None]) -> bool:
    place = _place(rating)
    return place is None or all(
        holds != place for other, holds in held.items() if other != rating.id
    )
