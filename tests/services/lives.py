"""Diaries of all kinds for hypothesis, and taking one to files and back."""

import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from hypothesis import strategies as st
from tests.clocks import HandClock
from tests.storage.made import person

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Bundle
from walktrack.domain.interference import Interference
from walktrack.domain.moment import Moment
from walktrack.domain.pain import ONCE_A_DAY, ONCE_A_WALK, PainMoment, PainRating, Place, Reporter
from walktrack.domain.pauses import Pause, fitting
from walktrack.domain.period import Period
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.record import Plan, Planned, PlanStep
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.walk import (
    Company,
    Details,
    Effort,
    Kind,
    Source,
    Surface,
    Walk,
    WalkState,
)
from walktrack.domain.warning_signs import Resolution, Sign, SignCheck, SignMoment
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle
from walktrack.services.desk import Desk
from walktrack.services.export import Order
from walktrack.storage.diary import Diary
from walktrack.storage.tables import CheckRow, columns

FILES = (What.WALKS, What.PAIN, What.POSTURE, What.MARKS, What.IN_THE_WAY, What.SIGNS,
         What.PLAN)  # fmt: skip
DAY = 24 * 3_600_000
EVER = Period(date(1900, 1, 1), date(2200, 1, 1))
NAMES = st.sampled_from(["", "Anna", "=Anna", "'Bo", "Łukasz Ö", "שלום", "a;b,c"])

moments = st.builds(Moment, st.integers(-2_000_000_000_000, 4_000_000_000_000),
                    st.integers(-14 * 60, 14 * 60))  # fmt: skip
days = st.dates(date(1950, 1, 1), date(2080, 1, 1)) | st.dates(date(2026, 5, 1), date(2026, 6, 30))
typed = st.text(max_size=12) | st.sampled_from(
    [
        "",
        "=1+1",
        "'",
        "''=x",
        "\ufeff=1",
        "-2",
        "a\r\nb",
        '"',
        '";"',
        ",",
        "12,5",
        "\n",
        "\r",
        " x ",
    ]
)
maybe = st.none() | st.booleans()
ids = st.uuids().map(str)


def said(kind):
    return st.none() | st.sampled_from(kind)


details = st.builds(
    Details, said(Kind), said(Surface), said(Company), said(Effort), maybe, maybe, maybe, typed
)


