"""The list holds what it should, newest first, whatever page is asked for."""

from dataclasses import replace

import pytest
from tests.storage.made import ANNA, BERT, DAY, HOUR, NOON, rating, running, walk

from walktrack.domain.entry import Entry, EntryKind, HistoryFilter
from walktrack.domain.moment import day_number
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details

ALL = HistoryFilter()
NOTES = ["50% off", "50 percent", "under_score", "underXscore", "back\\slash", "Café", "ÄRGER", ""]


def ids(diary, wanted=ALL, person_id=ANNA):
    return [entry.id for entry in diary.history.rows(person_id, wanted, 0, 1000)]


def test_a_line_shows_its_walk_or_rating(diary):
    diary.walks.add(walk(details=Details(note="sunny"), edited=NOON))
    diary.ratings.add(rating("b", 4, PainMoment.BEFORE, walk_id="w"))
    diary.ratings.add(rating("a", 2, PainMoment.AFTER, walk_id="w"))
    diary.ratings.add(rating("d", 9, PainMoment.DURING, walk_id="w"))
    diary.posture.tick(ANNA, "w", PostureItem.TALL, True, NOON)
    diary.posture.tick(ANNA, "w", PostureItem.ARMS, True, NOON)
    diary.posture.tick(ANNA, "w", PostureItem.ARMS, False, NOON)
    diary.ratings.add(rating("r", 7, PainMoment.NEXT_MORNING, NOON.plus(DAY), note="stiff"))
    assert diary.history.rows(ANNA, ALL, 0, 10) == [
        Entry(
            EntryKind.RATING, "r", ANNA, NOON.plus(DAY), "stiff", False,
            moment=PainMoment.NEXT_MORNING, value=7,
        ),
        Entry(
            EntryKind.WALK, "w", ANNA, NOON, "sunny", True,
            walked_ms=1_200_000, before=4, after=2, ticked=1,
        ),
    ]  # fmt: skip


def test_open_and_removed_and_other_peoples_lines_are_left_out(diary):
    diary.walks.add(running("open", NOON.plus(DAY)))
    diary.walks.add(walk("his", person_id=BERT))
    diary.walks.add(walk("gone"))
    diary.walks.add(walk("there"))
    diary.ratings.add(rating("lost"))
    diary.walks.remove("gone", NOON)
    diary.ratings.remove("lost", NOON)
    assert ids(diary) == ["there"]
    assert diary.history.count(ANNA, ALL) == 1
    assert ids(diary, person_id=BERT) == ["his"]


@pytest.mark.parametrize("text", ["50%", "_", "\\", "café", "CAFÉ", "ärger", "%", "x", "'", "zzz"])
def test_a_search_takes_every_letter_for_itself_and_no_notice_of_case(diary, text):
    for index, note in enumerate(NOTES):
        diary.walks.add(walk(f"w{index}", NOON.plus(index * DAY), details=Details(note=note)))
        diary.ratings.add(rating(f"r{index}", when=NOON.plus(index * DAY + HOUR), note=note))
    wanted = HistoryFilter(text=text)
    expected = {
        f"{kind}{index}"
        for index, note in enumerate(NOTES)
        for kind in "wr"
        if text.casefold() in note.casefold()
    }
    assert set(ids(diary, wanted)) == expected
    assert diary.history.count(ANNA, wanted) == len(expected)


def test_a_period_holds_both_its_ends(diary):
    first = day_number(NOON.day)
    for day in range(5):
        diary.walks.add(walk(f"w{day}", NOON.plus(day * DAY)))
        diary.ratings.add(rating(f"r{day}", when=NOON.plus(day * DAY + HOUR)))
    assert ids(diary, HistoryFilter(first + 1, first + 2)) == ["r2", "w2", "r1", "w1"]
    assert ids(diary, HistoryFilter(first_day=first + 4)) == ["r4", "w4"]
    assert ids(diary, HistoryFilter(last_day=first)) == ["r0", "w0"]


def test_pages_put_together_are_the_whole_list(diary):
    for number in range(40):  # many at the same moment
        diary.walks.add(walk(f"w{number}", NOON.plus(number // 10 * DAY)))
        diary.ratings.add(rating(f"r{number}", when=NOON.plus(number // 10 * DAY)))
    whole = diary.history.rows(ANNA, ALL, 0, 100)
    assert len(whole) == len({entry.id for entry in whole}) == diary.history.count(ANNA, ALL) == 80
    assert [entry.at for entry in whole] == sorted((e.at for e in whole), reverse=True)
    for size in (1, 7, 80):
        pages = [diary.history.rows(ANNA, ALL, start, size) for start in range(0, 80, size)]
        assert [entry for page in pages for entry in page] == whole
    assert diary.history.rows(ANNA, ALL, 80, 10) == []
    assert [diary.history.index_of(ANNA, ALL, e.id) for e in whole] == list(range(80))


def test_a_change_shows_at_once_and_one_undone_does_not(diary):
    diary.walks.add(walk("a"))
    assert ids(diary) == ["a"]
    diary.walks.update(replace(walk("a"), edited=NOON, details=Details(note="new")))
    assert diary.history.rows(ANNA, ALL, 0, 1)[0].note == "new"
    assert ids(diary, HistoryFilter(text="NEW")) == ["a"]
    with pytest.raises(ZeroDivisionError), diary.transaction():
        diary.walks.add(walk("b", NOON.plus(DAY)))
        assert ids(diary) == ["b", "a"]
        raise ZeroDivisionError
    assert ids(diary) == ["a"]
    diary.posture.tick(ANNA, "a", PostureItem.TALL, True, NOON)
    assert diary.history.rows(ANNA, ALL, 0, 1)[0].ticked == 1


def test_a_line_that_left_the_list_has_no_place_in_it(diary):
    diary.walks.add(walk("a"))
    diary.walks.add(walk("b", NOON.plus(DAY)))
    assert diary.history.index_of(ANNA, ALL, "a") == 1
    diary.walks.remove("b", NOON)
    assert diary.history.index_of(ANNA, ALL, "a") == 0
    assert diary.history.index_of(ANNA, ALL, "b") is None
    assert diary.history.index_of(ANNA, HistoryFilter(text="x"), "a") is None
    assert diary.history.index_of(ANNA, ALL, "nothing") is None
