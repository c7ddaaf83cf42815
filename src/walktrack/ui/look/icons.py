"""The program's own icons and drawings, painted in the colours of the theme in use.

They are SVG files whose lines say ``currentColor`` and, in drawings, ``accentColor``. QtSvg would
paint both black, so the words are replaced before the file is read as a picture.
"""

from functools import lru_cache

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from walktrack.paths import resource

DISABLED_ALPHA = 0.45
_SCENE_HEIGHT = 0.75


def icon(name: str, colour: QColor, size: int = 24) -> QIcon:
    """Return an icon of ``resources/icons``, sharp on every screen, paler when disabled.

    The name is the file's without ``.svg``; the size is its edge in logical pixels.
    Raises FileNotFoundError if there is no such icon.
    """
    pale = QColor(colour)
    pale.setAlphaF(colour.alphaF() * DISABLED_ALPHA)
    result = QIcon()
    for ratio in sorted({1.0, _sharpest_screen()}):
        plain = pixmap(name, colour, size, ratio)
        result.addPixmap(plain, QIcon.Mode.Normal)
        result.addPixmap(plain, QIcon.Mode.Selected)  # or Qt tints it in a chosen row
        result.addPixmap(pixmap(name, pale, size, ratio), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: QColor, size: int = 24, ratio: float = 1.0) -> QPixmap:
    """Return one icon as a square picture of ``size`` logical pixels at the device pixel ratio.

    Raises FileNotFoundError if there is no such icon.
    """
    svg = _svg("icons", name, colour.name(), colour.name())
    return _painted(svg, colour, QSize(size, size), ratio)


def drawing(
    name: str, colour: QColor, accent: QColor, size: int = 96, ratio: float = 1.0
) -> QPixmap:
    """Return a drawing of ``resources/posture``; the part it speaks of is in the accent colour.

    The name is the value of a ``PostureItem``; the size is the edge in logical pixels, best 64
    or more. Raises FileNotFoundError if there is no such drawing.
    """
    svg = svg_of("posture", name, colour, accent)
    return _painted(svg, colour, QSize(size, size), ratio)


def scene(name: str, colour: QColor, accent: QColor, width: int, ratio: float = 1.0) -> QPixmap:
    """Return a drawing of ``resources/tips``, three quarters as high as wide, in logical pixels.

    The name is the value of a ``Topic``, "evidence" or "mixed". Raises FileNotFoundError if there
    is no such drawing.
    """
    return _painted(svg_of("tips", name, colour, accent), colour, _scene_size(width), ratio)


def svg_of(folder: str, name: str, colour: QColor, accent: QColor) -> bytes:
    """Return a drawing as SVG in these colours, for whoever paints it on paper.

    Raises FileNotFoundError if there is no such drawing.
    """
    return _svg(folder, name, colour.name(), accent.name())


def _scene_size(width: int) -> QSize:
    return QSize(width, round(width * _SCENE_HEIGHT))


@lru_cache(maxsize=256)
def _svg(folder: str, name: str, colour: str, accent: str) -> bytes:
    text = resource(folder, f"{name}.svg").read_text(encoding="utf-8")
    return text.replace("currentColor", colour).replace("accentColor", accent).encode()


def _painted(svg: bytes, colour: QColor, size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(round(size.width() * ratio), round(size.height() * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    whole = QRectF(picture.rect())
    painter = QPainter(picture)
    QSvgRenderer(svg).render(painter, whole)
    if colour.alpha() < QColor(Qt.GlobalColor.black).alpha():
        # Fading the whole picture at once: fading each line would darken where lines cross.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
        painter.fillRect(whole, QColor(0, 0, 0, colour.alpha()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


def _sharpest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
