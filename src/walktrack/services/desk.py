"""All services on one open diary, put together."""

from functools import cached_property
from typing import TYPE_CHECKING

from walktrack.domain.clock import Clock
from walktrack.services.backups import Backups
from walktrack.services.bin import Bin
from walktrack.services.changes import Announcer
from walktrack.services.days import Days
from walktrack.services.export import ExportService
from walktrack.services.history import History
from walktrack.services.importing import Importing
from walktrack.services.insight import Insights
from walktrack.services.interferences import Interferences
from walktrack.services.journal import Journal
from walktrack.services.likelihood import Likelihood
from walktrack.services.mending import Mending
from walktrack.services.moving import Moving
from walktrack.services.overview import Overviews
from walktrack.services.people import People
from walktrack.services.people_bin import PeopleBin
from walktrack.services.planning import Planning
from walktrack.services.quick_entry import QuickEntry
from walktrack.services.reminders import Reminders
from walktrack.services.settings import SettingsService
from walktrack.services.tracker import Tracker
from walktrack.services.undo import UndoStack
from walktrack.services.warning_signs import WarningSigns
from walktrack.services.writing import Writing

if TYPE_CHECKING:
    from walktrack.services.tables import Tables
    from walktrack.storage.diary import Diary


class Desk:
    """What the window works with; one for each open diary."""

    def __init__(self, diary: "Diary", clock: Clock) -> None:
        self.path = diary.path
        self.clock = clock
        self.announcer = Announcer()
        self.undo = UndoStack()
        self.people = People(diary, clock, self.announcer, self.undo)
        self.writing = Writing(diary, self.announcer)
        self.settings = SettingsService(diary, self.announcer)
        self.journal = Journal(diary, clock, self.announcer, self.undo)
        self.tracker = Tracker(diary, clock, self.announcer, self.undo)
        self.history = History(diary, clock, self.announcer, self.undo)
        self.mending = Mending(diary, clock, self.announcer, self.undo)
        self.moving = Moving(diary, clock, self.announcer, self.undo)
        self.days = Days(diary, clock, self.announcer, self.undo)
        self.interferences = Interferences(diary, clock, self.announcer, self.undo)
        self.signs = WarningSigns(diary, clock, self.announcer, self.undo)
        self.plan = Planning(diary, clock, self.announcer, self.undo, self.signs.sign_open)
        self.reminders = Reminders(diary, clock, self.announcer, self.signs.sign_open)
        self.quick = QuickEntry(diary, clock, self.history, self.days)
        self.bin = Bin(diary, clock, self.announcer, self.undo, self.tracker)
        self.likelihood = Likelihood(diary, clock)
        self.overviews = Overviews(diary, clock, self.plan)
        self.insights = Insights(diary, clock)
        self.export = ExportService(diary, clock)
        self.backups = Backups(diary, clock, self.announcer, self.undo, self.tracker)
        self.people_bin = PeopleBin(diary, clock, self.announcer, self.undo, self.backups)
        self.importing = Importing(diary, clock, self.announcer, self.undo, self.backups)
        self.check = diary.check
        self.close = diary.close

    @cached_property
    def tables(self) -> "Tables":
        """What looks at tables of other programs."""
        from walktrack.services.tables import Tables  # noqa: PLC0415 - seldom wanted

        return Tables(self.clock)
