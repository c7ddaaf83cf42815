"""Why a line of a file would not come in, as the screen says it."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.incoming import Line, Why


def why_words(line: Line) -> str:
    """Return why a line would not come in, or that it would."""
    if line.why is None:
        return QCoreApplication.translate("Import", "It is new.")
    words = _unreadable_words() | _other_words() | _known_words()
    return words[line.why].format(column=line.column)


def _unreadable_words() -> dict[Why, str]:
    return {
        Why.CELLS: QCoreApplication.translate("Import", "It has too many or too few cells."),
        Why.NAMES: QCoreApplication.translate("Import", "It repeats the column names."),
        Why.EMPTY: QCoreApplication.translate("Import", "{column} is empty."),
        Why.ID: QCoreApplication.translate("Import", "{column} is not an id."),
        Why.TIME: QCoreApplication.translate("Import", "{column} is not a time with its offset."),
        Why.DAY: QCoreApplication.translate("Import", "{column} is not a day."),
        Why.NUMBER: QCoreApplication.translate("Import", "{column} is not a fitting number."),
        Why.WORD: QCoreApplication.translate("Import", "{column} holds an unknown word."),
        Why.YES_NO: QCoreApplication.translate("Import", "{column} is neither yes nor no."),
        Why.TOO_LONG: QCoreApplication.translate(
            "Import", "{column} has more than 10,000 characters."
        ),
        Why.END_FIRST: QCoreApplication.translate("Import", "The end is before the start."),
        Why.ONE_DAY: QCoreApplication.translate("Import", "It is for one day only."),
        Why.MINUTES: QCoreApplication.translate("Import", "The minutes do not fit the times."),
        Why.PERSON: QCoreApplication.translate("Import", "It names another person."),
        Why.NO_WALK: QCoreApplication.translate(
            "Import", "Its walk is missing. Choose walks.csv too."
        ),
        Why.TEXT: QCoreApplication.translate("Import", "{column} is not as WalkTrack wrote it."),
        Why.PLAN_TORN: QCoreApplication.translate(
            "Import", "Other steps of its plan are missing or cannot be read."
        ),
    }


def _other_words() -> dict[Why, str]:
    """Return what can be wrong in a table of another program."""
    return {
        Why.DATE: QCoreApplication.translate("Import", "{column} is not a date."),
        Why.CLOCK: QCoreApplication.translate("Import", "{column} is not a time of day."),
        Why.LENGTH: QCoreApplication.translate("Import", "{column} is not a length of time."),
        Why.SCALE: QCoreApplication.translate(
            "Import", "{column} is not a whole number from 0 to 10."
        ),
        Why.AHEAD: QCoreApplication.translate("Import", "Its date lies ahead."),
        Why.NO_LENGTH: QCoreApplication.translate(
            "Import", "It has neither minutes nor a start and an end."
        ),
        Why.NO_WALK_LENGTH: QCoreApplication.translate(
            "Import", "It lasts no time at all, or more than 24 hours."
        ),
    }


def _known_words() -> dict[Why, str]:
    return {
        Why.DIFFERS: QCoreApplication.translate("Import", "Your diary has other values."),
        Why.REPEATED: QCoreApplication.translate("Import", "A line above says otherwise."),
        Why.ANSWERED: QCoreApplication.translate("Import", "Your diary has another answer."),
        Why.DAY_TAKEN: QCoreApplication.translate(
            "Import", "Your diary says otherwise about that day."
        ),
        Why.REMOVED: QCoreApplication.translate("Import", "You removed it from your diary."),
        Why.PLAN_THERE: QCoreApplication.translate(
            "Import", "Your diary has a plan that goes on. It stays as it is."
        ),
        Why.SAME: QCoreApplication.translate("Import", "It is in your diary."),
        Why.ALIKE: QCoreApplication.translate("Import", "One just like it is in your diary."),
        Why.ABOVE: QCoreApplication.translate("Import", "A line above says the same."),
    }
