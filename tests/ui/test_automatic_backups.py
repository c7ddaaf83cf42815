"""Backups that come by themselves, on a real diary: when, where, and what is said of trouble."""

import shutil
import threading
from dataclasses import replace

import pytest
from tests.clocks import HandClock

from walktrack.domain.backup import Reason
from walktrack.services.backups import begin_second
from walktrack.services.desk import Desk
from walktrack.services.opening import backups_of
from walktrack.storage.diary import Diary
from walktrack.ui import automatic_backups
from walktrack.ui.automatic_backups import AutomaticBackups


class House:
    """A diary on the disk, and what makes its backups."""

    def __init__(self, qtbot, path, kept=True):
        self._qtbot = qtbot
        self.clock = HandClock()
        self.diary = Diary(path)
        self.diary.open()
        self.desk = Desk(self.diary, self.clock)
        self.desk.people.current()
        self.automatic = AutomaticBackups(self.desk.backups, kept=kept)
        self.said, self.made, self.failed = [], [], []
        self.automatic.troubled.connect(self.said.append)
        self.automatic.made.connect(self.made.append)
        self.automatic.failed.connect(self.failed.append)

    def change(self):
        self.clock.go(minutes=1)
        person = self.desk.people.current()
        self.desk.people.set_goal(person, (person.goal_minutes or 0) + 1)

    def regular(self):
        """Let half an hour be over."""
        self.automatic._on_regular()
        self.settle()

    def now(self):
        self.automatic.make_now()
        self.settle()

    def settle(self):
        self._qtbot.waitUntil(lambda: not self.automatic._errand.running)

    def reasons(self):
        return [backup.reason for backup in reversed(self.desk.backups.all())]

    def use_second(self, folder):
        settings = self.desk.settings
        settings.write(replace(settings.read(), second_folder=str(folder)))

    def block(self):
        """Put a file where the folder of backups is to be."""
        folder = self.desk.backups.folder
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_text("in the way")

    def unblock(self):
        self.desk.backups.folder.unlink()

    def end(self):
        self.automatic._first.stop()
        self.automatic._errand.wait(10)
        self.diary.close()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "walktrack.db"


@pytest.fixture
def house(qtbot, path, monkeypatch):
    monkeypatch.setattr(automatic_backups, "_START_MS", 1)
    made = House(qtbot, path)
    yield made
    made.end()


@pytest.fixture
def slow(house, monkeypatch):
    """Hold every backup until the gate is opened."""
    gate, real = threading.Event(), house.diary.snapshot

    def snapshot(target):
        gate.wait(10)
        real(target)

    monkeypatch.setattr(house.diary, "snapshot", snapshot)
    yield gate
    gate.set()


def test_one_is_made_soon_after_the_start(qtbot, house):
    house.automatic.start()
    qtbot.waitUntil(lambda: bool(house.made))
    assert house.reasons() == [Reason.START]
    assert house.made[0].backup.path.is_file()


def test_none_is_made_if_nothing_has_changed(qtbot, house):
    house.desk.backups.make(Reason.HAND)
    house.automatic.start()
    qtbot.wait(50)
    house.settle()
    house.regular()
    assert house.automatic.finish()
    assert house.reasons() == [Reason.HAND]


def test_one_is_made_each_half_hour_while_the_diary_changes(house):
    house.regular()
    house.regular()
    house.change()
    house.regular()
    assert house.reasons() == [Reason.REGULAR, Reason.REGULAR]
    assert house.automatic._regular.interval() == 30 * 60_000


def test_the_half_hours_are_counted_from_the_start_on(house):
    assert not house.automatic._regular.isActive()
    house.automatic.start()
    assert house.automatic._regular.isActive()


def test_the_last_one_is_made_at_the_end(house):
    house.automatic.start()
    house.desk.backups.make(Reason.HAND)
    house.change()
    assert house.automatic.finish()
    assert house.reasons()[-1] is Reason.QUIT
    assert not house.desk.backups.due()


def test_what_never_began_makes_none_at_the_end(house):
    assert house.automatic.finish()
    assert house.reasons() == []


