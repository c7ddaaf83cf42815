"""The question before something in the bin is removed for good."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.bin import Binned
from walktrack.domain.entry import EntryKind
from walktrack.domain.moment import Moment
from walktrack.ui.bin_words import title
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton


class ForGoodDialog(Question):
    """Names what would go; `agreed` that it is to go. Esc and closing keep it."""

    agreed = Signal()

    def __init__(self, lying: Sequence[Binned], now: Moment, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Keep it") if len(lying) == 1 else self.tr("Keep them"), parent)
        warning = self.tr("This cannot be undone. Backups hold it until they grow old.")
        if len(lying) == 1:
            self.show_words(self.tr("Remove this for good?"), f"{title(lying[0], now)}.")
            answer = self.tr("Remove it for good")
        else:
            self.show_words(self.tr("Empty the bin?"), self._counted(lying))
            answer = self.tr("Remove all of it for good")
        self.remove = AnswerButton(answer, warning)
        self.add(self.remove)
        self.remove.clicked.connect(self._on_remove)

    def _counted(self, lying: Sequence[Binned]) -> str:
        counts = Counter(each.entry.kind for each in lying)
        shown = [
            one if counts[kind] == 1 else more.format(count=counts[kind])
            for kind, one, more in (
                (EntryKind.WALK, self.tr("1 walk"), self.tr("{count} walks")),
                (EntryKind.RATING, self.tr("1 rating"), self.tr("{count} ratings")),
                (EntryKind.MARK, self.tr("1 mark on days"), self.tr("{count} marks on days")),
                (
                    EntryKind.INTERFERENCE,
                    self.tr("1 answer about a day"),
                    self.tr("{count} answers about days"),
                ),
            )
            if counts[kind]
        ]
        if len(shown) == 1:
            return self.tr("In it: {one}.").format(one=shown[0])
        *first, last = shown
        return self.tr("In it: {one} and {other}.").format(one=", ".join(first), other=last)

    def _on_remove(self) -> None:
        self.accept()
        self.agreed.emit()
