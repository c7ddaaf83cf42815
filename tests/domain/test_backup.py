"""What backups are called, and which of them stay."""

from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import NOON

from walktrack.domain.backup import (
    KEEP_DAILY,
    KEEP_MONTHLY,
    KEEP_WEEKLY,
    Backup,
    Difference,
    Outlook,
    Reason,
    backup_at,
    file_name,
    kept,
    to_the_second,
)
from walktrack.domain.moment import Moment

HOUR, DAY = 3_600_000, 86_400_000

WHOLE_SECONDS = st.integers(0, 4_000_000_000).map(lambda seconds: seconds * 1000)
MOMENTS = st.builds(Moment, WHOLE_SECONDS, st.integers(-840, 840))


@given(MOMENTS, st.sampled_from(Reason))
def test_a_name_holds_when_and_why(made, reason):
    path = Path("folder") / file_name(made, reason)
    assert backup_at(path) == Backup(path, made, reason)


def test_a_name_can_be_read_by_a_person():
    made = Moment.of(datetime.fromisoformat("2026-11-25T21:30:05+01:00"))
    assert file_name(made, Reason.QUIT) == "walktrack-2026-11-25-213005+0100-quit.db"


@pytest.mark.parametrize(
    "name",
    [
        "walktrack.db",
        "walktrack-2026-11-25-213005+0100-quit.db.sha256",
        ".walktrack-2026-11-25-213005+0100-quit.db.77.part",
        "walktrack-2026-11-25-213005+0100-why.db",
        "walktrack-2026-13-25-213005+0100-quit.db",
        "walktrack-2026-11-25-213005+9900-quit.db",
        "walktrack-٢٠٢٦-11-25-213005+0100-quit.db",
    ],
)
def test_other_files_are_no_backups(name):
    assert backup_at(Path(name)) is None


def test_thousandths_are_left_out():
    assert to_the_second(Moment(1_234_567, 60)) == Moment(1_234_000, 60)


def test_of_one_backup_every_half_hour_for_two_years_few_stay():
    made = [NOON.plus(-n * HOUR // 2) for n in range(2 * 365 * 48)]
    keep = sorted(kept(made), key=lambda one: one.ms, reverse=True)
    whole = [one for one in keep if NOON.ms - one.ms <= 2 * DAY]
    assert len(whole) == 2 * 48 + 1
    older = keep[len(whole) :]
    assert len(older) == KEEP_DAILY + KEEP_WEEKLY + KEEP_MONTHLY
    days, weeks, months = older[:12], older[12:22], older[22:]
    assert [a.day - b.day for a, b in pairwise(days)] == [timedelta(1)] * 11
    assert {one.local().hour for one in days[1:]} == {23}  # the last one of its day
    assert [a.day - b.day for a, b in pairwise(weeks[1:])] == [timedelta(7)] * 8
    assert all(one.day.isoweekday() == 7 for one in weeks[1:])
    assert len({(one.day.year, one.day.month) for one in months}) == 9
    assert NOON.ms - months[-1].ms > 300 * DAY


def test_of_a_diary_used_once_a_month_all_stay_for_long():
    made = [NOON.plus(-n * 30 * DAY) for n in range(60)]
    # Each is the only one of its day, its week and its month.
    assert kept(made) == set(made[: 1 + KEEP_DAILY + KEEP_WEEKLY + KEEP_MONTHLY])


@given(st.lists(MOMENTS, max_size=80, unique_by=lambda one: one.ms))
def test_the_newest_always_stays_and_thinning_twice_takes_no_more(made):
    keep = kept(made)
    assert keep <= set(made)
    assert kept(keep) == keep
    if made:
        assert max(made, key=lambda one: one.ms) in keep
    if len(made) <= KEEP_DAILY:
        days = {one.day for one in made}
        assert {one.day for one in keep} == days


def test_a_clock_set_wrong_throws_nothing_away():
    made = [NOON.plus(-n * DAY) for n in range(10)]
    ahead = NOON.plus(4000 * DAY)
    assert kept([*made, ahead]) == {*made, ahead}
    behind = NOON.plus(-4000 * DAY)
    assert kept([*made, behind]) == {*made, behind}


def test_whether_anything_would_change():
    same = Outlook(Difference(), Difference(), Difference(), False, 3, 4, None)
    assert not same
    assert Outlook(Difference(changed=1), Difference(), Difference(), False, 3, 4, None)
    assert Outlook(Difference(), Difference(), Difference(), True, 3, 4, None)
