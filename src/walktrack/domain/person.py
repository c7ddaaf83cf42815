"""The person whose diary it is."""

from dataclasses import dataclass

from walktrack.domain.moment import Moment

NAME_LENGTH = 200
GOAL_MINUTES = (1, 600)
DEFAULT_TEN_ANCHOR = "The worst pain you can imagine"


@dataclass(frozen=True, slots=True)
class Person:
    """One walker.

    `name` may be empty: nobody has to give one. `goal_minutes` is what they aim for in a walk
    (1 to 600) or None. `ten_anchor` is their wording of the 10 on the pain scale; it is fixed
    once the first rating is given, so that their numbers keep one meaning.
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


def initials_of(name: str) -> str:
    """Return up to two capital initials of a name, or an empty string."""
    words = name.split()
    picked = words[:1] + (words[-1:] if len(words) > 1 else [])
    return "".join(word[0].upper() for word in picked)
