"""The pain scale, asking the question that fits the moment."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.pain import PainMoment, PainRating, WalkPain
from walktrack.ui.cards.pain_view import PainView, Stage
from walktrack.ui.way_words import way_ends, way_question, way_question_about
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.given_button import GivenButton
from walktrack.ui.widgets.knows_choice import KnowsChoice
from walktrack.ui.widgets.pain_scale import PainScale
from walktrack.ui.widgets.segments import Segments


class PainCard(Card):
    """One scale or two; in the corner what was answered on the way.

    `rated` carries the PainMoment and 0 to 10, or None for cleared; `known` how a carer knows, a
    Reporter; `where_wanted` the PainRating that is to say where it hurts. `way_told` carries how
    much pain got in the way today, 0 to 10, or None for cleared. `day_asked` says that the two
    questions about the whole day begin or cease to be asked, which takes more room.
    """

    rated = Signal(object, object)
    during_chosen = Signal(object)
    known = Signal(object)
    where_wanted = Signal(object)
    way_told = Signal(object)
    day_asked = Signal(bool)

    def __init__(self, ten_anchor: str, parent: QWidget | None = None) -> None:
        super().__init__("", snug=True, parent=parent)
        self._ten_anchor = ten_anchor
        self._asked = PainMoment.BEFORE
        self._view = PainView(Stage.READY, WalkPain(), {})
        self._given: dict[PainMoment, PainRating | None] = {}
        self.scales: dict[PainMoment, PainScale] = {}
        self.way: PainScale | None = None
        self._asks_of_day = False
        self._asked_of = {
            PainMoment.BEFORE: self.tr("Before a walk"),
            PainMoment.OTHER: self.tr("Right now"),
            PainMoment.NEXT_MORNING: self.tr("This morning"),
            PainMoment.DAY_AVERAGE: self.tr("Whole day"),
        }
        self.choice = Segments(self.tr("What the answer is for"), list(self._asked_of.items()))
        self.knows = KnowsChoice(self.tr("How you know"))
        self.knows.chosen.connect(self.known)
        self._chips: list[GivenButton] = []
        self._shown: tuple[PainRating, ...] = ()
        self.choice.chosen.connect(self._on_question)
        self._slot = QVBoxLayout()
        self._slot.setSpacing(0)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.knows)
        self.body.addLayout(self._slot)
        self.show_view(self._view)

    def show_view(self, view: PainView) -> None:
        """Show these answers."""
        self._view = view
        ready = view.stage is Stage.READY
        if not ready:
            self._asked = PainMoment.BEFORE
        self.choice.setVisible(ready)
        self.choice.show_value(self._asked)
        self._show_due(view.waiting)
        self.show_title(self._question())
        self.knows.setVisible(not view.hand.is_self)
        self.knows.show_value(view.hand.reporter)
        self._given = self._answers()
        for moment, rating in self._given.items():
            scale = self._scale(moment)
            scale.show_value(rating and rating.value)
            scale.show_places(rating.places if rating else frozenset())
        for moment, scale in self.scales.items():
            scale.setVisible(moment in self._given)
        self._show_way(asked=ready and self._asked is PainMoment.DAY_AVERAGE)
        self._show_given(() if ready else view.walk.during)

    def begin_day(self) -> None:
        """Ask first what is asked first on any day."""
        self._on_question(PainMoment.BEFORE)

    def ask_after(self) -> PainScale:
        """Bring the keyboard to the question after the walk, and return it."""
        scale = self._scale(PainMoment.AFTER)
        scale.take_focus()
        return scale

    def ask_of_day(self, moment: PainMoment) -> PainScale | None:
        """Bring the keyboard to a question of the day and return it; None while a walk is shown."""
        if self._view.stage is not Stage.READY:
            return None
        self._on_question(moment)
        scale = self._scale(moment)
        scale.take_focus()
        return scale

    def _show_due(self, due: frozenset[PainMoment]) -> None:
        """Mark the questions that wait, quietly: a dot to see, and words to hear."""
        for (moment, words), button in zip(
            self._asked_of.items(), self.choice.buttons, strict=True
        ):
            waits = moment in due
            button.setText(self.tr("{words} •").format(words=words) if waits else words)
            spoken = self.tr("{words}, not answered yet today") if waits else "{words}"
            whole = f"{spoken.format(words=words)}, {self.choice.accessibleName()}"
            button.setAccessibleName(whole)
            button.setToolTip(self.tr("Not answered yet today. You may skip it.") if waits else "")

    def _answers(self) -> dict[PainMoment, PainRating | None]:
        """Return the questions to show now, with their answers."""
        walk, recent = self._view.walk, self._view.recent
        match self._view.stage:
            case Stage.READY if self._asked is not PainMoment.BEFORE:
                return {self._asked: recent.get(self._asked)}
            case Stage.READY:
                return {PainMoment.BEFORE: walk.before}
            case Stage.WALKING:
                return {
                    PainMoment.BEFORE: walk.before,
                    PainMoment.DURING: recent.get(PainMoment.DURING),
                }
            case Stage.DONE:
                return {PainMoment.BEFORE: walk.before, PainMoment.AFTER: walk.after}

    def _scale(self, moment: PainMoment) -> PainScale:
        """Return the scale of a question, made when it is first asked."""
        if moment not in self.scales:
            scale = PainScale(self._name(moment), self._ten_anchor)
            scale.picked.connect(partial(self.rated.emit, moment))
            scale.where_wanted.connect(partial(self._on_where, moment))
            self.scales[moment] = scale
            self._slot.addWidget(scale)
        return self.scales[moment]

    def _show_way(self, *, asked: bool) -> None:
        """Ask the second question of the evening below the first, and nowhere else."""
        question = self._way_question()
        if self.way and self.way.accessibleName() != question:  # another person, or another hand
            self._slot.removeWidget(self.way)
            self.way.hide()
            self.way.deleteLater()
            self.way = None
        if self.way is None and asked:
            zero, ten = way_ends()
            self.way = PainScale(question, ten, zero_anchor=zero)
            self.way.picked.connect(self.way_told)
            self._slot.addWidget(self.way)
        if self.way:
            told = self._view.in_the_way
            self.way.show_value(told and told.value)
            self.way.setVisible(asked)
        if asked is not self._asks_of_day:
            self._asks_of_day = asked
            self.day_asked.emit(asked)

    def _way_question(self) -> str:
        if self._view.hand.is_self:
            return way_question()
        return way_question_about(self._view.name or self.tr("this person"))

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
        if not self._view.hand.is_self:
            return self._question_for_a_carer()
        return {
            PainMoment.NEXT_MORNING: self.tr("How bad is your back pain this morning?"),
            PainMoment.DAY_AVERAGE: self.tr("How bad was your back pain today, on average?"),
        }.get(self._asked, self._question_now())

    def _question_for_a_carer(self) -> str:
        if self._view.stage is Stage.DONE:
            words = self.tr("{name}'s back pain on this walk")
        else:
            words = {
                PainMoment.NEXT_MORNING: self.tr("How bad is {name}'s back pain this morning?"),
                PainMoment.DAY_AVERAGE: self.tr(
                    "How bad was {name}'s back pain today, on average?"
                ),
            }.get(self._asked, self.tr("How bad is {name}'s back pain right now?"))
        return words.format(name=self._view.name or self.tr("this person"))

    def _question_now(self) -> str:
        if self._view.stage is Stage.DONE:
            return self.tr("Your back pain on this walk")
        return self.tr("How bad is your back pain right now?")

    def _show_given(self, ratings: tuple[PainRating, ...]) -> None:
        """Show the chips again only if they differ, and keep the keyboard where it was."""
        if ratings == self._shown:
            return
        self._shown = ratings
        at_hand = self.window().focusWidget()
        kept = at_hand.rating.id if isinstance(at_hand, GivenButton) else None
        for chip in self._chips:
            self.corner.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [GivenButton(rating) for rating in ratings]
        for chip in self._chips:
            chip.chosen.connect(self.during_chosen)
            self.corner.addWidget(chip)
            if chip.rating.id == kept:
                chip.show()
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_where(self, moment: PainMoment) -> None:
        rating = self._given.get(moment)
        if rating:
            self.where_wanted.emit(rating)

    def _on_question(self, asked: PainMoment) -> None:
        self._asked = asked
        self.show_view(self._view)
