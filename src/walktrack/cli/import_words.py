"""What ``walktrack import`` says: about whole files, about each line, and in sum."""

from collections.abc import Iterator

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Bundle, Fate, Incoming, Line, Note, StepIn, Why
from walktrack.domain.interference import Interference
from walktrack.domain.moment import minutes
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.person import Person
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.exchange.cells import LONGEST_CELL
from walktrack.exchange.csv_in import LARGEST_FILE, MOST_ROWS, Bad, BadFileError

_WHY = {
    Why.CELLS: "it has more or fewer cells than there are columns",
    Why.NAMES: "it repeats the names of the columns",
    Why.EMPTY: "{column} is empty",
    Why.ID: "{column} is not an id",
    Why.TIME: "{column} is not a time with its offset",
    Why.DAY: "{column} is not a day",
    Why.NUMBER: "{column} is not a number that can be there",
    Why.WORD: "{column} holds a word WalkTrack does not know",
    Why.YES_NO: "{column} is neither yes nor no",
    Why.TOO_LONG: f"{{column}} has more than {LONGEST_CELL:,} characters",
    Why.END_FIRST: "the end is before the start",
    Why.ONE_DAY: "it is for one day only",
    Why.MINUTES: "the minutes do not fit the start and the end",
    Why.PERSON: "it is about another person than the lines above",
    Why.NO_WALK: "its walk is missing; give walks.csv too",
    Why.TEXT: "{column} is not as WalkTrack wrote it",
    Why.PLAN_TORN: "other steps of its plan are missing or cannot be read",
    Why.DATE: "{column} is not a date",
    Why.CLOCK: "{column} is not a time of day",
    Why.LENGTH: "{column} is not a length of time",
    Why.SCALE: "{column} is not a whole number from 0 to 10",
    Why.AHEAD: "its date lies ahead",
    Why.NO_LENGTH: "it has neither minutes nor a start and an end",
    Why.NO_WALK_LENGTH: "it lasts no time at all, or more than 24 hours",
    Why.DIFFERS: "the diary has other values and keeps them",
    Why.REPEATED: "a line above says otherwise, and that one counts",
    Why.ANSWERED: "the diary has another answer and keeps it",
    Why.DAY_TAKEN: "the diary says otherwise about that day and keeps it",
    Why.REMOVED: "it was removed from the diary and stays removed",
    Why.PLAN_THERE: "the diary has a plan that goes on and keeps it",
    Why.SAME: "it is in the diary already",
    Why.ALIKE: "one just like it is in the diary already",
    Why.ABOVE: "a line above says the same",
}

_KINDS = {
    MarkKind.NO_WALK: "no walk",
    MarkKind.FLARE_UP: "flare-up",
    MarkKind.EXCUSED: "left out of the plan",
}

_NOTES = {
    Note.OTHER_PERSON: "The files are about {name}; the diary is about {person}.",
    Note.WINDOWS_LETTERS: "The text is not UTF-8. Please check letters such as é.",
    Note.PAIN_AT_ENDS: "walks.csv does not say when pain was rated: the walk's times are taken.",
    Note.TICKS_ALONE: "walks.csv only counts the ticks of the checklist; give posture.csv too.",
    Note.DAY_ALONE: "Some rows have no time of day: walks show none, and ratings stand at noon.",
    Note.DIVIDED: "The pain numbers go to 100. Each is divided by 10 and rounded.",
    Note.DAYS: "days.csv is worked out from the other files: nothing of it comes in.",
}


def fate_words(incoming: Incoming) -> Iterator[str]:
    """Yield a sentence for each thing that would happen to any line."""
    yield f"New: {count_words(incoming.bundle)}."
    for fate, words in (
        (Fate.THERE, "In the diary already: {lines}."),
        (Fate.CONFLICT, "Kept as they are in the diary: {lines}."),
        (Fate.UNREADABLE, "Cannot be read: {lines}."),
    ):
        count = incoming.count(fate)
        if count:
            yield words.format(lines=_so_many(count, "line"))


