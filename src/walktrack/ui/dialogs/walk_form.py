"""The form in which a past walk is typed in or put right."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtWidgets import QPushButton, QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pauses import total_ms
from walktrack.domain.person import Person
from walktrack.domain.posture import PostureItem
from walktrack.domain.typed import Oddity, Times, TimesError, TimesFault
from walktrack.services.entry_forms import WalkForm
from walktrack.services.history import History
from walktrack.ui.dialogs.during_part import DuringPart
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.dialogs.rating_part import RatingPart
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.checklist import Checklist
from walktrack.ui.widgets.details_form import DetailsForm
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel
from walktrack.ui.widgets.odd_words import odd_sentence, times_sentence, wrong_sentence
from walktrack.ui.widgets.pain_scale import PainScale
from walktrack.ui.widgets.pauses_form import PausesForm
from walktrack.ui.widgets.times_form import TimesForm

_USUAL_MINUTES = 20
_STEP_MINUTES = 5


def blank_walk(person: Person, now: Moment) -> WalkForm:
    """Return the form of a new walk: one that has just ended and was as long as the goal."""
    at = now.local()
    end = at - timedelta(minutes=at.minute % _STEP_MINUTES, seconds=at.second)
    end = Moment.of(end.replace(microsecond=0))
    walked = (person.goal_minutes or _USUAL_MINUTES) * MS_PER_MINUTE
    return WalkForm(Times(end.plus(-walked), end, walked))


class WalkFormDialog(FormDialog):
    """A walk's times, pain before, during and after, checklist and details.

    Without `walk_id` it is a new walk.
    """

    width_px = 760

    def __init__(
        self,
        history: History,
        person: Person,
        form: WalkForm,
        walk_id: str | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._new = walk_id is None
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a past walk") if self._new else self.tr("Edit the walk"))
        self._history, self._person, self._shown = history, person, form
        self.entry_id = walk_id
        self.times = TimesForm(form.times)
        self.pauses = PausesForm(form.pauses, form.times.start)
        self._loose_ms = _loose_ms(form)
        self.sum = StrongLabel(wrap=True)
        self.odd = PlainLabel(wrap=True).muted()
        self.before = PainScale(self.tr("Before the walk"), person.ten_anchor)
        hand = history.hand()
        self.during = DuringPart(form.during, person.ten_anchor, hand)
        self.after = PainScale(self.tr("After the walk"), person.ten_anchor)
        self.by_before = RatingPart(self.before, hand)
        self.by_after = RatingPart(self.after, hand)
        self.checklist = Checklist()
        self.details = DetailsForm()
        self._lay_out_cards()
        self.by_before.show_answer(form.before, form.by_before)
        self.by_after.show_answer(form.after, form.by_after)
        self.checklist.show_ticks(form.ticked)
        self.details.show_details(form.details)
        for button in self.findChildren(QPushButton):  # or Enter in a field presses the first one
            button.setAutoDefault(False)
        self.times.edited.connect(self._on_times_typed)
        self.pauses.edited.connect(self._on_pauses)
        self._on_times()
        self.times.day.setFocus()

    def form(self) -> WalkForm:
        """Return what the form holds now; TimesError if its times make no walk."""
        times, shown = self.times.times(), self._shown
        pauses = shown.pauses
        if self.times.draft.moved:
            pauses = self.pauses.within(times.start, times.end)
            room = times.end.ms - times.start.ms - total_ms(pauses)
            if times.walked_ms - MS_PER_MINUTE < room < times.walked_ms:  # minutes are whole ones
                times = replace(times, walked_ms=room)
        return WalkForm(
            times,
            self.before.value,
            self.after.value,
            frozenset(item for item in PostureItem if self.checklist.box(item).isChecked()),
            self.details.details(),
            tuple(each for each in self.during.given if each.id or each.value is not None),
            shown.timed or self.times.says_when,
            pauses,
            self.by_before.aside,
            self.by_after.aside,
        )

    def changed(self) -> bool:
        try:
            return self.form() != self._shown
        except TimesError:
            return True

    def fault(self) -> tuple[str, QWidget] | None:
        try:
            self.times.times()
        except TimesError as error:
            field = self.times.day if error.fault is TimesFault.TOO_OLD else self.times.end
            return wrong_sentence(error.fault), field
        wrong = self._wrong_pauses() or self._late_rating()
        if wrong:
            return wrong
        words = self._overtaken()
        return (words, self.cancel_button) if words else None

    def store(self) -> None:
        if self.entry_id is None:
            self.entry_id = self._history.add_walk(self._person.id, self.form())
        else:
            self._history.edit_walk(self.entry_id, self.form())

    def _wrong_pauses(self) -> tuple[str, QWidget] | None:
        form = self.form()
        start, end = form.times.start, form.times.end
        wrong = self.pauses.fault(start, end)
        if wrong or form.pauses == self._shown.pauses:
            return wrong
        if total_ms(form.pauses) + form.times.walked_ms > end.ms - start.ms:
            words = self.tr("The minutes and the pauses are longer than the walk.")
            return words, self.times.minutes
        return None

    def _late_rating(self) -> tuple[str, QWidget] | None:
        """Refuse a rating added for a minute that the walk no longer has."""
        walked = self.times.times().walked_ms
        late = [each for each in self.during.given if not each.id and each.walked_ms > walked]
        if any(each.value is not None for each in late):
            words = self.tr("A rating you added comes after the end of the walk. Clear it first.")
            return words, self.during.buttons[-1]
        return None

    def _overtaken(self) -> str:
        """Say what became of the walk while the form was open; nothing if it is as it was."""
        if self.entry_id is None:
            return ""
        try:
            stored = self._history.walk_form(self.entry_id)
        except DiaryError:  # then storing it fails as well, and says why
            return ""
        if stored is None:
            return self.tr("This walk is no longer in the diary, so it cannot be changed.")
        if stored != self._shown:
            return self.tr("This walk was changed somewhere else. Close the form and try again.")
        return ""

    def _lay_out_cards(self) -> None:
        when = Card(self.windowTitle())
        when.body.addWidget(self.times)
        when.body.addWidget(self.pauses)
        when.body.addWidget(self.sum)
        when.body.addWidget(self.odd)
        pain = Card(self.tr("How bad was your back pain?"))
        for each in (self.by_before, self.during, self.by_after):
            pain.body.addWidget(each)
        posture = Card(self.tr("Posture checklist"))
        posture.corner.addWidget(self.checklist.count)
        posture.body.addWidget(self.checklist)
        more = Card(self.tr("More about the walk, if you like"))
        more.body.addWidget(self.details)
        for part in (when, pain, posture, more):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def _on_times_typed(self) -> None:
        """Keep the pauses where they were by the clock, or let them go along with the walk."""
        draft, known = self.times.draft, self._shown.times
        by_start, by_end = draft.start.ms - known.start.ms, draft.end.ms - known.end.ms
        self.pauses.follow(draft.start, by_start if by_start == by_end else 0)
        self._on_times()

    def _on_pauses(self) -> None:
        """Let the minutes follow from the pauses."""
        draft = self.times.draft
        paused = total_ms(self.pauses.within(draft.start, draft.end))
        self.times.show_walked(draft.end.ms - draft.start.ms - paused - self._loose_ms)
        self._on_times()

    def _on_times(self) -> None:
        try:
            times = self.times.times()
        except TimesError as error:
            self.sum.show_text(wrong_sentence(error.fault))
            self.odd.show_text("")
        else:
            self.during.walked_ms = times.walked_ms
            self.sum.show_text(times_sentence(times))
            untimed = not self._shown.timed and not self.times.says_when
            if untimed:
                self.sum.show_text(self.tr("Only the day is known. Change the start to say when."))
            self.odd.show_text("\n".join(odd_sentence(odd, times) for odd in self._odd(times)))
        self.odd.setVisible(bool(self.odd.words))

    def _odd(self, times: Times) -> list[Oddity]:
        try:
            found = self._history.odd(self._person.id, times, self.entry_id)
        except DiaryError:  # then it is not known, and Save will say what is wrong with the file
            found = []
        found += self.times.clock_oddities()
        return [oddity for oddity in Oddity if oddity in found]


def _loose_ms(form: WalkForm) -> int:
    """Return what was not walked at no set time."""
    span = form.times.end.ms - form.times.start.ms
    return max(0, span - form.times.walked_ms - total_ms(form.pauses))
