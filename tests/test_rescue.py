"""A damaged diary, from the start of the program to the open diary: by each way there is."""

import hashlib
import resource
import shutil
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.services.test_backups import Yard
from tests.storage import damage
from tests.test_app import Start, is_trouble, is_well

from walktrack import paths
from walktrack.domain.backup import Reason
from walktrack.domain.settings import Colours, Settings
from walktrack.services.opening import backups_of
from walktrack.storage.aside import damaged_folder
from walktrack.storage.journal import journal_of
from walktrack.ui.dialogs.anew import AnewDialog
from walktrack.ui.look.system import apply_look
from walktrack.ui.pages.trouble.way import WayOut

SHORT = (damage.garbage, damage.header_zeroed, damage.emptied)
NEVER_MENDED = {damage.of_a_newer_program}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Six walks with a rating each, the last two after the only backup; made once."""
    folder = tmp_path_factory.mktemp("whole")
    made = Yard(folder / paths.DIARY)
    made.settings.write(Settings(welcomed=True))
    for number in range(6):
        if number == 4:
            made.backups.make(Reason.QUIT)
        made.walk()
        made.rate(number)
        made.clock.go(hours=24)
    made.diary.close()
    return folder


@pytest.fixture
def path(tmp_path, whole):
    return shutil.copytree(whole, tmp_path / "data") / paths.DIARY


class Rescued(Start):
    """One start of the program on a damaged diary."""

    @property
    def ways(self):
        return self.window.trouble.page.ways

    def look(self):
        """Show the window and wait until it has been looked for what can be saved."""
        assert self.show() == "failed"
        return self.find()

    def find(self):
        self._qtbot.waitUntil(lambda: bool(self.ways.ways), timeout=20_000)
        return list(self.ways.ways)

    def told(self, out):
        return self.ways.ways[out].words.words

    def take(self, out):
        """Take a way; return "opened", or "failed" after it was said why not."""
        QTest.mouseClick(self.ways.ways[out].button, Qt.MouseButton.LeftButton)

    def until_told(self):
        self._qtbot.waitUntil(lambda: bool(self.ways.trouble.words), timeout=20_000)
        return self.ways.trouble.words

    def said(self):
        return self.window.messages.bar._text.words

    def records(self):
        contents = self.program._desk.backups._diary.contents()
        return len(contents.walks), len(contents.ratings)


@pytest.fixture
def start(qapp, qtbot, path):
    made, interval = [], QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)

    def begin():
        made.append(Rescued(qapp, qtbot, path))
        return made[-1]

    yield begin
    for each in made:
        each.end()
    QApplication.setDoubleClickInterval(interval)
    apply_look(qapp, Colours.LIGHT, 100)


@pytest.fixture
def choose(monkeypatch):
    """Let the person choose a file; an empty name is Cancel. Gives where the dialog began."""
    asked = []

    def chosen(file):
        def answer(_parent, _title, folder, _kinds):
            asked.append(folder)
            return str(file), ""

        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        return asked

    return chosen


@contextmanager
def full_disk():
    """Let no file take another byte until the end."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def spoil(path, kind=damage.page_garbled):
    """Damage a file; return what can be known of it and its journal."""
    path.write_bytes(kind(path.read_bytes()))
    return digests(path)


def digests(path):
    files = [file for file in (path, journal_of(path)) if file.exists()]
    return [hashlib.sha256(file.read_bytes()).hexdigest() for file in files]


def kept(path):
    """Return the digests of what was kept aside."""
    return [digests(each / path.name) for each in damaged_folder(path).iterdir()]


def no_traces(path):
    return not [each.name for each in path.parent.iterdir() if each.name.startswith(".")]


def test_a_diary_that_is_gone_comes_back_from_its_backup(start, path):
    path.unlink()
    one = start()
    assert one.look() == [WayOut.BACKUP, WayOut.FILE]
    assert "is not there any more, but backups of it are" in one.words()
    assert "damaged" not in one.told(WayOut.BACKUP) + one.ways.state.words
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert is_well(one)
    assert one.records() == (4, 4)
    assert one.said() == "Your diary is back."
    assert not damaged_folder(path).exists()


