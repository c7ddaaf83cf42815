"""Says of what a file tells of days whether the diary has it, contradicts it, or it is new."""

from datetime import date

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Fate, Verdict, Why
from walktrack.domain.interference import Interference
from walktrack.domain.moment import day_number
from walktrack.domain.warning_signs import SignCheck
from walktrack.storage.arrivals import Arrivals
from walktrack.storage.day_marks import DayMarks

_COMES: Verdict = (Fate.COMES, None)
_GONE: Verdict = (Fate.CONFLICT, Why.REMOVED)


class DayJudge:
    """Judges marks, answers about days and lists of warning signs, and keeps those that come in.

    `walked_on` are the days of the walks that come in. DiaryError for trouble in reading.
    """

    def __init__(self, arrivals: Arrivals, marks: DayMarks) -> None:
        self._arrivals = arrivals
        self._known_marks = marks
        self.walked_on: set[date] = set()
        self.coming_marks: list[DayMark] = []
        self.coming_answers: dict[date, Interference] = {}
        self.coming_signs: list[SignCheck] = []
        self._marks: dict[str, DayMark] = {}
        self._flare_ups: list[DayMark] = []
        self._on_day: dict[tuple[MarkKind, date], DayMark] = {}
        self._answers: dict[str, Interference] = {}
        self._signs: dict[str, SignCheck] = {}

    def mark(self, mark: DayMark) -> Verdict:
        """Judge a mark: by its id, else by what is said about its days."""
        above = self._marks.setdefault(mark.id, mark)
        if above is not mark:
            return like(above == mark, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.mark(mark.id)
        if known:
            there, removed = known
            return like(there == mark, Why.SAME, Why.DIFFERS) if not removed else _GONE
        other = self._known_marks.in_the_way(mark)
        if other:
            return like(_same_days(other, mark), Why.ALIKE, Why.DAY_TAKEN)
        beside = self._beside_mark(mark)
        if beside:
            return like(_same_days(beside, mark), Why.ABOVE, Why.REPEATED)
        if mark.kind is MarkKind.NO_WALK and self._walked(mark):
            return Fate.CONFLICT, Why.DAY_TAKEN
        self.coming_marks.append(mark)
        self._on_day[mark.kind, mark.first] = mark
        if mark.kind is MarkKind.FLARE_UP:
            self._flare_ups.append(mark)
        return _COMES

    def interference(self, answer: Interference) -> Verdict:
        """Judge an answer about a day: by its id, else by what the day's one answer is."""
        above = self._answers.setdefault(answer.id, answer)
        if above is not answer:
            return like(above == answer, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.interference(answer.id)
        if known:
            there, removed = known
            return like(there == answer, Why.SAME, Why.DIFFERS) if not removed else _GONE
        beside = self.coming_answers.get(answer.day)
        if beside:
            return like(beside.value == answer.value, Why.ABOVE, Why.REPEATED)
        other = self._arrivals.interference_on(answer.person_id, day_number(answer.day))
        if other:
            return like(other.value == answer.value, Why.ALIKE, Why.ANSWERED)
        self.coming_answers[answer.day] = answer
        return _COMES

    def signs(self, check: SignCheck) -> Verdict:
        """Judge an answer to the list of warning signs, by its id alone."""
        above = self._signs.setdefault(check.id, check)
        if above is not check:
            return like(above == check, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.signs(check.id)
        if known:
            there, removed = known
            return like(there == check, Why.SAME, Why.DIFFERS) if not removed else _GONE
        self.coming_signs.append(check)
        return _COMES

    def _beside_mark(self, mark: DayMark) -> DayMark | None:
        """Return a mark of the same kind that comes in and shares a day with this one."""
        if mark.kind is not MarkKind.FLARE_UP:
            return self._on_day.get((mark.kind, mark.first))
        return next((each for each in self._flare_ups if _meet(each, mark)), None)

    def _walked(self, mark: DayMark) -> bool:
        """Say whether the diary has a walk on the day of a mark, or would have."""
        if mark.first in self.walked_on:
            return True
        return self._known_marks.walked(mark.person_id, mark.first)


def _meet(one: DayMark, other: DayMark) -> bool:
    """Say whether two marks share a day."""
    return one.covers(other.first) or other.covers(one.first)


def _same_days(one: DayMark, other: DayMark) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def like(same: bool, there: Why, conflict: Why) -> Verdict:  # noqa: FBT001 - asked where it is called
    """Return that a record is there already, or that it differs."""
    return (Fate.THERE, there) if same else (Fate.CONFLICT, conflict)
