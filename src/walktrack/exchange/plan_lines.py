"""What plan.csv says for people to read: what is asked for, and the sentence that was shown."""

from collections.abc import Sequence

from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.state import PlanState
from walktrack.domain.plan.texts import read_numbers, read_parameters, read_state
from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_out import Cell

_PLACES = {column.name: place for place, column in enumerate(COLUMNS[What.PLAN])}
_BY_CLINICIAN = "Your doctor or physio set this, so this week stays the same."
_BY_CHOICE = {
    Choice.KEPT: "You kept your minutes as they were.",
    Choice.STEPPED_BACK: "You went a step back.",
    Choice.OWN: "You chose this yourself.",
    Choice.CLINICIAN: "Your doctor or physio said this.",
}
_BY_RULE = {
    Rule.R1: "You ticked a warning sign, so the plan is paused. Please get help as shown.",
    Rule.R2: "You paused the plan. Your diary still works.",
    Rule.R2B: "The plan is paused. Your diary still works.",
    Rule.R4: (
        "You marked a flare-up, so walks are short for now: {M}."
        " Keep moving gently and avoid bed rest."
    ),
    Rule.R4B: "Your flare-up goes on, so walks stay short: {M}.",
    Rule.R5: "Your flare-up has eased, so walks go back to {M}, a little less than before.",
    Rule.R6: "No walks were logged last week. This week stays the same.",
    Rule.R7B: "Your first walks after a break stirred your pain, so we start lower, at {M}.",
    Rule.R10: (
        "You walked on {d} of {D} planned days. No walk left your pain up the next morning"
        " ({c} of {w} checked). So this week can be {M}, up from {m}."
    ),
    Rule.R11: "You walked on {d} of {D} planned days, so this week stays at {M}. Any walk counts.",
    Rule.R12: "You are at your goal of {M} on {days}. Keep it going.",
    Rule.BEGUN: "Your plan starts here.",
    Rule.HELD: "You changed the steps of your plan.",
    Rule.BACK: "You went a step back.",
    Rule.OWN: "You chose this yourself.",
    Rule.CLINICIAN: "Your doctor or physio said this.",
}
_CHANGED = "Your minutes changed during the week, so this week stays at {M}."
_BY_WEEKS = {
    Rule.R3: (
        "Welcome back. We start lower, at {M}.",
        "Welcome back. You were away for 1 week, so we start lower, at {M}.",
        "Welcome back. You were away for {k} weeks, so we start lower, at {M}.",
    ),
    Rule.R7: (
        "No walks were logged, so we start lower, at {M}.",
        "You had 1 week with no walks logged, so we start lower, at {M}.",
        "You had {k} weeks with no walks logged, so we start lower, at {M}.",
    ),
    Rule.R10B: (
        _CHANGED,
        _CHANGED,
        "You walked on {d} of {D} planned days. Each step takes {k} good weeks, so this"
        " week stays at {M}.",
    ),
}


def with_words(row: Sequence[Cell]) -> Sequence[Cell]:
    """Return a row of plan.csv with what is asked for and why; as it is if it cannot be read."""

    def text(name: str) -> str:
        return str(row[_PLACES[name]])

    try:
        numbers = read_numbers(text("counted"))
        state = read_state(text("state"), read_parameters(text("plan_numbers")))
        said = reason_line(Rule(text("rule")), Choice(text("choice")), numbers, state)
    except ValueError:
        return row
    filled = list(row)
    filled[_PLACES["reason"]] = said
    if state.target:
        filled[_PLACES["minutes"]] = state.target.minutes
        filled[_PLACES["days"]] = state.target.days
    return filled


def reason_line(rule: Rule, choice: Choice, numbers: Numbers, state: PlanState) -> str:
    """Return the sentence that the Plan page shows for a step, in English."""
    if choice in _BY_CHOICE:
        return _BY_CHOICE[choice]
    if state.clinician:
        return _BY_CLINICIAN
    return _by_rule(rule, numbers).format(
        M=_so_many(numbers.minutes, "minute"),
        m=_so_many(numbers.was_minutes, "minute"),
        D=numbers.planned_days,
        d=min(numbers.walked_days, numbers.planned_days),
        days=_so_many(numbers.planned_days, "day"),
        k=numbers.weeks,
        c=numbers.checked,
        w=numbers.walks,
    )


def _by_rule(rule: Rule, numbers: Numbers) -> str:
    if rule in {Rule.R8, Rule.R9}:
        return _uneasy(numbers)
    if rule in _BY_WEEKS:
        return _BY_WEEKS[rule][min(numbers.weeks, 2)]
    return _BY_RULE[rule]


def _uneasy(numbers: Numbers) -> str:
    """Return why walks that stirred the pain hold the plan, or take it back."""
    unsettled, unknown = numbers.unsettled, numbers.unknown
    if unsettled:
        walks = _so_many(unsettled, "walk")
        stirred = f"After {walks} your pain was still up the next morning"
    elif unknown == 1:
        stirred = "One walk stirred your pain and we do not know if it settled"
    else:
        stirred = f"{unknown} walks stirred your pain and we do not know if they settled"
    if numbers.minutes < numbers.was_minutes:
        return f"{stirred}, so this week is a bit shorter: {{M}}."
    if numbers.days < numbers.planned_days:
        return f"{stirred}, so this week has one day less."
    return f"{stirred}, so this week stays at {{M}}."


def _so_many(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"
