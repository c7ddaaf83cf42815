"""The card of the first start: a greeting, and one question that can be left out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from walktrack.domain.person import NAME_LENGTH
from walktrack.ui.look.fonts import scaled
from walktrack.ui.widgets.buttons import FilledButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel

_FIELD_PX = 260


class WelcomeCard(Card):
    """Asks for a name, which may be left empty; blocks nothing.

    `named` carries the name as typed, and an empty text for Skip.
    """

    named = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Welcome to WalkTrack"), parent=parent)
        words = self.tr("What should we call you? You can leave this empty.")
        question = PlainLabel(words, wrap=True)
        self.name = QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setMinimumWidth(scaled(_FIELD_PX))
        self.name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        question.setBuddy(self.name)
        self.setFocusProxy(self.name)
        self.save = FilledButton(self.tr("Save name"), "check")
        self.skip = PlainButton(self.tr("Skip"))
        row = Flow()
        for widget in (self.name, self.save, self.skip):
            row.addWidget(widget)
        self.body.addWidget(question)
        self.body.addLayout(row)
        where = CaptionLabel(self.tr("Your diary stays on this computer."), wrap=True)
        self.body.addWidget(where.muted())
        self.name.returnPressed.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.skip.clicked.connect(self._on_skip)

    def _on_save(self) -> None:
        self.named.emit(self.name.text())

    def _on_skip(self) -> None:
        self.named.emit("")
