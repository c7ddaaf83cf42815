"""Words that several rooms of the screen share: names of answers, dates, times and lengths."""

import re
from datetime import date, datetime, time

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.pain import PainMoment
from walktrack.domain.walk import Company, Effort, Kind, Surface

MINUTES_PER_HOUR = 60
_WEEKDAY = re.compile(r"[\s,،]*dddd[\s,،]*")
_YEAR_LAST = re.compile(r"(?:[\s,./،-]|'[^']*')*y+\.?\s*$")


def kind_word(kind: Kind) -> str:
    """Return the name of a sort of walk."""
    return {
        Kind.GENTLE: QCoreApplication.translate("Words", "Gentle"),
        Kind.BRISK: QCoreApplication.translate("Words", "Brisk"),
        Kind.INCLINE: QCoreApplication.translate("Words", "Uphill"),
        Kind.POWER: QCoreApplication.translate("Words", "Power walk"),
        Kind.NORDIC: QCoreApplication.translate("Words", "Nordic, with poles"),
        Kind.BACKWARD: QCoreApplication.translate("Words", "Backward"),
        Kind.TREADMILL: QCoreApplication.translate("Words", "Treadmill"),
    }[kind]


def surface_word(surface: Surface) -> str:
    """Return the name of what was walked on."""
    return {
        Surface.PAVEMENT: QCoreApplication.translate("Words", "Pavement"),
        Surface.GRASS: QCoreApplication.translate("Words", "Grass"),
        Surface.PATH: QCoreApplication.translate("Words", "Path"),
        Surface.TRACK: QCoreApplication.translate("Words", "Running track"),
        Surface.INDOORS: QCoreApplication.translate("Words", "Indoors"),
        Surface.TREADMILL: QCoreApplication.translate("Words", "Treadmill belt"),
        Surface.MIXED: QCoreApplication.translate("Words", "Mixed"),
    }[surface]


def company_word(company: Company) -> str:
    """Return the name of who came along."""
    return {
        Company.ALONE: QCoreApplication.translate("Words", "On my own"),
        Company.FAMILY: QCoreApplication.translate("Words", "Family"),
        Company.FRIEND: QCoreApplication.translate("Words", "A friend"),
        Company.CARER: QCoreApplication.translate("Words", "My carer"),
        Company.GROUP: QCoreApplication.translate("Words", "A group"),
        Company.DOG: QCoreApplication.translate("Words", "The dog"),
    }[company]


def effort_word(effort: Effort) -> str:
    """Return the name of how hard it felt."""
    return {
        Effort.EASY: QCoreApplication.translate("Words", "Easy"),
        Effort.OK: QCoreApplication.translate("Words", "OK"),
        Effort.HARD: QCoreApplication.translate("Words", "Hard"),
    }[effort]


def pain_moment_words(moment: PainMoment) -> str:
    """Return what a rating is about, as a heading says it."""
    return {
        PainMoment.BEFORE: QCoreApplication.translate("Words", "Before the walk"),
        PainMoment.DURING: QCoreApplication.translate("Words", "During the walk"),
        PainMoment.AFTER: QCoreApplication.translate("Words", "After the walk"),
        PainMoment.NEXT_MORNING: QCoreApplication.translate("Words", "This morning"),
        PainMoment.DAY_AVERAGE: QCoreApplication.translate("Words", "The day, on average"),
        PainMoment.OTHER: QCoreApplication.translate("Words", "At this time"),
    }[moment]


def rating_title(moment: PainMoment) -> str:
    """Return what a rating without a walk is called in a list."""
    return {
        PainMoment.NEXT_MORNING: QCoreApplication.translate("Words", "Pain this morning"),
        PainMoment.DAY_AVERAGE: QCoreApplication.translate("Words", "Pain that day, on average"),
    }.get(moment, QCoreApplication.translate("Words", "Pain at this time"))


def way_title() -> str:
    """Return what the second answer of the evening is called in a list."""
    return QCoreApplication.translate("Words", "Pain in the way that day")


def way_words(value: int) -> str:
    """Return the second answer of an evening: "Pain in the way that day: 4"."""
    words = QCoreApplication.translate("Words", "{title}: {value}")
    return words.format(title=way_title(), value=value)


