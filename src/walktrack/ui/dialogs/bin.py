"""The bin: what was removed, to be put back or removed for good."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.bin import Binned
from walktrack.domain.clock import Clock
from walktrack.domain.faults import DiaryError
from walktrack.services.bin import Bin
from walktrack.services.undo import HinderedError
from walktrack.ui.announce import announce
from walktrack.ui.bin_words import promise, what
from walktrack.ui.dialogs.for_good import ForGoodDialog
from walktrack.ui.dialogs.question import Question
from walktrack.ui.fault_words import sentence
from walktrack.ui.undo_words import hindered_words
from walktrack.ui.widgets.bin_list import BinList
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel


class BinDialog(Question):
    """Shows a person's bin. Once something is put back it closes: the bar offers Undo then.

    `put_back` carries the id of what is back.
    """

    width_px = 680
    put_back = Signal(str)

    def __init__(
        self, lying_in: Bin, person_id: str, clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Close"), parent)
        self._bin, self._person_id, self._clock = lying_in, person_id, clock
        self._lying: Sequence[Binned] = ()
        self.question: ForGoodDialog | None = None
        self.list = BinList()
        self.back = FilledButton(self.tr("Put back"), "undo")
        self.remove = OutlinedButton(self.tr("Remove for good…"), "delete")
        self.empty = OutlinedButton(self.tr("Empty the bin…"))
        self.outcome = PlainLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        buttons = QWidget()
        row = Flow(buttons)
        for button in (self.back, self.remove, self.empty):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.add(self.list, self.outcome, buttons)
        self.list.moved.connect(self._on_moved)
        self.list.back_asked.connect(self._on_back)
        self.list.remove_asked.connect(self._on_remove)
        self.back.clicked.connect(self._on_back)
        self.remove.clicked.connect(self._on_remove)
        self.empty.clicked.connect(self._on_empty)
        self._say("")
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._lying:
            self.list.setCurrentRow(0)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        try:
            self._lying = self._bin.rows(self._person_id)
        except DiaryError as error:
            self._say(sentence(error))
        self.list.show_lying(self._lying, self._clock.read().wall)
        for widget in (self.list, self.back, self.remove, self.empty):
            widget.setVisible(bool(self._lying))
        nothing = self.tr("The bin is empty.")
        self.show_words(self.tr("Bin"), promise() if self._lying else f"{nothing} {promise()}")
        if not self._lying:
            self.way_out.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_moved()

    def _on_moved(self) -> None:
        chosen = self.list.chosen is not None
        self.back.setEnabled(chosen)
        self.remove.setEnabled(chosen)

    def _on_back(self) -> None:
        lying = self.list.chosen
        if lying and self._try(lambda: self._bin.put_back(lying)):
            self.accept()
            self.put_back.emit(lying.entry.id)

    def _on_remove(self) -> None:
        lying = self.list.chosen
        if lying:
            gone = self.tr("Removed for good: {what}.").format(what=what(lying))
            self._ask([lying], lambda: self._bin.remove_for_good(lying), gone)

    def _on_empty(self) -> None:
        everything = self.tr("All of it is removed for good.")
        self._ask(self._lying, lambda: self._bin.empty(self._person_id), everything)

    def _ask(self, lying: Sequence[Binned], verb: Callable[[], None], done: str) -> None:
        def agreed() -> None:
            if self._try(verb):
                self._read()
                self._say(done)

        question = self.question = ForGoodDialog(lying, self._clock.read().wall, self)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.agreed.connect(agreed)
        question.open()

    def _try(self, verb: Callable[[], None]) -> bool:
        """Run a verb; if it cannot be done, say why and what to do."""
        try:
            verb()
        except DiaryError as error:
            self._say(sentence(error))
        except HinderedError as error:
            self._say(hindered_words(error.why))
        else:
            return True
        return False

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        self.outcome.setVisible(bool(words))
        if words and self.isVisible():
            announce(self.outcome, words)
            self.reveal(self.outcome)
