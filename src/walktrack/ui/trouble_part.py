"""A diary that cannot be opened: why, and what can be saved, in place of the pages."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.faults import DiaryError
from walktrack.ui.frame import Frame
from walktrack.ui.pages.trouble import TroublePage

if TYPE_CHECKING:
    from walktrack.services.recovery import Recovery
    from walktrack.ui.rescue import Rescue


class TroublePart(QObject):
    """Shows the page and lets it go. `retried` asks to open the diary once more."""

    retried = Signal()
    folder_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, error: DiaryError, frame: Frame, parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self.page = TroublePage(error)
        self.page.again.connect(self.retried)
        self.page.folder_wanted.connect(self.folder_wanted)
        self.page.help_wanted.connect(self.help_wanted)
        self.rescue: Rescue | None = None

    @property
    def in_view(self) -> bool:
        """Whether the page is the one that is open."""
        return self._frame.pages.currentWidget() is self.page

    @property
    def outcome(self) -> str:
        """What came of saving what could be saved; empty if nothing had to be."""
        return self.rescue.outcome if self.rescue else ""

    def offer(self, recovery: "Recovery", path: Path) -> None:
        """Offer to save what can be saved."""
        from walktrack.ui.rescue import Rescue  # noqa: PLC0415 - rarely wanted

        self.rescue = Rescue(recovery, path, self.page)

    def show_error(self, error: DiaryError) -> None:
        """Show why the diary cannot be opened, and nothing else."""
        self.page.show_error(error)
        if self.rescue:
            self.rescue.attend(error)
        self._frame.show_page(self.page)
        self._frame.top.show_shut(shut=True)
