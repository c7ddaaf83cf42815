"""The window: the bar at the top, the page that is open, and the bar that says what happened."""

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow

from walktrack.domain.cues import Cue
from walktrack.domain.faults import DiaryError
from walktrack.domain.settings import Settings
from walktrack.services.changes import Changes
from walktrack.ui.attempt import Attempts
from walktrack.ui.dialog_keys import DialogKeys, top_dialog
from walktrack.ui.frame import Frame
from walktrack.ui.leaving import Leaving
from walktrack.ui.messages import Messages
from walktrack.ui.pages.today.page import TodayPage
from walktrack.ui.signals import Signals
from walktrack.ui.top_bar import PageName

if TYPE_CHECKING:
    from walktrack.domain.person import Person
    from walktrack.services.desk import Desk
    from walktrack.services.recovery import Recovery
    from walktrack.ui.automatic_backups import AutomaticBackups
    from walktrack.ui.chime import Chime
    from walktrack.ui.people_part import PeoplePart
    from walktrack.ui.reminding import Reminding
    from walktrack.ui.shelf import Shelf
    from walktrack.ui.signs import SignsPart
    from walktrack.ui.trouble_part import TroublePart

_SIZE = (1280, 800)
_FRAME = 60  # room for the title bar and the edges that the desktop adds
_REMINDED_MS = 3_000
"""How long after the diary is there a reminder may come: the charts are drawn by then."""


