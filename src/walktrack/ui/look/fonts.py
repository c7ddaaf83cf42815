"""The bundled font, and the sizes it is used in."""

from enum import StrEnum
from typing import cast

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from walktrack.paths import resource
from walktrack.ui.look.tokens import BODY_PX

_FILES = ("Inter-Regular.ttf", "Inter-SemiBold.ttf")


class TextRole(StrEnum):
    """What a text is for; its size and weight follow from that."""

    CAPTION = "caption"
    BODY = "body"
    STRONG = "strong"
    BUTTON = "button"
    LARGE_BUTTON = "large button"
    TITLE = "title"
    FIGURE = "figure"
    TIMER = "timer"


_SIZES = {
    TextRole.CAPTION: 15,
    TextRole.BODY: 17,
    TextRole.STRONG: 17,
    TextRole.BUTTON: 18,
    TextRole.LARGE_BUTTON: 20,
    TextRole.TITLE: 19,
    TextRole.FIGURE: 24,
    TextRole.TIMER: 66,
}

_CLASSES = {
    "CaptionLabel": TextRole.CAPTION,
    "StrongLabel": TextRole.STRONG,
    "TitleLabel": TextRole.TITLE,
    "FigureLabel": TextRole.FIGURE,
    "QPushButton": TextRole.BUTTON,
    "FootButton": TextRole.CAPTION,
    "QHeaderView": TextRole.STRONG,
}


def load_fonts() -> str:
    """Load the bundled font and return its family; the system's own if the files are missing."""
    try:
        files = [str(resource("fonts", name)) for name in _FILES]
    except FileNotFoundError:
        return QApplication.font().family()
    numbers = [QFontDatabase.addApplicationFont(file) for file in files]
    families = QFontDatabase.applicationFontFamilies(numbers[0]) if numbers[0] >= 0 else []
    return next(iter(families), QApplication.font().family())


def role_font(role: TextRole) -> QFont:
    """Return the font for a role, as a ratio of the application's font as it is now."""
    font = QApplication.font()
    font.setPixelSize(scaled(_SIZES[role]))
    if role not in {TextRole.CAPTION, TextRole.BODY}:
        font.setWeight(QFont.Weight.DemiBold)
    if role is TextRole.TIMER:
        font.setFeature(QFont.Tag.fromString("tnum"), 1)
    return font


def scaled(pixels: float) -> int:
    """Return a length made for 100 % text as it is at the text size of now."""
    size = QApplication.font().pixelSize()
    return round(pixels * size / BODY_PX) if size > 0 else round(pixels)


def set_text_size(app: QApplication, family: str, percent: int) -> None:
    """Give the whole program this font, 100 to 200 percent; takes effect at once.

    Labels and buttons take the font of their class, so Qt itself re-derives every one of them.
    """
    font = QFont(family)
    font.setPixelSize(round(BODY_PX * percent / 100))
    app.setFont(font)
    for name, role in _CLASSES.items():
        app.setFont(role_font(role), cast("bytes", name))  # a str, whatever its stub says
