"""What can be done with the lines that are chosen, besides editing and removing."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from walktrack.domain.entry import Entry
from walktrack.domain.faults import DiaryError
from walktrack.ui.dialogs.mend.more import Act, MoreDialog, acts_for
from walktrack.ui.models.entry_words import what_words, when_words

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


class LineActs(QObject):
    """Opens the windows of History's "More…". `troubled` carries a DiaryError and what to retry."""

    troubled = Signal(object, object)

    def __init__(self, desk: "Desk", page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._entries: list[Entry] = []
        self.dialog: QDialog | None = None

    def ask(self, entries: Sequence[Entry]) -> None:
        """Ask what to do with these lines; there is at least one."""
        self._entries = list(entries)
        try:
            others = len(self._desk.people.there()) > 1
        except DiaryError as error:
            self.troubled.emit(error, self._ask_again)
            return
        dialog = MoreDialog(acts_for(entries, others=others), self._about(), self._page)
        dialog.picked.connect(self._on_picked)
        self._open(dialog)

    def _ask_again(self) -> None:
        self.ask(self._entries)

    def _about(self) -> str:
        if len(self._entries) > 1:
            count = self._page.locale().toString(len(self._entries))
            return self.tr("{count} lines are chosen.").format(count=count)
        entry = self._entries[0]
        words = self.tr("{what}, {when}")
        return words.format(what=what_words(entry), when=when_words(entry, self._today))

    @property
    def _today(self) -> date:
        return self._desk.clock.read().wall.day

    def _on_picked(self, act: Act) -> None:
        try:
            dialog = self._dialog(act)
        except DiaryError as error:
            self.troubled.emit(error, self._ask_again)
            return
        if dialog:
            self._open(dialog)

    def _dialog(self, act: Act) -> QDialog | None:
        """Return the window of an act, or None if its line is not there any more."""
        from walktrack.ui.dialogs.mend.changes import ChangesDialog  # noqa: PLC0415 - rarely wanted
        from walktrack.ui.dialogs.mend.cut import CutDialog  # noqa: PLC0415
        from walktrack.ui.dialogs.mend.join import JoinDialog  # noqa: PLC0415
        from walktrack.ui.dialogs.mend.move import MoveDialog  # noqa: PLC0415
        from walktrack.ui.dialogs.mend.split import SplitDialog  # noqa: PLC0415

        entry, desk = self._entries[0], self._desk
        if act is Act.MOVE:
            person = desk.people.current()
            ids = [entry.id for entry in self._entries]
            return MoveDialog(desk.moving, person, desk.people.there(), ids, self._page)
        if act is Act.CHANGES:
            return ChangesDialog(desk.history.edits(entry.id), self._today, self._page)
        walk = desk.journal.walk(entry.id)
        if walk is None:
            return None
        makers = {Act.CUT: CutDialog, Act.SPLIT: SplitDialog, Act.JOIN: JoinDialog}
        return makers[act](desk.mending, walk, self._page)

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
