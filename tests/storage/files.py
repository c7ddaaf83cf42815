"""Diaries in files, for the tests of what happens to the file."""

import hashlib

import pytest
from tests.storage.made import DAY, NOON, person, walk

from walktrack.domain.faults import DiaryError
from walktrack.storage.diary import Diary


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
