"""What was said last time is offered, and never taken over unasked."""

import pytest

from walktrack.domain.walk import Company, Details, Effort, Kind, Surface
from walktrack.ui.cards.details_card import DetailsCard

LAST = Details(Kind.NORDIC, Surface.PATH, Company.DOG, Effort.EASY)


@pytest.fixture
def card(qtbot, look):
    made = DetailsCard()
    qtbot.addWidget(made)
    made.heard = []
    made.described.connect(made.heard.append)
    made.show()
    return made


def test_without_a_last_time_nothing_is_offered(card):
    card.show_details(Details(), Details())
    assert not card.same.isVisible()


def test_the_last_time_is_offered_in_words(card):
    card.show_details(Details(), LAST)
    assert card.same.text() == "Same as last time: nordic, with poles, path, the dog, easy"
    assert card.form.details() == Details()
    assert card.heard == []


def test_it_is_taken_over_by_a_press_and_then_no_longer_offered(card):
    card.show_details(Details(), LAST)
    card.same.click()
    assert card.heard == [LAST]
    assert card.form.details() == LAST
    assert not card.same.isVisible()


def test_once_something_is_said_the_last_time_is_no_longer_offered(card):
    card.show_details(Details(kind=Kind.GENTLE), LAST)
    assert not card.same.isVisible()


def test_showing_the_same_again_disturbs_nobody_who_types(card):
    card.show_details(Details(note="one"), Details())
    card.form.note.box.moveCursor(card.form.note.box.textCursor().MoveOperation.End)
    place = card.form.note.box.textCursor().position()
    card.show_details(Details(note="one"), Details())
    assert card.form.note.box.textCursor().position() == place
    assert card.heard == []
