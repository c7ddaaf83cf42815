"""The second question of the evening on Today: below the first, quiet, skippable, taken back."""

from datetime import datetime

import pytest
from tests.clocks import HandClock
from tests.ui.window_house import at_home

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.person import PersonColour
from walktrack.services.people import PersonForm
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.pain_scale import PainStep

QUESTION = "How much did back pain get in your way today?"
EVENING = Moment.of(datetime.fromisoformat("2026-06-01T19:00:00+00:00"))


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch, clock=HandClock(EVENING)) as made:
        yield made.show().take_up()


def whole_day(house):
    return house.pain.choice.buttons[-1]


def steps(house):
    return house.pain.way.findChildren(PainStep)


def stored(house):
    answer = house.desk.interferences.on(house.me.id, house.desk.interferences.today())
    return answer and answer.value


def words(widget):
    return [label.words for label in widget.findChildren(PlainLabel) if label.isVisible()]


def test_both_questions_of_the_evening_are_asked_in_one_place_in_their_words(house):
    assert house.pain.way is None
    house.click(whole_day(house))
    assert house.pain.title.words == "How bad was your back pain today, on average?"
    assert QUESTION in words(house.pain.way)
    assert "0\u2002Not at all" in words(house.pain.way)
    assert "10\u2002I could do nothing I wanted to" in words(house.pain.way)
    first = house.pain.scales[PainMoment.DAY_AVERAGE]
    assert first.geometry().bottom() < house.pain.way.geometry().top()
    assert house.pain.way.value is None
    assert len(steps(house)) == 11


def test_it_is_asked_with_no_other_question(house):
    house.click(whole_day(house))
    for button in house.pain.choice.buttons[:-1]:
        house.click(button)
        assert not house.pain.way.isVisible()
    house.click(whole_day(house))
    assert house.pain.way.isVisible()
    house.walk(minutes=1)
    assert not house.pain.way.isVisible()


def test_the_morning_has_its_own_words(house):
    house.click(house.pain.choice.buttons[2])
    assert house.pain.title.words == "How bad is your back pain this morning?"


def test_an_answer_is_stored_at_once_changed_cleared_and_undone(house):
    house.click(whole_day(house))
    house.click(steps(house)[4])
    assert stored(house) == 4
    assert not house.said()
    house.click(steps(house)[6])
    assert stored(house) == 6
    house.click(house.pain.way._clear)
    assert (stored(house), house.pain.way.value) == (None, None)
    house.desk.undo.undo()
    assert (stored(house), house.pain.way.value) == (6, 6)
    assert house.ratings() == []


def test_the_dot_stays_until_both_are_answered(house):
    button = whole_day(house)
    assert button.text() == "Whole day •"
    house.click(button)
    house.rate(PainMoment.DAY_AVERAGE, 3)
    assert button.text() == "Whole day •"
    house.click(steps(house)[2])
    assert button.text() == "Whole day"
    house.click(house.pain.scales[PainMoment.DAY_AVERAGE]._clear)
    assert button.text() == "Whole day •"


def test_by_day_there_is_no_dot(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        assert whole_day(house).text() == "Whole day"


def test_the_checklist_folds_to_make_room_and_comes_back(house):
    posture = house.today.answers.posture
    house.click(whole_day(house))
    assert not posture.list.isVisible()
    house.click(posture.unfold_button)
    assert posture.list.isVisible()
    house.click(steps(house)[4])
    assert posture.list.isVisible()
    house.click(house.pain.choice.buttons[0])
    assert posture.list.isVisible()
    assert not posture.unfold_button.isVisible()
    house.click(whole_day(house))
    house.walk(minutes=1)
    assert posture.list.isVisible()


def test_a_new_day_begins_with_its_first_question_and_no_answer(house):
    house.click(whole_day(house))
    house.click(steps(house)[4])
    house.clock.go(hours=12)
    house.today._on_minute()
    assert house.pain.choice.buttons[0].isChecked()
    assert house.today.answers.posture.list.isVisible()
    house.click(whole_day(house))
    assert house.pain.way.value is None


def test_a_carer_is_asked_about_the_person_and_how_they_know(house):
    house.desk.people.rename(house.me, "Anna")
    house.desk.writing.write_as("Clara")
    house.click(whole_day(house))
    assert "How much did back pain get in Anna's way today?" in words(house.pain.way)
    house.rate(PainMoment.DAY_AVERAGE, 3)
    house.click(steps(house)[5])
    house.click(house.pain.knows.buttons[1])
    answer = house.desk.interferences.on(house.me.id, house.desk.interferences.today())
    average = house.desk.journal.recent(house.me.id)[PainMoment.DAY_AVERAGE]
    assert (answer.reporter, answer.recorder) == (Reporter.GUESS, "Clara")
    assert average.reporter is Reporter.TOLD, "the number written last alone"
    house.click(house.pain.knows.buttons[0])
    house.rate(PainMoment.DAY_AVERAGE, 4)
    house.click(house.pain.knows.buttons[1])
    assert house.desk.journal.recent(house.me.id)[PainMoment.DAY_AVERAGE].reporter is Reporter.GUESS


def test_another_persons_answer_is_not_shown(house):
    house.click(whole_day(house))
    house.click(steps(house)[4])
    house.desk.people.choose(house.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE)))
    assert house.pain.way.value is None


def test_what_the_disk_will_not_take_is_tried_again(qtbot, look, monkeypatch, tmp_path):
    path = tmp_path / "diary.db"
    with at_home(qtbot, monkeypatch, path=path, clock=HandClock(EVENING)) as house:
        house.show().take_up()
        house.click(whole_day(house))
        with house.read_only():
            house.click(steps(house)[4])
            assert stored(house) is None
            assert house.said()
        house.act()
        assert stored(house) == 4
