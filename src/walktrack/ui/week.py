"""The first day of the week, where the person leaves it to the country."""

from PySide6.QtCore import QLocale


def first_day_of_week(chosen: int | None) -> int:
    """Return 0 for Monday to 6 for Sunday; None asks the system's country."""
    return QLocale().firstDayOfWeek().value - 1 if chosen is None else chosen
