"""Walks come back as they were kept, and nobody sees a removed one."""

import sqlite3
from dataclasses import replace

import pytest
from tests.clocks import HandClock
from tests.storage.made import ANNA, BERT, DAY, HOUR, MINUTE, NOON, at, rating, running, walk

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import Doubt, EventKind, WalkEvent
from walktrack.domain.walk import Company, Details, Effort, Kind, Source, Surface, WalkState

FULL = Details(
    Kind.NORDIC, Surface.PATH, Company.DOG, Effort.HARD, True, False, True, "Ünï 🦮 $x$ <b>"
)


@pytest.mark.parametrize(
    "kept",
    [
        walk(),
        walk(details=FULL, recorder="Nurse", edited=NOON.plus(5), source=Source.FILE),
        walk(details=Details(note="x" * 10_000), target_minutes=None),
        running(),
        running(state=WalkState.REVIEW, details=Details(stopped_for_pain=False)),
        walk(start=at("1969-12-31T23:59-11:30")),
        walk(start=at("2026-03-29T01:59+01:00"), end=at("2026-03-29T03:10+02:00")),
    ],
)
def test_a_walk_comes_back_as_it_was(diary, kept):
    diary.walks.add(kept)
    assert diary.walks.get("w") == kept
    changed = replace(kept, walked_ms=1, target_minutes=7, details=Details(note="n"), edited=NOON)
    diary.walks.update(changed)
    assert diary.walks.get("w") == changed


def test_changing_or_removing_what_is_not_there_is_a_mistake(diary):
    for change in (
        lambda: diary.walks.update(walk()),
        lambda: diary.walks.remove("w", NOON),
        lambda: diary.walks.restore("w"),
    ):
        with pytest.raises(LookupError):
            change()


def test_a_person_has_one_open_walk_and_another_person_their_own(diary):
    diary.walks.add(running("a"))
    diary.walks.add(running("b", person_id=BERT))
    with pytest.raises(sqlite3.IntegrityError):
        diary.walks.add(running("c", state=WalkState.PAUSED))
    assert diary.walks.open_walk(ANNA).id == "a"
    assert diary.walks.open_walk(BERT).id == "b"
    diary.walks.update(walk("a"))
    assert diary.walks.open_walk(ANNA) is None
    diary.walks.add(running("c"))
    diary.walks.remove("c", NOON)
    assert diary.walks.open_walk(ANNA) is None


def test_what_goes_with_a_walk_comes_back_with_it_and_nothing_else(diary):
    diary.walks.add(walk())
    diary.ratings.add(rating("kept", 3, PainMoment.BEFORE, walk_id="w"))
    diary.ratings.add(rating("gone", 5, PainMoment.AFTER, walk_id="w"))
    diary.posture.tick(ANNA, "w", PostureItem.TALL, True, NOON)
    diary.ratings.remove("gone", NOON)
    diary.walks.remove("w", NOON)  # in the same millisecond
    assert diary.walks.get("w") is None
    assert diary.ratings.get("kept") is None
    assert diary.ratings.of_walk("w") == []
    assert diary.posture.ticked("w") == frozenset()
    diary.walks.restore("w")
    assert diary.walks.get("w") == walk()
    assert [r.id for r in diary.ratings.of_walk("w")] == ["kept"]
    assert diary.posture.ticked("w") == {PostureItem.TALL}
    diary.ratings.restore("gone")
    assert [r.id for r in diary.ratings.of_walk("w")] == ["gone", "kept"]


def test_a_rating_restored_into_a_removed_walk_waits_for_it(diary):
    diary.walks.add(walk())
    diary.ratings.add(rating("r", 3, PainMoment.BEFORE, walk_id="w"))
    diary.ratings.remove("r", NOON)
    diary.walks.remove("w", NOON)
    diary.ratings.restore("r")
    assert diary.ratings.get("r") is None
    diary.walks.restore("w")
    assert diary.ratings.get("r") is not None


def test_restoring_a_walk_that_is_there_changes_nothing(diary):
    diary.walks.add(walk())
    diary.ratings.add(rating("r", 3, walk_id="w"))
    diary.ratings.remove("r", NOON)
    diary.walks.restore("w")
    assert diary.ratings.get("r") is None


def test_overlap_is_time_shared(diary):
    diary.walks.add(walk("first", NOON, 30))
    diary.walks.add(walk("next", NOON.plus(30 * MINUTE), 30))
    diary.walks.add(running("open", NOON.plus(10 * MINUTE)))
    diary.walks.add(walk("hers", person_id=BERT))
    diary.walks.add(walk("gone", NOON, 30))
    diary.walks.remove("gone", NOON)

    def shared(start, end, but=None):
        found = diary.walks.overlapping(
            ANNA, NOON.ms + round(start * MINUTE), NOON.ms + round(end * MINUTE), but
        )
        return [one.id for one in found]

    assert shared(0, 60) == ["first", "next"]
    assert shared(0, 60, but="first") == ["next"]
    assert shared(29, 30) == ["first"]
    assert shared(30, 31) == ["next"]
    assert shared(-5, 0) == []
    assert shared(60, 70) == []


def test_the_last_details_are_of_the_newest_walk_with_any_and_without_the_note(diary):
    assert diary.walks.last_details(ANNA) is None
    diary.walks.add(walk("old", details=FULL))
    diary.walks.add(walk("new", NOON.plus(DAY), details=Details(note="only a note")))
    assert diary.walks.last_details(ANNA) == replace(FULL, note="")
    diary.walks.add(walk("newer", NOON.plus(2 * DAY), details=Details(warm_up=False)))
    assert diary.walks.last_details(ANNA) == Details(warm_up=False)
    diary.walks.remove("newer", NOON)
    diary.walks.add(running("open", NOON.plus(3 * DAY), details=Details(kind=Kind.BRISK)))
    assert diary.walks.last_details(ANNA) == replace(FULL, note="")
    assert diary.walks.last_details(BERT) is None


def test_the_first_and_last_day_count_walks_and_ratings(diary):
    assert diary.walks.first_day(ANNA) is diary.walks.last_day(ANNA) is None
    diary.walks.add(walk("a", NOON))
    diary.ratings.add(rating("r", when=NOON.plus(-3 * DAY)))
    diary.walks.add(walk("b", NOON.plus(2 * DAY)))
    assert diary.walks.first_day(ANNA) == NOON.plus(-3 * DAY).day == diary.totals.first_day(ANNA)
    assert diary.walks.last_day(ANNA) == NOON.plus(2 * DAY).day
    diary.walks.remove("b", NOON)
    diary.ratings.remove("r", NOON)
    assert diary.walks.first_day(ANNA) == diary.walks.last_day(ANNA) == NOON.day


def test_events_come_back_in_the_order_they_happened(diary):
    clock = HandClock(NOON)
    diary.walks.add(running())
    kept = []
    for kind in EventKind:
        doubt = Doubt.SLEEP if kind is EventKind.REVIEW else None
        kept.append(WalkEvent(kind, clock.read(), doubt))
        diary.walks.add_event("w", kept[-1])
        clock.set_wall(-HOUR)
        clock.go(seconds=15)
    assert diary.walks.events("w") == kept
    assert diary.walks.events("other") == []
