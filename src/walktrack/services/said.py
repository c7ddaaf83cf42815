"""What a record says, part by part, as it is kept when the record is put right."""

from dataclasses import asdict

from walktrack.domain import pauses
from walktrack.domain.day_mark import DayMark
from walktrack.domain.edit import Said
from walktrack.domain.interference import Interference
from walktrack.domain.moment import Moment
from walktrack.domain.pain import ONCE_A_WALK, PainRating, Reporter
from walktrack.services.walk_answers import StoredWalk


def said_by_walk(stored: StoredWalk) -> Said:
    """Return what a walk says, with its answers; times as ISO 8601, lengths in milliseconds."""
    walk = stored.walk
    said = {
        "start": _time(walk.start),
        "end": _time(walk.end) if walk.end else "",
        "walked_ms": str(walk.walked_ms),
        "pauses": pauses.written(walk.pauses),
        "timed": "" if walk.timed else "no",
        "ticked": " ".join(sorted(stored.ticked)),
        **{name: _text(value) for name, value in asdict(walk.details).items()},
    }
    for rating in stored.ratings:
        apart = "" if rating.moment in ONCE_A_WALK else f" {rating.id}"
        said[f"{rating.moment}{apart}"] = _answer(rating)
    return _without_empty(said)


def said_by_rating(rating: PainRating) -> Said:
    """Return what a rating says."""
    return _without_empty({
        "at": _time(rating.at),
        "moment": rating.moment.value,
        "value": str(rating.value),
        "places": " ".join(sorted(rating.places)),
        "reporter": rating.reporter.value,
        "note": rating.note,
    })  # fmt: skip


def said_by_interference(answer: Interference) -> Said:
    """Return what an answer about a day says; the day as ISO 8601."""
    return _without_empty({
        "day": answer.day.isoformat(),
        "in_the_way": str(answer.value),
        "reporter": answer.reporter.value,
        "note": answer.note,
    })  # fmt: skip


def said_by_mark(mark: DayMark) -> Said:
    """Return what a mark says; days as ISO 8601."""
    return _without_empty({
        "first": mark.first.isoformat(),
        "last": mark.last.isoformat() if mark.last else "",
        "note": mark.note,
    })  # fmt: skip


def _answer(rating: PainRating) -> str:
    """Return a number with what goes with it: "5", or "5 guess calf thigh"."""
    known = [] if rating.reporter is Reporter.SELF else [rating.reporter.value]
    return " ".join([str(rating.value), *known, *sorted(rating.places)])


def _time(moment: Moment) -> str:
    return moment.local().isoformat()


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


def _without_empty(said: dict[str, str]) -> Said:
    return {part: text for part, text in said.items() if text}
