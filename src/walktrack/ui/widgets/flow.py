"""Layouts that follow the width they are given: rows that wrap, and columns of one width."""

from abc import abstractmethod
from dataclasses import dataclass, field

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QSpacerItem, QStyle, QWidget

from walktrack.ui.look.tokens import GAP


class Reflow(QLayout):
    """A layout whose height follows from its width, mirrored for right-to-left writing."""

    def __init__(self, parent: QWidget | None = None, *, spacing: int = GAP) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._placed: dict[int, tuple[list[tuple[QLayoutItem, QRect]], int]] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            parent.setLayout(self)

    @abstractmethod
    def place(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        """Return where each shown item goes in this width, written left to right from 0, 0."""

    @abstractmethod
    def natural_width(self) -> int:
        """Return the width at which every item has its own size, without margins."""

    def shown(self) -> list[QLayoutItem]:
        """Return the items that take part: spacers, and widgets that are not hidden."""
        return [item for item in self._items if item.spacerItem() or not item.isEmpty()]

    def addItem(self, item: QLayoutItem, /) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt asks past the end
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int, /) -> QLayoutItem | None:  # pyright: ignore[reportIncompatibleMethodOverride]  Qt asks past the end
        if not 0 <= index < len(self._items):
            return None
        self._forget()
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        """Forget what was measured: an item has changed."""
        self._forget()
        super().invalidate()

    def heightForWidth(self, width: int, /) -> int:
        margins = self.contentsMargins()
        _, tall = self._measured(width - margins.left() - margins.right())
        return tall + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        if self._hint is None:
            margins = self.contentsMargins()
            wide = self.natural_width() + margins.left() + margins.right()
            self._hint = QSize(wide, self.heightForWidth(wide))
        return self._hint

    def minimumSize(self) -> QSize:  # noqa: N802  Qt's own name
        """Return the width of the widest item; the height follows from the width."""
        if self._least is None:
            sizes = [item.minimumSize() for item in self.shown()]
            margins = self.contentsMargins()
            wide = max((size.width() for size in sizes), default=0)
            tall = max((size.height() for size in sizes), default=0)
            self._least = QSize(wide, tall).grownBy(margins)
        return self._least

    def setGeometry(self, rect: QRect, /) -> None:
        super().setGeometry(rect)
        inner = self.contentsRect()
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent else Qt.LayoutDirection.LeftToRight
        for item, place in self._measured(inner.width())[0]:
            item.setGeometry(QStyle.visualRect(direction, inner, place.translated(inner.topLeft())))

    def _measured(self, width: int) -> tuple[list[tuple[QLayoutItem, QRect]], int]:
        """Return the places and how high they are together.

        They are kept: Qt asks for them many times before anything changes.
        """
        if width not in self._placed:
            placed = self.place(width)
            tall = max((rect.top() + rect.height() for _, rect in placed), default=0)
            self._placed[width] = placed, tall
        return self._placed[width]

    def _forget(self) -> None:
        self._placed.clear()
        self._hint = self._least = None


@dataclass(slots=True)
class _Line:
    """Items side by side, with their widths."""

    items: list[tuple[QLayoutItem, int]] = field(default_factory=list)
    used: int = 0
    height: int = 0


class Flow(Reflow):
    """Items side by side at their own size; what has no room goes on the next line."""

    def add_spring(self) -> None:
        """Add an empty place that takes the room left over in its line."""
        rule = QSizePolicy.Policy
        self.addItem(QSpacerItem(0, 0, rule.Expanding, rule.Minimum))

    def natural_width(self) -> int:
        widths = [item.sizeHint().width() for item in self.shown()]
        return sum(widths) + self.spacing() * max(0, len(widths) - 1)

    def place(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        result: list[tuple[QLayoutItem, QRect]] = []
        top = 0
        for line in self._lines(width):
            left, spare = 0, max(0, width - line.used)
            springs = sum(1 for item, _ in line.items if item.spacerItem())
            for item, wide in line.items:
                own = wide + (spare // springs if item.spacerItem() else 0)
                high = _height(item, own)
                result.append((item, QRect(left, top + (line.height - high) // 2, own, high)))
                left += own + (0 if item.spacerItem() else self.spacing())
            top += line.height + self.spacing()
        return result

    def _lines(self, width: int) -> list[_Line]:
        lines = [_Line()]
        for item in self.shown():
            wide = min(item.sizeHint().width(), max(width, item.minimumSize().width()))
            line = lines[-1]
            gap = 0 if item.spacerItem() or not line.items else self.spacing()
            if line.items and line.used + gap + wide > width:
                line, gap = _Line(), 0
                lines.append(line)
            line.items.append((item, wide))
            line.used += gap + wide
            line.height = max(line.height, _height(item, wide))
        return lines


class Columns(Reflow):
    """Items in columns of one width, `most` of them side by side, fewer where room is short.

    Rows are filled evenly: eleven items that do not fit in one row stand six over five.
    """

    def __init__(self, parent: QWidget | None = None, *, most: int, spacing: int = GAP) -> None:
        super().__init__(parent, spacing=spacing)
        self._most = most

    def natural_width(self) -> int:
        shown = self.shown()
        wide = max((item.sizeHint().width() for item in shown), default=0)
        count = min(self._most, len(shown))
        return wide * count + self.spacing() * max(0, count - 1)

    def columns(self, width: int) -> int:
        """Return how many stand side by side in this width."""
        shown = self.shown()
        least = max((item.minimumSize().width() for item in shown), default=1)
        room = max(1, (width + self.spacing()) // max(1, least + self.spacing()))
        fit = max(1, min(self._most, len(shown), room))
        rows = -(-len(shown) // fit)
        return max(1, -(-len(shown) // rows)) if rows else 1

    def place(self, width: int) -> list[tuple[QLayoutItem, QRect]]:
        shown, gap = self.shown(), self.spacing()
        count = self.columns(width)
        edges = [round(i * (width + gap) / count) for i in range(count + 1)]
        result: list[tuple[QLayoutItem, QRect]] = []
        top = 0
        for start in range(0, len(shown), count):
            row = shown[start : start + count]
            wides = [edges[i + 1] - edges[i] - gap for i in range(len(row))]
            high = max(_height(item, wide) for item, wide in zip(row, wides, strict=True))
            for i, item in enumerate(row):
                result.append((item, QRect(edges[i], top, wides[i], high)))
            top += high + gap
        return result


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return max(item.heightForWidth(width), item.minimumSize().height())
    return item.sizeHint().height()
