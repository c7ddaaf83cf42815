from dataclasses import replace

import pytest

from walktrack.domain.period import Grain
from walktrack.domain.summary import Bucket, Dot
from walktrack.reports.telling import Kind, counts_sentence, describe, heading, spoken

CAVEAT = "This does not show that walking caused it."


def test_before_and_after_are_counted_with_the_caveat(words, overview):
    said = counts_sentence(overview({}, dots=[(8, -1, 11), (9, 0, 4), (9, 2, 1)]), words)
    assert said == f"Pain after the walk: lower on 11 walks, the same on 4, higher on 1. {CAVEAT}"


def test_one_walk_is_not_one_walks(words, overview):
    said = counts_sentence(overview({}, dots=[(8, -1, 1), (9, 0, 4)]), words)
    assert "lower on 1 walk, the same on 4" in said


def test_it_is_as_ready_to_say_higher(words, overview):
    said = counts_sentence(overview({}, dots=[(8, 3, 16)]), words)
    assert "lower on 0 walks, the same on 0, higher on 16." in said


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (0, "Log 5 more walks with pain before and after to compare the two."),
        (3, "Log 2 more walks with pain before and after to compare the two."),
        (4, "Log 1 more walk with pain before and after to compare the two."),
    ],
)
def test_below_five_walks_it_only_says_what_is_missing(words, overview, known, said):
    dots = [(10, -1, known)] if known else []
    assert counts_sentence(overview({}, dots=dots), words) == said


def test_a_day_is_told_with_what_is_known(words, today):
    day = Bucket(today.replace(day=3), today.replace(day=3), 2, 17.2, 4.0, 3.0, 3.5)
    for mark, said in (
        (day, "Tue 3 Nov: 17 min, 2 walks. Before 4, after 3."),
        (replace(day, walks=1, after=None), "Tue 3 Nov: 17 min, 1 walk. Before 4."),
        (replace(day, before=None, after=None, pain=None), "Tue 3 Nov: 17 min, 2 walks."),
        (replace(day, walks=0, minutes=0.0, before=None, after=None), "Tue 3 Nov: Pain 3.5."),
    ):
        assert describe(mark, words, Grain.DAY) == said


def test_a_carers_guess_is_called_one(words, today):
    day = Bucket(today.replace(day=3), today.replace(day=3), 1, 17.2, 4.0, None, 4.0)
    for mark, said in (
        (replace(day, guess_after=6.0, guess=6.0, guesses=1), "Before 4, a carer's guess after 6."),
        (
            replace(day, before=None, pain=None, guess_before=5.0, guess=5.0, guesses=1),
            "A carer's guess before 5.",
        ),
        (replace(day, before=None, pain=None, guess=7.0, guesses=2), "A carer's guess 7."),
    ):
        assert describe(mark, words, Grain.DAY) == f"Tue 3 Nov: 17 min, 1 walk. {said}"


@pytest.mark.parametrize(
    ("guesses", "said"),
    [(1, "1 guess of a carer is not counted."), (3, "3 guesses of a carer are not counted.")],
)
def test_guesses_are_said_to_be_left_out(words, overview, today, guesses, said):
    seen = overview({3: (10, 5, 4)}, dots=[(8, -1, 11)])
    known = seen.buckets[0]
    with_guesses = replace(seen, buckets=(replace(known, guess=5.0, guesses=guesses),))
    assert counts_sentence(with_guesses, words).endswith(said)
    assert said not in counts_sentence(seen, words)


def test_weeks_and_months_are_averages(words, today):
    week = Bucket(today.replace(day=2), today.replace(day=8), 5, 62.0, 4.25, 3.0, 3.5)
    said = describe(week, words, Grain.WEEK)
    assert said == "Week from 2 Nov: 62 min, 5 walks. On average before 4.2, on average after 3."
    assert describe(week, words, Grain.MONTH).startswith("Nov 2026: 62 min")


def test_seconds_of_walking_are_not_nothing(words, today):
    assert "1 min" in describe(Bucket(today, today, 1, 0.2, None, None, None), words, Grain.DAY)


@pytest.mark.parametrize(
    ("dot", "said"),
    [
        (Dot(12, -1, 5), "12 min, 5 walks: pain 1 point lower after the walk."),
        (Dot(12, -3, 1), "12 min, 1 walk: pain 3 points lower after the walk."),
        (Dot(9, 0, 2), "9 min, 2 walks: pain the same after the walk."),
        (Dot(9, 2, 2), "9 min, 2 walks: pain 2 points higher after the walk."),
        (Dot(9, 1, 2), "9 min, 2 walks: pain 1 point higher after the walk."),
    ],
)
def test_a_dot_is_told(words, dot, said):
    assert describe(dot, words, Grain.DAY) == said


def test_the_chart_is_said_in_two_sentences(words, overview):
    seen = overview({3: (10, 5, 4), 1: (20, 7, None)})
    assert spoken(seen, words, Kind.TIME) == (
        "26 Oct 2026 to 22 Nov 2026: 2 walks, 30 min in all. Pain before 5 to 7, after 4."
    )


def test_without_pain_nothing_is_said_of_it(words, overview):
    said = spoken(overview({3: (10, None, None)}), words, Kind.TIME)
    assert said == "26 Oct 2026 to 22 Nov 2026: 1 walk, 10 min in all."


def test_the_change_is_said_by_its_counts(words, overview):
    seen = overview({}, dots=[(8, -1, 3), (9, 0, 4)])
    assert spoken(seen, words, Kind.CHANGE) == counts_sentence(seen, words)


def test_emptiness_is_said_too(words, overview):
    assert spoken(overview({}), words, Kind.TIME) == "Your walks will appear here."
    assert "will appear here" in spoken(overview({}), words, Kind.CHANGE)


def test_one_day_is_no_range(words, overview):
    assert heading(overview({}, days=1), words) == "22 Nov 2026"
