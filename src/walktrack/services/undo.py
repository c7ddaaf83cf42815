"""What was done last, and how to take it back and do it again: for the bar, Ctrl+Z and Redo."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeAlias

from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.stopwatch import NotPossibleError

Way: TypeAlias = "Callable[[], Way | None]"
"""Undoes a deed in one transaction, and returns the way to do it again; None if there is none."""


class DeedKind(StrEnum):
    """What a person did that can be taken back."""

    WALK_REMOVED = "walk removed"
    WALK_DISCARDED = "walk discarded"
    WALK_FINISHED = "walk finished"
    QUESTION_ANSWERED = "question answered"
    WALK_EDITED = "walk edited"
    WALK_CUT = "walk cut"
    WALK_SPLIT = "walk split"
    WALKS_MERGED = "walks merged"
    WALK_ADDED = "walk added"
    WALK_PUT_BACK = "walk put back"
    RATING_REMOVED = "rating removed"
    RATING_EDITED = "rating edited"
    RATING_ADDED = "rating added"
    RATING_PUT_BACK = "rating put back"
    NO_WALK_SAID = "no walk said"
    NO_WALK_REMOVED = "no walk taken back"
    FLARE_UP_SAID = "flare-up said"
    MARK_EDITED = "mark edited"
    MARK_REMOVED = "mark removed"
    MARK_PUT_BACK = "mark put back"
    IN_THE_WAY_ADDED = "in the way added"
    IN_THE_WAY_EDITED = "in the way edited"
    IN_THE_WAY_REMOVED = "in the way removed"
    IN_THE_WAY_PUT_BACK = "in the way put back"
    ANSWER_GIVEN = "answer given"
    LINE_TICKED = "line ticked"
    DETAILS_SAID = "details said"
    PLACES_SAID = "places said"
    DIARY_RESTORED = "diary restored"
    RECORDS_MOVED = "records moved"
    RECORDS_REMOVED = "records removed"
    FILE_BROUGHT_IN = "file brought in"
    SIGNS_RESOLVED = "signs resolved"
    PERSON_ADDED = "person added"
    PERSON_CHANGED = "person changed"
    PERSON_ARCHIVED = "person archived"
    PERSON_TAKEN_OUT = "person taken out of the archive"
    PERSON_REMOVED = "person removed"
    PERSON_PUT_BACK = "person put back"
    PLAN_BEGUN = "plan begun"
    PLAN_CHANGED = "plan changed"
    PLAN_PAUSED = "plan paused"
    PLAN_ENDED = "plan ended"


QUIET = frozenset({
    DeedKind.ANSWER_GIVEN, DeedKind.LINE_TICKED, DeedKind.DETAILS_SAID, DeedKind.PLACES_SAID,
    DeedKind.PERSON_CHANGED, DeedKind.NO_WALK_SAID,
})  # fmt: skip
"""Deeds that are seen where they are done, so that no bar need tell of them."""


class Hindrance(StrEnum):
    """Why a deed cannot be taken back or done again."""

    WALK_OPEN = "another walk is open"
    PLACE_TAKEN = "another answer is in its place"
    DAY_TAKEN = "something else is said of the day"
    CHANGED = "it has changed since"
    WALKED_ON = "the walk has gone on"
    GONE = "it was removed for good"
    LAST_PERSON = "nobody else is there"


_LASTING = frozenset({Hindrance.CHANGED, Hindrance.WALKED_ON, Hindrance.GONE})


class HinderedError(NotPossibleError):
    """A deed cannot be taken back or done again; `lasting` if no waiting will change that."""

    def __init__(self, why: Hindrance) -> None:
        super().__init__(str(why))
        self.why = why
        self.lasting = why in _LASTING


@dataclass(frozen=True, slots=True)
class AnswerTold:
    """What a rating said before and after a deed, 0 to 10; None where there was no answer."""

    moment: PainMoment
    was: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class InTheWayTold:
    """How much pain got in the way before and after a deed, 0 to 10; None without an answer."""

    was: int | None
    now: int | None


@dataclass(frozen=True, slots=True)
class TickTold:
    """Whether a line of the checklist was ticked before and after a deed."""

    item: PostureItem
    was: bool
    now: bool


@dataclass(frozen=True, slots=True)
class ManyTold:
    """How many lines of History a deed was about, and to whom they went; "" if to nobody."""

    count: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Deed:
    """One change. `back` undoes it; once undone, it does it again. Both announce that.

    `told` is what a quiet deed changed, or how many records another did, for the words.
    """

    kind: DeedKind
    back: Way
    told: AnswerTold | InTheWayTold | TickTold | ManyTold | None = None


class UndoStack:
    """The deeds of this session, newest last. Each new one is told to the listeners.

    Each person's diary has its own: what was done in one is not undone unseen from another.
    """

    def __init__(self) -> None:
        self._done: list[Deed] = []
        self._undone: list[Deed] = []
        self._elsewhere: dict[str, tuple[list[Deed], list[Deed]]] = {}
        self._listeners: list[Callable[[Deed], None]] = []

    def listen(self, listener: Callable[[Deed], None]) -> None:
        """Call `listener` with every new deed from now on."""
        self._listeners.append(listener)

    @property
    def last(self) -> Deed | None:
        """The deed that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Deed | None:
        """The deed that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def push(self, deed: Deed) -> None:
        """Remember a deed; what was undone before it cannot be done again."""
        self._undone.clear()
        self._done.append(deed)
        for listener in self._listeners:
            listener(deed)

    def start_over(self) -> None:
        """Forget all deeds: what they were done to is not there any more."""
        self._done.clear()
        self._undone.clear()
        self._elsewhere.clear()

    def turn(self, left: str, opened: str) -> None:
        """Put the deeds in the diary of one person away, and take out those in another's."""
        self._elsewhere[left] = self._done, self._undone
        self._done, self._undone = self._elsewhere.pop(opened, ([], []))

    def undo(self, deed: Deed | None = None) -> Deed | None:
        """Take the last deed back, or this one, and return it.

        If that fails it stays; unless it was the last and can never be taken back any more, or
        it would bar the way to all before it.
        """
        return _turn(deed or self.last, self._done, self._undone)

    def redo(self) -> Deed | None:
        """Do again what was undone last, and return it; if that fails, as with `undo`."""
        return _turn(self.next, self._undone, self._done)


def announced(way: Way, announce: Callable[[], None]) -> Way:
    """Return a way that calls `announce` each time it was gone, there and back."""

    def turn() -> "Way | None":
        following = way()
        announce()
        return following and announced(following, announce)

    return turn


def _turn(deed: Deed | None, here: list[Deed], there: list[Deed]) -> Deed | None:
    if deed is None or deed not in here:
        return None
    try:
        following = deed.back()
    except HinderedError as error:
        if error.lasting and deed is here[-1]:
            here.remove(deed)
        raise
    here.remove(deed)
    if following:
        there.append(replace(deed, back=following))
    return deed
