"""What the windows share in which a walk is put right: trying, and saying why it cannot be."""

from collections.abc import Callable

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.mending import MendError
from walktrack.services.undo import HinderedError
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.fault_words import sentence
from walktrack.ui.mend_words import fault_words, gone_words
from walktrack.ui.undo_words import hindered_words
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.labels import PlainLabel


class MendDialog(Question):
    """Words of what would come of it, one button to do it, and room for why it cannot be done."""

    def __init__(self, deed: str, icon: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Cancel"), parent)
        self.result_words = PlainLabel(wrap=True)
        self.outcome = PlainLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        self.outcome.hide()
        self.do_it = FilledButton(deed, icon)
        self.do_it.setAutoDefault(False)

    def show_result(self, words: str, *, possible: bool = True) -> None:
        """Say what would come of it; it can be done only if it is possible."""
        self.result_words.show_text(words)
        self.do_it.setEnabled(possible)

    def ask_for(self, look: Callable[[], str]) -> None:
        """Show what a look at the diary says would come of it, or why nothing can."""
        try:
            self.show_result(look())
        except MendError as error:
            self.show_result(fault_words(error.fault), possible=False)
        except LookupError:
            self.show_result(gone_words(), possible=False)
        except DiaryError as error:
            self.show_result(sentence(error), possible=False)

    def attempt(self, verb: Callable[[], object]) -> None:
        """Do it and close; or stay open and say why it cannot be done."""
        try:
            verb()
        except MendError as error:
            self._say(fault_words(error.fault))
        except HinderedError as error:
            self._say(hindered_words(error.why))
        except LookupError:
            self._say(gone_words())
        except DiaryError as error:
            self._say(sentence(error))
        else:
            self.accept()

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        self.outcome.show()
        announce(self.outcome, words)
        self.reveal(self.outcome)
