"""Backups of the diary: what they are called, which are kept, what bringing one back changes."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from pathlib import Path

from walktrack.domain.faults import Fault
from walktrack.domain.moment import Moment

KEEP_ALL_DAYS = 2
KEEP_DAILY, KEEP_WEEKLY, KEEP_MONTHLY = 12, 10, 9

_NAME = re.compile(r"walktrack-(\d{4}-\d\d-\d\d)-(\d{6}[+-]\d{4})-([a-z]+)\.db", re.ASCII)
_TIME = "%Y-%m-%d-%H%M%S%z"


class Reason(StrEnum):
    """Why a backup was made."""

    START = "start"
    QUIT = "quit"
    REGULAR = "regular"
    HAND = "hand"
    UPDATE = "update"
    RESTORE = "restore"
    IMPORT = "import"
    REMOVAL = "removal"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: a whole diary in a file of its own. `made` is when, to the second."""

    path: Path
    made: Moment
    reason: Reason


class BackupError(Exception):
    """A backup could not be made, read or thinned out in `folder`; the diary is as it was."""

    def __init__(self, fault: Fault, folder: Path) -> None:
        super().__init__(f"{fault}: {folder}")
        self.fault = fault
        self.folder = folder


class Unfit(StrEnum):
    """Why a file cannot take the place of the diary."""

    UNREADABLE = "unreadable"
    NOT_A_DIARY = "not a diary"
    NEWER = "newer"
    DAMAGED = "damaged"
    ALTERED = "altered"
    IN_USE = "in use"


class UnfitError(Exception):
    """A file was offered that cannot take the place of the diary; nothing was changed."""

    def __init__(self, why: Unfit, path: Path) -> None:
        super().__init__(f"{why}: {path}")
        self.why = why
        self.path = path


@dataclass(frozen=True, slots=True)
class Difference:
    """What one kind of record gains, loses and gets changed."""

    gained: int = 0
    lost: int = 0
    changed: int = 0

    def __bool__(self) -> bool:
        """Say whether anything differs."""
        return bool(self.gained or self.lost or self.changed)


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the diary would be after another one took its place.

    `walks`, `ratings` and `days` say how it differs from now. `other` is true if anything else
    does: names, goals, ticks. `last_day` is the last day with a record in it.
    """

    walks: Difference
    ratings: Difference
    days: Difference
    other: bool
    total_walks: int
    total_ratings: int
    last_day: date | None

    def __bool__(self) -> bool:
        """Say whether anything would change."""
        return bool(self.walks or self.ratings or self.days or self.other)


def file_name(made: Moment, reason: Reason) -> str:
    """Return the name of a backup's file; a person can read the time in it."""
    return f"walktrack-{made.local().strftime(_TIME)}-{reason}.db"


def backup_at(path: Path) -> Backup | None:
    """Return the backup a file is, by its name; None for any other file."""
    found = _NAME.fullmatch(path.name)
    try:
        if found:
            made = Moment.of(datetime.fromisoformat(f"{found[1]}T{found[2]}"))
            return Backup(path, made, Reason(found[3]))
    except ValueError:
        return None
    return None


def kept(made: Iterable[Moment]) -> set[Moment]:
    """Return which of the backups made at these times are to be kept; the others may go.

    All of the last two days before the newest, then the last one of each of 12 days, 10 weeks
    and 9 months that have any. Counted from the newest backup and not from now, and by days that
    have one: a clock set wrong throws nothing away.
    """
    newest_first = sorted(made, key=lambda one: one.ms, reverse=True)
    if not newest_first:
        return set()
    since = newest_first[0].plus(-_ms(timedelta(days=KEEP_ALL_DAYS))).ms
    keep = {one for one in newest_first if one.ms >= since}
    older = [one for one in newest_first if one.ms < since]
    for count, period in ((KEEP_DAILY, _day), (KEEP_WEEKLY, _week), (KEEP_MONTHLY, _month)):
        last_of: dict[object, Moment] = {}
        for one in older:
            last_of.setdefault(period(one), one)
        chosen = list(last_of.values())[:count]
        keep.update(chosen)
        older = [one for one in older if chosen and one.ms < chosen[-1].ms]
    return keep


def to_the_second(moment: Moment) -> Moment:
    """Return the moment without its thousandths, as a file's name holds it."""
    return Moment(moment.ms // 1000 * 1000, moment.offset)


def _day(one: Moment) -> object:
    return one.day


def _week(one: Moment) -> object:
    return one.day.isocalendar()[:2]


def _month(one: Moment) -> object:
    return one.day.year, one.day.month


def _ms(span: timedelta) -> int:
    return span // timedelta(milliseconds=1)
