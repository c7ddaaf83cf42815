"""Each kind of damage is told for what it is, and the file and its journal stay as they are."""

import pytest
from tests.storage import damage
from tests.storage.files import digest

from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage.diary import Diary

# As the program leaves it between two changes: its head empty, the rest of the last one after it.
COLD_JOURNAL = bytes(512) + b"rows of before" * 500


def fault_at_start(path):
    """Open a diary and look through it, as every start does."""
    with pytest.raises(DiaryError) as caught, Diary(path) as diary:
        diary.check()
    return caught.value.fault


def name(harm):
    return harm.__name__


@pytest.mark.parametrize(("harm", "fault"), damage.KINDS.items(), ids=map(name, damage.KINDS))
@pytest.mark.parametrize("journal", [None, COLD_JOURNAL], ids=["alone", "beside a journal"])
def test_a_damaged_diary_is_refused_and_left_as_it_is(damaged, harm, fault, journal):
    damaged.write_bytes(harm(damaged.read_bytes()))
    beside = damaged.with_name("diary.db-journal")
    if journal is not None:
        beside.write_bytes(journal)
    before, listing = digest(damaged), sorted(damaged.parent.iterdir())
    assert fault_at_start(damaged) is fault
    assert digest(damaged) == before
    assert sorted(damaged.parent.iterdir()) == listing
    assert journal is None or beside.read_bytes() == journal


@pytest.mark.parametrize("journal", [b"left by a crash", b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 70])
@pytest.mark.parametrize(("harm", "fault"), damage.KINDS.items(), ids=map(name, damage.KINDS))
def test_a_journal_of_nonsense_changes_no_byte_of_the_diary(damaged, harm, fault, journal):
    damaged.write_bytes(harm(damaged.read_bytes()))
    damaged.with_name("diary.db-journal").write_bytes(journal)
    before = digest(damaged)
    assert fault_at_start(damaged) is fault
    assert digest(damaged) == before


def test_every_page_garbled_in_turn_is_refused_or_sound(damaged):
    """A page nobody reads may be anything; any other one is missed."""
    whole, faults = damaged.read_bytes(), set()
    for number in range(1, len(whole) // damage.PAGE, 3):
        damaged.write_bytes(damage.page_garbled(whole, number))
        before = digest(damaged)
        faults.add(fault_at_start(damaged))
        assert digest(damaged) == before
    assert faults == {Fault.DAMAGED}


def test_there_are_at_least_eleven_kinds_and_each_differs(damaged):
    made = {harm(damaged.read_bytes()) for harm in damage.KINDS}
    assert len(made) == len(damage.KINDS) >= 11
