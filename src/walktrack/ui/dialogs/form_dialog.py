"""What the forms of History share: saving, trouble in plain words, and throwing away."""

from abc import abstractmethod

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from walktrack.domain.faults import DiaryError
from walktrack.ui.announce import announce
from walktrack.ui.fault_words import sentence
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import StrongLabel
from walktrack.ui.widgets.when_fields import DateField

_SCREEN_SHARE = 0.92


class FormDialog(QDialog):
    """A form that scrolls if it must, over a foot with Save and Cancel that always shows.

    Nothing typed is lost by accident: a failed Save keeps the form open and says why, and leaving
    with changes asks once, in the foot itself. `entry_id` names what is edited, or was added.
    """

    width_px = 560
    """How wide it likes to be at 100 % text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry_id: str | None = None
        self.body = QVBoxLayout()
        self.trouble = StrongLabel(wrap=True)
        self.save_button = FilledButton(self.tr("Save"), "check")
        self.cancel_button = OutlinedButton(self.tr("Cancel"))
        self.question = StrongLabel(self.tr("Throw away what you typed?"), wrap=True)
        self.discard_button = OutlinedButton(self.tr("Throw away"))
        self.keep_button = FilledButton(self.tr("Keep typing"))
        self._lay_out()
        self._ask(asking=False)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self.reject)
        self.keep_button.clicked.connect(self._on_keep)
        self.discard_button.clicked.connect(self._on_discard)

    @abstractmethod
    def changed(self) -> bool:
        """Say whether anything was typed that is not stored."""

    @abstractmethod
    def fault(self) -> tuple[str, QWidget] | None:
        """Return why this cannot be stored and the field to put right, or None."""

    @abstractmethod
    def store(self) -> None:
        """Store what was typed; DiaryError if that fails."""

    def show_week_start(self, week_start: int | None) -> None:
        """Begin the weeks of the calendars on a day, 0 for Monday; None follows the country."""
        for field in self.findChildren(DateField):
            field.show_week_start(week_start)

    def reject(self) -> None:
        """Close the form; ask first if something was typed. While asking: go on typing."""
        if self.discard_button.isVisibleTo(self):
            self._on_keep()
        elif self.changed():
            self._ask(asking=True)
            self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            for button in self._buttons():  # the way through the form ends at the foot
                self.setTabOrder(self.previousInFocusChain() or self, button)
            self.resize(self.sizeHint())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """Return a size that shows the whole form, or as much as the screen has room for."""
        room = self.screen().availableSize() * _SCREEN_SHARE
        width = min(scaled(self.width_px), room.width())
        foot = self._foot.heightForWidth(width) + 3 * GAP
        return QSize(width, min(self.body.totalHeightForWidth(width) + foot, room.height()))

    def _lay_out(self) -> None:
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        self.body.setSpacing(GAP)
        inside = QWidget()
        inside.setLayout(self.body)
        self.area = DownScroll(inside)
        self.trouble.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.trouble.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.trouble.hide()
        foot = QWidget()
        self._foot = Flow(foot)
        self._foot.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self._foot.addWidget(self.question)
        self._foot.add_spring()
        for button in self._buttons():
            button.setAutoDefault(False)
            self._foot.addWidget(button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addWidget(self.trouble)
        whole.addWidget(foot)

    def _buttons(self) -> tuple[FilledButton | OutlinedButton, ...]:
        return self.discard_button, self.keep_button, self.cancel_button, self.save_button

    def _ask(self, *, asking: bool) -> None:
        for widget in (self.question, self.discard_button, self.keep_button):
            widget.setVisible(asking)
        for widget in (self.cancel_button, self.save_button):
            widget.setVisible(not asking)

    def _say(self, words: str) -> None:
        self.trouble.show_text(words)
        self.trouble.setVisible(bool(words))
        announce(self.trouble, words)

    def _on_save(self) -> None:
        fault = self.fault()
        if fault:
            words, field = fault
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(field)
            self._say(words)
            return
        try:
            self.store()
        except DiaryError as error:
            self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say(sentence(error))
            return
        self.accept()

    def _on_keep(self) -> None:
        self._ask(asking=False)
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_discard(self) -> None:
        super().reject()
