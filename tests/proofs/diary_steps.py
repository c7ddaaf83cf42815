"""A stretch of life with the diary, one acknowledged step after the other, and what it holds then.

Proofs run these steps in a process that is then cut off, and compare what is left of its file with
what a diary in memory holds after the same steps.
"""

from collections.abc import Callable

from tests.storage.made import ANNA, BERT, DAY, MINUTE, NOON, person, rating, running, walk

from walktrack.domain.clock import Reading
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import EventKind, WalkEvent
from walktrack.domain.walk import Details, Effort
from walktrack.storage.database import MARK
from walktrack.storage.diary import Diary

Step = Callable[[Diary], None]
State = tuple[tuple[str, tuple[tuple[object, ...], ...]], ...]

LATER = NOON.plus(5 * DAY)


def state(diary: Diary) -> State:
    """Return all rows of all tables, without what is drawn by chance: marks, numbers of checks."""
    tables = diary._db.rows(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
    )
    return tuple((name, _rows(diary, name)) for (name,) in sorted(tables))


def _rows(diary: Diary, table: str) -> tuple[tuple[object, ...], ...]:
    rows = diary._db.rows(f'SELECT * FROM "{table}"')
    known = (row[table == "posture_check" :] for row in rows if row[0] != MARK)
    return tuple(sorted(known, key=repr))


def reopen(diary: Diary) -> None:
    """Close the diary and open it again, as at the next start."""
    diary.close()
    diary.open()


def states(steps: list[Step]) -> list[State]:
    """Return what the diary holds before the first step and after each."""
    with Diary(None) as diary:
        found = [state(diary)]
        for step in steps:
            if step is not reopen:
                step(diary)
            found.append(state(diary))
    return found


def steps_of_a_life() -> list[Step]:
    """Return steps that use every verb that changes the diary."""
    return [
        lambda diary: diary.settings.write("theme", "dark"),
        lambda diary: diary.people.add(person()),
        *_a_timed_walk(),
        lambda diary: diary.people.add(person(BERT, name="Bert")),
        reopen,
        *_corrections(),
        lambda diary: diary.people.update(person(name="Anna B."), LATER),
        _all_or_nothing,
        _fails_half_way,
        _more_than_memory_holds,
        reopen,
        lambda diary: diary.walks.add(walk("last", LATER)),
    ]


def _event(kind: EventKind, minute: int) -> Step:
    ms = minute * MINUTE
    event = WalkEvent(kind, Reading(NOON.plus(ms), 1000 + ms, 1000 + ms, "boot"))
    return lambda diary: diary.walks.add_event("w", event)


def _a_timed_walk() -> list[Step]:
    def begin(diary: Diary) -> None:
        with diary.transaction():
            diary.walks.add(running())
            diary.ratings.adopt(ANNA, "w", NOON.ms - DAY)
            diary.posture.adopt(ANNA, "w", NOON.ms - DAY)
            _event(EventKind.START, 0)(diary)

    def finish(diary: Diary) -> None:
        with diary.transaction():
            _event(EventKind.FINISH, 20)(diary)
            diary.walks.update(walk(minutes=15))

    before = rating("before", 5, PainMoment.BEFORE, NOON.plus(-MINUTE))
    during = rating("during", 4, PainMoment.DURING, NOON, walk_id="w", walked_ms=MINUTE)
    after = rating("after", 3, PainMoment.AFTER, NOON.plus(20 * MINUTE), walk_id="w")
    return [
        lambda diary: diary.ratings.add(before),
        lambda diary: diary.posture.tick(ANNA, None, PostureItem.SHOES, True, NOON),
        begin,
        _event(EventKind.HEARTBEAT, 1),
        lambda diary: diary.ratings.add(during),
        _event(EventKind.PAUSE, 5),
        _event(EventKind.RESUME, 10),
        lambda diary: diary.posture.tick(ANNA, "w", PostureItem.TALL, True, NOON.plus(MINUTE)),
        lambda diary: diary.posture.tick(ANNA, "w", PostureItem.TALL, False, NOON.plus(2 * MINUTE)),
        finish,
        lambda diary: diary.ratings.add(after),
    ]


def _corrections() -> list[Step]:
    said = Details(effort=Effort.HARD, note="Over the hill and back. " * 50)
    return [
        lambda diary: diary.walks.update(walk(minutes=18, edited=LATER, details=said)),
        lambda diary: diary.ratings.remove("after", LATER),
        lambda diary: diary.ratings.restore("after"),
        lambda diary: diary.ratings.update(
            rating("during", 9, PainMoment.DURING, NOON, walk_id="w", walked_ms=0, edited=LATER)
        ),
        lambda diary: diary.walks.remove("w", LATER),
        lambda diary: diary.walks.restore("w"),
        lambda diary: diary.settings.write("theme", "light"),
    ]


def _all_or_nothing(diary: Diary) -> None:
    with diary.transaction():
        for number in range(30):
            start = NOON.plus((number - 40) * DAY)
            note = Details(note="So many words that the file has to grow. " * 9)
            diary.walks.add(walk(f"old{number}", start, details=note))
            diary.ratings.add(rating(f"old{number}", number % 11, when=start))


def _fails_half_way(diary: Diary) -> None:
    try:
        with diary.transaction():
            diary.walks.remove("old3", LATER)
            diary.settings.write("theme", "none")
            diary.people.update(person("nobody"), LATER)
    except LookupError:
        pass


def _more_than_memory_holds(diary: Diary) -> None:
    """Change more than the page cache holds: SQLite writes into the file before the commit."""
    diary._db.execute_sql("PRAGMA cache_size = 5")
    diary._db.execute_sql("PRAGMA cache_spill = 5")
    with diary.transaction():
        for number in range(12):
            diary.settings.write(f"long{number}", "very " * 600)
            diary.walks.update(walk(f"old{number}", NOON.plus((number - 40) * DAY), 33))
