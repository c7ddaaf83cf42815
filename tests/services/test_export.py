import csv
import io
import resource
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clocks import HandClock

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating, Reporter
from walktrack.domain.period import Period, Range
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details, Effort, Kind, Source, Walk, WalkState
from walktrack.domain.warning_signs import Resolution, Sign, SignCheck, SignMoment
from walktrack.exchange.columns import COLUMNS, SINGLE_FILES, What
from walktrack.exchange.formulas import unguard
from walktrack.exchange.style import CsvStyle
from walktrack.exchange.whole import NotWrittenError, Trouble
from walktrack.services.export import ExportService, Order, Progress, Written
from walktrack.storage.day_totals import recount
from walktrack.storage.diary import Diary
from walktrack.storage.export_rows import CHUNK

START = Moment.of(datetime.fromisoformat("2026-05-20T10:03:12+02:00"))
EVER = Period(date(1900, 1, 1), date(2100, 1, 1))


class Desk:
    """A diary with one person, an export service and short ways to put records in."""

    def __init__(self):
        self.clock = HandClock()
        self.diary = Diary(None)
        self.diary.open()
        self.person = Person(
            str(uuid4()), "Anna", "#000", "A", None, DEFAULT_TEN_ANCHOR, "", None, False, START
        )
        self.diary.people.add(self.person)
        self.export = ExportService(self.diary, self.clock)

    def walk(self, start=START, walked_ms=754_200, paused_ms=0, **more):
        end = start.plus(walked_ms + paused_ms)
        walk = Walk(
            str(uuid4()), self.person.id, start, end, walked_ms, WalkState.DONE, Source.TIMER,
            None, end,
        )  # fmt: skip
        walk = replace(walk, **more)
        self.diary.walks.add(walk)
        return walk

    def rate(self, moment, value, at=START, walk=None, **more):
        rating = PainRating(
            str(uuid4()), self.person.id, walk and walk.id, moment, at, value, at, **more
        )
        self.diary.ratings.add(rating)
        return rating

    def mark(self, kind, first, last, note=""):
        mark = DayMark(f"{kind}-{first}", self.person.id, kind, first, last, START, note=note)
        self.diary.marks.add(mark)

    def order(self, what=What.WALKS, period=EVER, style=CsvStyle.COMMA):
        return Order(what, self.person.id, period, style)

    def read(self, what=What.WALKS, period=EVER, style=CsvStyle.COMMA):
        stream = io.StringIO(newline="")
        count = self.export.stream(self.order(what, period, style), stream)
        text = stream.getvalue()[1:]
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=style.separator))
        assert len(rows) == count
        return rows


@pytest.fixture
def desk():
    made = Desk()
    yield made
    made.diary.close()


def go_on(_done, _total):
    return True


def test_a_walk_is_one_row_with_all_that_belongs_to_it(desk):
    said = {"stopped_for_pain": False, "cool_down": True, "note": "to the mill"}
    details = Details(Kind.GENTLE, effort=Effort.EASY, **said)
    walk = desk.walk(paused_ms=122_000, details=details, target_minutes=20)
    for moment, value in (("before", 5), ("during", 4), ("during", 7), ("after", 3)):
        desk.rate(PainMoment(moment), value, walk=walk)
    morning = START.plus(86_400_000)
    desk.rate(PainMoment.NEXT_MORNING, 2, morning)
    for item in (PostureItem.TALL, PostureItem.ARMS):
        desk.diary.posture.tick(desk.person.id, walk.id, item, True, START)
    desk.diary.posture.tick(desk.person.id, walk.id, PostureItem.ARMS, False, START)

    assert desk.read() == [
        {
            "id": walk.id,
            "person": "Anna",
            "date": "2026-05-20",
            "start": "2026-05-20T10:03:12+02:00",
            "end": "2026-05-20T10:17:48.200+02:00",
            "minutes": "12.57",
            "paused_minutes": "2.03333",
            "pain_before": "5",
            "pain_during_max": "7",
            "pain_after": "3",
            "pain_next_morning": "2",
            "pain_guessed": "",
            "posture_ticked": "1",
            "posture_of": "10",
            "kind": "gentle",
            "surface": "",
            "company": "",
            "effort": "easy",
            "stopped_for_pain": "no",
            "warm_up": "",
            "cool_down": "yes",
            "target_minutes": "20",
            "time_known": "yes",
            "pauses": "",
            "recorded_by": "",
            "source": "timer",
            "entered_at": "2026-05-20T10:17:48.200+02:00",
            "edited": "",
            "note": "to the mill",
        }
    ]


def test_what_nobody_answered_is_empty_and_never_zero(desk):
    desk.walk()
    (row,) = desk.read()
    unknown = [name for name in row if name.startswith(("pain", "posture"))]
    assert {row[name] for name in unknown} == {""}
    assert row["stopped_for_pain"] == ""


