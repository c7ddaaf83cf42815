"""What the Share page calls the files, their rows and what went wrong with them."""

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.exchange.columns import What
from walktrack.exchange.whole import NotWrittenError, Trouble
from walktrack.services.export import Written


def name_of(what: What) -> str:
    """Return the word for a file."""
    return {
        What.WALKS: QCoreApplication.translate("Share", "Walks"),
        What.PAIN: QCoreApplication.translate("Share", "Pain ratings"),
        What.POSTURE: QCoreApplication.translate("Share", "Posture"),
        What.DAYS: QCoreApplication.translate("Share", "Days"),
        What.MARKS: QCoreApplication.translate("Share", "Flare-ups"),
        What.IN_THE_WAY: QCoreApplication.translate("Share", "Pain in the way"),
        What.SIGNS: QCoreApplication.translate("Share", "Warning signs"),
        What.PLAN: QCoreApplication.translate("Share", "Plan"),
        What.EVERYTHING: QCoreApplication.translate("Share", "Everything"),
    }[what]


def holds(what: What) -> str:
    """Return the sentence that says what a file holds."""
    return {
        What.WALKS: QCoreApplication.translate(
            "Share", "One row for each walk: when, how long, pain before and after, and your note."
        ),
        What.PAIN: QCoreApplication.translate(
            "Share", "One row for each pain rating, with its time and your note."
        ),
        What.POSTURE: QCoreApplication.translate(
            "Share", "One row for each line of the posture checklist that you touched on a walk."
        ),
        What.DAYS: QCoreApplication.translate(
            "Share", "One row for each day: the minutes walked and the average of your ratings."
        ),
        What.MARKS: QCoreApplication.translate(
            "Share", "One row for each flare-up, and for each day you said had no walk."
        ),
        What.IN_THE_WAY: QCoreApplication.translate(
            "Share", "One row for each day you said how much pain got in your way."
        ),
        What.SIGNS: QCoreApplication.translate(
            "Share", "One row for each time you answered the list of warning signs."
        ),
        What.PLAN: QCoreApplication.translate(
            "Share", "One row for each step of your plan, with its reason."
        ),
        What.EVERYTHING: QCoreApplication.translate(
            "Share", "All of these files in one new folder, with a text that explains them."
        ),
    }[what]


def nothing(what: What) -> str:
    """Return the sentence for days with nothing to write."""
    return {
        What.WALKS: QCoreApplication.translate("Share", "No walks in these days."),
        What.PAIN: QCoreApplication.translate("Share", "No pain ratings in these days."),
        What.POSTURE: QCoreApplication.translate("Share", "No posture checks in these days."),
        What.DAYS: QCoreApplication.translate("Share", "No records in these days."),
        What.MARKS: QCoreApplication.translate("Share", "Nothing of this kind in these days."),
        What.IN_THE_WAY: QCoreApplication.translate("Share", "No such answers in these days."),
        What.SIGNS: QCoreApplication.translate("Share", "No list was answered in these days."),
        What.PLAN: QCoreApplication.translate("Share", "No plan in these days."),
        What.EVERYTHING: QCoreApplication.translate("Share", "No records in these days."),
    }[what]


def counted(what: What, count: int) -> str:
    """Return so many of something: "1 walk", "42 walks"."""
    one, more = {
        What.WALKS: (
            QCoreApplication.translate("Share", "1 walk"),
            QCoreApplication.translate("Share", "{count} walks"),
        ),
        What.PAIN: (
            QCoreApplication.translate("Share", "1 pain rating"),
            QCoreApplication.translate("Share", "{count} pain ratings"),
        ),
        What.POSTURE: (
            QCoreApplication.translate("Share", "1 posture check"),
            QCoreApplication.translate("Share", "{count} posture checks"),
        ),
        What.DAYS: (
            QCoreApplication.translate("Share", "1 day"),
            QCoreApplication.translate("Share", "{count} days"),
        ),
        What.MARKS: (
            QCoreApplication.translate("Share", "1 row"),
            QCoreApplication.translate("Share", "{count} rows"),
        ),
        What.IN_THE_WAY: (
            QCoreApplication.translate("Share", "1 day"),
            QCoreApplication.translate("Share", "{count} days"),
        ),
        What.SIGNS: (
            QCoreApplication.translate("Share", "1 row"),
            QCoreApplication.translate("Share", "{count} rows"),
        ),
        What.PLAN: (
            QCoreApplication.translate("Share", "1 step"),
            QCoreApplication.translate("Share", "{count} steps"),
        ),
        What.EVERYTHING: (
            QCoreApplication.translate("Share", "1 row"),
            QCoreApplication.translate("Share", "{count} rows"),
        ),
    }[what]
    return one if count == 1 else more.format(count=QLocale().toString(count))


def saved(written: Written) -> str:
    """Return the sentence that says what is where now."""
    words = QCoreApplication.translate("Share", "Saved {things} in {place}.")
    return words.format(things=counted(written.what, written.rows), place=written.path)


def trouble_words(error: NotWrittenError) -> str:
    """Return what was in the way of writing, and that nothing was lost."""
    words = {
        Trouble.FULL: QCoreApplication.translate(
            "Share",
            "The disk is full, so no file was saved. Make some room or choose another disk.",
        ),
        Trouble.NOT_ALLOWED: QCoreApplication.translate(
            "Share", "You may not write in {folder}, so no file was saved. Choose another folder."
        ),
        Trouble.NO_FOLDER: QCoreApplication.translate(
            "Share", "The folder {folder} is not there, so no file was saved. Choose another one."
        ),
        Trouble.TAKEN: QCoreApplication.translate(
            "Share", "Something else is at {place}, so no file was saved. Choose another name."
        ),
        Trouble.BAD_NAME: QCoreApplication.translate(
            "Share", "A file cannot have that name, so none was saved. Choose another name."
        ),
        Trouble.OTHER: QCoreApplication.translate(
            "Share", "The disk in {folder} gave trouble, so no file was saved. Choose another disk."
        ),
    }[error.trouble]
    whole = QCoreApplication.translate("Share", "{words} Your diary is as it was.")
    return whole.format(words=words.format(folder=error.path.parent, place=error.path))
