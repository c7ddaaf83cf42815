"""Flare-ups and days without a walk on the chart, in its table, its tips and its words."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walktrack.domain.period import Grain, Period
from walktrack.domain.summary import Bucket
from walktrack.reports.flare_ups import hatched
from walktrack.reports.table import table
from walktrack.reports.telling import Kind, describe, spoken


@pytest.fixture
def chart(light, words):
    from walktrack.reports.figure import chart

    return chart(Kind.TIME, light, words, (577, 430))


@pytest.fixture
def marked(four_weeks, today):
    """Four weeks of walks, a flare-up of five days and one that goes on, no walk on a day."""
    ago = [today - timedelta(days=days) for days in range(28)]
    flares = Period(ago[20], ago[16]), Period(ago[2], ago[0])
    nothing = Bucket(ago[3], ago[3], 0, 0.0, None, None, None, no_walk=1)
    buckets = [
        replace(each, flare_up=int(any(f.first <= each.first <= f.last for f in flares)))
        for each in (*four_weeks.buckets, nothing)
    ]
    buckets.sort(key=lambda bucket: bucket.first)
    return replace(four_weeks, buckets=tuple(buckets), flare_ups=flares)


def texts(chart):
    figure = chart.sheet.figure
    return [t.get_text() for t in figure.texts + figure.artists
            if hasattr(t, "get_text") and t.get_visible() and t.get_text()]  # fmt: skip


def strokes(chart):
    return chart._flare_ups._hatching.get_segments()


def test_the_days_are_hatched_in_both_panels_and_named_on_the_picture(chart, marked):
    chart.show(marked)
    assert texts(chart).count("flare-up") == 2
    xs = [x for stroke in strokes(chart) for x, _ in stroke]
    first, last = marked.flare_ups
    whole = chart._whole
    for x in xs:
        day = whole.low[0] + (x - whole.left) / whole.unit
        assert any(
            f.first.toordinal() - 0.01 <= day <= f.last.toordinal() + 1.01 for f in (first, last)
        )
    heights = [y for stroke in strokes(chart) for _, y in stroke]
    assert min(heights) == pytest.approx(whole.bottom)
    assert max(heights) == pytest.approx(whole.top)


def test_without_any_there_is_no_stroke_no_cross_and_no_legend(chart, marked, four_weeks):
    chart.show(marked)
    chart.show(four_weeks)
    assert strokes(chart) == []
    assert list(chart._minutes._without.get_xdata()) == []
    assert not {"flare-up", "no walk, as you said"} & set(texts(chart))


def test_a_day_without_a_walk_has_a_cross_on_the_axis_and_its_legend(chart, marked, today):
    chart.show(marked)
    assert "no walk, as you said" in texts(chart)
    (x,) = chart._minutes._without.get_xdata()
    day = today - timedelta(days=3)
    assert x == pytest.approx(chart._whole.x(day.toordinal() + 0.5))


def test_weeks_have_the_hatching_and_no_crosses(chart, marked, today):
    week = Bucket(today - timedelta(days=6), today, 4, 70.0, 5.0, 4.0, 4.5, no_walk=2, flare_up=3)
    chart.show(replace(marked, grain=Grain.WEEK, buckets=(week,)))
    assert strokes(chart)
    assert list(chart._minutes._without.get_xdata()) == []


def test_no_name_stands_in_another_or_in_the_newest_number(chart, marked, today):
    close = tuple(
        Period(today - timedelta(days=days + 1), today - timedelta(days=days))
        for days in (12, 9, 6, 3, 0)
    )
    chart.show(replace(marked, flare_ups=close))
    renderer = chart.sheet.canvas.get_renderer()
    written = (*chart._flare_ups._names, chart._minutes._newest)
    boxes = [
        text.get_window_extent(renderer)
        for text in written
        if text.get_visible() and text.get_text()
    ]
    assert len(boxes) > 1
    for index, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[index + 1 :])


def test_an_empty_chart_after_a_full_one_keeps_nothing_of_it(chart, marked):
    chart.show(marked)
    chart.show(replace(marked, buckets=(), medians=(), flare_ups=()))
    assert texts(chart) == ["Your walks will appear here."]
    assert strokes(chart) == []


@given(*(st.floats(0, 400) for _ in range(4)))
def test_strokes_stay_inside_their_rectangle(left, wide, bottom, tall):
    right, top = left + wide, bottom + tall
    for one, other in hatched(left, right, bottom, top, 8.0):
        for x, y in (one, other):
            assert left - 1e-6 <= x <= right + 1e-6
            assert bottom - 1e-6 <= y <= top + 1e-6


def test_the_table_has_columns_for_what_there_is(marked, four_weeks, words):
    told = table(marked, words, Kind.TIME)
    assert told.headers[-2:] == ("No walk", "Flare-up")
    assert {row[-2:] for row in told.rows} == {("–", "–"), ("yes", "–"), ("–", "yes")}
    assert "Flare-up" not in table(four_weeks, words, Kind.TIME).headers


def test_the_tip_says_it_and_so_does_the_sentence_for_the_ear(marked, words, today):
    nothing = next(bucket for bucket in marked.buckets if bucket.no_walk)
    assert describe(nothing, words, Grain.DAY) == "Thu 19 Nov: No walk, as you said."
    week = Bucket(today, today, 0, 0.0, None, None, None, no_walk=2, flare_up=1)
    said = describe(week, words, Grain.WEEK)
    assert said.endswith("No walk on 2 days, as you said. Flare-up on 1 day.")
    assert "No walk on 1 day, as you said." in spoken(marked, words, Kind.TIME)
    assert "Flare-up on" in spoken(marked, words, Kind.TIME)
