import pytest
from tests.clocks import HandClock

from walktrack.services.changes import Announcer
from walktrack.services.journal import Journal
from walktrack.services.people import People
from walktrack.services.planning import Planning
from walktrack.services.tracker import Tracker
from walktrack.services.undo import UndoStack
from walktrack.storage.diary import Diary


class House:
    """The services on one diary, with a clock wound by hand."""

    def __init__(self, path=None):
        self.clock = HandClock()
        self.diary = Diary(path)
        self.diary.open()
        self.announcer = Announcer()
        self.heard = []
        self.announcer.listen(self.heard.append)
        self.undo = UndoStack()
        self.people = People(self.diary, self.clock, self.announcer, self.undo)
        self.journal = Journal(self.diary, self.clock, self.announcer, self.undo)
        self.tracker = Tracker(self.diary, self.clock, self.announcer, self.undo)
        self.plan = Planning(
            self.diary, self.clock, self.announcer, self.undo, lambda _person_id: False
        )
        self.person = self.people.current()


@pytest.fixture
def house():
    made = House()
    yield made
    made.diary.close()
