"""Changing people: names and colours, the archive, and removing them with all their records."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QShowEvent
from PySide6.QtWidgets import QWidget

from walktrack.domain.backup import BackupError
from walktrack.domain.bin import BinnedPerson
from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.undo import HinderedError, Hindrance
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.dialogs.remove_person import PersonForGoodDialog, RemovePersonDialog
from walktrack.ui.fault_words import sentence
from walktrack.ui.person_words import name_of, removed_words
from walktrack.ui.undo_words import hindered_words
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel
from walktrack.ui.widgets.people_finder import PeopleFinder
from walktrack.ui.widgets.two_line_list import TwoLineList

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class ManagePeopleDialog(Question):
    """Everyone, the archived and the removed too. `change_wanted` carries a Person.

    Once somebody is removed or put back it closes: the bar offers Undo then.
    """

    width_px = 680
    change_wanted = Signal(object)

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._desk = desk
        self._lying: Sequence[BinnedPerson] = ()
        self.question: RemovePersonDialog | PersonForGoodDialog | None = None
        self.finder = PeopleFinder()
        self.change = OutlinedButton(self.tr("Change name or colour…"), "edit")
        self.archive = OutlinedButton(self.tr("Archive"))
        self.remove = OutlinedButton(self.tr("Remove…"), "delete")
        self.outcome = PlainLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.removed = TwoLineList(self.tr("Removed people"))
        self.back = OutlinedButton(self.tr("Put back"), "undo")
        self.for_good = OutlinedButton(self.tr("Remove for good…"), "delete")
        self._removed_title = StrongLabel(self.tr("Removed"), wrap=True)
        facts = self.tr("An archived person is out of the way. Nothing of theirs is lost.")
        self.show_words(self.tr("Change people"), facts)
        self._add_parts()
        self._connect()
        self._say("")
        self.refresh()

    def refresh(self) -> None:
        """Read again who there is and who was removed."""
        try:
            everyone, current = self._desk.people.everyone(), self._desk.people.current()
            lying = self._desk.people_bin.lying()
        except DiaryError as error:
            self._say(sentence(error))
            return
        self._show_removed(lying)
        self.finder.show_people(everyone, current.id)
        self._on_moved()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.finder.take_focus()

    def _add_parts(self) -> None:
        rows: list[QWidget] = []
        for buttons in ((self.change, self.archive, self.remove), (self.back, self.for_good)):
            row = QWidget()
            flow = Flow(row)
            for button in buttons:
                button.setAutoDefault(False)
                flow.addWidget(button)
            rows.append(row)
        self._removed_parts = (self._removed_title, self.removed, rows[1])
        self.add(self.finder, rows[0], self.outcome, *self._removed_parts)

    def _connect(self) -> None:
        self.finder.moved.connect(self._on_moved)
        self.change.clicked.connect(self._on_change)
        self.archive.clicked.connect(self._on_archive)
        self.remove.clicked.connect(self._on_remove)
        self.removed.itemSelectionChanged.connect(self._on_moved)
        self.back.clicked.connect(self._on_back)
        self.for_good.clicked.connect(self._on_for_good)

    def _show_removed(self, lying: Sequence[BinnedPerson]) -> None:
        now = self._desk.clock.read().wall
        with QSignalBlocker(self.removed):  # in between, a line has no record
            self._lying = lying
            self.removed.clear()
            for each in self._lying:
                name, small = name_of(each.person), removed_words(each, now)
                self.removed.add_row(name, small, f"{name}. {small}")
        self.removed.updateGeometry()
        for part in self._removed_parts:
            part.setVisible(bool(self._lying))

    @property
    def _binned(self) -> BinnedPerson | None:
        return self._lying[self.removed.currentRow()] if self.removed.selectedItems() else None

    def _on_moved(self) -> None:
        person, binned = self.finder.chosen, self._binned
        for button in (self.change, self.archive, self.remove):
            button.setEnabled(person is not None)
        archived = person is not None and person.archived
        self.archive.setText(self.tr("Take out of the archive") if archived else self.tr("Archive"))
        for button in (self.back, self.for_good):
            button.setEnabled(binned is not None)

    def _on_change(self) -> None:
        person = self.finder.chosen
        if person:
            self.change_wanted.emit(person)

    def _on_archive(self) -> None:
        person = self.finder.chosen
        if person is None:
            return
        people = self._desk.people
        if person.archived:
            done = self.tr("{name} is out of the archive.")
            worked = self._try(lambda: people.take_out(person))
        else:
            done = self.tr("{name} is archived. Nothing was lost.")
            worked = self._try(lambda: people.archive(person))
        if worked:
            self.refresh()
            self._say(done.format(name=name_of(person)))

    def _on_remove(self) -> None:
        person = self.finder.chosen
        if person and self._try(lambda: self._desk.people_bin.make_sure(person)):
            self._say("")
            question = RemovePersonDialog(person, self)
            question.agreed.connect(partial(self._remove, person))
            self._open(question)

    def _remove(self, person: Person) -> None:
        if self._try(lambda: self._desk.people_bin.remove(person)):
            self.accept()

    def _on_back(self) -> None:
        binned = self._binned
        if binned and self._try(lambda: self._desk.people_bin.put_back(binned)):
            self.accept()

    def _on_for_good(self) -> None:
        binned = self._binned
        if binned:
            question = PersonForGoodDialog(binned, self)
            question.agreed.connect(partial(self._remove_for_good, binned))
            self._open(question)

    def _remove_for_good(self, binned: BinnedPerson) -> None:
        if self._try(lambda: self._desk.people_bin.remove_for_good(binned)):
            self.refresh()
            words = self.tr("Removed for good: {name}.")
            self._say(words.format(name=name_of(binned.person)))

    def _open(self, question: RemovePersonDialog | PersonForGoodDialog) -> None:
        self.question = question
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.open()

    def _try(self, verb: Callable[[], object]) -> bool:
        """Run a verb; if it cannot be done, say why and what to do."""
        try:
            verb()
        except DiaryError as error:
            self._say(sentence(error))
        except BackupError as error:
            words = self.tr("No backup could be made in {folder}, so nobody was removed.")
            self._say(words.format(folder=error.folder))
        except HinderedError as error:
            self._say(self._why(error.why))
        except NotPossibleError:  # gone by now
            self.refresh()
        else:
            return True
        return False

    def _why(self, why: Hindrance) -> str:
        if why is Hindrance.WALK_OPEN:
            return self.tr("This person’s walk is open. Finish it first, then try again.")
        return hindered_words(why)

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        self.outcome.setVisible(bool(words))
        if words and self.isVisible():
            announce(self.outcome, words)
            self.reveal(self.outcome)
