"""Where it hurts, in words."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from walktrack.domain.pain import Place


def place_word(place: Place) -> str:
    """Return what a place is called."""
    return {
        Place.LOW_BACK_LEFT: QCoreApplication.translate("Places", "Low back, left"),
        Place.LOW_BACK_MIDDLE: QCoreApplication.translate("Places", "Low back, middle"),
        Place.LOW_BACK_RIGHT: QCoreApplication.translate("Places", "Low back, right"),
        Place.BUTTOCK: QCoreApplication.translate("Places", "Buttock"),
        Place.THIGH: QCoreApplication.translate("Places", "Thigh"),
        Place.CALF: QCoreApplication.translate("Places", "Calf"),
        Place.FOOT: QCoreApplication.translate("Places", "Foot"),
    }[place]


def places_words(places: Iterable[Place]) -> str:
    """Return all places in one line, in the order of the list; nothing for none."""
    chosen = set(places)
    return "; ".join(place_word(place) for place in Place if place in chosen)
