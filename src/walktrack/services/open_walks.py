"""The walks that are going on, as frozen stopwatches beside what is stored of them."""

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from walktrack.domain.clock import Reading
from walktrack.domain.stopwatch import EventKind, Stopwatch, WalkEvent
from walktrack.domain.walk import Walk, WalkState
from walktrack.services.changes import Announcer, Changes
from walktrack.services.undo import HinderedError, Hindrance

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class OpenWalks:
    """One open walk a person. `by_person` holds them; reading one never touches the file.

    `owed` holds, by walk, a question that could not be stored yet.
    """

    def __init__(self, diary: "Diary", announcer: Announcer) -> None:
        self._diary = diary
        self._announcer = announcer
        self.by_person: dict[str, tuple[Walk, Stopwatch]] = {}
        self.owed: dict[str, WalkEvent] = {}

    def make_sure_none(self, person_id: str) -> None:
        """Raise HinderedError if a walk of this person is open."""
        if person_id in self.by_person:
            raise HinderedError(Hindrance.WALK_OPEN)

    def make_sure_of(self, walk: Walk) -> None:
        """Raise HinderedError unless this very walk is open."""
        known = self.by_person.get(walk.person_id)
        if known is None or known[0].id != walk.id:
            raise HinderedError(Hindrance.CHANGED)

    @contextmanager
    def reopening(self, walk: Walk, watch: Stopwatch) -> Generator[None]:
        """Have a walk open again if all that is done inside is stored, else nothing of it."""
        self.by_person[walk.person_id] = walk, watch
        try:
            with self._diary.transaction():
                yield
        except BaseException:
            del self.by_person[walk.person_id]
            raise

    @contextmanager
    def changing(self, person_id: str, watch: Stopwatch) -> Generator[None]:
        """Know an open walk by another stopwatch if all that is done inside is stored."""
        walk = self.by_person[person_id][0]
        with self._diary.transaction():
            yield
            stored = self._diary.walks.get(walk.id) or walk
            changed = replace(stored, state=watch.state, walked_ms=watch.counted_ms)
            self._diary.walks.update(changed)
        self.by_person[person_id] = changed, watch

    def finish(self, person_id: str, at: Reading) -> Walk:
        """End the open walk and return it."""
        self.record(person_id, WalkEvent(EventKind.FINISH, at))
        return self.by_person.pop(person_id)[0]

    def record(self, person_id: str, event: WalkEvent) -> None:
        """Store what happened to the open walk, then know it."""
        walk, watch = self.by_person[person_id]
        after = watch.after(event)
        done = after.state is WalkState.DONE
        changed = replace(
            walk,
            state=after.state,
            walked_ms=after.counted_ms,
            end=after.end() if done else None,
            pauses=after.pauses if done else (),
        )
        owed = self.owed.get(walk.id)
        with self._diary.transaction():
            if owed:
                self._diary.walks.add_event(walk.id, owed)
            self._diary.walks.add_event(walk.id, event)
            if owed or event.kind is not EventKind.HEARTBEAT:
                stored = self._diary.walks.get(walk.id)  # something may have been said since
                changed = replace(changed, details=stored.details) if stored else changed
                self._diary.walks.update(changed)
        self.owed.pop(walk.id, None)
        self.by_person[person_id] = changed, after
        if event.kind is not EventKind.HEARTBEAT:
            self._announcer.announce(Changes.WALKS)
