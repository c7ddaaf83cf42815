"""Finding records by words: letters compared without case or accents."""

from dataclasses import dataclass
from unicodedata import combining, normalize

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.walk import Company, Effort, Kind, Surface


def fold(text: str) -> str:
    """Return a text as it is compared: in small letters, without accents ("Café" is "cafe")."""
    if text.isascii():
        return text.casefold()
    apart = normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not combining(letter))


@dataclass(frozen=True, slots=True)
class Meant:
    """The answers that the words to find may stand for, in the language of the screen.

    `in_the_way` says that they stand for how much pain got in the way of a day.
    """

    kinds: frozenset[Kind] = frozenset()
    surfaces: frozenset[Surface] = frozenset()
    companies: frozenset[Company] = frozenset()
    efforts: frozenset[Effort] = frozenset()
    places: frozenset[Place] = frozenset()
    moments: frozenset[PainMoment] = frozenset()
    marks: frozenset[MarkKind] = frozenset()
    in_the_way: bool = False
