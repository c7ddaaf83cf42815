"""The backups in Settings, from the touch to the services and back."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from walktrack.domain.backup import Backup, BackupError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.services.backups import SECOND_NAME, Made, begin_second, is_there
from walktrack.ui.attempt import Attempts
from walktrack.ui.automatic_backups import AutomaticBackups
from walktrack.ui.backup_words import made_words, missing_words, second_words, trouble_words
from walktrack.ui.errand import Errand
from walktrack.ui.pages.settings.backups import BackupsCard
from walktrack.ui.pages.settings.restoring import Restoring

if TYPE_CHECKING:
    from walktrack.services.desk import Desk


@dataclass(frozen=True, slots=True)
class _Found:
    """The backups there are, newest first, and whether the second folder is there."""

    backups: list[Backup]
    second: str
    second_is_there: bool


class BackupsPart(QObject):
    """Runs the card. Tests put their own way into `choose_folder`."""

    def __init__(
        self, card: BackupsCard, desk: "Desk", automatic: AutomaticBackups, attempts: Attempts
    ) -> None:
        super().__init__(card)
        self._card = card
        self._desk = desk
        self._automatic = automatic
        self._attempts = attempts
        self._asked = False
        self._look_again = False
        self._known = ""
        self.choose_folder: Callable[[str], Path | None] = self._ask_folder
        self.restoring = Restoring(desk, automatic, card)
        self._looking = Errand(BackupError, parent=self)
        self._looking.done.connect(self._on_found)
        self._looking.failed.connect(self._on_not_found)
        card.show_kept(kept=automatic.kept)
        if not automatic.kept:
            return
        card.opened.connect(self.refresh)
        card.backup_wanted.connect(self._on_backup)
        card.restore_wanted.connect(self.restoring.ask)
        card.second.choice_wanted.connect(self._on_choice)
        card.second.stopped.connect(self._on_stop)
        automatic.made.connect(self._on_made)
        automatic.failed.connect(self._on_failed)
        self.restoring.restored.connect(self.refresh)

    def refresh(self) -> None:
        """Look again what there is, in a thread: the second folder may be on a slow network."""
        second = self._chosen()

        def look() -> _Found:
            there = bool(second) and is_there(Path(second))
            return _Found(self._desk.backups.all(), second, there)

        self._look_again = not self._looking.start(look)

    def _on_found(self, found: _Found) -> None:
        self._card.show_backups(found.backups, self._desk.clock.read().wall.day)
        error, second_error = self._automatic.trouble, self._automatic.second_trouble
        self._card.show_trouble(trouble_words(error) if error else "")
        words = ""
        if found.second and not found.second_is_there:
            words = missing_words(found.second)
        elif second_error and second_error.fault is not Fault.CANNOT_OPEN:
            words = second_words(second_error)
        self._card.second.show_folder(found.second, words)
        self._go_on()

    def _on_not_found(self, error: Exception) -> None:
        self._card.show_trouble(trouble_words(error))
        self._card.second.show_folder(self._chosen())
        self._go_on()

    def _go_on(self) -> None:
        if self._look_again:
            self.refresh()

    def _on_backup(self) -> None:
        if not self._asked:
            self._back_up()

    def _back_up(self) -> None:
        self._asked = True
        self._card.say(self.tr("Backing up…"))
        self._automatic.make_now()

    def _on_made(self, made: Made) -> None:
        words = made_words(made, second=bool(self._chosen()))
        self._tell(words, second_words(made.second) if made.second else "")

    def _on_failed(self, error: Exception) -> None:
        words = trouble_words(error)
        self._card.show_trouble(words)
        self._tell("", words)

    def _tell(self, words: str, trouble: str) -> None:
        if self._asked:
            self._card.say(words, elsewhere=trouble)
        self._asked = False
        self.refresh()

    def _on_choice(self) -> None:
        folder = self.choose_folder(self._chosen())
        if folder is None:
            return
        if folder.name == SECOND_NAME:  # the one that WalkTrack made in it
            folder = folder.parent
        if self._desk.path and _is_within(folder, self._desk.path.parent):
            words = self.tr(
                "That folder is inside the folder of your diary. Both would be lost together. "
                "Choose a stick or another disk."
            )
            self._card.say(words)
        elif self._begin(folder) and self._store(str(folder)):
            self._back_up()

    def _on_stop(self) -> None:
        if self._store(""):
            self._automatic.second_trouble = None
            self._card.say(self.tr("No more copies go there. Those in it stay."))
            self.refresh()

    def _begin(self, folder: Path) -> bool:
        """Make the folder for the copies; return False after saying why that is not possible."""
        try:
            begin_second(folder)
        except BackupError as error:
            self._card.say(second_words(error))
            return False
        return True

    def _store(self, folder: str) -> bool:
        """Store which folder gets copies; return False if that failed, which the bar says."""
        settings = self._desk.settings

        def store() -> bool:
            settings.write(replace(settings.read(), second_folder=folder))
            return True

        return bool(self._attempts.attempt(store, "second folder"))

    def _chosen(self) -> str:
        """Return the second folder, or an empty text; the last one known if it cannot be read."""
        with suppress(DiaryError):
            self._known = self._desk.settings.read().second_folder
        return self._known

    def _ask_folder(self, now: str) -> Path | None:
        title = self.tr("Choose a second folder")
        start = now if now and is_there(Path(now)) else str(Path.home())
        name = QFileDialog.getExistingDirectory(self._card, title, start)
        return Path(name) if name else None


def _is_within(folder: Path, data: Path) -> bool:
    return folder.resolve().is_relative_to(data.resolve())
