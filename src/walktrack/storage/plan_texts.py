"""The parts of a plan that are kept as JSON, and what stands in for a damaged one."""

from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.plan.proposal import Numbers
from walktrack.domain.plan.state import Mode, PlanState
from walktrack.domain.plan.texts import known_of


def parameters_of(text: str) -> Parameters:
    """Return the numbers of a plan; those a plan begins with if they cannot be read."""
    try:
        known = known_of(text, Parameters)
        known["ladder"] = tuple(Target(**step) for step in known["ladder"])
        return Parameters(**known)
    except (KeyError, TypeError, ValueError):
        return Parameters()


def state_of(text: str, parameters: Parameters) -> PlanState:
    """Return where a plan stands; if that cannot be read it rests at the first level.

    So nothing is asked for until the person says that they are ready again.
    """
    try:
        known = known_of(text, PlanState)
        known |= {"mode": Mode(known["mode"]), "base": Target(**known["base"])}
        known["short"] = Target(**known["short"]) if known["short"] else None
        _make_sure(PlanState(**known))
        known["level"] = min(max(0, known["level"]), len(parameters.ladder) - 1)
        return PlanState(**known)
    except (KeyError, TypeError, ValueError):
        return PlanState(0, parameters.ladder[0], mode=Mode.PAUSED)


def numbers_of(text: str) -> Numbers:
    """Return the numbers of a reason; noughts if they cannot be read."""
    try:
        known = known_of(text, Numbers)
        return Numbers(**{name: int(value) for name, value in known.items()})
    except (TypeError, ValueError):
        return Numbers()


def _make_sure(state: PlanState) -> None:
    """Raise TypeError for a count that is none."""
    counts = (
        state.level,
        state.good_weeks,
        state.weeks_away,
        state.weeks_empty,
        state.weeks_in_flare,
        state.weeks_paused,
        state.uneasy_weeks,
        state.lowered,
    )
    if not all(isinstance(count, int) for count in counts):  # pyright: ignore[reportUnnecessaryIsInstance]
        message = "a count is a whole number"
        raise TypeError(message)
