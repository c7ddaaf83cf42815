"""A box for a note, plain as it was typed, of up to 10,000 characters unless told otherwise."""

from PySide6.QtCore import QSignalBlocker, QSize, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from walktrack.domain.walk import NOTE_LENGTH
from walktrack.ui.look.fonts import scaled
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel

_COUNTED_BEFORE_END = 500
_SETTLED_MS = 600
_WIDTH_PX = 200
_HEIGHT_PX = 92


class _Box(QPlainTextEdit):
    left = Signal()

    def sizeHint(self) -> QSize:
        return QSize(scaled(_WIDTH_PX), scaled(_HEIGHT_PX))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class NoteEdit(QWidget):
    """A note under its label, with a counter near the limit: `room` characters.

    `settled` comes when typing has paused or the box is left. What is typed or pasted beyond the
    limit is not taken, and a line under the box says so.
    """

    settled = Signal()

    def __init__(
        self, label: str, room: int = NOTE_LENGTH, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._room = room
        self._counted_from = room - min(_COUNTED_BEFORE_END, room // 5)
        self._shown = ""
        self._inserted = (0, 0)
        self.label = PlainLabel(label, wrap=True)
        self.box = _Box()
        self.box.setFrameStyle(self.box.frameStyle())  # now that its style can tell what it is
        self.box.setAccessibleName(label)
        self.box.setTabChangesFocus(True)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.label.setBuddy(self.box)
        self.counter = CaptionLabel(wrap=True).muted()
        self.counter.hide()
        self._pause = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._pause.timeout.connect(self.settled)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        whole.addWidget(self.label)
        whole.addWidget(self.box)
        whole.addWidget(self.counter)
        self.box.document().contentsChange.connect(self._on_inserted)
        self.box.textChanged.connect(self._on_typed)
        self.box.left.connect(self.settle)

    def show_note(self, note: str) -> None:
        """Show a stored note; nothing is emitted."""
        self._pause.stop()
        self._shown = note
        with QSignalBlocker(self.box):
            self.box.setPlainText(note)
        self.box.document().setModified(False)
        self._count(len(note), full=False)

    def note(self) -> str:
        """Return the note: to the letter as it was shown if nobody changed it."""
        # Qt gives some letters back changed (a hard space as a space), so an untouched note is
        # never read back from it.
        return self.box.toPlainText() if self.box.document().isModified() else self._shown

    def _on_inserted(self, at: int, _removed: int, added: int) -> None:
        self._inserted = (at, added)

    def _on_typed(self) -> None:
        excess = len(self.box.toPlainText()) - self._room
        if excess > 0:
            self._cut(excess)
        self._count(len(self.box.toPlainText()), full=excess > 0)
        self._pause.start()

    def _cut(self, excess: int) -> None:
        """Take the excess off the end of what was put in last, wherever that is."""
        at, added = self._inserted
        cursor = QTextCursor(self.box.document())
        cursor.setPosition(at)
        last = self.box.document().characterCount() - 1
        cursor.setPosition(min(at + added, last), QTextCursor.MoveMode.KeepAnchor)
        kept = cursor.selectedText()[:-excess]
        with QSignalBlocker(self.box):
            cursor.joinPreviousEditBlock()
            cursor.insertText(kept)
            cursor.endEditBlock()

    def _count(self, length: int, *, full: bool) -> None:
        self.counter.setVisible(length >= self._counted_from)
        used = self.locale().toString(length)
        room = self.locale().toString(self._room)
        if full:
            words = self.tr("A note holds {room} characters. The rest was not added.")
        else:
            words = self.tr("{used} of {room} characters")
        self.counter.show_text(words.format(used=used, room=room))

    def settle(self) -> None:
        """Say now that the note has settled, if it has not been said since the last letter."""
        if self._pause.isActive():
            self._pause.stop()
            self.settled.emit()
