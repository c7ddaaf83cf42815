"""What typed words may stand for among the answers the program knows, in the screen's language."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.pain import PainMoment, Place
from walktrack.domain.search import Meant, fold
from walktrack.domain.walk import Company, Effort, Kind, Surface
from walktrack.ui.mark_words import kind_words
from walktrack.ui.place_words import place_word
from walktrack.ui.words import (
    company_word,
    effort_word,
    kind_word,
    rating_title,
    surface_word,
    way_title,
)

_T = TypeVar("_T")

_FEWEST_LETTERS = 2
"""One letter alone is in nearly every word."""

_ALONE = (PainMoment.OTHER, PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE)


def meant_by(text: str) -> Meant:
    """Return the answers whose words on the screen hold this text."""
    wanted = fold(text.strip())
    if len(wanted) < _FEWEST_LETTERS:
        return Meant()

    def among(values: Iterable[_T], word: Callable[[_T], str]) -> frozenset[_T]:
        return frozenset(value for value in values if wanted in fold(word(value)))

    return Meant(
        kinds=among(Kind, kind_word),
        surfaces=among(Surface, surface_word),
        companies=among(Company, company_word),
        efforts=among(Effort, effort_word),
        places=among(Place, place_word),
        moments=among(_ALONE, rating_title),
        marks=among(MarkKind, kind_words),
        in_the_way=wanted in fold(way_title()),
    )
