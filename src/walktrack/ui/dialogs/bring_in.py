"""Bring in CSV files: what is in them, what that would change, and only then the deed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QProgressBar, QWidget

from walktrack.domain.incoming import Incoming
from walktrack.services.export import Progress
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.import_words import note_words, outcome_words
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.incoming_list import IncomingList
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_WHOLE = 1000


class BringInDialog(Question):
    """Shows how far the reading is, then what would happen line by line, and asks for it.

    `wanted` says that it is to be done. Nothing has changed until then. With a step before, it
    may end with BACK.
    """

    wanted = Signal()
    BACK = 2

    def __init__(self, parent: QWidget | None = None, *, back: bool = False) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.progress = QProgressBar()
        self.progress.setRange(0, _WHOLE)
        self.progress.setAccessibleName(self.tr("How much is read"))
        self.outcome = StrongLabel(wrap=True)
        self.kept = PlainLabel(wrap=True)
        self.notes = PlainLabel(wrap=True)
        self.trouble = StrongLabel(wrap=True)
        self.trouble.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.list = IncomingList()
        self.label = PlainLabel(self.tr("Line by line, problems first:"), wrap=True)
        self.label.setBuddy(self.list)
        self.promise = PlainLabel(wrap=True)
        self.bring = FilledButton(self.tr("Bring in"), "check")
        self.bring.setAutoDefault(False)
        self.bring.setEnabled(False)
        self.bring.clicked.connect(self._on_bring)
        self.show_words(
            self.tr("Bring in a CSV file"), self.tr("Nothing changes until you say so.")
        )
        self.add(
            self.progress, self.trouble, self.outcome, self.kept, self.notes, self.label, self.list,
            self.promise,
        )  # fmt: skip
        self.back = OutlinedButton(self.tr("Back"))
        self.back.setAutoDefault(False)
        self.back.setVisible(back)
        self.back.clicked.connect(self._on_back)
        self._foot.addWidget(self.back)
        self._foot.addWidget(self.bring)
        self._show()

    def show_progress(self, progress: Progress) -> None:
        """Show how much is read."""
        self.progress.setValue(_WHOLE * progress.done // max(1, progress.total))

    def show_incoming(self, incoming: Incoming, person: str) -> None:
        """Show what would happen, and let it be done if anything would; `person` is whose diary."""
        new, *kept = outcome_words(incoming)
        useful = bool(len(incoming.bundle))
        promise = self.tr("A backup of your diary is made first, and you can undo this.")
        self.list.show_lines(incoming.lines)
        self._show(
            outcome=new,
            kept=" ".join(kept),
            notes=" ".join(note_words(incoming, person)),
            promise=promise if useful else "",
            listed=bool(incoming.lines),
        )
        self.bring.setEnabled(useful)
        if not useful:
            self.way_out.setText(self.tr("Close"))
        announce(self.outcome, " ".join(label.words for label in self._said()))

    def show_refusal(self, words: str) -> None:
        """Show why nothing can be, or was, brought in."""
        held = self.bring.hasFocus() or not self.bring.isEnabled()
        self.bring.setEnabled(False)
        self.way_out.setText(self.tr("Close"))
        self.facts.show_text(self.tr("Your diary is as it was."))
        self._show(trouble=words)
        announce(self.trouble, words)
        if held:
            self.way_out.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_back(self) -> None:
        self.done(self.BACK)

    def _on_bring(self) -> None:
        self.bring.setEnabled(False)
        self.back.setEnabled(False)
        self.way_out.setEnabled(False)
        self.outcome.show_text(self.tr("Bringing it in…"))
        announce(self.outcome, self.outcome.words)
        self.wanted.emit()

    def reject(self) -> None:
        """Close without an answer; not while it is being done."""
        if self.way_out.isEnabled():
            super().reject()

    def _show(
        self,
        *,
        trouble: str = "",
        outcome: str = "",
        kept: str = "",
        notes: str = "",
        promise: str = "",
        listed: bool = False,
    ) -> None:
        self.way_out.setEnabled(True)
        self.back.setEnabled(True)
        texts = (trouble, outcome, kept, notes, promise)
        for label, words in zip(self._said(), texts, strict=True):
            label.show_text(words)
            label.setVisible(bool(words))
        self.progress.setVisible(not any(texts))
        self.list.setVisible(listed)
        self.label.setVisible(listed)
        if self.isVisible():
            self.reveal(self.title)
            self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """Move up if it has grown over the foot of the screen."""
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        over = frame.bottom() - room.bottom()
        if over > 0:
            self.move(self.x(), max(room.top(), self.y() - over))

    def _said(self) -> tuple[PlainLabel, ...]:
        return self.trouble, self.outcome, self.kept, self.notes, self.promise
