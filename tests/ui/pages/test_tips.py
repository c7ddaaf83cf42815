"""The tips: what there is to read, the checklist on paper, and the way to the plan."""

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui import gates
from tests.ui.people_house import back, switch, with_maria
from tests.ui.printing import file_printer
from tests.ui.window_house import at_home

from walktrack.domain.plan.start import Start
from walktrack.domain.settings import Settings
from walktrack.domain.tips import Topic
from walktrack.ui.evidence_words import differing, known
from walktrack.ui.pages.tips.page import CHECKLIST, KNOWN, MIXED
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.picture import Picture
from walktrack.ui.widgets.topic import TopicPart

EVERYTHING = (CHECKLIST, *Topic, KNOWN, MIXED)
Key = Qt.Key


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def page(house):
    house.window.go(PageName.TIPS)
    return house.window._shelf.page(PageName.TIPS)


def read(page, value):
    page.contents.pick(EVERYTHING.index(value))
    QApplication.processEvents()
    return page.card(value)


def words(widget):
    return " ".join(label.words for label in widget.findChildren(PlainLabel))


def said(page):
    return page.bar._text.words if page.bar.isVisible() else ""


@pytest.mark.parametrize("value", EVERYTHING)
def test_one_thing_is_read_at_a_time(page, value):
    card = read(page, value)
    assert [each for each in page._cards.values() if each.isVisible()] == [card]
    assert page.contents.value == value
    assert card.accessibleName() == page.contents.buttons[page.contents.index].text()


def test_a_card_is_made_when_it_is_first_read(page):
    assert set(page._cards) == {CHECKLIST}
    card = read(page, Topic.SHOES)
    assert set(page._cards) == {CHECKLIST, Topic.SHOES}
    assert read(page, Topic.SHOES) is card


@pytest.mark.parametrize("topic", Topic)
def test_a_topic_says_what_it_rests_on_and_that_it_is_not_shown_to_change_pain(page, topic):
    card = read(page, topic)
    told = words(card)
    assert "Rests on: " in told
    assert "it is not shown to change pain." in told.casefold()
    sentences = [label for label in card.parts[0].findChildren(PlainLabel) if label.words][1:-1]
    assert 2 <= len(sentences) <= 4


@pytest.mark.parametrize("value", [*Topic, KNOWN, MIXED])
def test_its_drawing_is_a_graphic_with_words_of_its_own(page, value):
    picture = read(page, value).picture
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() is QAccessible.Role.Graphic
    assert len(interface.text(QAccessible.Text.Name)) > 10
    assert not picture.pixmap().isNull()


def test_the_checklist_has_ten_lines_and_its_drawings_only_repeat_them(page):
    card = read(page, CHECKLIST)
    assert len(card.parts) == 10
    pictures = card.findChildren(Picture)
    assert len(pictures) == 10
    assert not any(picture.accessibleName() for picture in pictures)
    assert words(card).count("Rests on: ") == 10


def test_a_screen_reader_hears_all_of_a_part_at_its_heading(page):
    for value in EVERYTHING:
        for part in read(page, value).findChildren(TopicPart):
            interface = QAccessible.queryAccessibleInterface(part)
            assert interface.role() is QAccessible.Role.Heading
            heard = interface.text(QAccessible.Text.Name)
            heard += interface.text(QAccessible.Text.Description)
            for label in part.findChildren(PlainLabel):
                assert label.words in heard


def test_what_is_known_is_four_sentences_each_with_its_source(page):
    card = read(page, KNOWN)
    assert len(card.parts) == len(known()) == 4
    assert all("Source: " in words(part) for part in card.parts)
    assert "701" in words(card.parts[0])
    assert "208 days against 112" in words(card.parts[0])


def test_where_advice_differs_it_says_what_walktrack_does(page):
    card = read(page, MIXED)
    assert len(card.parts) == len(differing()) >= 4
    for part in card.parts:
        told = words(part)
        assert "Some say: " in told
        assert "Others say: " in told
        assert "What WalkTrack does" in told


