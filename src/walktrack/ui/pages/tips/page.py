"""Tips: on the left what there is to read, on the right the one that is open."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.person import Person
from walktrack.domain.settings import Settings
from walktrack.domain.tips import Topic
from walktrack.services.planning import Planning
from walktrack.ui.attempt import Attempts
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.tips.cards import known_card, known_name, mixed_card, mixed_name, topic_card
from walktrack.ui.pages.tips.checklist_card import ChecklistCard
from walktrack.ui.pages.tips.illustrated_card import IllustratedCard
from walktrack.ui.pages.tips.paper_part import PaperPart
from walktrack.ui.pages.tips.plan_card import PlanCard
from walktrack.ui.tip_words import topics
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.contents import Contents
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.message_bar import MessageBar, MessageKind

TWO_COLUMNS_PX = 1000
"""Width from which the list and what is read have room side by side, at 100 % text."""

BESIDE_PX = 620
"""Width from which a drawing and its words have room side by side, at 100 % text."""

CHECKLIST, KNOWN, MIXED = "checklist", "known", "mixed"
_SIDE = 16
_LIST_PX, _NO_LIMIT = 290, 16_777_215

ReadCard = ChecklistCard | IllustratedCard


class TipsPage(QWidget):
    """One thing at a time; where it is narrow the list stands on top.

    `plan_wanted` asks for the page of the plan, which has no place in the bar without one. Tests
    put their own way into `show_folder`.
    """

    plan_wanted = Signal()

    def __init__(
        self, planning: Planning, attempts: Attempts, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._planning, self._attempts = planning, attempts
        self._person: Person | None = None
        self._folder: Path | None = None
        self._again: Callable[[], object] | None = None
        self._wide = False
        self._cards: dict[object, ReadCard] = {}
        self.show_folder: Callable[[Path], object] = _open_folder
        entries = [(topic, words.name) for topic, words in topics().items()]
        self.contents = Contents(
            self.tr("What to read"),
            [
                (CHECKLIST, self.tr("Posture checklist")),
                *entries,
                (KNOWN, known_name()),
                (MIXED, mixed_name()),
            ],
            last=frozenset({CHECKLIST, entries[-1][0]}),
        )
        self.checklist = ChecklistCard()
        self.plan = PlanCard()
        self.bar = MessageBar()
        self.paper = PaperPart(self)
        self._lay_out()
        self._connect()
        self._read(CHECKLIST)

    def show_person(self, person: Person, _settings: Settings) -> None:
        """Offer a plan if this person has none."""
        if self._person and self._person.id != person.id:
            self.bar.hide()
        self._person = person
        planned = self._attempts.attempt_steadily(
            lambda: self._planning.is_on(person.id), "plan offered"
        )
        self.plan.setVisible(planned is False)

    def regions(self) -> list[QWidget]:
        """Return the parts in the order in which they are read."""
        read = self._cards[self.contents.value]
        parts = (self.bar, self._list)
        return [*parts, self.plan, read] if self._wide else [*parts, read, self.plan]

    def card(self, value: object) -> ReadCard:
        """Return a card, made when it is first read; KeyError if there is none."""
        if value not in self._cards:
            makers: dict[object, Callable[[], ReadCard]] = {
                CHECKLIST: lambda: self.checklist,
                KNOWN: known_card,
                MIXED: mixed_card,
            }
            card = topic_card(value) if isinstance(value, Topic) else makers[value]()
            card.show_wide(wide=self._beside())
            self._cards[value] = card
            self._right.insertWidget(0, card)
        return self._cards[value]

    def _lay_out(self) -> None:
        self._list = Card("", snug=True)
        self._list.title.hide()
        self._list.setAccessibleName(self.contents.accessibleName())
        self._list.body.setContentsMargins(0, GAP, 0, GAP)
        self._list.body.addWidget(self.contents)
        self._left, self._right = QVBoxLayout(), QVBoxLayout()
        for column in (self._left, self._right):
            column.setSpacing(GAP)
        self._left.addWidget(self._list)
        self._left.addWidget(self.plan)
        self._left.addStretch(1)
        self._right.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.addLayout(self._left)
        self._columns.addLayout(self._right, 1)
        inside = QWidget()
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        whole.setSpacing(GAP)
        whole.addWidget(self.bar)
        whole.addLayout(self._columns, 1)
        self.area = DownScroll(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.area)

    def _connect(self) -> None:
        self.contents.chosen.connect(self._on_chosen)
        self.plan.opened.connect(self.plan_wanted)
        self.checklist.print_wanted.connect(self._on_print)
        self.checklist.save_wanted.connect(self._on_save)
        self.paper.done.connect(self._on_done)
        self.paper.failed.connect(self._on_failed)
        self.bar.acted.connect(self._on_bar)

    def _on_chosen(self, value: object) -> None:
        self._read(value)
        self.area.verticalScrollBar().setValue(0)

    def _read(self, value: object) -> None:
        chosen = self.card(value)
        for card in self._cards.values():
            card.setVisible(card is chosen)

    def _on_save(self) -> None:
        if self._person:
            self.bar.hide()
            self.paper.save(self._person)

    def _on_print(self) -> None:
        if self._person:
            self.bar.hide()
            self.paper.print(self._person)

    def _on_done(self, words: str, folder: Path | None) -> None:
        self._folder, self._again = folder, None
        self.bar.show_message(words, self.tr("Show in folder") if folder else None)
        self.area.ensureWidgetVisible(self.bar)

    def _on_failed(self, words: str, again: Callable[[], object]) -> None:
        self._folder, self._again = None, again
        self.bar.show_message(words, self.tr("Try again"), kind=MessageKind.PROBLEM)
        self.area.ensureWidgetVisible(self.bar)

    def _on_bar(self) -> None:
        if self._again:
            self._again()
        elif self._folder:
            self.show_folder(self._folder)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _choose_columns(self) -> None:
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._columns.setSpacing(_SIDE if wide else GAP)
        self._wide = wide
        self.contents.show_stacked(stacked=wide)
        least = max(scaled(_LIST_PX), self._list.minimumSizeHint().width())
        for card in (self._list, self.plan):
            card.setMaximumWidth(least if wide else _NO_LIMIT)
        side, other = (self._left, self._right) if wide else (self._right, self._left)
        other.removeWidget(self.plan)
        if side.indexOf(self.plan) < 0:
            side.insertWidget(side.count() - 1, self.plan)
        for card in self._cards.values():
            card.show_wide(wide=self._beside())

    def _beside(self) -> bool:
        return self.width() >= scaled(BESIDE_PX)


def _open_folder(folder: Path) -> bool:
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
