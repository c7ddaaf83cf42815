"""Times of day, lengths and numbers of other programs, in every usual form."""

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.column_map import Unit
from walktrack.exchange.foreign.times import clock_in, length_in, number_in, unit_told

MINUTE = 60_000


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:05", time(14, 5)),
        ("9:05", time(9, 5)),
        ("14.05", time(14, 5)),
        ("14h05", time(14, 5)),
        ("14:05:30", time(14, 5, 30)),
        ("1:05 pm", time(13, 5)),
        ("1:05\u202fPM", time(13, 5)),
        ("1:05 p.m.", time(13, 5)),
        ("1 pm", time(13)),
        ("12:30 am", time(0, 30)),
        ("12 pm", time(12)),
        ("9", None),
        ("24:00", None),
        ("13:05 pm", None),
        ("0:30 am", None),
        ("14:60", None),
        ("14:5", None),
        ("soon", None),
        ("", None),
    ],
)
def test_times_of_day(text, clock):
    assert clock_in(text) == clock


@given(st.times().map(lambda t: t.replace(microsecond=0)))
def test_every_time_comes_back(clock):
    assert clock_in(f"{clock:%H:%M:%S}") == clock
    assert clock_in(f"{clock:%I:%M:%S %p}") == clock


@pytest.mark.parametrize(
    ("text", "unit", "minutes"),
    [
        ("45", Unit.MINUTES, 45),
        ("1.5", Unit.HOURS, 90),
        ("2700", Unit.SECONDS, 45),
        ("1:05", Unit.HOURS_MINUTES, 65),
        ("45:30", Unit.MINUTES_SECONDS, 45.5),
        ("95:00", Unit.MINUTES_SECONDS, 95),
        ("0:45:30", Unit.MINUTES, 45.5),
        ("45 min", Unit.HOURS, 45),
        ("1 h 5 min", Unit.SECONDS, 65),
        ("1h5", Unit.MINUTES, None),
        ("1h05m", Unit.MINUTES, 65),
        ("1.5 hours", Unit.MINUTES, 90),
        ("90 minutes", Unit.MINUTES, 90),
        ("90 sec", Unit.MINUTES, 1.5),
        ("PT1H5M", Unit.MINUTES, 65),
        ("1:05", Unit.MINUTES, None),
        ("45", Unit.HOURS_MINUTES, None),
        ("1:75", Unit.HOURS_MINUTES, None),
        ("-5", Unit.MINUTES, None),
        ("PT", Unit.MINUTES, None),
        ("", Unit.MINUTES, None),
        ("45 km", Unit.MINUTES, None),
    ],
)
def test_lengths(text, unit, minutes):
    expected = None if minutes is None else round(minutes * MINUTE)
    assert length_in(text, unit, ".") == expected


def test_the_decimal_sign_is_kept_apart_from_the_other_one():
    assert number_in("12,5", ",") == 12.5
    assert number_in("12.5", ",") is None
    assert number_in("1,200", ".") is None
    assert length_in("12,5", Unit.MINUTES, ",") == 12.5 * MINUTE
    assert length_in("1,5 h", Unit.MINUTES, ".") == 90 * MINUTE


@given(st.integers(0, 24 * 60))
def test_every_length_comes_back_in_every_form(minutes):
    hours, rest = divmod(minutes, 60)
    ms = minutes * MINUTE
    assert length_in(f"{minutes}", Unit.MINUTES, ".") == ms
    assert length_in(f"{hours}:{rest:02}", Unit.HOURS_MINUTES, ".") == ms
    assert length_in(f"{hours}:{rest:02}:00", Unit.SECONDS, ".") == ms
    assert length_in(f"{hours} h {rest} min", Unit.SECONDS, ".") == ms
    assert length_in(f"{minutes * 60}", Unit.SECONDS, ".") == ms


@given(st.text(max_size=80), st.sampled_from(Unit), st.sampled_from(".,"))
def test_any_text_is_a_length_or_none(text, unit, decimal):
    length = length_in(text, unit, decimal)
    assert length is None or length >= 0
    number = number_in(text, decimal)
    assert number is None or number >= 0


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("0:45", Unit.HOURS_MINUTES),
        ("45:30", Unit.MINUTES_SECONDS),
        ("45", None),
        ("0:45:30", None),
    ],
)
def test_a_colon_tells_the_unit(text, unit):
    assert unit_told(text) is unit
