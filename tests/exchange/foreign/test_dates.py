"""Dates of other programs: read in every usual form, and no order guessed that nothing settles."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from walktrack.domain.column_map import DateOrder
from walktrack.exchange.foreign.dates import When, settle, when_in

TODAY = date(2026, 11, 26)
DMY, MDY, YMD = DateOrder.DMY, DateOrder.MDY, DateOrder.YMD
SECOND_OF_MARCH = date(2026, 3, 2)
DAYS = st.dates(date(1930, 1, 1), TODAY)
WRITTEN = {
    DMY: "{0:%d}{1}{0:%m}{1}{0:%Y}",
    MDY: "{0:%m}{1}{0:%d}{1}{0:%Y}",
    YMD: "{0:%Y}{1}{0:%m}{1}{0:%d}",
}


@pytest.mark.parametrize(
    "text",
    [
        "2026-03-02", "2026/3/2", "20260302", "02/03/2026", "2.3.2026", "2. 3. 2026", "2-3-26",
        "2 Mar 2026", "2 March 2026", "2nd of March 2026", "Mar 2, 2026", "March 2nd 2026",
        "Mon, 2 Mar 2026", "Monday 2 March 2026", "2-Mar-26", "2026 Mar 2", "Mon 02/03/2026",
        "\u00a02 Mar\u202f2026 ",
    ],
)  # fmt: skip
def test_a_date_is_read_in_its_usual_forms(text):
    assert when_in(text, DMY, TODAY) == When(SECOND_OF_MARCH)


@pytest.mark.parametrize(
    "text",
    [
        "", "30/02/2026", "2026-13-01", "2/3", "2 Maybe 2026", "yesterday", "02/03/026", "1/2/3",
        "02-03/2026", "2026-03-02 at noon", "2026-03-02T25:00", "1899-12-31", "9999-01-01",
        "٢/٣/٢٠٢٦", "46083", "2026-03-02 10:00 +15:00", "2 Mar 2026" + " " * 100 + "x",
    ],
)  # fmt: skip
def test_what_is_no_date_is_none(text):
    assert when_in(text, DMY, TODAY) is None


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-03-02T14:05:09.123", time(14, 5, 9)),
        ("2026-03-02 2:05 pm", time(14, 5)),
        ("02/03/2026, 14.05", time(14, 5)),
        ("2 Mar 2026 14:05", time(14, 5)),
        ("2026-03-02 00:00:00", time(0)),
    ],
)
def test_the_time_behind_a_date_is_read_too(text, clock):
    assert when_in(text, DMY, TODAY) == When(SECOND_OF_MARCH, clock)


@pytest.mark.parametrize("offset", ["+01:00", "+0100", " +01", " +0100"])
def test_an_offset_is_kept(offset):
    when = when_in(f"2026-03-02T14:05{offset}", DMY, TODAY)
    assert (when.day, when.clock) == (SECOND_OF_MARCH, time(14, 5))
    assert when.zone.utcoffset(None) == timedelta(hours=1)


@pytest.mark.parametrize("mark", ["Z", " UTC", " GMT"])
def test_universal_time_becomes_the_time_of_this_computer(mark):
    when = when_in(f"2026-03-02T14:05{mark}", DMY, TODAY)
    here = datetime.fromisoformat("2026-03-02T14:05+00:00").astimezone()
    assert datetime.combine(when.day, when.clock, when.zone) == here
    assert when.clock == here.time()


@given(DAYS, st.sampled_from(DateOrder), st.sampled_from("/.-"))
def test_every_date_comes_back_in_its_own_order(day, order, sign):
    assert when_in(WRITTEN[order].format(day, sign), order, TODAY) == When(day)


@given(DAYS, st.sampled_from(["{:%d %b %Y}", "{:%B %d, %Y}", "{:%a, %d %B %Y}", "{:%Y%m%d}"]))
def test_names_of_months_need_no_order(day, form):
    for order in DateOrder:
        assert when_in(form.format(day), order, TODAY) == When(day)


def test_years_of_two_digits_end_next_year():
    assert when_in("1/1/27", DMY, TODAY).day.year == 2027
    assert when_in("1/1/28", DMY, TODAY).day.year == 1928


@given(st.text(max_size=40) | st.from_regex(r"[0-9 /.:apm-]{0,25}", fullmatch=True))
@example("1/1/2026 " + "1" * 55)
def test_any_text_is_a_date_or_none(text):
    for order in DateOrder:
        when = when_in(text, order, TODAY)
        assert when is None or 1900 <= when.day.year < 9999


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/04/2026", "13/04/2026"], DMY),
        (["03/04/2026", "04/13/2026"], MDY),
        (["2026-03-04"], YMD),
        (["3 Mar 2026"], YMD),
        (["03/03/2026", "4/4/2026"], DMY),  # the same in either order
        (["03/12/2026"], MDY),  # else it would lie ahead
        (["13/04/26", "14/04/26"], DMY),
        (["n/a", "", "13/04/2026"], DMY),
        ([], YMD),
    ],
)
def test_the_dates_settle_their_order(cells, order):
    found = settle(cells, TODAY)
    assert (found.order, found.example) == (order, "")


@pytest.mark.parametrize(
    ("cells", "orders", "example_"),
    [
        (["03/04/2026"], (DMY, MDY), "03/04/2026"),
        (["03/03/2026", "3/4/2026"], (DMY, MDY), "3/4/2026"),
        (["01/02/03"], (DMY, MDY, YMD), "01/02/03"),
        (["13/04/2026", "04/13/2026"], (DMY, MDY), "13/04/2026"),
    ],
)
def test_what_nothing_settles_is_asked(cells, orders, example_):
    found = settle(cells, TODAY)
    assert (found.order, found.orders, found.example) == (None, orders, example_)


@given(st.lists(DAYS, min_size=1, max_size=12), st.sampled_from([DMY, MDY]))
def test_an_order_that_is_settled_reads_every_date_right(days, order):
    cells = [WRITTEN[order].format(day, "/") for day in days]
    found = settle(cells, TODAY)
    assert order in found.orders
    if any(day.day > 12 for day in days):
        assert found.order is order
    if found.order:
        assert [when_in(cell, found.order, TODAY).day for cell in cells] == days
