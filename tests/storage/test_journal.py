"""A crash in the middle of a change leaves a journal, and that journal is played back."""

import pytest
from tests.storage.files import closed_diary, digest, fault_of, journal_for
from tests.storage.made import person, walk

from walktrack.domain.faults import Fault
from walktrack.storage import migrate
from walktrack.storage.diary import Diary
from walktrack.storage.journal import has_journal, journal_of, recovers


@pytest.fixture
def broken_off(path):
    """A diary as a power cut leaves it: one walk for certain, a second one half written."""
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk("sure"))
    before = path.read_bytes()
    with Diary(path) as diary:
        diary.walks.add(walk("never"))
    journal_of(path).write_bytes(journal_for(before))
    return path


def tear_first_page(path):
    whole = path.read_bytes()
    path.write_bytes(b"\xa5" * 512 + whole[512:])


def test_the_half_change_is_taken_back(broken_off):
    assert has_journal(broken_off)
    with Diary(broken_off) as diary:
        diary.check()
        assert diary.walks.get("sure") is not None
        assert diary.walks.get("never") is None


def test_a_torn_first_page_is_healed_and_not_called_damage(broken_off):
    tear_first_page(broken_off)
    assert recovers(broken_off, migrate.NEWEST)
    with Diary(broken_off) as diary:
        diary.check()
        assert diary.walks.get("sure") is not None
    assert [each.name for each in broken_off.parent.iterdir()] == [broken_off.name]


def test_without_its_journal_it_is_refused(broken_off):
    journal_of(broken_off).unlink()
    tear_first_page(broken_off)
    before = digest(broken_off)
    assert not recovers(broken_off, migrate.NEWEST)
    assert fault_of(broken_off) is Fault.NOT_A_DIARY
    assert digest(broken_off) == before


def test_a_journal_that_cannot_help_leaves_all_as_it_was(path):
    closed_diary(path, days=3)
    tear_first_page(path)
    journal_of(path).write_bytes(b"left by a crash" * 100)
    before = digest(path), digest(journal_of(path))
    assert fault_of(path) is Fault.NOT_A_DIARY
    assert (digest(path), digest(journal_of(path))) == before
    assert len(list(path.parent.iterdir())) == 2


def test_a_journal_struck_out_by_a_commit_is_none(path):
    with Diary(path) as diary:
        diary.people.add(person())
        assert journal_of(path).exists()
        assert not has_journal(path)


def test_a_new_diary_is_not_spoilt_by_the_journal_of_one_that_is_gone(broken_off):
    broken_off.unlink()
    old = journal_of(broken_off).read_bytes()
    with Diary(broken_off) as diary:
        diary.check()
        assert diary.people.all() == []
    kept = broken_off.with_name(f"{broken_off.name}-journal.left-1")
    assert kept.read_bytes() == old
