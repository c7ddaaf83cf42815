from dataclasses import replace

import pytest

SIZE = (577, 430)


@pytest.fixture
def chart(light, words):
    from walktrack.reports.figure import chart
    from walktrack.reports.telling import Kind

    return chart(Kind.CHANGE, light, words, SIZE)


def seen(chart):
    return {
        text.get_text()
        for text in chart.sheet.figure.artists
        if hasattr(text, "get_text") and text.get_visible() and text.get_text()
    }


def test_more_minutes_are_further_right_and_higher_pain_further_up(chart, overview):
    chart.show(overview({}, dots=[(10, -2, 1), (20, 0, 1), (30, 2, 1)]))
    at = sorted(tuple(point) for point in chart._cloud._whole.get_offsets())
    assert at[0][1] < at[1][1] < at[2][1]
    assert at[1][0] - at[0][0] == pytest.approx(at[2][0] - at[1][0])
    assert at[1][1] == pytest.approx(chart._zero.get_ydata()[0])


@pytest.mark.parametrize("change", [-10, -4, 0, 3, 10])
def test_the_axis_is_as_long_up_as_down(chart, overview, change):
    chart.show(overview({}, dots=[(10, change, 1)]))
    panel = chart._panel
    assert chart._zero.get_ydata()[0] == pytest.approx((panel.bottom + panel.top) / 2)
    assert panel.bottom < chart._cloud._whole.get_offsets()[0][1] < panel.top


def test_the_sides_are_named_in_words(chart, overview):
    chart.show(overview({}, dots=[(10, 1, 1)]))
    assert {"higher after the walk", "same as before", "lower after the walk"} <= seen(chart)
    assert {"+2", "0", "\N{MINUS SIGN}2", "minutes walked"} <= seen(chart)


def test_the_area_of_a_dot_follows_its_count(chart, overview):
    chart.show(overview({}, dots=[(10, 1, 2), (20, 0, 6)]))
    small, large = sorted(chart._cloud._whole.get_sizes())
    assert large == pytest.approx(3 * small)
    assert {"1 walk", "6 walks"} <= seen(chart)


def test_counts_are_explained_only_where_they_differ(chart, overview):
    chart.show(overview({}, dots=[(10, 1, 1), (12, 0, 1)]))
    assert "1 walk" not in seen(chart)


def test_the_words_on_the_zero_line_are_not_hidden_by_dots(chart, overview):
    chart.show(overview({}, dots=[(1, 0, 9), (40, 1, 1)]))
    words = chart._sides[1]
    assert words.get_position()[1] > chart._panel.y(0) + chart._cloud.radius(9)


def test_the_pointer_finds_every_dot(chart, overview):
    chart.show(overview({}, dots=[(5, -3, 1), (5, 3, 9), (40, 0, 2)]))
    for number, mark in enumerate(chart.marks):
        spot = chart.spot(number)
        assert chart.at(spot.left + spot.width / 2, spot.top + spot.height / 2) is mark
    assert chart.at(SIZE[0] / 2, 20) is None


def test_marks_go_from_few_minutes_to_many(chart, overview):
    chart.show(overview({}, dots=[(40, 0, 2), (5, 3, 9), (5, -3, 1)]))
    assert [(dot.minutes, dot.change) for dot in chart.marks] == [(5, -3), (5, 3), (40, 0)]


def test_without_dots_it_says_so(chart, overview):
    chart.show(overview({}, dots=[(10, 1, 4)]))
    chart.show(overview({}))
    assert seen(chart) == {"Walks with pain before and after will appear here."}
    assert not chart._cloud._whole.get_visible()
    assert chart.at(200, 200) is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_large_text_stays_on_the_sheet(light, words, overview, scale):
    from walktrack.reports.figure import chart
    from walktrack.reports.telling import Kind

    made = chart(Kind.CHANGE, replace(light, scale=scale), words, (560, 420 * scale))
    made.show(overview({}, dots=[(10, 1, 1), (12, 0, 40), (600, -10, 1200)]))
    renderer = made.sheet.canvas.get_renderer()
    for text in made.sheet.figure.artists:
        if hasattr(text, "get_text") and text.get_visible() and text.get_text():
            box = text.get_window_extent(renderer)
            assert box.x0 >= -1, text.get_text()
            assert box.x1 <= 561, text.get_text()
            assert box.y1 <= 420 * scale + 1, text.get_text()


def test_what_is_not_sure_is_a_ring_beside_the_dots_and_explained(chart, overview):
    chart.show(overview({}, dots=[(10, -2, 1), (20, 0, 1, False), (20, 0, 2)]))
    assert len(chart._cloud._whole.get_sizes()) == 2
    assert len(chart._cloud._rings.get_sizes()) == 1
    assert "typed later, or a carer's guess" in seen(chart)
    chart.show(overview({}, dots=[(10, -2, 1)]))
    assert "typed later, or a carer's guess" not in seen(chart)
    assert not chart._cloud._rings.get_visible()