def note_words(incoming: Incoming, person: Person) -> Iterator[str]:
    """Yield what is to be known about the files as a whole."""
    for note in incoming.notes:
        yield _NOTES[note].format(name=incoming.name, person=person.name)
    if incoming.names:
        yield f"The diary has no name yet and gets the name {incoming.name}."


def line_words(line: Line) -> str:
    """Return what would happen to a line: "walks.csv, line 7: start is empty."."""
    what = "it comes in" if line.why is None else _WHY[line.why].format(column=line.column)
    record = _record_words(line)
    return f"{line.file}, line {line.number}: {record}{what}."


def count_words(bundle: Bundle) -> str:
    """Return how many records of each kind: "2 walks, 5 pain ratings"."""
    counts = (
        (len(bundle.walks), "walk"),
        (len(bundle.ratings), "pain rating"),
        (len(bundle.checks), "posture check"),
        (len(bundle.marks), "mark"),
        (len(bundle.interferences), "in-the-way answer"),
        (len(bundle.signs), "warning-sign check"),
        (len(bundle.plans), "plan"),
    )
    return ", ".join(_so_many(count, word) for count, word in counts if count) or "nothing"


def bad_sentence(error: BadFileError) -> str:
    """Return why a file cannot be read."""
    return {
        Bad.MISSING: f"There is no file {error.path}.",
        Bad.NOT_ALLOWED: f"You may not read {error.path}.",
        Bad.NO_FILE: f"{error.path} is not a file.",
        Bad.NO_CSV_INSIDE: f"There is no walks.csv or other file of WalkTrack in {error.path}.",
        Bad.TOO_LARGE: f"{error.path} is larger than {LARGEST_FILE // 1_000_000} MB.",
        Bad.TOO_MANY_ROWS: f"{error.path} has more than {MOST_ROWS:,} rows.",
        Bad.EMPTY: f"{error.path} is empty.",
        Bad.NO_TEXT: f"{error.path} is not a CSV file.",
        Bad.LETTERS: f"{error.path} holds letters in line {error.line} that cannot be read.",
        Bad.COLUMNS: (
            f"{error.path} lacks columns: {', '.join(error.columns)}. "
            "If another program wrote it, give it alone."
        ),
        Bad.TWICE: f"{error.path} has columns twice: {', '.join(error.columns)}.",
        Bad.QUOTES: f"{error.path} has a quote in line {error.line} that is not closed.",
        Bad.LONG: f"{error.path} has a cell in line {error.line} that is too long.",
        Bad.DAYS: f"{error.path} is worked out from the other files. Give those instead.",
        Bad.NO_TABLE: f"{error.path} has no column of dates: no walks or ratings are in it.",
        Bad.POINTS: f"{error.path} holds the points of a track, not a row for each walk or rating.",
        Bad.SCALE: (
            f"{error.path}, line {error.line}: {', '.join(error.columns)} is above 10, "
            "and the pain scale is 0 to 10. For one to 100 add --scale 100."
        ),
        Bad.OTHER: f"The disk would not give {error.path}.",
    }[error.bad]


def _record_words(line: Line) -> str:
    record = line.record
    if isinstance(record, Walk):
        start = f"{record.start.local():{'%Y-%m-%d %H:%M' if record.timed else '%Y-%m-%d'}}"
        return f"walk of {start}, {minutes(record.walked_ms):.0f} min: "
    if isinstance(record, PainRating):
        timed = record.moment is not PainMoment.DAY_AVERAGE
        at = f"{record.at.local():{'%Y-%m-%d %H:%M' if timed else '%Y-%m-%d'}}"
        return f"pain {record.value} of {at}: "
    if isinstance(record, DayMark):
        return f"{_KINDS[record.kind]} of {record.first}: "
    if isinstance(record, Interference):
        return f"in the way {record.value} on {record.day}: "
    if isinstance(record, SignCheck):
        return f"warning signs of {record.shown.day}: "
    if isinstance(record, StepIn):
        return f"step of a plan of {record.step.first_day}: "
    return ""


def _so_many(count: int, word: str) -> str:
    return f"{count:,} {word}" if count == 1 else f"{count:,} {word}s"
