"""The card about backups in Settings, on a real diary and real folders."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.backup_house import with_card, with_window, words_on
from tests.ui.window_house import at_home

from walktrack.domain.backup import Reason
from walktrack.domain.settings import Settings
from walktrack.services.backups import begin_second
from walktrack.ui.top_bar import PageName

HERE_ONLY = "Backed up on this computer only. The second folder could not be used."
NOT_KEPT = "This diary is not kept, so there are no backups of it."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "data" / "walktrack.db"


@pytest.fixture
def house(qtbot, look, path):
    with with_card(qtbot, path) as made:
        yield made


@pytest.fixture
def whole(qtbot, look, monkeypatch, path):
    with with_window(qtbot, monkeypatch, path) as made:
        yield made


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def use(house, folder):
    house.part.choose_folder = lambda now: folder
    house.press(house.second.choose)


def copies(folder):
    return sorted(folder.rglob("walktrack-*.db"))


def block(house):
    folder = house.desk.backups.folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.write_text("in the way")
    return folder


def test_a_diary_in_memory_has_none(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        house.window.go(PageName.SETTINGS)
        card = house.window._shelf.settings_page.backups
        assert words_on(card) == ["Backups", NOT_KEPT]


def test_an_example_on_the_disk_has_none(qtbot, look, monkeypatch, path):
    with at_home(qtbot, monkeypatch, path) as house:
        house.window.show_example_notice()
        house.show().take_up()
        house.window.go(PageName.SETTINGS)
        assert NOT_KEPT in words_on(house.window._shelf.settings_page.backups)


def test_the_first_one_is_announced(house):
    assert "There is no backup yet." in words_on(house.card)
    assert not house.card.last.isVisible()


def test_it_says_when_the_last_was_made_and_how_many_there_are(house):
    house.desk.backups.make(Reason.START)
    house.part.refresh()
    house.settle()
    assert house.card.last.words == "Last backup: today, 12:00"
    assert house.card.count.words == "It is the only one so far."
    house.house.clock.go(hours=15)
    house.desk.backups.make(Reason.REGULAR)
    house.house.clock.go(hours=24)
    house.card.hide()
    house.open()
    assert house.card.last.words == "Last backup: yesterday, 03:00"
    assert house.card.count.words == "There are 2 backups. The oldest: Mon, 1 Jun 2026."
    house.house.clock.go(hours=48)
    house.part.refresh()
    house.settle()
    assert house.card.last.words == "Last backup: Tue, 2 Jun 2026, 03:00"


def test_one_is_made_when_asked_for(house):
    house.card.make.click()
    assert house.card.said.words == "Backing up…"
    house.settle()
    assert house.card.said.words == "Backed up."
    (backup,) = house.desk.backups.all()
    assert backup.reason is Reason.HAND
    assert house.card.last.words == "Last backup: today, 12:00"


def test_two_presses_make_one(house):
    house.card.make.click()
    house.card.make.click()
    house.settle()
    assert len(house.desk.backups.all()) == 1


def test_what_was_said_is_gone_when_one_comes_back(house):
    house.press(house.card.make)
    house.card.hide()
    house.open()
    assert not house.card.said.isVisible()


def test_trouble_is_said_where_it_was_asked_for(house):
    folder = block(house)
    house.press(house.card.make)
    assert house.card.trouble.words == (
        f"The backup could not be made. WalkTrack cannot use {folder}. Check that the disk is "
        "there and that you may open the folder."
    )
    assert not house.card.said.isVisible()
    folder.unlink()
    house.press(house.card.make)
    assert house.card.said.words == "Backed up."
    assert not house.card.trouble.isVisible()


def test_a_full_disk_is_named(house):
    with house.house.full_disk():
        house.press(house.card.make)
    folder = house.desk.backups.folder
    assert house.card.trouble.words == (
        f"The backup could not be made. The disk that holds {folder} is full. "
        "Make some room, then try again."
    )


def test_trouble_that_came_by_itself_is_in_the_bar_and_stays_here(whole):
    block(whole)
    whole.automatic._on_regular()
    whole.settle()
    assert whole.house.said().startswith("The backup could not be made.")
    assert whole.card.trouble.words == whole.house.said()


def test_a_second_folder_gets_a_copy_at_once(house, stick):
    use(house, stick)
    assert house.card.said.words == "Backed up, here and in the second folder."
    assert len(copies(stick)) == 1
    assert house.second.path.toPlainText() == str(stick)
    assert house.second.choose.text() == "Choose another folder…"
    assert house.desk.settings.read().second_folder == str(stick)


def test_another_folder_takes_its_place(house, stick, tmp_path):
    use(house, stick)
    other = tmp_path / "other"
    other.mkdir()
    use(house, other)
    assert (len(copies(stick)), len(copies(other))) == (1, 1)
    assert house.second.path.toPlainText() == str(other)


def test_the_folder_in_the_folder_means_the_same(house, stick):
    use(house, stick)
    use(house, stick / "WalkTrack backups")
    assert house.desk.settings.read().second_folder == str(stick)


def test_changing_ones_mind_changes_nothing(house):
    use(house, None)
    assert not house.card.said.isVisible()
    assert house.desk.settings.read().second_folder == ""
    assert house.desk.backups.all() == []


@pytest.mark.parametrize("where", ["itself", "inside", "by another way"])
def test_the_folder_of_the_diary_is_refused(house, tmp_path, where):
    data = house.path.parent
    (data / "inner").mkdir()
    (tmp_path / "way").symlink_to(data / "inner")
    ways = {"itself": data, "inside": data / "inner", "by another way": tmp_path / "way"}
    use(house, ways[where])
    assert house.card.said.words == (
        "That folder is inside the folder of your diary. Both would be lost together. "
        "Choose a stick or another disk."
    )
    assert house.desk.settings.read().second_folder == ""
    assert not house.second.path.isVisible()


def test_it_can_be_given_up(house, stick):
    use(house, stick)
    house.second.stop.setFocus()
    house.press(house.second.stop)
    assert house.card.said.words == "No more copies go there. Those in it stay."
    assert not house.second.path.isVisible()
    assert QApplication.focusWidget() is house.second.choose
    assert house.desk.settings.read().second_folder == ""
    assert len(copies(stick)) == 1


def test_a_stick_that_is_not_there_is_named(house, stick):
    use(house, stick)
    shutil.rmtree(stick)
    house.press(house.card.make)
    missing = (
        f"The second folder is not there: {stick}. Plug the stick in, or choose another folder."
    )
    assert house.card.said.words == HERE_ONLY
    assert house.second.trouble.words == missing
    assert not house.card.trouble.isVisible()
    assert len(house.desk.backups.all()) == 2
    begin_second(stick)
    house.press(house.card.make)
    assert house.card.said.words == "Backed up, here and in the second folder."
    assert not house.second.trouble.isVisible()


def test_a_stick_pulled_out_is_seen_when_the_card_is(house, stick):
    use(house, stick)
    house.card.hide()
    shutil.rmtree(stick)
    house.open()
    assert house.second.trouble.isVisible()


def test_a_folder_that_answers_with_an_error_is_not_taken(house, tmp_path):
    folder = tmp_path / ("w" * 300)  # longer than a name can be
    use(house, folder)
    assert str(folder) in house.card.said.words
    assert house.desk.settings.read().second_folder == ""


def test_a_file_in_its_way_on_the_stick_is_told(house, stick):
    (stick / "WalkTrack backups").write_text("in the way")
    use(house, stick)
    assert house.card.said.words == HERE_ONLY
    assert len(house.desk.backups.all()) == 1


def test_a_choice_that_cannot_be_stored_is_told_and_not_shown(house, stick):
    with house.house.read_only():
        use(house, stick)
        assert len(house.failed) == 1
    assert not house.second.path.isVisible()
    assert house.desk.backups.all() == []


@pytest.mark.parametrize("name", ["<b>&amp; {folder} %1", "$x$ 😀 \u202eabc", "w" * 200])
def test_names_of_folders_are_only_names(whole, tmp_path, name):
    house = whole
    folder = tmp_path / name
    folder.mkdir()
    use(house, folder)
    assert house.second.path.toPlainText() == str(folder)
    shutil.rmtree(folder)
    house.press(house.card.make)
    assert str(folder) in house.second.trouble.words
    assert house.page._scroll.widget().width() <= house.page._scroll.viewport().width()
    assert gates.clipped(house.card) == []


def in_sight(house, widget):
    area = house.page._scroll.viewport()
    top = widget.mapTo(area, widget.rect().topLeft()).y()
    return widget.isVisible() and top >= 0 and top + widget.height() <= area.height()


def test_what_is_said_comes_into_sight(qtbot, look, monkeypatch, path):
    look(text_size=200)
    settings = Settings(welcomed=True, text_size=200)
    with with_window(qtbot, monkeypatch, path, settings=settings) as house:
        bar = house.page._scroll.verticalScrollBar()
        below = house.card.make.mapTo(
            house.page._scroll.widget(), house.card.make.rect().bottomLeft()
        )
        bar.setValue(below.y() - house.page._scroll.viewport().height())
        house.press(house.card.make)
        assert house.card.said.words == "Backed up."
        qtbot.waitUntil(lambda: in_sight(house, house.card.said))
        block(house)
        bar.setValue(bar.maximum())
        house.press(house.card.make)
        qtbot.waitUntil(lambda: in_sight(house, house.card.trouble))


def everything(house, stick):
    """Let the card show all it has."""
    use(house, stick)
    shutil.rmtree(stick)
    house.press(house.card.make)
    block(house)
    house.press(house.card.make)
    house.house.bar.hide()
    QApplication.processEvents()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("longer", [False, True])
def test_the_gates_hold(qtbot, look, monkeypatch, qapp, path, stick, size, longer):
    words = gates.LongerWords()
    if longer:
        qapp.installTranslator(words)
    look(text_size=size)
    settings = Settings(welcomed=True, text_size=size)
    try:
        with with_window(qtbot, monkeypatch, path, settings=settings) as house:
            everything(house, stick)
            for gate in (gates.unnamed, gates.same_named, gates.small, gates.clipped):
                assert gate(house.page) == [], gate.__name__
            scroll = house.page._scroll
            assert scroll.widget().width() <= scroll.viewport().width()
            assert gates.least_width(house.house.window) <= 1280
    finally:
        qapp.removeTranslator(words)


def test_the_keys_go_through_it_as_one_reads(whole, stick):
    house = whole
    use(house, stick)
    house.house.window.resize(880, 800)  # one column
    house.settle()
    house.card.make.setFocus()
    met = [QApplication.focusWidget()]
    for _ in range(4):
        house.house.key(Qt.Key.Key_Tab)
        met.append(QApplication.focusWidget())
    second = house.second
    assert met == [house.card.make, house.card.restore, second.path, second.choose, second.stop]
