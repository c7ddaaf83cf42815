"""How two diaries differ, in numbers a person can check."""

from dataclasses import replace

from tests.storage.made import DAY, NOON, person, rating, walk

from walktrack.domain.backup import Difference, Outlook
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.storage.contents import NOTHING, contents_at


def test_what_is_gained_and_lost_and_changed(diary, tmp_path):
    for number in range(3):
        diary.walks.add(walk(f"w{number}", NOON.plus(number * DAY)))
    diary.ratings.add(rating("r0", when=NOON.plus(9 * DAY)))
    diary.snapshot(tmp_path / "then.db")
    then = contents_at(tmp_path / "then.db")
    assert not diary.contents().outlook(then)

    diary.walks.remove("w0", NOON.plus(20 * DAY))
    diary.walks.update(replace(walk("w1", NOON.plus(DAY), 50), edited=NOON))
    diary.walks.add(walk("new", NOON.plus(7 * DAY)))
    diary.ratings.add(rating("r1", 2, PainMoment.AFTER, NOON.plus(7 * DAY), walk_id="new"))
    assert diary.contents().outlook(then) == Outlook(
        walks=Difference(gained=1, lost=1, changed=1),
        ratings=Difference(gained=0, lost=1),
        days=Difference(gained=1, lost=1),
        other=False,
        total_walks=3,
        total_ratings=1,
        last_day=NOON.plus(9 * DAY).day,
    )


def test_names_and_ticks_are_told_as_other_and_settings_not_at_all(diary, tmp_path):
    diary.snapshot(tmp_path / "then.db")
    then = contents_at(tmp_path / "then.db")
    diary.settings.write("colours", "dark")
    assert not diary.contents().outlook(then)
    diary.people.update(person(name="Anne"), NOON)
    assert diary.contents().outlook(then).other
    diary.people.update(person(), NOON)
    diary.posture.tick("anna", None, PostureItem.ARMS, True, NOON)
    assert diary.contents().outlook(then).other


def test_an_empty_diary(diary):
    outlook = NOTHING.outlook(diary.contents())
    assert (outlook.total_walks, outlook.total_ratings, outlook.last_day) == (0, 0, None)
    assert not outlook.walks
