"""Look back on the last year: what is said on the left, the dots on the right."""

from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.insight.insight import Insight
from walktrack.domain.person import Person
from walktrack.domain.settings import Settings
from walktrack.services.insight import Insights
from walktrack.ui import found_words, insight_words
from walktrack.ui.announce import announce
from walktrack.ui.attempt import Attempts
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.insight.dots_card import DotsCard
from walktrack.ui.pages.insight.lines_card import LinesCard
from walktrack.ui.pages.insight.said_card import SaidCard
from walktrack.ui.widgets.down_scroll import DownScroll

TWO_COLUMNS_PX = 1100
"""Width from which two columns have room, at 100 % text."""

_SIDE = 16


class InsightPage(QWidget):
    """Reads what may be said each time it is shown; there is nothing to change on it.

    `said` and `troubled` carry a sentence: a picture saved, or why not.
    """

    said = Signal(str)
    troubled = Signal(str)

    def __init__(
        self, insights: Insights, attempts: Attempts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._insights = insights
        self._attempts = attempts
        self.walks = SaidCard(self.tr("Pain before and after walks"))
        self.days = SaidCard(self.tr("Minutes and pain the next day"))
        self.change = SaidCard(self.tr("Then and now"))
        self.lines = LinesCard()
        self.dots = DotsCard()
        self.dots.view.point_described.connect(partial(announce, self.dots.view))
        self.dots.saving.said.connect(self.said)
        self.dots.saving.troubled.connect(self.troubled)
        self._lay_out()

    def show_person(self, person: Person, _settings: Settings) -> None:
        """Read again and show what may be said about this person's diary."""
        insight = self._attempts.attempt(lambda: self._insights.of(person))
        if insight is not None:
            self._show(insight)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.dots.view.start_loading()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _show(self, insight: Insight) -> None:
        mean, told = insight.mean, insight.then_and_now
        self.walks.show_said(
            insight_words.counts_sentences(insight),
            insight_words.guesses_sentence(insight.guesses),
            found_words.mean_details(mean) if mean else (),
        )
        self.days.show_said(
            insight_words.association_sentences(insight.association),
            insight_words.left_out_sentence(insight.association),
            found_words.association_details(insight.association),
        )
        self.change.setVisible(told is not None)
        if told:
            self.change.show_said(insight_words.then_and_now_sentences(told))
        self.lines.show_lines(insight.lines)
        self.dots.show_insight(insight)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        self._columns.setSpacing(_SIDE)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        for card in (self.walks, self.days, self.change, self.lines):
            left.addWidget(card)
        left.addStretch(1)
        right = QVBoxLayout()
        right.addWidget(self.dots)
        right.addStretch(1)
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right, 1)
        scroll = DownScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _choose_columns(self) -> None:
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
