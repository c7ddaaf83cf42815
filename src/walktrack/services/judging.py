"""Says of each record of a file whether it is in the diary already, contradicts it, or is new."""

from dataclasses import replace
from datetime import date

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.incoming import Bundle, Fate, Verdict, Why
from walktrack.domain.interference import Interference
from walktrack.domain.moment import day_number
from walktrack.domain.pain import ONCE_A_DAY, ONCE_A_WALK, PainMoment, PainRating
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.walk import Walk
from walktrack.domain.warning_signs import SignCheck
from walktrack.exchange.rows_in import derived_id
from walktrack.services.judging_plans import PlanJudge
from walktrack.storage.arrivals import Arrivals
from walktrack.storage.day_marks import DayMarks

NEAR_MS = 60_000
"""How far apart two walks, or ratings, may begin and still be the same one written twice."""

SAME_MINUTES_MS = 30_000
"""How much the walked time of the same walk may differ: minutes are often whole ones."""

_COMES: Verdict = (Fate.COMES, None)
_GONE: Verdict = (Fate.CONFLICT, Why.REMOVED)
_Answer = tuple[str | int | None, PainMoment]


class Judge:
    """Judges walks first, then all that may belong to them, and keeps those that come in.

    `ids` are all ids in the files: what has one of them in the diary is compared with its own
    row, and is not the double of another. `whole` says whether the files tell who wrote a record
    and when; if they do not, that is not compared. `plans` judges plans. DiaryError for trouble
    in reading.
    """

    def __init__(
        self,
        arrivals: Arrivals,
        marks: DayMarks,
        ids: frozenset[str],
        plans: PlanJudge,
        *,
        whole: bool = True,
    ) -> None:
        self.plans = plans
        self._arrivals = arrivals
        self._known_marks = marks
        self._ids = ids
        self._whole = whole
        self._walks: dict[str, Walk] = {}
        self._coming: dict[str, Walk] = {}
        self._alike: dict[str, str] = {}
        self._ratings: dict[str, PainRating] = {}
        self._coming_ratings: list[PainRating] = []
        self._answers: dict[_Answer, int] = {}
        self._checks: dict[tuple[str, PostureItem], PostureCheck] = {}
        self._coming_checks: list[PostureCheck] = []
        self._marks: dict[str, DayMark] = {}
        self._coming_marks: list[DayMark] = []
        self._flare_ups: list[DayMark] = []
        self._on_day: dict[tuple[MarkKind, date], DayMark] = {}
        self._walked_on: set[date] = set()
        self._interferences: dict[str, Interference] = {}
        self._coming_interferences: dict[date, Interference] = {}
        self._signs: dict[str, SignCheck] = {}
        self._coming_signs: list[SignCheck] = []

    @property
    def bundle(self) -> Bundle:
        """Return what comes in."""
        walks = tuple(self._coming.values())
        ratings, checks = tuple(self._coming_ratings), tuple(self._coming_checks)
        marks, signs = tuple(self._coming_marks), tuple(self._coming_signs)
        answers = tuple(self._coming_interferences.values())
        return Bundle(walks, ratings, checks, marks, signs, answers, self.plans.coming)

    def walk(self, walk: Walk) -> Verdict:
        """Judge a walk: by its id, else by its start and its minutes."""
        above = self._walks.setdefault(walk.id, walk)
        if above is not walk:
            return _like(above == walk, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.walk(walk.id)
        if known:
            return self._known(known, walk)
        for walk_id, walked_ms in self._arrivals.walks_near(walk.person_id, walk.start.ms, NEAR_MS):
            same_minutes = abs(walked_ms - walk.walked_ms) <= SAME_MINUTES_MS
            if walk_id not in self._ids and same_minutes:
                self._alike[walk.id] = walk_id
                return Fate.THERE, Why.ALIKE
        self._coming[walk.id] = walk
        self._walked_on.add(walk.start.day)
        return _COMES

    def rating(self, rating: PainRating) -> Verdict:
        """Judge a rating: by its id, else by what it answers, else by its time and value."""
        walk_id, barred = self._place(rating.walk_id)
        if barred:
            return barred
        rating = replace(rating, walk_id=walk_id)
        above = self._ratings.setdefault(rating.id, rating)
        if above is not rating:
            return _like(above == rating, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.rating(rating.id)
        verdict = self._known(known, rating) if known else self._answer(rating)
        if verdict is _COMES:
            self._coming_ratings.append(rating)
        return verdict

    def pain_there(self, ratings: tuple[PainRating, ...]) -> bool:
        """Say whether the diary has these values, which walks.csv gives of a walk it knows."""
        return all(self._value_there(rating) == rating.value for rating in ratings)

    def check(self, check: PostureCheck) -> Verdict:
        """Judge a line of the checklist, which its walk has at most once."""
        walk_id, barred = self._place(check.walk_id)
        if barred or walk_id is None:
            return barred or (Fate.UNREADABLE, Why.NO_WALK)
        check = replace(check, walk_id=walk_id)
        above = self._checks.setdefault((walk_id, check.item), check)
        if above is not check:
            return _like(above == check, Why.ABOVE, Why.REPEATED)
        known = None if walk_id in self._coming else self._arrivals.check(walk_id, check.item)
        if known:
            return _like(known == check, Why.SAME, Why.DIFFERS)
        self._coming_checks.append(check)
        return _COMES

    def mark(self, mark: DayMark) -> Verdict:
        """Judge a mark: by its id, else by what is said about its days."""
        above = self._marks.setdefault(mark.id, mark)
        if above is not mark:
            return _like(above == mark, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.mark(mark.id)
        if known:
            there, removed = known
            return _like(there == mark, Why.SAME, Why.DIFFERS) if not removed else _GONE
        other = self._known_marks.in_the_way(mark)
        if other:
            return _like(_same_days(other, mark), Why.ALIKE, Why.DAY_TAKEN)
        beside = self._beside_mark(mark)
        if beside:
            return _like(_same_days(beside, mark), Why.ABOVE, Why.REPEATED)
        if mark.kind is MarkKind.NO_WALK and self._walked(mark):
            return Fate.CONFLICT, Why.DAY_TAKEN
        self._coming_marks.append(mark)
        self._on_day[mark.kind, mark.first] = mark
        if mark.kind is MarkKind.FLARE_UP:
            self._flare_ups.append(mark)
        return _COMES

    def interference(self, answer: Interference) -> Verdict:
        """Judge an answer about a day: by its id, else by what the day's one answer is."""
        above = self._interferences.setdefault(answer.id, answer)
        if above is not answer:
            return _like(above == answer, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.interference(answer.id)
        if known:
            there, removed = known
            return _like(there == answer, Why.SAME, Why.DIFFERS) if not removed else _GONE
        beside = self._coming_interferences.get(answer.day)
        if beside:
            return _like(beside.value == answer.value, Why.ABOVE, Why.REPEATED)
        other = self._arrivals.interference_on(answer.person_id, day_number(answer.day))
        if other:
            return _like(other.value == answer.value, Why.ALIKE, Why.ANSWERED)
        self._coming_interferences[answer.day] = answer
        return _COMES

    def signs(self, check: SignCheck) -> Verdict:
        """Judge an answer to the list of warning signs, by its id alone."""
        above = self._signs.setdefault(check.id, check)
        if above is not check:
            return _like(above == check, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.signs(check.id)
        if known:
            there, removed = known
            return _like(there == check, Why.SAME, Why.DIFFERS) if not removed else _GONE
        self._coming_signs.append(check)
        return _COMES

    def _beside_mark(self, mark: DayMark) -> DayMark | None:
        """Return a mark of the same kind that comes in and shares a day with this one."""
        if mark.kind is not MarkKind.FLARE_UP:
            return self._on_day.get((mark.kind, mark.first))
        return next((each for each in self._flare_ups if _meet(each, mark)), None)

    def _walked(self, mark: DayMark) -> bool:
        """Say whether the diary has a walk on the day of a mark, or would have."""
        if mark.first in self._walked_on:
            return True
        return self._known_marks.walked(mark.person_id, mark.first)

    def _place(self, walk_id: str | None) -> tuple[str | None, Verdict | None]:
        """Return the walk that something belongs to in the diary, or why it cannot come in."""
        if walk_id is None or walk_id in self._coming:
            return walk_id, None
        walk_id = self._alike.get(walk_id, walk_id)
        known = self._arrivals.walk(walk_id)
        if known is None:
            return walk_id, (Fate.UNREADABLE, Why.NO_WALK)
        return walk_id, (Fate.CONFLICT, Why.REMOVED) if known[1] else None

    def _answer(self, rating: PainRating) -> Verdict:
        """Judge a rating whose id the diary does not know."""
        key = _answer_of(rating)
        if key and key in self._answers:
            return _like(self._answers[key] == rating.value, Why.ABOVE, Why.REPEATED)
        if key:
            self._answers[key] = rating.value
        for other in self._beside(rating):
            if key:
                return _like(other.value == rating.value, Why.ALIKE, Why.ANSWERED)
            if other.id not in self._ids and _alike(other, rating):
                return Fate.THERE, Why.ALIKE
        return _COMES

    def _beside(self, rating: PainRating) -> list[PainRating]:
        """Return what the diary has of the same sort, of the same walk or on the same day."""
        if rating.walk_id in self._coming and rating.moment not in ONCE_A_DAY:
            return []
        if rating.walk_id is None or rating.moment in ONCE_A_DAY:
            day = day_number(rating.at.day)
            return self._arrivals.ratings_on(rating.person_id, day, rating.moment)
        of_walk = self._arrivals.ratings_of(rating.walk_id)
        return [other for other in of_walk if other.moment is rating.moment]

    def _known(self, known: tuple[Walk | PainRating, bool], record: Walk | PainRating) -> Verdict:
        """Judge a record whose id the diary has."""
        there, removed = known
        if removed:
            return Fate.CONFLICT, Why.REMOVED
        if not self._whole:
            record = _as_known(record, there)
        return _like(there == record, Why.SAME, Why.DIFFERS)

    def _value_there(self, rating: PainRating) -> int | None:
        """Return the value in the diary; of ratings during a walk the highest."""
        walk_id, barred = self._place(rating.walk_id)
        there = [] if barred else self._beside(replace(rating, walk_id=walk_id))
        return max((other.value for other in there), default=None)


def _meet(one: DayMark, other: DayMark) -> bool:
    """Say whether two marks share a day."""
    return one.covers(other.first) or other.covers(one.first)


def _same_days(one: DayMark, other: DayMark) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _like(same: bool, there: Why, conflict: Why) -> Verdict:  # noqa: FBT001 - asked three lines above
    return (Fate.THERE, there) if same else (Fate.CONFLICT, conflict)


def _as_known(record: Walk | PainRating, there: Walk | PainRating) -> Walk | PainRating:
    """Return a record as it is if whoever wrote the other one wrote it, and when they did."""
    record = replace(record, entered=there.entered, recorder=there.recorder, edited=there.edited)
    if isinstance(record, PainRating) and isinstance(there, PainRating):
        return replace(record, reporter=there.reporter)
    return record


def _answer_of(rating: PainRating) -> _Answer | None:
    """Return what a rating answers if there can be one answer only."""
    if rating.moment in ONCE_A_DAY:
        return day_number(rating.at.day), rating.moment
    if rating.moment in ONCE_A_WALK and rating.walk_id is not None:
        return rating.walk_id, rating.moment
    return None


def _alike(other: PainRating, rating: PainRating) -> bool:
    """Say whether a rating of the diary is this one, written twice or taken from walks.csv."""
    if other.value != rating.value or other.walk_id != rating.walk_id:
        return False
    if rating.walk_id and other.id == derived_id(rating.walk_id, rating.moment):
        return True
    return abs(other.at.ms - rating.at.ms) <= NEAR_MS
