"""What is said about walks and about long stretches, and when."""

from datetime import date, timedelta

import pytest

from walktrack.domain.insight.choices import TimeOfDay, WalkKnown, by_choice
from walktrack.domain.insight.days import DayKnown
from walktrack.domain.insight.paired import mean_change
from walktrack.domain.insight.student import t_quantile
from walktrack.domain.insight.then_and_now import then_and_now
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Kind, Surface

FIRST = date(2026, 1, 1)


def walks(count, change, *choices, **more):
    return [WalkKnown(number, 20, change, choices, **more) for number in range(count)]


def test_a_mean_waits_for_ten_walks():
    assert mean_change(range(9), [1] * 9) is None
    assert mean_change(range(10), [1] * 10).mean == 1


def test_walks_that_hang_together_make_the_interval_wider():
    changes = [1, 1, 1, 1, 1, -1, -1, -1, -1, -1]
    near, far = mean_change(range(10), changes), mean_change(range(0, 30, 3), changes)
    assert near.n_eff < 3 < far.n_eff == 10
    assert near.interval.low < far.interval.low


@pytest.mark.parametrize(("share", "freedom"), [(0.4, 5), (1, 5), (0.9, 0)])
def test_there_is_no_t_out_of_range(share, freedom):
    with pytest.raises(ValueError, match="no t"):
        t_quantile(share, freedom)


@pytest.mark.parametrize(("those", "others", "lines"), [(5, 5, 2), (4, 9, 0), (9, 4, 0)])
def test_five_walks_with_and_five_without_are_needed(those, others, lines):
    told = by_choice(walks(those, -2, Surface.GRASS) + walks(others, 1, Surface.PATH))
    assert len(told) == lines


def test_a_line_bears_both_medians_and_both_numbers():
    known = walks(5, -2, Surface.GRASS) + walks(6, 1, Surface.PATH) + walks(9, 7)
    grass, path = by_choice(known)
    assert (grass.about, path.about) == (Surface.GRASS, Surface.PATH)
    assert (grass.with_it, grass.n_with, grass.without, grass.n_without) == (-2, 5, 1, 6)


def test_lines_stand_in_a_fixed_order_whatever_their_numbers():
    known = [
        *walks(5, 3, Kind.BRISK, Surface.GRASS, Company.DOG, TimeOfDay.EVENING),
        *walks(5, -3, Kind.GENTLE, Surface.PATH, Company.ALONE, TimeOfDay.MORNING),
    ]
    order = [line.about for line in by_choice(known)]
    turned = [WalkKnown(w.day, w.minutes, -w.change, w.choices) for w in known]
    assert order == [line.about for line in by_choice(turned)]
    assert order == [
        Kind.GENTLE, Kind.BRISK, Surface.GRASS, Surface.PATH,
        Company.ALONE, Company.DOG, TimeOfDay.MORNING, TimeOfDay.EVENING,
    ]  # fmt: skip


def test_a_treadmill_is_a_kind_of_walk_and_a_surface():
    known = walks(5, 1, Kind.TREADMILL) + walks(5, 2, Kind.GENTLE)
    known += walks(5, 3, Surface.TREADMILL) + walks(5, 4, Surface.GRASS)
    told = {(type(line.about), line.about): line.with_it for line in by_choice(known)}
    assert told[Kind, Kind.TREADMILL] == 1
    assert told[Surface, Surface.TREADMILL] == 3


def test_an_untouched_checklist_says_neither_yes_nor_no():
    ticked, none = frozenset({PostureItem.TALL}), frozenset()
    known = walks(5, 1, posture=ticked) + walks(5, 2, posture=none) + walks(9, 9)
    (line,) = by_choice(known)
    assert (line.about, line.n_with, line.n_without) == (PostureItem.TALL, 5, 5)


@pytest.mark.parametrize("doubt", ["late", "guessed"])
def test_what_is_not_sure_is_left_out(doubt):
    known = walks(5, 1, Surface.GRASS) + walks(5, 1, Surface.PATH, **{doubt: True})
    assert by_choice(known) == ()


@pytest.mark.parametrize(
    ("hour", "part"),
    [(0, "morning"), (11, "morning"), (12, "afternoon"), (17, "afternoon"), (18, "evening")],
)
def test_the_parts_of_a_day(hour, part):
    assert TimeOfDay.of(hour) == part


def rated(pain, numbers):
    """Return days with this pain; the first day of the diary is number 1."""
    return [DayKnown(FIRST + timedelta(number - 1), None, pain) for number in numbers]


def test_then_is_days_8_to_21_and_now_the_last_14():
    known = rated(9, range(1, 8)) + rated(6, range(8, 22)) + rated(9, range(22, 36))
    known += rated(4, range(36, 50))
    told = then_and_now(known, FIRST, FIRST + timedelta(48))
    assert (told.then, told.now, told.days_then, told.days_now) == (6, 4, 14, 14)


@pytest.mark.parametrize(("early", "late", "days"), [(6, 14, 49), (14, 6, 49), (14, 14, 48)])
def test_then_and_now_wait_for_all_they_need(early, late, days):
    known = rated(6, range(8, 8 + early)) + rated(4, range(days - late + 1, days + 1))
    assert then_and_now(known, FIRST, FIRST + timedelta(days - 1)) is None


def test_a_guess_or_a_late_word_is_not_in_then_and_now():
    known = rated(6, range(8, 15)) + rated(4, range(43, 50))
    assert then_and_now(known, FIRST, FIRST + timedelta(48))
    for doubt in ({"guessed": True}, {"pain_late": True}):
        less = [*known[:-1], DayKnown(known[-1].day, None, 4, **doubt)]
        assert then_and_now(less, FIRST, FIRST + timedelta(48)) is None


@pytest.mark.parametrize(
    ("then", "now", "noticeable"),
    [(6, 4, True), (6, 4.5, False), (8, 6, False), (4, 6, True), (0, 2, True), (5, 5, False)],
)
def test_a_noticeable_difference_is_two_points_and_a_third(then, now, noticeable):
    known = rated(then, range(8, 22)) + rated(now, range(36, 50))
    assert then_and_now(known, FIRST, FIRST + timedelta(48)).noticeable is noticeable
