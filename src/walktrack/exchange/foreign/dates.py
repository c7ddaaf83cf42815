"""Dates as people and programs write them, and the order in which a table writes its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from walktrack.domain.column_map import DateOrder
from walktrack.domain.typed import OLDEST_YEAR
from walktrack.exchange.cells import LATEST_YEAR
from walktrack.exchange.foreign.times import clock_in, plain

_FLAGS = re.ASCII | re.IGNORECASE
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL = ("january", "february", "march", "april", "may", "june", "july", "august", "september",
         "october", "november", "december")  # fmt: skip
_DAY_NAMES = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?"
_NUMBERS = re.compile(
    rf"{_DAY_NAMES}(?P<a>\d{{1,4}}) ?(?P<sign>[./-]) ?(?P<b>\d{{1,2}}) ?(?P=sign) ?"
    r"(?P<c>\d{1,4})(?P<rest>(?:[T, ].*)?)",
    _FLAGS,
)
_COMPACT = re.compile(r"(?P<y>\d{4})(?P<m>\d\d)(?P<d>\d\d)(?P<rest>(?:[T ].*)?)", _FLAGS)
_NAME = r"(?P<month>[a-z]{3,9})\.?"
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?P<y>\d{4}|\d\d)(?P<rest>(?:[T, ].*)?)"
_NAMED = (
    re.compile(
        rf"{_DAY_NAMES}(?P<d>\d{{1,2}}){_TH}\.?[ /-]?(?:of )?{_NAME}[ ,/-]{{0,2}}{_YEAR}", _FLAGS
    ),
    re.compile(rf"{_DAY_NAMES}{_NAME}[ -]?(?P<d>\d{{1,2}}){_TH}[ ,-]{{1,2}}{_YEAR}", _FLAGS),
    re.compile(rf"(?P<y>\d{{4}})[ -]{_NAME}[ -](?P<d>\d{{1,2}})(?P<rest>(?:[T, ].*)?)", _FLAGS),
)
_ZONE = re.compile(r"(?P<clock>.*?\d.*?) ?(?P<zone>Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)", _FLAGS)
_SHORT, _LONG = 2, 4
_LATEST_OFFSET = timedelta(hours=14)


@dataclass(frozen=True, slots=True)
class When:
    """A day, and the time of day and its zone where they are known."""

    day: date
    clock: time | None = None
    zone: tzinfo | None = None


@dataclass(frozen=True, slots=True)
class Settled:
    """What the dates of a table tell about their order.

    `order` is None if several could be; then `example` is a date that they read differently.
    """

    order: DateOrder | None
    orders: tuple[DateOrder, ...]
    example: str = ""


def when_in(text: str, order: DateOrder, today: date) -> When | None:
    """Return the date of a cell, with the time of day behind it if there is one; else None.

    The order matters only to three numbers of which none has four digits in front. Years of two
    digits end next year at the latest. What is in UTC is turned into this computer's own time.
    """
    text = plain(text)
    if found := _NUMBERS.fullmatch(text):
        day = _of_numbers(found, order, today)
    elif found := _COMPACT.fullmatch(text):
        day = _day(int(found["y"]), int(found["m"]), int(found["d"]))
    else:
        found = next((match for form in _NAMED if (match := form.fullmatch(text))), None)
        day = _of_names(found, today) if found else None
    return _with_clock(day, found["rest"]) if found and day else None


def settle(cells: Iterable[str], today: date) -> Settled:
    """Return the order of the dates in a column, or those between which nothing decides.

    An order counts if it reads every date that any order reads, none of them after tomorrow.
    """
    found = [days for cell in cells if (days := _by_order(cell, today))]
    if not found:
        return Settled(DateOrder.YMD, (DateOrder.YMD,))
    possible = [order for order in DateOrder if all(order in days for _, days in found)]
    if not possible:  # two orders are mixed, or a date is a slip of the pen
        possible = [order for order in DateOrder if any(order in days for _, days in found)]
        return Settled(None, tuple(possible), found[0][0])
    if DateOrder.YMD in possible and len(possible) > 1 and _year_is_last(found):
        possible.remove(DateOrder.YMD)
    for cell, days in found:
        if len({days[order] for order in possible}) > 1:
            return Settled(None, tuple(possible), cell)
    return Settled(possible[0], tuple(possible))


_Found = tuple[str, dict[DateOrder, date]]


def _by_order(cell: str, today: date) -> _Found | None:
    """Return what each order makes of a cell; None if the order does not matter to it."""
    cell = plain(cell)
    match = _NUMBERS.fullmatch(cell)
    if not match or len(match["a"]) > _SHORT:
        return None
    latest = today + timedelta(1)
    days = {order: _of_numbers(match, order, today) for order in DateOrder}
    told = {order: day for order, day in days.items() if day and day <= latest}
    return (cell, told) if told else None


def _year_is_last(found: list[_Found]) -> bool:
    """Say whether the first numbers vary more than the last ones, as days do beside years."""
    parts = [match for cell, _ in found if (match := _NUMBERS.fullmatch(cell))]
    return len({match["a"] for match in parts}) > len({match["c"] for match in parts})


def _of_numbers(found: re.Match[str], order: DateOrder, today: date) -> date | None:
    first, middle, last = found["a"], found["b"], found["c"]
    if len(first) > _SHORT or order is DateOrder.YMD:
        year, month, day = first, middle, last
    else:
        year = last
        month, day = (middle, first) if order is DateOrder.DMY else (first, middle)
    if len(day) > _SHORT or len(month) > _SHORT:
        return None
    whole = _year(year, today)
    return _day(whole, int(month), int(day)) if whole else None


def _of_names(found: re.Match[str], today: date) -> date | None:
    name, year = found["month"].lower(), _year(found["y"], today)
    month = name[:3]
    known = month in _MONTHS and (name in {month, "sept"} or name == _FULL[_MONTHS.index(month)])
    if not known or not year:
        return None
    return _day(year, _MONTHS.index(month) + 1, int(found["d"]))


def _year(digits: str, today: date) -> int | None:
    if len(digits) == _LONG:
        return int(digits)
    if len(digits) != _SHORT:
        return None
    year = today.year // 100 * 100 + int(digits)
    return year if year <= today.year + 1 else year - 100


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if OLDEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _with_clock(day: date, rest: str) -> When | None:
    rest = rest.lstrip("Tt, ")
    if not rest:
        return When(day)
    zoned = _ZONE.fullmatch(rest)
    clock = clock_in(zoned["clock"] if zoned else rest)
    if clock is None:
        return None
    if not zoned:
        return When(day, clock)
    zone = zoned["zone"].upper()
    try:
        if zone[0] not in "+-":
            here = datetime.combine(day, clock, UTC).astimezone()
            return When(here.date(), here.time(), here.tzinfo)
        return When(day, clock, _offset(zone))
    except (ValueError, OverflowError, OSError):
        return None


def _offset(zone: str) -> tzinfo:
    digits = zone[1:].replace(":", "").ljust(_LONG, "0")
    away = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    if away > _LATEST_OFFSET:
        raise ValueError(zone)
    return timezone(-away if zone[0] == "-" else away)
