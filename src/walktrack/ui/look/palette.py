"""Colours travel in QPalette alone: tokens go in here once, painted widgets read them here.

| token  | palette role                   | token     | palette role             |
|--------|--------------------------------|-----------|--------------------------|
| bg     | Window                         | accent    | Highlight, Accent        |
| card   | Base, Button, ToolTipBase      | on_accent | HighlightedText          |
| line   | Mid                            | soft      | AlternateBase            |
| edge   | Dark                           | pain      | LinkVisited              |
| text   | WindowText, Text, ButtonText … | focus     | Link                     |
| muted  | PlaceholderText                | (tile)    | Midlight, card with line |

Disabled text and accent are the same colours, faded towards the card.
"""

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from walktrack.ui.look.contrast import mix
from walktrack.ui.look.tokens import Tokens

Role = QPalette.ColorRole

_TILE_SHARE = 0.45
_FADED_SHARE = 0.42


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette that carries these tokens."""
    card, text, accent = QColor(tokens.card), QColor(tokens.text), QColor(tokens.accent)
    line = QColor(tokens.line)
    flat = tokens.card == tokens.bg
    palette = QPalette()
    for colour, roles in (
        (QColor(tokens.bg), (Role.Window,)),
        (card, (Role.Base, Role.Button, Role.ToolTipBase, Role.Light)),
        (card if flat else mix(card, line, _TILE_SHARE), (Role.Midlight,)),
        (line, (Role.Mid,)),
        (QColor(tokens.edge), (Role.Dark, Role.Shadow)),
        (text, (Role.WindowText, Role.Text, Role.ButtonText, Role.ToolTipText, Role.BrightText)),
        (QColor(tokens.muted), (Role.PlaceholderText,)),
        (accent, (Role.Highlight, Role.Accent)),
        (QColor(tokens.on_accent), (Role.HighlightedText,)),
        (QColor(tokens.soft), (Role.AlternateBase,)),
        (QColor(tokens.pain), (Role.LinkVisited,)),
        (QColor(tokens.focus), (Role.Link,)),
    ):
        for role in roles:
            palette.setColor(role, colour)
    disabled = QPalette.ColorGroup.Disabled
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        palette.setColor(disabled, role, mix(text, card, _FADED_SHARE))
    for role in (Role.Highlight, Role.Accent):
        palette.setColor(disabled, role, mix(accent, card, _FADED_SHARE))
    return palette


class Ink:
    """The tokens as a palette holds them, faded where its widget is disabled."""

    __slots__ = ("_palette",)

    def __init__(self, palette: QPalette) -> None:
        self._palette = palette

    @property
    def bg(self) -> QColor:
        """The ground of the window."""
        return self._palette.color(Role.Window)

    @property
    def card(self) -> QColor:
        """The face of cards, controls and charts."""
        return self._palette.color(Role.Base)

    @property
    def tile(self) -> QColor:
        """A quiet ground on a card; the card's own colour in high contrast."""
        return self._palette.color(Role.Midlight)

    @property
    def line(self) -> QColor:
        """Hairlines and grid lines, which only divide."""
        return self._palette.color(Role.Mid)

    @property
    def edge(self) -> QColor:
        """The outline of what can be touched."""
        return self._palette.color(Role.Dark)

    @property
    def text(self) -> QColor:
        """Words."""
        return self._palette.color(Role.WindowText)

    @property
    def muted(self) -> QColor:
        """Words that come second."""
        return self._palette.color(Role.PlaceholderText)

    @property
    def accent(self) -> QColor:
        """The one accent: the next step, what is chosen, minutes walked."""
        return self._palette.color(Role.Highlight)

    @property
    def on_accent(self) -> QColor:
        """Words on the accent."""
        return self._palette.color(Role.HighlightedText)

    @property
    def soft(self) -> QColor:
        """A pale accent, as the ground of what is chosen."""
        return self._palette.color(Role.AlternateBase)

    @property
    def pain(self) -> QColor:
        """Marks of pain after a walk."""
        return self._palette.color(Role.LinkVisited)

    @property
    def focus(self) -> QColor:
        """The focus ring."""
        return self._palette.color(Role.Link)


def ink(widget: QWidget) -> Ink:
    """Return the colours this widget paints with now; ask again at every painting."""
    return Ink(widget.palette())
