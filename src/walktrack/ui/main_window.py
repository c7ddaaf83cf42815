"""The window: the bar at the top, the page that is open, and the bar that says what happened."""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from walktrack.domain.cues import Cue
from walktrack.domain.faults import DiaryError
from walktrack.domain.settings import Settings
from walktrack.services.changes import Changes
from walktrack.ui.attempt import Attempts
from walktrack.ui.messages import Messages
from walktrack.ui.pages.today.page import TodayPage
from walktrack.ui.reading_order import next_stop
from walktrack.ui.signals import Signals
from walktrack.ui.top_bar import PageName, TopBar

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.ui.chime import Chime
    from walktrack.ui.dialogs.closing import Closing
    from walktrack.ui.pages.trouble import TroublePage
    from walktrack.ui.shelf import Shelf

_SIZE = (1280, 800)
_FRAME = 60  # room for the title bar and the edges that the desktop adds
_SIDE, _FOOT = 16, 8


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
        self._was_painted = False
        self._may_close = False
        self._closing = False
        self._rereading = False
        self.settings = Settings()
        self.signals = Signals(self)
        self.attempts = Attempts(self)
        self.messages = Messages(self.attempts, self)
        self.top = TopBar()
        self.today = TodayPage(self.attempts)
        self._notices: list[QWidget] = []
        self._shelf: Shelf | None = None
        self._trouble: TroublePage | None = None
        self._stack = QStackedWidget()
        self._stack.addWidget(self.today)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("WalkTrack"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        foot = QVBoxLayout()
        foot.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        foot.addWidget(self.messages.bar)
        self._column.addWidget(self.top)
        self._column.addWidget(self._stack, 1)
        self._column.addLayout(foot)
        self.setCentralWidget(inside)
        room = self.screen().availableSize()
        wide, high = _SIZE
        self.resize(min(wide, room.width()), min(high, room.height()))
        if room.width() < wide + _FRAME or room.height() < high + _FRAME:
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _connect(self) -> None:
        self.top.gone.connect(self.go)
        self.top.person_wanted.connect(self._on_person)
        self.messages.failed.connect(self._on_failed)
        self.signals.changed.connect(self._on_changed)
        self.today.said.connect(self.messages.say)
        self.today.troubled.connect(self.messages.warn)
        self.today.cued.connect(self._on_cue)

    def _make_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415 - start-up

        for keys, slot in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.messages.undo),
            (QKeySequence("F5"), self.today.walk.forward),
            (QKeySequence("F6"), self.today.walk.press_finish),
        ):
            QShortcut(keys, self, slot).setAutoRepeat(False)
        for number, name in enumerate(PageName, start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self, self.top.pages[name].click)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        if self._trouble:
            self.top.setEnabled(True)
            self._stack.setCurrentWidget(self.today)
        self._desk = desk
        self._make_shortcuts()
        from walktrack.ui.shelf import Shelf  # noqa: PLC0415 - the other pages wait for the paint

        self._shelf = Shelf(desk, self.attempts, self.chime, self)
        self._shelf.folder_wanted.connect(self.show_folder)
        desk.announcer.listen(self.signals.changed.emit)
        self.messages.take_up(desk.undo)
        self.settings = desk.settings.read()
        self.look_wanted.emit(self.settings)
        person = desk.people.current()
        self.top.show_person(person)
        self.today.take_up(desk, person, self.settings)
        if not self.settings.welcomed:
            self._welcome()

    def load_charts(self) -> None:
        """Bring in what draws the charts; it takes a while and the window goes on meanwhile."""
        self.today.load_charts()

    def show_notice(self, notice: QWidget) -> None:
        """Keep a line in view above the pages."""
        self._notices.append(notice)
        around = QVBoxLayout()
        around.setContentsMargins(_SIDE, 0, _SIDE, _FOOT)
        around.addWidget(notice)
        self._column.insertLayout(1, around)

    def show_example_notice(self) -> None:
        """Say on every page that this is not the person's own diary."""
        from walktrack.ui.widgets.notice import Notice  # noqa: PLC0415 - rarely wanted

        words = self.tr("This is an example diary. Nothing in it is yours, and it is not kept.")
        self.show_notice(Notice(words))

    def show_trouble(self, error: DiaryError) -> None:
        """Say, in place of the pages, why the diary cannot be opened."""
        if self._desk:
            return
        if self._trouble is None:
            from walktrack.ui.pages.trouble import TroublePage  # noqa: PLC0415 - rarely wanted

            self._trouble = TroublePage(error)
            self._trouble.again.connect(self.retried)
            self._trouble.folder_wanted.connect(self.show_folder)
            self._stack.addWidget(self._trouble)
        self._trouble.show_error(error)
        self._stack.setCurrentWidget(self._trouble)
        self.top.setEnabled(False)

    def show_folder(self) -> None:
        """Open the folder of the diary in the desktop's file manager."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - start-up
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - start-up

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))

    def go(self, name: PageName) -> None:
        """Open a page; before the diary is open there is only Today."""
        if name is PageName.TODAY or self._shelf is None or self._desk is None:
            self._stack.setCurrentWidget(self.today)
            self.top.show_page(PageName.TODAY)
            return
        page = self._shelf.page(name)
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        page.show_person(self._desk.people.current(), self.settings)
        self._stack.setCurrentWidget(page)
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

    def focusNextPrevChild(self, forward: bool, /) -> bool:  # noqa: FBT001 - Qt's own
        """Go by the order of reading, not by what was made first."""
        page = self._stack.currentWidget()
        pages = self.today.regions() if page is self.today or page is None else [page]
        here = QApplication.focusWidget()
        stop = next_stop(
            [self.top, *self._notices, *pages, self.messages.bar], here, forward=forward
        )
        if stop is None:
            return super().focusNextPrevChild(forward)
        reasons = Qt.FocusReason
        stop.setFocus(reasons.TabFocusReason if forward else reasons.BacktabFocusReason)
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        running = self.today.walk.running()
        if self._may_close or running is None:
            event.accept()
            return
        event.ignore()
        if self._closing:
            return
        self._closing = True
        from walktrack.ui.dialogs.closing import ClosingDialog  # noqa: PLC0415 - at the end

        question = ClosingDialog(running.state, running.walked_ms, self)
        question.chosen.connect(self._on_closing)
        question.finished.connect(question.deleteLater)
        question.finished.connect(self._on_closing_answered)
        question.open()

    def _on_closing_answered(self) -> None:
        self._closing = False

    def _on_closing(self, chosen: "Closing") -> None:
        stored = {
            "keep": self.today.walk.leave,
            "finish": self.today.walk.finish,
        }.get(chosen.value)
        if stored is None:
            return
        if stored():
            self._close_now()
        else:
            words = self.tr(
                "This could not be stored now. The walk will be here at the next start, "
                "with a question about its time."
            )
            self.messages.offer(words, self.tr("Close anyway"), self._close_now)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()

    def _on_changed(self, changes: Changes) -> None:
        if self._desk is None:
            return
        if changes & Changes.SETTINGS:
            self.settings = self._desk.settings.read()
            self.look_wanted.emit(self.settings)
        person = self._desk.people.current()
        self.top.show_person(person)
        if person.name:
            self.today.greeted()
        if changes & (Changes.PERSON | Changes.SETTINGS):
            self.today.show_person(person, self.settings)
        else:
            self.today.refresh(changes)
        if self._shelf:
            self._shelf.refresh(person, self.settings)

    def _on_failed(self) -> None:
        """Show again what is stored, so that nothing untrue stays on the screen."""
        if not self._rereading and self._desk:
            self._rereading = True
            self.today.refresh(Changes.RATINGS | Changes.POSTURE)
            if self._shelf:
                self._shelf.refresh(self._desk.people.current(), self.settings)
            self._rereading = False

    def _on_cue(self, cue: Cue) -> None:
        self.chime.play(cue.value)

    def _on_person(self) -> None:
        self.go(PageName.SETTINGS)
        if self._shelf:
            self._shelf.ask_name()

    def _welcome(self) -> None:
        from walktrack.ui.widgets.welcome import WelcomeCard  # noqa: PLC0415 - once

        card = WelcomeCard()
        card.named.connect(self._on_named)
        self.today.greet(card)

    def _on_named(self, name: str) -> None:
        if self._desk is None:
            return
        desk = self._desk
        welcomed = replace(self.settings, welcomed=True)
        self.attempts.attempt(lambda: desk.settings.write(welcomed))
        if name.strip():
            self.attempts.attempt(lambda: desk.people.rename(desk.people.current(), name))
        self.today.greeted()
