"""Says of each walk and its answers in a file whether the diary has it, contradicts it, or not."""

from dataclasses import replace

from walktrack.domain.incoming import Bundle, Fate, Verdict, Why
from walktrack.domain.moment import day_number
from walktrack.domain.pain import ONCE_A_DAY, ONCE_A_WALK, PainMoment, PainRating
from walktrack.domain.posture import PostureCheck, PostureItem
from walktrack.domain.walk import Walk
from walktrack.exchange.rows_in import derived_id
from walktrack.services.judging_days import DayJudge, like
from walktrack.services.judging_plans import PlanJudge
from walktrack.storage.arrivals import Arrivals
from walktrack.storage.day_marks import DayMarks

NEAR_MS = 60_000
"""How far apart two walks, or ratings, may begin and still be the same one written twice."""

SAME_MINUTES_MS = 30_000
"""How much the walked time of the same walk may differ: minutes are often whole ones."""

_COMES: Verdict = (Fate.COMES, None)
_Answer = tuple[str | int | None, PainMoment]


class Judge:
    """Judges walks first, then all that may belong to them, and keeps those that come in.

    `ids` are all ids in the files: what has one of them in the diary is compared with its own
    row, and is not the double of another. `whole` says whether the files tell who wrote a record
    and when; if they do not, that is not compared. `plans` judges plans, and
    `days` what is said of days. DiaryError for trouble in reading.
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
        self.days = DayJudge(arrivals, marks)
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

    @property
    def bundle(self) -> Bundle:
        """Return what comes in."""
        walks = tuple(self._coming.values())
        ratings, checks = tuple(self._coming_ratings), tuple(self._coming_checks)
        days = self.days
        return Bundle(
            walks,
            ratings,
            checks,
            tuple(days.coming_marks),
            tuple(days.coming_signs),
            tuple(days.coming_answers.values()),
            self.plans.coming,
        )

    def walk(self, walk: Walk) -> Verdict:
        """Judge a walk: by its id, else by its start and its minutes."""
        above = self._walks.setdefault(walk.id, walk)
        if above is not walk:
            return like(above == walk, Why.ABOVE, Why.REPEATED)
        known = self._arrivals.walk(walk.id)
        if known:
            return self._known(known, walk)
        for walk_id, walked_ms in self._arrivals.walks_near(walk.person_id, walk.start.ms, NEAR_MS):
            same_minutes = abs(walked_ms - walk.walked_ms) <= SAME_MINUTES_MS
            if walk_id not in self._ids and same_minutes:
                self._alike[walk.id] = walk_id
                return Fate.THERE, Why.ALIKE
        self._coming[walk.id] = walk
        self.days.walked_on.add(walk.start.day)
        return _COMES

    def rating(self, rating: PainRating) -> Verdict:
        """Judge a rating: by its id, else by what it answers, else by its time and value."""
        walk_id, barred = self._place(rating.walk_id)
        if barred:
            return barred
        rating = replace(rating, walk_id=walk_id)
        above = self._ratings.setdefault(rating.id, rating)
        if above is not rating:
            return like(above == rating, Why.ABOVE, Why.REPEATED)
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
            return like(above == check, Why.ABOVE, Why.REPEATED)
        known = None if walk_id in self._coming else self._arrivals.check(walk_id, check.item)
        if known:
            return like(known == check, Why.SAME, Why.DIFFERS)
        self._coming_checks.append(check)
        return _COMES

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
            return like(self._answers[key] == rating.value, Why.ABOVE, Why.REPEATED)
        if key:
            self._answers[key] = rating.value
        for other in self._beside(rating):
            if key:
                return like(other.value == rating.value, Why.ALIKE, Why.ANSWERED)
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
        return like(there == record, Why.SAME, Why.DIFFERS)

    def _value_there(self, rating: PainRating) -> int | None:
        """Return the value in the diary; of ratings during a walk the highest."""
        walk_id, barred = self._place(rating.walk_id)
        there = [] if barred else self._beside(replace(rating, walk_id=walk_id))
        return max((other.value for other in there), default=None)


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
