"""What History leaves out, as SQL: days outside the stretch, and lines without the words."""

import json
from collections.abc import Iterable, Mapping

from walktrack.domain.entry import HistoryFilter
from walktrack.domain.search import fold
from walktrack.storage.history_rows import Line

_FOR_EVER = 10_000_000  # later than any day

_SAYS = "{table}.note <> '' AND holds({table}.note, :text)"
_WROTE = "{table}.recorder <> '' AND holds({table}.recorder, :text)"
_HURTS = """{table}.places <> '' AND EXISTS (SELECT 1 FROM json_each(:places)
    WHERE instr(' ' || {table}.places || ' ', ' ' || value || ' '))"""
_IS = "{table}.{column} IN (SELECT value FROM json_each(:of_{column}))"
# One look through the ratings, not one for each walk.
_OF_WALK = """walk.id IN (SELECT walk_id FROM pain_rating WHERE {whose}
    AND +walk_id IS NOT NULL AND pain_rating.deleted_at IS NULL AND ({said}))"""

Values = dict[str, int | str]


def conditions(wanted: HistoryFilter, line: Line, whose: str) -> tuple[str, Values]:
    """Return SQL, and its values, for the lines of a table that the filter lets through.

    `whose` is SQL that says whose records are looked at.
    """
    first, last = {
        Line.WALK: ("day", "day"),
        Line.RATING: ("day", "day"),
        Line.MARK: ("first_day", f"coalesce(last_day, {_FOR_EVER})"),
        Line.INTERFERENCE: ("day", "day"),
    }[line]
    where, values = "", Values()
    if wanted.first_day is not None:
        where += f" AND {last} >= :first"
        values["first"] = wanted.first_day
    if wanted.last_day is not None:
        where += f" AND {first} <= :last"
        values["last"] = wanted.last_day
    if wanted.text:
        where += f" AND ({' OR '.join(_found(wanted, line, whose))})"
        values |= _values(wanted)
    return where, values


def _found(wanted: HistoryFilter, line: Line, whose: str) -> list[str]:
    """Return the ways in which a line can hold what is looked for; no way for nothing meant."""
    meant = wanted.meant
    match line:
        case Line.WALK:
            columns = {
                "kind": meant.kinds,
                "surface": meant.surfaces,
                "company": meant.companies,
                "effort": meant.efforts,
            }
            of_walk = _OF_WALK.format(whose=whose, said=" OR ".join(_by_rating(wanted)))
            return [*_by_hand("walk"), *_among("walk", columns), of_walk]
        case Line.RATING:
            return [*_by_rating(wanted), *_among("pain_rating", {"moment": meant.moments})]
        case Line.MARK:
            return [*_by_hand("day_mark"), *_among("day_mark", {"kind": meant.marks})]
        case Line.INTERFERENCE:
            return [*_by_hand("interference"), *(["TRUE"] if meant.in_the_way else [])]


def _by_hand(table: str) -> list[str]:
    return [_SAYS.format(table=table), _WROTE.format(table=table)]


def _by_rating(wanted: HistoryFilter) -> list[str]:
    hurts = [_HURTS.format(table="pain_rating")] if wanted.meant.places else []
    return [*_by_hand("pain_rating"), *hurts]


def _among(table: str, columns: Mapping[str, frozenset[str]]) -> list[str]:
    return [_IS.format(table=table, column=column) for column, among in columns.items() if among]


def _values(wanted: HistoryFilter) -> Values:
    meant = wanted.meant
    # A walk and a mark each have a kind; no condition asks for both.
    kinds: Iterable[str] = (*meant.kinds, *meant.marks)
    lists: dict[str, Iterable[str]] = {
        "of_kind": kinds,
        "of_surface": meant.surfaces,
        "of_company": meant.companies,
        "of_effort": meant.efforts,
        "of_moment": meant.moments,
        "places": meant.places,
    }
    return {
        "text": fold(wanted.text),
        **{name: json.dumps(sorted(among)) for name, among in lists.items()},
    }
