"""Putting the look on the program, and following the desktop's own choice."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from walktrack.domain.settings import Colours
from walktrack.ui.look.fonts import load_fonts, set_text_size
from walktrack.ui.look.palette import palette_of
from walktrack.ui.look.style import HouseStyle
from walktrack.ui.look.tokens import CONTRAST, DARK, LIGHT, Tokens


def system_tokens(app: QApplication) -> Tokens:
    """Return the colours the desktop asks for; light where it does not say."""
    hints = app.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT


def tokens_for(app: QApplication, colours: Colours) -> Tokens:
    """Return the colours for a choice; SYSTEM asks the desktop."""
    chosen = {Colours.LIGHT: LIGHT, Colours.DARK: DARK, Colours.CONTRAST: CONTRAST}
    return chosen.get(colours) or system_tokens(app)


def apply_look(app: QApplication, colours: Colours, text_size: int) -> None:
    """Give the program its style, colours and font; `text_size` in percent, 100 to 200.

    Call it again whenever a choice changes: every window follows at once.
    """
    if isinstance(app.style(), HouseStyle):
        family = app.font().family()
    else:
        app.setStyle(HouseStyle())
        family = load_fonts()
    palette = palette_of(tokens_for(app, colours))
    if app.palette() != palette:
        app.setPalette(palette)
    set_text_size(app, family, text_size)


class SystemLook(QObject):
    """Says when the desktop changes between light, dark and high contrast."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._on_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_changed)

    def _on_changed(self) -> None:
        self.changed.emit()
