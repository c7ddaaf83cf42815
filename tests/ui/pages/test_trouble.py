"""The page shown when the diary cannot be opened, and what it says can be saved."""

from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.backup import Backup, Difference, Outlook, Reason
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.moment import Moment
from walktrack.services.recovery import Prospects
from walktrack.ui.fault_words import sentence
from walktrack.ui.pages.trouble import TroublePage
from walktrack.ui.pages.trouble.way import WayOut
from walktrack.ui.widgets.buttons import FilledButton

PATH = Path("/nowhere/walktrack.db")
DAMAGED = DiaryError(Fault.DAMAGED, PATH)
BACKUP = Backup(
    Path("/nowhere/backups/b.db"),
    Moment.of(datetime.fromisoformat("2026-11-25T21:30:00+01:00")),
    Reason.QUIT,
)
SAME = Difference()


def outlook(walks=SAME, ratings=SAME, *, holds=(412, 890), last=date(2026, 11, 24)):
    return Outlook(walks, ratings, SAME, False, *holds, last)


READABLE = outlook(holds=(414, 893), last=date(2026, 11, 25))
LACKING = outlook(Difference(lost=2), Difference(lost=3))
FOUND = Prospects(BACKUP, LACKING, READABLE)


@pytest.fixture
def country():
    known = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(known)


@pytest.fixture
def show(qtbot, look, country):
    def shown(prospects=None, error=DAMAGED, width=1024):
        page = TroublePage(error)
        qtbot.addWidget(page)
        page.heard = []
        page.ways.chosen.connect(page.heard.append)
        page.resize(width, 700)
        if prospects:
            page.ways.show_prospects(prospects)
            page.show_ways()
        page.show()
        qtbot.waitExposed(page)
        settle()
        return page

    return shown


def settle():
    for _ in range(8):  # a row that turns asks everything around it for room anew
        QApplication.processEvents()


def filled(page):
    """Return the words of the filled buttons that can be seen."""
    return [each.text() for each in page.findChildren(FilledButton) if each.isVisible()]


@pytest.mark.parametrize("fault", [f for f in Fault if f not in {Fault.DAMAGED, Fault.NOT_A_DIARY}])
def test_other_trouble_is_told_and_can_only_be_tried_again(show, fault):
    page = show(error=DiaryError(fault, PATH))
    assert page._words.words
    assert page.ways.isHidden()
    assert filled(page) == ["Try again"]


def test_damage_is_told_with_the_file_and_that_nothing_is_lost_by_it(show):
    assert show()._words.words == (
        "The diary file /nowhere/walktrack.db is damaged. Nothing in it was thrown away."
    )
    words = show(error=DiaryError(Fault.NOT_A_DIARY, PATH))._words.words
    assert words.startswith("The file /nowhere/walktrack.db is not a WalkTrack diary, or its")


def test_a_name_with_braces_is_only_a_name(show):
    path = Path("/nowhere/{folder} <b>/walktrack.db")
    assert str(path) in show(error=DiaryError(Fault.DAMAGED, path))._words.words


def test_while_looking_nothing_is_offered(show):
    page = show()
    page.show_ways()
    assert page.ways.state.words == "Looking for what can be saved…"
    assert not page.ways.ways
    assert not page.ways.empty.isVisible()


def test_a_backup_and_what_can_be_read_are_offered_with_their_numbers(show):
    page = show(FOUND)
    ways = page.ways.ways
    assert list(ways) == [WayOut.BACKUP, WayOut.READABLE, WayOut.FILE]
    assert ways[WayOut.BACKUP].title.words == "The backup of Wednesday, 25 November 2026, 21:30"
    assert ways[WayOut.BACKUP].words.words == (
        "It holds 412 walks and 890 ratings, up to Tuesday, 24 November 2026. "
        "It lacks 2 walks and 3 ratings that the damaged file still has."
    )
    assert ways[WayOut.READABLE].words.words == (
        "414 walks and 893 ratings can still be read in the damaged file, "
        "up to Wednesday, 25 November 2026. Some may be missing, or be older answers. "
        "As far as can be seen, this loses least."
    )
    assert page.ways.state.words == "Whatever you choose, the damaged file is kept."


@pytest.mark.parametrize(
    ("walks", "ratings", "words"),
    [
        (SAME, SAME, "The damaged file has the same walks and ratings."),
        (Difference(lost=1), SAME, "It lacks 1 walk that the damaged file still has."),
        (SAME, Difference(gained=1), "It has 1 rating that the damaged file has no more."),
        (
            Difference(gained=2, changed=1),
            Difference(lost=4),
            "It lacks 4 ratings that the damaged file still has. "
            "It has 2 walks that the damaged file has no more. "
            "In the damaged file 1 walk read otherwise.",
        ),
    ],
)
def test_each_difference_is_told(show, walks, ratings, words):
    page = show(Prospects(BACKUP, outlook(walks, ratings), READABLE))
    told = page.ways.ways[WayOut.BACKUP].words.words
    assert told.removesuffix(" As far as can be seen, this loses least.").endswith(f"2026. {words}")


