from dataclasses import replace
from datetime import date, timedelta
from math import isnan

import pytest

from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket

SIZE = (577, 430)


@pytest.fixture
def chart(light, words):
    from walktrack.reports.figure import chart
    from walktrack.reports.telling import Kind

    return chart(Kind.TIME, light, words, SIZE)


def seen(chart):
    """Every text that can be read on the picture."""
    return {
        text.get_text()
        for text in chart.sheet.figure.texts + chart.sheet.figure.artists
        if hasattr(text, "get_text") and text.get_visible() and text.get_text()
    }


def bars(chart):
    return [path.vertices for path in chart._minutes._bars.get_paths()]


def test_bars_stand_on_zero_as_high_as_their_minutes(chart, overview):
    chart.show(overview({3: (10, 5, 4), 1: (20, 5, 4)}))
    ten, twenty = bars(chart)
    assert ten[:, 1].min() == twenty[:, 1].min()
    height = ten[:, 1].max() - ten[:, 1].min()
    assert twenty[:, 1].max() - twenty[:, 1].min() == pytest.approx(2 * height)
    assert twenty[:, 0].mean() > ten[:, 0].mean()


def test_the_goal_is_a_line_with_its_words_at_the_height_of_a_bar_that_meets_it(chart, overview):
    chart.show(overview({1: (20, 5, 4)}, goal=20))
    assert "goal 20 min" in seen(chart)
    goal = chart._minutes._line.get_ydata()
    assert goal[0] == goal[1] == pytest.approx(bars(chart)[0][:, 1].max())


def test_without_a_goal_there_is_no_line(chart, overview):
    chart.show(overview({1: (20, 5, 4)}, goal=20))
    chart.show(overview({1: (20, 5, 4)}, goal=None))
    assert not any("goal" in text for text in seen(chart))
    assert list(chart._minutes._line.get_xdata()) == []


def test_the_goal_of_a_walk_is_not_drawn_over_weeks(chart, overview, today):
    week = Bucket(today - timedelta(days=6), today, 4, 70.0, 5.0, 4.0, 4.5)
    weekly = replace(overview({}), grain=Grain.WEEK, buckets=(week,), goal_minutes=20)
    chart.show(weekly)
    assert not any("goal" in text for text in seen(chart))
    assert {"Minutes walked each week", "average before the walk"} <= seen(chart)


def test_the_goal_words_make_way_for_high_bars(chart, overview):
    chart.show(overview(dict.fromkeys(range(19, 28), (30, 5, 4)), goal=20))
    left_of_words = chart._minutes._goal.get_position()[0]
    assert left_of_words > max(bar[:, 0].max() for bar in bars(chart))


def test_the_newest_bar_says_its_minutes(chart, overview):
    chart.show(overview({5: (33, 5, 4), 1: (17, 5, 4)}))
    assert "17" in seen(chart)
    assert "33" not in seen(chart)


def test_before_is_an_open_circle_and_after_a_filled_square_joined_by_a_stroke(chart, overview):
    chart.show(overview({4: (12, 6, 3), 2: (12, 4, None)}))
    panel = chart._pain
    before, after = panel._before, panel._after
    assert (before.get_marker(), after.get_marker()) == ("o", "s")
    assert before.get_markerfacecolor() == chart.sheet.ink.face
    assert len(before.get_xdata()) == 2
    assert len(after.get_xdata()) == 1
    (stroke,) = panel._joins.get_segments()
    assert stroke[0][1] == pytest.approx(before.get_ydata()[0])
    assert stroke[1][1] == pytest.approx(after.get_ydata()[0])
    assert before.get_ydata()[0] > after.get_ydata()[0]
    assert {"before the walk", "after the walk", "Pain (0 = none, 10 = worst)"} <= seen(chart)


def test_pain_always_spans_zero_to_ten(chart, overview):
    heights = []
    for value in (0, 10):
        chart.show(overview({2: (12, value, value)}))
        heights.append(chart._pain._before.get_ydata()[0])
        assert {"0", "5", "10"} <= seen(chart)
    chart.show(overview({2: (12, 5, 5)}))
    assert chart._pain._before.get_ydata()[0] == pytest.approx(sum(heights) / 2)


def test_a_day_with_pain_and_no_walk_has_no_bar_and_its_own_mark(chart, overview, today):
    rated = Bucket(today, today, 0, 0.0, None, None, 6.0)
    chart.show(replace(overview({}), buckets=(rated,)))
    assert bars(chart) == []
    assert len(chart._pain._other.get_xdata()) == 1
    assert "without a walk" in seen(chart)


def test_the_median_breaks_where_more_than_two_days_lie_between(four_weeks):
    from walktrack.reports.pain_panel import broken

    points = broken(four_weeks.medians)
    assert [isnan(value) for _, value in points] == [False] * 3 + [True] + [False] * 3


