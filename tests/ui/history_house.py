"""The History service on a diary in memory, for the tests of what shows it."""

from contextlib import contextmanager
from datetime import date, datetime, time

from PySide6.QtCore import QLocale
from tests.clocks import HandClock

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.typed import Times
from walktrack.services.bin import Bin
from walktrack.services.changes import Announcer
from walktrack.services.days import Days
from walktrack.services.history import History, RatingForm, WalkForm
from walktrack.services.interferences import Interferences
from walktrack.services.people import People
from walktrack.services.tracker import Tracker
from walktrack.services.undo import UndoStack
from walktrack.storage.diary import Diary

HOSTILE = '<img src="/etc/hostname"><b>%_$x$ שלום 🙂\u202e ' + "w" * 9_900
TODAY = date(2026, 6, 1)


class HistoryHouse:
    def __init__(self):
        self.clock = HandClock(Moment.of(datetime(2026, 6, 1, 12, 0)))
        self.diary = Diary(None)
        self.diary.open()
        self.announcer, self.undo = Announcer(), UndoStack()
        self.history = History(self.diary, self.clock, self.announcer, self.undo)
        self.days = Days(self.diary, self.clock, self.announcer, self.undo)
        self.interferences = Interferences(self.diary, self.clock, self.announcer, self.undo)
        tracker = Tracker(self.diary, self.clock, self.announcer, self.undo)
        self.tracker = tracker
        self.bin = Bin(self.diary, self.clock, self.announcer, self.undo, tracker)
        self.person = People(self.diary, self.clock, self.announcer, self.undo).current()

    def walk(self, day=TODAY, at=(9, 0), minutes=20, **more):
        """Store a walk and return its id."""
        start = Moment.of(datetime.combine(day, time(*at)))
        span = minutes * MS_PER_MINUTE
        form = WalkForm(Times(start, start.plus(span), span), **more)
        return self.history.add_walk(self.person.id, form)

    def rating(self, day=TODAY, moment=PainMoment.NEXT_MORNING, value=4, note=""):
        """Store a rating at seven and return its id."""
        at = Moment.of(datetime.combine(day, time(7, 0)))
        return self.history.add_rating(self.person.id, RatingForm(at, moment, value, note))

    def fill_disk(self, monkeypatch):
        """Let every change fail from now on."""

        def fail(*_args, **_kwargs):
            raise DiaryError(Fault.FULL)

        for verb in ("add_walk", "edit_walk", "add_rating", "edit_rating", "remove_walk"):
            monkeypatch.setattr(self.history, verb, fail)


@contextmanager
def lived_in():
    """Give a house in a country that writes 24 hours and the day before the month."""
    known = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    made = HistoryHouse()
    try:
        yield made
    finally:
        made.diary.close()
        QLocale.setDefault(known)
