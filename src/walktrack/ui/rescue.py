"""Joins the page that says the diary is damaged to what can be done about it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from walktrack.domain.backup import BackupError, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.services.opening import backups_of
from walktrack.services.recovery import Prospects, Recovery
from walktrack.ui.dialogs.anew import AnewDialog
from walktrack.ui.errand import Errand
from walktrack.ui.pages.trouble import TroublePage
from walktrack.ui.pages.trouble.way import WayOut
from walktrack.ui.rescue_words import rescue_sentence

_DAMAGE = frozenset({Fault.DAMAGED, Fault.NOT_A_DIARY, Fault.MISSING})
_EXPECTED = (DiaryError, BackupError, UnfitError, NotPossibleError)


class Rescue(QObject):
    """Looks for what can be saved, and puts it in place when the person says so.

    The work is done in a thread. Once it is done the page asks to open the diary again.
    """

    def __init__(self, recovery: Recovery, diary: Path, page: TroublePage) -> None:
        super().__init__(page)
        self._recovery = recovery
        self._backups = backups_of(diary).folder
        self._page = page
        self._ways = page.ways
        self._backup: Path | None = None
        self._out = WayOut.FILE
        self._before = ""
        self._kept: Path | None = None
        self._mended = False
        self._is_there = True
        self._looking = Errand(*_EXPECTED, parent=self)
        self._mending = Errand(*_EXPECTED, parent=self)
        self._looking.done.connect(self._on_found)
        self._looking.failed.connect(self._on_not_found)
        self._mending.done.connect(self._on_mended)
        self._mending.failed.connect(self._on_not_mended)
        self._ways.chosen.connect(self._on_chosen)

    @property
    def outcome(self) -> str:
        """What to say once the diary is open; empty if nothing was put in its place."""
        if not self._mended:
            return ""
        words = (
            self.tr("An empty diary is open.")
            if self._out is WayOut.EMPTY
            else self.tr("Your diary is back.")
        )
        if self._kept is None:
            return words
        kept = self.tr("The damaged file is kept in {folder}.").format(folder=self._kept)
        return f"{words} {kept}"

    def attend(self, error: DiaryError) -> None:
        """Begin to look, if this is trouble that something can be done about."""
        if error.fault in _DAMAGE:
            self._ways.show_looking()
            self._page.show_ways()
            self._page.set_busy(busy=True)
            self._looking.start(self._recovery.look)

    def _on_found(self, prospects: Prospects) -> None:
        self._backup = prospects.backup.path if prospects.backup else None
        self._is_there = prospects.is_there
        self._ways.show_prospects(prospects)
        if prospects.trouble:
            self._ways.say_trouble(rescue_sentence(prospects.trouble))
        self._page.set_busy(busy=False)

    def _on_not_found(self, error: Exception) -> None:
        self._ways.show_prospects(None)
        self._ways.say_trouble(rescue_sentence(error))
        self._page.set_busy(busy=False)

    def _on_chosen(self, out: WayOut) -> None:
        self._out = out
        match out:
            case WayOut.BACKUP:
                self._bring_back(self._backup)
            case WayOut.READABLE:
                self._mend(self._recovery.salvage)
            case WayOut.FILE:
                self._bring_back(self._ask_file())
            case WayOut.EMPTY:
                self._ask_empty()

    def _ask_file(self) -> Path | None:
        title, kinds = self.tr("Choose a backup"), self.tr("Diaries and backups (*.db)")
        start = str(self._backups)
        name, _ = QFileDialog.getOpenFileName(self._page, title, start, kinds)
        return Path(name) if name else None

    def _ask_empty(self) -> None:
        question = AnewDialog(self._page, is_there=self._is_there)
        question.agreed.connect(self._on_empty)
        question.finished.connect(question.deleteLater)
        question.open()

    def _on_empty(self) -> None:
        self._mend(self._recovery.begin_anew)

    def _bring_back(self, source: Path | None) -> None:
        if source:
            self._mend(lambda: self._recovery.bring_back(source))

    def _mend(self, verb: Callable[[], Path | None]) -> None:
        self._before = self._ways.state.words
        self._page.set_busy(busy=True)
        self._ways.say_trouble("")
        self._ways.say(self.tr("Bringing your diary back…"))
        self._mending.start(verb)

    def _on_mended(self, kept: Path | None) -> None:
        self._kept, self._mended = kept, True
        # Wait out a double click: its second half must not land on what comes next.
        QTimer.singleShot(QApplication.doubleClickInterval(), self, self._page.again.emit)

    def _on_not_mended(self, error: Exception) -> None:
        if isinstance(error, NotPossibleError):  # it is sound by now, or nothing is left to read
            self._page.again.emit()
            return
        self._page.set_busy(busy=False)
        self._ways.state.show_text(self._before)
        self._ways.say_trouble(rescue_sentence(error))
        self._ways.focus(self._out)
