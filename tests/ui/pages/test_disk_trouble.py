"""Wherever a person types or answers: what was typed stays, the bar says why, and tries again."""

import shutil
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.pain import PainMoment
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.walk import WalkState
from walktrack.storage.diary import Diary
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.pain_scale import PainStep
from walktrack.ui.widgets.welcome import WelcomeCard

BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER
NOTE = "ten lines of my best prose"


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "stick" / "walktrack.db") as made:
        yield made.show().take_up()


@contextmanager
def full(house):
    with house.full_disk():
        yield "Make some room"


@contextmanager
def read_only(house):
    with house.read_only():
        yield "Allow writing there"


@contextmanager
def unplugged(house):
    """Let the folder be gone, as that of a stick that was pulled; then plug it in again."""
    folder = house.diary.path.parent
    away = folder.with_name("in the pocket")
    folder.rename(away)
    try:
        yield "Check that the disk is there"
    finally:
        away.rename(folder)


TROUBLES = [full, read_only, unplugged]


@pytest.fixture(params=TROUBLES, ids=[trouble.__name__ for trouble in TROUBLES])
def trouble(request):
    return request.param


def plain(house, words, advice):
    """Say whether words name the folder and say what to do."""
    return str(house.diary.path.parent) in words and advice in words


def told(house, advice):
    return plain(house, house.said(), advice) and house.bar._action.text() == "Try again"


def settings_page(house):
    house.window.go(PageName.SETTINGS)
    return house.window._shelf.settings_page


def history_page(house):
    house.window.go(PageName.HISTORY)
    return house.window._shelf.page(PageName.HISTORY)


def type_in(field, words):
    field.setFocus()
    for letter in words:
        QTest.keyClick(field, letter)


def test_each_step_of_a_walk_waits_and_the_time_goes_on(house, trouble):
    with trouble(house) as advice:
        house.click(house.card.start)
        assert told(house, advice)
        assert house.running is None
        assert house.card.start.isVisible()
    house.act()
    house.go_on(5)
    for button, state in (
        (house.card.pause, WalkState.RUNNING),
        (house.card.resume, WalkState.PAUSED),
        (house.card.finish, WalkState.RUNNING),
    ):
        minutes = house.running.walked_ms / 60_000
        with trouble(house) as advice:
            house.click(button)
            assert told(house, advice)
            assert house.running.state is state
            if state is WalkState.RUNNING:
                house.go_on(2)  # in a pause nothing looks at the clock
            assert house.running.walked_ms / 60_000 == minutes + 2 * (state is WalkState.RUNNING)
            if state is WalkState.RUNNING:
                assert house.card.face._digits._seconds == house.running.walked_ms // 1000
            assert house.bar._action.text() == "Try again"
        house.act()
    assert house.running is None
    assert house.diary._db.rows("SELECT state, walked_ms FROM walk") == [("done", 9 * 60_000)]
    assert house.said() in {"", "Walk finished and stored."}


@pytest.mark.parametrize("moment", [BEFORE, DURING, AFTER])
@pytest.mark.parametrize("trouble", [unplugged])
def test_pain(house, trouble, moment):
    if moment is not BEFORE:
        house.walk(minutes=2)
    if moment is AFTER:
        house.click(house.card.finish)
    with trouble(house) as advice:
        house.rate(moment, 6)
        assert told(house, advice)
        assert house.shown(moment) is None
    house.act()
    assert house.shown(moment) == 6
    assert house.ratings(moment) == [6]
    assert not house.bar.isVisible()


@pytest.mark.parametrize("trouble", [unplugged])
def test_note_of_a_walk(house, trouble):
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.click(house.card.details)
    form = house.today.answers.details.form
    with trouble(house) as advice:
        form.note.box.setFocus()
        form.note.box.insertPlainText(NOTE)
        form.kind.setFocus()
        assert told(house, advice)
        assert form.note.box.toPlainText() == NOTE
        house.act()
        assert told(house, advice)
        assert form.note.box.toPlainText() == NOTE
    house.act()
    assert house.diary._db.rows("SELECT note FROM walk") == [(NOTE,)]
    assert form.note.box.toPlainText() == NOTE


