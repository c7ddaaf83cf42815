"""Words found in everybody's diary, and the way to the line."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.faults import DiaryError
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.fault_words import sentence
from walktrack.ui.look.fonts import scaled
from walktrack.ui.models.history_model import HistoryModel
from walktrack.ui.person_words import name_of
from walktrack.ui.search_words import meant_by
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.history_list import HistoryList
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

_TYPING_MS = 300
_LIST_PX = 320
_LONGEST = 200


class SearchEveryoneDialog(Question):
    """The lines of all people that hold the words, newest first.

    `gone_to` carries the Entry whose diary is to be opened at its line.
    """

    width_px = 860
    gone_to = Signal(object)

    def __init__(self, desk: "Desk", text: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._desk = desk
        self.text = QLineEdit(text)
        self.text.setMaxLength(_LONGEST)
        self.model = HistoryModel(desk.history, self)
        self.list = HistoryList(self.model)
        self.list.setMinimumHeight(scaled(_LIST_PX))
        self.outcome = PlainLabel(wrap=True)
        self.go = FilledButton(self.tr("Go to this line"))
        self.go.setAutoDefault(False)
        self.show_words(
            self.tr("Search everyone"),
            self.tr("Looks in all diaries that are not archived. Nothing is changed."),
        )
        self.add(labelled(self.tr("Words to find"), self.text), self.outcome, self.list, self.go)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self._find)
        self.text.textChanged.connect(self._on_typed)
        self.text.returnPressed.connect(self._find)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_asked.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        self.model.troubled.connect(self._on_troubled)
        self._find()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.text.setFocus()
        self.text.selectAll()

    def _on_typed(self) -> None:
        self._typing.start()

    def _find(self) -> None:
        self._typing.stop()
        text = self.text.text().strip()
        self._say("")
        lines = self._look(text) if text else 0
        self.list.setVisible(bool(lines))
        self.go.setVisible(bool(lines))
        if not self.outcome.words:
            self._say(self._found(text, lines))
        self._on_chosen()

    def _look(self, text: str) -> int:
        """Bring in the lines that hold a text, and return how many there are."""
        try:
            names = {each.id: name_of(each) for each in self._desk.people.there()}
        except DiaryError as error:
            self._on_troubled(error)
            return 0
        wanted = HistoryFilter(text=text, meant=meant_by(text))
        self.model.show_everyone(names, wanted, self._desk.clock.read().wall.day)
        return self.model.rowCount()

    def _found(self, text: str, lines: int) -> str:
        if not text:
            return self.tr("Type a word, a name or a place of pain.")
        if not lines:
            return self.tr("Nothing matches.")
        words = self.tr("1 line") if lines == 1 else self.tr("{count} lines")
        return words.format(count=self.locale().toString(lines))

    def _on_chosen(self) -> None:
        self.go.setEnabled(self.list.entry is not None)

    def _on_go(self) -> None:
        entry = self.list.entry
        if entry:
            self.accept()
            self.gone_to.emit(entry)

    def _on_troubled(self, error: DiaryError) -> None:
        self._say(sentence(error))

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        if words:
            announce(self, words)
