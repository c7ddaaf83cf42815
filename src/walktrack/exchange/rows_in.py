"""Makes the records again that a row of a CSV file was written from."""

from datetime import datetime, time, timedelta, timezone
from typing import TypeVar
from uuid import NAMESPACE_OID, uuid5

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Why
from walktrack.domain.interference import Interference
from walktrack.domain.moment import Moment
from walktrack.domain.pain import HIGHEST, LOWEST, PainMoment, PainRating, Place, Reporter
from walktrack.domain.person import GOAL_MINUTES
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.walk import (
    Company,
    Details,
    Effort,
    Kind,
    Source,
    Surface,
    Walk,
    WalkState,
)
from walktrack.domain.warning_signs import Resolution, Sign, SignCheck, SignMoment
from walktrack.exchange.cells import CellError, Cells

_T = TypeVar("_T")
_ROUNDING_MS = 310  # minutes have two decimals
_MORNING = time(8)


def walk_in(cells: Cells, person_id: str) -> Walk:
    """Return the walk of a row of walks.csv; CellError if there is none in it."""
    start, end = cells.time("start"), cells.time("end")
    span = end.ms - start.ms
    if span < 0:
        raise CellError(Why.END_FIRST, "end")
    walked = span - cells.ms("paused_minutes")
    if walked < 0 or abs(walked - cells.ms("minutes")) > _ROUNDING_MS:
        raise CellError(Why.MINUTES, "minutes")
    return Walk(
        id=cells.id("id"),
        person_id=person_id,
        start=start,
        end=end,
        walked_ms=walked,
        state=WalkState.DONE,
        source=_there(cells.word("source", Source), "source"),
        target_minutes=cells.whole("target_minutes", *GOAL_MINUTES),
        entered=cells.time("entered_at"),
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
        details=_details_in(cells),
        timed=cells.yes_no("time_known") is not False,
        pauses=cells.pauses("pauses", span - walked),
    )


def pain_of(cells: Cells, walk: Walk) -> list[PainRating]:
    """Return the ratings that a row of walks.csv tells of, for want of pain.csv.

    Their times are not in it: those of the walk's start and end are taken, and eight o'clock for
    the morning after. The same row always gives the same ids.
    """
    end = walk.end or walk.start
    found: list[PainRating] = []
    guessed = cells.words("pain_guessed", PainMoment)
    for column, moment, at in (
        ("pain_before", PainMoment.BEFORE, walk.start),
        ("pain_during_max", PainMoment.DURING, end),
        ("pain_after", PainMoment.AFTER, end),
        ("pain_next_morning", PainMoment.NEXT_MORNING, _morning_after(walk.start)),
    ):
        value = cells.whole(column, LOWEST, HIGHEST)
        if value is not None:
            its = None if moment is PainMoment.NEXT_MORNING else walk.id
            found.append(
                PainRating(
                    derived_id(walk.id, moment), walk.person_id, its, moment, at, value,
                    walk.entered, recorder=walk.recorder,
                    reporter=Reporter.GUESS if moment in guessed else Reporter.SELF,
                )
            )  # fmt: skip
    return found


def derived_id(walk_id: str, moment: PainMoment) -> str:
    """Return the id that a rating taken from walks.csv gets."""
    return str(uuid5(NAMESPACE_OID, f"walktrack/{walk_id}/{moment}"))


def rating_in(cells: Cells, person_id: str) -> PainRating:
    """Return the rating of a row of pain.csv; CellError if there is none in it."""
    return PainRating(
        id=cells.id("id"),
        person_id=person_id,
        walk_id=cells.id_or_none("walk_id"),
        moment=_there(cells.word("moment", PainMoment), "moment"),
        at=cells.time("at"),
        value=_there(cells.whole("pain", LOWEST, HIGHEST), "pain"),
        entered=cells.time("entered_at"),
        walked_ms=_walked_in(cells),
        reporter=_there(cells.word("reporter", Reporter), "reporter"),
        note=cells.typed("note"),
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
        places=cells.words("places", Place),
    )


def check_in(cells: Cells) -> PostureCheck:
    """Return the line of the checklist of a row of posture.csv; CellError if there is none."""
    return PostureCheck(
        walk_id=cells.id("walk_id"),
        item=_there(cells.word("item", PostureItem), "item"),
        checked=_there(cells.yes_no("checked"), "checked"),
        entered=cells.time("entered_at"),
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
    )


def mark_in(cells: Cells, person_id: str) -> DayMark:
    """Return the mark of a row of marks.csv; CellError if there is none in it."""
    kind = _there(cells.word("kind", MarkKind), "kind")
    first, last = cells.day("first_day"), cells.day_or_none("last_day")
    if last is not None and last < first:
        raise CellError(Why.END_FIRST, "last_day")
    if kind is not MarkKind.FLARE_UP and last != first:
        raise CellError(Why.ONE_DAY, "last_day")
    return DayMark(
        id=cells.id("id"),
        person_id=person_id,
        kind=kind,
        first=first,
        last=last,
        entered=cells.time("entered_at"),
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
        note=cells.typed("note"),
    )


def interference_in(cells: Cells, person_id: str) -> Interference:
    """Return the answer of a row of in_the_way.csv; CellError if there is none in it."""
    return Interference(
        id=cells.id("id"),
        person_id=person_id,
        day=cells.day("date"),
        value=_there(cells.whole("in_the_way", LOWEST, HIGHEST), "in_the_way"),
        entered=cells.time("entered_at"),
        reporter=_there(cells.word("reporter", Reporter), "reporter"),
        note=cells.typed("note"),
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
    )


def signs_in(cells: Cells, person_id: str) -> SignCheck:
    """Return the answer of a row of warning_signs.csv; CellError if there is none in it."""
    resolved = cells.time_or_none("resolved")
    resolution = cells.word("resolution", Resolution)
    if (resolved is None) != (resolution is None):
        raise CellError(Why.EMPTY, "resolved" if resolved is None else "resolution")
    most = 10_000  # versions
    return SignCheck(
        id=cells.id("id"),
        person_id=person_id,
        signs=cells.words("signs", Sign),
        moment=_there(cells.word("offered_for", SignMoment), "offered_for"),
        shown=cells.time("shown"),
        entered=cells.time("entered_at"),
        text_version=_there(cells.whole("text_version", 1, most), "text_version"),
        read=cells.time_or_none("read"),
        resolved=resolved,
        resolution=resolution,
        edited=cells.time_or_none("edited"),
        recorder=cells.typed("recorded_by"),
    )


def _details_in(cells: Cells) -> Details:
    return Details(
        kind=cells.word("kind", Kind),
        surface=cells.word("surface", Surface),
        company=cells.word("company", Company),
        effort=cells.word("effort", Effort),
        stopped_for_pain=cells.yes_no("stopped_for_pain"),
        warm_up=cells.yes_no("warm_up"),
        cool_down=cells.yes_no("cool_down"),
        note=cells.typed("note"),
    )


def _walked_in(cells: Cells) -> int | None:
    if cells.is_empty("minutes_walked"):
        return None
    walked = cells.ms("minutes_walked")
    if walked < 0:
        raise CellError(Why.NUMBER, "minutes_walked")
    return walked


def _there(value: _T | None, column: str) -> _T:
    if value is None:
        raise CellError(Why.EMPTY, column)
    return value


def _morning_after(start: Moment) -> Moment:
    zone = timezone(timedelta(minutes=start.offset))
    return Moment.of(datetime.combine(start.day + timedelta(1), _MORNING, zone))
