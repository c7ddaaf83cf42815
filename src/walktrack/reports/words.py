"""Every word a picture or its description can hold, so that the window can translate them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from walktrack.domain.period import Grain

Counted = Callable[[int], str]
"""Says how many there are of something: "1 walk", "6 walks"."""


@dataclass(frozen=True, slots=True)
class GrainWords:
    """What changes with the grain: the title, the legend, and how one mark is called.

    `named` turns the first day of a mark into its name ("Tue 3 Nov", "Week of 2 Nov"), `dated`
    into one with its year, for the table. `before` and `after` are templates with {value}.
    """

    minutes_title: str
    before_legend: str
    after_legend: str
    column: str
    before: str
    after: str
    named: Callable[[date], str]
    dated: Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Words:
    """Sentences are templates for `str.format`; counted things are functions of the count.

    `day` is short ("26 Oct"), `month` holds the year ("Mar 2026"), `full_day` both. `number`
    writes a number with at most one decimal.
    """

    grains: Mapping[Grain, GrainWords]
    day: Callable[[date], str]
    month: Callable[[date], str]
    full_day: Callable[[date], str]
    number: Callable[[float], str]
    walks: Counted
    days: Counted
    minutes: Counted

    pain_title: str
    goal: str
    median_legend: str
    other_legend: str
    guess_legend: str
    no_walks: str
    no_walk_legend: str
    flare_up: str

    change_title: str
    minutes_axis: str
    higher: str
    same: str
    lower: str
    no_dots: str
    unsure_legend: str

    next_title: str
    day_axis: str
    no_day_dots: str

    mark: str
    pain: str
    guess_before: str
    guess_after: str
    guess: str
    guessed: str
    dot_lower: Callable[[int], str]
    dot_same: str
    dot_higher: Callable[[int], str]
    dot_next: str
    unsure: str

    span: str
    spoken: str
    spoken_pain: str
    value_range: str
    counts: Callable[[int, int, int], str]
    more_needed: Callable[[int], str]
    guesses_left_out: Callable[[int], str]
    spoken_days: str

    walks_column: str
    minutes_column: str
    before_column: str
    after_column: str
    pain_column: str
    change_column: str
    next_column: str
    days_column: str
    unsure_column: str
    nothing: str
    no_walk_day: str
    no_walk_days: Callable[[int], str]
    flare_up_day: str
    flare_up_days: Callable[[int], str]
    no_walk_column: str
    flare_up_column: str
    yes: str
