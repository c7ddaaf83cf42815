"""What was linked to a lost record stands alone, or goes with it; nothing hangs in the air."""

from dataclasses import replace

import pytest
from tests.storage.files import digest
from tests.storage.lived_in import Life
from tests.storage.made import ANNA, BERT, DAY, HOUR, MINUTE, NOON, person, rating, running, walk
from tests.storage.reading import assert_sound, change, rows, values

from walktrack.domain.clock import Reading
from walktrack.domain.pain import PainMoment
from walktrack.domain.person import Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import EventKind, WalkEvent
from walktrack.domain.walk import WalkState
from walktrack.services.people import FIRST_COLOUR
from walktrack.storage.diary import Diary
from walktrack.storage.salvage import salvage
from walktrack.storage.salvage.links import NAMELESS_COLOUR

UNINDEXED = "DROP INDEX {}"


@pytest.fixture
def full(path):
    """Anna and Bert, each with a walk that has answers, ticks and events; Anna's goes on."""
    with Diary(path) as diary:
        diary.people.add(person())
        diary.people.add(person(BERT, name="Bert", entered=NOON.plus(HOUR)))
        for number, walker in enumerate((ANNA, BERT)):
            name = f"w-{walker}"
            start = NOON.plus(number * DAY)
            diary.walks.add(walk(name, start, person_id=walker))
            for moment in (PainMoment.BEFORE, PainMoment.AFTER):
                answer = rating(f"{moment}-{walker}", 4, moment, start, walk_id=name)
                diary.ratings.add(replace(answer, person_id=walker))
            diary.posture.tick(walker, name, PostureItem.TALL, True, start)
            Life(diary).events(name, start, 20 * MINUTE)
        begun = NOON.plus(3 * DAY)
        diary.walks.add(replace(running("on", begun), walked_ms=7 * MINUTE))
        Life(diary).events("on", begun, 20 * MINUTE, kinds=())
    return path


def salvaged(full, target, *statements):
    change(full, *statements)
    before = digest(full)
    salvage(full, target)
    assert digest(full) == before
    assert_sound(target)
    diary = Diary(target)
    diary.open()
    return diary


def test_the_colour_of_a_nameless_person_is_that_of_a_new_one():
    assert NAMELESS_COLOUR == FIRST_COLOUR


def test_a_lost_person_comes_back_without_a_name(full, target):
    diary = salvaged(full, target, "DELETE FROM person WHERE id = 'bert'")
    made = Person(BERT, "", FIRST_COLOUR, "", None, person().ten_anchor, "", None, False, None)
    assert replace(diary.people.get(BERT), entered=None) == made
    assert diary.people.get(BERT).entered == NOON.plus(DAY)  # as his first record
    assert diary.people.get(ANNA) == person()
    assert diary.walks.get("w-bert").person_id == BERT
    assert len(diary.ratings.of_walk("w-bert")) == 2
    diary.close()


def test_one_whose_rating_alone_is_left_comes_back_as_well(full, target):
    diary = salvaged(
        full, target, "DELETE FROM person", "DELETE FROM walk", "DELETE FROM posture_check"
    )
    assert {one.id for one in diary.people.all()} == {ANNA, BERT}
    diary.close()


def test_of_a_lost_walk_the_ratings_stand_alone_and_the_rest_goes(full, target):
    diary = salvaged(full, target, "DELETE FROM walk WHERE id = 'w-bert'")
    for moment in ("before", "after"):
        left = diary.ratings.get(f"{moment}-bert")
        assert (left.walk_id, left.moment, left.value) == (None, moment, 4)
    diary.close()
    assert [row[2] for row in rows(target, "posture_check")] == ["w-anna"]
    assert values(target, "SELECT DISTINCT walk_id FROM walk_event") == [("on",), ("w-anna",)]


def test_an_open_walk_goes_on_with_all_its_events(full, target):
    before = rows(full, "walk_event")
    diary = salvaged(full, target)
    assert diary.walks.open_walk(ANNA).id == "on"
    diary.close()
    assert rows(target, "walk_event") == before


