"""Backups are made when there is something new, go to a second folder too, and can come back."""

import shutil
import threading

import pytest
from tests.services.conftest import House
from tests.storage.files import closed_diary

from walktrack.domain.backup import BackupError, Reason, Unfit, UnfitError, kept
from walktrack.domain.faults import Fault
from walktrack.domain.pain import PainMoment
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.walk import WalkState
from walktrack.services.backups import SECOND_NAME, Backups, begin_second
from walktrack.services.changes import Changes
from walktrack.services.settings import SettingsService
from walktrack.storage.backup_folder import BackupFolder

EVERYTHING = ~Changes(0)


class Yard(House):
    """A house with backups."""

    def __init__(self, path=None):
        super().__init__(path)
        self.settings = SettingsService(self.diary, self.announcer)
        self.backups = Backups(self.diary, self.clock, self.announcer, self.undo, self.tracker)
        self.me = self.person.id

    def walk(self):
        """Walk for ten minutes; return the walk's id."""
        self.tracker.start(self.me, None)
        self.clock.go(minutes=10)
        return self.tracker.finish(self.me).id

    def rate(self, value):
        self.journal.rate_day(self.me, PainMoment.OTHER, value)
        self.clock.go(minutes=2)

    def offer(self):
        """Return the newest backup as it is offered for restore."""
        return self.backups.examine(self.backups.all()[0].path)

    def walks(self):
        return self.diary.contents().walks.keys()


@pytest.fixture
def yard(tmp_path):
    made = Yard(tmp_path / "data" / "walktrack.db")
    yield made
    made.diary.check()
    made.diary.close()


def test_a_backup_is_due_when_something_changed_since_the_last(yard):
    assert yard.backups.due()
    yard.backups.make(Reason.START)
    assert not yard.backups.due()
    yard.rate(4)
    assert yard.backups.due()
    yard.backups.make(Reason.REGULAR)
    assert not yard.backups.due()
    assert [one.reason for one in yard.backups.all()] == [Reason.REGULAR, Reason.START]


def test_closing_and_opening_alone_make_none_due(yard):
    yard.backups.make(Reason.QUIT)
    yard.diary.close()
    yard.diary.open()
    assert not yard.backups.due()


def test_a_change_made_while_it_is_copied_makes_the_next_one_due(yard, monkeypatch):
    snapshot = yard.diary.snapshot

    def with_a_change(part):
        snapshot(part)
        yard.rate(5)

    monkeypatch.setattr(yard.diary, "snapshot", with_a_change)
    yard.backups.make(Reason.REGULAR)
    assert yard.backups.due()


def test_a_clock_set_back_makes_no_difference(yard):
    yard.backups.make(Reason.START)
    yard.clock.set_wall(-400 * 86_400_000)
    yard.rate(4)
    assert yard.backups.due()
    yard.backups.make(Reason.REGULAR)
    assert len(yard.backups.all()) == 2


def test_old_backups_are_thinned_out(yard):
    made = []
    for _ in range(60):
        made.append(yard.backups.make(Reason.REGULAR).backup.made)
        yard.clock.go(hours=24)
    left = [one.made for one in yard.backups.all()]
    assert set(left) == kept(made)
    assert len(left) < 30


