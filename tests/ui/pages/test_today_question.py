"""Time in doubt on Today: asked once, answered through the window, and never decided by itself."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import at_home

from walktrack.domain.walk import WalkState
from walktrack.services.running import Answer
from walktrack.ui.dialogs.review import ReviewDialog

MINUTE = 60_000


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def asked(house):
    """Twelve minutes walked, then fourteen asleep; now the question is open."""
    house.walk(minutes=12)
    house.clock.sleep(14 * MINUTE)
    house.beat()
    return house


def walks(house):
    return house.diary._db.rows(
        "SELECT state, walked_ms / 60000 FROM walk WHERE deleted_at IS NULL"
    )


def answer(house, chosen):
    house.click(house.dialog(ReviewDialog).buttons[chosen])


def test_the_question_opens_once(asked):
    first = asked.dialog(ReviewDialog)
    asked.beat(seconds=15)
    asked.beat(seconds=15)
    assert asked.dialog(ReviewDialog) is first
    assert walks(asked) == [("review", 12)]


def test_answer_later_keeps_it_closed_until_it_is_asked_for(asked):
    asked.click(asked.dialog(ReviewDialog).way_out)
    asked.go_on(2)
    assert asked.no_dialog()
    assert walks(asked) == [("review", 12)]
    assert asked.window.focusWidget() is asked.card.question
    asked.click(asked.card.question)
    assert asked.dialog(ReviewDialog).isVisible()


def test_the_next_step_of_the_keys_is_the_question(asked):
    asked.click(asked.dialog(ReviewDialog).way_out)
    asked.today.walk.forward()
    QApplication.processEvents()
    assert asked.dialog(ReviewDialog).isVisible()


def test_the_finish_key_answers_no_question(asked):
    asked.click(asked.dialog(ReviewDialog).way_out)
    assert not asked.today.walk.finish()
    assert walks(asked) == [("review", 12)]


@pytest.mark.parametrize(("chosen", "minutes"), [(Answer.KEEP, 26), (Answer.DROP, 12)])
def test_the_walk_goes_on_with_the_promised_minutes(asked, chosen, minutes):
    dialog = asked.dialog(ReviewDialog)
    assert dialog.given_ms(chosen) == minutes * MINUTE
    answer(asked, chosen)
    assert asked.running.state is WalkState.RUNNING
    assert asked.running.walked_ms == minutes * MINUTE
    assert asked.no_dialog()
    asked.go_on(4)
    assert asked.running.walked_ms == (minutes + 4) * MINUTE
    asked.click(asked.card.finish)
    assert walks(asked) == [("done", minutes + 4)]


def test_stopped_at_the_last_sign_ends_the_walk_there(asked):
    answer(asked, Answer.STOPPED)
    assert walks(asked) == [("done", 12)]
    assert asked.card.title.words == "Your walk is stored"


def test_a_chosen_end_is_stored(asked):
    answer(asked, Answer.CHOSEN)
    other = asked.dialog(ReviewDialog).other_end
    ended = asked.clock.wall.local() - timedelta(minutes=6)
    other.time.setTime(QTime(ended.hour, ended.minute))
    asked.click(other.use)
    assert walks(asked) == [("done", 20)]
    assert asked.no_dialog()


def test_put_aside_can_be_taken_back_and_is_asked_again(asked):
    answer(asked, Answer.ASIDE)
    assert walks(asked) == []
    assert asked.said() == "Walk discarded."
    asked.act()
    assert walks(asked) == [("review", 12)]
    assert asked.card.question.isVisible()


def test_a_second_nap_asks_a_second_time(asked):
    answer(asked, Answer.DROP)
    asked.go_on(1)
    asked.clock.sleep(5 * MINUTE)
    asked.beat()
    assert asked.dialog(ReviewDialog).given_ms(Answer.KEEP) == 18 * MINUTE


def test_four_hours_are_asked_about(house):
    house.click(house.card.start)
    for _ in range(4 * 60):
        house.beat(minutes=1)
    assert "4 hours" in house.dialog(ReviewDialog).title.words


def test_after_a_crash_the_question_comes_at_the_start(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up().walk(minutes=8)
        clock = first.clock
    clock.reboot(30 * MINUTE)
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        assert second.dialog(ReviewDialog).title.words == "WalkTrack stopped during the walk."
        answer(second, Answer.STOPPED)
        assert walks(second) == [("done", 8)]


def test_cues_passed_before_the_start_are_not_sounded_again(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "walktrack.db"
    with at_home(qtbot, monkeypatch, path) as first:
        first.show().take_up()
        first.card.goal.setValue(10)
        first.walk(minutes=6)
        assert first.sounds == ["half"]
        first.today.walk.leave()
        clock = first.clock
    with at_home(qtbot, monkeypatch, path, clock=clock) as second:
        second.show().take_up()
        second.go_on(1)
        assert second.sounds == []
        second.go_on(4)
        assert second.sounds == ["goal"]