def test_without_values_it_says_so_calmly_and_comes_back(chart, overview, four_weeks):
    chart.show(four_weeks)
    before = seen(chart)
    chart.show(overview({}))
    assert seen(chart) == {"Your walks will appear here."}
    assert bars(chart) == []
    assert chart.at(200, 200) is None
    chart.show(four_weeks)
    assert seen(chart) == before


def test_a_single_day_is_a_bar_among_days_not_a_wall(chart, overview, today):
    chart.show(overview({0: (15, 5, 4)}, days=1))
    (bar,) = bars(chart)
    assert bar[:, 0].max() - bar[:, 0].min() < SIZE[0] / 10
    assert bar[:, 0].mean() > 0.9 * SIZE[0]
    assert chart.at(bar[:, 0].mean(), SIZE[1] - bar[:, 1].mean()).first == today


def test_a_hundred_years_between_two_walks(chart, overview):
    first, last = date(1926, 11, 1), date(2026, 11, 30)
    months = tuple(
        Bucket(day, day.replace(day=30), 1, 12.0, 5.0, 4.0, 4.5)
        for day in (first, date(2026, 11, 1))
    )
    period = Period(first, last)
    chart.show(replace(overview({}), period=period, grain=Grain.MONTH, buckets=months))
    chart.sheet.pixels()
    assert len(bars(chart)) == 2
    assert "1960" in seen(chart)


@pytest.mark.parametrize("kept", [1, 3, 9])
def test_the_pointer_finds_every_bar_and_nothing_between(chart, overview, kept):
    chart.show(overview(dict.fromkeys(range(0, 28, kept), (12, 5, 4))))
    for number, bar in enumerate(bars(chart)):
        x, y = bar[:, 0].mean(), SIZE[1] - bar[:, 1].mean()
        assert chart.at(x, y) is chart.marks[number]
        spot = chart.spot(number)
        assert spot.left <= x <= spot.left + spot.width
        assert spot.top <= y <= spot.top + spot.height
        assert chart.at(x, 30) is None
    assert chart.at(1, 1) is None
    if kept == 9:
        first, second = (bar[:, 0].mean() for bar in bars(chart)[:2])
        assert chart.at((first + second) / 2, 200) is None


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("days", [1, 28])
def test_large_text_stays_on_the_sheet(light, words, overview, days, scale):
    from walktrack.reports.figure import chart
    from walktrack.reports.telling import Kind

    made = chart(Kind.TIME, replace(light, scale=scale), words, (560, 420 * scale))
    made.show(overview(dict.fromkeys(range(0, days, 2), (15, 5, 4)), days=days))
    renderer = made.sheet.canvas.get_renderer()
    for text in made.sheet.figure.texts + made.sheet.figure.artists:
        if hasattr(text, "get_text") and text.get_visible() and text.get_text():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, text.get_text()
            assert box.x1 <= 561, text.get_text()
            assert box.y0 >= -1, text.get_text()
            assert box.y1 <= 420 * scale + 1, text.get_text()


HOSTILE = ["$x$", "$", "<b>bold</b>", "😀 🚶", "مشي اليوم", "x" * 400, "a\nb", "\x00\x07", "{n}"]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_words_are_drawn_as_they_are(light, words, four_weeks, text):
    from walktrack.reports.figure import chart
    from walktrack.reports.telling import Kind

    odd = replace(words, pain_title=text, median_legend=text, goal=text, day=lambda day: text)
    made = chart(Kind.TIME, light, odd, SIZE)
    made.show(four_weeks)
    _, width, height = made.sheet.pixels()
    assert (width, height) == SIZE


def test_artists_are_made_once(chart, four_weeks, overview):
    chart.show(four_weeks)
    before = list(map(id, chart.sheet.figure.get_children()))
    chart.show(overview({1: (12, 5, 4)}))
    chart.sheet.resize(900, 700)
    chart.show(four_weeks)
    assert list(map(id, chart.sheet.figure.get_children())) == before


def test_a_carers_guess_is_hollow_and_of_dashes_and_has_its_own_words(chart, overview):
    said = overview({3: (10, 5, 4), 1: (20, None, None)})
    chart.show(said)
    assert "a carer's guess" not in seen(chart)
    day = replace(said.buckets[1], guess_before=7.0, guess_after=6.0, guess=6.5, guesses=2)
    chart.show(replace(said, buckets=(said.buckets[0], day)))
    assert "a carer's guess" in seen(chart)
    pain = chart._pain
    for marks in (pain._guess_before, pain._guess_after):
        assert len(marks.get_xdata()) == 1
        assert marks.get_markerfacecolor() == "none"
    assert len(pain._before.get_xdata()) == len(pain._after.get_xdata()) == 1
    chart.show(said)
    assert len(pain._guess_before.get_xdata()) == 0


def test_a_guess_without_a_walk_is_drawn_too(chart, overview):
    said = overview({1: (20, None, None)})
    day = replace(said.buckets[0], walks=0, minutes=0.0, guess=6.0, guesses=1)
    chart.show(replace(said, buckets=(day,)))
    assert len(chart._pain._guess_before.get_xdata()) == 1
