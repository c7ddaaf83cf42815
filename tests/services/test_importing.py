"""Bringing files in: what is new, what is there, what differs, and all of it or nothing."""

import sqlite3
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from tests.services.lives import Home
from tests.storage.made import MINUTE, NOON, at, rating, walk

from walktrack.domain.backup import BackupError, Reason
from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.incoming import Bundle, Fate, Note, Why
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.walk import Details, Source
from walktrack.domain.warning_signs import Resolution, Sign, SignCheck, SignMoment
from walktrack.exchange.columns import What
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.services.changes import Changes
from walktrack.services.export import Progress
from walktrack.services.undo import DeedKind

DAY = 86_400_000
BEFORE, DURING, AFTER = PainMoment.BEFORE, PainMoment.DURING, PainMoment.AFTER
MORNING, OTHER = PainMoment.NEXT_MORNING, PainMoment.OTHER
NEXT = NOON.plus(DAY)
LIFE = Bundle(
    (
        walk("w1", source=Source.TIMER, details=Details(note="=to the mill"), recorder="Eva"),
        walk("w2", NEXT, 30, edited=NEXT.plus(9 * MINUTE)),
    ),
    (
        rating("r1", 5, BEFORE, walk_id="w1"),
        rating("r2", 7, DURING, NOON.plus(MINUTE), walk_id="w1", walked_ms=MINUTE),
        rating("r3", 3, AFTER, NOON.plus(20 * MINUTE), walk_id="w1"),
        rating("r4", 2, MORNING, NEXT),
        rating("r5", 6, OTHER, NEXT, note="evening"),
    ),
    (PostureCheck("w1", PostureItem.TALL, checked=True, entered=NOON),),
)


@pytest.fixture
def home():
    with Home() as made:
        yield made


@pytest.fixture
def files(tmp_path):
    """Write the files of a life, each time into a folder of its own; return it."""

    def write(bundle=LIFE, name="Anna", **only):
        folder = tmp_path / f"files{len(list(tmp_path.iterdir()))}"
        folder.mkdir()
        with Home(name, bundle) as first:
            first.save(folder)
        return folder

    return write


def fates(incoming):
    return [(line.file, line.number, line.fate, line.why) for line in incoming.lines]


def test_nothing_is_changed_by_looking(home, files):
    before = home.diary._db.connection().total_changes
    incoming = home.look(files())
    assert incoming.count(Fate.COMES) == 8
    assert len(incoming.bundle) == 8
    assert home.diary._db.connection().total_changes == before
    assert home.heard == []


def test_what_is_brought_in_is_announced_once_and_can_be_undone(home, files):
    empty = home.rows()
    incoming = home.bring_in(files())
    assert [walk.id for walk in incoming.bundle.walks] == ["w1", "w2"]
    assert home.diary.walks.get("w1") == LIFE.walks[0]
    assert home.me.name == "Anna"
    assert home.me.initials == "A"
    (heard,) = home.heard
    assert heard & Changes.WALKS
    assert heard & Changes.PERSON
    assert [deed.kind for deed in home.did] == [DeedKind.FILE_BROUGHT_IN]
    home.desk.undo.undo()
    assert home.rows() == empty
    assert home.me.name == ""
    assert len(home.heard) == 2


def test_it_can_be_brought_in_again_after_undo(home, files):
    folder = files()
    home.bring_in(folder)
    there = home.rows()
    home.desk.undo.undo()
    home.bring_in(folder)
    assert home.rows() == there


def test_a_second_time_all_is_there_and_nothing_happens(home, files):
    folder = files()
    home.bring_in(folder)
    again = home.bring_in(folder)
    assert {(line.fate, line.why) for line in again.lines} == {(Fate.THERE, Why.SAME)}
    assert len(home.did) == 1


def test_the_same_id_with_other_values_is_kept_as_it_is(home, files):
    home.bring_in(files())
    mine = replace(LIFE.walks[0], details=Details(note="mine"), edited=NEXT)
    home.diary.walks.update(mine)
    home.diary.ratings.update(replace(LIFE.ratings[4], value=9))
    before = home.rows()
    incoming = home.bring_in(files())
    conflicts = [(line.record.id, line.why) for line in incoming.lines[:2]]
    assert conflicts == [("w1", Why.DIFFERS), ("r5", Why.DIFFERS)]
    assert incoming.count(Fate.CONFLICT) == 2
    assert home.rows() == before


