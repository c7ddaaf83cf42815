"""Removing a person: everything goes with them, comes back with them, or is gone for good."""

from datetime import time

import pytest
from tests.services.every_verb import AVERAGE, BEFORE, Home, rows_of

from walktrack.domain.backup import BackupError, Reason
from walktrack.domain.bin import KEPT_DAYS, MS_PER_DAY
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.faults import Fault
from walktrack.domain.person import PersonColour
from walktrack.domain.plan.start import Start
from walktrack.domain.posture import PostureItem
from walktrack.domain.reminders import About, Reminder
from walktrack.domain.warning_signs import Sign, SignCheck, SignMoment
from walktrack.services.opening import backups_of, open_diary
from walktrack.services.people import PersonForm
from walktrack.services.undo import DeedKind, HinderedError, Hindrance
from walktrack.storage.contents import contents_at
from walktrack.storage.diary import Diary

KEEPING = {"person", "walk", "walk_event", "pain_rating", "posture_check", "day_mark", "edit",
           "plan", "plan_step", "sign_check", "reminder", "day_total", "month_walks"}  # fmt: skip


@pytest.fixture
def home(tmp_path):
    made = Home(tmp_path / "d" / "walktrack.db")
    yield made
    made.diary.close()


def full_life(home, name):
    """Add a person with a record of every kind."""
    home.clock.go(seconds=1)
    desk, person = home.desk, home.desk.people.add(PersonForm(name, "", PersonColour.RED))
    walk = desk.tracker.start(person.id, 20).walk.id
    desk.journal.rate_walk(person.id, walk, BEFORE, 6)
    desk.journal.tick(person.id, walk, PostureItem.TALL, checked=True)
    home.clock.go(seconds=30)
    desk.tracker.finish(person.id)
    past = desk.history.add_walk(person.id, home.form(before=5, after=3))
    desk.history.edit_walk(past, home.form(before=4, after=3))
    desk.history.remove_rating(desk.history.add_rating(person.id, home.rating()))
    desk.history.add_rating(person.id, home.rating(AVERAGE))
    now = home.clock.read().wall
    home.diary.marks.add(DayMark(f"m-{name}", person.id, MarkKind.EXCUSED, now.day, now.day, now))
    desk.plan.start(person.id, Start.USUAL)
    ticked = frozenset({Sign.FEVER})
    home.diary.signs.add(SignCheck(f"s-{name}", person.id, ticked, SignMoment.ASKED, now, now))
    home.diary.reminders.put(person.id, Reminder(About.WALK, time(10), on=True, since=now))
    home.clock.go(minutes=1)
    return person


def of(home, person):
    """Return how many rows there are of a person, in each table."""
    found = {}
    for table, rows in rows_of(home.diary).items():
        found[table] = sum(person.id in row for row in rows)
    events = "SELECT count(*) FROM walk_event JOIN walk ON walk.id = walk_id WHERE person_id = ?"
    found["walk_event"] = home.diary._db.rows(events, person.id)[0][0]
    return found


def why(act):
    with pytest.raises(HinderedError) as caught:
        act()
    return caught.value.why


def test_a_person_leaves_every_list_and_comes_back_whole(home):
    me = home.person
    maria = full_life(home, "Maria")
    before = of(home, maria)
    assert all(before[table] for table in KEEPING)
    home.desk.people_bin.remove(maria)
    assert home.did[-1].kind is DeedKind.PERSON_REMOVED
    assert home.desk.people.everyone() == [me]
    assert home.diary.people.get(maria.id) is None
    (lying,) = home.desk.people_bin.lying()
    assert (lying.person, lying.days_left(home.clock.read().wall)) == (maria, KEPT_DAYS)
    assert of(home, maria) == before
    home.desk.undo.undo()
    assert home.desk.people.there() == [me, maria]
    assert home.desk.people_bin.lying() == []
    home.desk.undo.redo()
    home.desk.people_bin.put_back(lying)
    assert home.desk.people.there() == [me, maria]
    home.desk.undo.undo()
    (again,) = home.desk.people_bin.lying()
    assert again.removed_ms == lying.removed_ms


def test_a_backup_is_made_before_and_holds_the_person(home):
    maria = full_life(home, "Maria")
    home.desk.people_bin.remove(maria)
    (made,) = backups_of(home.path).all()
    assert made.reason is Reason.REMOVAL
    assert contents_at(made.path).outlook(home.diary.contents()).walks.lost == 2


