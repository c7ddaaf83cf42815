"""The person whose diary it is."""

from dataclasses import dataclass
from enum import StrEnum

from walktrack.domain.moment import Moment

NAME_LENGTH = 200
INITIALS_LENGTH = 3
CONTACTS_LENGTH = 500
GOAL_MINUTES = (1, 600)
DEFAULT_TEN_ANCHOR = "The worst pain you can imagine"


class PersonColour(StrEnum):
    """The colours a person can have; each stands at 3:1 or more on light and on dark cards."""

    GREEN = "#1F8A70"
    BLUE = "#3B7DD8"
    PURPLE = "#9565C9"
    RED = "#D2504A"
    BROWN = "#A9702A"
    GREY = "#75808A"


@dataclass(frozen=True, slots=True)
class Person:
    """One walker.

    `name` may be empty: nobody has to give one. `goal_minutes` is what they aim for in a walk
    (1 to 600) or None. `ten_anchor` is their wording of the 10 on the pain scale; it is fixed
    once the first rating is given, so that their numbers keep one meaning. `contacts` is whom they
    would call for help, in their own words.
    """

    id: str
    name: str
    colour: str
    initials: str
    birth_year: int | None
    ten_anchor: str
    contacts: str
    goal_minutes: int | None
    archived: bool
    entered: Moment

    @property
    def shade(self) -> PersonColour:
        """The colour to show: one that is not offered (any more) counts as the first."""
        known = self.colour in set(PersonColour)
        return PersonColour(self.colour) if known else next(iter(PersonColour))

    @property
    def initials_typed(self) -> bool:
        """Whether the initials are other than those that follow from the name."""
        return self.initials != initials_of(self.name)


def initials_of(name: str) -> str:
    """Return up to two capital initials of a name, or an empty string.

    A sign is one only where a word has no letter; what cannot be seen, such as a mark of the
    direction of writing, is none.
    """
    firsts = [first for first in map(_first_letter, name.split()) if first]
    picked = firsts[:1] + (firsts[-1:] if len(firsts) > 1 else [])
    return "".join(picked).upper()


def _first_letter(word: str) -> str:
    seen = [letter for letter in word if letter.isprintable()]
    return next((letter for letter in seen if letter.isalnum()), "".join(seen[:1]))