def pain_title(moment: PainMoment) -> str:
    """Return what a rating is called where its walk is not in sight: "Pain before the walk"."""
    return {
        PainMoment.BEFORE: QCoreApplication.translate("Words", "Pain before the walk"),
        PainMoment.DURING: QCoreApplication.translate("Words", "Pain during the walk"),
        PainMoment.AFTER: QCoreApplication.translate("Words", "Pain after the walk"),
    }.get(moment, rating_title(moment))


def length_words(ms: int) -> str:
    """Return a length of time of 0 ms or more, to the minute: "34 min", "1 h 5 min"."""
    if ms < MS_PER_MINUTE:
        return QCoreApplication.translate("Words", "less than 1 min")
    hours, minutes = divmod(round(ms / MS_PER_MINUTE), MINUTES_PER_HOUR)
    if not hours:
        return QCoreApplication.translate("Words", "{minutes} min").format(minutes=minutes)
    if not minutes:
        return QCoreApplication.translate("Words", "{hours} h").format(hours=hours)
    words = QCoreApplication.translate("Words", "{hours} h {minutes} min")
    return words.format(hours=hours, minutes=minutes)


def length_spoken(ms: int) -> str:
    """Return a length of time to the minute as it is read aloud: "1 hour 5 minutes"."""
    if ms < MS_PER_MINUTE:
        return QCoreApplication.translate("Words", "less than a minute")
    hours, minutes = divmod(round(ms / MS_PER_MINUTE), MINUTES_PER_HOUR)
    parts: list[str] = []
    if hours:
        one = QCoreApplication.translate("Words", "1 hour")
        more = QCoreApplication.translate("Words", "{hours} hours").format(hours=hours)
        parts.append(one if hours == 1 else more)
    if minutes:
        one = QCoreApplication.translate("Words", "1 minute")
        more = QCoreApplication.translate("Words", "{minutes} minutes").format(minutes=minutes)
        parts.append(one if minutes == 1 else more)
    return " ".join(parts)


def day_words(day: date, today: date | None = None) -> str:
    """Return a date as the country writes it, short: "Mon 16 Nov 2026".

    With `today` given, the year is left out where it is today's, and today and yesterday are
    called so.
    """
    if today is not None and day == today:
        return QCoreApplication.translate("Words", "Today")
    if today is not None and (today - day).days == 1:
        return QCoreApplication.translate("Words", "Yesterday")
    locale = QLocale()
    form = locale.dateFormat(QLocale.FormatType.LongFormat)
    form = form.replace("dddd", "ddd").replace("MMMM", "MMM")
    if today is not None and day.year == today.year:
        form = _YEAR_LAST.sub("", form)
    return locale.toString(QDate(day.year, day.month, day.day), form)


def date_words(day: date, today: date | None = None) -> str:
    """Return a date as the country writes it, without the weekday: "3 March 2026".

    With `today` given, the year is left out where it is today's.
    """
    return QLocale().toString(QDate(day.year, day.month, day.day), _date_form(day, today))


def short_date_words(day: date, today: date) -> str:
    """Return a date for a narrow place: "3 Mar", and "Dec 2025" in another year."""
    form = _date_form(day, today).replace("MMMM", "MMM")
    if day.year != today.year:
        form = QCoreApplication.translate("Words", "MMM yyyy", "month and year")
    return QLocale().toString(QDate(day.year, day.month, day.day), form)


def days_words(first: date, last: date, today: date | None = None) -> str:
    """Return days from one to another: "3 to 9 March", "28 February to 3 March"."""
    if first == last:
        return date_words(first, today)
    begin = date_words(first, today)
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month and _date_form(last, today).startswith("d "):
        begin = QLocale().toString(first.day)
    words = QCoreApplication.translate("Words", "{first} to {last}")
    return words.format(first=begin, last=date_words(last, today))


def _date_form(day: date, today: date | None) -> str:
    form = QLocale().dateFormat(QLocale.FormatType.LongFormat)
    form = _WEEKDAY.sub("", form)
    if today is not None and day.year == today.year:
        form = _YEAR_LAST.sub("", form)
    return form


def long_day_words(day: date) -> str:
    """Return a date as the country writes it in full: "Monday, 16 November 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.LongFormat)


def time_words(when: datetime | time) -> str:
    """Return the time of day as the country writes it, with 12 or 24 hours."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)
