"""The answers that were given to the list of warning signs, to look at again."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.warning_signs import Level, Resolution, SignCheck
from walktrack.ui.backup_words import when_words
from walktrack.ui.dialogs.question import Question
from walktrack.ui.sign_words import SignTexts
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel
from walktrack.ui.widgets.two_line_list import TwoLineList
from walktrack.ui.words import day_words


class SignAnswersDialog(Question):
    """Shows each answer as it was given, the newest first; nothing can be changed here."""

    width_px = 680

    def __init__(self, answers: Sequence[SignCheck], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._answers = answers
        self._texts = SignTexts(self)
        self.list = TwoLineList(self.tr("Earlier answers"))
        self.ticked = PlainLabel(wrap=True)
        words = self.tr("They are in the file for your appointment too: warning_signs.csv.")
        self.about = CaptionLabel(words, wrap=True).muted()
        self.state = StrongLabel(wrap=True)
        self.add(self.list, self.ticked, self.state, self.about)
        if answers:
            facts = self.tr("What was ticked in the list of warning signs, and what became of it.")
        else:
            facts = self.tr("The list of warning signs was not answered yet.")
        self.show_words(self.tr("Earlier answers"), facts)
        for answer in answers:
            title, when = self._title(answer), when_words(answer.shown)
            spoken = [f"{title}. {when}.", *self._lines(answer), *self._state(answer)]
            self.list.add_row(title, when, " ".join(spoken))
        for part in (self.list, self.ticked, self.state, self.about):
            part.setVisible(bool(answers))
        self.list.currentRowChanged.connect(self._on_row)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._answers:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row(self, row: int) -> None:
        answer = self._answers[row]
        self.ticked.show_text("\n".join(self._lines(answer)))
        self.state.show_text("\n".join(self._state(answer)))
        self.reveal(self.state)

    def _lines(self, answer: SignCheck) -> list[str]:
        lines = [self._texts.sign(sign).words.replace("\n", " ") for sign in answer.in_order]
        return lines or [self.tr("Nothing was ticked.")]

    def _title(self, answer: SignCheck) -> str:
        return self._texts.level_name(answer.level) if answer.level else self.tr("Nothing ticked")

    def _state(self, answer: SignCheck) -> list[str]:
        parts: list[str] = []
        if answer.level:
            read = self.tr("What to do was read.")
            parts.append(read if answer.read else self.tr("What to do was not read."))
        if answer.resolution and answer.resolved:
            day = day_words(answer.resolved.day)
            told = {
                Resolution.CHECKED: self.tr("This was checked. Noted on {day}."),
                Resolution.MISTAKE: self.tr("This was ticked by mistake. Noted on {day}."),
            }[answer.resolution]
            parts.append(told.format(day=day))
        elif answer.level in {Level.EMERGENCY, Level.DOCTOR}:
            parts.append(self.tr("It is still open."))
        if answer.recorder:
            parts.append(self.tr("Written by {name}.").format(name=answer.recorder))
        return parts
