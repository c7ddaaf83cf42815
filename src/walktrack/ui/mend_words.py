"""Walks that are put right in words: what would come of it, why it cannot be, what was changed."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.mending import MendFault
from walktrack.domain.moving import Overlap, Staying, Stays
from walktrack.domain.walk import Walk
from walktrack.ui.words import day_words, length_words, time_words


def walk_words(walk: Walk) -> str:
    """Return a walk in one line: "Mon 1 Jun 2026, 10:00 to 10:40, 35 min walked"."""
    length = length_words(walk.walked_ms)
    if not walk.timed or walk.end is None:
        words = QCoreApplication.translate("Mend", "{day}, {length} walked")
        return words.format(day=day_words(walk.start.day), length=length)
    words = QCoreApplication.translate("Mend", "{day}, {start} to {end}, {length} walked")
    return words.format(
        day=day_words(walk.start.day),
        start=time_words(walk.start.local()),
        end=time_words(walk.end.local()),
        length=length,
    )


def times_words(walk: Walk) -> str:
    """Return when a walk was and how much was walked: "10:00 to 10:40, 35 min walked"."""
    if walk.end is None:
        return ""
    words = QCoreApplication.translate("Mend", "{start} to {end}, {length} walked")
    return words.format(
        start=time_words(walk.start.local()),
        end=time_words(walk.end.local()),
        length=length_words(walk.walked_ms),
    )


def fault_words(fault: MendFault) -> str:
    """Return why a walk cannot be put right so, and what to do."""
    return {
        MendFault.NOTHING_LEFT: QCoreApplication.translate(
            "Mend", "Nothing would be left of the walk. Choose another time."
        ),
        MendFault.OUTSIDE: QCoreApplication.translate(
            "Mend", "This time is not inside the walk. Choose another one."
        ),
        MendFault.TOO_LONG: QCoreApplication.translate(
            "Mend", "Together they would last more than a day."
        ),
        MendFault.NOTES_TOO_LONG: QCoreApplication.translate(
            "Mend", "Their notes are too long for one walk. Shorten one first."
        ),
        MendFault.OPEN: QCoreApplication.translate("Mend", "This walk goes on. Finish it first."),
        MendFault.DAYS_APART: QCoreApplication.translate(
            "Mend", "They are on different days, and the time of one is not known."
        ),
    }[fault]


def gone_words() -> str:
    """Return what to say of a walk that is not there any more."""
    return QCoreApplication.translate("Mend", "This walk is no longer in the diary.")


def overlap_words(overlap: Overlap, name: str) -> str:
    """Return that a walk would share time with one the other person has."""
    words = QCoreApplication.translate(
        "Mend", "{day}, {time}: {name} has a walk at that time, from {theirs}."
    )
    return words.format(
        day=day_words(overlap.start.day),
        time=time_words(overlap.start.local()),
        name=name,
        theirs=time_words(overlap.theirs.local()),
    )


def staying_words(staying: Staying, name: str) -> str:
    """Return why a record would stay."""
    if staying.at is None or staying.why is Stays.GONE:
        return QCoreApplication.translate("Mend", "One line is no longer in the diary.")
    if staying.why is Stays.OPEN:
        words = QCoreApplication.translate("Mend", "{day}: the walk goes on, so it stays here.")
    elif staying.why is Stays.DAY_TAKEN:
        words = QCoreApplication.translate(
            "Mend", "{day}: {name}’s diary says something else of that day. This line stays here."
        )
    else:
        words = QCoreApplication.translate(
            "Mend", "{day}: {name} has this answer for that day. This one stays here."
        )
    return words.format(day=day_words(staying.at.day), name=name)