@pytest.mark.parametrize("kind", ["walk", "rating"])
def test_a_form_of_history_stays_open_with_what_was_typed(house, trouble, kind):
    page = history_page(house)
    house.click(page.foot.add_walk_button if kind == "walk" else page.foot.add_rating_button)
    form = house.dialog(FormDialog)
    note = form.details.note if kind == "walk" else form.note
    scale = form.before if kind == "walk" else form.scale
    QTest.mouseClick(scale.findChildren(PainStep)[7], Qt.MouseButton.LeftButton)
    note.box.insertPlainText(NOTE)
    tables = {"walk": "walk", "rating": "pain_rating"}
    stored = f"SELECT note FROM {tables[kind]}"
    with trouble(house) as advice:
        for _ in range(2):
            house.click(form.save_button)
            assert form.isVisible()
            assert plain(house, form.trouble.words, advice)
            assert note.box.toPlainText() == NOTE
            assert scale.value == 7
    assert house.diary._db.rows(stored) == []
    house.click(form.save_button)
    assert house.no_dialog()
    assert house.diary._db.rows(stored) == [(NOTE,)]
    assert house.ratings() == [7]


@pytest.mark.parametrize("kind", ["walk", "rating"])
@pytest.mark.parametrize("trouble", [read_only])
def test_a_line_of_history_is_changed_and_removed_when_it_can_be(house, trouble, kind):
    page = history_page(house)
    house.click(page.foot.add_walk_button if kind == "walk" else page.foot.add_rating_button)
    form = house.dialog(FormDialog)
    if kind == "rating":
        QTest.mouseClick(form.scale.findChildren(PainStep)[7], Qt.MouseButton.LeftButton)
    house.click(form.save_button)
    house.click(page.foot.edit_button)
    form = house.dialog(FormDialog)
    note = form.details.note if kind == "walk" else form.note
    note.box.insertPlainText(NOTE)
    table = {"walk": "walk", "rating": "pain_rating"}[kind]
    with trouble(house) as advice:
        house.click(form.save_button)
        assert form.isVisible()
        assert plain(house, form.trouble.words, advice)
        assert note.box.toPlainText() == NOTE
    assert house.diary._db.rows(f"SELECT note FROM {table}") == [("",)]
    house.click(form.save_button)
    assert house.diary._db.rows(f"SELECT note FROM {table}") == [(NOTE,)]
    with trouble(house) as advice:
        house.click(page.foot.remove_button)
        assert told(house, advice)
        assert page.list.entry is not None
    house.act()
    assert page.list.entry is None
    assert house.diary._db.rows(f"SELECT deleted_at IS NULL FROM {table}") == [(0,)]


@pytest.mark.parametrize("trouble", [unplugged])
def test_name_and_goal_in_settings(house, trouble):
    page = settings_page(house)
    house.click(page.you.name)
    with trouble(house) as advice:
        type_in(page.you.name, "Anna")
        page.you.name.editingFinished.emit()
        assert told(house, advice)
        assert page.you.name.text() == "Anna"
        page.you.goal.setFocus()
        QApplication.processEvents()
        assert page.you.name.text() == "Anna"
    house.act()
    assert house.me.name == "Anna"
    with trouble(house) as advice:
        page.you.goal.setValue(25)
        assert told(house, advice)
    house.act()
    assert house.me.goal_minutes == 25
    assert page.you.goal.value() == 25


@pytest.mark.parametrize("trouble", [full])
def test_choices_in_settings(house, trouble):
    page = settings_page(house)
    before = house.desk.settings.read()
    with trouble(house) as advice:
        house.click(page.sound.sound)
        assert told(house, advice)
        assert page.sound.sound.isChecked() == before.sound
        dark = page.look.colours.buttons[2]
        house.click(dark)
        assert told(house, advice)
    house.act()
    after = house.desk.settings.read()
    assert after.sound is not before.sound
    assert after.colours is Colours.DARK


@pytest.mark.parametrize("trouble", [unplugged])
def test_the_question_about_a_walk_in_doubt(house, trouble):
    house.walk(minutes=5)
    house.clock.sleep(600_000)
    house.beat()
    dialog = house.dialog(ReviewDialog)
    with trouble(house) as advice:
        house.click(next(iter(dialog.buttons.values())))
        assert told(house, advice)
        assert house.running.state is WalkState.REVIEW
    house.act()
    assert house.running.walked_ms == 15 * 60_000


