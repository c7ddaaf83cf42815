"""What the file looks like from outside, and what is in it after a change or a crash."""

import logging
import os
import subprocess
import sys
import textwrap

import pytest
from tests.storage.files import closed_diary
from tests.storage.made import DAY, NOON, person, rating, walk

from walktrack.storage.diary import Diary

PRAGMAS = {
    "locking_mode": "exclusive",
    "journal_mode": "delete",
    "synchronous": 3,
    "fullfsync": 1,
    "checkpoint_fullfsync": 1,
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "secure_delete": 1,
    "temp_store": 2,
    "application_id": 0x57414C4B,
    "user_version": 6,
}


def test_every_pragma_holds_in_the_order_given(diary):
    found = {name: diary._db.rows(f"PRAGMA {name}")[0][0] for name in PRAGMAS}
    assert found == PRAGMAS


def test_what_was_kept_is_there_at_the_next_start(path):
    closed_diary(path, days=3)
    with Diary(path) as diary:
        assert diary.people.all() == [person()]
        assert diary.walks.get("w2") == walk("w2", NOON.plus(2 * DAY))


def test_nobody_else_can_look_into_a_new_folder_or_file(path):
    before = os.umask(0)
    try:
        with Diary(path):
            modes = {
                p.name: p.stat().st_mode & 0o777 for p in [path.parent, *path.parent.iterdir()]
            }
    finally:
        os.umask(before)
    assert modes["diary"] == 0o700
    assert modes["diary.db"] == modes["diary.db.lock"] == 0o600
    assert all(not mode & 0o077 for mode in modes.values())


def test_a_file_others_can_read_is_closed_to_them_and_their_folder_is_left_alone(path):
    closed_diary(path)
    path.chmod(0o644)
    path.parent.chmod(0o755)
    with Diary(path):
        assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o755


def test_only_the_diary_itself_is_left_behind(path):
    closed_diary(path)
    assert [p.name for p in path.parent.iterdir()] == ["diary.db"]


def test_after_a_crash_in_a_change_the_diary_is_as_before_it(path):
    closed_diary(path, days=1)
    program = textwrap.dedent("""
        import os, sys
        from pathlib import Path
        from walktrack.storage.diary import Diary
        diary = Diary(Path(sys.argv[1]))
        diary.open()
        with diary.transaction():
            diary._db.execute_sql("PRAGMA cache_size = 1")
            diary._db.execute_sql("PRAGMA cache_spill = 1")
            for number in range(3000):
                diary.settings.write(str(number), "x" * 500)
            os.kill(os.getpid(), 9)
    """)
    assert subprocess.run([sys.executable, "-c", program, str(path)], check=False).returncode == -9
    assert path.stat().st_size > 1_000_000
    with Diary(path) as diary:
        diary.check()
        assert diary.settings.read() == {}
        assert diary.walks.get("w0") is not None


def test_a_failed_change_leaves_nothing_and_inner_ones_join_the_outer(diary):
    with pytest.raises(ZeroDivisionError), diary.transaction():
        diary.walks.add(walk())
        with diary.transaction():
            diary.ratings.add(rating())
        assert diary.walks.get("w") is not None
        raise ZeroDivisionError
    assert diary.walks.get("w") is None
    assert diary.ratings.get("r") is None


def test_a_diary_without_a_path_leaves_no_file(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with Diary(None) as diary:
        diary.people.add(person())
        assert diary.people.all() == [person()]
    assert list(tmp_path.iterdir()) == []


def test_closing_twice_or_without_opening_is_nothing(path):
    diary = Diary(path)
    diary.close()
    diary.open()
    diary.close()
    diary.close()
    assert not path.with_name("diary.db.lock").exists()


def test_nothing_a_person_wrote_reaches_the_log(path, caplog):
    with caplog.at_level(logging.DEBUG), Diary(path) as diary:
        logging.getLogger("peewee").setLevel(logging.DEBUG)
        diary.people.add(person(name="Secret Name"))
        diary.people.all()
        diary.settings.write("note", "Secret Note")
    assert caplog.records == []


def test_a_path_with_odd_letters_is_a_path(tmp_path):
    path = tmp_path / "a ?#%20 é" / "di#ary?.db"
    closed_diary(path)
    with Diary(path) as diary:
        assert diary.people.all() == [person()]


def test_removed_words_are_wiped_from_the_file(path):
    with Diary(path) as diary:
        diary.settings.write("note", "very-private-" * 20)
        diary.settings.write("note", "")
    assert b"very-private" not in path.read_bytes()
