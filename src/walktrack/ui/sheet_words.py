"""The words of the sheet to print, in the language of the window and on the country's paper."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.domain.person import Person
from walktrack.ui.person_words import name_of

if TYPE_CHECKING:
    from walktrack.reports.blank_sheet import BlankSheet

_WEEK = 7


def sheet_for_day(people: Sequence[Person], anchor: str) -> "BlankSheet":
    """Return the sheet of one day, a line for each person."""
    title = QCoreApplication.translate("Sheet", "Walks and back pain on: ______________")
    return _sheet(title, [name_of(person) for person in people], anchor)


def sheet_for_week(person: Person, week_start: int | None) -> "BlankSheet":
    """Return the sheet of a person's week, a line for each day; `week_start` 0 is Monday."""
    locale = QLocale()
    first = locale.firstDayOfWeek().value - 1 if week_start is None else week_start
    days = [locale.standaloneDayName((first + day) % _WEEK + 1) for day in range(_WEEK)]
    words = QCoreApplication.translate("Sheet", "{name}: walks and back pain, week of ___________")
    return _sheet(words.format(name=name_of(person)), days, person.ten_anchor)


def _sheet(title: str, heads: list[str], anchor: str) -> "BlankSheet":
    from walktrack.reports.blank_sheet import BlankSheet, Paper  # noqa: PLC0415 - a second of work

    metric = QLocale().measurementSystem() is QLocale.MeasurementSystem.MetricSystem
    scale = QCoreApplication.translate("Sheet", "Pain: 0 = No pain, 10 = {anchor}")
    return BlankSheet(
        paper=Paper.A4 if metric else Paper.LETTER,
        title=title,
        columns=(
            "",
            QCoreApplication.translate("Sheet", "Minutes"),
            QCoreApplication.translate("Sheet", "Pain before"),
            QCoreApplication.translate("Sheet", "Pain after"),
            QCoreApplication.translate("Sheet", "No walk"),
            QCoreApplication.translate("Sheet", "Note"),
        ),
        heads=heads,
        scale=scale.format(anchor=anchor),
        foot=QCoreApplication.translate(
            "Sheet", "Self-recorded diary. Not a medical device. WalkTrack"
        ),
    )
