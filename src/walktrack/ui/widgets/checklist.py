"""The posture checklist: ten boxes to tick, and on request how each is done."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.posture import PostureItem
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel
from walktrack.ui.widgets.picture import posture_picture
from walktrack.ui.widgets.posture_words import PostureTexts, PostureWords

_DRAWING_PX = 64


class _How(QWidget):
    """How one line is done: a drawing, the line in full, and a hint."""

    def __init__(self, item: PostureItem, words: PostureWords) -> None:
        super().__init__()
        lines = QVBoxLayout()
        lines.setSpacing(2)
        lines.addWidget(PlainLabel(words.full, wrap=True))
        lines.addWidget(CaptionLabel(words.how, wrap=True).muted())
        lines.addStretch(1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, GAP)
        whole.addWidget(posture_picture(item.value, _DRAWING_PX))
        whole.addLayout(lines, 1)


class _Line(QWidget):
    """One box of the checklist, and under it, when asked for, how it is done."""

    def __init__(self, item: PostureItem, words: PostureWords) -> None:
        super().__init__()
        self._item = item
        self._words = words
        self._how: _How | None = None
        self.box = QCheckBox(words.short)
        self.box.setToolTip(f"{words.full} {words.how}")
        self.box.setAccessibleDescription(f"{words.full} {words.how}")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.box)
        rule = self.sizePolicy()
        rule.setHeightForWidth(True)
        self.setSizePolicy(rule)

    def show_how(self, *, shown: bool) -> None:
        if shown and self._how is None:
            self._how = _How(self._item, self._words)
            self._column.addWidget(self._how)
        if self._how is not None:
            self._how.setVisible(shown)


class Checklist(QWidget):
    """Ten boxes in two columns, or one where it is narrow. There is no score.

    `ticked` carries the PostureItem and whether it is ticked, when the person ticks it. For the
    card's corner there are `note`, `how_button` and `count`.
    """

    ticked = Signal(object, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = CaptionLabel(self.tr("For comfort and safety. No score.")).muted()
        self.how_button = PlainButton(self.tr("How"))
        self.how_button.setCheckable(True)
        self.how_button.setAccessibleName(self.tr("How each line is done"))
        self.how_button.toggled.connect(self._on_how)
        self.count = StrongLabel().accented()
        columns = Columns(self, most=2, spacing=0)
        self._lines: dict[PostureItem, _Line] = {}
        for item, words in PostureTexts().words().items():
            line = _Line(item, words)
            line.box.toggled.connect(partial(self._on_toggled, item))
            columns.addWidget(line)
            self._lines[item] = line
        self._show_count()

    def show_ticks(self, ticks: frozenset[PostureItem]) -> None:
        """Show these as ticked and the others as not, without telling anyone."""
        for item, line in self._lines.items():
            blocker = QSignalBlocker(line.box)
            line.box.setChecked(item in ticks)
            blocker.unblock()
        self._show_count()

    def box(self, item: PostureItem) -> QCheckBox:
        """Return the box of an item."""
        return self._lines[item].box

    def _show_count(self) -> None:
        count = sum(line.box.isChecked() for line in self._lines.values())
        self.count.setText(self.tr("{count} ticked").format(count=count))

    def _on_toggled(self, item: PostureItem, checked: bool) -> None:  # noqa: FBT001  a slot
        self._show_count()
        self.ticked.emit(item, checked)

    def _on_how(self, shown: bool) -> None:  # noqa: FBT001  a slot
        for line in self._lines.values():
            line.show_how(shown=shown)
