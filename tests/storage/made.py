"""Walks, ratings and people made in one line."""

from datetime import datetime

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.person import Person
from walktrack.domain.walk import Details, Source, Walk, WalkState

MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR
ANNA = "anna"
BERT = "bert"


def at(text: str) -> Moment:
    """Return a moment such as "2026-03-01T10:00+01:00"."""
    return Moment.of(datetime.fromisoformat(text))


NOON = at("2026-03-02T12:00+01:00")  # a Monday


def person(person_id: str = ANNA, **changes) -> Person:
    values = {
        "id": person_id,
        "name": "Anna",
        "colour": "#0072B2",
        "initials": "A",
        "birth_year": 1951,
        "ten_anchor": "The worst pain you can imagine",
        "contacts": "",
        "goal_minutes": 20,
        "archived": False,
        "entered": NOON,
    }
    return Person(**(values | changes))


def walk(walk_id: str = "w", start: Moment = NOON, minutes: float = 20, **changes) -> Walk:
    walked = round(minutes * MINUTE)
    values = {
        "id": walk_id,
        "person_id": ANNA,
        "start": start,
        "end": start.plus(walked),
        "walked_ms": walked,
        "state": WalkState.DONE,
        "source": Source.TYPED,
        "target_minutes": 20,
        "entered": start,
        "details": Details(),
    }
    return Walk(**(values | changes))


def running(walk_id: str = "w", start: Moment = NOON, **changes) -> Walk:
    changes = {"end": None, "state": WalkState.RUNNING, "source": Source.TIMER} | changes
    return walk(walk_id, start, 0, **changes)


def rating(
    rating_id: str = "r",
    value: int = 4,
    moment: PainMoment = PainMoment.OTHER,
    when: Moment = NOON,
    **changes,
) -> PainRating:
    values = {
        "id": rating_id,
        "person_id": ANNA,
        "walk_id": None,
        "moment": moment,
        "at": when,
        "value": value,
        "entered": when,
    }
    return PainRating(**(values | changes))
