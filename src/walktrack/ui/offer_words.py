"""What the line above the pages says: that a warning sign is open, or why the list is offered."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.warning_signs import Level, SignMoment


def open_words(level: Level, *, read: bool) -> str:
    """Return the line for signs that are open, of which the words are read or not."""
    if not read:
        return QCoreApplication.translate(
            "Signs", "You ticked a warning sign. Please read what to do."
        )
    if level is Level.EMERGENCY:
        return QCoreApplication.translate(
            "Signs", "You ticked a warning sign. Get emergency help now."
        )
    return QCoreApplication.translate("Signs", "You ticked a warning sign. See a doctor soon.")


def offer_words(moment: SignMoment) -> str:
    """Return the line that offers the list."""
    return {
        SignMoment.FIRST_RUN: QCoreApplication.translate(
            "Signs", "Before a first walk, some questions about your health."
        ),
        SignMoment.PLAN_START: QCoreApplication.translate(
            "Signs", "Before a plan, look at the warning signs."
        ),
        SignMoment.WEEKLY_REVIEW: QCoreApplication.translate(
            "Signs", "A new week. You can look at the warning signs."
        ),
        SignMoment.BAD_BEFORE: QCoreApplication.translate(
            "Signs", "Your pain is high. You can look at the warning signs."
        ),
        SignMoment.RISE: QCoreApplication.translate(
            "Signs", "Your pain rose. You can look at the warning signs."
        ),
        SignMoment.STOPPED: QCoreApplication.translate(
            "Signs", "Pain stopped a walk. You can look at the warning signs."
        ),
        SignMoment.FLARE_UP: QCoreApplication.translate(
            "Signs", "In a flare-up you can look at the warning signs."
        ),
        SignMoment.LONG_FLARE_UP: QCoreApplication.translate(
            "Signs", "Your flare-up has gone on for two weeks. You can look at the warning signs."
        ),
    }.get(moment, QCoreApplication.translate("Signs", "You can look at the warning signs."))
