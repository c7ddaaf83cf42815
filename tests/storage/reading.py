"""What lies in a diary's file, read with plain SQL and judged by itself."""

import sqlite3
from collections import defaultdict
from contextlib import closing

from tests.storage.damage import PAGE

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.posture import PostureItem
from walktrack.storage.diary import Diary
from walktrack.storage.ratings import rating_of
from walktrack.storage.tables import EventRow, RatingRow, WalkRow
from walktrack.storage.walk_rows import walk_of
from walktrack.storage.walks import _event

KEPT_BY_V1 = ("person", "walk", "walk_event", "pain_rating", "posture_check", "setting")
KEPT_BY_V2 = (*KEPT_BY_V1, "day_mark", "edit")
KEPT_BY_V3 = (*KEPT_BY_V2, "plan", "plan_step")
KEPT_BY_V4 = (*KEPT_BY_V3, "sign_check")
KEPT_BY_V5 = (*KEPT_BY_V4, "interference")
KEPT = (*KEPT_BY_V5, "reminder")
KEPT_BY = {1: KEPT_BY_V1, 2: KEPT_BY_V2, 3: KEPT_BY_V3, 4: KEPT_BY_V4, 5: KEPT_BY_V5}
DERIVED = ("day_total", "month_walks")
LEAST_RECORD = 40  # bytes, of any that has an id


def rows(path, table):
    with closing(sqlite3.connect(path)) as file:
        return sorted(file.execute(f"SELECT * FROM {table}").fetchall(), key=repr)


def tables(path, names=KEPT + DERIVED):
    return {name: rows(path, name) for name in names}


def keys(path):
    """Return the keys of all records, by table."""
    return {name: {row[0] for row in rows(path, name)} for name in KEPT}


def schema(path):
    with closing(sqlite3.connect(path)) as file:
        numbers = [
            file.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("application_id", "user_version", "journal_mode")
        ]
        made = file.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
        return numbers, set(made)


def change(path, *statements):
    """Change a file as no program should: without regard to links between records."""
    with closing(sqlite3.connect(path)) as file:
        for statement in statements:
            file.execute(statement)
        file.commit()


def values(path, sql):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(sql).fetchall()


def assert_sound(path):
    """The diary opens, passes its check, shows all it holds, and its sums are those of its rows."""
    with Diary(path) as diary:
        diary.check()
        show(diary)
    assert {row[:2]: row[2:] for row in rows(path, "day_total")} == recounted(path)


def show(diary):
    """Read all that is in an open diary in the way the program does."""
    for person in diary.people.all():
        diary.history.rows(person.id, HistoryFilter(), 0, 10**6)
        diary.walks.open_walk(person.id)
    diary.settings.read()
    with diary._db.guard():
        moments = [_event(row).at.wall for row in diary._db.dicts(EventRow.select())]
        moments += [rating_of(row).at for row in diary._db.dicts(RatingRow.select())]
        walks = [walk_of(row) for row in diary._db.dicts(WalkRow.select())]
        items = [item for (item,) in diary._db.rows("SELECT item FROM posture_check")]
    moments += [at for one in walks for at in (one.start, one.entered, one.end or one.start)]
    for moment in moments:
        assert moment.day
    for item in items:
        PostureItem(item)


def recounted(path):
    """Add up the days once more: walks, their minutes, pain before, after, and at any time."""
    days = defaultdict(lambda: [0] * 14)
    live = "WHERE deleted_at IS NULL"
    walks = {}
    for walk_id, person, day, walked, state in values(
        path, f"SELECT id, person_id, day, walked_ms, state FROM walk {live}"
    ):
        walks[walk_id] = person, day, state
        if state == "done":
            days[person, day][0] += 1
            days[person, day][1] += walked
    for person, walk_id, moment, day, value, reporter in values(
        path, f"SELECT person_id, walk_id, moment, day, value, reporter FROM pain_rating {live}"
    ):
        walker, walk_day, state = walks.get(walk_id, (None, None, None))
        guessed = reporter == "guess"
        if (walk_id is None or state == "done") and guessed:
            days[person, day][12] += value
            days[person, day][13] += 1
        elif walk_id is None or state == "done":
            days[person, day][6] += value
            days[person, day][7] += 1
        if state == "done" and moment in {"before", "after"}:
            place = (2 if moment == "before" else 4) + 6 * guessed
            days[walker, walk_day][place] += value
            days[walker, walk_day][place + 1] += 1
    return {key: tuple(sums) for key, sums in days.items()}


def assert_at_most_a_page_is_missing(sound, target):
    """Return how many records are lost; they are those of one page, and what hung on them."""
    were, kept = keys(sound), keys(target)
    of_walk = {row[0]: row[2] for row in rows(sound, "posture_check")}
    of_walk |= {row[0]: row[1] for row in rows(sound, "walk_event")}
    lost = {table: were[table] - kept[table] for table in KEPT}
    for table in ("walk_event", "posture_check"):  # nothing without their walk
        lost[table] = {key for key in lost[table] if of_walk[key] not in lost["walk"]}
    assert sum(map(bool, lost.values())) <= 1, lost
    assert sum(map(len, lost.values())) <= PAGE // LEAST_RECORD
    assert_sound(target)
    return sum(map(len, lost.values()))
