"""What is said about today beside its walk: that there was none, a flare-up that goes on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from walktrack.domain.day_mark import DayMark, MarkKind
from walktrack.domain.person import Person
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.ui.announce import announce
from walktrack.ui.attempt import Attempts
from walktrack.ui.cards.walk_card import WalkCard
from walktrack.ui.words import short_date_words

if TYPE_CHECKING:
    from walktrack.services.days import DaySaid
    from walktrack.services.desk import Desk
    from walktrack.services.entry_forms import MarkForm
    from walktrack.ui.dialogs.mark_form import MarkFormDialog


class DaysPart(QObject):
    """Runs the part of the walk card that speaks of the whole day."""

    def __init__(self, attempts: Attempts, card: WalkCard, window: QWidget) -> None:
        super().__init__(window)
        self._attempts, self._card, self._window = attempts, card, window
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._week_start: int | None = None
        self._no_walk: DayMark | None = None
        self._flare_up: DayMark | None = None
        self.form: MarkFormDialog | None = None
        card.no_walk.clicked.connect(self._on_no_walk)
        card.take_back.clicked.connect(self._on_take_back)
        card.flare_up.clicked.connect(self._on_flare_up)
        card.eased.clicked.connect(self._on_eased)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def refresh(self, person: Person, week_start: int | None) -> None:
        """Read and show again what is said about today."""
        self._person, self._week_start = person, week_start
        if self._desk is None:
            return
        desk, today = self._desk, self._desk.days.today()
        said = self._attempts.attempt(lambda: desk.days.on(person.id, today))
        if said:
            self._show(said)

    def _show(self, said: "DaySaid") -> None:
        self._no_walk = said.no_walk
        self._flare_up = said.flare_up if said.flare_up and said.flare_up.last is None else None
        since = ""
        if self._desk and self._flare_up:
            day = short_date_words(self._flare_up.first, self._desk.days.today())
            since = self.tr("Flare-up since {day}.").format(day=day)
        self._card.show_day(walked=said.walked, no_walk=said.no_walk is not None, flare_up=since)

    def _on_no_walk(self) -> None:
        if self._desk is None or self._person is None:
            return
        from walktrack.services.entry_forms import MarkForm  # noqa: PLC0415 - start-up

        days, me, today = self._desk.days, self._person, self._desk.days.today()
        form = MarkForm(MarkKind.NO_WALK, today, today)
        held = self._card.no_walk.hasFocus()
        try:
            done = self._attempts.attempt(lambda: days.add(me.id, form), "no walk")
        except NotPossibleError:  # touched twice, or a walk was added meanwhile
            self.refresh(me, self._week_start)
            return
        if done and held:
            self._card.take_back.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self._card, self._card.no_walk_words)

    def _on_take_back(self) -> None:
        if self._desk is None or self._person is None or self._no_walk is None:
            return
        days, mark, held = self._desk.days, self._no_walk, self._card.take_back.hasFocus()
        try:
            self._attempts.attempt(lambda: days.remove(mark.id), "no walk")
        except NotPossibleError:
            self.refresh(self._person, self._week_start)
        if held and not self._card.no_walk.isHidden():
            self._card.no_walk.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_flare_up(self) -> None:
        from walktrack.services.entry_forms import MarkForm  # noqa: PLC0415 - start-up

        if self._desk:
            self._open(MarkForm(MarkKind.FLARE_UP, self._desk.days.today(), None), None)

    def _on_eased(self) -> None:
        if self._desk is None or self._flare_up is None:
            return
        days, mark = self._desk.days, self._flare_up
        known = self._attempts.attempt(lambda: days.form(mark.id))
        if known:
            self._open(known, mark.id)
            if self.form:
                self.form.ask_last_day()

    def _open(self, shown: "MarkForm", stored: str | None) -> None:
        from walktrack.ui.dialogs.mark_form import MarkFormDialog  # noqa: PLC0415 - rarely wanted

        if self._desk is None or self._person is None or self.form is not None:
            return
        form = MarkFormDialog(self._desk.days, self._person, shown, stored, self._window)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.show_week_start(self._week_start)
        form.finished.connect(self._on_closed)
        self.form = form
        form.open()

    def _on_closed(self) -> None:
        self.form = None
