"""Moving lines of History to another person."""

from collections.abc import Sequence

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.moving import MovePlan
from walktrack.domain.person import Person
from walktrack.services.moving import Moving
from walktrack.ui.dialogs.mend.mend_dialog import MendDialog
from walktrack.ui.fault_words import sentence
from walktrack.ui.mend_words import overlap_words, staying_words
from walktrack.ui.person_words import name_of
from walktrack.ui.widgets.people_finder import PeopleFinder

_SHOWN = 8


class MoveDialog(MendDialog):
    """Asks to whom, and says what goes, what overlaps and what would stay."""

    width_px = 680

    def __init__(
        self,
        moving: Moving,
        person: Person,
        people: Sequence[Person],
        ids: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Move"), "check", parent)
        self._moving, self._person, self._ids = moving, person, tuple(ids)
        self._plan: MovePlan | None = None
        self.finder = PeopleFinder()
        title, facts = self.tr("Move to another person"), self.tr("Choose whose they really are.")
        self.show_words(title, facts)
        self.add(self.finder, self.result_words, self.outcome, self.do_it)
        others = [each for each in people if each.id != person.id]
        self.finder.show_people(others, "", others[0].id if others else "")
        self.finder.moved.connect(self._look)
        self.do_it.clicked.connect(self._on_done)
        self._look()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.finder.take_focus()

    def _look(self) -> None:
        chosen = self.finder.chosen
        self._plan = None
        if chosen is None:
            self.show_result("", possible=False)
            return
        try:
            self._plan = self._moving.plan(self._person.id, chosen.id, self._ids)
        except DiaryError as error:
            self.show_result(sentence(error), possible=False)
            return
        self.show_result(self._words(self._plan, name_of(chosen)), possible=bool(self._plan))
        if self.isVisible():
            self.fit()

    def _words(self, plan: MovePlan, name: str) -> str:
        lines = [self._count(plan, name)]
        told = [overlap_words(each, name) for each in plan.overlaps]
        told += [staying_words(each, name) for each in plan.staying]
        lines += told[:_SHOWN]
        if len(told) > _SHOWN:
            more = self.locale().toString(len(told) - _SHOWN)
            lines.append(self.tr("And {count} more like these.").format(count=more))
        return "\n".join(lines)

    def _count(self, plan: MovePlan, name: str) -> str:
        if not plan:
            return self.tr("Nothing can be moved to {name}.").format(name=name)
        count = self.locale().toString(len(plan))
        words = self.tr("1 line goes to {name}, with all that was said about it.")
        if len(plan) > 1:
            words = self.tr("{count} lines go to {name}, with all that was said about them.")
        return words.format(count=count, name=name)

    def _on_done(self) -> None:
        plan = self._plan
        if plan:
            self.attempt(lambda: self._moving.move(plan))
