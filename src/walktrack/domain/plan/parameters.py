"""Every number the plan goes by. A person can see and change each of them."""

from dataclasses import dataclass, fields

from walktrack.domain.plan.ladder import LADDER, Ladder, is_ladder


@dataclass(frozen=True, slots=True)
class Parameters:
    """The numbers of a plan; those it begins with were chosen with care and are no one's finding.

    ValueError for a number out of its range in RANGES, or for steps that cannot be climbed.
    Percents are of minutes; steps and weeks are whole; pain is in points of the 0 to 10 scale.
    """

    ladder: Ladder = LADDER
    weeks_per_step: int = 1
    """Good weeks at a level before the next one."""
    counts_from_percent: int = 80
    """The share of the minutes from which a day counts."""
    days_to_spare: int = 1
    """How many of the planned days may be missing in a good week."""

    pain_rise: int = 2
    """Points above usual, next morning, or after a walk, that count as a rise."""
    high_pain: int = 8
    """Pain from which a walk is cut short, and a risen pain after it is unsettled."""
    unsettled_for_back: int = 2
    """Unsettled walks in a week that take the plan back."""
    back_when_unsettled: int = 1
    """Steps back after such a week."""
    uneasy_weeks: int = 3
    """Weeks running held or lowered by pain before talking it over is suggested."""

    usual_days: int = 14
    """Days whose averages say what pain is usual."""
    usual_answers: int = 5
    """How many of them have to be known."""
    flare_days: int = 2
    """Days running of more, or of usual, pain after which a flare-up is asked about."""
    flare_over_rise: int = 1
    """Points above usual up to which a day speaks for the end of a flare-up."""
    flare_percent: int = 50
    """The share of the minutes walked in a flare-up, and on a day of high pain."""
    flare_least: int = 3
    """The fewest minutes such a share comes to."""
    flare_most_back: int = 4
    """The most steps back after a flare-up; one for each week of it."""
    flare_doctor_days: int = 14
    """Days of a flare-up after which to see a doctor."""

    pause_least_back: int = 2
    """The fewest steps back after a pause."""
    pause_most_back: int = 4
    """The most; between them, one for each week of it."""
    away_second: int = 2
    """Steps back after the second week without a walk."""
    away_third: int = 1
    """After the third."""
    away_fourth: int = 1
    """After the fourth; later weeks take nothing more."""

    halves_from: int = 20
    """Minutes from which walking in two halves is offered."""
    measured_percent: int = 80
    """The share of the trial walks' mean that a measured start begins with."""
    measured_most: int = 9
    """The highest level it begins at."""

    def __post_init__(self) -> None:
        if not is_ladder(self.ladder):
            message = "the steps of a plan have to go up"
            raise ValueError(message)
        for name, (least, most) in RANGES.items():
            if not least <= getattr(self, name) <= most:
                message = f"{name} is {least} to {most}"
                raise ValueError(message)
        if self.pause_most_back < self.pause_least_back:
            message = "the most steps back are fewer than the fewest"
            raise ValueError(message)

    def back_when_away(self, weeks: int) -> int:
        """Return the steps back after so many weeks without a walk, the last one alone."""
        return {2: self.away_second, 3: self.away_third, 4: self.away_fourth}.get(weeks, 0)

    def back_after_pause(self, weeks: int) -> int:
        """Return the steps back after a pause of so many weeks."""
        return min(self.pause_most_back, max(self.pause_least_back, weeks))

    def back_after_flare_up(self, weeks: int) -> int:
        """Return the steps back after a flare-up of so many weeks."""
        return min(self.flare_most_back, max(1, weeks))


_PERCENT, _POINTS, _STEPS = (10, 100), (1, 10), (0, 14)

RANGES = {
    "weeks_per_step": (1, 12),
    "counts_from_percent": _PERCENT,
    "days_to_spare": (0, 6),
    "pain_rise": (1, 5),
    "high_pain": _POINTS,
    "unsettled_for_back": (2, 7),
    "back_when_unsettled": _STEPS,
    "uneasy_weeks": (1, 12),
    "usual_days": (5, 60),
    "usual_answers": (1, 60),
    "flare_days": (1, 14),
    "flare_over_rise": (0, 5),
    "flare_percent": _PERCENT,
    "flare_least": (1, 30),
    "flare_most_back": (1, 14),
    "flare_doctor_days": (1, 60),
    "pause_least_back": _STEPS,
    "pause_most_back": _STEPS,
    "away_second": _STEPS,
    "away_third": _STEPS,
    "away_fourth": _STEPS,
    "halves_from": (2, 180),
    "measured_percent": _PERCENT,
    "measured_most": _STEPS,
}
"""What each number may be, lowest and highest."""

NUMBERS = tuple(field.name for field in fields(Parameters) if field.name != "ladder")
"""All of them but the ladder, in the order they are shown in."""
