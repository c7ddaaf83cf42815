from dataclasses import replace

import numpy as np
import pytest

from walktrack.domain.period import Grain
from walktrack.domain.summary import DayDot
from walktrack.reports.table import table
from walktrack.reports.telling import Kind, describe, spoken

SIZE = (577, 430)
DOTS = [(10, 4.5, 1), (20, 3, 6), (20, 7, 2, False), (35, 10, 1), (0, 0, 1)]


@pytest.fixture
def chart(light, words):
    from walktrack.reports.figure import chart

    return chart(Kind.NEXT_DAY, light, words, SIZE)


@pytest.fixture
def days(overview):
    def make(dots=DOTS):
        return replace(overview({}), day_dots=tuple(DayDot(*dot) for dot in dots))

    return make


def seen(chart):
    return {
        text.get_text()
        for text in chart.sheet.figure.artists
        if hasattr(text, "get_text") and text.get_visible() and text.get_text()
    }


def test_pain_stands_on_a_fixed_axis_that_says_which_end_is_worse(chart, days):
    chart.show(days([(10, 3, 1)]))
    assert {"Pain the next day (0 = none, 10 = worst)", "0", "10"} <= seen(chart)
    assert "minutes walked on the day before" in seen(chart)


def test_dots_stand_where_their_values_are(chart, days):
    chart.show(days())
    panel = chart._cloud._panel
    spots = {tuple(spot) for spot in chart._cloud._whole.get_offsets()}
    assert spots == {(panel.x(x), panel.y(y)) for x, y in [(10, 4.5), (20, 3), (35, 10), (0, 0)]}
    (ring,) = chart._cloud._rings.get_offsets()
    assert tuple(ring) == (panel.x(20), panel.y(7))
    assert {"1 day", "6 days", "typed later, or a carer's guess"} <= seen(chart)


def test_the_pointer_finds_every_dot_in_the_order_of_minutes(chart, days):
    chart.show(days())
    assert [(dot.minutes, dot.pain) for dot in chart.marks] == [
        (0, 0), (10, 4.5), (20, 3), (20, 7), (35, 10),
    ]  # fmt: skip
    for number, mark in enumerate(chart.marks):
        spot = chart.spot(number)
        assert chart.at(spot.left + spot.width / 2, spot.top + spot.height / 2) is mark
    assert chart.at(SIZE[0] - 3, 200) is None


def test_without_dots_it_says_so(chart, days):
    chart.show(days())
    chart.show(days([]))
    assert seen(chart) == {"Days and the pain of the day after will appear here."}
    assert chart.at(200, 200) is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_text_stays_on_the_sheet(light, words, days, scale):
    from walktrack.reports.figure import chart

    made = chart(Kind.NEXT_DAY, replace(light, scale=scale), words, (560, 420 * scale))
    made.show(days([*DOTS, (600, 5, 300)]))
    renderer = made.sheet.canvas.get_renderer()
    for text in made.sheet.figure.artists:
        if hasattr(text, "get_text") and text.get_visible() and text.get_text():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, text.get_text()
            assert box.x1 <= 561, text.get_text()
            assert box.y1 <= 420 * scale + 1, text.get_text()


def test_it_is_told_in_a_sentence(words, days):
    said = spoken(days(), words, Kind.NEXT_DAY)
    assert said == "11 days: 0 to 35 minutes walked, pain 0 to 10 the next day."
    assert spoken(days([]), words, Kind.NEXT_DAY) == words.no_day_dots


def test_a_dot_is_told_in_words(words):
    said = describe(DayDot(20, 4.5, 2), words, Grain.DAY)
    assert said == "20 min, 2 days: pain 4.5 the next day."
    said = describe(DayDot(20, 4, 1, sure=False), words, Grain.DAY)
    assert said == "20 min, 1 day: pain 4 the next day. Typed later, or a carer's guess."


def test_the_table_has_a_column_of_doubts_only_where_there_are_any(words, days):
    found = table(days(), words, Kind.NEXT_DAY)
    assert found.headers == ("Minutes", "Pain the next day", "Days", "Later or a guess")
    assert ("20", "7", "2", "yes") in found.rows
    assert ("20", "3", "6", "–") in found.rows
    found = table(days([(10, 3, 1)]), words, Kind.NEXT_DAY)
    assert found.rows == (("10", "3", "1"),)


@pytest.mark.parametrize("dots", [[(10, 3, 1)], [(10, 3, 2, False)], []])
def test_nothing_is_drawn_in_the_corner_where_no_dot_is(chart, days, dots):
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    chart.show(days())
    chart.show(days(dots))
    canvas = FigureCanvasAgg(chart.sheet.figure)
    canvas.draw()
    corner = np.asarray(canvas.buffer_rgba())[-12:, :12]
    assert (corner == corner[0, 0]).all()
