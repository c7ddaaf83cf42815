"""Opens the forms of History, one at a time, over the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.clock import Clock
from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import Entry, EntryKind
from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.services.days import Days
from walktrack.services.entry_forms import MarkForm
from walktrack.services.history import History
from walktrack.services.interferences import Interferences
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.dialogs.interference_form import InterferenceFormDialog
from walktrack.ui.dialogs.mark_form import MarkFormDialog
from walktrack.ui.dialogs.rating_form import RatingFormDialog
from walktrack.ui.dialogs.walk_form import WalkFormDialog, blank_walk


class HistoryForms(QObject):
    """Adds and edits through forms; while one is open, asking for another shows the open one.

    `stored` carries the id of the line once a form was saved, `gone` says that a line to edit is
    no longer there, `troubled` carries a DiaryError and what to call to try again. `week_start` is
    for the calendars, 0 for Monday, None for the country's own.
    """

    stored = Signal(object)
    gone = Signal()
    troubled = Signal(object, object)

    def __init__(
        self,
        history: History,
        days: Days,
        clock: Clock,
        interferences: Interferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._interferences = interferences
        self._history, self._days, self._clock, self._window = history, days, clock, window
        self.week_start: int | None = None
        self.form: FormDialog | None = None

    def add_walk(self, person: Person) -> None:
        """Open an empty form for a past walk."""

        def blank() -> FormDialog:
            form = blank_walk(person, self._clock.read().wall)
            return WalkFormDialog(self._history, person, form, parent=self._window)

        self._open(blank, partial(self.add_walk, person))

    def add_rating(self, person: Person) -> None:
        """Open an empty form for a rating without a walk."""

        def blank() -> FormDialog:
            now = self._clock.read().wall
            return RatingFormDialog(self._history, person, now, parent=self._window)

        self._open(blank, partial(self.add_rating, person))

    def add_mark(self, person: Person) -> None:
        """Open an empty form for a flare-up or a day without a walk."""

        def blank() -> FormDialog:
            today = MarkForm(MarkKind.FLARE_UP, self._days.today(), None)
            form = MarkFormDialog(self._days, person, today, parent=self._window)
            form.offer_kinds()
            return form

        self._open(blank, partial(self.add_mark, person))

    def add_interference(self, person: Person) -> None:
        """Open an empty form for how much pain got in the way of a day."""

        def blank() -> FormDialog:
            return InterferenceFormDialog(self._interferences, person, parent=self._window)

        self._open(blank, partial(self.add_interference, person))

    def edit(self, person: Person, entry: Entry) -> None:
        """Open the form of a stored line."""
        self._open(partial(self._stored_form, person, entry), partial(self.edit, person, entry))

    def _stored_form(self, person: Person, entry: Entry) -> FormDialog | None:
        if entry.kind is EntryKind.WALK:
            walk = self._history.walk_form(entry.id)
            if walk is None:
                return None
            return WalkFormDialog(self._history, person, walk, entry.id, self._window)
        if entry.kind is EntryKind.MARK:
            mark = self._days.form(entry.id)
            return mark and MarkFormDialog(self._days, person, mark, entry.id, self._window)
        if entry.kind is EntryKind.INTERFERENCE:
            answer = self._interferences.form(entry.id)
            stored = answer and (entry.id, answer)
            return stored and InterferenceFormDialog(
                self._interferences, person, stored, self._window
            )
        rating = self._history.rating_form(entry.id)
        if rating is None:
            return None
        now = self._clock.read().wall
        return RatingFormDialog(self._history, person, now, (entry.id, rating), self._window)

    def _open(self, make: Callable[[], FormDialog | None], again: Callable[[], None]) -> None:
        """Open the form that is made; if it cannot be, say so with the way to try again."""
        if self.form is not None:
            self.form.activateWindow()
            return
        try:
            form = make()
        except DiaryError as error:
            self.troubled.emit(error, again)
            return
        if form is None:
            self.gone.emit()
            return
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.show_week_start(self.week_start)
        form.accepted.connect(self._on_stored)
        form.finished.connect(self._on_closed)
        self.form = form
        form.open()

    def _on_stored(self) -> None:
        if self.form and self.form.entry_id:
            self.stored.emit(self.form.entry_id)

    def _on_closed(self) -> None:
        self.form = None
