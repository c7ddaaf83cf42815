"""The whole window on a real diary, with a clock wound by hand and a country that stays put."""

import resource
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from tests.clocks import HandClock

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.settings import Settings
from walktrack.services.desk import Desk
from walktrack.storage.diary import Diary
from walktrack.ui import chime
from walktrack.ui.look.system import apply_look
from walktrack.ui.main_window import MainWindow
from walktrack.ui.widgets.pain_scale import PainStep

MONDAY = Moment.of(datetime.fromisoformat("2026-06-01T12:00:00+00:00"))
WELCOMED = Settings(welcomed=True)
NEVER = Path("/nowhere/walktrack.db")


class WindowHouse:
    """One window. `sounds` lists what would have been heard.

    Unless it was not `offered` yet, the person has waved the first list of warning signs away.
    """

    def __init__(self, qtbot, path=None, clock=None, settings=WELCOMED, offered=True):
        self._qtbot = qtbot
        self.sounds = []
        self.clock = clock or HandClock(MONDAY)
        self.diary = Diary(path)
        self.diary.open()
        self.desk = Desk(self.diary, self.clock)
        self.desk.settings.write(settings)
        if offered and settings.welcomed:  # they have seen the offer of the first run
            self.diary.signs.set_put_off(self.me.id, self.clock.read().wall.ms)
        self.window = MainWindow(path or NEVER)
        self.window.look_wanted.connect(self._on_look)
        self.today = self.window.today
        self.card = self.today.walk.card
        self.pain = self.today.answers.pain
        self.box = self.today.answers.posture.list.box
        self.bar = self.window.messages.bar

    @property
    def me(self):
        return self.desk.people.current()

    @property
    def running(self):
        return self.desk.tracker.current(self.me.id)

    @property
    def charts(self):
        return self.today.charts

    def show(self, width=1280, height=800):
        self.window.setWindowState(Qt.WindowState.WindowNoState)  # the screen that is none is small
        self.window.resize(width, height)
        self.window.show()
        self.window.activateWindow()
        self._qtbot.waitActive(self.window)
        return self

    def take_up(self):
        self.window.take_up(self.desk)
        QApplication.processEvents()
        return self

    def click(self, button):
        assert button.isVisible(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def key(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
            QApplication.processEvents()

    def rate(self, moment, value):
        """Touch a number of the scale that asks about this moment."""
        scale = self.pain.scales[moment]
        self.click(scale.findChildren(PainStep)[value])

    def shown(self, moment):
        return self.pain.scales[moment].value

    def beat(self, **passed):
        """Let time pass with the computer awake, and the window look at the clock."""
        self.clock.go(**passed)
        self.today.walk._second_hand._on_timeout()
        QApplication.processEvents()

    def walk(self, minutes=5):
        """Start a walk and go on for some minutes, looking often enough."""
        self.click(self.card.start)
        self.go_on(minutes)

    def go_on(self, minutes):
        for _ in range(round(minutes * 4)):
            self.beat(seconds=15)

    def ratings(self, moment=None):
        """Return the values stored, oldest first, without asking a service."""
        rows = self.diary._db.rows(
            "SELECT moment, value FROM pain_rating WHERE deleted_at IS NULL "
            "ORDER BY rated_at, rowid"
        )
        return [v for m, v in rows if moment in (None, PainMoment(m))]

    def events(self):
        """Return the kinds of all events stored, oldest first."""
        return [k for (k,) in self.diary._db.rows("SELECT kind FROM walk_event ORDER BY id")]

    def said(self):
        """Return what the bar says; empty while it is hidden."""
        return self.bar._text.words if self.bar.isVisible() else ""

    def act(self):
        """Press the button of the bar."""
        self.click(self.bar._action)

    def dialog(self, kind=QDialog):
        found = [d for d in self.window.findChildren(kind) if d.isVisible()]
        assert len(found) == 1, found
        return found[0]

    def no_dialog(self):
        return not [d for d in self.window.findChildren(QDialog) if d.isVisible()]

    @contextmanager
    def full_disk(self):
        """Let no file take another byte until the end; a diary in memory would not notice."""
        assert self.diary.path
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    @contextmanager
    def read_only(self):
        """Let the file be read and not written until the end."""
        self.diary._db.execute_sql("PRAGMA query_only = 1")
        try:
            yield
        finally:
            self.diary._db.execute_sql("PRAGMA query_only = 0")

    def end(self):
        self.window.leaving._settled = True
        self.window.close()
        QApplication.processEvents()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.diary.close()

    def _on_look(self, settings):
        apply_look(QApplication.instance(), settings.colours, settings.text_size)


@contextmanager
def at_home(qtbot, monkeypatch, path=None, **more):
    """Give a house in a country that writes 24 hours, where a double click takes no time."""
    known, interval = QLocale(), QApplication.doubleClickInterval()
    QLocale.setDefault(QLocale("en_GB"))
    QApplication.setDoubleClickInterval(0)
    house = WindowHouse(qtbot, path, **more)
    monkeypatch.setattr(chime, "_start", lambda sound: house.sounds.append(sound.stem) or True)
    try:
        yield house
    finally:
        house.end()
        QApplication.setDoubleClickInterval(interval)
        QLocale.setDefault(known)
