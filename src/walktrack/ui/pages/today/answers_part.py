"""The answers on Today: pain, posture and details, from the touch to the journal and back."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.due import due, in_the_way_is_due
from walktrack.domain.pain import PainMoment, PainRating, Place, Reporter
from walktrack.domain.person import Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Details, Walk
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.pain_card import PainCard
from walktrack.ui.cards.pain_view import PainView, Stage
from walktrack.ui.cards.posture_card import PostureCard

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.ui.cards.details_card import DetailsCard


class AnswersPart(QObject):
    """Runs the pain, posture and details cards.

    `during_chosen` carries a PainRating given during the walk that the person wants to change,
    `where_wanted` one that is to say where it hurts.
    """

    during_chosen = Signal(object)
    where_wanted = Signal(object)

    def __init__(self, attempts: Attempts, ten_anchor: str, parent: QObject) -> None:
        super().__init__(parent)
        self.pain = PainCard(ten_anchor)
        self.posture = PostureCard()
        self.details: DetailsCard | None = None
        self._attempts = attempts
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._walk: Walk | None = None
        self._seen: dict[PainMoment, PainRating] = {}
        self._described: dict[str, Details] = {}
        self._waiting: list[Callable[[], None]] = []
        self._way_was_last = False
        self.pain.rated.connect(self._on_rated)
        self.pain.during_chosen.connect(self.during_chosen)
        self.pain.where_wanted.connect(self.where_wanted)
        self.pain.known.connect(self._on_known)
        self.pain.way_told.connect(self._on_way_told)
        self.pain.day_asked.connect(self._on_day_asked)
        self.posture.ticked.connect(self._on_ticked)

    def take_up(self, desk: "Desk", person: Person) -> None:
        """Begin to work with an open diary, and store what was answered before it was open."""
        self._desk, self._person = desk, person
        waiting, self._waiting = self._waiting, []
        for verb in waiting:
            verb()

    def show_walk(self, person: Person, walk: Walk | None) -> None:
        """Show the answers of this walk, or those that wait for the next."""
        if self.details and (self._walk and self._walk.id) != (walk and walk.id):
            self.details.form.note.settle()  # what was typed belongs to the walk before
        self._person, self._walk = person, walk
        if self._desk is None:
            return
        desk, walk_id = self._desk, walk.id if walk else None
        answers = self._attempts.attempt(lambda: desk.journal.answers(person.id, walk_id))
        recent = self._attempts.attempt(lambda: desk.journal.recent(person.id))
        today = desk.journal.today()
        way = self._attempts.attempt(lambda: (desk.interferences.on(person.id, today),))
        if answers is None or recent is None or way is None:
            return
        stage = Stage.READY if walk is None else Stage.DONE if walk.end else Stage.WALKING
        during = desk.journal.still_during(answers.pain)
        self._seen = recent | ({PainMoment.DURING: during} if during else {})
        at = desk.clock.read().wall.local().time()
        self.pain.show_view(
            PainView(
                stage,
                answers.pain,
                self._seen,
                desk.writing.hand(),
                person.name,
                due(at, recent),
                *way,
                way_due=in_the_way_is_due(at, answered=way[0] is not None),
            )
        )
        self.posture.show_ticks(answers.ticked)
        if self.details and walk:
            typed = self._described.get(walk.id, walk.details)
            self.details.show_details(typed, desk.journal.last_details(person.id))

    def open_details(self) -> "DetailsCard":
        """Make the details card; it is not needed before a first walk is finished."""
        from walktrack.ui.cards.details_card import DetailsCard  # noqa: PLC0415 - wanted later

        self.details = DetailsCard()
        self.details.described.connect(self._on_described)
        return self.details

    def change_during(self, rating: PainRating, value: int | None) -> None:
        """Change or clear a rating given during the walk."""
        self._when_open(lambda desk, _: desk.journal.change_rating(rating, value), rating.id)

    def say_places(self, rating_id: str, places: frozenset[Place]) -> None:
        """Keep where it hurt at a rating."""
        about = (rating_id, "places")
        self._when_open(lambda desk, _: desk.journal.say_places(rating_id, places), about)

    def _when_open(self, verb: "Callable[[Desk, Person], object]", about: Hashable = None) -> None:
        if self._desk is None or self._person is None:
            self._waiting.append(lambda: self._when_open(verb, about))
            return
        desk, person = self._desk, self._person
        whose = None if about is None else (person.id, about)
        self._attempts.attempt(lambda: verb(desk, person), whose)

    def _on_rated(self, moment: PainMoment, value: int | None) -> None:
        self._way_was_last = False
        walk, seen = self._walk, self._seen.get(moment)
        walk_id = walk.id if walk else None
        of_walk = moment in {PainMoment.DURING, PainMoment.AFTER}
        about = (walk_id, moment) if of_walk else moment
        if value is None and seen:  # what is cleared is what can be seen, however old it is
            self._when_open(lambda desk, _: desk.journal.change_rating(seen, None), about)
        elif moment in {PainMoment.BEFORE, PainMoment.AFTER}:
            self._when_open(partial(_rate_walk, walk_id, moment, value), about)
        elif moment is PainMoment.DURING and self._desk and self._person and walk_id:
            running = self._desk.tracker.current(self._person.id)
            walked = running.walked_ms if running else 0  # now, however late it is stored
            self._when_open(
                lambda desk, me: desk.journal.rate_during(me.id, walk_id, walked, value), about
            )
        else:
            self._when_open(lambda desk, me: desk.journal.rate_day(me.id, moment, value), about)

    def _on_day_asked(self, asked: bool) -> None:  # noqa: FBT001 - a slot
        """Make room for two questions: the checklist of a walk folds meanwhile."""
        self.posture.fold(folded=asked)

    def _on_way_told(self, value: int | None) -> None:
        self._way_was_last = True
        about = "in the way"
        self._when_open(lambda desk, me: desk.interferences.answer(me.id, value), about)

    def _on_known(self, reporter: Reporter) -> None:
        """Keep how the carer knows, for what was just answered and for what comes."""
        last = self._way_was_last

        def know(desk: "Desk", me: Person) -> None:
            number = desk.interferences if last else desk.journal
            number.attribute(me.id, reporter)
            desk.writing.say(reporter)

        self._when_open(know, about="reporter")

    def _on_ticked(self, item: PostureItem, checked: bool) -> None:  # noqa: FBT001 - a slot
        walk_id = self._walk.id if self._walk else None
        self._when_open(
            lambda desk, me: desk.journal.tick(me.id, walk_id, item, checked=checked),
            about=(walk_id, item),
        )

    def _on_described(self, details: Details) -> None:
        """Store the details; what the file will not have stays in the form until it is stored."""
        if self._walk:
            self._described[self._walk.id] = details
            self._when_open(lambda desk, _: self._describe(desk), about=(self._walk.id, "details"))

    def _describe(self, desk: "Desk") -> None:
        for walk_id, details in list(self._described.items()):
            desk.journal.describe(walk_id, details)
            del self._described[walk_id]


def _rate_walk(
    walk_id: str | None, moment: PainMoment, value: int | None, desk: "Desk", person: Person
) -> None:
    """Rate a walk; what was said before a Start and could not be stored belongs to that walk."""
    running = desk.tracker.current(person.id)
    if walk_id is None and running:
        walk_id = running.walk.id
    desk.journal.rate_walk(person.id, walk_id, moment, value)
