"""The walk on Today: from the touch on a button to the tracker and back to the card."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from walktrack.domain.cues import Guide, cue_between, until_next_cue
from walktrack.domain.entry import EntryKind, HistoryFilter
from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.person import Person
from walktrack.domain.stopwatch import HEARTBEAT_MS, NotPossibleError
from walktrack.domain.walk import Source, Walk, WalkState
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.walk_card import WalkCard
from walktrack.ui.second_hand import SecondHand

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.services.running import Answer, Running

ASK_AFTER_MS = 2 * 3_600_000
"""How long after a walk the program still asks for the pain after it at the next start."""


class WalkPart(QObject):
    """Runs the walk card. `guide` is what a walk says on the way; None for no more than its goal.

    `doubted` says that the walk has an open question, `cued` that half the goal or the goal was
    reached, `finished` that a walk was just stored, `closed` that the person is done with it,
    `hold` may take a start over, to ask something first, and goes on with it later. `goal_of` says
    how many minutes the next walk of a person is to have, or None. `minute_passed` says that
    another whole minute was walked, `second_passed` another second in doubt.
    """

    doubted = Signal()
    cued = Signal(object)
    closed = Signal()
    finished = Signal()
    second_passed = Signal()
    minute_passed = Signal()

    def __init__(self, attempts: Attempts, parent: QObject) -> None:
        super().__init__(parent)
        self.card = WalkCard()
        self.guide: Guide | None = None
        self._done: dict[str, Walk | None] = {}
        self._attempts = attempts
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._waiting: list[Callable[[], None]] = []
        self._seen_ms = 0
        self._doubtful = False
        self._settling = QDeadlineTimer()
        self.hold: Callable[[Callable[[], None]], bool] | None = None
        self.goal_of: Callable[[Person], int | None] = lambda person: person.goal_minutes
        self._second_hand = SecondHand(self._walked_ms, self._due_ms, self)
        self._second_hand.ticked.connect(self._on_second)
        for signal, slot in (
            (self.card.started, self._on_start),
            (self.card.paused, self._on_pause),
            (self.card.resumed, self._on_resume),
            (self.card.finished, self._on_finish),
            (self.card.discarded, self._on_discard),
            (self.card.closed, self._on_close),
        ):
            signal.connect(partial(self._once, slot))
        self.card.goal_set.connect(self._on_goal)

    def take_up(self, desk: "Desk", person: Person) -> None:
        """Begin to work with an open diary, and do what was asked for before it was open."""
        self._desk = desk
        self._look(person)
        waiting, self._waiting = self._waiting, []
        for verb in waiting:
            verb()

    def turn_to(self, person: Person) -> None:
        """Show the walk of another person from now on; a goal being typed is the former one's."""
        self.card.goal.interpretText()
        self._look(person)

    @property
    def done(self) -> Walk | None:
        """The walk of this person that was finished a short while ago, and is still shown."""
        return self._done.get(self._person.id) if self._person else None

    def _look(self, person: Person) -> None:
        """Look for an open walk of a person, or one that was just finished."""
        self._person, desk = person, self._desk
        if desk is None:
            return
        if self.running() is None:
            self._attempts.attempt(lambda: desk.tracker.find(person.id), (person.id, "step"))
        if person.id not in self._done:
            self._done[person.id] = self._attempts.attempt(self._unanswered)
        running = self.running()
        self._seen_ms = running.walked_ms if running else 0
        self._doubtful = running is not None and running.state is WalkState.REVIEW
        if self._doubtful:
            QTimer.singleShot(0, self, self.doubted.emit)

    def running(self) -> "Running | None":
        """Return the open walk, if there is one."""
        if self._desk is None or self._person is None:
            return None
        return self._desk.tracker.current(self._person.id)

    def refresh(self, person: Person) -> None:
        """Show the walk as it is now."""
        self._person = person
        running = self.running()
        if running:
            self.card.show_open(running.walk, running.state, running.walked_ms)
            self._arm(running.state)
            return
        self._second_hand.rest()
        self._keep_done(self._still_there(self.done))
        if self.done:
            self.card.show_done(self.done)
        else:
            self.card.show_ready(person.goal_minutes)

    def set_shown(self, *, shown: bool) -> None:
        """Tell whether anybody can see the digits."""
        self._second_hand.set_shown(shown=shown)

    def forward(self) -> None:
        """Take the next step: start, pause or resume."""
        running = self.running()
        state = running.state if running else None
        steps: dict[WalkState | None, Callable[[], object]] = {
            None: self._on_start,
            WalkState.RUNNING: self._on_pause,
            WalkState.PAUSED: self._on_resume,
        }
        self._once(steps.get(state, self.doubted.emit))

    def finish(self) -> bool:
        """Finish the walk, if one is going on or paused; return whether it is stored."""
        running = self.running()
        if running and running.state is not WalkState.REVIEW:
            self._on_finish()
        return self.running() is None

    def press_finish(self) -> None:
        """Finish as the button does."""
        self._once(self.finish)

    def leave(self) -> bool:
        """Let the walk run on while the window is closed; return whether that is stored."""
        if self._desk is None or self._person is None:
            return True
        desk, me = self._desk, self._person.id

        def leave() -> bool:
            desk.tracker.leave(me)
            return True

        return bool(self._attempts.attempt(leave))

    def answer(self, answer: "Answer", at: Moment | None) -> None:
        """Settle the open question."""

        def settle(desk: "Desk", person: Person) -> None:
            done = self._done[person.id] = desk.tracker.answer(person.id, answer, at)
            if not self._show_again(person):
                return
            if done:
                self.finished.emit()
            else:
                self.card.safe_step().setFocus()

        self._when_open(settle)

    def _once(self, step: Callable[[], object]) -> None:
        """Take a step, unless it is the second half of a double click.

        Stiff fingers press twice, and the button of the next step may be where the last one was.
        """
        if self._settling.hasExpired():
            self._settling.setRemainingTime(QApplication.doubleClickInterval())
            step()

    def _on_second(self) -> None:
        if self._desk is None or self._person is None:
            return
        desk, me = self._desk, self._person.id
        running = self._attempts.attempt_steadily(lambda: desk.tracker.tick(me), me)
        running = running or self.running()
        if running is None:
            return
        if running.state is WalkState.REVIEW:
            if not self._doubtful:
                self._doubtful = True
                self.doubted.emit()
            self.second_passed.emit()
            return
        self._doubtful = False
        goal = running.walk.target_minutes
        cue = cue_between(self._seen_ms, running.walked_ms, goal, self.guide)
        new_minute = running.walked_ms // MS_PER_MINUTE > self._seen_ms // MS_PER_MINUTE
        self._seen_ms = running.walked_ms
        self.card.show_time(running.walked_ms)
        if new_minute:
            self.minute_passed.emit()
        if cue:
            self.cued.emit(cue)

    def _arm(self, state: WalkState) -> None:
        if state is WalkState.PAUSED:
            self._second_hand.rest()
        elif not self._second_hand.running:
            self._second_hand.run()

    def _walked_ms(self) -> int:
        running = self.running()
        return running.walked_ms if running else 0

    def _due_ms(self) -> int | None:
        """Return when a cue or a sign of life is due, for when nobody sees the digits."""
        running = self.running()
        if running is None or running.state is not WalkState.RUNNING:
            return None
        sign = HEARTBEAT_MS - (running.walked_ms - running.watch.counted_ms)
        cue = until_next_cue(running.walked_ms, running.walk.target_minutes, self.guide)
        return sign if cue is None else min(sign, cue)

    def _when_open(
        self, verb: "Callable[[Desk, Person], object]", about: Hashable = "step"
    ) -> None:
        """Do it now, or as soon as the diary is open: no early touch is lost."""
        if self._desk is None or self._person is None:
            self._waiting.append(lambda: self._when_open(verb, about))
            return
        desk, person = self._desk, self._person
        try:
            self._attempts.attempt(lambda: verb(desk, person), (person.id, about))
        except NotPossibleError:  # touched twice: what was asked for is already so
            self._show_again(person)

    def _on_start(self) -> None:
        if self._desk is None:
            self._waiting.append(self._on_start)
        elif self.hold is None or not self.hold(self._start):
            self._start()

    def _start(self) -> None:
        self.card.goal.interpretText()  # a goal typed but not yet left counts
        self._keep_done(None)
        self._seen_ms = 0
        self._when_open(lambda desk, person: desk.tracker.start(person.id, self.goal_of(person)))
        self.card.safe_step().setFocus()

    def _on_pause(self) -> None:
        self._when_open(lambda desk, person: desk.tracker.pause(person.id))
        self.card.safe_step().setFocus()

    def _on_resume(self) -> None:
        self._when_open(lambda desk, person: desk.tracker.resume(person.id))
        self.card.safe_step().setFocus()

    def _on_finish(self) -> None:
        def finish(desk: "Desk", person: Person) -> None:
            self._done[person.id] = desk.tracker.finish(person.id)
            if self._show_again(person):
                self.finished.emit()

        self._when_open(finish)

    def _on_discard(self) -> None:
        self._when_open(lambda desk, person: desk.tracker.discard(person.id))
        self.card.safe_step().setFocus()

    def _on_close(self) -> None:
        self._keep_done(None)
        self.closed.emit()
        self.card.safe_step().setFocus()

    def _on_goal(self, goal: int | None) -> None:
        self._when_open(lambda desk, person: desk.people.set_goal(person, goal), "goal")

    def _show_again(self, person: Person) -> bool:
        """Show the walk of a person, unless another one's diary is open by the time of a retry."""
        shown = self._person is not None and self._person.id == person.id
        if shown:
            self.refresh(person)
        return shown

    def _keep_done(self, walk: Walk | None) -> None:
        if self._person:
            self._done[self._person.id] = walk

    def _still_there(self, walk: Walk | None) -> Walk | None:
        if walk is None or self._desk is None:
            return None
        try:
            return self._desk.journal.walk(walk.id)
        except DiaryError:  # what cannot be read now has not gone
            return walk

    def _unanswered(self) -> Walk | None:
        """Return a walk finished a short while ago whose pain after was not answered yet."""
        if self._desk is None or self._person is None:
            return None
        newest = self._desk.history.rows(self._person.id, HistoryFilter(), 0, 1)
        if not newest or newest[0].kind is not EntryKind.WALK or newest[0].after is not None:
            return None
        walk = self._desk.journal.walk(newest[0].id)
        now = self._desk.clock.read().wall.ms
        recent = walk and walk.end and 0 <= now - walk.end.ms <= ASK_AFTER_MS
        return walk if walk and recent and walk.source is Source.TIMER else None
