"""Diaries in files, for the tests of what happens to the file."""

import hashlib
import struct

import pytest
from tests.storage.made import DAY, NOON, person, walk

from walktrack.domain.faults import DiaryError
from walktrack.storage.diary import Diary

PAGE, SECTOR = 4096, 512


def closed_diary(path, days=0):
    with Diary(path) as diary:
        diary.people.add(person())
        with diary.transaction():
            for day in range(days):
                diary.walks.add(walk(f"w{day}", NOON.plus(day * DAY)))


def fault_of(path):
    with pytest.raises(DiaryError) as caught:
        Diary(path).open()
    return caught.value.fault


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def journal_for(before):
    """Return the journal SQLite writes before it writes to any page of such a file."""
    count = len(before) // PAGE
    head = bytes.fromhex("d9d505f920a163d7") + struct.pack(">5I", count, 0, count, SECTOR, PAGE)
    records = [
        struct.pack(">I", number + 1) + page + struct.pack(">I", sum(page[PAGE - 200 : 0 : -200]))
        for number in range(count)
        for page in [before[number * PAGE : (number + 1) * PAGE]]
    ]
    return head.ljust(SECTOR, b"\0") + b"".join(records)
