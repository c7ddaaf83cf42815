"""The posture checklist with how each line is done, to read here or to print and hang up."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walktrack.domain.posture import PostureItem
from walktrack.domain.tips import LINE_RESTS_ON
from walktrack.ui.look.tokens import GAP, RING
from walktrack.ui.tip_words import rests_on
from walktrack.ui.widgets.buttons import FilledButton, OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel
from walktrack.ui.widgets.picture import posture_picture
from walktrack.ui.widgets.posture_words import PostureTexts, PostureWords
from walktrack.ui.widgets.topic import TopicPart

_DRAWING_PX = 72


class ChecklistCard(Card):
    """`print_wanted` and `save_wanted` ask for the list on paper, and as a file."""

    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Posture checklist"))
        self.print = FilledButton(self.tr("Print…"), "print")
        self.save = OutlinedButton(self.tr("Save as PDF…"), "save")
        self.print.clicked.connect(self.print_wanted)
        self.save.clicked.connect(self.save_wanted)
        self.corner.addWidget(self.save)
        self.corner.addWidget(self.print)
        words = self.tr(
            "For comfort and safety. None is shown to change pain. "
            "Tick them on Today, or print them."
        )
        self.body.addWidget(PlainLabel(words, wrap=True))
        lines = QWidget()
        columns = Columns(lines, most=2, spacing=GAP // 2)
        self.parts: list[TopicPart] = []
        for item, texts in PostureTexts().words().items():
            columns.addWidget(self._line(item, texts))
        self.body.addWidget(lines)

    def show_wide(self, *, wide: bool) -> None:
        """Do nothing: the lines find their columns by themselves."""

    def _line(self, item: PostureItem, texts: PostureWords) -> QWidget:
        part = TopicPart(texts.full, texts.how)
        part.add(CaptionLabel(rests_on(LINE_RESTS_ON[item]), wrap=True).muted())
        self.parts.append(part)
        line = QWidget()
        rule = line.sizePolicy()
        rule.setHeightForWidth(True)
        line.setSizePolicy(rule)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        picture = posture_picture(item.value, _DRAWING_PX)
        picture.setContentsMargins(0, 2 * RING, 0, 0)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(part, 1)
        return line
