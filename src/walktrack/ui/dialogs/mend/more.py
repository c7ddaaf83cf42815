"""What else can be done with the lines that are chosen in History."""

from collections.abc import Sequence
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.entry import Entry, EntryKind
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton


class Act(StrEnum):
    """Something that can be done with lines of History."""

    CUT = "cut"
    SPLIT = "split"
    JOIN = "join"
    CHANGES = "changes"
    MOVE = "move"


def acts_for(entries: Sequence[Entry], *, others: bool) -> list[Act]:
    """Return what can be done with these lines; `others` says that there are other people."""
    acts: list[Act] = []
    if len(entries) == 1 and entries[0].kind is EntryKind.WALK:
        acts += [Act.CUT, Act.SPLIT, Act.JOIN]
    if others:
        acts.append(Act.MOVE)
    if len(entries) == 1:
        acts.append(Act.CHANGES)
    return acts


class MoreDialog(Question):
    """One button for each act. `picked` carries the Act."""

    picked = Signal(object)

    def __init__(self, acts: Sequence[Act], about: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self.buttons: dict[Act, AnswerButton] = {}
        for act in acts:
            button = AnswerButton(*self._words(act))
            button.clicked.connect(partial(self._on_pressed, act))
            self.buttons[act] = button
        self.show_words(self.tr("What do you want to do?"), about)
        self.add(*self.buttons.values())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for button in list(self.buttons.values())[:1]:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, act: Act) -> tuple[str, str]:
        return {
            Act.CUT: (
                self.tr("Take minutes off the end…"),
                self.tr("For a walk that was finished too late."),
            ),
            Act.SPLIT: (self.tr("Split in two…"), self.tr("For two walks that ran as one.")),
            Act.JOIN: (
                self.tr("Join with another walk…"),
                self.tr("For one walk that became two."),
            ),
            Act.MOVE: (
                self.tr("Move to another person…"),
                self.tr("For what was written in the wrong diary."),
            ),
            Act.CHANGES: (
                self.tr("See what was changed…"),
                self.tr("What it said before, and who changed it."),
            ),
        }[act]

    def _on_pressed(self, act: Act) -> None:
        self.accept()
        self.picked.emit(act)