def test_open_and_removed_walks_are_left_out_with_what_is_theirs(desk):
    gone = desk.walk()
    desk.rate(PainMoment.BEFORE, 5, walk=gone)
    desk.diary.posture.tick(desk.person.id, gone.id, PostureItem.TALL, True, START)
    desk.diary.walks.remove(gone.id, START)
    desk.walk(state=WalkState.RUNNING, end=None)
    assert [desk.read(what) for what in SINGLE_FILES] == [[]] * len(SINGLE_FILES)


def test_only_the_days_asked_for_are_written_both_ends_included(desk):
    for days in range(5):
        desk.walk(START.plus(days * 86_400_000))
    rows = desk.read(period=Period(date(2026, 5, 21), date(2026, 5, 23)))
    assert [row["date"] for row in rows] == ["2026-05-21", "2026-05-22", "2026-05-23"]


def test_another_person_stays_out(desk):
    desk.walk()
    other = replace(desk.person, id="other", name="Bo")
    desk.diary.people.add(other)
    desk.walk(person_id="other")
    assert [row["person"] for row in desk.read()] == ["Anna"]


def test_ratings_are_one_row_each(desk):
    walk = desk.walk()
    desk.rate(PainMoment.DURING, 6, START.plus(1000), walk, walked_ms=90_000, recorder="Eva")
    desk.rate(PainMoment.OTHER, 0, START.plus(9_000_000), note="evening")
    rows = desk.read(What.PAIN)
    assert [(row["moment"], row["pain"], row["walk_id"]) for row in rows] == [
        ("during", "6", walk.id),
        ("other", "0", ""),
    ]
    assert (rows[0]["minutes_walked"], rows[0]["recorded_by"]) == ("1.5", "Eva")
    assert (rows[1]["note"], rows[1]["reporter"]) == ("evening", "self")


def test_posture_has_a_row_for_every_line_that_was_touched(desk):
    walk = desk.walk()
    for item in (PostureItem.TALL, PostureItem.ARMS):
        desk.diary.posture.tick(desk.person.id, walk.id, item, True, START)
    desk.diary.posture.tick(desk.person.id, walk.id, PostureItem.ARMS, False, START)
    rows = desk.read(What.POSTURE)
    assert {row["item"]: row["checked"] for row in rows} == {"tall": "yes", "arms": "no"}
    assert {row["walk_id"] for row in rows} == {walk.id}


def test_days_have_a_row_each_from_the_first_record_to_today(desk):
    desk.clock.wall = START.plus(4 * 86_400_000)
    desk.walk()
    desk.walk(START.plus(3_600_000), walked_ms=600_000)
    desk.rate(PainMoment.OTHER, 3)
    desk.rate(PainMoment.OTHER, 4)
    desk.rate(PainMoment.DAY_AVERAGE, 5, START.plus(2 * 86_400_000))
    walked, without, flared = (START.plus(day * 86_400_000).day for day in (0, 1, 3))
    desk.mark(MarkKind.NO_WALK, walked, walked)  # which a walk makes untrue
    desk.mark(MarkKind.NO_WALK, without, without)
    desk.mark(MarkKind.FLARE_UP, flared, None)
    rows = [tuple(row.values()) for row in desk.read(What.DAYS)]
    assert rows == [
        ("Anna", "2026-05-20", "walked", "22.57", "3.5", "no"),
        ("Anna", "2026-05-21", "no_walk", "", "", "no"),
        ("Anna", "2026-05-22", "not_recorded", "", "5", "no"),
        ("Anna", "2026-05-23", "not_recorded", "", "", "yes"),
        ("Anna", "2026-05-24", "not_recorded", "", "", "yes"),
    ]
    inside = desk.read(What.DAYS, Period(date(2026, 5, 21), date(2026, 5, 22)))
    assert [row["date"] for row in inside] == ["2026-05-21", "2026-05-22"]


def test_marks_have_a_row_each_that_touches_the_days_asked_for(desk):
    desk.mark(MarkKind.FLARE_UP, date(2026, 5, 3), date(2026, 5, 9), "=heavy")
    desk.mark(MarkKind.NO_WALK, date(2026, 5, 4), date(2026, 5, 4))
    desk.mark(MarkKind.FLARE_UP, date(2026, 5, 20), None)
    assert [tuple(row.values())[2:5] for row in desk.read(What.MARKS)] == [
        ("flare_up", "2026-05-03", "2026-05-09"),
        ("no_walk", "2026-05-04", "2026-05-04"),
        ("flare_up", "2026-05-20", ""),
    ]
    assert desk.read(What.MARKS)[0]["note"] == "'=heavy"
    for first, last, found in ((9, 9, 1), (10, 19, 0), (4, 5, 2), (25, 28, 1)):
        period = Period(date(2026, 5, first), date(2026, 5, last))
        assert len(desk.read(What.MARKS, period)) == found


