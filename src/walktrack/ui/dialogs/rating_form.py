"""The form in which a rating without a walk is typed in or put right."""

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from walktrack.domain.entry import Entry, HistoryFilter
from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import Moment, day_number
from walktrack.domain.pain import ONCE_A_DAY, PainMoment
from walktrack.domain.person import Person
from walktrack.domain.typed import Times, clock_oddity
from walktrack.services.history import History, RatingForm
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.dialogs.rating_part import RatingPart
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Columns
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.note_edit import NoteEdit
from walktrack.ui.widgets.odd_words import odd_sentence
from walktrack.ui.widgets.pain_scale import PainScale, PainStep
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import DateField, TimeField
from walktrack.ui.words import pain_moment_words

_WITHOUT_WALK = (PainMoment.OTHER, PainMoment.NEXT_MORNING, PainMoment.DAY_AVERAGE)
_LINES_A_DAY = 100


class RatingFormDialog(FormDialog):
    """What a rating is for, its day and time, 0 to 10, and a note.

    `stored` is the id and form of one that is to be changed; without, it is a new rating at `now`.
    """

    width_px = 720

    def __init__(
        self,
        history: History,
        person: Person,
        now: Moment,
        stored: tuple[str, RatingForm] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history, self._person, self._now = history, person, now
        self.entry_id, self._shown = stored or (None, None)
        self.setWindowTitle(self.tr("Edit the rating") if stored else self.tr("Add a rating"))
        self._at = self._shown.at if self._shown else now
        self.moment = Segments(
            self.tr("What it is for"),
            [(each, pain_moment_words(each)) for each in _WITHOUT_WALK],
        )
        self.day = DateField(self.tr("Date"))
        self.time = TimeField(self.tr("Time"))
        self.scale = PainScale(self.tr("Back pain"), person.ten_anchor)
        self.part = RatingPart(self.scale, history.hand())
        self.remark = PlainLabel(wrap=True).muted()
        self.note = NoteEdit(self.tr("Note"))
        self._lay_out_card()
        self._show()
        self.moment.chosen.connect(self._on_edited)
        self.day.picked.connect(self._on_when)
        self.time.picked.connect(self._on_when)
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
            return self.tr("This rating is no longer in the diary, so it cannot be changed."), self
        other = self._other()
        if other is not None and self.entry_id:
            words = self.tr("That day has another such answer, a {value}. Choose another day.")
            return words.format(value=other.value), self.day
        return None

    def store(self) -> None:
        if self.scale.value is None:
            return
        form = self._form(self.scale.value)
        if self.entry_id:
            self._history.edit_rating(self.entry_id, form)
            return
        other = self._other()
        if other:  # the answer changes, what was said about it stays
            said = self._history.rating_form(other.id)
            places = form.aside.places or (said.aside.places if said else frozenset())
            aside = replace(form.aside, places=places)
            form = replace(form, note=form.note or other.note, aside=aside)
        self.entry_id = self._history.add_rating(self._person.id, form)

    def _form(self, value: int) -> RatingForm:
        moment = self.moment.value
        known = moment if isinstance(moment, PainMoment) else PainMoment.OTHER
        return RatingForm(self._at, known, value, self.note.note(), self.part.aside)

    def _is_gone(self, entry_id: str) -> bool:
        try:
            return self._history.rating_form(entry_id) is None
        except DiaryError:  # then storing it fails as well, and says why
            return False

    def _other(self) -> Entry | None:
        """Return another rating that is this day's one answer of this kind, if there is one."""
        form = self._form(0)
        if form.moment not in ONCE_A_DAY:
            return None
        day = day_number(self._at.day)
        lines = self._history.rows(self._person.id, HistoryFilter(day, day), 0, _LINES_A_DAY)
        found = (line for line in lines if line.moment is form.moment)
        return next((line for line in found if line.id != self.entry_id), None)

    def _lay_out_card(self) -> None:
        card = Card(self.windowTitle())
        when = QWidget()
        columns = Columns(when, most=2)
        for field in (self.day, self.time):
            columns.addWidget(labelled(field.accessibleName(), field))
        moment = labelled(self.moment.accessibleName(), self.moment)
        for part in (when, moment, self.part, self.remark, self.note):
            card.body.addWidget(part)
        card.body.addStretch(1)
        self.body.addWidget(card)

    def _show(self) -> None:
        self.day.show_day(self._at.day)
        self.time.show_at(self._at.local().time())
        self.moment.show_value(self._shown.moment if self._shown else PainMoment.OTHER)
        if self._shown:
            self.part.show_answer(self._shown.value, self._shown.aside)
            self.note.show_note(self._shown.note)

    def _on_when(self) -> None:
        self._at = Moment.of(datetime.combine(self.day.day, self.time.at))
        self._on_edited()

    def _on_edited(self) -> None:
        self.remark.show_text("\n".join(self._remarks()))
        self.remark.setVisible(bool(self.remark.words))

    def _remarks(self) -> list[str]:
        remarks: list[str] = []
        try:
            other = self._other()
        except DiaryError:
            other = None
        if other and not self.entry_id:
            morning = self.tr("There is already a {value} for that morning. Saving changes it.")
            whole = self.tr("There is already a {value} for that day. Saving changes it.")
            words = morning if other.moment is PainMoment.NEXT_MORNING else whole
            remarks.append(words.format(value=other.value))
        if self._at.ms > self._now.ms:
            remarks.append(self.tr("This is later than now. Keep it if that is right."))
        oddity = clock_oddity(datetime.combine(self.day.day, self.time.at))
        if oddity:
            remarks.append(odd_sentence(oddity, Times(self._at, self._at, 0)))
        return remarks
