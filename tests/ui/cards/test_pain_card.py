"""The pain card asks what fits the moment, with nothing chosen beforehand."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating, Place, WalkPain
from walktrack.domain.person import DEFAULT_TEN_ANCHOR
from walktrack.ui.cards.pain_card import GivenButton, PainCard
from walktrack.ui.cards.pain_view import PainView, Stage

NOON = Moment(1_780_000_000_000, 60)
BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER


@pytest.fixture
def card(qtbot, look):
    made = PainCard(DEFAULT_TEN_ANCHOR)
    qtbot.addWidget(made)
    made.resize(616, 300)
    made.show()
    return made


def rating(moment, value, walked_ms=None, name="r"):
    return PainRating(name, "p", "w", moment, NOON, value, NOON, walked_ms=walked_ms)


def asked(card):
    return {m: s.value for m, s in card.scales.items() if s.isVisible()}


def chips(card):
    QApplication.processEvents()  # what is added is shown in the next turn
    return [c for c in card.findChildren(GivenButton) if c.isVisible()]


@pytest.mark.parametrize(
    ("stage", "questions"),
    [(Stage.READY, {BEFORE}), (Stage.WALKING, {BEFORE, DURING}), (Stage.DONE, {BEFORE, AFTER})],
)
def test_each_stage_has_its_questions_and_no_answer(card, stage, questions):
    card.show_view(PainView(stage, WalkPain(), {}))
    assert asked(card) == dict.fromkeys(questions)
    assert card.choice.isVisible() == (stage is Stage.READY)


def test_answers_are_shown_where_they_belong(card):
    pain = WalkPain(before=rating(BEFORE, 0), after=rating(AFTER, 10))
    card.show_view(PainView(Stage.DONE, pain, {}))
    assert asked(card) == {BEFORE: 0, AFTER: 10}


def test_showing_is_not_answering(card):
    heard = []
    card.rated.connect(lambda *answer: heard.append(answer))
    card.show_view(PainView(Stage.READY, WalkPain(before=rating(BEFORE, 4)), {}))
    card.show_view(PainView(Stage.READY, WalkPain(), {}))
    assert heard == []


def test_a_question_about_the_day_is_left_when_the_walk_begins(card):
    card.choice.pick(2)
    morning = PainMoment.NEXT_MORNING
    card.show_view(PainView(Stage.READY, WalkPain(), {morning: rating(morning, 3)}))
    assert asked(card) == {morning: 3}
    card.show_view(PainView(Stage.WALKING, WalkPain(), {}))
    card.show_view(PainView(Stage.READY, WalkPain(), {}))
    assert asked(card) == {BEFORE: None}


def test_the_answers_on_the_way_stand_in_the_corner(card):
    given = (rating(DURING, 4, 125_000, "a"), rating(DURING, 6, 300_000, "b"))
    card.show_view(PainView(Stage.WALKING, WalkPain(during=given), {}))
    assert [chip.text() for chip in chips(card)] == ["2 min: 4", "5 min: 6"]
    kept = chips(card)
    card.show_view(PainView(Stage.WALKING, WalkPain(during=given), {}))
    assert chips(card) == kept
    card.show_view(PainView(Stage.READY, WalkPain(during=given), {}))
    assert chips(card) == []


def test_many_answers_on_the_way_wrap(card, qtbot):
    given = tuple(rating(DURING, n % 11, n * 120_000, str(n)) for n in range(1, 13))
    card.show_view(PainView(Stage.WALKING, WalkPain(during=given), {}))
    qtbot.wait(1)
    assert card.minimumSizeHint().width() <= 616
    assert len(chips(card)) == 12


def test_where_it_hurts_is_asked_once_there_is_an_answer(card):
    card.show_view(PainView(Stage.READY, WalkPain(), {}))
    scale = card.scales[BEFORE]
    assert not scale.where.isVisible()
    given = replace(rating(BEFORE, 4), places=frozenset({Place.CALF}))
    heard = []
    card.where_wanted.connect(heard.append)
    for places, words in (
        (frozenset(), "Where?"),
        ({Place.CALF}, "Calf"),
        ({Place.CALF, Place.FOOT}, "2 places"),
    ):
        said = replace(given, places=frozenset(places))
        card.show_view(PainView(Stage.READY, WalkPain(before=said), {}))
        assert (scale.where.isVisible(), scale.where.text()) == (True, words)
        scale.where.click()
        assert heard[-1] == said
    assert scale.where.accessibleName() == "Where it hurts: Calf; Foot. Before the walk"