@pytest.mark.parametrize(
    ("seconds", "minutes", "fate"),
    [
        (0, 20, Fate.THERE),
        (60, 20.5, Fate.THERE),
        (-60, 19.5, Fate.THERE),
        (60.001, 20, Fate.COMES),
        (0, 20.51, Fate.COMES),
    ],
)
def test_a_walk_at_the_same_time_is_the_same_walk(home, files, seconds, minutes, fate):
    home.diary.walks.add(walk("mine", NOON.plus(round(seconds * 1000)), minutes))
    folder = files(Bundle((LIFE.walks[0],), LIFE.ratings[:3], LIFE.checks))
    incoming = home.bring_in(folder)
    assert next(line.fate for line in incoming.lines if line.file == "walks.csv") is fate
    # What was said about it goes to the walk that is there.
    its = "mine" if fate is Fate.THERE else "w1"
    assert [r.value for r in home.diary.ratings.of_walk(its)] == [5, 7, 3]
    assert home.diary.posture.ticked(its) == {PostureItem.TALL}
    again = home.look(folder)
    assert again.count(Fate.THERE) == len(again.lines)


def test_two_short_walks_close_together_are_two(home, files):
    two = Bundle((walk("a", NOON, 1), walk("b", NOON.plus(30_000), 1)))
    home.diary.walks.add(two.walks[0])
    assert [line.fate for line in home.bring_in(files(two)).lines] == [Fate.THERE, Fate.COMES]


def test_other_answers_to_what_has_one_answer_are_conflicts(home, files):
    home.diary.walks.add(LIFE.walks[0])
    for mine in (
        rating("m1", 6, BEFORE, walk_id="w1"),  # 5 in the file
        rating("m2", 3, AFTER, walk_id="w1"),  # the same
        rating("m3", 9, MORNING, NEXT.plus(MINUTE)),  # 2 in the file
        rating("m4", 6, OTHER, NEXT.plus(30_000)),  # the same, half a minute later
    ):
        home.diary.ratings.add(mine)
    incoming = home.bring_in(files())
    told = {line.record.id: line.why for line in incoming.lines if line.file == "pain.csv"}
    assert told == {
        "r1": Why.ANSWERED, "r3": Why.ALIKE, "r4": Why.ANSWERED, "r5": Why.ALIKE, "r2": None,
    }  # fmt: skip


def test_what_was_removed_stays_removed_and_that_is_said(home, files):
    folder = files()
    home.bring_in(folder)
    home.desk.history.remove_walk("w1")
    home.desk.history.remove_rating("r5")
    before = home.rows()
    incoming = home.bring_in(folder)
    told = [line.why for line in incoming.lines if line.fate is Fate.CONFLICT]
    assert told == [Why.REMOVED] * 6  # a walk, its three ratings and its check, and a rating
    assert home.rows() == before


def test_what_belongs_to_a_walk_needs_that_walk(home, files):
    folder = files()
    incoming = home.bring_in(folder / "pain.csv", folder / "posture.csv")
    lost = [line.record.walk_id for line in incoming.lines if line.why is Why.NO_WALK]
    assert lost == ["w1"] * 4
    assert {line.fate for line in incoming.lines[:4]} == {Fate.UNREADABLE}
    assert [r.id for r in incoming.bundle.ratings] == ["r4", "r5"]
    home.bring_in(folder / "walks.csv", folder / "pain.csv")
    home.bring_in(folder / "posture.csv")
    with Home("Anna", LIFE) as first:
        assert home.rows() == first.rows()


def test_the_sums_of_the_walks_day_count_a_rating_of_another_month(home, files):
    late = walk("w1", at("2026-01-31T23:50+01:00"))
    after = rating("r1", 4, AFTER, at("2026-02-01T00:10+01:00"), walk_id="w1")
    home.diary.walks.add(late)
    home.bring_in(files(Bundle((late,), (after,))) / "pain.csv")
    with Home("", Bundle((late,), (after,))) as first:
        assert home.rows()["day_total"] == first.rows()["day_total"]


def test_walks_alone_bring_their_pain_and_say_what_is_not_in_it(home, files):
    folder = files()
    incoming = home.bring_in(folder / "walks.csv")
    assert incoming.notes == (Note.PAIN_AT_ENDS, Note.TICKS_ALONE)
    with Home("Anna", LIFE) as first:
        ours, theirs = home.texts()[What.WALKS], first.texts()[What.WALKS]
    assert ours == theirs.replace(b",1,10,", b",,,")  # all but the count of ticks
    again = home.look(folder / "walks.csv")
    assert again.count(Fate.THERE) == len(again.lines) == 2
    later = home.bring_in(folder / "pain.csv")  # adds nothing but the rating without a walk
    assert [r.id for r in later.bundle.ratings] == ["r5"]
    assert later.count(Fate.CONFLICT) == 0


