"""Words found in notes, names, places of pain and answers; and in everybody's diary."""

from dataclasses import replace

import pytest
from tests.storage.made import ANNA, BERT, DAY, HOUR, NOON, rating, walk

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.entry import HistoryFilter
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.search import Meant, fold
from walktrack.domain.walk import Company, Details, Kind, Surface

AFTER = PainMoment.AFTER


def ids(diary, wanted, person_id=ANNA):
    return {entry.id for entry in diary.history.rows(person_id, wanted, 0, 100)}


def found(diary, text, person_id=ANNA, **meant):
    answers = Meant(**{name: frozenset(values) for name, values in meant.items()})
    return ids(diary, HistoryFilter(text=text, meant=answers), person_id)


@pytest.mark.parametrize(
    ("text", "note"),
    [("cafe", "Café"), ("CAFÉ", "the cafe"), ("straße", "STRASSE"), ("naive", "naïve")],
)
def test_accents_and_case_make_no_difference(diary, text, note):
    diary.walks.add(walk(details=Details(note=note)))
    assert found(diary, text) == {"w"}
    assert fold(text) in fold(note)


def test_what_was_said_about_a_walk_is_found(diary):
    for index, details in enumerate(
        (
            Details(kind=Kind.TREADMILL),
            Details(surface=Surface.TREADMILL),
            Details(company=Company.DOG),
            Details(note="grass"),
            Details(),
        )
    ):
        diary.walks.add(walk(f"w{index}", NOON.plus(index * DAY), details=details))
    assert found(diary, "tread", kinds={Kind.TREADMILL}) == {"w0"}
    assert found(diary, "tread", surfaces={Surface.TREADMILL}) == {"w1"}
    assert found(diary, "dog", companies={Company.DOG}) == {"w2"}
    assert found(diary, "gras", surfaces={Surface.GRASS}) == {"w3"}
    assert found(diary, "nothing so") == set()


def test_places_of_pain_are_found_by_themselves_and_of_a_walk(diary):
    diary.walks.add(walk("w"))
    diary.walks.add(walk("other", NOON.plus(DAY)))
    diary.ratings.add(replace(rating("a", 2, AFTER, walk_id="w"), places=frozenset({Place.CALF})))
    both = frozenset({Place.THIGH, Place.LOW_BACK_LEFT})
    diary.ratings.add(replace(rating("r", when=NOON.plus(HOUR)), places=both))
    assert found(diary, "calf", places={Place.CALF}) == {"w"}
    assert found(diary, "left", places={Place.LOW_BACK_LEFT}) == {"r"}
    assert found(diary, "foot", places={Place.FOOT}) == set()
    lines = {line.id: line.places for line in diary.history.rows(ANNA, HistoryFilter(), 0, 10)}
    assert lines == {"other": frozenset(), "w": {Place.CALF}, "r": both}
    diary.ratings.remove("a", NOON)
    assert found(diary, "calf", places={Place.CALF}) == set()


def test_who_wrote_and_what_a_line_is_called_are_found(diary):
    diary.walks.add(replace(walk("hers"), recorder="Søren"))
    diary.walks.add(walk("mine", NOON.plus(DAY)))
    diary.ratings.add(rating("noted", 2, AFTER, walk_id="mine", note="left at the bench"))
    diary.ratings.add(rating("r", 3, PainMoment.NEXT_MORNING, NOON.plus(DAY)))
    diary.marks.add(DayMark("m", ANNA, MarkKind.FLARE_UP, NOON.day, NOON.day, NOON))
    assert found(diary, "SØREN") == {"hers"}
    assert found(diary, "bench") == {"mine"}
    assert found(diary, "morning", moments={PainMoment.NEXT_MORNING}) == {"r"}
    assert found(diary, "flare", marks={MarkKind.FLARE_UP}) == {"m"}


def test_everyone_whose_diary_is_in_use_is_looked_through(diary):
    diary.walks.add(walk("mine", details=Details(note="rain")))
    diary.walks.add(walk("his", NOON.plus(DAY), person_id=BERT, details=Details(note="Rain")))
    assert found(diary, "rain") == {"mine"}
    assert found(diary, "rain", person_id=None) == {"mine", "his"}
    whose = {line.id: line.person_id for line in diary.history.rows(None, HistoryFilter(), 0, 9)}
    assert whose == {"mine": ANNA, "his": BERT}
    bert = diary.people.get(BERT)
    diary.people.update(replace(bert, archived=True), NOON)
    assert found(diary, "rain", person_id=None) == {"mine"}
    diary.people.update(bert, NOON)
    assert found(diary, "rain", person_id=None) == {"mine", "his"}
    diary.people.remove(BERT, NOON)
    assert found(diary, "rain", person_id=None) == {"mine"}
    diary.people.restore(BERT)
    assert found(diary, "rain", person_id=None) == {"mine", "his"}