@st.composite
def walks(draw):
    start, span = draw(moments), draw(st.integers(0, 90_000_000))
    walked = draw(st.integers(0, span) | st.integers(0, 90_000_000))  # more, if the clock went back
    end = Moment(start.ms + span, draw(st.just(start.offset) | st.integers(-840, 840)))
    timed, rests = draw(st.booleans()), ()
    if not timed:  # only the day is known: noon, and the end after the minutes
        start = Moment(start.ms - (start.ms + start.offset * 60_000) % DAY + DAY // 2, start.offset)
        walked, end = span, start.plus(span)
    elif draw(st.booleans()):
        rests = fitting(draw(st.lists(pauses(span), max_size=3)), span, walked)
    return Walk(
        draw(ids), "anna", start, end, walked, WalkState.DONE, draw(st.sampled_from(Source)),
        draw(st.none() | st.integers(1, 600)), draw(moments), draw(st.none() | moments),
        draw(typed), draw(details), timed, rests,
    )  # fmt: skip


@st.composite
def pauses(draw, span):
    begin = draw(st.integers(0, span))
    return Pause(begin, begin + draw(st.integers(1, 600_000)))


@st.composite
def marks(draw):
    kind, first = draw(st.sampled_from(MarkKind)), draw(days)
    last = first
    if kind is MarkKind.FLARE_UP:
        last = draw(st.none() | st.integers(0, 40).map(lambda more: first + timedelta(days=more)))
    return DayMark(
        draw(ids), "anna", kind, first, last, draw(moments), draw(st.none() | moments),
        draw(typed), draw(typed),
    )  # fmt: skip


@st.composite
def signs(draw):
    resolved = draw(st.none() | moments)
    resolution = draw(st.sampled_from(Resolution)) if resolved else None
    return SignCheck(
        draw(ids), "anna", draw(st.frozensets(st.sampled_from(Sign), max_size=4)),
        draw(st.sampled_from(SignMoment)), draw(moments), draw(moments), draw(st.integers(1, 9)),
        draw(st.none() | moments), resolved, resolution, draw(st.none() | moments), draw(typed),
    )  # fmt: skip


interferences = st.builds(
    Interference, ids, st.just("anna"), days, st.integers(0, 10), moments,
    st.sampled_from(Reporter), typed, st.none() | moments, typed,
)  # fmt: skip


targets = st.builds(Target, st.integers(1, 180), st.integers(1, 7))
counts = st.integers(0, 60)
states = st.builds(
    PlanState, st.integers(0, 14), targets, st.sampled_from(Mode), st.none() | targets,
    st.booleans(), counts, counts, counts, counts, counts, counts, counts,
)  # fmt: skip
parameters = st.just(Parameters()) | st.builds(
    Parameters, weeks_per_step=st.integers(1, 12), high_pain=st.integers(1, 10)
)


@st.composite
def plans(draw):
    """Return plans of which the last one may go on, with steps of all kinds."""
    found = []
    for plan_id in draw(st.lists(ids, max_size=2, unique=True)):
        first = draw(days)
        last = first + timedelta(days=draw(st.integers(0, 900)))
        plan = Plan(
            plan_id, "anna", first, last, draw(st.sampled_from(Start)), draw(parameters),
            draw(moments), draw(st.none() | moments), draw(typed),
        )  # fmt: skip
        steps = [
            PlanStep(
                draw(ids),
                plan_id,
                "anna",
                number,
                draw(days),
                draw(st.none() | st.integers(0, 400)),
                draw(st.sampled_from(Rule)),
                draw(st.sampled_from(Choice)),
                draw(states),
                Numbers(*draw(st.tuples(*[counts] * 10))),
                draw(moments),
                draw(typed),
            )
            for number in range(draw(st.integers(1, 4)))
        ]
        found.append(Planned(plan, tuple(steps)))
    if found and draw(st.booleans()):
        found[-1] = replace(found[-1], plan=replace(found[-1].plan, last_day=None))
    return tuple(found)


def fit(kept, mark, walked):
    """Say whether a diary that has these marks can hold one more."""
    if mark.kind is MarkKind.NO_WALK and mark.first in walked:
        return False
    return not any(
        each.kind is mark.kind and (each.covers(mark.first) or mark.covers(each.first))
        for each in kept
    )


@st.composite
def ratings(draw, walk_ids):
    linked = draw(st.none() | st.sampled_from(walk_ids)) if walk_ids else None
    return PainRating(
        draw(ids), "anna", linked, draw(st.sampled_from(PainMoment)), draw(moments),
        draw(st.integers(0, 10)), draw(moments), draw(st.none() | st.integers(0, 90_000_000)),
        draw(st.sampled_from(Reporter)), draw(typed), draw(st.none() | moments), draw(typed),
        draw(st.frozensets(st.sampled_from(Place), max_size=3)),
    )  # fmt: skip


@st.composite
def lives(draw):
    """Return a Bundle that a diary can hold: one answer where there can be one."""
    some = draw(st.lists(walks(), max_size=4, unique_by=lambda walk: walk.id))
    walk_ids = [walk.id for walk in some]
    answers, kept = set(), []
    for rating in draw(st.lists(ratings(walk_ids), max_size=6, unique_by=lambda r: r.id)):
        key = (
            (rating.at.day, rating.moment)
            if rating.moment in ONCE_A_DAY
            else (rating.walk_id, rating.moment)
            if rating.moment in ONCE_A_WALK and rating.walk_id
            else rating.id
        )
        if key not in answers:
            answers.add(key)
            kept.append(rating)
    checks = []
    if walk_ids:
        lines = st.builds(
            PostureCheck, st.sampled_from(walk_ids), st.sampled_from(PostureItem), st.booleans(),
            moments, st.none() | moments, typed,
        )  # fmt: skip
        one_each = st.lists(lines, max_size=4, unique_by=lambda c: (c.walk_id, c.item))
        checks = draw(one_each)
    said = []
    for mark in draw(st.lists(marks(), max_size=4, unique_by=lambda mark: mark.id)):
        if fit(said, mark, {walk.start.day for walk in some}):
            said.append(mark)
    ticked = draw(st.lists(signs(), max_size=3, unique_by=lambda check: check.id))
    told = st.lists(interferences, max_size=3, unique_by=(lambda a: a.id, lambda a: a.day))
    return Bundle(
        tuple(some), tuple(kept), tuple(checks), tuple(said), tuple(ticked), tuple(draw(told)),
        draw(plans()),
    )  # fmt: skip


class Home:
    """A diary with all services, and the short ways of the tests. The person is "anna"."""

    def __init__(self, name="", bundle=None, path=None, clock=None):
        self.clock = clock or HandClock()
        self.diary = Diary(path)
        self.diary.open()
        self.diary.people.add(person(name=name, initials=name[:1]))
        self.desk = Desk(self.diary, self.clock)
        self.heard, self.did = [], []
        self.desk.announcer.listen(self.heard.append)
        self.desk.undo.listen(self.did.append)
        if bundle:
            self.live(bundle)

    @property
    def me(self):
        return self.diary.people.get("anna")

    def live(self, bundle):
        """Keep records one by one, as they are kept when they are given."""
        for walk in bundle.walks:
            self.diary.walks.add(walk)
        for rating in bundle.ratings:
            self.diary.ratings.add(rating)
        for number, check in enumerate(bundle.checks):
            values = {
                "id": f"c{number}",
                "person_id": "anna",
                "walk_id": check.walk_id,
                "item": check.item.value,
                "checked": int(check.checked),
                "recorder": check.recorder,
                **columns("entered", check.entered),
                **columns("edited", check.edited),
            }
            self.diary._db.execute(CheckRow.insert(**values))
        for mark in bundle.marks:
            self.diary.marks.add(mark)
        for check in bundle.signs:
            self.diary.signs.add(check)
        for answer in bundle.interferences:
            self.diary.interferences.add(answer)
        for planned in bundle.plans:
            self.diary.plans.put(planned)

    def rows(self):
        """Return all that lives in the diary, but for ids that no file holds."""
        names = ("walk", "pain_rating", "posture_check", "day_mark", "interference", "sign_check",
                 "plan", "plan_step", "day_total", "month_walks")  # fmt: skip
        tables = {table: self._all(table) for table in names}
        for row in tables["posture_check"]:
            del row["id"]
        return {
            table: sorted(rows, key=lambda row: str(sorted(row.items(), key=str)))
            for table, rows in tables.items()
        }

    def _all(self, table):
        cursor = self.diary._db.execute_sql(f"SELECT * FROM {table}")
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def texts(self, style=CsvStyle.COMMA, files=FILES):
        """Return the bytes of each file of an export."""
        found = {}
        for what in files:
            stream = io.StringIO(newline="")
            self.desk.export.stream(Order(what, "anna", EVER, style), stream)
            found[what] = stream.getvalue().encode()
        return found

    def save(self, folder: Path, style=CsvStyle.COMMA):
        """Write files into a folder and return their paths."""
        for what, data in self.texts(style).items():
            (folder / f"{what}.csv").write_bytes(data)
        return sorted(folder.iterdir())

    def look(self, *paths):
        return self.desk.importing.look(self.me, paths)

    def bring_in(self, *paths):
        incoming = self.look(*paths)
        self.desk.importing.bring_in(incoming)
        return incoming

    def close(self):
        self.diary.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