LOST_START = "DELETE FROM walk_event WHERE walk_id = 'on' AND kind = 'start'"
NO_EVENTS = "DELETE FROM walk_event WHERE walk_id = 'on'"
IMPOSSIBLE = "UPDATE walk_event SET kind = 'resume' WHERE walk_id = 'on' AND kind = 'heartbeat'"
PAUSE_LOST = "UPDATE walk SET state = 'paused' WHERE id = 'on'"


@pytest.mark.parametrize("loss", [LOST_START, NO_EVENTS, IMPOSSIBLE, PAUSE_LOST])
def test_an_open_walk_with_events_missing_is_done(full, target, loss):
    diary = salvaged(full, target, loss)
    assert diary.walks.open_walk(ANNA) is None
    ended = diary.walks.get("on")
    assert ended.state is WalkState.DONE
    assert ended.end == ended.start.plus(7 * MINUTE)
    diary.close()


def test_of_two_open_walks_the_later_goes_on(full, target):
    earlier = "INSERT INTO walk SELECT 'earlier', {} FROM walk WHERE id = 'on'"
    columns = ", ".join(
        "start_at - 1000" if name == "start_at" else name
        for (name,) in values(full, "SELECT name FROM pragma_table_info('walk') WHERE cid > 0")
    )
    diary = salvaged(full, target, UNINDEXED.format("one_open_walk"), earlier.format(columns))
    assert diary.walks.open_walk(ANNA).id == "on"
    assert diary.walks.get("earlier").state is WalkState.DONE
    diary.close()


def test_two_answers_where_there_can_be_one_are_both_kept(full, target):
    diary = salvaged(
        full,
        target,
        UNINDEXED.format("one_answer_a_walk"),
        UNINDEXED.format("one_answer_a_day"),
        "UPDATE pain_rating SET moment = 'after' WHERE walk_id = 'w-anna'",
        "UPDATE pain_rating SET moment = 'day_average', walk_id = NULL WHERE walk_id = 'w-bert'",
    )
    diary.close()
    moments = values(target, "SELECT person_id, moment FROM pain_rating ORDER BY 1, 2")
    assert moments == [
        (ANNA, "after"),
        (ANNA, "other"),
        (BERT, "day_average"),
        (BERT, "other"),
    ]


def test_a_line_ticked_twice_is_ticked_once(full, target):
    diary = salvaged(
        full,
        target,
        UNINDEXED.format("one_check_a_walk"),
        "UPDATE posture_check SET walk_id = 'w-anna', person_id = 'anna'",
    )
    assert diary.posture.ticked("w-anna") == {PostureItem.TALL}
    diary.close()
    assert len(rows(target, "posture_check")) == 1


def test_a_unique_index_nobody_foresaw_keeps_the_first(full, target):
    from walktrack.storage.database import Database
    from walktrack.storage.salvage.indexes import make_indexes

    db = Database(full)
    db.connect()
    with db.atomic():
        make_indexes(db, [("pain_rating", "CREATE UNIQUE INDEX odd ON pain_rating (person_id)")])
    db.close()
    assert len(rows(full, "pain_rating")) == 2


def test_a_row_beyond_the_rules_is_left_out_and_the_others_stay(full, target):
    diary = salvaged(
        full,
        target,
        "PRAGMA ignore_check_constraints = 1",
        "UPDATE pain_rating SET value = 11 WHERE id = 'after-bert'",
        "UPDATE pain_rating SET rated_at = 1 << 60 WHERE id = 'before-bert'",
        "UPDATE walk SET start_at = 1 << 60 WHERE id = 'w-anna'",
        "UPDATE walk_event SET wall_at = -1 << 60 WHERE kind = 'finish'",
    )
    assert diary.ratings.get("after-bert") is diary.ratings.get("before-bert") is None
    assert EventKind.FINISH not in {event.kind for event in diary.walks.events("w-bert")}
    assert diary.walks.get("w-anna") is None
    assert diary.walks.get("w-bert") is not None
    assert diary.ratings.get("after-anna").walk_id is None
    diary.close()


