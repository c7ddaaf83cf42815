"""Walks put right: cut short, split in two, two made one. Nothing that was said is thrown away.

A walk is stretches of walking between pauses. Of the time in the stretches some may not have been
walked, at no set time: the walked time says how much was.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.pauses import Pause, Pauses, tidy, total_ms
from walktrack.domain.typed import LONGEST_MINUTES
from walktrack.domain.walk import NOTE_LENGTH, Details, Walk


class MendFault(StrEnum):
    """Why a walk cannot be put right in this way."""

    NOTHING_LEFT = "nothing would be left"
    OUTSIDE = "the time is not inside the walk"
    TOO_LONG = "too long together"
    NOTES_TOO_LONG = "the notes are too long together"
    OPEN = "the walk is not finished"
    DAYS_APART = "only the day is known of one, and the other is on another day"


class MendError(ValueError):
    """A walk that cannot be put right in this way; `fault` says why."""

    def __init__(self, fault: MendFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class _Shape:
    """A finished walk in milliseconds from its start."""

    span: int
    walked: int
    pauses: Pauses

    @property
    def loose(self) -> int:
        """What was not walked at no set time."""
        return max(0, self.span - total_ms(self.pauses) - self.walked)


def _shape(walk: Walk) -> _Shape:
    if walk.end is None:
        raise MendError(MendFault.OPEN)
    span = walk.end.ms - walk.start.ms
    return _Shape(span, walk.walked_ms, tidy(walk.pauses, span))


def cut(walk: Walk, ms: int) -> Walk:
    """Return the walk with the last `ms` milliseconds by the clock taken off its end.

    A pause in that time goes with it, and one that it would then end with. MendError if nothing
    that was walked would be left.
    """
    shape = _shape(walk)
    span = _before_pause(shape.pauses, shape.span - ms)
    if span <= 0:
        raise MendError(MendFault.NOTHING_LEFT)
    pauses = tidy(shape.pauses, span)
    walked = span - total_ms(pauses) - shape.loose
    if walked <= 0:
        raise MendError(MendFault.NOTHING_LEFT)
    return replace(walk, end=walk.start.later(span), walked_ms=walked, pauses=pauses)


def split(walk: Walk, at_ms: int, new_id: str) -> tuple[Walk, Walk]:
    """Return two walks, parted `at_ms` milliseconds after the start; the second is new.

    Each begins and ends with walking: a pause at the place is in neither. What was not walked at
    no set time is shared by their lengths. What is said of how it began stays with the first, of
    how it ended goes to the second; the note stays. MendError if either would be empty.
    """
    shape = _shape(walk)
    if not 0 < at_ms < shape.span:
        raise MendError(MendFault.OUTSIDE)
    first_ends = _before_pause(shape.pauses, at_ms)
    second_begins = _after_pause(shape.pauses, at_ms)
    before = tidy(shape.pauses, first_ends)
    after = _shifted([p for p in shape.pauses if p.to_ms > second_begins], -second_begins)
    longest = first_ends - total_ms(before), shape.span - second_begins - total_ms(after)
    loose = round(shape.loose * longest[0] / max(1, sum(longest)))
    walked = longest[0] - loose, longest[1] - (shape.loose - loose)
    if min(walked) <= 0:
        raise MendError(MendFault.NOTHING_LEFT)
    said = walk.details
    first = replace(
        walk,
        end=walk.start.later(first_ends),
        walked_ms=walked[0],
        pauses=before,
        details=replace(said, cool_down=None, stopped_for_pain=None),
    )
    second = replace(
        walk,
        id=new_id,
        start=walk.start.later(second_begins),
        walked_ms=walked[1],
        pauses=after,
        details=replace(said, warm_up=None, note=""),
    )
    return first, second


def merge(walk: Walk, other: Walk) -> Walk:
    """Return one walk of two, the earlier of which it remains; the time between is a pause.

    Time in both counts once. MendError if it would last more than a day, or their notes have no
    room together.
    """
    first, second = sorted((walk, other), key=lambda each: each.start)
    details = _both_said(first.details, second.details)
    if not (first.timed and second.timed):
        return _by_day(first, second, details)
    mine, theirs = _shape(first), _shape(second)
    later = second.start.ms - first.start.ms
    span = max(mine.span, later + theirs.span)
    if span > LONGEST_MINUTES * MS_PER_MINUTE:
        raise MendError(MendFault.TOO_LONG)
    pauses = _in_neither(_stretches(mine, 0) + _stretches(theirs, later), span)
    walked = span - total_ms(pauses) - mine.loose - theirs.loose
    walked = max(walked, mine.walked, theirs.walked)
    end = _later_of(first.end, second.end)
    return replace(first, end=end, walked_ms=walked, pauses=pauses, details=details)


def _by_day(first: Walk, second: Walk, details: Details) -> Walk:
    """Add up two walks of a day, of which at least one has no times."""
    if first.start.day != second.start.day:
        raise MendError(MendFault.DAYS_APART)
    walked = first.walked_ms + second.walked_ms
    if walked > LONGEST_MINUTES * MS_PER_MINUTE:
        raise MendError(MendFault.TOO_LONG)
    start = second.start if first.timed else first.start  # noon, of the one without times
    return replace(
        first, start=start, end=start.plus(walked), walked_ms=walked, pauses=(), timed=False,
        details=details,
    )  # fmt: skip


def parted_ratings(
    ratings: tuple[PainRating, ...], first: Walk, second: Walk
) -> tuple[PainRating, ...]:
    """Return the ratings of a walk that was split, each with the part it is about."""
    found: list[PainRating] = []
    for rating in ratings:
        into = rating.walked_ms or 0
        if rating.moment is PainMoment.AFTER:
            found.append(replace(rating, walk_id=second.id))
        elif rating.moment is PainMoment.DURING and into >= first.walked_ms:
            left = min(into - first.walked_ms, second.walked_ms)
            found.append(replace(rating, walk_id=second.id, walked_ms=left))
        else:
            found.append(rating)
    return tuple(found)


def joined_ratings(
    walk: Walk, ratings: tuple[PainRating, ...], first: Walk
) -> tuple[PainRating, ...]:
    """Return the ratings of two walks as those of the one they became; `first` is the earlier.

    Before the second and after the first is on the way by now.
    """
    found: list[PainRating] = []
    for rating in ratings:
        of_first = rating.walk_id == first.id
        into = rating.walked_ms
        moment = rating.moment
        if moment is PainMoment.DURING:
            into = (into or 0) + (0 if of_first else first.walked_ms)
        elif (moment is PainMoment.AFTER) == of_first and moment in _AT_THE_ENDS:
            moment, into = PainMoment.DURING, first.walked_ms
        if into is not None:
            into = min(into, walk.walked_ms)
        found.append(replace(rating, walk_id=walk.id, moment=moment, walked_ms=into))
    return tuple(found)


_AT_THE_ENDS = frozenset({PainMoment.BEFORE, PainMoment.AFTER})


def _both_said(first: Details, second: Details) -> Details:
    note = "\n".join(note for note in (first.note, second.note) if note)
    if len(note) > NOTE_LENGTH:
        raise MendError(MendFault.NOTES_TOO_LONG)
    return Details(
        kind=first.kind or second.kind,
        surface=first.surface or second.surface,
        company=first.company or second.company,
        effort=second.effort or first.effort,
        stopped_for_pain=_either(second.stopped_for_pain, first.stopped_for_pain),
        warm_up=_either(first.warm_up, second.warm_up),
        cool_down=_either(second.cool_down, first.cool_down),
        note=note,
    )


def _either(said: bool | None, otherwise: bool | None) -> bool | None:  # noqa: FBT001 - answers
    return otherwise if said is None else said


def _before_pause(pauses: Pauses, at: int) -> int:
    return next((pause.from_ms for pause in pauses if pause.from_ms < at <= pause.to_ms), at)


def _after_pause(pauses: Pauses, at: int) -> int:
    return next((pause.to_ms for pause in pauses if pause.from_ms <= at < pause.to_ms), at)


def _shifted(pauses: list[Pause], by: int) -> Pauses:
    return tuple(Pause(pause.from_ms + by, pause.to_ms + by) for pause in pauses)


def _stretches(shape: _Shape, later: int) -> list[Pause]:
    """Return when there was walking, in the form of pauses."""
    edges = [0, *(edge for p in shape.pauses for edge in (p.from_ms, p.to_ms)), shape.span]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return [Pause(begin + later, end + later) for begin, end in pairs if begin < end]


def _in_neither(stretches: list[Pause], span: int) -> Pauses:
    walked = tidy(stretches, span)
    edges = [0, *(edge for w in walked for edge in (w.from_ms, w.to_ms)), span]
    pairs = zip(edges[::2], edges[1::2], strict=True)
    return tuple(Pause(begin, end) for begin, end in pairs if begin < end)


def _later_of(one: Moment | None, other: Moment | None) -> Moment | None:
    return max((each for each in (one, other) if each), default=None)
