"""What the times of a walk come to, and what is odd or wrong about them, in calm sentences."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.typed import Oddity, Times, TimesFault
from walktrack.ui.words import length_words, long_day_words


def times_sentence(times: Times) -> str:
    """Return the day, how long was walked, and how long the breaks were if there were any."""
    paused = times.end.ms - times.start.ms - times.walked_ms
    words = QCoreApplication.translate("Odd", "{day}: {length} walked.")
    if paused >= MS_PER_MINUTE:
        words = QCoreApplication.translate("Odd", "{day}: {length} walked, paused {paused}.")
    return words.format(
        day=long_day_words(times.start.day),
        length=length_words(times.walked_ms),
        paused=length_words(paused),
    )


def odd_sentence(oddity: Oddity, times: Times) -> str:
    """Return what is odd; the walk can be stored all the same."""
    words = {
        Oddity.FUTURE: QCoreApplication.translate(
            "Odd", "This walk ends later than now. Keep it if that is right."
        ),
        Oddity.OVERLAP: QCoreApplication.translate(
            "Odd", "There is another walk at this time. Keep both if that is right."
        ),
        Oddity.LONG: QCoreApplication.translate(
            "Odd", "That is more than 4 hours of walking. Keep it if that is right."
        ),
        Oddity.SKIPPED_HOUR: QCoreApplication.translate(
            "Odd", "The clocks go forward that night and skip this time. The hour after is taken."
        ),
        Oddity.DOUBLE_HOUR: QCoreApplication.translate(
            "Odd", "The clocks go back that night and show this time twice. The first is taken."
        ),
        Oddity.DOUBLE_HOUR_LATER: QCoreApplication.translate(
            "Odd", "The clocks go back that night and show this time twice. The second is taken."
        ),
        Oddity.NEXT_DAY: QCoreApplication.translate("Odd", "The walk ends the next day, {day}."),
    }[oddity]
    return words.format(day=long_day_words(times.end.day))


def wrong_sentence(fault: TimesFault) -> str:
    """Return why times make no walk, and what to change."""
    return {
        TimesFault.NO_MINUTES: QCoreApplication.translate(
            "Odd", "The walk starts and ends at the same time. Change the start or the end."
        ),
        TimesFault.TOO_LONG: QCoreApplication.translate(
            "Odd", "A walk can last at most 24 hours. Change the start or the end."
        ),
        TimesFault.TOO_OLD: QCoreApplication.translate(
            "Odd", "That day is too long ago. Check the year."
        ),
    }.get(
        fault,
        QCoreApplication.translate(
            "Odd", "These times do not fit together. Check the start, the end and the minutes."
        ),
    )