@pytest.mark.parametrize("trouble", [unplugged])
def test_the_name_asked_for_at_the_first_start(qtbot, look, monkeypatch, tmp_path, trouble):
    path = tmp_path / "stick" / "walktrack.db"
    with at_home(qtbot, monkeypatch, path, settings=Settings()) as house:
        house.show().take_up()
        card = house.window.findChild(WelcomeCard)
        type_in(card.name, "Anna")
        with trouble(house) as advice:
            house.click(card.save)
            assert told(house, advice)
            assert card.isVisible()
            assert card.name.text() == "Anna"
        house.act()
        assert house.me.name == "Anna"
        assert house.desk.settings.read().welcomed
        assert house.window.findChild(WelcomeCard) is None or not card.isVisible()


def test_an_answer_during_the_walk_keeps_its_minute_and_outlives_the_walk(house):
    house.walk(minutes=3)
    with full(house):
        house.rate(DURING, 6)
    house.go_on(2)
    house.click(house.card.finish)
    with full(house):
        house.rate(AFTER, 2)
    house.act()
    stored = house.diary._db.rows("SELECT value, walked_ms FROM pain_rating ORDER BY walked_ms")
    assert stored == [(2, None), (6, 3 * 60_000)]


def test_an_answer_before_the_walk_that_was_not_stored_belongs_to_the_walk(house):
    with full(house):
        house.rate(BEFORE, 6)
    house.card.start.click()
    house.go_on(1)
    with full(house):
        house.click(house.card.pause)
    house.act()
    assert house.running.state is WalkState.PAUSED
    assert house.shown(BEFORE) == 6


def test_to_clear_an_answer_never_comes_after_a_newer_answer(house):
    house.walk(minutes=2)
    house.rate(DURING, 4)
    with full(house):
        house.click(house.pain.scales[DURING]._clear)
    house.rate(DURING, 5)
    assert not house.bar.isVisible()
    assert house.ratings() == [5]


def test_an_older_name_never_comes_after_a_newer_one(house):
    page = settings_page(house)
    house.click(page.you.name)
    with full(house):
        type_in(page.you.name, "Ann")
        page.you.name.editingFinished.emit()
    type_in(page.you.name, "a")
    page.you.name.editingFinished.emit()
    assert house.me.name == "Anna"
    assert not house.bar.isVisible()


def test_another_diary_in_its_place_is_left_alone_until_the_right_one_is_back(house):
    house.walk(minutes=2)
    me = house.me.id
    folder = house.diary.path.parent
    away = folder.with_name("in the pocket")
    folder.rename(away)
    with Diary(house.diary.path):
        pass
    older = house.diary.path.read_bytes()
    for minute in (1, 2, 3):
        house.click(house.card.pause)
        assert told(house, "Check that the disk is there")
        house.go_on(1)
        assert house.desk.tracker.current(me).state is WalkState.RUNNING
        assert house.card.face._digits._seconds == 120 + 60 * minute
    assert history_page(house).isVisible()
    QApplication.processEvents()
    assert plain(house, house.said(), "Check that the disk is there")
    house.window.go(PageName.TODAY)
    assert house.diary.path.read_bytes() == older
    shutil.rmtree(folder)
    away.rename(folder)
    house.act()
    assert house.running.state is WalkState.PAUSED
    assert house.diary._db.rows("SELECT state, walked_ms FROM walk") == [("paused", 5 * 60_000)]


def test_a_finished_walk_that_cannot_be_read_now_stays_in_view(house, monkeypatch):
    house.walk(minutes=5)
    house.click(house.card.finish)
    done = house.window.today.walk.done

    def fail(_walk_id):
        raise DiaryError(Fault.CANNOT_OPEN, house.diary.path)

    with monkeypatch.context() as patch:
        patch.setattr(house.diary.walks, "get", fail)
        house.window.today.walk.refresh(house.desk.people.current())
        assert house.window.today.walk.done == done
    house.desk.history.remove_walk(done.id)
    assert house.window.today.walk.done is None


def test_settings_open_though_nothing_can_be_read(house, monkeypatch):
    def fail():
        raise DiaryError(Fault.CANNOT_OPEN, house.diary.path)

    monkeypatch.setattr(house.diary.settings, "read", fail)
    house.window.go(PageName.SETTINGS)
    assert house.window._shelf.settings_page.isVisible()
