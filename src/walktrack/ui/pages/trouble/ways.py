"""The ways out of a damaged diary, each with what it gives; the one that loses least is filled."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.services.recovery import Prospects
from walktrack.ui.announce import announce
from walktrack.ui.pages.trouble.way import Way, WayOut
from walktrack.ui.pages.trouble.words import (
    backup_title,
    backup_words,
    readable_words,
    what_is_missing,
)
from walktrack.ui.widgets.buttons import PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_APART = 18


class WaysCard(Card):
    """Tells how far the looking is, then offers what was found; `chosen` carries a WayOut."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bring your diary back"), parent=parent)
        self.ways: dict[WayOut, Way] = {}
        self.state = PlainLabel(wrap=True)
        self.trouble = StrongLabel(wrap=True)
        self.trouble.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.empty = PlainButton(self.tr("Begin an empty diary…"), "plus")
        self.empty.clicked.connect(self._on_empty)
        self._column = QVBoxLayout()
        self._column.setSpacing(_APART)
        foot = Flow()
        foot.addWidget(self.empty)
        self.body.setSpacing(_APART)
        self.body.addWidget(self.state)
        self.body.addWidget(self.trouble)
        self.body.addLayout(self._column)
        self.body.addLayout(foot)
        self.show_looking()

    def show_looking(self) -> None:
        """Say that it is being looked for what can be saved."""
        self._clear()
        self.empty.hide()
        self.say_trouble("")
        self.say(self.tr("Looking for what can be saved…"))

    def show_prospects(self, found: Prospects | None) -> None:
        """Offer what was found, and what can be done anyway; None if looking was not possible."""
        self._clear()
        prospects = found or Prospects(None, None, None)
        best = _loses_least(prospects)
        if prospects.backup and prospects.from_backup is not None:
            title = backup_title(prospects.backup)
            is_there = prospects.is_there
            words = backup_words(prospects.from_backup, prospects.readable, is_there=is_there)
            self._offer(WayOut.BACKUP, title, words, self.tr("Bring back this backup"), best)
        if prospects.readable is not None:
            title, words = self.tr("What can still be read"), readable_words(prospects.readable)
            action = self.tr("Bring back what can be read")
            self._offer(WayOut.READABLE, title, words, action, best)
        if WayOut.BACKUP in self.ways and WayOut.READABLE in self.ways:
            self.ways[best].add_words(self.tr("As far as can be seen, this loses least."))
        if prospects.backup:
            title = self.tr("Another backup")
            words = self.tr("An older one, or one from your second folder or a stick.")
        else:
            title = self.tr("A backup from another place")
            words = self.tr("One from your second folder, or from a stick.")
        self._offer(WayOut.FILE, title, words, self.tr("Choose a backup…"), best)
        self._align()
        self.empty.show()
        kept = self.tr("Whatever you choose, the damaged file is kept.")
        if found and not found.is_there:
            kept = self.tr("Whatever you choose, your backups are kept.")
        self.say(f"{what_is_missing(found)} {kept}".strip() if found else kept)

    def set_busy(self, *, busy: bool) -> None:
        """Let nothing be pressed while something is on its way."""
        for button in (self.empty, *(way.button for way in self.ways.values())):
            button.setEnabled(not busy)

    def focus(self, out: WayOut) -> None:
        """Go back to the button of a way."""
        way = self.ways.get(out)
        (way.button if way else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say how far things are, and have it read aloud."""
        self.state.show_text(words)
        announce(self.state, words)

    def say_trouble(self, words: str) -> None:
        """Say what went wrong, or with an empty text that nothing is wrong now."""
        self.trouble.show_text(words)
        self.trouble.setVisible(bool(words))
        if words:
            announce(self.trouble, words)

    def _offer(self, out: WayOut, title: str, words: str, action: str, best: WayOut) -> None:
        way = Way(out, title, words, action, first=out is best)
        way.chosen.connect(self.chosen)
        self.ways[out] = way
        self._column.addWidget(way)

    def _align(self) -> None:
        """Make the buttons as wide as the widest, so that they stand in a column."""
        buttons = [way.button for way in self.ways.values()]
        wide = max(button.sizeHint().width() for button in buttons)
        for button in buttons:
            button.setMinimumWidth(wide)

    def _on_empty(self) -> None:
        self.chosen.emit(WayOut.EMPTY)

    def _clear(self) -> None:
        for way in self.ways.values():
            way.hide()
            way.deleteLater()
        self.ways = {}


def _loses_least(prospects: Prospects) -> WayOut:
    """Return the way without which most would be lost; a backup is whole, so it wins a tie."""
    outlook = prospects.from_backup
    if outlook is None:
        return WayOut.FILE if prospects.readable is None else WayOut.READABLE
    left_behind = outlook.walks.lost + outlook.ratings.lost
    only_there = outlook.walks.gained + outlook.ratings.gained
    return WayOut.READABLE if left_behind > only_there else WayOut.BACKUP
