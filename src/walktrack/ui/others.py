"""The walks of other people that go on while one diary is open: kept alive, and in sight."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from walktrack.domain.cues import cue_between
from walktrack.domain.person import Person
from walktrack.domain.walk import WalkState
from walktrack.ui.attempt import Attempts
from walktrack.ui.person_words import name_of
from walktrack.ui.widgets.action_notice import ActionNotice
from walktrack.ui.widgets.strip import Strip
from walktrack.ui.words import length_words

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.services.running import Running

_SECOND_MS = 1000


@dataclass(frozen=True, slots=True)
class OtherWalk:
    """The open walk of somebody whose diary is not the one that is open."""

    person: Person
    running: "Running"


class OtherWalks(QObject):
    """Takes up, looks after and shows the open walks of all but one person.

    `wanted` carries the Person whose walk is to be shown, `cued` a Cue and that Person.
    `gives_way` says whether another line goes before theirs.
    """

    wanted = Signal(object)
    cued = Signal(object, object)

    def __init__(self, desk: "Desk", attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.strip = Strip()
        self._notices: dict[str, ActionNotice] = {}
        self._desk, self._attempts = desk, attempts
        self._open_id = ""
        self.gives_way: Callable[[], bool] = lambda: False
        self._people: dict[str, Person] = {}
        self._seen_ms: dict[str, int] = {}
        self._seconds = QTimer(self, interval=_SECOND_MS)
        self._seconds.timeout.connect(self.look)

    def walks(self) -> list[OtherWalk]:
        """Return the walks as they are now, by their start."""
        found: list[OtherWalk] = []
        for person in self._people.values():
            running = self._desk.tracker.current(person.id)
            if running:
                found.append(OtherWalk(person, running))
        return found

    def refresh(self, person: Person) -> None:
        """Read again who is walking besides this person, whose diary is open."""
        self._open_id = person.id
        walkers = self._attempts.attempt_steadily(self._others, "others")
        if walkers is not None:
            self._people = walkers
        for person_id in self._people:
            self._take_up(person_id)
        self._show()
        if self._people and not self._seconds.isActive():
            self._seconds.start()
        elif not self._people:
            self._seconds.stop()

    def look(self) -> None:
        """Let each walk have its sign of life, and show what the clock says."""
        for other in self.walks():
            person_id = other.person.id
            tick = partial(self._desk.tracker.tick, person_id)
            running = self._attempts.attempt_steadily(tick, person_id)
            running = running or self._desk.tracker.current(person_id)
            if running and running.state is WalkState.RUNNING:
                seen = self._seen_ms.get(person_id, running.walked_ms)
                cue = cue_between(seen, running.walked_ms, running.walk.target_minutes)
                self._seen_ms[person_id] = running.walked_ms
                if cue:
                    self.cued.emit(cue, other.person)
        self._show()

    def leave(self) -> bool:
        """Let all of them run on while the window is closed; return whether that is stored."""
        left = [self._left(other.person.id) for other in self.walks()]  # every one is tried
        return all(left)

    def _left(self, person_id: str) -> bool:
        def leave() -> bool:
            self._desk.tracker.leave(person_id)
            return True

        return bool(self._attempts.attempt(leave))

    def _others(self) -> dict[str, Person]:
        ids = [one for one in self._desk.tracker.walkers() if one != self._open_id]
        if not ids:
            return {}
        people = {person.id: person for person in self._desk.people.everyone()}
        return {one: people[one] for one in ids if one in people}

    def _take_up(self, person_id: str) -> None:
        if self._desk.tracker.current(person_id) is None:
            find = partial(self._desk.tracker.find, person_id)
            self._attempts.attempt_steadily(find, person_id)

    def _show(self) -> None:
        walks = self.walks()
        there = {other.person.id for other in walks}
        for person_id in self._notices.keys() - there:
            self._notices.pop(person_id).deleteLater()
            self._seen_ms.pop(person_id, None)
        for other in walks:
            notice = self._notices.get(other.person.id) or self._new(other.person)
            words = self._words(other)
            if notice.words != words:
                notice.show_words(words)
        self.strip.setVisible(bool(walks) and not self.gives_way())

    def _new(self, person: Person) -> ActionNotice:
        notice = self._notices[person.id] = ActionNotice([self.tr("Show this walk")])
        spoken = self.tr("Show the walk of {name}").format(name=name_of(person))
        notice.buttons[0].setAccessibleName(spoken)
        notice.pressed.connect(partial(self._on_pressed, person.id))
        self.strip.add(notice)
        return notice

    def _words(self, other: OtherWalk) -> str:
        words = {
            WalkState.PAUSED: self.tr("{name}'s walk is paused at {length}."),
            WalkState.REVIEW: self.tr("{name}'s walk has a question about its time."),
        }.get(other.running.state, self.tr("{name} is walking: {length} so far."))
        length = length_words(other.running.walked_ms)
        return words.format(name=name_of(other.person), length=length)

    def _on_pressed(self, person_id: str, _number: int) -> None:
        person = self._people.get(person_id)
        if person:
            self.wanted.emit(person)
