"""The form in which is said, of a past day too, how much pain got in the way."""

from PySide6.QtWidgets import QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.interference import Interference
from walktrack.domain.person import Person
from walktrack.services.entry_forms import InterferenceForm
from walktrack.services.interferences import Interferences
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.dialogs.rating_part import RatingPart
from walktrack.ui.way_words import way_ends, way_question_of_a_day
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.note_edit import NoteEdit
from walktrack.ui.widgets.pain_scale import PainScale, PainStep
from walktrack.ui.widgets.when_fields import DateField


class InterferenceFormDialog(FormDialog):
    """A day, 0 to 10, and a note.

    `stored` is the id and form of an answer that is to be changed; without, it is a new one.
    """

    width_px = 720

    def __init__(
        self,
        interferences: Interferences,
        person: Person,
        stored: tuple[str, InterferenceForm] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._interferences, self._person = interferences, person
        self.entry_id, self._shown = stored or (None, None)
        self._today = interferences.today()
        new, old = self.tr("Pain in the way of a day"), self.tr("Change the answer")
        self.setWindowTitle(old if stored else new)
        self.day = DateField(self.tr("Date"))
        zero, ten = way_ends()
        self.scale = PainScale(way_question_of_a_day(), ten, zero_anchor=zero)
        self.part = RatingPart(self.scale, interferences.hand(), places=False)
        self.remark = PlainLabel(wrap=True).muted()
        self.note = NoteEdit(self.tr("Note"))
        self._lay_out_card()
        self._show()
        self.day.picked.connect(self._on_edited)
        self._on_edited()
        self.day.setFocus()

    def changed(self) -> bool:
        if self._shown is None:
            return self.scale.value is not None or bool(self.note.note())
        return self.scale.value is None or self._form(self.scale.value) != self._shown

    def fault(self) -> tuple[str, QWidget] | None:
        if self.scale.value is None:
            step = self.scale.findChild(PainStep)
            return self.tr("Please choose a number from 0 to 10."), step or self.scale
        if self.entry_id and self._is_gone(self.entry_id):
            return self.tr("This answer is no longer in the diary, so it cannot be changed."), self
        if self.day.day > self._today:
            return self.tr("That day is still to come. Choose today or a day before."), self.day
        other = self._other()
        if other and self.entry_id:
            words = self.tr("That day has another answer, a {value}. Choose another day.")
            return words.format(value=other.value), self.day
        return None

    def store(self) -> None:
        if self.scale.value is None:
            return
        form = self._form(self.scale.value)
        if self.entry_id:
            self._interferences.edit(self.entry_id, form)
            return
        other = self._other()
        if other and not form.note:  # the number changes, what was said about it stays
            form = InterferenceForm(form.day, form.value, other.note, form.aside)
        self.entry_id = self._interferences.add(self._person.id, form)

    def _form(self, value: int) -> InterferenceForm:
        return InterferenceForm(self.day.day, value, self.note.note(), self.part.aside)

    def _is_gone(self, entry_id: str) -> bool:
        try:
            return self._interferences.form(entry_id) is None
        except DiaryError:  # then storing it fails as well, and says why
            return False

    def _other(self) -> Interference | None:
        """Return another answer that the day has already, if there is one."""
        try:
            return self._interferences.other(self._person.id, self.day.day, self.entry_id)
        except DiaryError:
            return None

    def _lay_out_card(self) -> None:
        card = Card(self.windowTitle())
        day = labelled(self.day.accessibleName(), self.day)
        for part in (day, self.part, self.remark, self.note):
            card.body.addWidget(part)
        card.body.addStretch(1)
        self.body.addWidget(card)

    def _show(self) -> None:
        self.day.show_day(self._shown.day if self._shown else self._today)
        if self._shown:
            self.part.show_answer(self._shown.value, self._shown.aside)
            self.note.show_note(self._shown.note)

    def _on_edited(self) -> None:
        other = self._other()
        remark = ""
        if other and not self.entry_id:
            words = self.tr("There is already a {value} for that day. Saving changes it.")
            remark = words.format(value=other.value)
        self.remark.show_text(remark)
        self.remark.setVisible(bool(remark))
