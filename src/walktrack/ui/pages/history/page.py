"""History: all that was written down in one list, to look through, add to and put right."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walktrack.domain.clock import Clock
from walktrack.domain.entry import Entry, EntryKind, HistoryFilter
from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.domain.settings import Settings
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.bin import Bin
from walktrack.services.days import Days
from walktrack.services.history import History
from walktrack.services.interferences import Interferences
from walktrack.ui.dialogs.history_forms import HistoryForms
from walktrack.ui.look.tokens import GAP
from walktrack.ui.models.history_model import HistoryModel
from walktrack.ui.pages.history.foot import HistoryFoot
from walktrack.ui.widgets.buttons import OutlinedButton, PlainButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.down_scroll import DownScroll
from walktrack.ui.widgets.history_filter import HistoryFilterBar
from walktrack.ui.widgets.history_list import HistoryList
from walktrack.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from walktrack.ui.dialogs.bin import BinDialog

_SIDE = 16


class HistoryPage(QWidget):
    """The list with its filter, and the buttons to add, edit and remove.

    Every change goes through the History service, whose announcement makes the window show the
    person again. `troubled` carries the DiaryError of a change or a look that failed, and what to
    call to try again. `today_wanted` says that an open walk is back from the bin. `more_wanted`
    carries the lines that are chosen, for what else can be done with them, `everyone_wanted` the
    words that are to be found in everybody's diary.
    """

    troubled = Signal(object, object)
    today_wanted = Signal()
    more_wanted = Signal(object)
    everyone_wanted = Signal(str)

    def __init__(
        self,
        history: History,
        days: Days,
        clock: Clock,
        bin_of: Bin,
        *,
        interferences: Interferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._history, self._days, self._clock, self._bin = history, days, clock, bin_of
        self._interferences = interferences
        self._person: Person | None = None
        self.model = HistoryModel(history, self)
        self.forms = HistoryForms(history, days, clock, interferences, self)
        self.list = HistoryList(self.model)
        self.filter = HistoryFilterBar()
        self.empty = PlainLabel(wrap=True)
        self.count = PlainLabel().muted()
        self.show_all_button = OutlinedButton(self.tr("Show everything"), "history")
        self.add_mark_button = PlainButton(self.tr("Flare-up or no walk…"))
        self.add_way_button = PlainButton(self.tr("Pain in the way…"))
        self.add_way_button.setToolTip(self.tr("Say how much pain got in the way of a day."))
        self.foot = HistoryFoot()
        self.bin: BinDialog | None = None
        self._lay_out()
        self._connect()
        self._show_empty(limited=False)

    def show_person(self, person: Person, settings: Settings) -> None:
        """Show the diary of a person; of another one from its newest line on."""
        known, self._person = self._person, person
        self.forms.week_start = settings.week_start
        self.filter.everyone.setVisible(self._is_shared())
        self.filter.show_week_start(settings.week_start)
        if known is None or known.id != person.id:
            self.filter.show_everything()
            self.filter.show_days(self._today.replace(day=1), self._today)
            self._read()
            self.list.scrollToTop()
        else:
            self.refresh()

    def refresh(self) -> None:
        """Read the list again; the line that was chosen stays chosen, where it was on the screen.

        If it is gone, the line that took its place is chosen.
        """
        chosen, row = self.list.entry, self.list.currentIndex().row()
        above = self.list.offset_of(row)
        self._read()
        last = self.model.rowCount() - 1
        if chosen is None or last < 0:
            return
        found = self._row_of(chosen.id)
        self.list.choose(min(row, last) if found is None else found, above)

    def show_line(self, entry_id: str) -> None:
        """Choose a line; if the filter hides it, take the filter off."""
        if self._row_of(entry_id) is None:
            self.filter.show_everything()
            self._read()
        row = self._row_of(entry_id)
        if row is not None:
            self.list.choose(row)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _today(self) -> date:
        return self._clock.read().wall.day

    def _lay_out(self) -> None:
        card = Card(self.tr("History"))
        card.corner.addWidget(self.count)
        card.corner.addWidget(self.add_way_button)
        card.corner.addWidget(self.add_mark_button)
        nothing = QWidget()
        lines = QVBoxLayout(nothing)
        lines.addStretch(1)
        for widget in (self.empty, self.show_all_button):
            lines.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        lines.addStretch(2)
        self._views = QStackedWidget()
        self._views.addWidget(self.list)
        self._views.addWidget(nothing)
        card.body.addWidget(self.filter)
        card.body.addWidget(self._views, 1)
        card.body.addWidget(self.foot)
        inside = QWidget()
        around = QVBoxLayout(inside)
        around.setContentsMargins(_SIDE, 0, _SIDE, GAP)
        around.addWidget(card)
        scroll = DownScroll(inside)  # for large words on a low screen; the list scrolls by itself
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _connect(self) -> None:
        self.filter.changed.connect(self._on_filter)
        self.show_all_button.clicked.connect(self._on_show_all)
        self.list.chosen.connect(self._on_chosen)
        self.list.edit_asked.connect(self._on_edit)
        self.list.remove_asked.connect(self._on_remove)
        self.foot.edit_button.clicked.connect(self._on_edit)
        self.foot.remove_button.clicked.connect(self._on_remove)
        self.foot.more_button.clicked.connect(self._on_more)
        self.filter.several.toggled.connect(self._on_several)
        self.filter.everyone.clicked.connect(self._on_everyone)
        self.foot.bin_button.clicked.connect(self._on_bin)
        self.foot.add_walk_button.clicked.connect(self._on_add_walk)
        self.foot.add_rating_button.clicked.connect(self._on_add_rating)
        self.add_mark_button.clicked.connect(self._on_add_mark)
        self.add_way_button.clicked.connect(self._on_add_way)
        self.forms.stored.connect(self.show_line)
        self.forms.gone.connect(self.refresh)
        self.forms.troubled.connect(self.troubled)
        # Lines are read while they are painted, which is no time to show a message.
        queued = Qt.ConnectionType.QueuedConnection
        self.model.troubled.connect(self._on_unreadable, queued)

    def _read(self) -> None:
        if self._person is None:
            return
        wanted = self.filter.wanted(self._today)
        self.model.show_lines(self._person.id, wanted, self._today)
        lines = self.model.rowCount()
        self._views.setCurrentIndex(0 if lines else 1)
        self._show_empty(limited=wanted != HistoryFilter())
        words = self.tr("1 line") if lines == 1 else self.tr("{count} lines")
        self.count.show_text(words.format(count=self.locale().toString(lines)) if lines else "")
        self._on_chosen()

    def _show_empty(self, *, limited: bool) -> None:
        nothing = self.tr("Nothing here yet. Your walks and ratings will appear here.")
        self.empty.show_text(self.tr("Nothing matches.") if limited else nothing)
        self.show_all_button.setVisible(limited)

    def _row_of(self, entry_id: str) -> int | None:
        try:
            return self.model.row_of(entry_id)
        except DiaryError as error:
            self._on_unreadable(error)
            return None

    def _is_shared(self) -> bool:
        try:
            return self._history.is_shared()
        except DiaryError:  # the list itself says what is wrong
            return False

    def _has_line(self, entry_id: str) -> bool:
        if self._person is None:
            return False
        try:
            return self._history.index_of(self._person.id, HistoryFilter(), entry_id) is not None
        except DiaryError as error:
            self._on_unreadable(error)
            return False

    def _on_unreadable(self, error: DiaryError) -> None:
        self.troubled.emit(error, self.refresh)

    def _on_filter(self) -> None:
        self._read()
        self.list.scrollToTop()

    def _on_show_all(self) -> None:
        self.filter.show_everything()
        self._on_filter()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self) -> None:
        self.foot.show_chosen(self.list.chosen_count)

    def _on_add_walk(self) -> None:
        if self._person:
            self.forms.add_walk(self._person)

    def _on_add_rating(self) -> None:
        if self._person:
            self.forms.add_rating(self._person)

    def _on_add_mark(self) -> None:
        if self._person:
            self.forms.add_mark(self._person)

    def _on_add_way(self) -> None:
        if self._person:
            self.forms.add_interference(self._person)

    def _on_edit(self) -> None:
        entry = self.list.entry
        if entry and self._person:
            self.forms.edit(self._person, entry)

    def _on_remove(self) -> None:
        entries = self.list.entries
        if entries:
            self._remove(entries)

    def _remove(self, entries: list[Entry]) -> None:
        """Remove these lines, and no other ones when it is tried again."""
        try:
            if len(entries) > 1:
                self._history.remove_all(entries)
            else:
                self._remove_one(entries[0])
        except NotPossibleError:  # it is not there any more
            self.refresh()
        except DiaryError as error:
            self.troubled.emit(error, partial(self._remove, entries))

    def _remove_one(self, entry: Entry) -> None:
        remove = {
            EntryKind.WALK: self._history.remove_walk,
            EntryKind.RATING: self._history.remove_rating,
            EntryKind.MARK: self._days.remove,
            EntryKind.INTERFERENCE: self._interferences.remove,
        }[entry.kind]
        remove(entry.id)

    def _on_everyone(self) -> None:
        self.everyone_wanted.emit(self.filter.text.text().strip())

    def _on_more(self) -> None:
        entries = self.list.entries
        if entries:
            self.more_wanted.emit(entries)

    def _on_several(self, several: bool) -> None:  # noqa: FBT001 - a slot
        """Let each press choose one more; back to one, the line that is alone stays chosen."""
        chosen = self.list.entry
        self.list.choose_several(several=several)
        row = self._row_of(chosen.id) if chosen else None
        if row is not None:
            self.list.choose(row)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bin(self) -> None:
        from walktrack.ui.dialogs.bin import BinDialog  # noqa: PLC0415 - rarely wanted

        if self._person:
            self.bin = BinDialog(self._bin, self._person.id, self._clock, self)
            self.bin.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.bin.put_back.connect(self._on_put_back)
            self.bin.open()

    def _on_put_back(self, entry_id: str) -> None:
        """Choose the line that is back, if it has one here; what has none is on Today."""
        if self._has_line(entry_id):
            self.show_line(entry_id)
        else:
            self.today_wanted.emit()
