"""What was changed about a record, in words: each part, what it said before and what it says."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment, Place, Reporter
from walktrack.domain.pauses import read
from walktrack.domain.walk import Company, Effort, Kind, Surface
from walktrack.ui.place_words import places_words
from walktrack.ui.words import (
    company_word,
    day_words,
    effort_word,
    kind_word,
    length_words,
    pain_moment_words,
    pain_title,
    surface_word,
    time_words,
)

_NOTHING = "–"


def change_title(edit: Edit, today: date) -> str:
    """Return what was done, when and by whom: "Changed today at 14:05, by Clara"."""
    done = {
        EditKind.EDITED: QCoreApplication.translate("Changes", "Changed"),
        EditKind.CUT: QCoreApplication.translate("Changes", "Minutes taken off the end"),
        EditKind.SPLIT: QCoreApplication.translate("Changes", "Split in two"),
        EditKind.MERGED: QCoreApplication.translate("Changes", "Joined with another walk"),
        EditKind.MOVED: QCoreApplication.translate("Changes", "Moved to another person"),
    }[edit.kind]
    values = {
        "done": done,
        "day": day_words(edit.at.day, today),
        "time": time_words(edit.at.local()),
        "name": edit.recorder,
    }
    if edit.recorder:
        words = QCoreApplication.translate("Changes", "{done}: {day}, {time}, by {name}")
    else:
        words = QCoreApplication.translate("Changes", "{done}: {day}, {time}")
    return words.format(**values)


def change_lines(edit: Edit) -> list[str]:
    """Return a line for each part that says something else since."""
    lines: list[str] = []
    for part in sorted({*edit.was, *edit.now}, key=_order):
        words = QCoreApplication.translate("Changes", "{part}: {was} → {now}")
        was, now = (_value(part, said.get(part)) for said in (edit.was, edit.now))
        lines.append(words.format(part=_name(part), was=was, now=now))
    return lines


_ORDER = ("person", "start", "at", "end", "walked_ms", "pauses", "timed", "moment", "value")


def _order(part: str) -> tuple[int, str]:
    return (_ORDER.index(part) if part in _ORDER else len(_ORDER), part)


def _name(part: str) -> str:
    moment = _moment(part)
    if moment:
        return pain_title(moment)
    names = {
        "person": QCoreApplication.translate("Changes", "Person"),
        "start": QCoreApplication.translate("Changes", "Started"),
        "at": QCoreApplication.translate("Changes", "Time"),
        "first": QCoreApplication.translate("Changes", "From"),
        "last": QCoreApplication.translate("Changes", "Until"),
        "day": QCoreApplication.translate("Changes", "Day"),
        "in_the_way": QCoreApplication.translate("Changes", "Pain in the way"),
        "end": QCoreApplication.translate("Changes", "Ended"),
        "walked_ms": QCoreApplication.translate("Changes", "Walked"),
        "pauses": QCoreApplication.translate("Changes", "Pauses"),
        "timed": QCoreApplication.translate("Changes", "Time of day is known"),
        "moment": QCoreApplication.translate("Changes", "What it is for"),
        "value": QCoreApplication.translate("Changes", "Pain"),
        "places": QCoreApplication.translate("Changes", "Where it hurts"),
        "reporter": QCoreApplication.translate("Changes", "How it is known"),
        "ticked": QCoreApplication.translate("Changes", "Checklist"),
        "kind": QCoreApplication.translate("Changes", "Kind of walk"),
        "surface": QCoreApplication.translate("Changes", "Surface"),
        "company": QCoreApplication.translate("Changes", "Company"),
        "effort": QCoreApplication.translate("Changes", "Effort"),
        "stopped_for_pain": QCoreApplication.translate("Changes", "Stopped for pain"),
        "warm_up": QCoreApplication.translate("Changes", "Started slowly"),
        "cool_down": QCoreApplication.translate("Changes", "Ended slowly"),
        "note": QCoreApplication.translate("Changes", "Note"),
    }
    return names.get(part, part)


def _value(part: str, text: str | None) -> str:
    """Return what a part said; what cannot be read any more is shown as it stands."""
    if part == "timed":
        return _yes_no("no" if text == "no" else "yes")
    if not text:
        return _NOTHING
    try:
        return _read(part, text)
    except ValueError:
        return text


def _read(part: str, text: str) -> str:
    reader = _answer if _moment(part) else _READERS.get(part)
    return reader(text) if reader else text


def _answer(text: str) -> str:
    """Return a number with how it is known and where it hurts: "5, a carer's guess, Calf"."""
    value, *rest = text.split()
    known = [_reporter(word) for word in rest if word in set(Reporter)]
    places = places_words(Place(word) for word in rest if word in set(Place))
    return ", ".join([value, *known, *([places] if places else [])])


def _time(text: str) -> str:
    when = datetime.fromisoformat(text)
    words = QCoreApplication.translate("Changes", "{day}, {time}")
    return words.format(day=day_words(Moment.of(when).day), time=time_words(when))


def _pauses(text: str) -> str:
    words = QCoreApplication.translate("Changes", "{minutes} min")
    lengths = [round(pause.ms / MS_PER_MINUTE) for pause in read(text)]
    return ", ".join(words.format(minutes=minutes) for minutes in lengths)


def _ticked(text: str) -> str:
    words = QCoreApplication.translate("Changes", "{count} ticked")
    return words.format(count=len(text.split()))


def _note(text: str) -> str:
    return QCoreApplication.translate("Changes", "“{note}”").format(note=text)


def _yes_no(text: str) -> str:
    yes = QCoreApplication.translate("Changes", "yes")
    return yes if text == "yes" else QCoreApplication.translate("Changes", "no")


def _reporter(text: str) -> str:
    return {
        Reporter.SELF: QCoreApplication.translate("Changes", "said by the person"),
        Reporter.TOLD: QCoreApplication.translate("Changes", "told to a carer"),
        Reporter.GUESS: QCoreApplication.translate("Changes", "a carer's guess"),
    }[Reporter(text)]


def _moment(part: str) -> PainMoment | None:
    word = part.split(" ", maxsplit=1)[0]
    return PainMoment(word) if word in set(PainMoment) else None


_READERS: dict[str, Callable[[str], str]] = {
    "first": lambda text: day_words(date.fromisoformat(text)),
    "last": lambda text: day_words(date.fromisoformat(text)),
    "day": lambda text: day_words(date.fromisoformat(text)),
    "start": _time,
    "end": _time,
    "at": _time,
    "walked_ms": lambda text: length_words(int(text)),
    "pauses": _pauses,
    "ticked": _ticked,
    "moment": lambda text: pain_moment_words(PainMoment(text)),
    "places": lambda text: places_words(Place(word) for word in text.split()),
    "reporter": _reporter,
    "kind": lambda text: kind_word(Kind(text)),
    "surface": lambda text: surface_word(Surface(text)),
    "company": lambda text: company_word(Company(text)),
    "effort": lambda text: effort_word(Effort(text)),
    "stopped_for_pain": _yes_no,
    "warm_up": _yes_no,
    "cool_down": _yes_no,
    "note": _note,
}
