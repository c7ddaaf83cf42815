"""The person's own settings: a name and a goal."""

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QSpinBox, QWidget

from walktrack.domain.person import GOAL_MINUTES, NAME_LENGTH, Person
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import CaptionLabel

_SETTLED_MS = 800
_GOAL_STEP = 5


class GoalField(QSpinBox):
    """Minutes of a walk, 1 to 600; 0 reads as no goal. The wheel is left to the page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(0, GOAL_MINUTES[1])
        self.setSingleStep(_GOAL_STEP)
        self.setSpecialValueText(self.tr("No goal"))
        self.setSuffix(self.tr(" min"))
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class YouCard(Card):
    """Their name and goal.

    `named` carries the Person and the name, told when typing rests, `goal_set` the Person and
    minutes, or None for none.
    """

    named = Signal(object, str)
    goal_set = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("You"), parent=parent)
        self._person: Person | None = None
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMaxLength(NAME_LENGTH)
        self.goal = GoalField(self.tr("Goal for a walk, in minutes"))
        self._pause = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._pause.timeout.connect(self._on_settled)
        self.name.textEdited.connect(self._on_typed)
        self.name.editingFinished.connect(self._on_settled)
        self.goal.valueChanged.connect(self._on_goal)
        self.body.addWidget(labelled(self.tr("Your name"), self.name))
        self.body.addWidget(labelled(self.tr("Goal for a walk"), self.goal))
        words = self.tr(
            "A goal shows on the timer and in the chart. Any walk counts. "
            "While you have a plan, its minutes are the goal."
        )
        self.body.addWidget(CaptionLabel(words, wrap=True).muted())

    def show_person(self, person: Person) -> None:
        """Show what is stored; a name being typed, or one that could not be stored, is left.

        What was typed for another person is told as theirs first.
        """
        known = self._person
        another = known is None or known.id != person.id
        if another:
            self.goal.interpretText()
            self._on_settled()
        renamed = known is None or person.name != known.name
        self._person = person
        if another or (renamed and not self.name.hasFocus()):
            self.name.setText(person.name)
        with QSignalBlocker(self.goal):
            self.goal.setValue(person.goal_minutes or 0)

    def _on_typed(self) -> None:
        self._pause.start()

    def _on_settled(self) -> None:
        self._pause.stop()
        if self._person and self.name.text().strip() != self._person.name:
            self.named.emit(self._person, self.name.text())

    def _on_goal(self, minutes: int) -> None:
        if self._person:
            self.goal_set.emit(self._person, minutes or None)
