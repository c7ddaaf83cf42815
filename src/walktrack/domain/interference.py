"""How much pain got in the way of a day: the second question of the evening."""

from dataclasses import dataclass
from datetime import date

from walktrack.domain.moment import Moment
from walktrack.domain.pain import HIGHEST, LOWEST, Reporter


@dataclass(frozen=True, slots=True)
class Interference:
    """One answer for one day: `value` 0 is not at all, 10 that nothing wanted could be done.

    It is no pain rating: no chart, average or plan knows it. A skipped answer has no record.
    ValueError for a number off the scale.
    """

    id: str
    person_id: str
    day: date
    value: int
    entered: Moment
    reporter: Reporter = Reporter.SELF
    note: str = ""
    edited: Moment | None = None
    recorder: str = ""

    def __post_init__(self) -> None:
        if not LOWEST <= self.value <= HIGHEST:
            message = f"an answer is {LOWEST} to {HIGHEST}, not {self.value}"
            raise ValueError(message)
