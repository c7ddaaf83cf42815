"""What a person makes of a proposal, or of the plan at any time. Their word stands."""

from dataclasses import replace
from enum import StrEnum

from walktrack.domain.plan import steps
from walktrack.domain.plan.ladder import Target, level_of
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Proposal, Rule, proposed
from walktrack.domain.plan.state import Mode, PlanState, is_within


class Choice(StrEnum):
    """What was chosen. UNANSWERED: nobody did, and the lower of both targets counts."""

    UNANSWERED = "unanswered"
    ACCEPTED = "accepted"
    KEPT = "kept"
    STEPPED_BACK = "stepped back"
    OWN = "own"
    CLINICIAN = "clinician"


def unanswered(state: PlanState, proposal: Proposal) -> PlanState:
    """Return what counts until somebody answers: what is proposed, unless it is more.

    That a pause or a flare-up is over was the person's own word, and needs no second one.
    """
    after = proposal.state
    if proposal.rule in {Rule.R3, Rule.R5} or is_within(after.target, state.target):
        return after
    return kept(state, proposal)


def kept(state: PlanState, proposal: Proposal) -> PlanState:
    """Refuse a proposal: the target stays. What was counted in the week is counted."""
    after = proposal.state
    if after.mode is Mode.PAUSED or state.mode is Mode.PAUSED:
        return after
    return replace(
        state,
        good_weeks=state.good_weeks + 1 if proposal.rule is Rule.R10 else after.good_weeks,
        weeks_away=after.weeks_away,
        weeks_empty=after.weeks_empty,
        weeks_in_flare=state.weeks_in_flare + (proposal.rule is Rule.R4B),
        uneasy_weeks=after.uneasy_weeks,
    )


def back_by_choice(state: PlanState, parameters: Parameters) -> Proposal:
    """Return a step back; it takes the place of what a clinician set."""
    after = steps.back(replace(state, clinician=False), parameters, 1)
    if state.mode is Mode.FLARE:
        after = steps.in_flare(after, parameters)
    return proposed(Rule.BACK, state, after)


def set_by(
    state: PlanState, target: Target, parameters: Parameters, *, clinician: bool
) -> Proposal:
    """Return the plan with minutes and days somebody set; they count from now on as they are."""
    after = replace(
        state,
        level=level_of(target, parameters.ladder),
        base=target,
        short=target if state.mode is Mode.FLARE else None,
        clinician=clinician,
        good_weeks=0,
    )
    return proposed(Rule.CLINICIAN if clinician else Rule.OWN, state, after)
