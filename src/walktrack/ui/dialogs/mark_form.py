"""The forms in which a day without a walk, or a flare-up, is said and put right."""

from PySide6.QtWidgets import QWidget

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.services.days import Bar, Days
from walktrack.services.entry_forms import MarkForm
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.mark_words import bar_words, kind_words
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.note_edit import NoteEdit
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import DateField


class MarkFormDialog(FormDialog):
    """A day and a note; for a flare-up also whether it goes on, or else its last day.

    `shown` is what the form begins with. `stored` is the id of what is to be changed; without, it
    is something new.
    """

    width_px = 620

    def __init__(
        self,
        days: Days,
        person: Person,
        shown: MarkForm,
        stored: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._days, self._person, self._today = days, person, days.today()
        self._kind, self._shown = shown.kind, shown
        self.entry_id = stored
        self.setWindowTitle(self._title())
        self.kind = Segments(
            self.tr("What do you want to say?"),
            [(kind, kind_words(kind)) for kind in (MarkKind.FLARE_UP, MarkKind.NO_WALK)],
        )
        self.about = PlainLabel(wrap=True)
        self.first = DateField(self.tr("First day"))
        self.goes_on = Segments(
            self.tr("Is it over?"),
            [(True, self.tr("It goes on")), (False, self.tr("It has eased"))],
        )
        self.last = DateField(self.tr("Last day"))
        self.remark = PlainLabel(wrap=True).muted()
        self.note = NoteEdit(self.tr("Note"))
        self._lay_out_card()
        self._show()
        self.kind.chosen.connect(self._on_kind)
        self.goes_on.chosen.connect(self._on_edited)
        self.first.picked.connect(self._on_edited)
        self.last.picked.connect(self._on_edited)
        self._show_kind()
        self.first.setFocus()

    def offer_kinds(self) -> None:
        """Let the person choose what to say."""
        self.setWindowTitle(self.tr("Flare-up or no walk"))
        self._card.show_title(self.windowTitle())
        self._kinds.show()
        self.kind.buttons[0].setFocus()

    def ask_last_day(self) -> None:
        """Begin with the answer that it has eased, on the day of today."""
        self.setWindowTitle(self.tr("The flare-up has eased"))
        self._card.show_title(self.windowTitle())
        self.goes_on.show_value(value=False)
        self.last.show_day(max(self._today, self.first.day))
        self._on_edited()
        self._shown = self._form()  # what was not typed is not to be asked about
        self.last.setFocus()

    def changed(self) -> bool:
        return self._form() != self._shown

    def fault(self) -> tuple[str, QWidget] | None:
        form = self._form()
        if form.last is not None and form.last < form.first:
            return self.tr("The last day is before the first day."), self.last
        if self.entry_id and self._is_gone(self.entry_id):
            return self.tr("This is no longer in the diary, so it cannot be changed."), self
        bar = self._bar(form)
        return (bar_words(bar, self._today), self.first) if bar else None

    def store(self) -> None:
        if self.entry_id:
            self._days.edit(self.entry_id, self._form())
        else:
            self.entry_id = self._days.add(self._person.id, self._form())

    def _form(self) -> MarkForm:
        last = self.first.day
        if self._kind is MarkKind.FLARE_UP:
            last = None if self.goes_on.value else self.last.day
        return MarkForm(self._kind, self.first.day, last, self.note.note())

    def _bar(self, form: MarkForm) -> Bar | None:
        try:
            return self._days.bar(self._person.id, form, self.entry_id or "")
        except DiaryError:  # then storing it fails as well, and says why
            return None

    def _is_gone(self, entry_id: str) -> bool:
        try:
            return self._days.form(entry_id) is None
        except DiaryError:
            return False

    def _title(self) -> str:
        if self._kind is MarkKind.FLARE_UP:
            return self.tr("Change the flare-up") if self.entry_id else self.tr("A flare-up")
        if self._kind is MarkKind.NO_WALK:
            return self.tr("A day without a walk")
        return self.tr("A day left out of the plan")

    def _lay_out_card(self) -> None:
        self._card = Card(self.windowTitle())
        when = QWidget()
        columns = Columns(when, most=2)
        self._first_cell = labelled(self.first.accessibleName(), self.first)
        columns.addWidget(self._first_cell)
        self._last_cell = labelled(self.last.accessibleName(), self.last)
        columns.addWidget(self._last_cell)
        self._over = labelled(self.goes_on.accessibleName(), self.goes_on)
        self._kinds = labelled(self.kind.accessibleName(), self.kind)
        self._kinds.hide()
        for part in (self._kinds, self.about, self._over, when, self.remark, self.note):
            self._card.body.addWidget(part)
        self._card.body.addStretch(1)
        self.body.addWidget(self._card)

    def _show(self) -> None:
        shown = self._shown
        self.kind.show_value(shown.kind)
        self.goes_on.show_value(shown.last is None)
        self.first.show_day(shown.first)
        self.last.show_day(shown.last or max(self._today, shown.first))
        self.note.show_note(shown.note)

    def _on_kind(self, kind: MarkKind) -> None:
        self._kind = kind
        self._show_kind()

    def _show_kind(self) -> None:
        lasting = self._kind is MarkKind.FLARE_UP
        flare_up = self.tr("Days with much more pain than usual. The charts shade these days.")
        other = self.tr("The charts show such a day apart from days with nothing recorded.")
        self.about.show_text(flare_up if lasting else other)
        self._over.setVisible(lasting)
        name = self.tr("First day") if lasting else self.tr("Day")
        self.first.setAccessibleName(name)
        for label in self._first_cell.findChildren(PlainLabel):
            label.show_text(name)
        self._on_edited()

    def _on_edited(self) -> None:
        lasting = self._kind is MarkKind.FLARE_UP
        self._last_cell.setVisible(lasting and not self.goes_on.value)
        form = self._form()
        wrong = form.last is not None and form.last < form.first
        bar = None if wrong else self._bar(form)
        self.remark.show_text(bar_words(bar, self._today) if bar else "")
        self.remark.setVisible(bool(self.remark.words))
