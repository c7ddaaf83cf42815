from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.moment import Moment
from walktrack.domain.warning_signs import (
    Level,
    Resolution,
    Sign,
    SignCheck,
    SignMoment,
    highest,
)

NOON = Moment(1_780_000_000_000, 120)
SIGNS = st.frozensets(st.sampled_from(Sign))


def check(*signs, **more):
    return SignCheck("c", "anna", frozenset(signs), SignMoment.ASKED, NOON, NOON, **more)


def test_the_list_is_the_one_that_was_fixed():
    codes = [sign.value for sign in Sign]
    assert codes == [
        *(f"E{number}" for number in range(1, 9)),
        *(f"S{number}" for number in range(1, 11)),
        *(f"P{number}" for number in range(1, 5)),
    ]


@given(SIGNS, SIGNS)
def test_one_more_sign_never_lowers_the_level(signs, more):
    order = [*Level, None]
    assert order.index(highest(signs | more)) <= order.index(highest(signs))


@given(SIGNS)
def test_the_highest_level_wins(signs):
    letters = "".join(sorted({sign.value[0] for sign in signs}))
    first = {"E": Level.EMERGENCY, "P": Level.PAUSE, "S": Level.DOCTOR}
    wanted = next((first[letter] for letter in "ESP" if letter in letters), None)
    assert highest(signs) is wanted
    assert check(*signs).level is wanted


@pytest.mark.parametrize(
    ("signs", "is_open"),
    [
        ((Sign.BLADDER,), True),
        ((Sign.FEVER, Sign.DIZZY), True),
        ((Sign.DIZZY,), False),
        ((), False),
    ],
)
def test_what_asks_for_help_is_open_until_it_is_resolved(signs, is_open):
    asked = check(*signs)
    assert asked.is_open is is_open
    assert replace(asked, read=NOON).is_open is is_open
    assert not replace(asked, resolved=NOON, resolution=Resolution.CHECKED).is_open


@pytest.mark.parametrize("half", [{"resolved": NOON}, {"resolution": Resolution.MISTAKE}])
def test_half_a_resolution_is_none(half):
    with pytest.raises(ValueError, match="when and how"):
        check(Sign.FEVER, **half)


def test_signs_stand_in_the_order_of_the_list():
    ticked = check(Sign.NO_BETTER, Sign.DIZZY, Sign.WEIGHT_LOSS, Sign.CHEST).in_order
    assert [sign.value for sign in ticked] == ["E7", "S2", "S10", "P3"]
