from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from tests.clocks import NOON
from tests.services.conftest import House
from tests.ui import gates

from walktrack import __version__
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.settings import TEXT_SIZES, Colours, Settings
from walktrack.services.changes import Changes
from walktrack.services.settings import SettingsService
from walktrack.ui.pages.settings.page import SettingsPage

ANNA = Person(
    id="p",
    name="Anna",
    colour="#0B5A4E",
    initials="A",
    birth_year=None,
    ten_anchor=DEFAULT_TEN_ANCHOR,
    contacts="",
    goal_minutes=20,
    archived=False,
    entered=NOON,
)
PATH = "/home/anna/.local/share/WalkTrack/walktrack.db"
KEYS = [
    ("Space or F5", "Start, pause or resume the walk"),
    ("F6", "Finish the walk"),
    ("0 to 9", "Answer the pain scale; 1 and then 0 is ten"),
    ("Ctrl+1 to Ctrl+5", "Go to a page"),
]
FORBIDDEN = {
    "treats",
    "cures",
    "heals",
    "prevents",
    "relieves",
    "fixes",
    "diagnoses",
    "detects",
    "monitors",
    "predicts",
    "proven",
    "prescription",
    "dose",
    "therapy",
    "significant",
    "streak",
}
NEW = Settings()


@pytest.fixture
def make(qtbot, look):
    def made(person=ANNA, settings=NEW, size=(1280, 730)):
        page = SettingsPage()
        qtbot.addWidget(page)
        page.show_person(person, settings)
        page.show_path(PATH)
        page.show_keys(KEYS)
        page.resize(*size)
        page.show()
        page.activateWindow()
        qtbot.waitActive(page)
        settle()
        page.heard = []
        page.settings_changed.connect(page.heard.append)
        return page

    return made


def settle():
    """Let sizes travel up through cards and columns to the scroll area."""
    for _ in range(6):
        QApplication.processEvents()


