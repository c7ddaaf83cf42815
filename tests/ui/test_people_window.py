"""People on the screen: adding, who writes, and removing one with the name typed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from tests.ui import gates
from tests.ui.people_house import back, manage, of, open_people, press, switch, with_maria
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.person import PersonColour
from walktrack.domain.settings import Colours, Settings
from walktrack.services.people import PersonForm
from walktrack.ui.widgets import people_list

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BEFORE = PainMoment.BEFORE
HOSTILE = {
    "markup": "<img src=x><b>$x$</b> &amp; {name} %1",
    "right-to-left": "שלום \u202e evil \u202c",
    "long": "w" * 200,
    "marks alone": "\u202e\u202c",
}


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        yield made.show().take_up()


@pytest.fixture
def two(house):
    return with_maria(house)


def test_both_names_are_seen_and_heard_when_a_carer_writes(two):
    dialog = open_people(two)
    assert "own words" in dialog.writer.meaning.words
    dialog.writer.other.setFocus()
    QTest.keyClicks(dialog.writer.other, "Clara")
    two.key(KEY.Key_Return)
    assert dialog.isVisible()
    assert "bears the name Clara" in dialog.writer.meaning.words
    button = two.window.top.person
    assert (button.text(), button.small) == ("Anna Weber", "written by Clara")
    spoken = QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)
    assert spoken == "Diary of Anna Weber. Written by Clara. People and who writes."
    two.click(dialog.writer.knows.buttons[1])
    assert two.desk.writing.hand().reporter is Reporter.GUESS
    two.click(dialog.way_out)
    two.rate(BEFORE, 4)
    assert of(two, two.anna, column="recorder") == ["Clara"]
    assert of(two, two.anna, column="reporter") == ["guess"]


def test_a_carer_is_chosen_again_or_taken_off_the_list(two):
    for name in ("Clara", "Ben"):
        two.desk.writing.write_as(name)
    dialog = open_people(two)
    box = dialog.writer.writer
    assert [box.itemText(row) for row in range(box.count())] == [
        "Anna Weber, whose diary it is", "Ben", "Clara",
    ]  # fmt: skip
    box.setFocus()
    two.key(KEY.Key_Down)
    assert two.desk.writing.hand().name == "Clara"
    two.click(dialog.writer.forget)
    assert two.desk.writing.hand().is_self
    assert two.desk.writing.known() == ("Ben",)
    assert not dialog.writer.forget.isVisible()
    assert two.window.top.person.small == ""


def test_who_writes_is_not_stored_on_a_full_disk_and_that_is_said(two):
    dialog = open_people(two)
    dialog.writer.other.setText("Clara")
    with two.full_disk():
        two.click(dialog.writer.begin)
    assert "disk is full" in dialog.outcome.words
    assert dialog.outcome.isVisible()
    assert two.desk.writing.hand().is_self
    assert dialog.writer.other.text() == "Clara", "nothing typed is lost"


def test_with_a_wrong_name_nobody_is_removed(two):
    dialog = manage(two)
    two.click(dialog.remove)
    question = dialog.question
    assert question.field.hasFocus()
    for typed in ("", "Anna", "Maria", "remove"):
        question.trouble.hide()
        question.field.setText(typed)
        two.click(question.remove)
        assert question.isVisible()
        assert question.trouble.isVisible()
    assert len(two.desk.people.there()) == 2


def test_with_the_name_typed_a_person_goes_and_the_bar_brings_them_back(two):
    two.walk(minutes=1)
    two.click(two.card.finish)
    dialog = manage(two)
    assert dialog.finder.chosen.name == "Anna Weber"
    two.click(dialog.remove)
    QTest.keyClicks(dialog.question.field, " anna  weber ")
    two.key(KEY.Key_Return)
    assert two.no_dialog()
    back(two)
    assert two.said() == "Person removed, with all their records."
    assert two.window.top.person.text() == "Maria"
    two.act()
    assert two.window.top.person.text() == "Anna Weber"
    two.key(KEY.Key_Y, modifier=CTRL)
    assert two.window.top.person.text() == "Maria"
    two.key(KEY.Key_Z, modifier=CTRL)
    assert two.window.top.person.text() == "Anna Weber"
    assert len(of(two, two.anna, "walk", "id")) == 1
    assert list((two.diary.path.parent / "backups").glob("*-removal.db"))


def test_a_removed_person_is_put_back_or_removed_for_good(two):
    two.desk.people_bin.remove(two.maria)
    dialog = manage(two)
    assert dialog.removed.item(0).text() == "Maria"
    assert not dialog.back.isEnabled()
    dialog.removed.setCurrentRow(0)
    two.click(dialog.back)
    assert two.no_dialog()
    assert two.said() == "Person put back, with all their records."
    two.desk.people_bin.remove(two.maria)
    dialog = manage(two)
    dialog.removed.setCurrentRow(0)
    two.click(dialog.for_good)
    dialog.question.reject()
    assert len(two.desk.people_bin.lying()) == 1
    two.click(dialog.for_good)
    two.click(dialog.question.remove)
    assert dialog.isVisible()
    assert dialog.outcome.words == "Removed for good: Maria."
    assert not dialog.removed.isVisible()
    assert two.desk.people_bin.lying() == []


def test_whoever_walks_or_is_the_last_stays_and_it_is_said_why(two):
    two.click(two.card.start)
    dialog = manage(two)
    for button in (dialog.archive, dialog.remove):
        dialog._say("")
        two.click(button)
        assert dialog.outcome.words.startswith("This person’s walk is open.")
    press(two, dialog.finder, "Maria")
    two.click(dialog.archive)
    assert dialog.outcome.words == "Maria is archived. Nothing was lost."
    assert dialog.archive.text() == "Take out of the archive"
    dialog.reject()
    two.window._people.dialog.reject()
    two.click(two.card.finish)
    dialog = manage(two)
    two.click(dialog.remove)
    assert "Add another person first" in dialog.outcome.words
    assert two.window._people.dialog.finder.list.people.rowCount() == 1


def test_without_a_backup_nobody_is_removed_and_that_is_said(two):
    (two.diary.path.parent / "backups").write_text("in the way")
    dialog = manage(two)
    two.click(dialog.remove)
    QTest.keyClicks(dialog.question.field, "Anna Weber")
    two.key(KEY.Key_Return)
    assert dialog.isVisible()
    assert dialog.outcome.words.startswith("No backup could be made in")
    assert len(two.desk.people.there()) == 2


def test_a_form_that_cannot_be_stored_stays_open(two):
    two.clock.go(seconds=1)
    two.click(open_people(two).add_button)
    form = two.window._people.form
    for typed, said in (("", "Please give a name"), ("maria", "has this name already")):
        form.name.setText(typed)
        two.click(form.save_button)
        assert said in form.trouble.words
    form.name.setText("Clara")
    with two.full_disk():
        two.click(form.save_button)
    assert "disk is full" in form.trouble.words
    assert form.name.text() == "Clara"
    two.click(form.save_button)
    assert [person.name for person in two.desk.people.there()] == ["Anna Weber", "Maria", "Clara"]


def test_a_person_is_given_another_name_and_colour_and_it_can_be_undone(two):
    dialog = manage(two)
    two.click(dialog.change)
    form = two.window._people.form
    form.name.setText("Anna Berg")
    form.initials.setText("ab")
    two.click(form.colour.buttons[3])
    two.click(form.save_button)
    assert dialog.finder.chosen.name == "Anna Berg"
    dialog.reject()
    two.window._people.dialog.reject()
    back(two)
    assert (two.me.initials, two.me.shade) == ("ab", PersonColour.RED)
    assert two.window.top.person.text() == "Anna Berg"
    two.key(KEY.Key_Z, modifier=CTRL)
    assert two.window.top.person.text() == "Anna Weber"
    assert two.me.shade is PersonColour.GREEN
    assert two.said() == "The person is as they were before."


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_of_any_kind_is_shown_as_typed_and_can_be_removed(house, name):
    house.desk.people.rename(house.me, "Anna")
    house.clock.go(seconds=1)
    house.desk.writing.write_as(HOSTILE[name][:50])
    person = house.desk.people.add(PersonForm(HOSTILE[name], "", PersonColour.GREY))
    shown = "My diary" if name == "marks alone" else person.name
    switch(house, shown)
    assert house.me == person
    assert house.window.top.person.text() == shown.replace("&", "&&")
    dialog = manage(house)
    house.click(dialog.remove)
    question = dialog.question
    for window in (house.window, house.window._people.dialog, dialog, question):
        window.grab()
        labels = window.findChildren(QLabel)
        assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
        assert window.width() <= 1280
    (shown,) = [x.words for x in question.findChildren(QLabel) if x.words in question_word(person)]
    question.field.setText(shown)
    house.click(question.remove)
    assert house.no_dialog()
    house.window.grab()


def question_word(person):
    seen = "".join(letter for letter in person.name if letter.isprintable())
    return {" ".join(seen.split())[:30].strip() or "remove"}


def test_a_thousand_people_are_searched_and_only_a_few_are_painted(house, monkeypatch):

    me = house.me
    with house.diary.transaction():
        for number in range(1000):
            house.clock.go(ms=1)
            form = PersonForm(f"Person {number:04}", "", PersonColour.BLUE)
            house.diary.people.add(form.put_on(replace_id(me, str(number), house.clock)))
    painted = []
    draw = people_list.draw_badge
    monkeypatch.setattr(people_list, "draw_badge", lambda *a: (painted.append(1), draw(*a)))
    dialog = open_people(house)
    dialog.grab()
    assert 0 < len(painted) < 100
    assert len(dialog.findChildren(QLabel)) < 30
    dialog.finder.search.setFocus()
    QTest.keyClicks(dialog.finder.search, "0777")
    assert dialog.finder.list.people.rowCount() == 1
    house.key(KEY.Key_Return)
    assert house.me.name == "Person 0777"
    dialog = open_people(house)
    QTest.keyClicks(dialog.finder.search, "nobody of this name")
    assert dialog.finder.nobody.isVisible()
    house.key(KEY.Key_Return)
    assert dialog.isVisible()


def replace_id(person, person_id, clock):

    return replace(person, id=person_id, entered=clock.read().wall)


LOOKS = {
    "light-100": (Colours.LIGHT, 100, False),
    "dark-200": (Colours.DARK, 200, False),
    "contrast-100-longer": (Colours.CONTRAST, 100, True),
    "light-200-longer": (Colours.LIGHT, 200, True),
}


@pytest.mark.parametrize("kind", LOOKS)
def test_the_windows_pass_the_gates(qtbot, look, monkeypatch, qapp, kind, tmp_path):
    colours, size, longer = LOOKS[kind]
    words = gates.LongerWords()
    if longer:
        qapp.installTranslator(words)
    look(colours, size)
    chosen = Settings(welcomed=True, colours=colours, text_size=size)
    try:
        with at_home(qtbot, monkeypatch, tmp_path / "d" / "w.db", settings=chosen) as house:
            house.show().take_up()
            for name in ("Anna", *(f"Person {number}" for number in range(8 if size > 100 else 3))):
                house.clock.go(seconds=1)
                person = house.desk.people.add(PersonForm(name, "", PersonColour.RED))
            house.desk.people_bin.remove(person)
            house.desk.writing.write_as("Clara")
            found = {}
            dialog = open_people(house)
            found["people"] = faults(dialog)
            house.click(dialog.add_button)
            found["form"] = faults(house.window._people.form)
            house.window._people.form.reject()
            house.click(dialog.manage_button)
            managing = house.window._people.managing
            managing.removed.setCurrentRow(0)
            found["manage"] = faults(managing)
            managing.for_good.click()
            found["for good"] = faults(managing.question)
            managing.question.reject()
            QApplication.processEvents()
            managing.remove.click()
            found["remove"] = faults(managing.question)
            managing.question.reject()
            assert not {name: each for name, each in found.items() if each}
            managing.reject()
            dialog.reject()
            house.bar.hide()
            QApplication.processEvents()
            assert gates.clipped(house.window) == []
            assert gates.least_width(house.window) <= (1024 if size == 100 else 1280)
    finally:
        qapp.removeTranslator(words)


def faults(window):
    QApplication.processEvents()
    checks = [gates.unnamed, gates.same_named, gates.small, gates.clipped, gates.out_of_order]
    areas = window.findChildren(QScrollArea)
    if not any(area.verticalScrollBar().maximum() for area in areas):  # else it may be out of sight
        checks.append(gates.faint_focus)
    found = {check.__name__: check(window) for check in checks}
    return {name: each for name, each in found.items() if each}
