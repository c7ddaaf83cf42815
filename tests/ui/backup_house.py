"""A diary on the disk with backups to look at and to bring back: by the card, or by the window."""

from contextlib import contextmanager

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QLabel
from tests.clocks import HandClock
from tests.ui.window_house import MONDAY, WindowHouse, at_home

from walktrack.domain.pain import PainMoment
from walktrack.services.desk import Desk
from walktrack.storage.diary import Diary
from walktrack.ui.attempt import Attempts
from walktrack.ui.automatic_backups import AutomaticBackups
from walktrack.ui.pages.settings.backups import BackupsCard
from walktrack.ui.pages.settings.backups_part import BackupsPart
from walktrack.ui.top_bar import PageName


class BackupHouse:
    """Knows its way around backups. `window` is where the card is, `house` who lives there."""

    def __init__(self, qtbot, house, window, automatic):
        self._qtbot = qtbot
        self.house = house
        self.window = window
        self.automatic = automatic
        self.desk = house.desk
        self.path = house.diary.path

    @property
    def second(self):
        return self.card.second

    @property
    def restoring(self):
        return self.part.restoring

    @property
    def dialog(self):
        return self.restoring._dialog

    def settle(self):
        """Wait until no thread is at work and all is shown."""
        threads = (
            self.automatic._errand,
            self.part._looking,
            self.restoring._errand,
        )
        self._qtbot.waitUntil(lambda: not any(each.running for each in threads))
        for _ in range(3):
            QApplication.processEvents()

    def press(self, button):
        button.click()
        self.settle()

    def add_walk(self, pain=4, minutes=3):
        """Store a walk that was rated before it, an hour before now."""
        me, clock = self.house.me, self.house.clock
        walk = self.desk.tracker.start(me.id, None).walk
        self.desk.journal.rate_walk(me.id, walk.id, PainMoment.BEFORE, pain)
        clock.go(minutes=minutes)
        self.desk.tracker.finish(me.id)
        clock.go(hours=1)

    def walks(self):
        """Return the minutes of the walks that are stored, without asking a service."""
        rows = self.house.diary._db.rows(
            "SELECT walked_ms FROM walk WHERE deleted_at IS NULL ORDER BY start_at"
        )
        return [round(ms / 60_000) for (ms,) in rows]

    def ask(self):
        """Open the dialog."""
        self.card.restore.click()
        QApplication.processEvents()
        if self.dialog:
            self._qtbot.waitActive(self.dialog)
        return self.dialog

    def choose(self, row):
        """Choose a backup by its line, and wait for what is said about it."""
        self.dialog.list.setCurrentRow(row)
        self.dialog.list._choose()
        self.settle()

    def choose_file(self, path):
        self.dialog.choose_file = lambda: path
        self.press(self.dialog.file)

    def bring_back(self):
        self.dialog.restore.click()
        self._qtbot.waitUntil(
            lambda: self.dialog is None or "…" not in self.dialog.outcome.lines[0].words
        )
        self.window.activateWindow()
        self.settle()

    def left_over(self):
        """Return what was prepared beside the diary and not taken away."""
        return list(self.path.parent.glob(".walktrack-restore-*"))


class WindowWithBackups(BackupHouse):
    """The whole window."""

    def __init__(self, qtbot, house):
        super().__init__(qtbot, house, house.window, house.window.backups)

    @property
    def page(self):
        return self.window._shelf.settings_page

    @property
    def card(self):
        return self.page.backups

    @property
    def part(self):
        return self.window._shelf.backups

    def open(self):
        """Go to Settings and wait until the card shows what there is."""
        self.window.go(PageName.SETTINGS)
        self.settle()
        return self


class Household:
    """A diary and a clock wound by hand, without a window."""

    def __init__(self, path):
        self.clock = HandClock(MONDAY)
        self.diary = Diary(path)
        self.diary.open()
        self.desk = Desk(self.diary, self.clock)

    @property
    def me(self):
        return self.desk.people.current()

    full_disk = WindowHouse.full_disk
    read_only = WindowHouse.read_only


class CardWithBackups(BackupHouse):
    """The card by itself, which is made much faster than the window."""

    def __init__(self, qtbot, path):
        self.card = BackupsCard()
        home = Household(path)
        super().__init__(
            qtbot, home, self.card, AutomaticBackups(home.desk.backups, kept=True, parent=self.card)
        )
        self.failed = []
        attempts = Attempts(self.card)
        attempts.failed.connect(lambda error, *_rest: self.failed.append(error))
        self.part = BackupsPart(self.card, self.desk, self.automatic, attempts)

    def open(self):
        """Bring the card into sight, and wait until it shows what there is."""
        self.card.hide()
        self.card.show()
        self.settle()
        return self


@contextmanager
def with_window(qtbot, monkeypatch, path, **more):
    with at_home(qtbot, monkeypatch, path, **more) as house:
        house.show().take_up()
        made = WindowWithBackups(qtbot, house).open()
        try:
            yield made
        finally:
            made.settle()


@contextmanager
def with_card(qtbot, path):
    """Give the card, in a country that writes 24 hours."""
    known = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = CardWithBackups(qtbot, path).open()
    qtbot.addWidget(made.card)
    try:
        yield made
    finally:
        made.settle()
        made.house.diary.close()
        QLocale.setDefault(known)


def words_on(widget):
    shown = [label for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]
    return [getattr(label, "words", "") or label.text() for label in shown]
