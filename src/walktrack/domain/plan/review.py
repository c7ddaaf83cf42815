"""The weekly review: what a week means for the next one, and why. The first rule that fits wins.

Pain holds the plan or lowers it; nothing but enough walked days raises it, by one step. An
unsettled walk, a flare-up or a warning sign never leads to a higher target than their absence;
where two rules would say otherwise, the lower target counts.
"""

from dataclasses import replace

from walktrack.domain.plan import steps
from walktrack.domain.plan.absence import counted_away, steps_when_away
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Proposal, Rule, counted, proposed
from walktrack.domain.plan.settling import Label
from walktrack.domain.plan.state import Mode, PlanState, is_within
from walktrack.domain.plan.week import Week, needed_days


def review(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    """Return what follows from a week, by the first rule that fits."""
    proposal = _by_rule(state, week, parameters)
    return replace(proposal, numbers=counted(proposal.numbers, state, week, parameters))


def _by_rule(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    if week.sign:
        return proposed(Rule.R1, state, _still_paused(state))
    if state.mode is Mode.PAUSED:
        return _of_pause(state, week, parameters)
    if week.pause:
        return proposed(Rule.R2, state, steps.paused(state))
    if state.mode is Mode.FLARE:
        return _of_flare_up(state, week, parameters)
    calm = _of_walks(state, week, parameters)
    if week.flare_eased:
        calm = _flare_up_passed(state, calm, week, parameters)
    return _flare_up_begins(state, calm, week, parameters) if week.flare_up else calm


def _still_paused(state: PlanState) -> PlanState:
    if state.mode is not Mode.PAUSED:
        return steps.paused(state)
    return replace(state, weeks_paused=state.weeks_paused + 1)


def _of_pause(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    if not week.ready:
        return proposed(Rule.R2B, state, _still_paused(state))
    after = steps.resumed(state, parameters, flare_up=week.flare_up)
    return proposed(Rule.R3, state, after, weeks=state.weeks_paused)


def _of_flare_up(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    """Ease out of a flare-up, or go on with it: never with more than easing out would give."""
    steps_away = steps_when_away(state, week, parameters)
    owed = parameters.back_after_flare_up(state.weeks_in_flare)
    taken = max(owed, state.lowered + steps_away) - state.lowered
    seen = counted_away(state, week)
    eased = steps.out_of_flare(steps.back(seen, parameters, taken))
    if not week.flare_up:
        return proposed(Rule.R5, state, eased, weeks=state.weeks_in_flare)
    lower = steps.in_flare(steps.back(seen, parameters, steps_away), parameters)
    short = (lower.short or lower.base).at_most(eased.base)
    after = replace(
        lower,
        short=short,
        weeks_in_flare=state.weeks_in_flare + 1,
        lowered=state.lowered + steps_away,
    )
    proposal = proposed(Rule.R4B, state, after, weeks=after.weeks_in_flare)
    return replace(proposal, see_doctor=week.flare_days >= parameters.flare_doctor_days)


def _flare_up_begins(
    state: PlanState, calm: Proposal, week: Week, parameters: Parameters
) -> Proposal:
    """Begin short walks, where absence has its say too, and no more than without a flare-up."""
    steps_away = steps_when_away(state, week, parameters)
    lower = steps.back(counted_away(state, week), parameters, steps_away)
    after = steps.in_flare(replace(lower, lowered=steps_away), parameters)
    after = replace(after, short=(after.short or after.base).at_most(calm.state.base))
    return proposed(Rule.R4, state, replace(after, uneasy_weeks=0))


def _flare_up_passed(
    state: PlanState, calm: Proposal, week: Week, parameters: Parameters
) -> Proposal:
    """Ease out of a flare-up that began and ended within the week."""
    steps_away = steps_when_away(state, week, parameters)
    count = max(parameters.back_after_flare_up(1), steps_away)
    after = steps.back(counted_away(state, week), parameters, count)
    if not is_within(after.base, calm.state.base):
        after = replace(after, level=calm.state.level, base=after.base.at_most(calm.state.base))
    return proposed(Rule.R5, state, replace(after, uneasy_weeks=0), weeks=1)


def _of_walks(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    """Judge a week by its walks alone."""
    unsettled, unknown = week.count(Label.UNSETTLED), week.count(Label.UNKNOWN)
    away = steps_when_away(state, week, parameters)
    seen = counted_away(state, week)
    if not week.walks:
        rule = Rule.R7 if away else Rule.R6
        after = replace(steps.back(seen, parameters, away), uneasy_weeks=0)
        return proposed(rule, state, after, weeks=seen.weeks_empty)
    if unsettled or unknown:
        uneasy = replace(seen, uneasy_weeks=state.uneasy_weeks + 1, good_weeks=0)
        enough = unsettled >= parameters.unsettled_for_back
        count = parameters.back_when_unsettled if enough else 0
        rule = Rule.R7B if away > count else Rule.R8 if enough else Rule.R9
        after = steps.back(uneasy, parameters, max(count, away))
        return _uneasy(proposed(rule, state, after), parameters)
    return _of_settled(state, week, parameters)


def _of_settled(state: PlanState, week: Week, parameters: Parameters) -> Proposal:
    calm = replace(state, uneasy_weeks=0, weeks_away=0, weeks_empty=0)
    if week.days_walked(state.base, parameters) < needed_days(state.base, parameters):
        return proposed(Rule.R11, state, calm)
    good = replace(calm, good_weeks=state.good_weeks + 1)
    after = steps.up(good, parameters)
    if after.base == state.base and not state.clinician:
        return proposed(Rule.R12, state, good)
    if not week.whole or good.good_weeks < parameters.weeks_per_step:
        return proposed(Rule.R10B, state, good, weeks=parameters.weeks_per_step)
    return proposed(Rule.R10, state, after)


def _uneasy(proposal: Proposal, parameters: Parameters) -> Proposal:
    return replace(proposal, talk_it_over=proposal.state.uneasy_weeks >= parameters.uneasy_weeks)