def test_warning_signs_have_a_row_for_each_time_the_list_was_answered(desk):
    signs = frozenset({Sign.DIZZY, Sign.NO_BETTER, Sign.FEVER})
    later = START.plus(3_600_000)
    for check in (
        SignCheck("a", desk.person.id, signs, SignMoment.RISE, START, START, recorder="=Clara",
                  read=later, resolved=later, resolution=Resolution.CHECKED),
        SignCheck("b", desk.person.id, frozenset(), SignMoment.ASKED, later, later),
    ):  # fmt: skip
        desk.diary.signs.add(check)
    first, second = desk.read(What.SIGNS)
    assert (first["level"], first["signs"], first["offered_for"]) == ("doctor", "S1 S10 P3", "rise")
    assert first["recorded_by"] == "'=Clara"
    assert first["resolution"] == "checked"
    assert first["read"] == first["resolved"] == later.local().isoformat()
    assert (second["level"], second["signs"], second["resolved"]) == ("", "", "")
    day = START.day - timedelta(1)
    assert desk.read(What.SIGNS, Period(day, day)) == []
    assert desk.export.period(desk.person.id, Range.ALL).first == START.day


def test_all_begins_with_the_first_mark(desk):
    desk.mark(MarkKind.FLARE_UP, date(2026, 5, 3), date(2026, 5, 9))
    desk.walk()
    assert desk.export.period(desk.person.id, Range.ALL).first == date(2026, 5, 3)


def test_a_decimal_comma_goes_with_semicolons(desk):
    desk.walk(walked_ms=750_000)
    desk.walk(START.plus(3_600_000), walked_ms=6_000_000)
    rows = desk.read(style=CsvStyle.SEMICOLON)
    assert [row["minutes"] for row in rows] == ["12,5", "100"]


@given(
    ms=st.integers(-2_000_000_000_000, 4_000_000_000_000),
    offset=st.integers(-14 * 60, 14 * 60),
    walked=st.integers(0, 86_400_000),
    paused=st.integers(0, 3_600_000),
)
def test_times_come_back_to_the_millisecond(ms, offset, walked, paused):
    desk = Desk()
    walk = desk.walk(Moment(ms, offset), walked, paused)
    (row,) = desk.read()
    start, end = (Moment.of(datetime.fromisoformat(row[name])) for name in ("start", "end"))
    assert (start, end) == (walk.start, walk.end)
    assert row["date"] == walk.start.day.isoformat()
    assert round(end.ms - start.ms - float(row["paused_minutes"]) * 60_000) == walked
    assert abs(float(row["minutes"]) - walk.minutes) < 0.00501
    desk.diary.close()


@given(name=st.text(max_size=20), note=st.text() | st.just("=1" * 5000))
def test_typed_text_comes_back_as_it_was(name, note):
    desk = Desk()
    desk.diary.people.update(replace(desk.person, name=name), START)
    desk.walk(details=Details(note=note), recorder=name)
    (row,) = desk.read()
    assert [unguard(row[key]) for key in ("person", "recorded_by", "note")] == [name, name, note]
    desk.diary.close()


def test_the_columns_selected_are_the_columns_named(desk):
    desk.walk()
    for what in SINGLE_FILES:
        glimpse = desk.export.glimpse(desk.order(what))
        assert glimpse.columns == tuple(column.name for column in COLUMNS[what])
        assert all(len(row) == len(glimpse.columns) for row in glimpse.rows)


def test_a_glimpse_shows_the_first_rows_and_counts_all(desk):
    for minutes in range(7):
        desk.walk(START.plus(minutes * 3_600_000), walked_ms=minutes * 60_000)
    glimpse = desk.export.glimpse(desk.order())
    assert glimpse.count == 7
    assert [row[5] for row in glimpse.rows] == ["0", "1", "2", "3", "4"]
    assert (
        desk.export.glimpse(desk.order(What.EVERYTHING)).count
        == 7 + desk.export.glimpse(desk.order(What.DAYS)).count
    )


def test_all_goes_from_the_first_record_to_today_or_to_a_later_one(desk):
    assert desk.export.period(desk.person.id, Range.ALL) == Period(
        desk.export.today, desk.export.today
    )
    desk.walk()
    assert desk.export.period(desk.person.id, Range.ALL) == Period(START.day, desk.export.today)
    desk.walk(START.plus(400 * 86_400_000))
    assert desk.export.period(desk.person.id, Range.ALL).last == START.day + timedelta(400)
    assert desk.export.period(desk.person.id, Range.FOUR_WEEKS).days == 28


