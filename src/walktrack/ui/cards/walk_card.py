"""The walk itself: big digits, the goal, and the one next step."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QSpinBox, QWidget

from walktrack.domain.person import GOAL_MINUTES
from walktrack.domain.walk import Walk, WalkState
from walktrack.ui.widgets.buttons import FilledButton, HouseButton, OutlinedButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.timer_face import TimerFace
from walktrack.ui.words import length_words, time_words


class WalkCard(Card):
    """Shows a walk in each of its states.

    `goal_set` carries minutes or None, `guided_set` whether walks are to be guided.
    """

    started = Signal()
    paused = Signal()
    resumed = Signal()
    finished = Signal()
    discarded = Signal()
    question_wanted = Signal()
    details_wanted = Signal()
    cut_wanted = Signal()
    closed = Signal()
    goal_set = Signal(object)
    guided_set = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Today’s walk"), parent=parent)
        self.face = TimerFace(self)
        self._make_buttons()
        self._make_day()
        self._make_goal()
        for widget in (self.since, self.eased, self.flare_up):
            self.corner.addWidget(widget)
        self.corner.addWidget(self.discard)  # first: Tab goes by the order of adoption
        self.corner.addWidget(self.cut)
        self.corner.addWidget(self.face.state_word)
        for button in self._all_buttons():
            self.face.add_action(button)
        self.plan = PlainLabel(wrap=True)
        self.plan.hide()
        self.body.addWidget(self.face)
        self.body.addWidget(self.plan)
        self.body.addWidget(self._goal_row)
        self.body.addWidget(self._said_row)
        self.show_ready(None)

    def _make_buttons(self) -> None:
        self.start = FilledButton(self.tr("Start walk"), "play", large=True)
        self.pause = OutlinedButton(self.tr("Pause"), "pause", large=True)
        self.resume = FilledButton(self.tr("Resume"), "resume", large=True)
        self.finish = FilledButton(self.tr("Finish walk"), "finish", large=True)
        self.finish_paused = OutlinedButton(self.tr("Finish walk"), "finish", large=True)
        self.question = FilledButton(self.tr("Answer the question"), "info", large=True)
        self.details = OutlinedButton(self.tr("Add details"), "note")
        self.close_walk = PlainButton(self.tr("Done"), "check")
        self.discard = PlainButton(self.tr("Discard"), "delete")
        self.cut = PlainButton(self.tr("Take minutes off…"))
        for button, signal in (
            (self.start, self.started),
            (self.pause, self.paused),
            (self.resume, self.resumed),
            (self.finish, self.finished),
            (self.finish_paused, self.finished),
            (self.question, self.question_wanted),
            (self.details, self.details_wanted),
            (self.close_walk, self.closed),
            (self.discard, self.discarded),
            (self.cut, self.cut_wanted),
        ):
            button.clicked.connect(signal)
        self.discard.setToolTip(self.tr("Throw this walk away. You can undo it."))

    def _all_buttons(self) -> tuple[HouseButton, ...]:
        return (
            self.start,
            self.pause,
            self.finish_paused,
            self.resume,
            self.finish,
            self.question,
            self.details,
            self.close_walk,
        )

    def _make_goal(self) -> None:
        self.goal = QSpinBox()
        self.goal.setRange(0, GOAL_MINUTES[1])
        self.goal.setSpecialValueText(self.tr("No goal"))
        self.goal.setSuffix(self.tr(" min"))
        self.goal.setKeyboardTracking(False)
        self.goal.valueChanged.connect(self._on_goal)
        label = self._goal_label = PlainLabel(self.tr("Goal"))
        label.setBuddy(self.goal)
        self.planned_goal = PlainLabel()
        self.planned_goal.hide()
        self.goal.setAccessibleName(self.tr("Goal for a walk, in minutes"))
        self._goal_row = QWidget()
        row = Flow(self._goal_row)
        self.guided = QCheckBox(self.tr("Guide me"))
        self.guided.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        words = self.tr("Sounds on the way: gentle minutes, half-way and your goal.")
        self.guided.setToolTip(words)
        self.guided.setAccessibleDescription(words)
        self.guided.checkStateChanged.connect(self._on_guided)
        row.addWidget(label)
        row.addWidget(self.goal)
        row.addWidget(self.planned_goal)
        row.addWidget(self.guided)
        row.add_spring()
        row.addWidget(self.no_walk)

    def _make_day(self) -> None:
        """Make what speaks of the whole day; nothing of it shows before `show_day`."""
        self.no_walk = PlainButton(self.tr("No walk today"))
        self.no_walk_words = self.tr("No walk today, as you said.")
        self.take_back = PlainButton(self.tr("Undo"), "undo")
        self.take_back.setAccessibleName(self.tr("Undo: no walk today"))
        self.since = PlainLabel(wrap=True)
        self.eased = PlainButton(self.tr("It has eased…"))
        self.flare_up = PlainButton(self.tr("Flare-up…"))
        self._known, self._walked, self._without = False, True, False
        self._said_row = QWidget()
        row = Flow(self._said_row)
        row.addWidget(PlainLabel(self.no_walk_words, wrap=True))
        row.addWidget(self.take_back)

    def show_ready(self, goal_minutes: int | None) -> None:
        """Show that a walk can be started."""
        self.show_title(self.tr("Today’s walk"))
        self.face.show_time(0)
        self.face.show_note("")
        with QSignalBlocker(self.goal):
            self.goal.setValue(goal_minutes or 0)
        self.face.show_state(None)
        self._show(self.start)

    def show_guided(self, *, guided: bool) -> None:
        """Show whether walks are guided."""
        with QSignalBlocker(self.guided):
            self.guided.setChecked(guided)

    def show_open(self, walk: Walk, state: WalkState, walked_ms: int) -> None:
        """Show a walk that goes on, rests, or waits for an answer."""
        self.show_title(self.tr("Today’s walk"))
        self.face.show_goal(walk.target_minutes)
        self.show_time(walked_ms)
        self.face.show_state(state)
        match state:
            case WalkState.PAUSED:
                self._show(self.finish_paused, self.resume, discard=True)
            case WalkState.REVIEW:
                self._show(self.question)
            case _:
                self._show(self.pause, self.finish, discard=True)

    def show_time(self, walked_ms: int) -> None:
        """Move the digits on; cheap enough for every second."""
        self.face.show_time(walked_ms)

    def show_done(self, walk: Walk) -> None:
        """Show a walk that was just finished and is stored."""
        self.show_title(self.tr("Your walk is stored"))
        self.face.show_time(walk.walked_ms)
        end = walk.end or walk.start
        times = self.tr("{length}, from {start} to {end}").format(
            length=length_words(walk.walked_ms),
            start=time_words(walk.start.local()),
            end=time_words(end.local()),
        )
        self.face.show_note(times)
        self.face.show_state(WalkState.DONE)
        self._show(self.details, self.close_walk)

    def show_day(self, *, walked: bool, no_walk: bool, flare_up: str) -> None:
        """Show what is said about today; `flare_up` is the line for one that goes on, or empty."""
        self._known, self._walked, self._without = True, walked, no_walk
        self.since.show_text(flare_up)
        self._show_day()

    def show_plan(self, words: str, goal: str) -> None:
        """Show what the plan asks for today, and its `goal` in place of the person's own.

        Both are empty without a plan; while it is paused the goal is.
        """
        self.plan.show_text(words)
        self.plan.setVisible(bool(words))
        self.planned_goal.show_text(goal)
        self.planned_goal.setVisible(bool(goal))
        for own in (self._goal_label, self.goal):
            own.setVisible(not goal)

    def _show_day(self) -> None:
        """Offer in every state what makes sense in it."""
        ready, flares = not self.start.isHidden(), bool(self.since.words)
        self._goal_row.setVisible(ready and not self._without)
        self._said_row.setMinimumHeight(self._goal_row.sizeHint().height())  # nothing below moves
        self._said_row.setVisible(ready and self._without)
        self.no_walk.setVisible(not self._walked and not self._without)
        self.since.setVisible(flares)
        self.eased.setVisible(ready and flares)
        self.face.state_word.setVisible(not (ready and flares))  # the row has room for three
        self.flare_up.setVisible(ready and self._known and not flares)

    def safe_step(self) -> HouseButton:
        """Return the button where the keyboard should be: one that can be taken back."""
        order = (self.start, self.pause, self.resume, self.question, self.details)
        return next(button for button in order if not button.isHidden())

    def _show(self, *buttons: HouseButton, discard: bool = False) -> None:
        for button in self._all_buttons():
            button.setVisible(button in buttons)
        self.discard.setVisible(discard)
        self.cut.setVisible(self.details in buttons)
        self._show_day()

    def _on_goal(self, value: int) -> None:
        self.goal_set.emit(value or None)

    def _on_guided(self, state: Qt.CheckState) -> None:
        self.guided_set.emit(state is Qt.CheckState.Checked)
