"""Whatever happened to a diary's file: what can still be read of it becomes a sound diary."""

import shutil
from contextlib import contextmanager

import pytest
from tests.storage import damage
from tests.storage.files import digest
from tests.storage.lived_in import ITEMS, LONG_NOTE
from tests.storage.made import ANNA, DAY, NOON, at, person, rating, running, walk
from tests.storage.reading import (
    assert_at_most_a_page_is_missing,
    assert_sound,
    change,
    keys,
    rows,
    schema,
    tables,
    values,
)

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.walk import Details
from walktrack.storage.diary import Diary
from walktrack.storage.salvage import Salvaged, salvage

NOTHING = Salvaged(0, 0, 0, 0, None, None)


def test_an_undamaged_diary_comes_out_row_for_row(damaged, target, sound):
    before = digest(damaged)
    found = salvage(damaged, target)
    assert tables(target) == tables(sound)
    assert schema(target) == schema(sound)
    assert found == Salvaged(
        2, 112, 246, 163, at("2026-03-02T13:00").day, at("2026-05-31T13:00").day
    )
    assert digest(damaged) == before
    assert [path.name for path in damaged.parent.iterdir()] == ["diary.db"]
    assert [path.name for path in target.parent.iterdir()] == ["diary.db"]
    assert target.stat().st_mode & 0o777 == 0o600
    assert_sound(target)


ALL, HALF, NONE = "all", "half", "none"
OUTCOME = {
    damage.emptied: NONE,
    damage.cut_in_the_header: NONE,
    damage.cut_after_the_header: NONE,
    damage.cut_in_the_first_page: NONE,
    damage.cut_between_pages: HALF,
    damage.cut_near_the_end: HALF,
    damage.magic_gone: ALL,
    damage.version_gone: ALL,
    damage.zeroed: NONE,
    damage.second_half_zeroed: HALF,
    damage.garbage: NONE,
    damage.garbage_after_the_header: NONE,
    damage.first_page_garbled: ALL,
    damage.page_garbled: HALF,
    damage.header_zeroed: ALL,
    damage.of_another_program: NONE,
    damage.of_a_newer_program: ALL,
}


@pytest.mark.parametrize("harm", damage.KINDS, ids=lambda harm: harm.__name__)
def test_each_kind_of_damage_leaves_what_is_readable(damaged, target, sound, harm):
    damaged.write_bytes(harm(damaged.read_bytes()))
    journal = damaged.with_name("diary.db-journal")
    journal.write_bytes(b"left by a crash")
    before, before_journal = digest(damaged), digest(journal)
    found = salvage(damaged, target)
    assert (digest(damaged), digest(journal)) == (before, before_journal)
    if OUTCOME[harm] is NONE:
        assert found == NOTHING
        assert list(target.parent.iterdir()) == []
        return
    assert_sound(target)
    if OUTCOME[harm] is ALL:
        assert tables(target) == tables(sound)
        return
    assert found.people == 2
    assert found.walks > 20
    assert found.ratings > 20
    # A sixth: the first pages of the file are the roots of the tables and indexes.
    assert 6 * sum(map(len, keys(target).values())) > sum(map(len, keys(sound).values()))
    for table, kept in keys(target).items():
        assert kept <= keys(sound)[table]


