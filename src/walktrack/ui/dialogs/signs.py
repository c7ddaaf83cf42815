"""The list of warning signs: plain boxes, level by level, never more than eight in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from walktrack.domain.warning_signs import Level, Sign
from walktrack.ui.announce import announce
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN
from walktrack.ui.sign_words import SignTexts
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton, PlainButton
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import CaptionLabel, StrongLabel, TitleLabel
from walktrack.ui.widgets.long_box import LongBox

_SIZE_PX = (720, 700)
_SCREEN_SHARE = 0.92
_DOCTORS = [sign for sign in Sign if sign.level is Level.DOCTOR]
PARTS = (
    tuple(sign for sign in Sign if sign.level is Level.EMERGENCY),
    tuple(_DOCTORS[:5]),
    tuple(_DOCTORS[5:]),
    tuple(sign for sign in Sign if sign.level is Level.PAUSE),
)
"""The list in parts: a person takes in eight lines at once and no more."""


class SignsDialog(QDialog):
    """Nothing is ticked beforehand, and no part has to be seen.

    `answered` carries the frozenset of what is ticked when the person wants to know what to do,
    `left` the same when the window is closed with something ticked.
    """

    answered = Signal(object)
    left = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.boxes: dict[Sign, LongBox] = {}
        self._texts = SignTexts(self)
        self._answering = False
        self.setWindowTitle(self.tr("Warning signs"))
        self.step = CaptionLabel().muted()
        self._parts = QStackedWidget()
        self._areas = [self._area(part) for part in PARTS]
        for area in self._areas:
            self._parts.addWidget(area)
        self.close_button = PlainButton(self.tr("Close"))
        self.back_button = OutlinedButton(self.tr("Back"))
        self.next_button = FilledButton(self.tr("Next"))
        self.further_button = OutlinedButton(self.tr("Next"))
        self.done_button = FilledButton(self.tr("Show what to do"))
        self._lay_out()
        self.close_button.clicked.connect(self.reject)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.further_button.clicked.connect(self._on_next)
        self.done_button.clicked.connect(self._on_done)
        self._show_part(0)

    @property
    def ticked(self) -> frozenset[Sign]:
        """What is ticked, in all parts."""
        return frozenset(sign for sign, box in self.boxes.items() if box.ticked)

    @property
    def part(self) -> int:
        """Which part is in sight, counted from 0."""
        return self._parts.currentIndex()

    def showEvent(self, event: QShowEvent) -> None:
        """Open at a size the screen has room for, at the first box."""
        if not event.spontaneous():
            room = self.screen().availableSize() * _SCREEN_SHARE
            wide, high = (scaled(edge) for edge in _SIZE_PX)
            self.resize(min(wide, room.width()), min(high, room.height()))
            self._focus_first()
        super().showEvent(event)

    def done(self, result: int, /) -> None:
        """Close; what is ticked is never lost, however the window is left."""
        ticked = self.ticked
        super().done(result)
        if self._answering:
            self.answered.emit(ticked)
        elif ticked:
            self.left.emit(ticked)

    def _area(self, part: tuple[Sign, ...]) -> DownScroll:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, 0, MARGIN, 0)
        column.setSpacing(4)
        column.addWidget(StrongLabel(self._texts.level_name(part[0].level), wrap=True).accented())
        for sign in part:
            words = self._texts.sign(sign)
            box = self.boxes[sign] = LongBox(words.words, words.english)
            box.toggled.connect(self._show_buttons)
            column.addWidget(box)
        column.addStretch(1)
        return DownScroll(inside)

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, MARGIN, MARGIN, 0)
        head.setSpacing(2)
        head.addWidget(TitleLabel(self.tr("Do you have any of these?"), wrap=True))
        head.addWidget(self.step)
        foot = QWidget()
        row = Flow(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        row.addWidget(self.close_button)
        row.add_spring()
        for button in (
            self.back_button,
            self.further_button,
            self.next_button,
            self.done_button,
        ):
            button.setAutoDefault(False)
            row.addWidget(button)
        self.close_button.setAutoDefault(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(head)
        whole.addWidget(self._parts, 1)
        whole.addWidget(foot)

    def _show_part(self, number: int) -> None:
        self._parts.setCurrentIndex(number)
        words = self.tr("Part {number} of {count}. Tick what is true, or leave it empty.")
        self.step.show_text(words.format(number=number + 1, count=len(PARTS)))
        self._show_buttons()

    def _show_buttons(self) -> None:
        """Lead to the help as soon as something is ticked, else to the next part."""
        ticked, last = bool(self.ticked), self.part == len(PARTS) - 1
        self.back_button.setVisible(self.part > 0)
        self.next_button.setVisible(not ticked and not last)
        self.further_button.setVisible(ticked and not last)
        self.done_button.setVisible(ticked or last)
        self.done_button.setText(self.tr("Show what to do") if ticked else self.tr("Done"))

    def _focus_first(self) -> None:
        first = self.boxes[PARTS[self.part][0]]
        first.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn(self, number: int) -> None:
        self._show_part(number)
        self._focus_first()
        level = self._texts.level_name(PARTS[number][0].level)
        announce(self, f"{self.step.words} {level}.")

    def _on_back(self) -> None:
        self._turn(self.part - 1)

    def _on_next(self) -> None:
        self._turn(self.part + 1)

    def _on_done(self) -> None:
        self._answering = True
        self.accept()
