"""A plan goes out to plan.csv and comes back: the same week is proposed, or it stays out whole."""

import csv
from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest
from tests.services.lives import EVER, Home
from tests.storage.made import MINUTE, walk

from walktrack.cli.import_words import line_words
from walktrack.domain.incoming import Fate, Why
from walktrack.domain.pain import PainMoment
from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.exchange.columns import What
from walktrack.exchange.plan_lines import reason_line
from walktrack.exchange.style import CsvStyle
from walktrack.services.entry_forms import RatingForm
from walktrack.services.export import Order
from walktrack.services.plan_view import Reason
from walktrack.services.undo import HinderedError
from walktrack.ui.plan_reason_words import reason_words
from walktrack.ui.why_words import why_words


def walked(home, weeks, minutes=12, start=Start.USUAL, answer=True):
    """Begin a plan and walk on it day by day; answer each week but the last."""
    home.desk.plan.start("anna", start)
    for number in range(7 * weeks):
        one = walk(f"w{number}", home.clock.read().wall, minutes, person_id="anna")
        home.diary.walks.add(one)
        evening = RatingForm(home.clock.read().wall.plus(MINUTE), PainMoment.DAY_AVERAGE, 3)
        home.desk.history.add_rating("anna", evening)
        home.clock.go(hours=24)
        if answer and number % 7 == 6 and number < 7 * weeks - 1:
            home.desk.plan.accept("anna")


@pytest.fixture
def first():
    with Home("Anna") as made:
        yield made


@pytest.fixture
def second(first):
    with Home(clock=first.clock) as made:
        yield made


