"""A real diary in a real file, with Anna and Bert in it."""

import pytest
from tests.storage.lived_in import lived_in
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


@pytest.fixture
def damaged(tmp_path):
    """A diary two people have lived with, to be damaged."""
    folder = tmp_path / "damaged"
    folder.mkdir()
    (folder / "diary.db").write_bytes(lived_in())
    return folder / "diary.db"


@pytest.fixture
def sound(tmp_path):
    """The same, left as it is."""
    (tmp_path / "sound.db").write_bytes(lived_in())
    return tmp_path / "sound.db"


@pytest.fixture
def target(tmp_path):
    """Where a new diary may be made."""
    folder = tmp_path / "new"
    folder.mkdir()
    return folder / "diary.db"
