"""Times of day, lengths of time and numbers, as people and programs write them into cells."""

import re
from datetime import time

from walktrack.domain.column_map import Unit
from walktrack.domain.moment import MS_PER_MINUTE

_MS_PER_SECOND = 1000
_MS_PER_HOUR = 60 * MS_PER_MINUTE
_SIXTY, _NOON_HOUR = 60, 12
_LONGEST = 60
_FLAGS = re.ASCII | re.IGNORECASE
_SECONDS = r"(?::(?P<s>\d\d)(?:[.,]\d{1,9})?)?"
_CLOCK_24 = re.compile(
    rf"(?P<h>\d{{1,2}}) ?[:.h] ?(?P<m>\d\d){_SECONDS}(?: ?h| ?hrs| ?uhr)?", _FLAGS
)
_CLOCK_12 = re.compile(
    rf"(?P<h>\d{{1,2}})(?:[:.](?P<m>\d\d){_SECONDS})? ?(?P<half>[ap])\.? ?m\.?", _FLAGS
)
_NUMBER = r"\d{1,9}(?:[.,]\d{1,9})?"
_WORDED = re.compile(
    rf"(?:(?P<h>{_NUMBER}) ?(?:hours?|hrs?|h))?,? ?"
    rf"(?:(?P<m>{_NUMBER}) ?(?:minutes?|mins?|min|m|'))?\.?,? ?"
    rf"(?:(?P<s>{_NUMBER}) ?(?:seconds?|secs?|s|\"))?\.?",
    _FLAGS,
)
_ISO = re.compile(rf"PT(?:(?P<h>{_NUMBER})H)?(?:(?P<m>{_NUMBER})M)?(?:(?P<s>{_NUMBER})S)?", _FLAGS)
_THREE = re.compile(r"(\d{1,3}):(\d\d):(\d\d)(?:[.,]\d{1,9})?", re.ASCII)
_TWO = re.compile(r"(\d{1,4}):(\d\d)", re.ASCII)
_OF_UNIT = {
    Unit.MINUTES: MS_PER_MINUTE,
    Unit.HOURS: _MS_PER_HOUR,
    Unit.SECONDS: _MS_PER_SECOND,
}


def plain(text: str) -> str:
    """Return a cell with single blanks only, a no-break space being one like any other.

    What is far too long for a date, a time or a number becomes empty.
    """
    return " ".join(text.split()) if len(text) <= _LONGEST else ""


def clock_in(text: str) -> time | None:
    """Return a time of day as in 14:05, 14.05, 14h05, 2:05 pm or 2 PM; None if it is none."""
    text = plain(text)
    if found := _CLOCK_12.fullmatch(text):
        hour = int(found["h"])
        if not 1 <= hour <= _NOON_HOUR:
            return None
        hour = hour % _NOON_HOUR + (_NOON_HOUR if found["half"] in "pP" else 0)
    elif found := _CLOCK_24.fullmatch(text):
        hour = int(found["h"])
    else:
        return None
    try:
        return time(hour, int(found["m"] or 0), int(found["s"] or 0))
    except ValueError:
        return None


def number_in(text: str, decimal: str) -> float | None:
    """Return a number of 0 or more with this decimal sign; None if it is none."""
    text = plain(text)
    other = "," if decimal == "." else "."
    if other in text or not re.fullmatch(_NUMBER, text, re.ASCII):
        return None
    return float(text.replace(decimal, "."))


def length_in(text: str, unit: Unit, decimal: str) -> int | None:
    """Return a length of time in milliseconds; None if it is none.

    The unit counts for bare numbers and for two numbers with a colon; "1 h 5 min", 1:05:00 and
    PT65M say their own.
    """
    text = plain(text)
    number = number_in(text, decimal)
    if number is not None:
        return round(number * _OF_UNIT[unit]) if unit in _OF_UNIT else None
    if found := _THREE.fullmatch(text):
        return _ms(*(float(part) for part in found.groups()))
    if found := _TWO.fullmatch(text):
        first, second = (float(part) for part in found.groups())
        if unit is Unit.HOURS_MINUTES:
            return _ms(first, second, 0)
        return _ms(0, first, second, whole=False) if unit is Unit.MINUTES_SECONDS else None
    found = _ISO.fullmatch(text) or _WORDED.fullmatch(text)
    if found and any(found.groups()):
        parts = [float((found[name] or "0").replace(",", ".")) for name in ("h", "m", "s")]
        return _ms(*parts, whole=False)
    return None


def unit_told(text: str) -> Unit | None:
    """Return the unit that a single cell would need by its form alone; None if it tells none."""
    found = _TWO.fullmatch(plain(text))
    if not found:
        return None
    return Unit.MINUTES_SECONDS if int(found[1]) > _NOON_HOUR else Unit.HOURS_MINUTES


def says_its_unit(text: str) -> bool:
    """Say whether a cell is a length of time in any case, as "45 min" is."""
    return number_in(text, ".") is None and length_in(text, Unit.MINUTES, ".") is not None


def _ms(hours: float, minutes: float, seconds: float, *, whole: bool = True) -> int | None:
    """Return the milliseconds; with `whole`, 61 minutes beside hours are none."""
    if whole and max(minutes, seconds) >= _SIXTY:
        return None
    return round((hours * _SIXTY + minutes) * MS_PER_MINUTE + seconds * _MS_PER_SECOND)