class MainWindow(QMainWindow):
    """Holds the pages. It is up before the diary is open; `take_up` brings the diary in.

    `painted` is emitted once, after the first painting: what can wait, waits for it. `look_wanted`
    carries the Settings whose colours and text size are to be shown.
    """

    painted = Signal()
    look_wanted = Signal(object)
    retried = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._was_painted = False
        self._rereading = False
        self.settings = Settings()
        self.signals = Signals(self)
        self.attempts = Attempts(self)
        self.messages = Messages(self.attempts, self)
        self.today = TodayPage(self.attempts)
        self._frame = Frame(self.today, self.messages.bar)
        self.top = self._frame.top
        self.leaving = Leaving(self.today.walk, self.messages, self)
        self._shelf: Shelf | None = None
        self._people: PeoplePart | None = None
        self.backups: AutomaticBackups | None = None
        self._example = False
        self.reminding: Reminding | None = None
        self.trouble: TroublePart | None = None
        self.log_folder: Callable[[], Path] | None = None
        self.setWindowTitle(self.tr("WalkTrack"))
        self.setCentralWidget(self._frame)
        self._take_room()
        self._connect()

    def _take_room(self) -> None:
        room = self.screen().availableSize()
        wide, high = _SIZE
        self.resize(min(wide, room.width()), min(high, room.height()))
        if room.width() < wide + _FRAME or room.height() < high + _FRAME:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self.top.gone.connect(self.go)
        self.top.person_wanted.connect(self._on_people)
        self.top.signs_wanted.connect(self.show_signs)
        self.messages.failed.connect(self._on_failed)
        self.signals.changed.connect(self._on_changed)
        DialogKeys({Qt.Key.Key_F1: self.show_help, Qt.Key.Key_F2: self.show_signs}, self)
        self.today.said.connect(self.messages.say)
        self.today.troubled.connect(self.messages.warn)
        self.today.cued.connect(self._on_cue)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        if self.trouble:
            self.top.show_shut(shut=False)
            self._frame.show_page(self.today)
        self._desk = desk
        from walktrack.ui.automatic_backups import AutomaticBackups  # noqa: PLC0415 - start-up
        from walktrack.ui.people_part import PeoplePart  # noqa: PLC0415 - start-up
        from walktrack.ui.shelf import Shelf  # noqa: PLC0415 - the other pages wait for the paint
        from walktrack.ui.shortcuts import make_shortcuts  # noqa: PLC0415 - start-up

        make_shortcuts(self, self.messages, self.today.walk, self.top, self._on_people)
        self.backups = AutomaticBackups(desk.backups, kept=not self._example, parent=self)
        self.backups.troubled.connect(self.messages.warn)
        self._shelf = Shelf(desk, self.attempts, self.chime, self.backups, self)
        self._people = PeoplePart(desk, self.attempts, self.messages, self)
        self._people.cued.connect(self._on_other_cue)
        self._people.line_wanted.connect(self._on_line_wanted)
        self.leaving.others = self._people.others
        self.signs.take_up(desk)
        self.today.walk.hold = self.signs.hold
        self.today.signs_ticked.connect(self.signs.answer)
        self._people.unlikely.waits = self.signs.has_line
        self._people.others.gives_way = self.signs.goes_first
        for part in (self._people.others, self._people.unlikely, self.signs):
            self._frame.add_strip(part.strip)
        self._shelf.said.connect(self.messages.say)
        self._shelf.troubled.connect(self.messages.warn)
        self._shelf.folder_wanted.connect(self.show_folder)
        self._shelf.help_wanted.connect(self.show_help)
        self._shelf.today_wanted.connect(self._on_walk_back)
        self._shelf.plan_wanted.connect(partial(self.go, PageName.PLAN))
        self._shelf.everyone_wanted.connect(self._people.search)
        self._shelf.conditions_wanted.connect(self.signs.ask_first)
        self._shelf.answers_wanted.connect(self.signs.show_answers)
        self._shelf.signs_offered.connect(self.signs.offer)
        desk.announcer.listen(self.signals.changed.emit)
        self.messages.take_up(desk.undo)
        self.settings = desk.settings.read()
        self.look_wanted.emit(self.settings)
        person = self._person = desk.people.current()
        self.top.show_person(person, desk.writing.hand())
        self._show_plan(desk, person)
        self.signs.refresh(person, welcomed=self.settings.welcomed)  # an early Start asks it
        self.today.take_up(desk, person, self.settings)
        self._people.refresh(person)
        if not self.settings.welcomed:
            from walktrack.ui.welcoming import Welcoming  # noqa: PLC0415 - once

            Welcoming(desk, self.today, self.attempts).greet()
        if self.trouble and self.trouble.outcome:
            self.messages.say(self.trouble.outcome)

    def load_charts(self) -> None:
        """Bring in what draws the charts; it takes a while and the window goes on meanwhile."""
        self.today.load_charts()
        QTimer.singleShot(_REMINDED_MS, self, self.remind)

    def remind(self) -> None:
        """Begin to remind, long after all that a start has to show."""
        if self._desk is None or self._people is None or self._person is None or self.reminding:
            return
        from walktrack.ui.reminding import Reminding  # noqa: PLC0415 - start-up

        to_today = partial(self.go, PageName.TODAY)
        self.reminding = Reminding(self._desk, self.attempts, self, to_today)
        self._frame.add_strip(self.reminding.part.strip)
        self.reminding.begin(self._people, self.signs, self.today, self._person)

    def show_example_notice(self) -> None:
        """Say on every page that this is not the person's own diary."""
        from walktrack.ui.widgets.notice import Notice  # noqa: PLC0415 - rarely wanted

        self._example = True
        words = self.tr("This is an example diary. Nothing in it is yours, and it is not kept.")
        self._frame.add_notice(Notice(words))

    def show_trouble(self, error: DiaryError, recovery: "Recovery | None" = None) -> None:
        """Say, in place of the pages, why the diary cannot be opened, and what can be saved."""
        if self._desk:
            return
        if self.trouble is None:
            from walktrack.ui.trouble_part import TroublePart  # noqa: PLC0415 - rarely wanted

            part = self.trouble = TroublePart(error, self._frame, self)
            part.retried.connect(self.retried)
            part.folder_wanted.connect(self.show_folder)
            part.help_wanted.connect(self.show_help)
            if recovery:
                part.offer(recovery, self._path)
        self.trouble.show_error(error)

    @property
    def in_trouble(self) -> bool:
        """Whether the page is in view that says why there is no diary."""
        return self.trouble is not None and self.trouble.in_view

    def show_folder(self) -> None:
        """Open the folder of the diary in the desktop's file manager."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - start-up
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - start-up

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def show_help(self) -> None:
        """Say what is promised about the data, what is not, and where the files are."""
        from walktrack.ui.dialogs.help import HelpDialog  # noqa: PLC0415 - rarely wanted
        from walktrack.ui.help_words import places_of  # noqa: PLC0415 - rarely wanted

        if isinstance(top_dialog(), HelpDialog):
            return
        log = self.log_folder() if self.log_folder else None
        places = places_of(self._path, self.settings.second_folder, log)
        dialog = HelpDialog(places, top_dialog() or self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @cached_property
    def signs(self) -> "SignsPart":
        """The warning signs, in the window."""
        from walktrack.ui.signs import SignsPart  # noqa: PLC0415 - start-up

        return SignsPart(self.attempts, self)

    def show_signs(self) -> None:
        """Open the list of warning signs, whether there is a diary or not."""
        self.signs.open()

    def go(self, name: PageName) -> None:
        """Open a page; before the diary is open there is only Today."""
        if name is PageName.TODAY or self._shelf is None or self._person is None:
            self._frame.show_page(self.today)
            self.top.show_page(PageName.TODAY)
            return
        page = self._shelf.page(name)
        page.show_person(self._person, self.settings)
        self._frame.show_page(page)
        self.top.show_page(name)
        self.top.pages[name].setFocus(Qt.FocusReason.OtherFocusReason)

    @cached_property
    def chime(self) -> "Chime":
        """The sounds; what plays them is looked for when one is first wanted."""
        from walktrack.ui.chime import Chime  # noqa: PLC0415 - start-up

        return Chime(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self.today.walk.set_shown(shown=self.today.isVisible() and not self.isMinimized())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open Help or the warning signs, whether there is a diary or not."""
        if event.key() == Qt.Key.Key_F1 and not event.isAutoRepeat():
            self.show_help()
        elif event.key() == Qt.Key.Key_F2 and not event.isAutoRepeat():
            self.show_signs()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        """Go by the order of reading."""
        stop = self._frame.next_stop(forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reasons = Qt.FocusReason
        stop.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.leaving.may_close())

    def _on_changed(self, changes: Changes) -> None:
        if self._desk is None:
            return
        if changes & Changes.SETTINGS:
            self.settings = self._desk.settings.read()
            self.look_wanted.emit(self.settings)
        person = self._person = self._desk.people.current()
        self.top.show_person(person, self._desk.writing.hand())
        self._show_plan(self._desk, person)
        if person.name:
            self.today.greeted()
        if changes & (Changes.PERSON | Changes.SETTINGS):
            self.today.show_person(person, self.settings)
        else:
            self.today.refresh(changes)
        if self._shelf:
            self._shelf.refresh(person, self.settings)
        self.signs.refresh(person, welcomed=self.settings.welcomed)
        if self._people:
            self._people.refresh(person)
        if self.reminding:
            self.reminding.refresh(person)

    def _show_plan(self, desk: "Desk", person: "Person") -> None:
        """Have the plan in the bar while this person has one."""
        on = self.attempts.attempt_steadily(lambda: desk.plan.is_on(person.id), "plan in the bar")
        if on is not None:
            self.top.show_plan(on=on)

    def _on_failed(self) -> None:
        """Show again what is stored, so that nothing untrue stays on the screen."""
        if not self._rereading and self._person:  # who that is may not be to be read now
            self._rereading = True
            self.today.refresh(Changes.RATINGS | Changes.POSTURE)
            if self._shelf:
                self._shelf.refresh(self._person, self.settings)
            self._rereading = False

    def _on_cue(self, cue: Cue) -> None:
        self.chime.volume = self.settings.volume
        self.chime.play(cue.value)

    def _on_other_cue(self, cue: Cue) -> None:
        if self.settings.sound:
            self._on_cue(cue)

    def _on_walk_back(self) -> None:
        self.go(PageName.TODAY)
        self.today.walk.card.safe_step().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_line_wanted(self, entry_id: str) -> None:
        self.go(PageName.HISTORY)
        if self._shelf:
            self._shelf.show_line(entry_id)

    def _on_people(self) -> None:
        if self._people:
            self._people.open()
