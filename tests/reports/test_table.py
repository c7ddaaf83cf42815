from dataclasses import replace

from walktrack.domain.period import Grain
from walktrack.domain.summary import DayDot
from walktrack.reports.table import table
from walktrack.reports.telling import Kind

NOTHING = "\N{EN DASH}"


def test_days_stand_newest_first_with_what_is_known(words, overview):
    made = table(overview({3: (10.4, 5, 4), 1: (20, 7, None)}), words, Kind.TIME)
    assert made.headers[:3] == ("Day", "Walks", "Minutes")
    assert made.rows == (
        ("Sat 21 Nov 2026", "1", "20", "7", NOTHING, "7"),
        ("Thu 19 Nov 2026", "1", "10", "5", "4", "4.5"),
    )


def test_a_day_without_a_walk_is_no_zero(words, overview, today):
    rated = replace(overview({0: (1, None, None)}).buckets[0], walks=0, minutes=0.0, pain=6.0)
    made = table(replace(overview({}), buckets=(rated,)), words, Kind.TIME)
    assert made.rows == (("Sun 22 Nov 2026", *[NOTHING] * 4, "6"),)


def test_months_are_named(words, overview):
    made = table(replace(overview({3: (10, 5, 4)}), grain=Grain.MONTH), words, Kind.TIME)
    assert made.headers[0] == "Month"
    assert made.rows[0][0] == "Nov 2026"


def test_changes_carry_their_sign(words, overview):
    made = table(overview({}, dots=[(20, 2, 1), (8, -1, 3), (8, 0, 4)]), words, Kind.CHANGE)
    assert made.headers == ("Minutes", "Change in pain", "Walks")
    assert made.rows == (("8", "\N{MINUS SIGN}1", "3"), ("8", "0", "4"), ("20", "+2", "1"))


def test_every_row_is_as_long_as_the_headers(words, four_weeks):
    filled = replace(four_weeks, day_dots=(DayDot(20, 4, 1), DayDot(20, 4, 1, sure=False)))
    for kind in Kind:
        made = table(filled, words, kind)
        assert {len(row) for row in made.rows} == {len(made.headers)}


def test_a_guess_is_called_one_and_never_stands_beside_what_was_said(words, overview):
    day = overview({1: (20, 7, None)}).buckets[0]
    guessed = replace(day, guess_before=3.0, guess_after=6.0, guess=4.5, guesses=2)
    made = table(replace(overview({}), buckets=(guessed,)), words, Kind.TIME)
    assert made.rows[0][3:] == ("7", "6 (guess)", "7")
