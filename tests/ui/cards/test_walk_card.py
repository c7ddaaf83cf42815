"""The card of the walk in each of its states; one next step stands out, and it is safe."""

import pytest

from walktrack.domain.moment import Moment
from walktrack.domain.walk import Source, Walk, WalkState
from walktrack.ui.cards.walk_card import WalkCard
from walktrack.ui.widgets.buttons import FilledButton, HouseButton

START = Moment(1_780_000_000_000, 60)


@pytest.fixture
def card(qtbot, look):
    made = WalkCard()
    qtbot.addWidget(made)
    made.resize(616, 200)
    made.show()
    return made


def walk(state, ms=754_000, goal=20):
    return Walk(
        id="w",
        person_id="p",
        start=START,
        end=START.plus(ms) if state is WalkState.DONE else None,
        walked_ms=ms,
        state=state,
        source=Source.TIMER,
        target_minutes=goal,
        entered=START,
    )


def show(card, state):
    if state is None:
        card.show_ready(20)
    elif state is WalkState.DONE:
        card.show_done(walk(state))
    else:
        card.show_open(walk(state), state, 754_000)


def buttons(card):
    return {b.text() for b in card.findChildren(HouseButton) if b.isVisibleTo(card)}


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (None, {"Start walk"}),
        (WalkState.RUNNING, {"Pause", "Finish walk", "Discard"}),
        (WalkState.PAUSED, {"Finish walk", "Resume", "Discard"}),
        (WalkState.REVIEW, {"Answer the question"}),
        (WalkState.DONE, {"Take minutes off…", "Add details", "Done"}),
    ],
)
def test_what_can_be_done(card, state, offered):
    show(card, state)
    assert buttons(card) == offered


@pytest.mark.parametrize("state", [None, *WalkState])
def test_one_button_at_most_is_filled(card, state):
    show(card, state)
    filled = [b for b in card.findChildren(FilledButton) if b.isVisibleTo(card)]
    assert len(filled) <= 1


@pytest.mark.parametrize("state", [None, *WalkState])
def test_the_keyboard_rests_on_what_can_be_taken_back(card, state):
    show(card, state)
    safe = card.safe_step()
    assert safe.isVisible()
    assert safe not in {card.finish, card.finish_paused, card.discard}


@pytest.mark.parametrize("first", [None, *WalkState])
@pytest.mark.parametrize("then", [None, *WalkState])
def test_no_state_leaves_anything_behind_in_the_next(card, qtbot, first, then):
    show(card, first)
    show(card, then)
    other = WalkCard()
    qtbot.addWidget(other)
    show(other, then)
    assert buttons(card) == buttons(other)
    assert card.title.words == other.title.words
    assert card._goal_row.isVisible() == (then is None)


def test_a_goal_shown_is_no_goal_set(card):
    heard = []
    card.goal_set.connect(heard.append)
    card.show_ready(25)
    assert heard == []
    card.goal.setValue(0)
    assert heard == [None]


def test_a_card_of_no_goal_shows_none(card):
    card.show_open(walk(WalkState.RUNNING, goal=None), WalkState.RUNNING, 754_000)
    assert "goal" not in card.face.accessibleDescription().lower()