def test_a_backup_beside_a_file_in_which_nothing_can_be_read(show):
    page = show(Prospects(BACKUP, LACKING, None))
    assert list(page.ways.ways) == [WayOut.BACKUP, WayOut.FILE]
    told = page.ways.ways[WayOut.BACKUP].words.words
    assert told.endswith("2026. Nothing can be read in the damaged file any more.")


def test_a_backup_without_records_says_so(show):
    page = show(Prospects(BACKUP, outlook(holds=(0, 0), last=None), READABLE))
    told = page.ways.ways[WayOut.BACKUP].words.words
    assert told.startswith("It holds no walks and no ratings.")


def test_without_a_backup_that_is_said(show):
    page = show(Prospects(None, None, READABLE))
    assert list(page.ways.ways) == [WayOut.READABLE, WayOut.FILE]
    assert page.ways.state.words.startswith("There is no good backup in the usual place.")
    assert filled(page) == ["Bring back what can be read"]


def test_names_alone_are_no_walks(show):
    page = show(Prospects(None, None, outlook(holds=(0, 0), last=None)))
    told = page.ways.ways[WayOut.READABLE].words.words
    assert told == "No walk and no rating can be read any more, only names, goals and ticks."


def test_with_nothing_found_a_backup_can_be_chosen(show):
    page = show(Prospects(None, None, None))
    assert list(page.ways.ways) == [WayOut.FILE]
    assert page.ways.state.words.startswith("Nothing can be read in the damaged file any more.")
    assert filled(page) == ["Choose a backup…"]


@pytest.mark.parametrize(
    ("walks", "ratings", "best"),
    [
        (SAME, SAME, WayOut.BACKUP),
        (Difference(lost=2), Difference(lost=3), WayOut.READABLE),
        (Difference(gained=2), Difference(gained=3), WayOut.BACKUP),
        (Difference(lost=2), Difference(gained=2), WayOut.BACKUP),
        (Difference(lost=2, gained=1), SAME, WayOut.READABLE),
        (Difference(changed=9), SAME, WayOut.BACKUP),
    ],
)
def test_what_loses_least_is_the_next_step_and_says_so(show, walks, ratings, best):
    page = show(Prospects(BACKUP, outlook(walks, ratings), READABLE))
    ways = page.ways.ways
    assert [out for out, way in ways.items() if way.first] == [best]
    assert [out for out, way in ways.items() if "loses least" in way.words.words] == [best]
    assert filled(page) == [ways[best].button.text()]


def test_each_way_is_told_once(show):
    page = show(FOUND)
    for out, way in page.ways.ways.items():
        QTest.mouseClick(way.button, Qt.MouseButton.LeftButton)
        assert page.heard.pop() is out
    QTest.mouseClick(page.ways.empty, Qt.MouseButton.LeftButton)
    assert page.heard == [WayOut.EMPTY]


def test_a_screen_reader_hears_beside_a_button_what_it_gives(show):
    page = show(FOUND)
    way = page.ways.ways[WayOut.READABLE]
    assert way.words.words in way.button.accessibleDescription()


def test_nothing_can_be_pressed_twice(show):
    page = show(FOUND)
    page.set_busy(busy=True)
    for button in (page.retry, page.ways.empty, *(w.button for w in page.ways.ways.values())):
        assert not button.isEnabled()
    assert page.folder.isEnabled() or not page.folder.isVisible()


def test_where_there_is_no_room_the_button_stands_below_its_words(show):
    page = show(FOUND, width=1024)
    way = page.ways.ways[WayOut.BACKUP]
    assert way.button.geometry().left() > way.words.geometry().right()
    page.resize(600, 700)
    settle()
    assert way.button.geometry().top() > way.words.geometry().bottom()


@pytest.mark.parametrize("fault", [Fault.DAMAGED, Fault.NOT_A_DIARY])
def test_damage_that_shows_later_names_the_way_to_mend_it(fault):
    words = sentence(DiaryError(fault, PATH))
    assert words.startswith(f"The diary file {PATH} is damaged.")
    assert "Close WalkTrack and start it again." in words


def test_damage_under_an_open_diary_is_told_in_the_bar(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as house:
        house.show().take_up()
        whole = path.read_bytes()
        path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))
        house.diary._db.execute_sql("PRAGMA shrink_memory")  # what it read before is forgotten
        house.click(house.card.start)
        assert house.said().startswith(f"The diary file {path} is damaged.")
        assert "start it again" in house.said()
        path.write_bytes(whole)


@pytest.mark.parametrize("width", [760, 1280])
def test_the_gates_hold(show, every_size, width):
    page = show(FOUND, width=width)
    page.ways.say_trouble("The disk is full, so nothing was changed. " * 2)
    page.resize(width, 2400)
    settle()
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(page) == [], gate.__name__
    assert gates.least_width(page) <= 760
