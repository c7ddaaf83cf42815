"""The pain scale, asking the question that fits the moment."""

from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.pain import PainMoment, PainRating, WalkPain
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel
from walktrack.ui.widgets.pain_scale import PainScale
from walktrack.ui.widgets.segments import Segments


class Stage(StrEnum):
    """Where the day's walk stands, as far as the pain scale cares."""

    READY = "ready"
    WALKING = "walking"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PainView:
    """What the card shows. `recent` are answers without a walk that a new pick would change."""

    stage: Stage
    walk: WalkPain
    recent: dict[PainMoment, int]
    during: int | None = None


class PainCard(Card):
    """One scale or two. `rated` carries the PainMoment and 0–10 or None (cleared)."""

    rated = Signal(object, object)
    during_chosen = Signal(object)

    def __init__(self, ten_anchor: str, parent: QWidget | None = None) -> None:
        super().__init__("", snug=True, parent=parent)
        self._ten_anchor = ten_anchor
        self._asked = PainMoment.BEFORE
        self._view = PainView(Stage.READY, WalkPain(), {})
        self.scales: dict[PainMoment, PainScale] = {}
        self.choice = Segments(
            self.tr("What the answer is for"),
            [
                (PainMoment.BEFORE, self.tr("Before a walk")),
                (PainMoment.OTHER, self.tr("Right now")),
                (PainMoment.NEXT_MORNING, self.tr("This morning")),
                (PainMoment.DAY_AVERAGE, self.tr("Whole day")),
            ],
        )
        self._given = QWidget()
        self._chips = Flow(self._given)
        self.choice.chosen.connect(self._on_question)
        self._slot = QVBoxLayout()
        self._slot.setSpacing(0)
        self.body.addWidget(self.choice)
        self.body.addLayout(self._slot)
        self.body.addWidget(self._given)
        self.show_view(self._view)

    def show_view(self, view: PainView) -> None:
        """Show these answers."""
        self._view = view
        ready = view.stage is Stage.READY
        if not ready:
            self._asked = PainMoment.BEFORE
        self.choice.setVisible(ready)
        self.choice.show_value(self._asked)
        self.show_title(self._question())
        values = self._values()
        for moment, value in values.items():
            self._scale(moment).show_value(value)
        for moment, scale in self.scales.items():
            scale.setVisible(moment in values)
        self._show_given(() if ready else view.walk.during)

    def _values(self) -> dict[PainMoment, int | None]:
        """Return the questions to show now, with their answers."""
        walk = self._view.walk
        before = walk.before.value if walk.before else None
        match self._view.stage:
            case Stage.READY if self._asked is not PainMoment.BEFORE:
                return {self._asked: self._view.recent.get(self._asked)}
            case Stage.READY:
                return {PainMoment.BEFORE: before}
            case Stage.WALKING:
                return {PainMoment.BEFORE: before, PainMoment.DURING: self._view.during}
            case Stage.DONE:
                after = walk.after.value if walk.after else None
                return {PainMoment.BEFORE: before, PainMoment.AFTER: after}

    def _scale(self, moment: PainMoment) -> PainScale:
        """Return the scale of a question, made when it is first asked."""
        if moment not in self.scales:
            scale = PainScale(self._name(moment), self._ten_anchor)
            scale.picked.connect(partial(self.rated.emit, moment))
            self.scales[moment] = scale
            self._slot.addWidget(scale)
        return self.scales[moment]

    def _name(self, moment: PainMoment) -> str:
        return {
            PainMoment.BEFORE: self.tr("Before the walk"),
            PainMoment.DURING: self.tr("Now, during the walk"),
            PainMoment.AFTER: self.tr("After the walk"),
            PainMoment.OTHER: self.tr("Right now, without a walk"),
            PainMoment.NEXT_MORNING: self.tr("This morning"),
            PainMoment.DAY_AVERAGE: self.tr("Today, on average"),
        }[moment]

    def _question(self) -> str:
        return {
            PainMoment.NEXT_MORNING: self.tr("How bad is your back pain this morning?"),
            PainMoment.DAY_AVERAGE: self.tr("How bad was your back pain today, on average?"),
        }.get(self._asked, self.tr("How bad is your back pain right now?"))

    def _show_given(self, ratings: tuple[PainRating, ...]) -> None:
        while self._chips.count():
            item = self._chips.takeAt(0)
            if item and (widget := item.widget()):
                widget.deleteLater()
        self._given.setVisible(bool(ratings))
        if not ratings:
            return
        self._chips.addWidget(CaptionLabel(self.tr("During the walk:")))
        for rating in ratings:
            chip = GivenButton(rating)
            chip.chosen.connect(self.during_chosen)
            self._chips.addWidget(chip)

    def _on_question(self, asked: PainMoment) -> None:
        self._asked = asked
        self.show_view(self._view)


class GivenButton(OutlinedButton):
    """A rating given during the walk: "12 min: 4". Touching it lets it be changed."""

    chosen = Signal(object)

    def __init__(self, rating: PainRating) -> None:
        minute = (rating.walked_ms or 0) // 60_000
        words = self.tr("{minute} min: {value}").format(minute=minute, value=rating.value)
        super().__init__(words)
        self._rating = rating
        spoken = self.tr("{value} of 10 after {minute} minutes. Change it.")
        self.setAccessibleName(spoken.format(minute=minute, value=rating.value))
        self.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.chosen.emit(self._rating)