def lose_pages(damaged, target, sound, every):
    whole, lost = damaged.read_bytes(), []
    for number in range(1, len(whole) // damage.PAGE, every):
        harm = damage.page_lost if number % 2 else damage.page_garbled
        damaged.write_bytes(harm(whole, number))
        salvage(damaged, target)
        lost.append(assert_at_most_a_page_is_missing(sound, target))
        target.unlink()
    return lost


def test_a_lost_page_takes_no_more_than_its_own_records(damaged, target, sound):
    assert any(lose_pages(damaged, target, sound, every=11))


@pytest.mark.long
def test_any_lost_page_takes_no_more_than_its_own_records(damaged, target, sound):
    lost = lose_pages(damaged, target, sound, every=1)
    print(f"{len(lost)} pages lost, one at a time: {sum(lost)} records in all")
    assert sum(map(bool, lost)) > len(lost) // 4


@pytest.mark.parametrize("size", [512, 1024, 16384, 65536])
def test_pages_of_any_size_are_found_with_and_without_the_header(damaged, target, sound, size):
    change(damaged, f"PRAGMA page_size = {size}", "VACUUM")
    salvage(damaged, target)
    assert tables(target) == tables(sound)
    target.unlink()
    damaged.write_bytes(damage.header_zeroed(damaged.read_bytes()))
    salvage(damaged, target)
    assert tables(target) == tables(sound)


def test_a_long_note_comes_out_whole_or_its_walk_not_at_all(damaged, target):
    whole = damaged.read_bytes()
    part = whole.index(b"the left hip was stiff", whole.index(b"Past the mill") + 5000)
    (notes,) = values(damaged, f"SELECT count(*) FROM walk WHERE note = '{LONG_NOTE}'")[0]
    damaged.write_bytes(damage.page_lost(whole, part // damage.PAGE))
    salvage(damaged, target)
    (kept,) = values(target, f"SELECT count(*) FROM walk WHERE note = '{LONG_NOTE}'")[0]
    assert notes >= 2
    assert kept == notes - 1
    assert values(target, "SELECT count(*) FROM walk WHERE instr(note, char(0))") == [(0,)]


@pytest.mark.parametrize("kind", [0x0C, 0x8D])
def test_a_page_whose_kind_is_gone_is_still_read(damaged, target, sound, kind):
    whole = damaged.read_bytes()
    starts = range(damage.PAGE, len(whole), damage.PAGE)
    leaves = [start for start in starts if whole[start] == 0x0D]
    for start in leaves[:: len(leaves) // 2]:
        damaged.write_bytes(whole[:start] + bytes([kind]) + whole[start + 1 :])
        salvage(damaged, target)
        assert tables(target) == tables(sound)
        target.unlink()


def test_a_letter_that_is_no_text_leaves_the_rest_of_the_note(damaged, target, sound):
    note = "Rain, slow; café at the turn"
    whole = damaged.read_bytes().replace(note.encode(), note.encode("latin-1") + b"\xff")
    damaged.write_bytes(whole)
    salvage(damaged, target)
    assert keys(target) == keys(sound)
    notes = {row[18] for row in rows(target, "walk")}
    assert "Rain, slow; caf\N{REPLACEMENT CHARACTER} at the turn\N{REPLACEMENT CHARACTER}" in notes
    assert note not in notes
    assert_sound(target)


def test_events_of_any_number_keep_it(damaged, target, sound):
    for number, row in ((-1, 1), (-(2**63), 2), (2**63 - 1, 3)):
        statement = f"UPDATE walk_event SET id = {number} WHERE id = {row}"
        change(damaged, statement)
        change(sound, statement)
    salvage(damaged, target)
    assert rows(target, "walk_event") == rows(sound, "walk_event")


def test_a_running_walk_still_runs(damaged, target):
    damaged.write_bytes(damage.first_page_garbled(damaged.read_bytes()))
    salvage(damaged, target)
    with Diary(target) as diary:
        anna = next(one for one in diary.people.all() if one.name == "Anna")
        assert diary.walks.open_walk(anna.id).state == "running"


HOT = [
    "",
    "<img src=x onerror=alert(1)>",
    "'; DROP TABLE walk; --",
    "=1+1",
    "$x$ \\frac \N{ZERO WIDTH JOINER}",
    "\N{PEDESTRIAN}\N{EMOJI MODIFIER FITZPATRICK TYPE-5}" * 2500,
    "שלום עולם",
    "e\u0301 a\u0308",
    "a\nb\r\nc\td",
    "\U0010ffff\ufffe",
    "NULL",
    "x" * 10_000,
]


def test_hot_values_come_out_as_they_went_in(path, target):
    with Diary(path) as diary:
        diary.people.add(person(name=HOT[1], birth_year=None, contacts=HOT[5]))
        for number, text in enumerate(HOT):
            start = NOON.plus(number * DAY)
            noted = Details(note=text, warm_up=bool(number % 2))
            diary.walks.add(walk(f"w{number}", start, details=noted, recorder=text[:50]))
            diary.ratings.add(rating(f"r{number}", number % 11, when=start, note=text))
            diary.posture.tick(ANNA, f"w{number}", ITEMS[number % 10], True, start)
        diary.walks.add(walk("old", at("1900-01-01T00:00-12:00"), 0))
        diary.walks.add(walk("late", at("9000-12-31T23:59+14:00"), 1440))
        diary.settings.write("wide", HOT[5] * 3)
    salvage(path, target)
    assert tables(target) == tables(path)
    assert_sound(target)


def test_removed_text_does_not_come_back(path, target):
    with Diary(path) as diary:
        diary.people.add(person())
        for number in range(80):
            noted = Details(note=f"forget me {number} " * (1 + number % 3 * 300))
            diary.walks.add(walk(f"w{number}", NOON.plus(number * DAY), details=noted))
    change(path, "PRAGMA secure_delete = 1", "DELETE FROM walk WHERE id < 'w6'")
    (left,) = values(path, "SELECT count(*) FROM walk")[0]
    found = salvage(path, target)
    assert 0 < found.walks == left < 80
    for harm in (damage.magic_gone, damage.header_zeroed, damage.first_page_garbled):
        path.write_bytes(harm(path.read_bytes()))
        target.unlink()
        assert salvage(path, target).walks == left


def test_a_diary_with_settings_alone_is_kept(path, target):
    with Diary(path) as diary:
        diary.settings.write("sound", "off")
    assert salvage(path, target) == NOTHING
    with Diary(target) as diary:
        assert diary.settings.read() == {"sound": "off"}


def test_where_no_record_keeps_the_rules_there_is_no_new_diary(path, target):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.ratings.add(rating())
    change(
        path,
        "PRAGMA ignore_check_constraints = 1",
        "UPDATE pain_rating SET value = 11",
        "DELETE FROM person",
        "DELETE FROM setting",
    )
    assert salvage(path, target) == NOTHING
    assert list(target.parent.iterdir()) == []


def test_the_counts_leave_out_what_was_removed_and_count_what_goes_on(path, target):
    with Diary(path) as diary:
        diary.people.add(person())
        diary.walks.add(walk("gone"))
        diary.walks.remove("gone", NOON)
        diary.walks.add(running("on", NOON.plus(DAY)))
    day = NOON.plus(DAY).day
    assert salvage(path, target) == Salvaged(1, 1, 0, 0, day, day)
    assert len(rows(target, "walk")) == 2


def test_a_target_that_is_there_is_not_touched(damaged, target):
    target.write_bytes(b"precious")
    with pytest.raises(DiaryError) as caught:
        salvage(damaged, target)
    assert caught.value.fault is Fault.CANNOT_OPEN
    assert target.read_bytes() == b"precious"


@contextmanager
def room_for(size):
    """Let no file of this process grow beyond so many bytes: the nearest to a full disk."""
    resource = pytest.importorskip("resource", reason="this system limits no file sizes")
    known = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, known[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, known)


@pytest.mark.parametrize("size", [0, 1000, 30_000, 200_000])
def test_on_a_full_disk_nothing_is_left_half_made(damaged, target, size):
    before = digest(damaged)
    with room_for(size), pytest.raises(DiaryError) as caught:
        salvage(damaged, target)
    assert caught.value.fault is Fault.FULL
    assert list(target.parent.iterdir()) == []
    assert digest(damaged) == before
    assert salvage(damaged, target).walks == 112


def test_a_file_that_cannot_be_read_is_said_to_be_so(damaged, target):
    damaged.unlink()
    with pytest.raises(DiaryError) as caught:
        salvage(damaged, target)
    assert caught.value.fault is Fault.CANNOT_OPEN
    assert not target.exists()


def test_a_folder_that_is_not_there(damaged, target):
    with pytest.raises(DiaryError) as caught:
        salvage(damaged, target.parent / "nowhere" / "diary.db")
    assert caught.value.fault is Fault.CANNOT_OPEN
    shutil.rmtree(target.parent)