def test_a_diary_that_was_only_moved_is_there_again_when_it_is_put_back(start, path):
    path.rename(path.with_name("moved.db"))
    one = start()
    one.look()
    path.with_name("moved.db").rename(path)
    assert one.retry() == "opened"
    assert one.records() == (6, 6)


def test_the_backup_comes_back(start, path):
    before = spoil(path)
    one = start()
    assert one.look() == [WayOut.BACKUP, WayOut.READABLE, WayOut.FILE]
    assert one.told(WayOut.BACKUP).startswith("It holds 4 walks and 4 ratings, up to ")
    assert digests(path) == before
    assert not damaged_folder(path).exists()
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert is_well(one)
    assert one.records() == (4, 4)
    (folder,) = damaged_folder(path).iterdir()
    assert one.said() == f"Your diary is back. The damaged file is kept in {folder}."
    assert kept(path) == [before]
    assert no_traces(path)


def test_what_can_be_read_comes_back(start, path):
    before = spoil(path, damage.magic_gone)
    one = start()
    one.look()
    assert one.told(WayOut.READABLE).startswith("6 walks and 6 ratings can still be read in the ")
    assert one.ways.ways[WayOut.READABLE].first
    one.take(WayOut.READABLE)
    assert one.wait() == "opened"
    assert one.records() == (6, 6)
    assert one.said().startswith("Your diary is back.")
    assert kept(path) == [before]


def test_when_the_newest_backup_is_damaged_too_the_one_before_is_offered(start, path):
    yard = Yard(path)
    yard.clock.go(hours=24 * 365)
    newer = yard.backups.make(Reason.HAND).backup
    yard.diary.close()
    assert backups_of(path).all()[0] == newer
    spoil(newer.path)
    spoil(path, damage.zeroed)
    one = start()
    assert one.look() == [WayOut.BACKUP, WayOut.FILE]
    assert one.told(WayOut.BACKUP).startswith("It holds 4 walks")
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert one.records() == (4, 4)


def without_backups(path):
    for backup in backups_of(path).all():
        backup.path.unlink()


def test_without_a_backup_what_can_be_read_is_the_next_step(start, path):
    without_backups(path)
    spoil(path)
    one = start()
    assert one.look() == [WayOut.READABLE, WayOut.FILE]
    assert one.ways.ways[WayOut.READABLE].first
    one.take(WayOut.READABLE)
    assert one.wait() == "opened"
    assert one.records() > (0, 0)


