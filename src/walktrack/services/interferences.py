"""How much pain got in the way of a day: asked in the evening, told for other days in History."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import uuid4

from walktrack.domain.clock import Clock
from walktrack.domain.edit import Edit, EditKind
from walktrack.domain.interference import Interference
from walktrack.domain.moment import Moment
from walktrack.domain.pain import Reporter
from walktrack.domain.recorder import Hand
from walktrack.services.changes import Announcer, Changes
from walktrack.services.edit_log import EditLog
from walktrack.services.entry_forms import Aside, InterferenceForm
from walktrack.services.journal import SECOND_THOUGHT_MS
from walktrack.services.removals import Removals
from walktrack.services.said import said_by_interference
from walktrack.services.undo import (
    Deed,
    DeedKind,
    HinderedError,
    Hindrance,
    InTheWayTold,
    UndoStack,
    Way,
    announced,
)
from walktrack.services.writing import hand_of

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class Interferences:
    """Takes the answer of a day, changes and removes it; each change can be undone.

    DiaryError if one cannot be stored.
    """

    def __init__(self, diary: "Diary", clock: Clock, announcer: Announcer, undo: UndoStack) -> None:
        self._diary = diary
        self._clock = clock
        self._announcer = announcer
        self._undo = undo
        self._edits = EditLog(diary, clock)
        self._removals = Removals(diary, clock)

    def hand(self) -> Hand:
        """Return who writes now, and how they know."""
        return hand_of(self._diary)

    def today(self) -> date:
        """Return the date at the person's place."""
        return self._clock.read().wall.day

    def on(self, person_id: str, day: date) -> Interference | None:
        """Return the answer of a day, or None."""
        return self._diary.interferences.on(person_id, day)

    def answer(self, person_id: str, value: int | None) -> None:
        """Set, change or (None) take back the answer of today; nothing happens if it is the same.

        ValueError for a number off the scale.
        """
        known = self.on(person_id, self.today())
        if known and value is None:
            self._removals.take_interference(known.id)
            self._answered(known, known, None)
        elif known and value is not None and value != known.value:
            changed = _rewritten(known, value, self._now(), self.hand())
            self._diary.interferences.update(changed)
            self._answered(known, known, changed)
        elif not known and value is not None:
            new = self._new(person_id, InterferenceForm(self.today(), value))
            self._diary.interferences.add(new)
            self._answered(new, None, new)

    def attribute(self, person_id: str, reporter: Reporter) -> None:
        """Say how a carer knows today's answer, if it is less than a minute old."""
        known = self.on(person_id, self.today())
        if known is None or not known.recorder or known.reporter is reporter:
            return
        age = self._now().ms - (known.edited or known.entered).ms
        if 0 <= age < SECOND_THOUGHT_MS:
            changed = replace(known, reporter=reporter)
            self._diary.interferences.update(changed)
            self._answered(known, known, changed)

    def form(self, answer_id: str) -> InterferenceForm | None:
        """Return a stored answer as a form holds it, or None if it is no longer there."""
        known = self._diary.interferences.get(answer_id)
        return known and InterferenceForm(
            known.day, known.value, known.note, Aside(known=known.reporter)
        )

    def other(self, person_id: str, day: date, but: str | None = None) -> Interference | None:
        """Return the answer that a day has already, unless it is `but`."""
        known = self.on(person_id, day)
        return known if known and known.id != but else None

    def add(self, person_id: str, form: InterferenceForm) -> str:
        """Keep the answer of a day and return its id; one that is there already changes."""
        known = self.on(person_id, form.day)
        if known:
            self.edit(known.id, form)
            return known.id
        new = self._new(person_id, form)
        self._diary.interferences.add(new)
        self._did(DeedKind.IN_THE_WAY_ADDED, lambda: self._removals.take_interference(new.id))
        return new.id

    def edit(self, answer_id: str, form: InterferenceForm) -> None:
        """Change a stored answer; nothing happens if nothing did, or if it is no longer there.

        HinderedError if the day has another answer.
        """
        known = self._diary.interferences.get(answer_id)
        if known is None or self.form(answer_id) == form:
            return
        if self.other(known.person_id, form.day, but=answer_id):
            raise HinderedError(Hindrance.PLACE_TAKEN)
        now = self._now()
        base = _rewritten(known, form.value, now, self.hand(), form.aside.reporter)
        changed = replace(base, day=form.day, note=form.note, edited=now)
        with self._diary.transaction():
            self._diary.interferences.update(changed)
            said = said_by_interference(known), said_by_interference(changed)
            edit = self._edits.note(EditKind.EDITED, known.person_id, answer_id, *said)
        self._did(
            DeedKind.IN_THE_WAY_EDITED, lambda: self._turn_edit(changed, known, edit, done=False)
        )

    def remove(self, answer_id: str) -> None:
        """Take an answer out of the diary; HinderedError if it is no longer there."""
        self._did(DeedKind.IN_THE_WAY_REMOVED, self._removals.take_interference(answer_id))

    def _new(self, person_id: str, form: InterferenceForm) -> Interference:
        hand = self.hand()
        return Interference(
            str(uuid4()), person_id, form.day, form.value, self._now(),
            reporter=form.aside.reporter or hand.reporter, note=form.note, recorder=hand.name,
        )  # fmt: skip

    def _turn_edit(self, now: Interference, was: Interference, edit: Edit, *, done: bool) -> Way:
        """Make an answer what it was, if it is as it is known to be now."""
        if self._diary.interferences.get(was.id) != now:
            raise self._removals.hindered_interference(was.id)
        if self.other(was.person_id, was.day, but=was.id):
            raise HinderedError(Hindrance.PLACE_TAKEN)
        with self._diary.transaction():
            self._diary.interferences.update(was)
            self._edits.turn(edit, done=done)
        return lambda: self._turn_edit(was, now, edit, done=not done)

    def _answered(
        self, answer: Interference, was: Interference | None, now: Interference | None
    ) -> None:
        back = announced(lambda: self._turn(answer.id, now, was), self._announce)
        told = InTheWayTold(was and was.value, now and now.value)
        self._undo.push(Deed(DeedKind.ANSWER_GIVEN, back, told))
        self._announce()

    def _turn(self, answer_id: str, now: Interference | None, was: Interference | None) -> Way:
        """Make the answer of a day what it was, or none, if it is as it is known to be now."""
        known = self._diary.interferences.get(answer_id)
        if known != now:
            raise self._removals.hindered_interference(answer_id)
        if was is None:
            self._removals.take_interference(answer_id)
        elif known is None:
            self._removals.bring_interference(answer_id)
        else:
            self._diary.interferences.update(was)
        return lambda: self._turn(answer_id, was, now)

    def _now(self) -> Moment:
        return self._clock.read().wall

    def _did(self, kind: DeedKind, back: Way) -> None:
        self._undo.push(Deed(kind, announced(back, self._announce)))
        self._announce()

    def _announce(self) -> None:
        self._announcer.announce(Changes.DAYS)


def _rewritten(
    known: Interference, value: int, now: Moment, hand: Hand, reporter: Reporter | None = None
) -> Interference:
    """Return an answer with another number, or known in another way, in the hand that writes it."""
    base = known
    if value != known.value:
        base = replace(known, value=value, reporter=hand.reporter, recorder=hand.name)
    base = replace(base, reporter=reporter or base.reporter)
    return known if base == known else replace(base, edited=now)