def plan_rows(folder):
    with (folder / "plan.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.reader(file))


def put_rows(folder, rows):
    with (folder / "plan.csv").open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(rows)


def change(folder, row, column, value):
    rows = plan_rows(folder)
    rows[row][rows[0].index(column)] = value
    put_rows(folder, rows)


def view(home):
    """Return what is shown of the plan, but for the times at which steps were written."""
    shown = home.desk.plan.view("anna")
    return shown and replace(shown, past=(), plan=replace(shown.plan, entered=None, edited=None))


@pytest.mark.parametrize("weeks", [1, 3, 4])
@pytest.mark.parametrize("minutes", [5, 12, 20])
def test_after_coming_back_the_plan_proposes_the_same_week(first, second, tmp_path, weeks, minutes):
    walked(first, weeks, minutes)
    assert first.desk.plan.view("anna").proposal
    first.save(tmp_path)
    second.bring_in(tmp_path)
    assert second.rows() == first.rows()
    assert second.desk.plan.view("anna") == first.desk.plan.view("anna")
    for home in (first, second):
        home.desk.plan.accept("anna")
    assert view(second) == view(first)


@pytest.mark.parametrize(
    "deed",
    [
        lambda plan: plan.pause("anna"),
        lambda plan: plan.step_back("anna"),
        lambda plan: plan.set_own("anna", Target(9, 3)),
        lambda plan: plan.set_by_clinician("anna", Target(15, 2)),
        lambda plan: plan.stop("anna"),
    ],
)
def test_what_the_person_said_of_it_comes_back_too(first, second, tmp_path, deed):
    walked(first, 2)
    deed(first.desk.plan)
    first.save(tmp_path)
    second.bring_in(tmp_path)
    assert second.rows() == first.rows()
    assert second.desk.plan.view("anna") == first.desk.plan.view("anna")


def test_two_plans_of_which_one_is_over_come_back(first, second, tmp_path):
    walked(first, 1)
    first.desk.plan.stop("anna")
    first.desk.plan.start("anna", Start.GENTLE)
    first.save(tmp_path)
    second.bring_in(tmp_path)
    assert second.rows()["plan"] == first.rows()["plan"]
    assert second.desk.plan.view("anna").plan.start is Start.GENTLE


def test_the_sentence_and_what_is_asked_for_are_there_to_read(first, tmp_path):
    walked(first, 2)
    first.desk.plan.accept("anna")
    first.desk.plan.pause("anna")
    first.save(tmp_path)
    head, *rows = plan_rows(tmp_path)
    told = [
        tuple(row[head.index(name)] for name in ("week", "minutes", "days", "rule", "reason"))
        for row in rows
    ]
    reasons = [
        reason_words(Reason(step.rule, step.choice, step.numbers, step.state.clinician))
        for step in first.diary.plans.going_on("anna").steps
    ]
    assert [row[:4] for row in told] == [
        ("", "10", "4", "begun"),
        ("1", "12", "4", "R10"),
        ("2", "12", "5", "R10"),
        ("", "", "", "R2"),
    ]
    assert [row[4] for row in told] == reasons


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("choice", Choice)
def test_each_sentence_is_the_one_that_is_shown(rule, choice):
    few = range(3)
    for minutes, days, weeks, unsettled, unknown in product((0, 1, 9), few, few, few, few):
        numbers = Numbers(1, minutes, days, weeks, 5, 1, 4, 3, unsettled, unknown)
        for clinician in (False, True):
            state = PlanState(3, Target(10, 4), clinician=clinician)
            shown = reason_words(Reason(rule, choice, numbers, clinician))
            assert reason_line(rule, choice, numbers, state) == shown


def test_a_plan_that_goes_on_is_kept_and_the_other_stays_out(first, second, tmp_path):
    walked(first, 1)
    second.desk.plan.start("anna", Start.GENTLE)
    before = second.rows()["plan"], second.rows()["plan_step"]
    first.save(tmp_path)
    incoming = second.bring_in(tmp_path)
    (line,) = [line for line in incoming.lines if line.file == "plan.csv"]
    assert (line.fate, line.why) == (Fate.CONFLICT, Why.PLAN_THERE)
    assert why_words(line) == "Your diary has a plan that goes on. It stays as it is."
    assert line_words(line).endswith("the diary has a plan that goes on and keeps it.")
    assert (second.rows()["plan"], second.rows()["plan_step"]) == before
    assert len(second.rows()["walk"]) == 7


def test_a_plan_that_is_over_comes_in_beside_one_that_goes_on(first, second, tmp_path):
    walked(first, 1)
    first.desk.plan.stop("anna")
    second.desk.plan.start("anna", Start.GENTLE)
    first.save(tmp_path)
    second.bring_in(tmp_path)
    assert len(second.rows()["plan"]) == 2
    assert second.desk.plan.view("anna").plan.start is Start.GENTLE


def test_the_same_plan_that_has_gone_on_since_stays_as_it_is(first, tmp_path):
    walked(first, 2)
    first.save(tmp_path)
    first.desk.plan.accept("anna")
    before = first.rows()
    incoming = first.bring_in(tmp_path / "plan.csv")
    assert {(line.fate, line.why) for line in incoming.lines} == {(Fate.THERE, Why.SAME)}
    first.desk.plan.stop("anna")
    incoming = first.bring_in(tmp_path / "plan.csv")
    assert {(line.fate, line.why) for line in incoming.lines} == {(Fate.CONFLICT, Why.DIFFERS)}
    assert len(first.rows()["plan"]) == len(before["plan"])


@pytest.mark.parametrize("missing", [1, 2, 3])
def test_a_plan_with_a_step_missing_stays_out_whole(first, second, tmp_path, missing):
    walked(first, 3)
    first.save(tmp_path)
    rows = plan_rows(tmp_path)
    put_rows(tmp_path, rows[:missing] + rows[missing + 1 :])
    incoming = second.bring_in(tmp_path / "plan.csv")
    assert {(line.fate, line.why) for line in incoming.lines} == {(Fate.UNREADABLE, Why.PLAN_TORN)}
    assert second.rows()["plan"] == second.rows()["plan_step"] == []


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("state", "{}", Why.TEXT),
        ("state", "[" * 9000, Why.TEXT),
        ("state", '{"level": 99, "mode": "walking", "base": {"minutes": 9, "days": 3}}', Why.TEXT),
        (
            "state",
            '{"level": true, "mode": "walking", "base": {"minutes": 9, "days": 3}}',
            Why.TEXT,
        ),
        ("state", '{"level": 1, "mode": "running", "base": {"minutes": 9, "days": 3}}', Why.TEXT),
        ("state", '{"level": 1, "mode": "walking", "base": {"minutes": 900, "days": 3}}', Why.TEXT),
        ("state", '{"level": 1, "mode": "walking", "base": 4}', Why.TEXT),
        ("state", "", Why.EMPTY),
        ("counted", '{"minutes": "9"}', Why.TEXT),
        ("counted", "7", Why.TEXT),
        ("plan_numbers", '{"ladder": []}', Why.TEXT),
        ("plan_numbers", '{"weeks_per_step": 1}', Why.TEXT),
        ("rule", "R99", Why.WORD),
        ("choice", "", Why.EMPTY),
        ("step", "x", Why.NUMBER),
        ("week", "0", Why.NUMBER),
        ("plan_until", "2020-01-01", Why.END_FIRST),
        ("started_as", "sprint", Why.WORD),
    ],
)
def test_a_step_that_cannot_be_read_keeps_its_plan_out(first, second, tmp_path, column, value, why):
    walked(first, 3)
    first.save(tmp_path)
    change(tmp_path, 2, column, value)
    incoming = second.bring_in(tmp_path / "plan.csv")
    told = {(line.number, line.fate, line.why, line.column) for line in incoming.lines}
    assert (3, Fate.UNREADABLE, why, column) in told
    assert {line.fate for line in incoming.lines} == {Fate.UNREADABLE}
    assert second.rows()["plan"] == []


