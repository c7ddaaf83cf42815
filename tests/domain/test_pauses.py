"""Pauses lie inside their walk, in order, and never one in another."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.pauses import Pause, fitting, read, tidy, total_ms, written

MINUTE = 60_000
PAUSES = st.lists(
    st.tuples(st.integers(0, 10**7), st.integers(1, 10**7)).map(lambda p: Pause(p[0], sum(p)))
)


@given(PAUSES, st.integers(0, 2 * 10**7))
def test_tidied_they_cover_the_same_time_once_and_no_more(pauses, span):
    found = tidy(pauses, span)
    assert list(found) == sorted(found)
    assert all(a.to_ms < b.from_ms for a, b in pairwise(found))
    for at in {edge for p in pauses for edge in (p.from_ms, p.to_ms - 1)}:
        inside = any(p.from_ms <= at < p.to_ms for p in pauses) and at < span
        assert inside == any(p.from_ms <= at < p.to_ms for p in found)


@given(PAUSES)
def test_written_they_can_be_read(pauses):
    assert read(written(tuple(pauses))) == tuple(pauses)


@pytest.mark.parametrize("text", ["5", "5-5", "9-3", "a-b", "1-2-3", "-1-5"])
def test_what_is_no_pause_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011 - whichever way it is none
        read(text)


def test_pauses_that_leave_no_room_for_the_walking_are_unknown():
    pauses = (Pause(0, 5 * MINUTE), Pause(10 * MINUTE, 15 * MINUTE))
    assert total_ms(pauses) == 10 * MINUTE
    assert fitting(pauses, 30 * MINUTE, 20 * MINUTE) == pauses
    assert fitting(pauses, 30 * MINUTE, 21 * MINUTE) == ()
    assert fitting(pauses, 12 * MINUTE, 4 * MINUTE) == (pauses[0], Pause(10 * MINUTE, 12 * MINUTE))