def test_a_file_is_written_as_the_stream_is(desk, tmp_path):
    desk.walk(details=Details(note="café, =x"))
    written = desk.export.write(desk.order(), tmp_path, go_on)
    assert written == Written(What.WALKS, tmp_path / "walktrack-walks-2026-06-01.csv", 1)
    stream = io.StringIO(newline="")
    desk.export.stream(desk.order(), stream)
    assert written.path.read_bytes() == stream.getvalue().encode()
    assert written.path.read_bytes().startswith(b"\xef\xbb\xbfid,person,")


def test_everything_is_one_new_folder(desk, tmp_path):
    walk = desk.walk()
    desk.rate(PainMoment.BEFORE, 5, walk=walk)
    target = tmp_path / desk.export.file_name(What.EVERYTHING)
    written = desk.export.write(desk.order(What.EVERYTHING), target, go_on)
    names = sorted(path.name for path in target.iterdir())
    assert names == [
        "README.txt", "days.csv", "in_the_way.csv", "marks.csv", "pain.csv", "plan.csv",
        "posture.csv", "walks.csv", "warning_signs.csv",
    ]  # fmt: skip
    assert written.rows == 1 + 1 + 0 + 13
    assert list(tmp_path.iterdir()) == [target]


def test_everything_does_not_touch_a_folder_in_use(desk, tmp_path):
    (tmp_path / "letter.txt").write_text("dear")
    with pytest.raises(NotWrittenError) as caught:
        desk.export.write(desk.order(What.EVERYTHING), tmp_path, go_on)
    assert caught.value.trouble is Trouble.TAKEN


@pytest.fixture
def long_desk(desk):
    with desk.diary.transaction():
        walk = desk.walk()
    desk.diary._db.execute_sql(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO pain_rating SELECT 'r' || i, ?, ?, 'during', ?, 120, 20593, 5, NULL,"
        " '', '', 'self', '', '', 0, 0, NULL, NULL, NULL FROM n",
        (3 * CHUNK, desk.person.id, walk.id, START.ms),
    )
    recount(desk.diary._db, desk.person.id, Period(START.day, START.day))
    return desk


@pytest.mark.parametrize("what", [What.PAIN, What.EVERYTHING])
def test_a_long_export_can_be_cancelled_and_leaves_no_trace(long_desk, tmp_path, what):
    seen = []

    def stop_at_the_second(done, total):
        seen.append((done, total))
        return len(seen) < 2

    target = tmp_path / "out"
    assert long_desk.export.write(long_desk.order(what), target, stop_at_the_second) is None
    assert len(seen) == 2
    assert list(tmp_path.iterdir()) == []


def test_progress_rises_to_the_whole(long_desk, tmp_path):
    steps = list(long_desk.export.steps(long_desk.order(What.PAIN), tmp_path))
    assert steps[:-1] == [Progress(done * CHUNK, 3 * CHUNK) for done in (1, 2, 3)]
    assert steps[-1].rows == 3 * CHUNK


def test_the_window_may_write_between_two_steps(long_desk, tmp_path):
    steps = long_desk.export.steps(long_desk.order(What.PAIN), tmp_path)
    next(steps)
    long_desk.walk(START.plus(7_200_000))
    with pytest.raises(RuntimeError), long_desk.diary.transaction():
        long_desk.walk(START.plus(9_200_000))
        raise RuntimeError
    assert list(steps)[-1].rows == 3 * CHUNK


def test_a_full_disk_is_said_and_leaves_the_old_file(long_desk, tmp_path):
    target = tmp_path / "pain.csv"
    target.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
    try:
        with pytest.raises(NotWrittenError) as caught:
            long_desk.export.write(long_desk.order(What.PAIN), target, go_on)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert caught.value.trouble is Trouble.FULL
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_reading_changes_nothing(desk, tmp_path):
    path = tmp_path / "diary.db"
    with Diary(path) as diary:
        diary.people.add(desk.person)
        before = diary._db.connection().total_changes
        service = ExportService(diary, desk.clock)
        for what in What:
            service.glimpse(desk.order(what))
            service.write(desk.order(what), tmp_path / what, go_on)
        assert diary._db.connection().total_changes == before


def test_walks_say_which_pain_a_carer_guessed(desk):
    walk = desk.walk(START)
    desk.rate(PainMoment.BEFORE, 5, walk=walk, reporter=Reporter.TOLD)
    desk.rate(PainMoment.AFTER, 3, walk=walk, reporter=Reporter.GUESS)
    desk.rate(PainMoment.NEXT_MORNING, 2, START.plus(86_400_000), reporter=Reporter.GUESS)
    (row,) = desk.read()
    assert (row["pain_after"], row["pain_guessed"]) == ("3", "after next_morning")
