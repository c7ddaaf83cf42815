"""What the screen says about files that come in: as a whole, line by line, and what went wrong."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale

from walktrack.domain.day_mark import DayMark
from walktrack.domain.faults import DiaryError
from walktrack.domain.incoming import Bundle, Fate, Incoming, Line, Note, StepIn
from walktrack.domain.interference import Interference
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.ui.backup_words import trouble_words as backup_trouble
from walktrack.ui.fault_words import sentence
from walktrack.ui.mark_words import mark_words
from walktrack.ui.why_words import why_words
from walktrack.ui.words import day_words, length_words, rating_title, time_words, way_words

_COLUMNS_SHOWN = 4


def outcome_words(incoming: Incoming) -> list[str]:
    """Return a sentence for what comes in, and one for each thing that keeps lines out."""
    things = things_words(incoming.bundle)
    come = QCoreApplication.translate("Import", "{things} would come in.")
    none = QCoreApplication.translate("Import", "Nothing in it is new, so nothing would come in.")
    said = [come.format(things=things) if things else none]
    for fate, one, more in (
        (
            Fate.UNREADABLE,
            QCoreApplication.translate("Import", "1 line cannot be read and is left out."),
            QCoreApplication.translate("Import", "{count} lines cannot be read and are left out."),
        ),
        (
            Fate.CONFLICT,
            QCoreApplication.translate("Import", "1 line differs. Your diary stays as it is."),
            QCoreApplication.translate(
                "Import", "{count} lines differ. Your diary stays as it is."
            ),
        ),
        (
            Fate.THERE,
            QCoreApplication.translate("Import", "1 line is in your diary already."),
            QCoreApplication.translate("Import", "{count} lines are in your diary already."),
        ),
    ):
        count = incoming.count(fate)
        if count:
            said.append(one if count == 1 else more.format(count=_number(count)))
    return said


def note_words(incoming: Incoming, person: str) -> list[str]:
    """Return what is to be known about the files as a whole; `person` is whose diary it is."""
    words = {
        Note.OTHER_PERSON: QCoreApplication.translate(
            "Import", "The file names {name}. All of it would go into the diary of {person}."
        ),
        Note.WINDOWS_LETTERS: QCoreApplication.translate(
            "Import", "The text is not UTF-8. Please check letters such as é afterwards."
        ),
        Note.PAIN_AT_ENDS: QCoreApplication.translate(
            "Import",
            "walks.csv does not hold the times of your ratings. They get those of the walk.",
        ),
        Note.TICKS_ALONE: QCoreApplication.translate(
            "Import", "walks.csv only counts your posture ticks. Choose posture.csv as well."
        ),
        Note.DAY_ALONE: QCoreApplication.translate(
            "Import",
            "Some rows have no time of day. Walks then show none, and ratings stand at noon.",
        ),
        Note.DIVIDED: QCoreApplication.translate(
            "Import", "The pain numbers go to 100. Each is divided by 10 and rounded."
        ),
        Note.DAYS: QCoreApplication.translate(
            "Import", "days.csv is worked out from the other files, so it adds nothing."
        ),
    }
    said = [words[note].format(name=incoming.name, person=person) for note in incoming.notes]
    if incoming.names:
        named = QCoreApplication.translate("Import", "Your diary gets the name {name}.")
        said.append(named.format(name=incoming.name))
    return said


def things_words(bundle: Bundle) -> str:
    """Return how many records of each kind: "2 walks and 5 ratings"; empty for none."""
    parts = [
        _so_many(
            len(bundle.walks),
            QCoreApplication.translate("Import", "1 walk"),
            QCoreApplication.translate("Import", "{count} walks"),
        ),
        _so_many(
            len(bundle.ratings),
            QCoreApplication.translate("Import", "1 rating"),
            QCoreApplication.translate("Import", "{count} ratings"),
        ),
        _so_many(
            len(bundle.checks),
            QCoreApplication.translate("Import", "1 posture check"),
            QCoreApplication.translate("Import", "{count} posture checks"),
        ),
        _so_many(
            len(bundle.marks),
            QCoreApplication.translate("Import", "1 mark on days"),
            QCoreApplication.translate("Import", "{count} marks on days"),
        ),
        _so_many(
            len(bundle.interferences),
            QCoreApplication.translate("Import", "1 answer about a day"),
            QCoreApplication.translate("Import", "{count} answers about days"),
        ),
        _so_many(
            len(bundle.signs),
            QCoreApplication.translate("Import", "1 list of warning signs"),
            QCoreApplication.translate("Import", "{count} lists of warning signs"),
        ),
        _so_many(
            len(bundle.plans),
            QCoreApplication.translate("Import", "1 plan"),
            QCoreApplication.translate("Import", "{count} plans"),
        ),
    ]
    said = [part for part in parts if part]
    if len(said) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(said)
    both = QCoreApplication.translate("Import", "{first} and {last}")
    return both.format(first=", ".join(said[:-1]), last=said[-1])


def title_words(line: Line) -> str:
    """Return what stands in a line: "Walk, 20 min, Mon, 2 Mar 2026, 12:00"."""
    record = line.record
    if isinstance(record, Walk | PainRating):
        whole = QCoreApplication.translate("Import", "{what}, {when}")
        return whole.format(what=what_words(record), when=when_words(record))
    if isinstance(record, DayMark):
        return mark_words(record.kind, record.first, record.last)
    if isinstance(record, Interference):
        words = QCoreApplication.translate("Import", "{what}, {day}")
        return words.format(what=way_words(record.value), day=day_words(record.day))
    if isinstance(record, SignCheck):
        words = QCoreApplication.translate("Import", "Warning signs, {day}")
        return words.format(day=day_words(record.shown.day))
    if isinstance(record, StepIn):
        words = QCoreApplication.translate("Import", "Step of a plan, {day}")
        return words.format(day=day_words(record.step.first_day))
    if record:
        return QCoreApplication.translate("Import", "Posture check")
    return QCoreApplication.translate("Import", "Cannot be read")


def what_words(record: Walk | PainRating) -> str:
    """Return what a record is: "Walk, 20 min", "Pain this morning: 3"."""
    if isinstance(record, Walk):
        what = QCoreApplication.translate("Import", "Walk, {length}")
        return what.format(length=length_words(record.walked_ms))
    what = QCoreApplication.translate("Import", "{title}: {value}")
    return what.format(title=_pain_title(record.moment), value=record.value)


def when_words(record: Walk | PainRating) -> str:
    """Return the day of a record, and its time of day if it has one."""
    at = record.start if isinstance(record, Walk) else record.at
    if isinstance(record, Walk) and not record.timed:
        words = QCoreApplication.translate("Import", "{day}, time not known")
        return words.format(day=day_words(at.day))
    if isinstance(record, PainRating) and record.moment is PainMoment.DAY_AVERAGE:
        return day_words(at.day)
    words = QCoreApplication.translate("Import", "{day}, {time}")
    return words.format(day=day_words(at.day), time=time_words(at.local()))


def place_words(line: Line) -> str:
    """Return where a line is and what would happen to it: "walks.csv, line 7: It is new."."""
    words = QCoreApplication.translate("Import", "{file}, line {number}: {why}")
    return words.format(file=line.file, number=_number(line.number), why=why_words(line))


def bad_words(error: BadFileError) -> str:
    """Return why a file cannot be brought in, and what to do if anything can be done."""
    words = {
        Bad.MISSING: QCoreApplication.translate(
            "Import", "The file {name} is not there any more. Choose another one."
        ),
        Bad.NOT_ALLOWED: QCoreApplication.translate(
            "Import", "You may not read the file {name}. Choose another one."
        ),
        Bad.NO_FILE: QCoreApplication.translate(
            "Import", "{name} is not a file. Choose another one."
        ),
        Bad.NO_CSV_INSIDE: QCoreApplication.translate(
            "Import", "There is no walks.csv or other file of WalkTrack in {name}."
        ),
        Bad.TOO_LARGE: QCoreApplication.translate(
            "Import", "The file {name} is larger than 20 MB. Choose a smaller one."
        ),
        Bad.TOO_MANY_ROWS: QCoreApplication.translate(
            "Import", "The file {name} has more than 200,000 rows. Choose a smaller one."
        ),
        Bad.EMPTY: QCoreApplication.translate("Import", "The file {name} is empty."),
        Bad.NO_TEXT: QCoreApplication.translate(
            "Import", "The file {name} is not a CSV file. Choose another one."
        ),
        Bad.LETTERS: QCoreApplication.translate(
            "Import", "Line {line} of {name} holds letters that cannot be read. Save it as UTF-8."
        ),
        Bad.COLUMNS: QCoreApplication.translate(
            "Import",
            "The file {name} is not one that WalkTrack saved. It lacks these columns: {columns}.",
        ),
        Bad.TWICE: QCoreApplication.translate(
            "Import", "The file {name} has these columns twice: {columns}."
        ),
        Bad.QUOTES: QCoreApplication.translate(
            "Import", "Line {line} of {name} has a quote that is not closed."
        ),
        Bad.LONG: QCoreApplication.translate(
            "Import", "Line {line} of {name} has a cell that is too long. Is a quote not closed?"
        ),
        Bad.DAYS: QCoreApplication.translate(
            "Import",
            "{name} is worked out from the other files. Choose walks.csv, pain.csv or posture.csv.",
        ),
        Bad.NO_TABLE: QCoreApplication.translate(
            "Import",
            "No column of {name} holds dates, so no walks or ratings are in it.",
        ),
        Bad.POINTS: QCoreApplication.translate(
            "Import", "{name} holds the points of a track, not a row for each walk or rating."
        ),
        Bad.SCALE: QCoreApplication.translate(
            "Import",
            "Line {line} of {name}: {columns} is above 10. WalkTrack's pain scale is 0 to 10.",
        ),
        Bad.OTHER: QCoreApplication.translate(
            "Import", "The disk would not give the file {name}. Try again."
        ),
    }[error.bad]
    columns = _columns(error.columns)
    return words.format(name=error.path.name, line=_number(error.line), columns=columns)


def trouble_words(error: Exception) -> str:
    """Return why nothing was brought in, and that the diary is as it was."""
    if isinstance(error, BadFileError):
        return bad_words(error)
    if isinstance(error, NotPossibleError):
        return QCoreApplication.translate(
            "Import", "Your diary has changed meanwhile, so nothing came in. Choose the file again."
        )
    if isinstance(error, DiaryError):
        return sentence(error)
    words = QCoreApplication.translate("Import", "{trouble} So nothing was brought in.")
    return words.format(trouble=backup_trouble(error))


def alone_words(path: Path) -> str:
    """Return that a file of another program cannot be chosen together with others."""
    words = QCoreApplication.translate(
        "Import", "WalkTrack did not save the file {name}. Choose it alone, then say what is in it."
    )
    return words.format(name=path.name)


def _pain_title(moment: PainMoment) -> str:
    return {
        PainMoment.BEFORE: QCoreApplication.translate("Import", "Pain before the walk"),
        PainMoment.DURING: QCoreApplication.translate("Import", "Pain during the walk"),
        PainMoment.AFTER: QCoreApplication.translate("Import", "Pain after the walk"),
    }.get(moment) or rating_title(moment)


def _columns(names: tuple[str, ...]) -> str:
    """Return the first few names: of a file that is not ours nearly all columns are missing."""
    shown, rest = ", ".join(names[:_COLUMNS_SHOWN]), len(names) - _COLUMNS_SHOWN
    if rest <= 0:
        return shown
    words = QCoreApplication.translate("Import", "{names} and {count} more")
    return words.format(names=shown, count=rest)


def _so_many(count: int, one: str, more: str) -> str:
    if not count:
        return ""
    return one if count == 1 else more.format(count=_number(count))


def _number(count: int) -> str:
    return QLocale().toString(count)
