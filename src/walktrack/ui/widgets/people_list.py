"""A list of people, each with their badge; quick however many there are."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walktrack.domain.person import Person
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.palette import Ink
from walktrack.ui.look.tokens import TARGET
from walktrack.ui.models.people_model import PERSON_ROLE, SMALL_ROLE, Index, PeopleModel
from walktrack.ui.widgets.badge import BADGE_PX, draw_badge
from walktrack.ui.widgets.entry_delegate import LinePen, line_height, paint_ground

_SIDE, _AIR, _GAP_PX = 18, 12, 12
_MOST_ROWS, _FEWEST_ROWS, _HEIGHT_PX = 4, 3, 264
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Delegate(QStyledItemDelegate):
    """Paints a badge, the name, and under it what there is to say."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(TARGET, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        person = index.data(PERSON_ROLE)
        if not isinstance(person, Person):
            return
        painter.save()
        colours = Ink(option.palette)
        paint_ground(painter, option, colours)
        box = option.rect.adjusted(_SIDE, _AIR, -_SIDE, -_AIR)
        pen = LinePen(painter, box, option.direction, colours)
        edge = scaled(BADGE_PX)
        square = pen.part(0, edge)
        place = QRect(square.left(), box.center().y() - edge // 2, edge, edge)
        draw_badge(painter, QRectF(place), person.initials, person.shade, colours)
        left = edge + scaled(_GAP_PX)
        words = pen.part(left, box.width() - left)
        pen.two_lines(words, str(index.data()), str(index.data(SMALL_ROLE)))
        painter.restore()


class PeopleList(QListView):
    """`moved` when another line is chosen, `opened` on a click and on Enter."""

    moved = Signal()
    opened = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people = PeopleModel(self)
        self.setAccessibleName(name)
        self.setModel(self.people)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.opened)
        self.selectionModel().selectionChanged.connect(self.moved)

    @property
    def chosen(self) -> Person | None:
        """The person in the line that is chosen."""
        has = self.selectionModel().hasSelection()
        return self.people.person(self.currentIndex().row()) if has else None

    def show_people(self, people: Sequence[Person], open_id: str) -> None:
        """Show these; who was chosen stays chosen, else whoever is in the same line now."""
        known, row = self.chosen, self.currentIndex().row()
        self.people.show_people(people, open_id)
        found = self.people.row_of(known.id if known else open_id)
        self.choose_row(row if found is None else found)
        self.updateGeometry()

    def search(self, words: str) -> None:
        """Show who has these words in their name, and choose the first."""
        self.people.search(words)
        self.choose_row(0)

    def choose(self, person_id: str) -> None:
        """Choose a person, if they are shown."""
        row = self.people.row_of(person_id)
        if row is not None:
            self.choose_row(row)

    def choose_row(self, row: int) -> None:
        """Choose a line, or the last one if there are fewer."""
        index = self.people.index(min(max(row, 0), self.people.rowCount() - 1))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        most = min(max(_HEIGHT_PX // line_height(), _FEWEST_ROWS), _MOST_ROWS)
        rows = min(max(self.people.rowCount(), 1), most)
        return QSize(super().sizeHint().width(), rows * line_height() + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.doItemsLayout()
            self.updateGeometry()