@pytest.mark.parametrize("memory", [True, False])
def test_a_diary_that_is_not_kept_gets_none(qtbot, path, monkeypatch, memory):
    monkeypatch.setattr(automatic_backups, "_START_MS", 1)
    house = House(qtbot, None if memory else path, kept=memory)
    house.automatic.start()
    qtbot.wait(50)
    assert not house.automatic.kept
    assert house.automatic.finish()
    assert house.reasons() == []
    house.end()


def test_the_end_waits_for_the_thread(house, slow):
    house.automatic.start()
    house.automatic.make_now()
    threading.Timer(0.1, slow.set).start()
    assert house.automatic.finish()
    assert not house.automatic._errand._thread.is_alive()
    house.diary.close()
    assert backups_of(house.diary.path).is_good(house.desk.backups.all()[0])


def test_the_diary_is_not_to_be_closed_under_a_thread_that_hangs(house, slow, monkeypatch):
    monkeypatch.setattr(automatic_backups, "_PATIENCE_S", 0.05)
    house.automatic.make_now()
    assert not house.automatic.finish()


def test_the_last_one_may_hang_as_well(house, slow, monkeypatch):
    monkeypatch.setattr(automatic_backups, "_PATIENCE_S", 0.05)
    house.automatic.start()
    assert not house.automatic.finish()
    slow.set()
    [last] = [each for each in threading.enumerate() if each.name == "errand"]
    last.join(10)


def test_whoever_asks_gets_one_of_their_own_after_the_running_one(house, slow):
    house.automatic._on_regular()
    house.automatic.make_now()
    slow.set()
    house.settle()
    assert house.reasons() == [Reason.REGULAR, Reason.HAND]
    assert len(house.made) == 2


def test_trouble_is_told_once_and_remembered(house):
    house.block()
    house.regular()
    house.regular()
    folder = house.desk.backups.folder
    assert house.said == [
        f"The backup could not be made. WalkTrack cannot use {folder}. Check that the disk is "
        "there and that you may open the folder."
    ]
    assert len(house.failed) == 2
    assert house.automatic.trouble is house.failed[-1]
    house.unblock()
    house.regular()
    assert house.automatic.trouble is None
    assert house.reasons() == [Reason.REGULAR]


def test_whoever_asked_is_not_told_twice(house):
    house.block()
    house.now()
    assert house.said == []
    assert len(house.failed) == 1


def test_nothing_is_begun_after_the_end(qtbot, house):
    house.automatic.start()
    assert house.automatic.finish()
    house.change()
    qtbot.wait(50)
    assert house.reasons() == [Reason.QUIT]


def test_trouble_at_the_end_is_made_up_for_at_the_next_start(qtbot, path, house):
    house.automatic.start()
    house.block()
    assert house.automatic.finish()
    house.unblock()
    house.end()
    again = House(qtbot, path)
    again.automatic.start()
    qtbot.waitUntil(lambda: bool(again.made))
    assert again.reasons() == [Reason.START]
    again.end()


def test_a_missing_second_folder_is_told_once_and_caught_up_with(house, tmp_path):
    stick = tmp_path / "stick"
    house.use_second(stick)
    house.regular()
    house.change()
    house.regular()
    assert house.said == [
        f"The second folder is not there: {stick}. Plug the stick in, or choose another folder. "
        "Your diary is still backed up on this computer."
    ]
    assert len(house.reasons()) == 2
    begin_second(stick)
    house.regular()
    assert house.automatic.second_trouble is None
    assert len(list(stick.rglob("walktrack-*.db"))) == 1
    house.regular()
    assert len(house.reasons()) == 3


def test_two_kinds_of_trouble_are_two_messages(house, tmp_path):
    house.use_second(tmp_path / "stick")
    house.regular()
    house.block()
    house.change()
    house.regular()
    assert len(house.said) == 2


def test_a_diary_that_was_taken_away_is_told_about(house, path):
    house.regular()
    path.rename(path.with_name("elsewhere.db"))
    house.regular()
    assert len(house.failed) == 1
    path.with_name("elsewhere.db").rename(path)
    house.change()
    house.regular()
    assert house.automatic.trouble is None