def test_walks_alone_tell_when_pain_differs(home, files):
    folder = files()
    home.bring_in(folder / "walks.csv")
    (before,) = [r for r in home.diary.ratings.of_walk("w1") if r.moment is BEFORE]
    home.diary.ratings.update(replace(before, value=9))
    incoming = home.look(folder / "walks.csv")
    assert fates(incoming)[0] == ("walks.csv", 2, Fate.CONFLICT, Why.DIFFERS)


def test_a_morning_that_has_an_answer_keeps_it(home, files):
    home.diary.ratings.add(rating("mine", 8, MORNING, NEXT))
    incoming = home.bring_in(files() / "walks.csv")
    assert fates(incoming)[0] == ("walks.csv", 2, Fate.CONFLICT, Why.ANSWERED)
    assert home.diary.ratings.on_day("anna", NEXT.day, MORNING).value == 8
    assert home.diary.walks.get("w1")


def test_lines_said_twice_come_in_once(home, files):
    path = files() / "walks.csv"
    text = path.read_bytes().decode()
    head, first, *_ = text.split("\r\n")
    other = first.replace("'=to the mill", "to the sea")
    path.write_bytes((text + "\r\n".join([first, other, head, "a,b", ""])).encode())
    incoming = home.bring_in(path)
    assert fates(incoming) == [
        ("walks.csv", 6, Fate.UNREADABLE, Why.NAMES),
        ("walks.csv", 7, Fate.UNREADABLE, Why.CELLS),
        ("walks.csv", 5, Fate.CONFLICT, Why.REPEATED),
        ("walks.csv", 4, Fate.THERE, Why.ABOVE),
        ("walks.csv", 2, Fate.COMES, None),
        ("walks.csv", 3, Fate.COMES, None),
    ]


def test_another_name_is_said_and_the_persons_own_stays(home, files):
    home.desk.people.rename(home.me, "Bert")
    incoming = home.bring_in(files())
    assert Note.OTHER_PERSON in incoming.notes
    assert incoming.name == "Anna"
    assert home.me.name == "Bert"


def test_two_people_in_one_file_are_kept_apart(home, files):
    path = files() / "walks.csv"
    path.write_text(path.read_text().replace("w2,Anna", "w2,Bert"))
    incoming = home.look(path)
    assert (incoming.lines[0].why, incoming.lines[0].column) == (Why.PERSON, "person")
    assert [walk.id for walk in incoming.bundle.walks] == ["w1"]


def test_a_walk_of_another_person_is_not_touched(home, files):
    home.diary.people.add(replace(home.me, id="bert", name="Bert"))
    home.diary.walks.add(replace(LIFE.walks[0], person_id="bert"))
    incoming = home.bring_in(files())
    assert (incoming.lines[0].fate, incoming.lines[0].why) == (Fate.CONFLICT, Why.DIFFERS)
    assert home.diary.walks.get("w1").person_id == "bert"


def test_days_alone_add_nothing_and_with_others_that_is_noted(home, files):
    folder = files()
    days = home.texts(files=(What.DAYS,))[What.DAYS]
    (folder / "days.csv").write_bytes(days)
    with pytest.raises(BadFileError) as caught:
        home.look(folder / "days.csv")
    assert caught.value.bad is Bad.DAYS
    assert Note.DAYS in home.look(folder).notes


def test_old_windows_letters_are_noted(home, files):
    path = files() / "walks.csv"
    text = path.read_bytes().decode().lstrip("\ufeff").replace("to the mill", "to the café")
    path.write_bytes(text.encode("cp1252"))
    incoming = home.look(path)
    assert Note.WINDOWS_LETTERS in incoming.notes
    assert incoming.bundle.walks[0].details.note == "=to the café"


