"""Labels, one class to a role, which always show text as it was typed."""

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from walktrack.ui.look.fonts import scaled

_LONG_WORD = re.compile(r"\S{25,}")
_PIECE = 8
_ZERO_WIDTH_SPACE = "\u200b"
_NARROWEST_PX = 130
_WIDEST_PX = 560


def breakable(text: str) -> str:
    """Return the text with places to break a line inside words too long for any line."""
    return _LONG_WORD.sub(_pieces, text)


def _pieces(word: re.Match[str]) -> str:
    letters = word.group()
    starts = range(0, len(letters), _PIECE)
    return _ZERO_WIDTH_SPACE.join(letters[start : start + _PIECE] for start in starts)


class PlainLabel(QLabel):
    """Body text. Never takes text for markup; wraps if asked, and then breaks long words too."""

    def __init__(
        self, text: str = "", *, wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.words = ""
        if wrap:
            self.setWordWrap(True)
            policy = self.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if text:
            self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show this text; `words` holds it unchanged."""
        self.words = text
        self.setText(breakable(text) if self.wordWrap() else text)

    def sizeHint(self) -> QSize:
        if not self.wordWrap():
            return super().sizeHint()
        margins = self.contentsMargins()
        lines = self.fontMetrics().size(0, self.text()).width()
        wide = min(lines, scaled(_WIDEST_PX)) + margins.left() + margins.right() + 1
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self.wordWrap():
            return QSize(min(hint.width(), scaled(_NARROWEST_PX)), hint.height())
        return hint

    def muted(self) -> "PlainLabel":
        """Paint it as text that comes second, and return it."""
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return self

    def accented(self) -> "PlainLabel":
        """Paint it in the accent, and return it."""
        self.setForegroundRole(QPalette.ColorRole.Highlight)
        return self


class CaptionLabel(PlainLabel):
    """Small text under or beside something."""


class StrongLabel(PlainLabel):
    """Body text with weight: the name of a part, an answer."""


class TitleLabel(PlainLabel):
    """The title of a card."""


class FigureLabel(PlainLabel):
    """A figure that stands for itself."""
