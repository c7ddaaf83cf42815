"""Help about the data: what is promised, what is not, and what to do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from walktrack.ui.help_words import Chapter, Places, chapters
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP, MARGIN
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.topic import TopicPart

_SIZE_PX = (720, 760)
_SCREEN_SHARE = 0.92
_TOPIC_GAP = 2


class HelpDialog(QDialog):
    """Shows the chapters as cards, one below the other. Tab steps from heading to heading.

    Arrows and the page keys scroll; Esc closes.
    """

    def __init__(self, places: Places, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Help with your data"))
        self.topics: list[TopicPart] = []
        self.close_button = FilledButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self.area = DownScroll()
        self._lay_out(places)

    def showEvent(self, event: QShowEvent) -> None:
        """Open at a size the screen has room for, at the first heading."""
        if not event.spontaneous():
            room = self.screen().availableSize() * _SCREEN_SHARE
            wide, high = (scaled(edge) for edge in _SIZE_PX)
            self.resize(min(wide, room.width()), min(high, room.height()))
            self.topics[0].setFocus(Qt.FocusReason.OtherFocusReason)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the beginning or the end of the text; the other keys are the area's own."""
        ends = {Qt.Key.Key_Home: self.topics[0], Qt.Key.Key_End: self.topics[-1]}
        if end := ends.get(Qt.Key(event.key())):
            end.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(end, 0, MARGIN)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, places: Places) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(MARGIN, MARGIN, MARGIN, GAP)
        column.setSpacing(GAP)
        for chapter in chapters(places):
            column.addWidget(self._card(chapter))
        column.addStretch(1)
        self.area.setWidget(inside)
        foot = QHBoxLayout()
        foot.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.area, 1)
        whole.addLayout(foot)

    def _card(self, chapter: Chapter) -> Card:
        card = Card(chapter.title)
        card.body.setSpacing(_TOPIC_GAP)
        for topic in chapter.topics:
            part = TopicPart(topic.heading, topic.words)
            self.topics.append(part)
            card.body.addWidget(part)
        return card