def test_a_folder_without_our_files_is_refused(home, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(BadFileError) as caught:
        home.look(tmp_path)
    assert caught.value.bad is Bad.NO_CSV_INSIDE


def test_a_diary_that_changed_meanwhile_takes_nothing(home, files):
    incoming = home.look(files())
    home.diary.walks.add(LIFE.walks[1])
    before = home.rows()
    with pytest.raises(NotPossibleError):
        home.desk.importing.bring_in(incoming)
    assert home.rows() == before
    assert home.did == []
    assert home.me.name == ""


def test_undo_takes_nothing_back_that_has_changed_since(home, files):
    home.bring_in(files())
    brought_in = home.desk.undo.last
    home.desk.journal.tick("anna", "w1", PostureItem.ARMS, checked=True)
    before = home.rows()
    with pytest.raises(NotPossibleError):
        home.desk.undo.undo(brought_in)
    assert home.rows() == before
    home.diary._db.execute_sql("DELETE FROM posture_check WHERE item = 'arms'")
    home.desk.journal.describe("w2", Details(note="new"))
    with pytest.raises(NotPossibleError):
        home.desk.undo.undo(brought_in)
    home.desk.journal.describe("w2", Details())
    home.desk.undo.undo(brought_in)
    assert home.diary.walks.get("w1") is None


def test_a_backup_is_made_before(tmp_path, files):
    with Home(path=tmp_path / "data" / "diary.db") as home:
        home.bring_in(files())
        (backup,) = home.desk.backups.all()
        assert backup.reason is Reason.IMPORT
        with sqlite3.connect(backup.path) as copy:
            assert copy.execute("SELECT count(*) FROM walk").fetchall() == [(0,)]
        copy.close()
        home.look(files())
        home.bring_in(files())
        assert len(home.desk.backups.all()) == 1  # nothing was brought in


def test_without_a_backup_nothing_comes_in(tmp_path, files, monkeypatch):
    with Home(path=tmp_path / "data" / "diary.db") as home:
        before = home.rows()

        def fail(reason):
            raise BackupError(Fault.FULL, tmp_path)

        monkeypatch.setattr(home.desk.backups, "make", fail)
        with pytest.raises(BackupError):
            home.bring_in(files())
        assert home.rows() == before
        assert home.did == []


def test_trouble_on_the_way_leaves_nothing_behind(tmp_path, files, monkeypatch):
    with Home(path=tmp_path / "data" / "diary.db") as home:
        before = home.rows()
        insert = home.diary.arrivals._insert

        def fail_at_the_last(table, rows):
            insert(table, rows)
            if table == "posture_check":
                raise DiaryError(Fault.FULL)

        monkeypatch.setattr(home.diary.arrivals, "_insert", fail_at_the_last)
        with pytest.raises(DiaryError):
            home.bring_in(files())
        assert home.rows() == before
        assert home.did == home.heard == []


def test_a_long_file_is_looked_at_in_short_steps(home, files):
    some = tuple(walk(f"w{n}", Moment(NOON.ms + n * DAY, 60)) for n in range(1000))
    steps = list(home.desk.importing.steps(home.me, [files(Bundle(some))]))
    assert len(steps) > 20
    for one, other in pairwise(steps[:-1]):
        assert isinstance(one, Progress)
        assert one.done <= one.total
        assert one.done <= other.done or one.total == 1


def test_looking_can_be_given_up(home, files):
    steps = home.desk.importing.steps(home.me, [files()])
    next(steps)
    steps.close()
    assert home.heard == []


def mark(mark_id="m", first=3, last=5, kind=MarkKind.FLARE_UP, **more):
    days = (date(2026, 3, first), None if last is None else date(2026, 3, last))
    return DayMark(mark_id, "anna", kind, *days, NOON, **more)


NO_WALK = mark("n", 2, 2, MarkKind.NO_WALK)


def test_marks_come_in_and_are_known_again(home, files):
    folder = files(Bundle(marks=(mark(note="=heavy"), mark("o", 9, None), NO_WALK)))
    assert home.bring_in(folder / "marks.csv").count(Fate.COMES) == 3
    assert home.diary.marks.get("m") == mark(note="=heavy")
    assert home.look(folder / "marks.csv").count(Fate.THERE) == 3
    home.desk.undo.undo()
    assert home.rows()["day_mark"] == []


@pytest.mark.parametrize(
    ("there", "coming", "fate", "why"),
    [
        (mark(), mark(note="other"), Fate.CONFLICT, Why.DIFFERS),
        (mark("x"), mark(), Fate.THERE, Why.ALIKE),
        (mark("x", 1, 3), mark(), Fate.CONFLICT, Why.DAY_TAKEN),
        (mark("x", 1, None), mark(), Fate.CONFLICT, Why.DAY_TAKEN),
        (replace(NO_WALK, id="x"), NO_WALK, Fate.THERE, Why.ALIKE),
        (mark("x", 2, 2), NO_WALK, Fate.COMES, None),
    ],
)
def test_a_mark_that_is_there_or_says_otherwise_stays_out(home, files, there, coming, fate, why):
    home.diary.marks.add(there)
    (line,) = home.look(files(Bundle(marks=(coming,))) / "marks.csv").lines
    assert (line.fate, line.why) == (fate, why)


def test_a_removed_mark_stays_removed(home, files):
    home.diary.marks.add(mark())
    home.diary.marks.put("m", NOON.ms)
    (line,) = home.look(files(Bundle(marks=(mark(),))) / "marks.csv").lines
    assert line.why is Why.REMOVED


def test_no_walk_stays_out_on_a_day_with_a_walk_and_gives_way_to_one_that_comes(home, files):
    folder = files(Bundle(marks=(NO_WALK,)))
    home.diary.walks.add(walk("w1"))
    (line,) = home.look(folder / "marks.csv").lines
    assert line.why is Why.DAY_TAKEN
    with Home() as other:
        other.diary.marks.add(NO_WALK)
        other.bring_in(files(Bundle((walk("w1"),))) / "walks.csv")
        assert other.diary.marks.get("n") is None
        other.desk.undo.undo()
        assert other.diary.marks.get("n") == NO_WALK


@pytest.mark.parametrize(
    ("cells", "why", "column"),
    [
        ("flare_up,2026-03-05,2026-03-04", Why.END_FIRST, "last_day"),
        ("no_walk,2026-03-05,2026-03-06", Why.ONE_DAY, "last_day"),
        ("no_walk,2026-03-05,", Why.ONE_DAY, "last_day"),
        ("flare_up,5.3.2026,", Why.DAY, "first_day"),
        ("flare_up,2026-02-30,", Why.DAY, "first_day"),
        ("holiday,2026-03-05,", Why.WORD, "kind"),
        ("flare_up,,", Why.EMPTY, "first_day"),
    ],
)
def test_a_mark_that_makes_no_sense_is_not_read(home, files, cells, why, column):
    path = files(Bundle(marks=(mark(),))) / "marks.csv"
    text = path.read_bytes().decode()
    assert "flare_up,2026-03-03,2026-03-05" in text
    path.write_bytes(text.replace("flare_up,2026-03-03,2026-03-05", cells).encode())
    (line,) = home.look(path).lines
    assert (line.fate, line.why, line.column) == (Fate.UNREADABLE, why, column)


def test_two_lines_that_contradict_each_other_do_not_both_come(home, files):
    path = files(Bundle(marks=(mark(),))) / "marks.csv"
    head, line = path.read_bytes().decode().splitlines()
    other = line.replace("m,", "x,", 1)
    path.write_bytes("\r\n".join([head, line, other, other.replace("03-05", "03-09")]).encode())
    found = home.look(path)
    assert [each.why for each in found.lines] == [Why.REPEATED, Why.ABOVE, None]


def check(check_id="s", *signs, **more):
    signs = frozenset(signs or {Sign.FEVER, Sign.DIZZY})
    return SignCheck(check_id, "anna", signs, SignMoment.RISE, NOON, NOON, **more)


SOLVED = {"resolved": NOON, "resolution": Resolution.CHECKED, "read": NOON}


def test_warning_signs_come_in_and_are_known_again(home, files):
    folder = files(Bundle(signs=(check(), check("t", Sign.CHEST, **SOLVED))))
    path = folder / "warning_signs.csv"
    assert home.bring_in(path).count(Fate.COMES) == 2
    assert home.diary.signs.get("s") == check()
    assert home.desk.signs.sign_open("anna")
    assert home.look(path).count(Fate.THERE) == 2
    home.desk.undo.undo()
    assert home.rows()["sign_check"] == []


def test_what_the_diary_says_of_a_sign_stays(home, files):
    home.diary.signs.add(check(**SOLVED))
    (line,) = home.look(files(Bundle(signs=(check(),))) / "warning_signs.csv").lines
    assert (line.fate, line.why) == (Fate.CONFLICT, Why.DIFFERS)


@pytest.mark.parametrize(
    ("was", "becomes", "why", "column"),
    [
        ("S1 P3", "S1 Q9", Why.WORD, "signs"),
        (",rise,", ",why,", Why.WORD, "offered_for"),
        (",rise,1,", ",rise,0,", Why.NUMBER, "text_version"),
        (",checked,", ",,", Why.EMPTY, "resolution"),
    ],
)
def test_a_row_of_warning_signs_that_cannot_be_read_says_why(
    home, files, was, becomes, why, column
):
    path = files(Bundle(signs=(check(**SOLVED),))) / "warning_signs.csv"
    text = path.read_text(encoding="utf-8-sig")
    assert was in text
    path.write_text(text.replace(was, becomes), encoding="utf-8-sig")
    (line,) = home.look(path).lines
    assert (line.fate, line.why, line.column) == (Fate.UNREADABLE, why, column)
