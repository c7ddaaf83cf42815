"""Cut, split and merged, a walk keeps every minute that was walked and is kept."""

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from walktrack.domain.mending import MendError, MendFault, cut, merge, split
from walktrack.domain.moment import Moment
from walktrack.domain.pauses import Pause, tidy, total_ms
from walktrack.domain.walk import Details, Source, Walk, WalkState

MINUTE = 60_000
TEN = Moment.of(datetime.fromisoformat("2026-05-01T10:00+02:00"))


def walk(minutes=60, pauses=(), loose=0, start=TEN, walk_id="w", **more):
    """Return a walk with pauses given in minutes, and minutes not walked at no set time."""
    span = minutes * MINUTE
    found = tidy([Pause(a * MINUTE, b * MINUTE) for a, b in pauses], span)
    walked = span - total_ms(found) - loose * MINUTE
    return Walk(
        walk_id, "anna", start, start.plus(span), walked, WalkState.DONE, Source.TIMER, 20, start,
        pauses=found, **more,
    )  # fmt: skip


def spoken(one):
    """Return length, walked time and pauses in minutes."""
    span = (one.end.ms - one.start.ms) / MINUTE
    return span, one.minutes, [(p.from_ms / MINUTE, p.to_ms / MINUTE) for p in one.pauses]


@pytest.mark.parametrize(
    ("before", "minutes", "after"),
    [
        (walk(60), 20, (40, 40, [])),
        (walk(60, [(10, 20)]), 20, (40, 30, [(10, 20)])),
        (walk(60, [(45, 55)]), 10, (45, 45, [])),  # what is left ends with walking
        (walk(60, [(30, 50)]), 20, (30, 30, [])),
        (walk(60, loose=5), 20, (40, 35, [])),
    ],
)
def test_the_last_minutes_are_taken_off(before, minutes, after):
    assert spoken(cut(before, minutes * MINUTE)) == after


@pytest.mark.parametrize(
    ("before", "minutes"), [(walk(30), 30), (walk(30), 50), (walk(30, [(0, 20)]), 12)]
)
def test_a_walk_is_not_cut_to_nothing(before, minutes):
    with pytest.raises(MendError) as caught:
        cut(before, minutes * MINUTE)
    assert caught.value.fault is MendFault.NOTHING_LEFT


def test_split_in_a_pause_neither_part_has_it():
    first, second = split(walk(60, [(5, 10), (20, 30), (40, 45)]), 25 * MINUTE, "new")
    assert spoken(first) == (20, 15, [(5, 10)])
    assert spoken(second) == (30, 25, [(10, 15)])
    assert (second.start, second.id) == (TEN.plus(30 * MINUTE), "new")


def test_what_is_said_goes_with_the_part_it_is_about():
    said = Details(note="mill", warm_up=True, cool_down=True, stopped_for_pain=True)
    first, second = split(walk(60, details=said), 30 * MINUTE, "new")
    assert first.details == Details(note="mill", warm_up=True)
    assert second.details == Details(cool_down=True, stopped_for_pain=True)


@pytest.mark.parametrize("at", [0, 60, 90])
def test_a_walk_is_not_split_outside_itself(at):
    with pytest.raises(MendError) as caught:
        split(walk(60), at * MINUTE, "new")
    assert caught.value.fault is MendFault.OUTSIDE


def test_merged_the_time_between_is_a_pause():
    later = walk(20, [(5, 6)], start=TEN.plus(40 * MINUTE), walk_id="later")
    one = merge(later, walk(30))
    assert (one.id, spoken(one)) == ("w", (60, 49, [(30, 40), (45, 46)]))


def test_time_in_both_counts_once():
    both = merge(walk(30), walk(30, start=TEN.plus(20 * MINUTE), walk_id="x"))
    assert spoken(both) == (50, 50, [])
    twice = merge(walk(30, [(5, 10)]), walk(30, walk_id="x"))
    assert spoken(twice) == (30, 30, [])


def test_of_two_walks_known_by_the_day_the_minutes_are_added():
    noon = replace(walk(15, start=TEN.plus(120 * MINUTE), walk_id="x"), timed=False)
    one = merge(walk(30, [(5, 10)]), noon)
    assert (one.id, one.timed, one.start, one.minutes, one.pauses) == (
        "w", False, noon.start, 40, (),
    )  # fmt: skip


def test_far_apart_they_stay_two():
    with pytest.raises(MendError) as caught:
        merge(walk(30), walk(30, start=TEN.plus(24 * 60 * MINUTE)))
    assert caught.value.fault is MendFault.TOO_LONG


def test_no_word_of_a_note_is_lost():
    one = merge(
        walk(9, details=Details(note="out")),
        walk(9, start=TEN.plus(20 * MINUTE), details=Details(note="back")),
    )
    assert one.details.note == "out\nback"
    long = Details(note="x" * 6_000)
    with pytest.raises(MendError) as caught:
        merge(walk(9, details=long), walk(9, start=TEN.plus(20 * MINUTE), details=long))
    assert caught.value.fault is MendFault.NOTES_TOO_LONG


WALKS = st.builds(
    walk,
    st.integers(10, 120),
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 20)).map(lambda p: (p[0], sum(p)))),
    st.integers(0, 5),
)


@given(WALKS, st.integers(1, 119))
def test_split_and_merged_again_it_is_the_walk_it_was(one, at):
    assume(one.walked_ms > 0)
    try:
        first, second = split(one, at * MINUTE, "new")
    except MendError:
        return
    assert first.walked_ms + second.walked_ms == one.walked_ms
    again = merge(second, first)
    assert (again.start, again.walked_ms, again.details) == (one.start, one.walked_ms, one.details)
    # A pause at the place counts as one, and one at the end or the beginning is no walking.
    assert again.end <= one.end
    for part in (first, second, again):
        span = part.end.ms - part.start.ms
        assert tidy(part.pauses, span) == part.pauses
        assert 0 < part.walked_ms <= span - total_ms(part.pauses)


@given(WALKS, st.integers(1, 119))
def test_cut_no_more_is_lost_than_was_asked(one, minutes):
    assume(one.walked_ms > 0)
    try:
        short = cut(one, minutes * MINUTE)
    except MendError:
        return
    assert one.walked_ms - minutes * MINUTE <= short.walked_ms <= one.walked_ms
    assert short.end.ms <= one.end.ms - minutes * MINUTE
