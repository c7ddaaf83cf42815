"""A carer writes: what was told counts, what is only thought is drawn hollow and does not."""

import pytest
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment, Reporter
from walktrack.domain.period import Range

BEFORE, OTHER = PainMoment.BEFORE, PainMoment.OTHER


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        made.desk.people.rename(made.me, "Anna")
        yield made.show().take_up()


def rows(house):
    sql = "SELECT value, reporter, recorder FROM pain_rating WHERE deleted_at IS NULL"
    return house.diary._db.rows(f"{sql} ORDER BY rated_at, rowid")


def overview(house):
    return house.desk.overviews.of(house.me, Range.FOUR_WEEKS, 0)


def ask_about_now(house):
    house.click(house.pain.choice.buttons[1])


def know(house, number):
    house.click(house.pain.knows.buttons[number])


def test_while_the_person_writes_nobody_asks_how_it_is_known(house):
    assert not house.pain.knows.isVisible()
    house.rate(BEFORE, 4)
    assert rows(house) == [(4, "self", "")]


def test_a_carer_is_asked_about_the_person_by_name(house):
    house.desk.writing.write_as("Clara")
    assert house.pain.knows.isVisible()
    assert house.pain.title.words == "How bad is Anna's back pain right now?"
    house.rate(BEFORE, 4)
    assert rows(house) == [(4, "told", "Clara")]


def test_a_guess_is_kept_as_one_and_counts_nowhere(house):
    house.desk.writing.write_as("Clara")
    know(house, 1)
    ask_about_now(house)
    house.rate(OTHER, 7)
    assert rows(house) == [(7, "guess", "Clara")]
    (day,) = overview(house).buckets
    assert (day.pain, day.guess, day.guesses) == (None, 7.0, 1)
    assert overview(house).figures.pain_low is None


def test_said_right_after_the_number_it_is_said_of_that_number(house):
    house.desk.writing.write_as("Clara")
    ask_about_now(house)
    house.rate(OTHER, 7)
    know(house, 1)
    assert rows(house) == [(7, "guess", "Clara")]
    house.clock.go(minutes=2)
    know(house, 0)
    assert rows(house) == [(7, "guess", "Clara")], "what is older stays as it was said"
    assert house.desk.writing.hand().reporter is Reporter.TOLD


def test_it_can_be_undone(house):
    house.desk.writing.write_as("Clara")
    ask_about_now(house)
    house.rate(OTHER, 7)
    know(house, 1)
    house.desk.undo.undo()
    assert rows(house) == [(7, "told", "Clara")]
