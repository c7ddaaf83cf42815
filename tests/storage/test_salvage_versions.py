"""A damaged diary of an older version is read as what it was, and comes out in the newest."""

import pytest
from tests.storage import damage
from tests.storage.lived_in import Life
from tests.storage.made import DAY, HOUR, NOON, person, rating, running, walk
from tests.storage.reading import (
    KEPT,
    KEPT_BY_V1,
    KEPT_BY_V2,
    assert_sound,
    change,
    keys,
    rows,
    schema,
    tables,
    values,
)

from walktrack.storage import migrate
from walktrack.storage.diary import Diary
from walktrack.storage.salvage import salvage
from walktrack.storage.salvage.shapes import shapes_of

NOW = migrate.NEWEST

COLUMN_ADDED = (
    "ALTER TABLE pain_rating ADD COLUMN weather TEXT NOT NULL DEFAULT 'unknown'",
    "ALTER TABLE person ADD COLUMN pet TEXT",
)
BUILT_ANEW = (
    "CREATE TABLE fresh (name TEXT NOT NULL, value TEXT NOT NULL, since INTEGER,"
    " PRIMARY KEY (value, name)) STRICT, WITHOUT ROWID",
    "INSERT INTO fresh SELECT name, value, 7 FROM setting",
    "DROP TABLE setting",
    "ALTER TABLE fresh RENAME TO setting",
)
SEASONED = (
    "CREATE TABLE season (id TEXT PRIMARY KEY, person_id TEXT NOT NULL REFERENCES person (id)"
    " ON DELETE RESTRICT, pulse REAL, seal BLOB) STRICT",
    "INSERT INTO season SELECT 'mark-' || id, id, 1.5, x'00ff' FROM person",
    "INSERT INTO season SELECT 'even-' || id, id, 2.0, NULL FROM person",
)


@pytest.fixture
def later(monkeypatch):
    """Have steps in store that this program does not know of yet."""

    def add(*steps):
        known = len(migrate.STEPS)
        monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, *steps))
        monkeypatch.setattr(migrate, "NEWEST", known + len(steps))

    return add


@pytest.fixture
def old(path):
    with Diary(path) as diary, diary.transaction():
        diary.people.add(person())
        for number in range(30):
            diary.walks.add(walk(f"w{number}", NOON.plus(number * DAY)))
            diary.ratings.add(rating(f"r{number}", 3, when=NOON.plus(number * DAY)))
        diary.walks.add(running("on", NOON.plus(40 * DAY)))
        Life(diary).events("on", NOON.plus(40 * DAY), HOUR, kinds=())
        diary.settings.write("sound", "off")
    return path


def updated(path, target):
    """Return what becomes of a sound diary."""
    other = target.with_name("updated.db")
    other.write_bytes(path.read_bytes())
    with Diary(other):
        pass
    return other


@pytest.mark.parametrize("harm", [bytes, damage.first_page_garbled, damage.magic_gone])
def test_an_older_diary_becomes_one_of_the_newest_version(old, target, later, harm):
    later(COLUMN_ADDED, BUILT_ANEW, SEASONED)
    expected = updated(old, target)
    old.write_bytes(harm(old.read_bytes()))
    salvage(old, target)
    assert schema(target) == schema(expected)
    assert tables(target) == tables(expected)
    assert rows(target, "season") == rows(expected, "season")
    assert_sound(target)


def test_records_older_than_a_column_take_what_the_schema_says(old, target, later):
    later(COLUMN_ADDED)
    with Diary(old) as diary:
        diary.ratings.add(rating("new", 3))
        diary._db.execute_sql("UPDATE pain_rating SET weather = 'rain' WHERE id = 'r3'")
    salvage(old, target)
    (weather,) = values(target, "SELECT count(*), sum(weather = 'unknown') FROM pain_rating")
    assert weather == (31, 30)
    assert tables(target)["person"] == tables(old)["person"]


def test_tables_without_row_numbers_and_other_kinds_of_values(old, target, later):
    later(BUILT_ANEW, SEASONED)
    with Diary(old) as diary, diary.transaction():
        for number in range(600):  # enough for pages above pages
            diary._db.execute_sql(
                "INSERT INTO setting VALUES (?, ?, ?)", (f"n{number}", "x" * 99, number)
            )
    salvage(old, target)
    assert tables(target) == tables(old)
    assert rows(target, "season") == rows(old, "season")


def test_a_mark_of_a_lost_person_goes(old, target, later):
    later(SEASONED)
    with Diary(old):
        pass
    change(old, "UPDATE season SET person_id = 'nobody' WHERE id LIKE 'mark%'")
    salvage(old, target)
    assert [row[0] for row in rows(target, "season")] == ["even-anna"]


@pytest.mark.parametrize("stated", [0, NOW, NOW + 2, 77])
@pytest.mark.parametrize("written", [NOW, NOW + 1, NOW + 2])
def test_a_version_that_is_stated_wrong_is_found_out(old, target, later, stated, written):
    steps = (COLUMN_ADDED + SEASONED, BUILT_ANEW)
    later(*steps[: written - NOW])
    with Diary(old):
        pass
    later(*steps[written - NOW :])
    expected = updated(old, target)
    whole = old.read_bytes()
    old.write_bytes(whole[:60] + stated.to_bytes(4, "big") + whole[64:])
    salvage(old, target)
    if stated == NOW + 2 != written:  # the newest is believed, and what was built anew is not found
        assert keys(target) == keys(expected) | {"setting": set()}
    else:
        assert keys(target) == keys(expected)
    assert_sound(target)


def test_no_two_tables_can_be_taken_for_each_other():
    """A record tells its table by the number and the kinds of its values; so they must differ."""
    by_version = {1: KEPT_BY_V1, 2: KEPT_BY_V2}
    for version in range(1, migrate.NEWEST + 1):
        shapes = shapes_of(version)
        assert {shape.table for shape in shapes} >= set(by_version.get(version, KEPT))
        for one in shapes:
            for most in (True, False):
                kinds = "".join(
                    "n"
                    if column.name == one.row_number or (column.can_be_empty and not most)
                    else column.kinds[0]
                    for column in one.columns
                )
                fitting = [
                    other.table
                    for other in shapes
                    if other.in_index == one.in_index and other.fits(kinds)
                ]
                assert fitting == [one.table]
