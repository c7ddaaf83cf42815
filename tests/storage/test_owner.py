"""One program at a time has the diary; the others are told who, and harm nothing."""

import os
import subprocess
import sys
import textwrap
import time

import pytest
from tests.storage.files import closed_diary, digest, fault_of
from tests.storage.made import person

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.diary import Diary


def held(path, seconds=30):
    """Start another program that has the diary open; wait until it has."""
    program = textwrap.dedent(f"""
        import sys, time
        from pathlib import Path
        from walktrack.storage.diary import Diary
        with Diary(Path(sys.argv[1])):
            print("open", flush=True)
            time.sleep({seconds})
    """)
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout.readline() == "open\n"
    return child


def end(child):
    child.kill()
    child.wait()
    child.stdout.close()


def test_a_second_program_is_told_who_has_the_diary_and_harms_nothing(path):
    closed_diary(path, days=3)
    child = held(path)
    try:
        before, began = digest(path), time.monotonic()
        with pytest.raises(DiaryError) as caught:
            Diary(path).open()
        took = time.monotonic() - began
        assert caught.value.fault is Fault.BUSY
        assert caught.value.holder.endswith(f", process {child.pid}")
        assert took > 0.9
        assert digest(path) == before
        assert path.with_name("diary.db.lock").exists()
    finally:
        end(child)
    with Diary(path) as diary:
        assert diary.walks.get("w2") is not None


def test_the_next_owner_writes_over_a_note_left_by_one_that_died(path):
    closed_diary(path)
    end(held(path))
    note = path.with_name("diary.db.lock")
    assert note.exists()
    with Diary(path):
        assert note.read_text().startswith(f"{os.getpid()}\n")
    assert not note.exists()


@pytest.mark.parametrize("text", ["", "no lines", "\n\n\n\n" * 9000, "1\n\udcff"])
def test_a_strange_note_keeps_nobody_out(path, text):
    closed_diary(path)
    path.with_name("diary.db.lock").write_bytes(text.encode(errors="surrogateescape"))
    with Diary(path):
        pass


def test_a_diary_let_go_within_a_second_is_opened(path):
    closed_diary(path)
    child = held(path, seconds=0.4)
    try:
        with Diary(path) as diary:
            assert diary.people.all() == [person()]
    finally:
        end(child)


def test_two_in_one_program_are_kept_apart_and_the_first_keeps_its_lock(path):
    with Diary(path) as diary:
        diary.people.add(person())
        assert fault_of(path) is Fault.BUSY
        other = subprocess.run(
            [
                sys.executable,
                "-c",
                "import sqlite3, sys; sqlite3.connect(sys.argv[1], timeout=0)"
                ".execute('SELECT * FROM person')",
                str(path),
            ],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "locked" in other.stderr


def test_two_first_starts_at_once_make_one_diary(path):
    program = (
        "import sys, pathlib; from walktrack.storage.diary import Diary;"
        "d = Diary(pathlib.Path(sys.argv[1])); d.open(); d.settings.write(sys.argv[2], 'x');"
        "d.close()"
    )
    children = [
        subprocess.Popen([sys.executable, "-c", program, str(path), str(n)]) for n in range(4)
    ]
    assert [child.wait() for child in children] == [0] * 4
    with Diary(path) as diary:
        assert set(diary.settings.read()) == set("0123")
    assert [p.name for p in path.parent.iterdir()] == ["diary.db"]


def test_a_first_start_overtaken_by_another_writes_nothing_over(path, monkeypatch):
    ready = path.parent / "ready.db"
    closed_diary(ready, days=1)
    migrated = migrate.bring_up_to_date

    def overtaken(db):
        if ready.exists():
            ready.rename(path)
        migrated(db)

    monkeypatch.setattr(migrate, "bring_up_to_date", overtaken)
    with Diary(path) as diary:
        assert diary.walks.get("w0") is not None
    assert [p.name for p in path.parent.iterdir()] == ["diary.db"]
