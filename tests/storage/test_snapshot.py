"""The whole diary goes out to a file and comes in from one, while it stays open and owned."""

import resource
import sqlite3
import subprocess
import sys
import textwrap
import threading
from contextlib import closing

import pytest
from tests.storage.files import closed_diary
from tests.storage.made import person, rating, walk

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import database, snapshot
from walktrack.storage.diary import Diary


@pytest.fixture
def other(tmp_path):
    """A diary with other records, closed."""
    path = tmp_path / "other.db"
    with Diary(path) as diary:
        diary.people.add(person(name="Other"))
        diary.walks.add(walk("theirs"))
        diary.settings.write("colours", "dark")
    return path


def test_changes_made_while_it_is_copied_go_in_or_not_but_never_half(diary, tmp_path):
    for number in range(60):
        diary.settings.write(f"filler-{number}", "x" * 4000)
    target, done = tmp_path / "copy.db", threading.Event()

    def copy():
        diary.snapshot(target)
        done.set()

    thread = threading.Thread(target=copy)
    thread.start()
    number = 0
    while not done.is_set():
        with diary.transaction():
            diary.walks.add(walk(f"w{number}"))
            diary.ratings.add(rating(f"r{number}", walk_id=f"w{number}"))
        number += 1
    thread.join()
    snapshot.check_copy(target)
    with closing(sqlite3.connect(target)) as there:
        walks = there.execute("SELECT substr(id, 2) FROM walk ORDER BY id").fetchall()
        assert (
            walks == there.execute("SELECT substr(id, 2) FROM pain_rating ORDER BY id").fetchall()
        )


def test_a_change_that_is_not_committed_is_not_copied(diary, tmp_path):
    made = threading.Thread(target=diary.snapshot, args=[tmp_path / "copy.db"])
    with pytest.raises(ZeroDivisionError), diary.transaction():
        diary.walks.add(walk("never"))
        made.start()
        made.join(0.2)
        raise ZeroDivisionError
    made.join()
    with Diary(tmp_path / "copy.db") as copy:
        assert copy.walks.get("never") is None


def test_no_file_is_written_over(diary, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("mine")
    with pytest.raises(FileExistsError):
        diary.snapshot(target)
    assert target.read_text() == "mine"


def test_another_diary_comes_in_and_the_settings_stay(diary, other, path):
    diary.settings.write("colours", "light")
    diary.walks.add(walk("ours"))
    diary.become(other)
    assert diary.people.all() == [person(name="Other")]
    assert diary.walks.get("ours") is None
    assert diary.walks.get("theirs") == walk("theirs")
    assert diary.settings.read() == {"colours": "light"}
    diary.check()
    diary.walks.add(walk("later"))  # the connection is as good as before
    for name, value in database.PRAGMAS:
        ((found,),) = diary._db.rows(f"PRAGMA {name}")
        known = {"EXTRA": 3, "EXCLUSIVE": "exclusive", "DELETE": "delete"}
        assert found == known.get(value, value), name
    locked = subprocess.run(
        [sys.executable, "-c", "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0)"
         ".execute('SELECT * FROM person')", str(path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "locked" in locked.stderr


def test_what_was_remembered_of_the_records_no_longer_counts(diary, other):
    before = diary._db.written
    diary.become(other)
    assert diary._db.written > before


def test_a_disk_too_full_for_it_keeps_all_as_it_was(path, tmp_path):
    closed_diary(path, days=3)
    big = tmp_path / "big.db"
    closed_diary(big, days=600)
    limit = path.stat().st_size + 20_000
    assert big.stat().st_size > limit
    program = textwrap.dedent("""
        import resource, signal, sys
        from pathlib import Path
        from walktrack.domain.faults import DiaryError
        from walktrack.storage.diary import Diary
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        with Diary(Path(sys.argv[1])) as diary:
            resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), int(sys.argv[3])))
            try:
                diary.become(Path(sys.argv[2]))
            except DiaryError as error:
                print(error.fault)
            diary.settings.write("still", "works")
            diary.check()
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path), str(big), str(limit)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout == "full\n"
    with Diary(path) as diary:
        assert diary.walks.get("w2") is not None
        assert diary.walks.get("w3") is None
        assert diary.settings.read() == {"still": "works"}
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY


def test_a_diary_that_was_moved_away_takes_nothing_in(diary, other, path):
    path.rename(path.with_name("moved.db"))
    with pytest.raises(DiaryError) as caught:
        diary.become(other)
    assert caught.value.fault is Fault.CANNOT_OPEN
    path.with_name("moved.db").rename(path)
    assert diary.walks.get("theirs") is None


@pytest.mark.parametrize("harm", ["page", "link"])
def test_a_copy_that_is_not_sound_is_found(diary, tmp_path, harm):
    diary.walks.add(walk())
    target = tmp_path / "copy.db"
    diary.snapshot(target)
    snapshot.check_copy(target)
    if harm == "page":
        whole = target.read_bytes()
        target.write_bytes(whole[:8192] + b"\xa5" * 4096 + whole[12288:])
    else:
        with closing(sqlite3.connect(target)) as copy, copy:
            copy.execute("UPDATE walk SET person_id = 'nobody'")
    with pytest.raises(DiaryError) as caught:
        snapshot.check_copy(target)
    assert caught.value.fault is Fault.DAMAGED
