"""When the questions of the morning and of the evening are due."""

from datetime import time

import pytest

from walktrack.domain.due import due
from walktrack.domain.pain import PainMoment

MORNING, DAY = PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE


@pytest.mark.parametrize(
    ("at", "found"),
    [
        (time(3, 59), set()),
        (time(4), {MORNING}),
        (time(11, 59), {MORNING}),
        (time(12), set()),
        (time(17, 59), set()),
        (time(18), {DAY}),
        (time(23, 59, 59), {DAY}),
        (time(0), set()),
    ],
)
def test_each_is_due_for_some_hours_until_it_is_answered(at, found):
    assert due(at, []) == found
    assert due(at, [MORNING, DAY]) == set()
    assert due(at, [PainMoment.OTHER, PainMoment.BEFORE]) == found
