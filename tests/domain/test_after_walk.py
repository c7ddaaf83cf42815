from itertools import product

import pytest

from walktrack.domain.after_walk import Felt, Legs, are_asked, signs_of
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating, Reporter, WalkPain
from walktrack.domain.warning_signs import Level, highest

NOON = Moment(1_780_000_000_000, 120)


def pain(before, after, **more):
    def rating(moment, value):
        if value is None:
            return None
        return PainRating(moment.value, "anna", "w", moment, NOON, value, NOON, **more)

    return WalkPain(before=rating(PainMoment.BEFORE, before), after=rating(PainMoment.AFTER, after))


@pytest.mark.parametrize(
    ("before", "after", "stopped", "asked"),
    [
        (3, 4, False, False),
        (3, 5, False, True),
        (10, 10, False, False),
        (5, 3, False, False),
        (None, 9, False, False),
        (3, None, False, False),
        (None, None, True, True),
        (5, 3, True, True),
    ],
)
def test_a_rise_of_two_or_a_walk_stopped_for_pain_asks(before, after, stopped, asked):
    assert are_asked(pain(before, after), stopped_for_pain=stopped) is asked


def test_a_carers_guess_asks_too():
    assert are_asked(pain(1, 6, reporter=Reporter.GUESS), stopped_for_pain=False)


LEADS = {
    (Felt.SHARP, Legs.NEITHER): Level.PAUSE,
    (Felt.GIVING_WAY, None): Level.PAUSE,
    (Felt.NEITHER, Legs.ONE): Level.DOCTOR,
    (Felt.SHARP, Legs.ONE): Level.DOCTOR,
    (None, Legs.WORSE): Level.EMERGENCY,
    (Felt.SHARP, Legs.WORSE): Level.EMERGENCY,
    (Felt.NEITHER, Legs.NEITHER): None,
    (None, None): None,
}


@pytest.mark.parametrize(("answers", "level"), LEADS.items())
def test_answers_lead_to_their_level(answers, level):
    assert highest(signs_of(*answers)) is level


def test_each_answer_but_a_no_is_one_sign():
    for felt, legs in product([None, *Felt], [None, *Legs]):
        said = [each for each in (felt, legs) if each and each.value != "neither"]
        assert len(signs_of(felt, legs)) == len(said)