def test_rows_that_tell_two_things_of_one_plan_stay_out(first, second, tmp_path):
    walked(first, 3)
    first.save(tmp_path)
    change(tmp_path, 2, "started_as", "gentle")
    incoming = second.bring_in(tmp_path / "plan.csv")
    assert {line.why for line in incoming.lines} == {Why.REPEATED}


def test_a_second_plan_that_goes_on_in_the_file_stays_out(first, second, tmp_path):
    walked(first, 1)
    first.save(tmp_path)
    rows = plan_rows(tmp_path)
    other = list(rows[1])
    other[rows[0].index("plan_id")], other[rows[0].index("id")] = "other", "other-step"
    put_rows(tmp_path, [*rows, other])
    incoming = second.bring_in(tmp_path / "plan.csv")
    assert [line.why for line in incoming.lines] == [Why.REPEATED, None]
    assert len(second.rows()["plan"]) == 1


def test_undo_takes_a_plan_out_again_that_has_caught_up_with_time(first, second, tmp_path):
    walked(first, 2)
    first.save(tmp_path)
    before = second.rows()
    second.bring_in(tmp_path)
    second.clock.go(hours=24 * 21)
    second.desk.plan.catch_up("anna")
    assert len(second.rows()["plan_step"]) > 2
    second.desk.undo.undo()
    assert second.rows() == before


def test_undo_leaves_a_plan_that_somebody_has_answered_since(first, second, tmp_path):
    walked(first, 2)
    first.save(tmp_path)
    second.bring_in(tmp_path)
    brought = second.desk.undo.last
    second.desk.plan.accept("anna")
    kept = second.rows()
    with pytest.raises(HinderedError):
        second.desk.undo.undo(brought)
    assert second.rows() == kept


def test_a_damaged_step_goes_out_as_it_is_and_without_a_sentence(first, tmp_path):
    walked(first, 1)
    first.diary._db.execute_sql("UPDATE plan_step SET state = '{'")
    first.save(tmp_path)
    head, row = plan_rows(tmp_path)
    cells = dict(zip(head, row, strict=True))
    assert (cells["state"], cells["reason"], cells["minutes"]) == ("{", "", "")


def test_an_export_of_a_few_days_holds_the_whole_plan_of_these_days(first):
    walked(first, 4)
    today = first.clock.read().wall.day
    period = replace(EVER, first=today - timedelta(days=2), last=today)
    asked = Order(What.PLAN, "anna", period, CsvStyle.COMMA)
    assert first.desk.export.glimpse(asked).count == 4
    before = replace(EVER, last=today - timedelta(days=4000))
    assert first.desk.export.glimpse(replace(asked, period=before)).count == 0


def test_a_plan_from_days_to_come_does_no_harm(first, second, tmp_path):
    walked(first, 1)
    first.save(tmp_path)
    for column in ("plan_from", "from_day"):
        change(tmp_path, 1, column, "2090-01-01")
    second.bring_in(tmp_path / "plan.csv")
    assert second.desk.plan.view("anna").state.mode is Mode.WALKING
    second.desk.plan.catch_up("anna")
