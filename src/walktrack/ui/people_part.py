"""People in the window: from the person in the top bar to the services and back."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from walktrack.domain.cues import Cue
from walktrack.domain.entry import Entry
from walktrack.domain.person import Person
from walktrack.ui.announce import announce
from walktrack.ui.attempt import Attempts
from walktrack.ui.messages import Messages
from walktrack.ui.others import OtherWalks
from walktrack.ui.person_words import name_of
from walktrack.ui.unlikely import UnlikelyPerson

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.ui.dialogs.manage_people import ManagePeopleDialog
    from walktrack.ui.dialogs.people import PeopleDialog
    from walktrack.ui.dialogs.person_form import PersonFormDialog


class PeoplePart(QObject):
    """Opens the windows about people, one over the other, and does what is chosen there.

    `cued` carries a Cue of the walk of somebody whose diary is not open, `line_wanted` the id of a
    line that was found in the diary that is open now.
    """

    cued = Signal(object)
    line_wanted = Signal(str)

    def __init__(
        self, desk: "Desk", attempts: Attempts, messages: Messages, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._attempts, self._window = desk, attempts, window
        self._messages = messages
        self.dialog: PeopleDialog | None = None
        self.managing: ManagePeopleDialog | None = None
        self.form: PersonFormDialog | None = None
        self.others = OtherWalks(desk, attempts, self)
        self.unlikely = UnlikelyPerson(desk, attempts, self)
        self.others.wanted.connect(self.choose)
        self.others.cued.connect(self._on_cue)
        self.unlikely.wanted.connect(self.choose)

    def refresh(self, person: Person) -> None:
        """Look again who walks besides this person, and whether their diary is the likely one."""
        self.others.refresh(person)
        self.unlikely.refresh(person)

    def open(self) -> None:
        """Ask whose diary to open, and who writes."""
        from walktrack.ui.dialogs.people import PeopleDialog  # noqa: PLC0415 - made when wanted

        if self.dialog is not None:
            return
        dialog = self.dialog = PeopleDialog(self._desk, self._window)
        dialog.chosen.connect(self.choose)
        dialog.add_wanted.connect(self._on_add)
        dialog.manage_wanted.connect(self._on_manage)
        dialog.quick_wanted.connect(self._on_quick)
        dialog.finished.connect(self._on_closed)
        _show(dialog)

    def search(self, text: str) -> None:
        """Look for words in everybody's diary."""
        from walktrack.ui.dialogs.search_everyone import SearchEveryoneDialog  # noqa: PLC0415

        self.searching = SearchEveryoneDialog(self._desk, text, self._window)
        self.searching.gone_to.connect(self._on_found)
        _show(self.searching)

    def _on_found(self, entry: Entry) -> None:
        self._messages.leave()
        about = (entry.person_id, "found")
        self._attempts.attempt(lambda: self._go_to(entry), about)

    def _go_to(self, entry: Entry) -> None:
        whose = next((p for p in self._desk.people.there() if p.id == entry.person_id), None)
        if whose:
            self._desk.people.choose(whose)
            self.line_wanted.emit(entry.id)

    def _on_closed(self) -> None:
        self.dialog = None

    def choose(self, person: Person) -> None:
        """Open the diary of a person."""
        self._messages.leave()
        self._attempts.attempt(lambda: self._desk.people.choose(person), "choose")

    def _on_quick(self) -> None:
        from walktrack.ui.dialogs.quick_entry import QuickEntryDialog  # noqa: PLC0415 - as above

        self._messages.leave()
        if self.dialog:
            self.dialog.accept()
        self.quick = QuickEntryDialog(self._desk, self._window)
        _show(self.quick)

    def _on_cue(self, cue: Cue, person: Person) -> None:
        half = self.tr("{name} has walked half of the minutes.")
        whole = self.tr("{name} has walked all of the minutes.")
        words = whole if cue is Cue.GOAL else half
        announce(self._window, words.format(name=name_of(person)))
        self.cued.emit(cue)

    def _on_add(self) -> None:
        from walktrack.ui.dialogs.person_form import PersonFormDialog  # noqa: PLC0415 - as above

        form = PersonFormDialog(self._desk.people, parent=self.dialog)
        form.accepted.connect(self._on_added)
        self._show_form(form)

    def _on_added(self) -> None:
        if self.dialog and self.form:
            self.dialog.refresh(self.form.entry_id or "")
            self.dialog.finder.take_focus()

    def _on_manage(self) -> None:
        from walktrack.ui.dialogs.manage_people import ManagePeopleDialog  # noqa: PLC0415 - as above

        dialog = self.managing = ManagePeopleDialog(self._desk, self.dialog)
        dialog.change_wanted.connect(self._on_change)
        dialog.accepted.connect(self._on_moved)
        dialog.finished.connect(self._on_managed)
        _show(dialog)

    def _on_change(self, person: Person) -> None:
        from walktrack.ui.dialogs.person_form import PersonFormDialog  # noqa: PLC0415 - as above

        form = PersonFormDialog(self._desk.people, person, self.managing)
        if self.managing:
            form.accepted.connect(self.managing.refresh)
        self._show_form(form)

    def _show_form(self, form: "PersonFormDialog") -> None:
        self.form = form
        form.finished.connect(self._on_form_closed)
        _show(form)

    def _on_form_closed(self) -> None:
        self.form = None

    def _on_moved(self) -> None:
        """Let the bar be seen, which offers to undo what was done."""
        if self.dialog:
            self.dialog.accept()

    def _on_managed(self) -> None:
        self.managing = None
        if self.dialog:
            self.dialog.refresh()


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