def test_without_a_backup_nobody_is_removed(home, monkeypatch):
    maria = full_life(home, "Maria")

    def fail(_reason):
        raise BackupError(Fault.FULL, home.path.parent)

    monkeypatch.setattr(home.desk.backups, "make", fail)
    with pytest.raises(BackupError):
        home.desk.people_bin.remove(maria)
    assert maria in home.desk.people.there()


def test_the_open_diary_is_left_to_the_next_and_opens_again_on_the_way_back(home):
    me = home.person
    maria = full_life(home, "Maria")
    home.desk.people_bin.remove(me)
    assert home.person == maria
    home.desk.undo.undo()
    assert home.person == me
    home.desk.undo.redo()
    (lying,) = home.desk.people_bin.lying()
    home.desk.people_bin.put_back(lying)
    assert home.person == maria, "to put someone back opens no diary unasked"


def test_neither_the_last_nor_who_walks_is_removed_and_no_backup_is_made(home):
    me = home.person
    assert why(lambda: home.desk.people_bin.remove(me)) is Hindrance.LAST_PERSON
    maria = full_life(home, "Maria")
    home.desk.tracker.start(maria.id, None)
    assert why(lambda: home.desk.people_bin.remove(maria)) is Hindrance.WALK_OPEN
    assert backups_of(home.path).all() == []
    home.desk.people.archive(me)
    home.desk.tracker.finish(maria.id)
    assert why(lambda: home.desk.people_bin.remove(maria)) is Hindrance.LAST_PERSON
    home.desk.people_bin.remove(me)


def test_for_good_nothing_is_left_of_them_and_nothing_of_others_is_touched(home):
    berta, maria = full_life(home, "Berta"), full_life(home, "Maria")
    home.desk.people_bin.remove(maria)
    others = of(home, berta)
    (lying,) = home.desk.people_bin.lying()
    home.desk.people_bin.remove_for_good(lying)
    assert set(of(home, maria).values()) == {0}
    assert of(home, berta) == others
    home.diary.check()
    assert why(home.desk.undo.undo) is Hindrance.GONE
    assert why(lambda: home.desk.people_bin.put_back(lying)) is Hindrance.GONE


def test_who_is_in_use_is_never_removed_for_good(home):
    maria = full_life(home, "Maria")
    before = of(home, maria)
    home.diary.people.purge(maria.id)
    assert of(home, maria) == before


@pytest.mark.parametrize(
    ("removed_days", "newest_days", "kept"),
    [(31, 0, False), (29, 0, True), (31, 5, True), (31, 1, False)],
)
def test_after_thirty_days_of_records_they_go_at_a_start(home, removed_days, newest_days, kept):
    """`newest_days` is how long ago the newest record was made: a clock alone proves nothing."""
    me = home.person
    maria = full_life(home, "Maria")
    home.desk.people_bin.remove(maria)
    removed_ms = home.desk.people_bin.lying()[0].removed_ms
    home.clock.go(hours=24 * (removed_days - newest_days))
    home.desk.history.add_rating(me.id, home.rating())
    home.clock.go(hours=24 * newest_days)
    assert home.clock.read().wall.ms == removed_ms + removed_days * MS_PER_DAY
    home.diary.close()
    open_diary(home.path, home.clock).close()
    home.diary = Diary(home.path)
    home.diary.open()
    assert bool(of(home, maria)["person"]) is kept
    assert bool(of(home, maria)["walk"]) is kept
    home.diary.check()


def test_who_was_written_about_after_the_removal_has_met_a_wrong_clock_and_stays(home):
    me = home.person
    maria = home.desk.people.add(PersonForm("Maria", "", PersonColour.RED))
    home.clock.go(hours=24 * 500)
    for _ in range(2):
        home.desk.history.add_walk(maria.id, home.form())
    home.clock.go(hours=-24 * 400)
    home.desk.people_bin.remove(maria)
    home.clock.go(hours=24 * 440)
    home.desk.history.add_rating(me.id, home.rating())
    home.diary.close()
    open_diary(home.path, home.clock).close()
    home.diary = Diary(home.path)
    home.diary.open()
    assert of(home, maria)["walk"] == 2