def test_an_empty_diary_is_begun_only_after_a_second_question(start, path):
    without_backups(path)
    before = spoil(path, damage.zeroed)
    one = start()
    assert one.look() == [WayOut.FILE]
    QTest.mouseClick(one.ways.empty, Qt.MouseButton.LeftButton)
    question = one.window.findChild(AnewDialog)
    QTest.keyClick(question, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert is_trouble(one)
    assert digests(path) == before
    QTest.mouseClick(one.ways.empty, Qt.MouseButton.LeftButton)
    question = next(each for each in one.window.findChildren(AnewDialog) if each.isVisible())
    QTest.mouseClick(question.begin, Qt.MouseButton.LeftButton)
    assert one.wait() == "opened"
    assert one.records() == (0, 0)
    assert one.said().startswith("An empty diary is open. The damaged file is kept in ")
    assert kept(path) == [before]


def test_a_full_disk_leaves_all_as_it_was_and_can_be_tried_again(start, path):
    before = spoil(path)
    one = start()
    one.look()
    for out in (WayOut.BACKUP, WayOut.READABLE):
        with full_disk():
            one.take(out)
            assert one.until_told().startswith("The disk is full, so nothing was changed.")
        assert one.window.focusWidget() is one.ways.ways[out].button
        assert is_trouble(one)
        assert digests(path) == before
        assert no_traces(path)
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert one.records() == (4, 4)
    assert kept(path) == [before]


def test_a_disk_full_already_while_looking_leaves_the_other_ways(start, path, choose):
    spoil(path)
    one = start()
    with full_disk():
        assert one.look() == [WayOut.FILE]
    assert "The disk is full" in one.ways.trouble.words
    assert "Nothing can be read" not in one.ways.state.words
    assert one.retry() == "failed"
    assert one.find() == [WayOut.BACKUP, WayOut.READABLE, WayOut.FILE]
    assert not one.ways.trouble.isVisible()


def test_a_chosen_backup_comes_back(start, path, tmp_path, choose):
    spoil(path, damage.zeroed)
    stick = tmp_path / "stick.db"
    backups_of(path).all()[0].path.rename(stick)
    asked = choose(stick)
    one = start()
    one.look()
    one.take(WayOut.FILE)
    assert one.wait() == "opened"
    assert asked == [str(backups_of(path).folder)]
    assert one.records() == (4, 4)
    assert stick.exists()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (lambda _: b"not a diary, only words" * 99, "is not a WalkTrack diary"),
        (damage.page_garbled, "is damaged"),
        (damage.of_a_newer_program, "A newer WalkTrack wrote"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_no_diary_is_refused_in_a_sentence(
    start, path, tmp_path, choose, kind, words
):
    whole = path.read_bytes()
    before = spoil(path, damage.zeroed)
    offered = tmp_path / "<b>{offered}.db"
    if kind:
        offered.write_bytes(kind(whole))
    choose(offered)
    one = start()
    one.look()
    one.take(WayOut.FILE)
    told = one.until_told()
    assert words in told
    assert str(offered) in told
    assert digests(path) == before
    choose("")
    one.take(WayOut.FILE)
    assert is_trouble(one)
    assert one.ways.trouble.words == told


def test_what_another_window_put_right_is_opened_as_it_is(start, path):
    whole = path.read_bytes()
    spoil(path)
    one = start()
    one.look()
    path.write_bytes(whole)
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert one.records() == (6, 6)
    assert one.said() == ""
    assert not damaged_folder(path).exists()


def test_the_words_stay_as_large_as_in_the_backup(start, path):
    yard = Yard(path)
    yard.settings.write(Settings(welcomed=True, text_size=150))
    yard.clock.go(hours=24 * 365)
    yard.backups.make(Reason.HAND)
    yard.diary.close()
    spoil(path, damage.zeroed)
    one = start()
    one.look()
    assert QApplication.font().pixelSize() > 20
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert QApplication.font().pixelSize() > 20


def test_the_words_stay_as_large_in_an_empty_diary(start, path):
    yard = Yard(path)
    yard.settings.write(Settings(welcomed=True, text_size=150, colours=Colours.DARK))
    yard.diary.close()
    spoil(path, damage.version_gone)  # the settings in it can still be seen
    one = start()
    one.look()
    QTest.mouseClick(one.ways.empty, Qt.MouseButton.LeftButton)
    QTest.mouseClick(one.window.findChild(AnewDialog).begin, Qt.MouseButton.LeftButton)
    assert one.wait() == "opened"
    assert one.program._desk.settings.read() == Settings(text_size=150, colours=Colours.DARK)
    assert QApplication.font().pixelSize() > 20


def test_the_second_half_of_a_double_click_lands_on_nothing(start, path):
    spoil(path)
    one = start()
    one.look()
    QApplication.setDoubleClickInterval(600_000)
    retried = []
    one.window.retried.connect(lambda: retried.append(True))
    one.take(WayOut.BACKUP)
    one._qtbot.waitUntil(lambda: not one.window.trouble.rescue._mending.running, timeout=20_000)
    assert one.window.trouble.rescue.outcome
    assert not one.ways.ways[WayOut.BACKUP].button.isEnabled()
    assert retried == []


def test_a_newer_diary_is_only_told_of(start, path):
    before = spoil(path, damage.of_a_newer_program)
    one = start()
    assert one.show() == "failed"
    assert not one.ways.isVisible()
    assert digests(path) == before


def mend(one, path, kind):
    """Bring the backup back after one kind of damage; all there is to see is right."""
    before = spoil(path, kind)
    assert WayOut.BACKUP in one.look()
    assert digests(path) == before
    one.take(WayOut.BACKUP)
    assert one.wait() == "opened"
    assert is_well(one)
    assert one.records() == (4, 4)
    assert kept(path) == [before]


@pytest.mark.parametrize("kind", SHORT, ids=lambda kind: kind.__name__)
def test_damage_of_many_kinds_is_mended(start, path, kind):
    mend(start(), path, kind)


@pytest.mark.long
@pytest.mark.parametrize("kind", set(damage.KINDS) - NEVER_MENDED, ids=lambda kind: kind.__name__)
def test_damage_of_every_kind_is_mended(start, path, kind):
    mend(start(), path, kind)
