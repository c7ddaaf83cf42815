"""Joining a walk with the one before or after it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.mending import MendError
from walktrack.domain.walk import Walk
from walktrack.services.mending import Mending
from walktrack.ui.dialogs.mend.mend_dialog import MendDialog
from walktrack.ui.fault_words import sentence
from walktrack.ui.mend_words import fault_words, gone_words, walk_words
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.words import day_words, time_words


class JoinDialog(MendDialog):
    """One button for each walk it can be joined with, and what would come of it."""

    def __init__(self, mending: Mending, walk: Walk, parent: QWidget | None = None) -> None:
        super().__init__("", None, parent)
        self.do_it.hide()
        self._mending, self._walk = mending, walk
        self.buttons: list[AnswerButton] = []
        title = self.tr("Join with another walk")
        try:
            others = mending.neighbours(walk.id)
        except MendError as error:
            self.show_words(title, fault_words(error.fault))
        except LookupError:
            self.show_words(title, gone_words())
        except DiaryError as error:
            self.show_words(title, sentence(error))
        else:
            self.show_words(title, self._about(others))
            self._offer(others)
        self.add(*self.buttons, self.outcome)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for button in self.buttons[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _about(self, others: list[Walk]) -> str:
        if not others:
            return self.tr("There is no other walk within a day of this one.")
        about = self.tr("{walk}.\nThe time between the two becomes a pause. Nothing is lost.")
        return about.format(walk=walk_words(self._walk))

    def _offer(self, others: list[Walk]) -> None:
        for other in others:
            joined = self._mending.after_merge(self._walk.id, other.id)
            near = other.start.day == self._walk.start.day
            which = self.tr("The walk at {time}") if near else self.tr("The walk of {day}")
            which = which.format(
                day=day_words(other.start.day), time=time_words(other.start.local())
            )
            result = self.tr("Together: {walk}").format(walk=walk_words(joined))
            button = AnswerButton(which, result)
            button.clicked.connect(partial(self._on_pressed, other.id))
            self.buttons.append(button)

    def _on_pressed(self, other_id: str) -> None:
        self.attempt(lambda: self._mending.merge(self._walk.id, other_id))
