"""What is wrong is told apart on real errors of SQLite and the system, and nothing half is kept."""

import errno
import sqlite3
import subprocess
import sys
import textwrap

import peewee
import pytest
from tests.storage.made import NOON, person, rating, walk

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.walk import Details
from walktrack.storage.diary import Diary
from walktrack.storage.export_rows import RowsAsked
from walktrack.storage.faults import classify


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.FULL),
        (errno.EDQUOT, Fault.FULL),
        (errno.EFBIG, Fault.FULL),
        (errno.EROFS, Fault.READ_ONLY),
        (errno.EACCES, Fault.CANNOT_OPEN),
        (errno.ENOTDIR, Fault.CANNOT_OPEN),
    ],
)
def test_errors_of_the_system(number, fault):
    assert classify(OSError(number, "trouble")) is fault


def test_our_own_mistakes_are_ours():
    assert classify(KeyError("x")) is Fault.OURS
    assert classify(sqlite3.OperationalError("no such table")) is Fault.OURS


def test_a_known_cause_under_an_unknown_one_counts():
    error = peewee.OperationalError("cannot rollback")
    error.__context__ = KeyError("between")
    error.__context__.__context__ = OSError(errno.ENOSPC, "full")
    assert classify(error) is Fault.FULL


def test_a_chain_that_bites_its_tail_ends():
    error = KeyError("x")
    error.__cause__ = other = KeyError("y")
    other.__cause__ = error
    assert classify(error) is Fault.OURS


@pytest.mark.parametrize("spill", [False, True])
def test_a_full_disk_keeps_all_of_a_change_or_nothing(diary, spill):
    diary.walks.add(walk())
    ((pages,),) = diary._db.rows("PRAGMA page_count")
    diary._db.execute_sql(f"PRAGMA max_page_count = {pages + 3}")
    if spill:
        diary._db.execute_sql("PRAGMA cache_size = 1")
    with pytest.raises(DiaryError) as caught, diary.transaction():
        diary.ratings.add(rating("first"))
        for number in range(2000):
            diary.ratings.add(rating(f"more-{number}", note="x" * 500))
    assert caught.value.fault is Fault.FULL
    assert diary.ratings.get("first") is None
    diary._db.execute_sql("PRAGMA max_page_count = 1000000")
    diary.ratings.add(rating("again"))
    assert diary.ratings.get("again") is not None
    diary.check()


def test_a_limit_on_file_size_counts_as_a_full_disk_and_the_rest_stays(path):
    with Diary(path) as diary:
        diary.people.add(person())
    program = textwrap.dedent("""
        import resource, sys
        from pathlib import Path
        from walktrack.domain.faults import DiaryError
        from walktrack.storage.diary import Diary
        path = Path(sys.argv[1])
        with Diary(path) as diary:
            limit = path.stat().st_size + 20_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            for number in range(1000):
                try:
                    diary.settings.write(str(number), "x" * 1000)
                except DiaryError as error:
                    print(number, error.fault)
                    break
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    kept, fault = done.stdout.split()
    assert fault == "full"
    with Diary(path) as diary:
        diary.check()
        assert set(diary.settings.read()) == {str(number) for number in range(int(kept))}


def test_a_first_start_on_a_full_disk_leaves_nothing_behind(path):
    path.parent.mkdir()
    program = textwrap.dedent("""
        import resource, sys
        from pathlib import Path
        from walktrack.domain.faults import DiaryError
        from walktrack.storage.diary import Diary
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        try:
            Diary(Path(sys.argv[1])).open()
        except DiaryError as error:
            print(error.fault)
    """)
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "full"
    assert list(path.parent.iterdir()) == []


def test_a_file_that_must_not_be_written_says_so_and_keeps_all_of_itself(diary):
    diary._db.execute_sql("PRAGMA query_only = 1")
    with pytest.raises(DiaryError) as caught:
        diary.walks.add(walk())
    assert caught.value.fault is Fault.READ_ONLY
    diary._db.execute_sql("PRAGMA query_only = 0")
    assert diary.walks.get("w") is None


def test_a_folder_in_place_of_the_file_cannot_be_opened(path):
    path.mkdir(parents=True)
    with pytest.raises(DiaryError) as caught:
        Diary(path).open()
    assert caught.value.fault is Fault.CANNOT_OPEN
    assert list(path.iterdir()) == []


def test_a_file_in_place_of_the_folder_cannot_be_opened(tmp_path):
    (tmp_path / "file").write_text("here")
    with pytest.raises(DiaryError) as caught:
        Diary(tmp_path / "file" / "diary.db").open()
    assert caught.value.fault is Fault.CANNOT_OPEN


def test_a_page_that_cannot_be_read_is_damage(path):
    with Diary(path) as diary:
        diary.people.add(person())
        with diary.transaction():
            for number in range(100):
                diary.walks.add(walk(f"w{number}", NOON.plus(number)))
    whole = path.read_bytes()
    with Diary(path) as diary:
        ((root,),) = diary._db.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'walk'")
    start = (root - 1) * 4096
    path.write_bytes(whole[:start] + b"\xa5" * 4096 + whole[start + 4096 :])
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        diary.walks.last_details("anna")
    assert caught.value.fault is Fault.DAMAGED


def spoil_a_letter(path):
    whole = path.read_bytes()
    assert whole.count(b"Rain all day") >= 1
    path.write_bytes(whole.replace(b"Rain all day", b"Rain \xe1ll day"))


def test_one_letter_gone_bad_shuts_nobody_out(path):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk(details=Details(note="Rain all day")))
    spoil_a_letter(path)
    with Diary(path) as diary:
        diary.check()
        assert diary.walks.get("w").details.note == "Rain \ufffdll day"


def test_a_letter_gone_bad_in_the_middle_of_an_export_is_damage(path):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk(details=Details(note="Rain all day")))
    spoil_a_letter(path)
    with Diary(path) as diary, pytest.raises(DiaryError) as caught:
        list(diary.rows.rows("walks", RowsAsked("anna", 0, 40_000, 40_000)))
    assert caught.value.fault is Fault.DAMAGED


def test_a_schema_gone_bad_is_damage_though_python_cannot_even_say_so(path):
    with Diary(path):
        pass
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"CREATE TABLE walk (", b"CREATE TABLE \xf7alk (", 1))
    with pytest.raises(DiaryError) as caught:
        Diary(path).open()
    assert caught.value.fault is Fault.DAMAGED


def test_mistakes_pass_as_they_are(diary):
    diary.walks.add(walk())
    with pytest.raises(sqlite3.IntegrityError):
        diary.walks.add(walk())
    with pytest.raises(sqlite3.IntegrityError):
        diary.walks.add(walk("other", person_id="nobody"))