def test_everything_is_read_by_keys_alone(house, page):
    page.contents.buttons[0].setFocus()
    house.key(Key.Key_Down)
    assert page.contents.value == Topic.START
    house.key(Key.Key_End)
    assert page.contents.value == MIXED
    seen = []
    for _ in page.card(MIXED).parts:
        house.key(Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen[1:] == list(page.card(MIXED).parts)[:-1]  # the way to the plan comes first
    bar = page.area.verticalScrollBar()
    bar.setValue(0)
    house.key(Key.Key_PageDown)
    assert bar.value() > 100


def test_a_new_choice_begins_at_the_top(house, page):
    house.show(1280, 480)
    read(page, MIXED)
    page.area.verticalScrollBar().setValue(100)
    read(page, KNOWN)
    assert page.area.verticalScrollBar().maximum() > 100
    assert page.area.verticalScrollBar().value() == 0


def test_where_it_is_narrow_the_list_is_on_top_and_the_plan_at_the_foot(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch, settings=Settings(welcomed=True, text_size=200)) as house:
        house.show().take_up()
        house.window.go(PageName.TIPS)
        page = house.window._shelf.page(PageName.TIPS)
        card = read(page, Topic.WHEN)
        places = [each.mapTo(page, each.rect().topLeft()) for each in (page._list, card, page.plan)]
        assert [place.x() for place in places] == [16, 16, 16]
        assert places[0].y() < places[1].y() < places[2].y()
        assert page.regions() == [page.bar, page._list, card, page.plan]
        inside = page.area.widget()
        assert inside.width() <= page.area.viewport().width()


def test_the_way_to_the_plan_is_there_while_there_is_none(house, page):
    assert page.plan.isVisible()
    house.click(page.plan.open)
    assert house.window._frame.pages.currentWidget() is house.window._shelf.page(PageName.PLAN)
    house.desk.plan.start(house.me.id, Start.USUAL)
    house.window.go(PageName.TIPS)
    assert not page.plan.isVisible()


def test_the_checklist_is_saved_and_its_folder_shown(house, page, tmp_path):
    opened = []
    page.show_folder = opened.append
    page.paper.choose_place = lambda: tmp_path / "list.pdf"
    house.click(page.checklist.save)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    assert said(page) == f"The checklist is saved: {tmp_path / 'list.pdf'}"
    house.click(page.bar._action)
    assert opened == [tmp_path]


def test_a_list_that_cannot_be_saved_is_told_and_tried_again(house, page, tmp_path):
    folder = tmp_path / "stick"
    page.paper.choose_place = lambda: folder / "list.pdf"
    house.click(page.checklist.save)
    assert "is not there, so no file was saved" in said(page)
    folder.mkdir()
    house.click(page.bar._action)
    assert said(page).startswith("The checklist is saved")
    assert [file.name for file in folder.iterdir()] == ["list.pdf"]


def test_nothing_happens_if_no_place_or_printer_is_chosen(house, page):
    page.paper.choose_place = page.paper.choose_printer = lambda: None
    house.click(page.checklist.save)
    house.click(page.checklist.print)
    assert said(page) == ""


def test_the_checklist_is_printed(house, page, tmp_path, monkeypatch):
    printer = file_printer(monkeypatch, tmp_path / "printed.pdf")
    page.paper.choose_printer = lambda: printer
    house.click(page.checklist.print)
    assert said(page) == "The checklist is on its way to the printer."
    assert (tmp_path / "printed.pdf").exists()


def test_a_printer_that_does_not_take_it_is_told_and_tried_again(house, page, monkeypatch):
    from walktrack.ui.pages.tips import paper_part

    answers = [False, True]
    monkeypatch.setattr(paper_part, "print_checklist", lambda *_: answers.pop(0))
    page.paper.choose_printer = object
    house.click(page.checklist.print)
    assert said(page).startswith("The printer did not take the list.")
    house.click(page.bar._action)
    assert said(page) == "The checklist is on its way to the printer."


def test_what_was_said_goes_with_the_person(house, page, tmp_path):
    with_maria(house)
    page.paper.choose_place = lambda: tmp_path / "list.pdf"
    house.click(page.checklist.save)
    switch(house, "Maria")
    back(house)
    assert said(page) == ""


def test_it_costs_nothing_at_the_start():
    code = (
        "import sys\n"
        "import walktrack.app, walktrack.ui.main_window, walktrack.ui.shelf\n"
        "late = ('walktrack.ui.pages.tips', 'walktrack.ui.tip_words', 'PySide6.QtPrintSupport')\n"
        "print([name for name in late if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_from_right_to_left_the_list_is_on_the_right(house, page, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        card = read(page, Topic.WHERE)
        assert page._list.geometry().left() > card.geometry().right()
        assert gates.clipped(house.window) == []
        assert gates.out_of_order(house.window) == []
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)


def test_a_choice_is_told_from_the_others_without_colour(page):
    chosen = page.contents.buttons[0]
    before = chosen.grab().toImage()
    QTest.keyClick(chosen, Key.Key_Down)
    assert chosen.grab().toImage() != before