def words_on(page):
    shown = [label for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return [getattr(label, "words", "") or label.text() for label in shown]


def button(segments, text):
    return next(b for b in segments.buttons if b.text() == text)


def test_it_shows_what_is_stored(make):
    stored = Settings(150, Colours.DARK, sound=False, week_start=6)
    page = make(settings=stored)
    assert page.you.name.text() == "Anna"
    assert page.you.goal.value() == 20
    assert page.look.text_size.value == 150
    assert page.look.colours.value is Colours.DARK
    assert not page.sound.sound.isChecked()
    assert page.week.start.value == 6
    assert page.heard == []


@pytest.mark.parametrize("size", TEXT_SIZES[1:])
def test_a_text_size_is_told_at_once(make, size):
    page = make(settings=Settings(csv_style="comma", welcomed=True))
    button(page.look.text_size, f"{size} %").click()
    assert page.heard == [Settings(text_size=size, csv_style="comma", welcomed=True)]


@pytest.mark.parametrize(
    ("word", "colours"),
    [("Light", Colours.LIGHT), ("Dark", Colours.DARK), ("High contrast", Colours.CONTRAST)],
)
def test_colours_are_told_at_once(make, word, colours):
    page = make()
    button(page.look.colours, word).click()
    assert page.heard == [Settings(colours=colours)]


@pytest.mark.parametrize(("word", "day"), [("Monday", 0), ("Sunday", 6), ("Saturday", 5)])
def test_the_first_day_of_the_week_is_told_at_once(make, word, day):
    page = make()
    button(page.week.start, word).click()
    button(page.week.start, "As in my country").click()
    assert page.heard == [Settings(week_start=day), Settings()]


def test_sound_is_told_at_once(make):
    page = make()
    page.sound.sound.click()
    page.sound.sound.click()
    assert page.heard == [Settings(sound=False), Settings(sound=True)]


def test_one_choice_after_another_keeps_both(make):
    page = make()
    button(page.look.text_size, "125 %").click()
    button(page.look.colours, "Dark").click()
    assert page.heard[-1] == Settings(text_size=125, colours=Colours.DARK)


def test_choices_reach_the_diary_and_come_back(make):
    house = House()
    service = SettingsService(house.diary, house.announcer)
    page = make()
    page.settings_changed.connect(service.write)
    button(page.look.text_size, "175 %").click()
    button(page.week.start, "Sunday").click()
    page.sound.sound.click()
    stored = service.read()
    house.diary.close()
    assert stored == Settings(text_size=175, week_start=6, sound=False)


def test_the_sound_can_be_tried(qtbot, make):
    page = make()
    with qtbot.waitSignal(page.sound_tried):
        page.sound.test.click()


def test_a_missing_player_is_admitted(make):
    page = make()
    assert not page.sound.missing.isVisible()
    page.show_sound_available(available=False)
    assert page.sound.missing.isVisible()
    page.show_sound_available(available=True)
    assert not page.sound.missing.isVisible()


def test_a_name_is_told_when_the_field_is_left(make):
    page = make()
    names = []
    page.named.connect(lambda _person, name: names.append(name))
    page.you.name.setFocus()
    page.you.name.selectAll()
    QTest.keyClicks(page.you.name, "Berta")
    assert names == []
    QTest.keyClick(page.you.name, Qt.Key.Key_Tab)
    assert names == ["Berta"]


def test_a_name_is_told_when_typing_rests(qtbot, make):
    page = make()
    names = []
    page.named.connect(lambda _person, name: names.append(name))
    page.you.name.setFocus()
    page.you.name.selectAll()
    QTest.keyClicks(page.you.name, "Berta")
    qtbot.waitUntil(lambda: names == ["Berta"], timeout=2000)


def test_a_stored_name_does_not_take_the_typing_apart(qtbot, make):
    house = House()
    page = make(person=house.person)

    def show(changes):
        if changes & Changes.PERSON:
            page.show_person(house.people.current(), Settings())

    house.announcer.listen(show)
    page.named.connect(house.people.rename)
    page.you.name.setFocus()
    page.you.name.selectAll()
    QTest.keyClicks(page.you.name, "Anna ")
    qtbot.waitUntil(lambda: house.people.current().name == "Anna", timeout=2000)
    QTest.keyClicks(page.you.name, "Maria")
    QTest.keyClick(page.you.name, Qt.Key.Key_Tab)
    name = house.people.current().name
    house.diary.close()
    assert name == "Anna Maria"
    assert page.you.name.text() == "Anna Maria"


def test_an_unchanged_name_is_not_told(make):
    page = make()
    names = []
    page.named.connect(lambda _person, name: names.append(name))
    page.you.name.setFocus()
    page.you.name.selectAll()
    QTest.keyClick(page.you.name, Qt.Key.Key_Tab)
    assert names == []


def test_what_is_being_typed_is_told_of_whom_it_was_typed_for(make):
    page = make()
    told = []
    page.named.connect(lambda person, name: told.append((person.id, name)))
    page.goal_set.connect(lambda person, goal: told.append((person.id, goal)))
    page.you.name.setFocus()
    page.you.name.selectAll()
    QTest.keyClicks(page.you.name, "Berta")
    page.you.goal.lineEdit().setText("45 min")
    page.show_person(replace(ANNA, id="m", name="Maria", goal_minutes=None), NEW)
    assert told == [("p", 45), ("p", "Berta")]
    assert (page.you.name.text(), page.you.goal.value()) == ("Maria", 0)
    QTest.keyClick(page.you.name, Qt.Key.Key_Tab)
    assert len(told) == 2


def test_a_goal_is_told_in_minutes_and_zero_is_none(make):
    page = make(person=replace(ANNA, goal_minutes=None))
    assert page.you.goal.text() == "No goal"
    goals = []
    page.goal_set.connect(lambda _person, goal: goals.append(goal))
    page.you.goal.stepUp()
    page.you.goal.stepDown()
    assert goals == [5, None]


def test_the_wheel_over_the_goal_changes_nothing(make):
    page = make()
    goals = []
    page.goal_set.connect(lambda _person, goal: goals.append(goal))
    spot = QPointF(page.you.goal.rect().center())
    turn = QWheelEvent(
        spot,
        page.you.goal.mapToGlobal(spot),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(page.you.goal, turn)
    assert goals == []


def test_the_path_can_be_marked_and_copied_to_the_letter(make):
    page = make()
    long = "/home/anna/" + "very-long-folder-without-a-break" * 12 + "/walktrack.db"
    page.show_path(long)
    page.data.path.selectAll()
    page.data.path.copy()
    assert QApplication.clipboard().text() == long
    settle()
    assert page.data.path.verticalScrollBar().maximum() == 0


def test_the_folder_can_be_asked_for(qtbot, make):
    page = make()
    with qtbot.waitSignal(page.folder_wanted):
        page.data.folder.click()


def test_a_diary_in_memory_has_no_folder(make):
    page = make()
    page.show_path("")
    assert not page.data.folder.isEnabled()
    assert page.data.path.toPlainText() == "in memory only"


def test_the_promises_are_there_word_for_word(make):
    words = words_on(make())
    for promised in (
        "The file is not encrypted. Anyone who can use this computer account can open it.",
        "WalkTrack uses no network and has no account.",
        "To keep a copy, close WalkTrack and copy this folder to a stick.",
        "WalkTrack lets a person or carer record walks, pain ratings and notes, plan walks they "
        "choose, and print their record. It does not find out what is wrong and does not treat. "
        "It is not a medical device.",
        f"WalkTrack {__version__}",
    ):
        assert promised in words


def test_no_word_claims_too_much(make):
    said = " ".join(words_on(make())).lower().replace(".", " ").replace(",", " ").split()
    assert not FORBIDDEN & set(said)


def test_the_keys_are_shown_and_replaced(make):
    page = make()
    assert "F6" in words_on(page)
    page.show_keys([("F9", "Something else")])
    settle()
    assert "F6" not in words_on(page)
    assert "F9" in words_on(page)


def test_hostile_texts_are_only_texts(make):
    evil = "<img src=/nowhere><b>&amp; $x$ 😀 \u202eabc" + "w" * 150
    page = make(person=replace(ANNA, name=evil))
    page.show_path(evil)
    settle()
    assert page.you.name.text() == evil
    assert page.data.path.toPlainText() == evil
    assert gates.clipped(page) == []
    assert gates.least_width(page) <= 1024


@pytest.mark.parametrize(("size", "columns"), [(100, 2), (150, 1), (200, 1)])
def test_columns_follow_the_room(make, look, size, columns):
    page = make(size=(1280, 730))
    look(text_size=size)
    settle()
    beside = page.data.mapTo(page, QPoint()).x() > page.you.mapTo(page, QPoint()).x()
    assert (2 if beside else 1) == columns


def test_it_scrolls_only_downwards(make, every_look):
    page = make(size=(1280 if every_look[1] == 200 else 1024, 730))
    scroll = page.findChild(QScrollArea)
    assert scroll.widget().width() <= scroll.viewport().width()
    assert scroll.verticalScrollBar().maximum() > 0


def test_the_gates_hold(make, every_look):
    page = make(size=(1280, 3300))
    for gate in (
        gates.unnamed,
        gates.same_named,
        gates.small,
        gates.unreachable,
        gates.out_of_order,
        gates.faint_focus,
        gates.clipped,
    ):
        assert gate(page) == [], gate.__name__
    assert gates.least_width(page) <= (1280 if every_look[1] == 200 else 1024)


@pytest.mark.parametrize("size", [100, 200])
def test_longer_words_are_not_clipped(make, qapp, look, size):
    longer = gates.LongerWords()
    qapp.installTranslator(longer)
    try:
        look(text_size=size)
        page = make(size=(1280 if size == 200 else 1024, 3000))
        assert gates.clipped(page) == []
        assert page.findChild(QScrollArea).widget().width() <= page.width()
    finally:
        qapp.removeTranslator(longer)


def test_right_to_left_is_mirrored(make, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        page = make(size=(1280, 1500))
        assert page.data.mapTo(page, QPoint()).x() < page.you.mapTo(page, QPoint()).x()
        assert gates.clipped(page) == []
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