def test_several_threads_make_one_each(yard):
    threads = [threading.Thread(target=yard.backups.make, args=[Reason.HAND]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({one.path for one in yard.backups.all()}) == 4


def test_of_a_diary_in_memory_there_are_none():
    yard = Yard()
    assert yard.backups.folder is None
    assert yard.backups.all() == []
    assert not yard.backups.due()
    yard.diary.close()


# The second folder


@pytest.fixture
def stick(yard, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    begin_second(folder)
    yard.settings.write(Settings(second_folder=str(folder)))
    return folder


def copies(stick):
    return sorted(each.name for each in stick.rglob("*.db"))


def test_copies_go_to_the_second_folder(yard, stick):
    made = yard.backups.make(Reason.HAND)
    assert made.second is None
    assert copies(stick) == [made.backup.path.name]
    assert [each.name for each in stick.iterdir()] == [SECOND_NAME]


def test_two_diaries_in_one_second_folder_keep_apart(yard, stick, tmp_path):
    yard.backups.make(Reason.HAND)
    other = Yard(tmp_path / "other" / "walktrack.db")
    other.settings.write(Settings(second_folder=str(stick)))
    other.backups.make(Reason.HAND)
    assert len(list((stick / SECOND_NAME).iterdir())) == 2
    other.diary.close()


@pytest.mark.parametrize("mount_point", [False, True])
def test_a_stick_that_is_not_there_is_told_and_the_backup_is_made_all_the_same(
    yard, stick, mount_point
):
    shutil.rmtree(stick)
    if mount_point:  # some systems leave an empty folder where a stick was
        stick.mkdir()
    made = yard.backups.make(Reason.HAND)
    assert (made.second.fault, made.second.folder) == (Fault.CANNOT_OPEN, stick)
    assert yard.backups.all() == [made.backup]
    assert stick.exists() == mount_point
    assert not copies(stick)
    begin_second(stick)
    assert yard.backups.make(Reason.HAND).second is None
    assert len(copies(stick)) == 1


def test_a_second_folder_that_cannot_be_begun(yard, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(BackupError) as caught:
        begin_second(tmp_path / "file")
    assert caught.value.folder == tmp_path / "file"


def test_a_second_folder_that_cannot_be_written(yard, stick):
    (label,) = copies_after(yard, stick)
    shutil.rmtree(label)
    label.write_text("in the way")
    made = yard.backups.make(Reason.HAND)
    assert made.second.folder == stick
    assert label.read_text() == "in the way"


def copies_after(yard, stick):
    """Make a backup; return the folders of copies in the stick."""
    yard.backups.make(Reason.HAND)
    return [each for each in (stick / SECOND_NAME).iterdir() if each.is_dir()]


# Bringing one back


def test_what_it_would_change_is_told_before(yard):
    first = yard.walk()
    yard.rate(4)
    yard.backups.make(Reason.HAND)
    offer = yard.offer()
    assert not offer.outlook
    offer.release()
    yard.walk()
    yard.diary.walks.remove(first, yard.clock.wall)
    offer = yard.offer()
    assert (offer.outlook.walks.gained, offer.outlook.walks.lost) == (1, 1)
    assert (offer.outlook.total_walks, offer.outlook.total_ratings) == (1, 1)
    offer.release()
    assert not offer.copy.exists()


def test_a_backup_comes_back_and_can_be_undone(yard):
    first = yard.walk()
    yard.backups.make(Reason.HAND)
    later = yard.walk()
    yard.settings.write(Settings(colours=Colours.DARK))
    yard.heard.clear()
    yard.backups.restore(yard.offer())
    assert yard.walks() == {first}
    assert yard.heard == [EVERYTHING]
    assert yard.settings.read().colours is Colours.DARK
    assert yard.backups.all()[0].reason is Reason.RESTORE
    yard.undo.undo()
    assert yard.walks() == {first, later}
    assert yard.heard == [EVERYTHING] * 2
    assert yard.undo.last is None
    names = {each.name for each in yard.diary.path.parent.iterdir()}
    assert not [name for name in names if name.startswith(".walktrack")]


def test_earlier_deeds_cannot_be_undone_on_other_records(yard):
    yard.backups.make(Reason.HAND)
    yard.walk()
    yard.backups.restore(yard.offer())
    yard.undo.undo()
    assert yard.undo.last is None


def test_a_walk_that_was_open_in_the_backup_asks_its_question(yard):
    yard.tracker.start(yard.me, 20)
    yard.clock.go(minutes=3)
    yard.tracker.tick(yard.me)
    yard.backups.make(Reason.HAND)
    yard.tracker.finish(yard.me)
    yard.clock.go(hours=5)
    yard.backups.restore(yard.offer())
    running = yard.tracker.current(yard.me)
    assert running.state is WalkState.REVIEW
    assert running.walked_ms == 3 * 60_000


def test_while_a_walk_is_open_nothing_is_brought_back(yard):
    yard.backups.make(Reason.HAND)
    offer = yard.offer()
    yard.tracker.start(yard.me, 20)
    before = len(yard.backups.all())
    with pytest.raises(NotPossibleError):
        yard.backups.restore(offer)
    assert yard.tracker.current(yard.me).state is WalkState.RUNNING
    assert len(yard.backups.all()) == before
    yard.tracker.finish(yard.me)
    yard.backups.restore(offer)
    yard.tracker.start(yard.me, 20)
    with pytest.raises(NotPossibleError):
        yard.undo.undo()
    assert yard.undo.last


def test_a_strange_file_is_refused_and_nothing_is_left_of_it(yard, tmp_path):
    letter = tmp_path / "letter.db"
    letter.write_text("Dear doctor, " * 1000)
    with pytest.raises(UnfitError) as caught:
        yard.backups.examine(letter)
    assert caught.value.why is Unfit.NOT_A_DIARY
    names = [each.name for each in yard.diary.path.parent.iterdir()]
    assert not [name for name in names if name.startswith(".walktrack")]


def test_the_open_diary_itself_is_refused_and_stays_locked(yard):
    with pytest.raises(UnfitError) as caught:
        yard.backups.examine(yard.diary.path)
    assert caught.value.why is Unfit.IN_USE


def test_a_backup_that_is_made_counts_though_old_ones_cannot_go(yard, monkeypatch):
    def fail(_self):
        raise BackupError(Fault.READ_ONLY, yard.backups.folder)

    monkeypatch.setattr(BackupFolder, "thin", fail)
    assert yard.backups.make(Reason.HAND).backup in yard.backups.all()


def test_where_the_diary_is_gone_no_folder_is_made_anew(tmp_path):
    yard = Yard(tmp_path / "gone" / "walktrack.db")
    yard.diary.path.parent.rename(tmp_path / "moved")
    with pytest.raises(BackupError) as caught:
        yard.backups.make(Reason.HAND)
    assert caught.value.fault is Fault.CANNOT_OPEN
    assert not yard.diary.path.parent.exists()
    yard.diary.close()


def test_the_diary_of_another_computer_can_come_in(yard, tmp_path):
    other = tmp_path / "other.db"
    closed_diary(other, days=4)
    yard.backups.restore(yard.backups.examine(other))
    assert yard.people.current().name == "Anna"
    assert len(yard.walks()) == 4
    shutil.rmtree(yard.backups.folder)
    yard.backups.make(Reason.HAND)
    assert len(yard.backups.all()) == 1
