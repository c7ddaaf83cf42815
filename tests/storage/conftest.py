"""A real diary in a real file, with Anna and Bert in it."""

import pytest
from tests.storage.made import BERT, person

from walktrack.storage.diary import Diary


@pytest.fixture
def path(tmp_path):
    return tmp_path / "diary" / "diary.db"


@pytest.fixture
def diary(path):
    with Diary(path) as opened:
        opened.people.add(person())
        opened.people.add(person(BERT, name="Bert"))
        yield opened
        opened.check()
