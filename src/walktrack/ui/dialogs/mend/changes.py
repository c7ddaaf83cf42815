"""What was changed about a record, when and by whom."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from walktrack.domain.edit import Edit
from walktrack.ui.change_words import change_lines, change_title
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.labels import PlainLabel, StrongLabel

_MOST = 50


class ChangesDialog(Question):
    """Lists the changes, the last one first."""

    width_px = 680

    def __init__(self, edits: Sequence[Edit], today: date, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        title = self.tr("What was changed")
        if edits:
            self.show_words(title, self.tr("On the left what it said before, on the right since."))
        else:
            self.show_words(title, self.tr("Nothing was changed here since it was written."))
        parts: list[QWidget] = []
        for edit in list(reversed(edits))[:_MOST]:
            parts.append(StrongLabel(change_title(edit, today), wrap=True))
            parts.append(PlainLabel("\n".join(change_lines(edit)), wrap=True))
        self.add(*parts)
