"""A diary that cannot be written: said plainly, nothing untrue on the screen, nothing lost."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.settings import Settings
from walktrack.domain.walk import Details, WalkState
from walktrack.ui.dialogs.closing import ClosingDialog
from walktrack.ui.dialogs.review import ReviewDialog
from walktrack.ui.widgets.message_bar import MessageKind
from walktrack.ui.widgets.welcome import WelcomeCard

BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "walktrack.db") as made:
        yield made.show().take_up()


def full(house):
    return (
        "The disk is full, so this was not stored. Make some room on the disk that holds "
        f"{house.diary.path.parent}. Then try again."
    )


def told(house):
    """Say whether the bar tells of trouble and offers to try again."""
    return (
        house.bar._kind is MessageKind.PROBLEM
        and house.bar._action.isVisible()
        and house.bar._action.text() == "Try again"
    )


def test_read_only_is_told_apart_from_a_full_disk(house):
    with house.read_only():
        house.rate(BEFORE, 4)
        assert "may not write in" in house.said()
        assert told(house)
    with house.full_disk():
        house.rate(BEFORE, 4)
        assert house.said() == full(house)
        assert told(house)


def test_a_walk_that_cannot_be_started_is_not_shown_as_started(house):
    with house.full_disk():
        house.click(house.card.start)
        assert house.said() == full(house)
        assert house.card.start.isVisible()
        assert house.running is None
        house.act()
        assert told(house)
    house.act()
    assert house.said() == ""
    assert house.running.state is WalkState.RUNNING
    assert house.card.finish.isVisible()


@pytest.mark.parametrize("verb", ["pause", "finish", "discard"])
def test_a_step_that_cannot_be_stored_leaves_the_walk_as_it_was(house, verb):
    house.walk(minutes=5)
    before = house.events()
    with house.full_disk():
        house.click(getattr(house.card, verb))
        assert told(house)
        assert house.card.pause.isVisible()
        assert house.card.finish.isVisible()
        assert house.running.state is WalkState.RUNNING
        house.clock.go(seconds=10)
        assert house.running.walked_ms == 5 * 60_000 + 10_000
    assert house.events() == before
    house.act()
    expected = {"pause": WalkState.PAUSED, "finish": None, "discard": None}[verb]
    assert (house.running.state if house.running else None) is expected
    assert house.card.resume.isVisible() == (verb == "pause")


def test_a_walk_that_cannot_be_resumed_stays_paused(house):
    house.walk(minutes=5)
    house.click(house.card.pause)
    with house.full_disk():
        house.click(house.card.resume)
        assert house.card.resume.isVisible()
        assert house.running.state is WalkState.PAUSED
    house.act()
    assert house.running.state is WalkState.RUNNING


def test_an_answer_that_cannot_be_stored_is_not_shown(house):
    with house.full_disk():
        house.rate(BEFORE, 4)
        assert house.shown(BEFORE) is None
    house.act()
    assert house.shown(BEFORE) == 4
    assert house.ratings() == [4]
    with house.full_disk():
        house.rate(BEFORE, 9)
        assert house.shown(BEFORE) == 4
        house.click(house.pain.scales[BEFORE]._clear)
        assert house.shown(BEFORE) == 4
    house.act()
    assert house.shown(BEFORE) is None
    assert house.ratings() == []


def test_an_answer_during_and_after_the_walk_goes_back_too(house):
    house.walk(minutes=5)
    with house.full_disk():
        house.rate(DURING, 6)
        assert house.shown(DURING) is None
    house.act()
    assert house.ratings(DURING) == [6]
    house.click(house.card.finish)
    with house.full_disk():
        house.rate(AFTER, 2)
        assert house.shown(AFTER) is None
    house.act()
    assert house.ratings(AFTER) == [2]


def test_a_tick_that_cannot_be_stored_is_not_shown(house):
    box = house.box(PostureItem.SHOES)
    with house.full_disk():
        house.click(box)
        assert told(house)
        assert not box.isChecked()
    house.act()
    assert box.isChecked()


def test_a_goal_that_cannot_be_stored_is_not_shown(house):
    with house.full_disk():
        house.card.goal.setValue(25)
        assert told(house)
        assert house.card.goal.value() == 0
    house.act()
    assert house.card.goal.value() == 25
    assert house.me.goal_minutes == 25


def test_details_that_cannot_be_stored_stay_to_be_tried_again(house):
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.click(house.card.details)
    form = house.today.answers.details.form
    ((walk_id,),) = house.diary._db.rows("SELECT id FROM walk")
    with house.full_disk():
        form.note.box.setFocus()
        form.note.box.insertPlainText("ten lines of my best prose")
        form.kind.setFocus()
        assert told(house)
        assert form.note.box.toPlainText() == "ten lines of my best prose"
    assert house.desk.journal.walk(walk_id).details == Details()
    house.act()
    assert house.desk.journal.walk(walk_id).details.note == "ten lines of my best prose"
    assert form.note.box.toPlainText() == "ten lines of my best prose"


def test_an_answer_to_the_question_that_cannot_be_stored_leaves_it_open(house):
    house.walk(minutes=5)
    house.clock.sleep(600_000)
    house.beat()
    dialog = house.dialog(ReviewDialog)
    with house.full_disk():
        house.click(next(iter(dialog.buttons.values())))
        assert told(house)
        assert house.running.state is WalkState.REVIEW
    if dialog.isVisible():
        house.click(dialog.way_out)
    house.act()
    assert house.running.state is WalkState.RUNNING
    assert house.running.walked_ms == 15 * 60_000


def test_signs_of_life_that_fail_are_told_once_and_so_is_their_end(house):
    house.walk(minutes=1)
    heard = []
    house.window.attempts.failed.connect(lambda *_: heard.append(1))
    with house.full_disk():
        house.go_on(5)
        assert heard == [1]
        assert told(house)
        assert house.running.walked_ms == 6 * 60_000
        assert house.card.face._digits._seconds == 360
    house.beat(seconds=15)
    assert house.said() == "The walk is being stored again."
    house.click(house.card.finish)
    assert house.diary._db.rows("SELECT walked_ms FROM walk") == [(6 * 60_000 + 15_000,)]


def test_the_window_stays_when_the_walk_cannot_be_left_or_finished(house):
    house.walk(minutes=5)
    for choose in ("keep", "finish"):
        with house.full_disk():
            house.window.close()
            house.click(getattr(house.dialog(ClosingDialog), choose))
            assert house.window.isVisible()
            assert house.bar._kind is MessageKind.PROBLEM
            assert house.bar._action.text() == "Close anyway"
            assert house.running.state is WalkState.RUNNING
    house.window.close()
    house.click(house.dialog(ClosingDialog).finish)
    assert not house.window.isVisible()


def test_an_undo_that_cannot_be_stored_can_be_tried_again(house):
    house.walk(minutes=5)
    house.click(house.card.discard)
    with house.full_disk():
        house.act()
        assert told(house)
        assert house.running is None
    house.act()
    assert house.running.walked_ms == 5 * 60_000


def test_settings_and_name_that_cannot_be_stored_go_back(house):
    house.key(Qt.Key.Key_7, modifier=Qt.KeyboardModifier.ControlModifier)
    page = house.window._frame.pages.currentWidget()
    before = house.desk.settings.read()
    with house.full_disk():
        house.click(page.findChildren(type(house.charts.card.ranges))[0].buttons[-1])
        assert told(house)
        assert house.desk.settings.read() == before


def test_a_welcome_that_cannot_be_stored_loses_no_name(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path, settings=Settings()) as house:
        house.show().take_up()
        card = house.window.findChild(WelcomeCard)
        card.name.setText("Anna")
        with house.full_disk():
            house.click(card.save)
            assert told(house)
        house.act()
        assert house.me.name == "Anna"