def test_what_the_program_could_not_show_is_mended(full, target):
    diary = salvaged(
        full,
        target,
        "PRAGMA ignore_check_constraints = 1",
        "UPDATE walk SET kind = 'gdntle', effort = 'zzzz', edited_at = 7 WHERE id = 'w-anna'",
        "UPDATE walk SET start_offset = 9999, source = 'timdr' WHERE id = 'w-bert'",
        "UPDATE walk SET end_at = NULL, end_offset = NULL WHERE id = 'w-bert'",
        "UPDATE posture_check SET item = 'tamk' WHERE walk_id = 'w-bert'",
        "UPDATE posture_check SET item = 'tal|' WHERE walk_id = 'w-anna'",
        "UPDATE person SET deleted_at = 1 << 62 WHERE id = 'bert'",
    )
    mended, other = diary.walks.get("w-anna"), diary.walks.get("w-bert")
    assert (mended.details.kind, mended.details.effort, mended.edited) == ("gentle", None, None)
    assert (other.source, other.start.offset) == ("timer", 0)
    assert other.end == other.start.plus(other.walked_ms)
    assert diary.posture.ticked("w-bert") == {PostureItem.TALK}
    assert diary.posture.ticked("w-anna") == frozenset()  # tall, or talk?
    assert diary.people.get(BERT) is None
    diary.close()


def test_of_two_versions_of_a_record_the_one_edited_last_is_kept(full, target):
    """A page left behind by a change that was broken off holds its records once more."""
    edited = NOON.plus(9 * DAY)
    whole = full.read_bytes()
    with Diary(full) as diary:
        diary.walks.update(replace(diary.walks.get("w-anna"), edited=edited))
    for data in (full.read_bytes() + whole, whole + full.read_bytes()):
        target.with_name("both.db").write_bytes(data)
        salvage(target.with_name("both.db"), target)
        with Diary(target) as diary:
            assert diary.walks.get("w-anna").edited == edited
        assert len(rows(target, "walk")) == len(rows(full, "walk"))
        target.unlink()


@pytest.mark.parametrize("harm", ["parent", "child"])
def test_an_id_with_one_wrong_letter_means_the_one_it_was(damaged, target, sound, harm):
    ((walker, count),) = values(
        damaged, "SELECT person_id, count(*) FROM walk GROUP BY 1 ORDER BY 2 DESC LIMIT 1"
    )
    wrong = ("z" if walker[0] != "z" else "y") + walker[1:]
    if harm == "parent":
        change(damaged, f"UPDATE person SET id = '{wrong}' WHERE id = '{walker}'")
    else:
        change(
            damaged,
            f"UPDATE walk SET person_id = '{wrong}' WHERE rowid IN"
            f" (SELECT rowid FROM walk WHERE person_id = '{walker}' LIMIT 1)",
        )
    assert salvage(damaged, target).people == 2
    kept = wrong if harm == "parent" else walker
    assert values(target, f"SELECT count(*) FROM walk WHERE person_id = '{kept}'") == [(count,)]
    assert_sound(target)


def test_names_that_lie_side_by_side_are_not_taken_for_each_other(path, target):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk("w1"))
        diary.walks.add(walk("w2", NOON.plus(DAY)))
        diary.ratings.add(rating("r", 5, PainMoment.BEFORE, NOON, walk_id="w1"))
    change(path, "DELETE FROM walk WHERE id = 'w1'")
    salvage(path, target)
    with Diary(target) as diary:
        assert diary.ratings.get("r").walk_id is None


def test_an_open_question_survives(full, target):
    at = Reading(NOON.plus(3 * DAY + 40 * MINUTE), 40 * MINUTE, 40 * MINUTE, "boot-0001")
    with Diary(full) as diary:
        diary.walks.add_event("on", WalkEvent(EventKind.REVIEW, at))
        diary.walks.update(replace(diary.walks.get("on"), state=WalkState.REVIEW))
    diary = salvaged(full, target)
    assert diary.walks.open_walk(ANNA).state is WalkState.REVIEW
    diary.close()
