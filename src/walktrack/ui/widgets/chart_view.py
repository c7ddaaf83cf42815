"""The chart on the screen: a picture that answers the pointer, the keyboard and the ear."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from walktrack.domain.summary import Overview
from walktrack.reports.ink import Ink
from walktrack.reports.table import Table, table
from walktrack.reports.telling import Kind, counts_sentence, describe, spoken
from walktrack.ui.look.paint import body_rect, draw_ring
from walktrack.ui.look.palette import ink as colours_of
from walktrack.ui.look.tokens import BODY_PX, RING, SMALL_RADIUS
from walktrack.ui.widgets.chart_accessible import ChartSurface
from walktrack.ui.widgets.chart_loader import ChartLoader
from walktrack.ui.widgets.chart_tip import draw_band, draw_tip
from walktrack.ui.widgets.chart_words import ChartWords

if TYPE_CHECKING:
    from walktrack.reports.figure import Chart, PictureFormat

_USUAL, _LEAST = QSize(560, 420), QSize(250, 330)
_TALLEST_PX = 620
_SETTLED_MS = 60
_Key = Qt.Key


@dataclass(frozen=True, slots=True)
class _Look:
    """What the picture depends on besides its values."""

    kind: Kind
    ink: Ink
    size: tuple[float, float]


class ChartView(ChartSurface):
    """Shows an overview as a chart once matplotlib is there; until then its place stays empty.

    The arrow keys, Home and End go from mark to mark and Escape lets go; `point_described` says
    what was reached. `fonts` are the files of the bundled font.
    """

    point_described = Signal(str)

    def __init__(self, fonts: Iterable[Path] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ChartWords(parent=self).words()
        self._loader = ChartLoader(fonts, self._words, self)
        self._loader.loaded.connect(self.update)
        self._overview: Overview | None = None
        self._kind = Kind.TIME
        self._chart: Chart | None = None
        self._image = QImage()
        self._drawn: _Look | None = None
        self._mark: int | None = None
        self._settling = QTimer(self, interval=_SETTLED_MS, singleShot=True)
        self._settling.timeout.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaximumHeight(round(_TALLEST_PX * self._scale()))
        self.setMouseTracking(True)
        self._name()

    def start_loading(self) -> None:
        """Bring matplotlib in, in a thread; call it after the window's first painting."""
        look = self._look()
        self._loader.start(look.ink, look.size, self._overview)

    def show_overview(self, overview: Overview) -> None:
        """Show these values."""
        self._overview = overview
        self._changed()

    def show_kind(self, kind: Kind) -> None:
        """Show minutes over time, or minutes against the change in pain."""
        self._kind = kind
        self._changed()

    def table(self) -> Table:
        """Return the numbers of the chart as words, for "Show as table"."""
        if self._overview is None:
            return Table((), ())
        return table(self._overview, self._words, self._kind)

    def sentence(self) -> str:
        """Return what may honestly be said about pain before and after; empty without values."""
        return counts_sentence(self._overview, self._words) if self._overview else ""

    def save(self, path: Path, picture: "PictureFormat") -> None:
        """Write the chart as "png" or "svg", on white; OSError if it cannot be written."""
        if self._overview is not None:
            self._loader.wait().save(self._overview, path, self._kind, picture)

    def described(self) -> str:
        """Return the figures of the mark pointed at or reached by key, or an empty text."""
        if self._chart is None or self._mark is None or self._overview is None:
            return ""
        return describe(self._chart.marks[self._mark], self._words, self._overview.grain)

    def sizeHint(self) -> QSize:
        return _USUAL * self._scale()

    def minimumSizeHint(self) -> QSize:
        return _LEAST * self._scale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMaximumHeight(round(_TALLEST_PX * self._scale()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._draw_if_stale()
        painter = QPainter(self)
        colours = colours_of(self)
        if not self._image.isNull():
            painter.drawImage(QPoint(RING, RING), self._image)
        spot = self._spot()
        if spot is not None:
            band = draw_band(painter, spot, colours)
            draw_tip(painter, self.described(), band, body_rect(self.rect()).toRect(), colours)
        if self.hasFocus():
            draw_ring(painter, self.rect(), SMALL_RADIUS, colours.focus)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._settling.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._chart is None:
            return
        at = event.position()
        found = self._chart.at(at.x() - RING, at.y() - RING)
        self._point_at(None if found is None else self._chart.marks.index(found))

    def leaveEvent(self, _event: QEvent) -> None:
        self._point_at(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._point_at(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self._chart.marks) - 1 if self._chart is not None else -1
        here = self._mark
        steps = {
            _Key.Key_Left: last if here is None else max(0, here - 1),
            _Key.Key_Right: 0 if here is None else min(last, here + 1),
            _Key.Key_Home: 0,
            _Key.Key_End: last,
        }
        key = _Key(event.key())
        if key is _Key.Key_Escape and here is not None:
            self._point_at(None)
        elif key in steps and last >= 0:
            self._point_at(steps[key])
            self.point_described.emit(self.described())
        else:
            super().keyPressEvent(event)

    def _changed(self) -> None:
        self._drawn, self._mark, self._chart = None, None, None
        self._name()
        self.update()

    def _name(self) -> None:
        names = {
            Kind.TIME: self.tr("Chart of minutes walked and pain"),
            Kind.CHANGE: self.tr("Chart of minutes and change in pain"),
            Kind.NEXT_DAY: self.tr("Chart of minutes and pain the next day"),
        }
        self.setAccessibleName(names[self._kind])
        said = spoken(self._overview, self._words, self._kind) if self._overview else ""
        self.setAccessibleDescription(said)

    def _point_at(self, mark: int | None) -> None:
        if mark != self._mark:
            self._mark = mark
            self.update()

    def _spot(self) -> QRectF | None:
        if self._chart is None or self._mark is None:
            return None
        spot = self._chart.spot(self._mark)
        return QRectF(spot.left + RING, spot.top + RING, spot.width, spot.height)

    def _scale(self) -> float:
        size = self.font().pixelSize()
        return size / BODY_PX if size > 0 else 1.0

    def _look(self) -> _Look:
        colours = colours_of(self)
        ink = Ink(
            face=_hex(colours.card),
            text=_hex(colours.text),
            muted=_hex(colours.muted),
            line=_hex(colours.line),
            edge=_hex(colours.edge),
            accent=_hex(colours.accent),
            pain=_hex(colours.pain),
            soft=_hex(colours.soft),
            scale=self._scale(),
            ratio=self.devicePixelRatioF(),
        )
        return _Look(self._kind, ink, (self.width() - 2.0 * RING, self.height() - 2.0 * RING))

    def _drawn_size(self) -> tuple[float, float]:
        return self._drawn.size if self._drawn else (0.0, 0.0)

    def _draw_if_stale(self) -> None:
        studio, look = self._loader.studio, self._look()
        if studio is None or self._overview is None or look == self._drawn:
            return
        if self._settling.isActive() and self._drawn == replace(look, size=self._drawn_size()):
            return  # the last picture will do while the window is being dragged
        self._chart = studio.chart(look.kind, look.ink, look.size)
        self._chart.show(self._overview)
        buffer, width, height = self._chart.sheet.pixels()
        borrowed = QImage(buffer, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        self._image = borrowed.convertToFormat(QImage.Format.Format_RGB32)
        self._image.setDevicePixelRatio(look.ink.ratio)
        self._drawn = look


def _hex(colour: QColor) -> str:
    return colour.name(QColor.NameFormat.HexRgb)
