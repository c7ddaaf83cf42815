"""The bar at the top: where to go, whose diary it is, who writes."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from walktrack.domain.person import Person
from walktrack.domain.recorder import Hand
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.icons import pixmap
from walktrack.ui.look.palette import ink
from walktrack.ui.widgets.buttons import NavButton, PlainButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.person_button import PersonButton

_GAP = 2


class PageName(StrEnum):
    """The pages that can be gone to, each by Ctrl and its number in this order."""

    TODAY = "today"
    HISTORY = "history"
    INSIGHT = "insight"
    SHARE = "share"
    TIPS = "tips"
    PLAN = "plan"
    SETTINGS = "settings"


class TopBar(QWidget):
    """`gone` carries the PageName; `person_wanted` asks whose diary to open.

    `signs_wanted` asks for the list of warning signs, which can be had also without a diary.
    """

    gone = Signal(object)
    person_wanted = Signal()
    signs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brand = Brand()
        self.pages = {
            PageName.TODAY: NavButton(self.tr("Today"), "today"),
            PageName.HISTORY: NavButton(self.tr("History"), "history"),
            PageName.INSIGHT: NavButton(self.tr("Look back"), "chart"),
            PageName.SHARE: NavButton(self.tr("Share"), "share"),
            PageName.TIPS: NavButton(self.tr("Tips"), "tips"),
            PageName.PLAN: NavButton(self.tr("Plan"), "plan"),
            PageName.SETTINGS: NavButton(self.tr("Settings"), "settings"),
        }
        self.person = PersonButton(self.tr("My diary"))
        self.person.clicked.connect(self.person_wanted)
        self.signs = PlainButton(self.tr("Warning signs"), "warning")
        self.signs.setToolTip(self.tr("Signs that need a doctor, and what to do. Key: F2"))
        self.signs.clicked.connect(self.signs_wanted)
        group = QButtonGroup(self)
        group.setExclusive(True)
        self._planned = False
        self._row = row = Flow(self, spacing=_GAP)
        row.setContentsMargins(16, 8, 16, 6)
        row.addWidget(self._brand)
        for name, button in self.pages.items():
            group.addButton(button)
            button.toggled.connect(partial(self._on_toggled, name))
            if name is PageName.SETTINGS:
                row.add_spring()
                row.addWidget(self.signs)
                row.addWidget(self.person)
            row.addWidget(button)
        self.show_page(PageName.TODAY)

    def show_shut(self, *, shut: bool) -> None:
        """Shut what needs a diary, or open it again; the warning signs stay at hand."""
        for button in (*self.pages.values(), self.person):
            button.setEnabled(not shut)

    def show_page(self, name: PageName) -> None:
        """Mark the page that is open."""
        blocked = [QSignalBlocker(button) for button in self.pages.values()]
        self.pages[name].setChecked(True)
        for each in blocked:
            each.unblock()
        self._show_plan()

    def show_plan(self, *, on: bool) -> None:
        """Say whether this person has a plan: else its page is in the bar only while it is open."""
        self._planned = on
        self._show_plan()

    def show_person(self, person: Person, hand: Hand) -> None:
        """Show whose diary it is, and who writes."""
        self.person.show_person(person, hand)
        self._give_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._give_room()

    def _show_plan(self) -> None:
        button = self.pages[PageName.PLAN]
        button.setVisible(self._planned or button.isChecked())
        self._give_room()

    def _give_room(self) -> None:
        """Let a long name give way, so that all stays in one row if it can.

        The name is whole in the list of people, and to a screen reader.
        """
        others = [item for item in self._row.shown() if item.widget() is not self.person]
        margins, gaps = self._row.contentsMargins(), _GAP * (len(others) - 1)
        used = sum(item.sizeHint().width() for item in others) + gaps
        self.person.show_room(self.width() - margins.left() - margins.right() - used)

    def _on_toggled(self, name: PageName, chosen: bool) -> None:  # noqa: FBT001 - a slot
        """Follow a press, and a screen reader's "toggle", which is no click to Qt."""
        if chosen:
            self.gone.emit(name)


class Brand(QWidget):
    """The walking figure. The name stands in the title of the window, and the bar is full."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 0)
        row.addWidget(self._figure)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange}:
            self._draw()

    def _draw(self) -> None:
        figure = pixmap("walk", ink(self).accent, scaled(26), self.devicePixelRatioF())
        self._figure.setPixmap(figure)
