"""How well two colours can be told apart, and what lies between them."""

from PySide6.QtGui import QColor

_KNEE = 0.04045


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _KNEE else ((channel + 0.055) / 1.055) ** 2.4


def luminance(colour: QColor) -> float:
    """Return the relative luminance, 0.0 for black to 1.0 for white (WCAG 2.2)."""
    red, green, blue = colour.redF(), colour.greenF(), colour.blueF()
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two opaque colours, 1.0 (the same) to 21.0 (WCAG 2.2)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(one: QColor, other: QColor, share: float) -> QColor:
    """Return `one` with a share of `other` in it, 0.0 to 1.0."""
    keep = 1.0 - share
    return QColor.fromRgbF(
        one.redF() * keep + other.redF() * share,
        one.greenF() * keep + other.greenF() * share,
        one.blueF() * keep + other.blueF() * share,
    )
