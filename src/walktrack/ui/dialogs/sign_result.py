"""What to do about the warning signs that were ticked: fixed words, and whom to call."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.warning_signs import Resolution, Sign, highest
from walktrack.ui.dialogs.question import Question
from walktrack.ui.sign_words import SignTexts
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel


class SignResultDialog(Question):
    """Shows the words of the highest level; `read` says that the person has read them.

    Closing it in any other way says nothing. `resolved` carries a Resolution; that can only be
    said `later`, when the window is opened once more from the line above the pages. What is not
    `unread` asks for no reading.
    """

    width_px = 640
    read = Signal()
    resolved = Signal(object)

    def __init__(
        self,
        signs: Iterable[Sign],
        contacts: str,
        *,
        later: bool = False,
        unread: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Close"), parent)
        ticked = frozenset(signs)
        self._texts = SignTexts(self)
        level = highest(ticked)
        fixed = self._texts.level(level) if level else self._texts.nothing()
        self.show_words(self._texts.level_name(level), _line_by_line(fixed.words))
        parts: list[QWidget] = []
        if fixed.english:
            parts.append(CaptionLabel(fixed.english, wrap=True).muted())
        self.read_button = FilledButton(self.tr("I have read this"), "check")
        if level:
            parts += [*self._helpers(contacts), *self._told(ticked)]
        if level and unread:
            parts.append(self.read_button)
        if later:
            parts += self._ways()
        self.add(*parts)
        self.read_button.setAutoDefault(False)
        self.read_button.clicked.connect(self._on_read)

    def _helpers(self, contacts: str) -> list[QWidget]:
        """Return whom to call, in the person's own words."""
        if not contacts.strip():
            words = self.tr("You can write down who helps you in Settings. It then shows here.")
            return [CaptionLabel(words, wrap=True).muted()]
        return [
            StrongLabel(self.tr("Who helps you"), wrap=True),
            PlainLabel(contacts.strip(), wrap=True),
        ]

    def _told(self, ticked: frozenset[Sign]) -> list[QWidget]:
        lines = [self._texts.sign(sign).words for sign in Sign if sign in ticked]
        return [
            StrongLabel(self.tr("You ticked"), wrap=True),
            *(PlainLabel(line, wrap=True) for line in lines),
        ]

    def _ways(self) -> list[QWidget]:
        checked = AnswerButton(
            self.tr("I have had this checked"),
            self.tr("The line above the pages goes. Your record keeps what you ticked."),
        )
        mistake = AnswerButton(
            self.tr("I ticked this by mistake"),
            self.tr("The line above the pages goes. Your record says it was a mistake."),
        )
        checked.clicked.connect(self._on_checked)
        mistake.clicked.connect(self._on_mistake)
        self.checked_button, self.mistake_button = checked, mistake
        return [checked, mistake]

    def _on_read(self) -> None:
        self.accept()
        self.read.emit()

    def _on_checked(self) -> None:
        self.accept()
        self.resolved.emit(Resolution.CHECKED)

    def _on_mistake(self) -> None:
        self.accept()
        self.resolved.emit(Resolution.MISTAKE)


def _line_by_line(words: str) -> str:
    """Return sentences one below the other, so that each can be done before the next is read."""
    return words.replace(". ", ".\n")
