"""People on the screen: switching, adding, who writes, and removing one with the name typed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea
from tests.ui import gates
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.person import PersonColour
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.walk import WalkState
from walktrack.exchange.columns import What
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.top_bar import PageName

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
BEFORE, AFTER, OTHER = PainMoment.BEFORE, PainMoment.AFTER, PainMoment.OTHER
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
    """A window with Anna, whose diary is open, and Maria."""
    house.desk.people.rename(house.me, "Anna Weber")
    house.clock.go(seconds=1)
    house.maria = house.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
    house.anna = house.me
    house.bar.hide()
    return house


def open_people(house):
    house.click(house.window.top.person)
    return house.window._people.dialog


def back(house):
    """Bring the window back to the front, as a desktop does once a dialog is closed."""
    house.window.activateWindow()
    QApplication.processEvents()


def press(house, finder, name):
    """Press the line of a person."""
    model = finder.list.people
    row = next(r for r in range(model.rowCount()) if model.index(r).data() == name)
    place = finder.list.visualRect(model.index(row)).center()
    QTest.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def switch(house, name):
    press(house, open_people(house).finder, name)


def manage(house):
    house.click(open_people(house).manage_button)
    return house.window._people.managing


def of(house, person, table="pain_rating", column="value"):
    sql = f"SELECT {column} FROM {table} WHERE person_id = ? AND deleted_at IS NULL ORDER BY rowid"
    return [value for (value,) in house.diary._db.rows(sql, person.id)]


def test_two_people_each_have_their_own_diary(house):
    dialog = open_people(house)
    house.click(dialog.add_button)
    form = house.window._people.form
    QTest.keyClicks(form.name, "Maria Berg")
    house.click(form.save_button)
    assert house.window.top.person.text() == "My diary", "to add one opens nothing"
    assert dialog.finder.chosen.name == "Maria Berg"
    QTest.keyClick(dialog.finder.list, KEY.Key_Return)
    back(house)
    assert house.no_dialog()
    assert house.window.top.person.text() == "Maria Berg"
    maria = house.me
    house.rate(BEFORE, 7)
    switch(house, "My diary")
    me = house.me
    assert house.shown(BEFORE) is None
    house.rate(BEFORE, 2)
    house.walk(minutes=1)
    house.click(house.card.finish)
    switch(house, "Maria Berg")
    assert house.shown(BEFORE) == 7
    assert house.card.start.isVisible()
    assert (of(house, maria), of(house, me)) == ([7], [2])
    assert (len(of(house, maria, "walk", "id")), len(of(house, me, "walk", "id"))) == (0, 1)


def test_by_keyboard_it_takes_one_key_a_letter_and_enter(two):
    two.key(KEY.Key_P, modifier=CTRL)
    assert two.window._people.dialog.finder.list.hasFocus()
    two.key(KEY.Key_M, KEY.Key_Return)
    assert two.me.name == "Maria"
    back(two)
    two.key(KEY.Key_P, modifier=CTRL)
    two.key(KEY.Key_Up, KEY.Key_Return)
    assert two.me.name == "Anna Weber"
    back(two)
    two.key(KEY.Key_P, modifier=CTRL)
    two.key(KEY.Key_Escape)
    assert two.me.name == "Anna Weber"


def test_every_page_shows_whose_diary_is_open(two):
    two.desk.people.set_goal(two.anna, 35)
    two.walk(minutes=2)
    two.click(two.card.finish)
    two.rate(AFTER, 3)
    assert two.charts._person.name == "Anna Weber"
    counts = {}
    for name in ("Anna Weber", "Maria"):
        switch(two, name)
        two.window.go(PageName.HISTORY)
        history = two.window._shelf.page(PageName.HISTORY).model.rowCount()
        two.window.go(PageName.SHARE)
        share = two.window._shelf.page(PageName.SHARE)
        share.choices.files.pick(list(What).index(What.WALKS))
        two.window.go(PageName.SETTINGS)
        you = two.window._shelf.settings_page.you
        counts[name] = (
            history, share.choices.save.isVisibleTo(share), share._person.name,
            you.name.text(), you.goal.value(), two.charts._person.name,
        )  # fmt: skip
        two.window.go(PageName.TODAY)
    assert counts == {
        "Anna Weber": (1, True, "Anna Weber", "Anna Weber", 35, "Anna Weber"),
        "Maria": (0, False, "Maria", "Maria", 0, "Maria"),
    }
    assert two.card.goal.value() == 0


def test_the_page_that_is_open_follows_at_once(two):
    two.walk(minutes=1)
    two.click(two.card.finish)
    shown = {}
    for page in (PageName.HISTORY, PageName.SHARE, PageName.SETTINGS):
        two.desk.people.choose(two.anna)
        two.window.go(page)
        switch(two, "Maria")
        shown[page] = two.window._stack.currentWidget()
        assert shown[page].isVisible()
        assert two.window.top.pages[page].isChecked()
        if page is PageName.HISTORY:
            assert shown[page].model.rowCount() == 0
        elif page is PageName.SHARE:
            assert not shown[page].choices.save.isVisible()
        else:
            assert shown[page].you.name.text() == "Maria"


def test_a_finished_walk_and_what_is_asked_about_it_are_there_again(two):
    two.walk(minutes=2)
    two.click(two.card.finish)
    two.click(two.card.details)
    switch(two, "Maria")
    assert two.card.start.isVisible()
    assert not two.today.answers.details.isVisible()
    two.rate(BEFORE, 9)
    switch(two, "Anna Weber")
    assert not two.card.start.isVisible()
    two.rate(AFTER, 1)
    assert (of(two, two.anna), of(two, two.maria)) == ([1], [9])


def test_a_note_typed_just_before_is_the_walks_it_was_typed_for(two):
    for name in ("Maria", "Anna Weber"):
        switch(two, name)
        two.walk(minutes=1)
        two.click(two.card.finish)
    two.click(two.card.details)
    two.today.answers.details.form.note.box.setFocus()
    two.today.answers.details.form.note.box.insertPlainText("windy")
    two.desk.people.choose(two.maria)  # nothing took the keyboard away from the note
    QApplication.processEvents()
    assert of(two, two.anna, "walk", "note") == ["windy"]
    assert of(two, two.maria, "walk", "note") == [""]
    two.click(two.card.details)
    assert two.today.answers.details.form.note.note() == ""


def test_a_goal_and_a_name_being_typed_are_theirs_for_whom_they_were_typed(two):
    two.card.goal.setFocus()
    two.card.goal.lineEdit().setText("45 min")
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    goals = {person.name: person.goal_minutes for person in two.desk.people.there()}
    assert goals == {"Anna Weber": 45, "Maria": None}
    two.window.go(PageName.SETTINGS)
    field = two.window._shelf.settings_page.you.name
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "Marie")
    two.desk.people.choose(two.anna)
    QApplication.processEvents()
    assert [person.name for person in two.desk.people.there()] == ["Anna Weber", "Marie"]
    assert field.text() == "Anna Weber"


def test_what_could_not_be_stored_waits_for_the_one_it_was_said_of(two):
    two.desk.people.set_goal(two.maria, 10)
    with two.full_disk():
        two.rate(BEFORE, 8)
        two.click(two.card.start)
    assert of(two, two.anna) == []
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    two.rate(BEFORE, 1)
    assert two.bar.isVisible(), "the answer of the other person still waits"
    two.act()
    assert (of(two, two.anna), of(two, two.maria)) == ([8], [1])
    assert two.desk.tracker.current(two.anna.id).state is WalkState.RUNNING
    assert two.running is None
    assert two.card.start.isVisible()
    assert two.shown(BEFORE) == 1


def test_finishing_again_for_another_shows_nothing_of_theirs(two):
    two.walk(minutes=2)
    with two.full_disk():
        two.click(two.card.finish)
    two.desk.people.choose(two.maria)
    QApplication.processEvents()
    two.act()
    assert len(of(two, two.anna, "walk", "end_at")) == 1
    assert two.card.start.isVisible()
    two.click(two.card.start)
    assert two.running.walk.person_id == two.maria.id


def test_a_line_that_could_not_be_removed_is_the_one_removed_later(two):
    two.walk(minutes=1)
    two.click(two.card.finish)
    two.window.go(PageName.HISTORY)
    page = two.window._shelf.page(PageName.HISTORY)
    page.list.choose(0)
    with two.full_disk():
        two.click(page.foot.remove_button)
    two.desk.people.choose(two.maria)
    two.desk.journal.rate_day(two.maria.id, OTHER, 5)
    QApplication.processEvents()
    page.list.choose(0)
    two.act()
    assert two.desk.history.count(two.maria.id, page.filter.wanted(page._today)) == 1
    assert of(two, two.anna, "walk", "id") == []


def test_an_open_question_is_asked_of_whom_it_is_about(two):
    two.walk(minutes=3)
    two.clock.sleep(900_000)
    two.beat()
    two.click(two.dialog(ReviewDialog).way_out)
    switch(two, "Maria")
    assert two.no_dialog()
    assert two.card.start.isVisible()
    switch(two, "Anna Weber")
    QApplication.processEvents()
    two.click(two.dialog(ReviewDialog).way_out)
    assert two.running.state is WalkState.REVIEW


def test_a_walk_left_open_by_another_run_is_found_when_their_diary_opens(
    qtbot, look, monkeypatch, tmp_path
):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up()
        first.clock.go(seconds=1)
        maria = first.desk.people.add(PersonForm("Maria", "", PersonColour.RED))
        first.desk.tracker.start(maria.id, None)
        first.desk.tracker.leave(maria.id)
        clock = first.clock
    clock.go(minutes=5)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        switch(second, "Maria")
        assert second.running.walked_ms == 5 * 60_000
        assert second.card.finish.isVisible()


def test_what_was_done_in_one_diary_is_not_undone_unseen_from_another(two):
    two.rate(BEFORE, 4)
    two.walk(minutes=1)
    two.click(two.card.finish)
    assert two.bar.isVisible()
    switch(two, "Maria")
    back(two)
    assert not two.bar.isVisible()
    two.rate(BEFORE, 6)
    two.key(KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert two.said() == "There is nothing to undo."
    assert (of(two, two.anna), of(two, two.maria)) == ([4], [])
    switch(two, "Anna Weber")
    back(two)
    two.key(KEY.Key_Z, KEY.Key_Z, modifier=CTRL)
    assert of(two, two.anna) == []
    switch(two, "Maria")
    back(two)
    two.key(KEY.Key_Y, modifier=CTRL)
    assert of(two, two.maria) == [6]


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
    house.clock.go(seconds=1)
    house.desk.writing.write_as(HOSTILE[name][:50])
    person = house.desk.people.add(PersonForm(HOSTILE[name], "", PersonColour.GREY))
    switch(house, person.name)
    assert house.me == person
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
    from walktrack.ui.widgets import people_list

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
    from dataclasses import replace

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
