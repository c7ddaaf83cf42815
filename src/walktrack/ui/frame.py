"""What the window is made of: the bar at the top, lines, the page that is open, and the foot."""

from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from walktrack.ui.reading_order import next_stop, regions_of
from walktrack.ui.top_bar import TopBar

_SIDE, _FOOT = 16, 8


class Frame(QWidget):
    """One above the other; the page takes the room that is left.

    `bar` says what happened, and stays at the foot.
    """

    def __init__(self, first: QWidget, bar: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.top = TopBar()
        self.pages = QStackedWidget()
        self.pages.addWidget(first)
        self._bar = bar
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        foot.addWidget(bar)
        self._column.addWidget(self.top)
        self._column.addWidget(self.pages, 1)
        self._column.addLayout(foot)

    def show_page(self, page: QWidget) -> None:
        """Open a page."""
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)
        self.pages.setCurrentWidget(page)

    def add_strip(self, strip: QWidget) -> None:
        """Make room above the page for a line that comes and goes; the newest stands on top."""
        self._lines.append(strip)
        self._column.insertWidget(1, strip)

    def add_notice(self, notice: QWidget) -> None:
        """Keep a line in view above the page."""
        self._lines.append(notice)
        around = QVBoxLayout()
        around.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        around.addWidget(notice)
        self._column.insertLayout(1, around)

    def next_stop(self, *, forward: bool) -> QWidget | None:
        """Return where Tab goes: by the order of reading, not by what was made first."""
        page = self.pages.currentWidget()
        parts = regions_of(page) if page else []
        return next_stop(
            [self.top, *self._lines, *parts, self._bar], QApplication.focusWidget(), forward=forward
        )
