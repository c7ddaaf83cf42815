"""The checklist keeps only what was touched, and waits for a walk."""

from tests.storage.made import ANNA, BERT, HOUR, NOON, walk

from walktrack.domain.posture import PostureItem

TALL, ARMS, SHOES = PostureItem.TALL, PostureItem.ARMS, PostureItem.SHOES


def rows(diary):
    return diary._db.rows("SELECT item, checked, walk_id FROM posture_check ORDER BY item")


def test_every_line_can_be_ticked_and_unticked(diary):
    diary.walks.add(walk())
    for item in PostureItem:
        diary.posture.tick(ANNA, "w", item, True, NOON)
    assert diary.posture.ticked("w") == set(PostureItem)
    diary.posture.tick(ANNA, "w", TALL, False, NOON.plus(1))
    assert diary.posture.ticked("w") == set(PostureItem) - {TALL}
    assert len(rows(diary)) == len(PostureItem)


def test_an_untouched_line_has_no_row_and_an_unticked_one_says_no(diary):
    diary.walks.add(walk())
    diary.posture.tick(ANNA, "w", TALL, False, NOON)
    assert rows(diary) == []
    diary.posture.tick(ANNA, "w", TALL, True, NOON)
    diary.posture.tick(ANNA, "w", TALL, True, NOON)
    diary.posture.tick(ANNA, "w", TALL, False, NOON)
    assert rows(diary) == [("tall", 0, "w")]


def test_fresh_ticks_wait_for_a_walk_and_stale_ones_are_forgotten(diary):
    diary.posture.tick(ANNA, None, SHOES, True, NOON.plus(-HOUR))
    diary.posture.tick(ANNA, None, ARMS, True, NOON.plus(-HOUR))
    diary.posture.tick(ANNA, None, ARMS, True, NOON)  # said again today
    diary.posture.tick(ANNA, None, TALL, True, NOON)
    diary.posture.tick(BERT, None, TALL, True, NOON)
    assert diary.posture.waiting(ANNA, NOON.ms) == {ARMS, TALL}
    diary.walks.add(walk())
    diary.posture.adopt(ANNA, "w", NOON.ms)
    assert diary.posture.ticked("w") == {ARMS, TALL}
    assert diary.posture.waiting(ANNA, 0) == frozenset()
    assert diary.posture.waiting(BERT, NOON.ms) == {TALL}
    assert len(rows(diary)) == 3


def test_a_tick_taken_back_while_waiting_stays_no(diary):
    diary.posture.tick(ANNA, None, TALL, True, NOON)
    diary.posture.tick(ANNA, None, TALL, False, NOON)
    assert diary.posture.waiting(ANNA, NOON.ms) == frozenset()
    diary.walks.add(walk())
    diary.posture.adopt(ANNA, "w", NOON.ms)
    assert rows(diary) == [("tall", 0, "w")]
