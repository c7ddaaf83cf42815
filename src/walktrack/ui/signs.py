"""The warning signs in the window: the list, what to do, and the line above the pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from walktrack.domain.person import Person
from walktrack.domain.warning_signs import (
    Condition,
    Resolution,
    Sign,
    SignCheck,
    SignMoment,
    highest,
)
from walktrack.ui.attempt import Attempts
from walktrack.ui.dialog_keys import top_dialog
from walktrack.ui.offer_words import offer_words, open_words
from walktrack.ui.widgets.action_notice import ActionNotice
from walktrack.ui.widgets.strip import Strip

if TYPE_CHECKING:
    from walktrack.services.desk import Desk
    from walktrack.ui.dialogs.first_use import FirstUseDialog
    from walktrack.ui.dialogs.sign_result import SignResultDialog
    from walktrack.ui.dialogs.signs import SignsDialog
    from walktrack.ui.dialogs.start_anyway import StartAnywayDialog


class SignsPart(QObject):
    """Opens the windows, keeps what is said there, and shows one line: a sign, or an offer.

    Without a diary the list still says what to do, and keeps nothing. Of the lines above the pages
    one shows: a sign not read, else somebody else's walk, else a sign that is read, else an offer.
    """

    def __init__(self, attempts: Attempts, window: QWidget) -> None:
        super().__init__(window)
        self.strip = Strip()
        self.banner = ActionNotice([self.tr("Show what to do")])
        self.proposal = ActionNotice([self.tr("Look at the list"), self.tr("Not now")])
        for line in (self.banner, self.proposal):
            self.strip.add(line)
            line.hide()
        self.banner.pressed.connect(self.show_open)
        self.proposal.pressed.connect(self._on_proposal)
        self._attempts, self._window = attempts, window
        self._desk: Desk | None = None
        self._person: Person | None = None
        self._open: list[SignCheck] = []
        self._others_walk = False
        self._offered: SignMoment | None = None
        self._asked_for: SignMoment | None = None
        self._moment = SignMoment.ASKED
        self.list: SignsDialog | None = None
        self.result: SignResultDialog | None = None
        self.first: FirstUseDialog | None = None
        self.question: StartAnywayDialog | None = None

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def refresh(self, person: Person, *, welcomed: bool) -> None:
        """Read again whether a sign is open; once they are `welcomed`, what else to offer."""
        if self._person and self._person.id != person.id:
            self._asked_for = None
        self._person = person
        if self._desk is None:
            return
        signs = self._desk.signs
        known = self._attempts.attempt_steadily(lambda: signs.open(person.id), "signs")
        if known is not None:  # what cannot be read now is not gone
            self._open = known
        offered = None
        if welcomed:
            offered = self._attempts.attempt_steadily(lambda: signs.offer(person.id), "offer")
        self._offered = offered or self._asked_for
        walkers = self._attempts.attempt_steadily(self._desk.tracker.walkers, "walkers") or ()
        self._others_walk = any(walker != person.id for walker in walkers)
        self._show()

    def offer(self, moment: SignMoment) -> None:
        """Offer the list for something the diary does not know of, until it is answered."""
        self._asked_for = self._offered = moment
        self._show()

    def has_line(self) -> bool:
        """Say whether there is a line above the pages."""
        if self._others_walk and not self.goes_first():
            return False
        return bool(self._open) or self._offered is not None

    def goes_first(self) -> bool:
        """Say whether a sign is open whose words are not read: no other line is as pressing."""
        return any(check.read is None for check in self._open)

    def hold(self, start: Callable[[], None]) -> bool:
        """Ask before a walk while a sign is open, and then go on; return whether it was asked."""
        if not self._open:
            return False
        if self.question is None:
            from walktrack.ui.dialogs.start_anyway import (  # noqa: PLC0415 - rarely asked
                StartAnywayDialog,
            )

            question = self.question = StartAnywayDialog(self._window)
            question.agreed.connect(start)
            question.help_wanted.connect(self.show_open)
            question.finished.connect(self._on_question_closed)
            _show(question)
        return True

    def open(self, moment: SignMoment = SignMoment.ASKED) -> None:
        """Open the list."""
        if self.list is not None:
            return
        from walktrack.ui.dialogs.signs import SignsDialog  # noqa: PLC0415 - start-up

        self._moment = moment
        dialog = self.list = SignsDialog(top_dialog() or self._window)
        dialog.answered.connect(self._on_answered)
        dialog.left.connect(self._on_left)
        dialog.finished.connect(self._on_list_closed)
        _show(dialog)

    def ask_first(self) -> None:
        """Ask what is asked before a first walk; the list comes after it."""
        if self._desk is None or self._person is None or self.first is not None:
            return
        from walktrack.ui.dialogs.first_use import FirstUseDialog  # noqa: PLC0415 - once

        signs, me = self._desk.signs, self._person
        known = self._attempts.attempt(lambda: signs.conditions(me.id))
        dialog = self.first = FirstUseDialog(known, self._window)
        dialog.told.connect(self._on_conditions)
        dialog.signs_wanted.connect(self._on_first_list)
        dialog.finished.connect(self._on_first_closed)
        _show(dialog)

    def answer(self, ticked: frozenset[Sign], moment: SignMoment) -> None:
        """Keep what was ticked, as not read, and show what to do, kept or not."""
        self._store(ticked, moment)
        if ticked or moment is not SignMoment.AFTER_WALK:
            self._show_result(ticked, later=False)

    def show_open(self) -> None:
        """Show what to do about all that is open."""
        ticked = frozenset[Sign]().union(*(check.signs for check in self._open))
        if ticked:
            self._show_result(ticked, later=True)

    def show_answers(self) -> None:
        """Show what was ticked before, and what became of it."""
        if self._desk is None or self._person is None:
            return
        from walktrack.ui.dialogs.sign_answers import (  # noqa: PLC0415 - rarely wanted
            SignAnswersDialog,
        )

        signs, me = self._desk.signs, self._person.id
        answers = self._attempts.attempt(lambda: signs.all(me), ("answers", me))
        if answers is not None:
            _show(SignAnswersDialog(answers, self._window))

    def _store(self, ticked: frozenset[Sign], moment: SignMoment) -> None:
        if self._desk is None or self._person is None:
            return
        signs, me = self._desk.signs, self._person.id
        self._asked_for = None
        self._attempts.attempt(lambda: signs.answer(me, ticked, moment), ("signs", me))

    def _show_result(self, ticked: frozenset[Sign], *, later: bool) -> None:
        if self.result is not None:
            return
        from walktrack.ui.dialogs.sign_result import SignResultDialog  # noqa: PLC0415 - start-up

        contacts = self._person.contacts if self._person else ""
        unread = not later or self.goes_first()
        dialog = self.result = SignResultDialog(
            ticked, contacts, later=later, unread=unread, parent=top_dialog() or self._window
        )
        dialog.read.connect(self._on_read)
        dialog.resolved.connect(self._on_resolved)
        dialog.finished.connect(self._on_result_closed)
        _show(dialog)

    def _show(self) -> None:
        level = highest(sign for check in self._open for sign in check.signs)
        if level:  # the words first: a line takes its height when it comes into sight
            self.banner.show_words(open_words(level, read=not self.goes_first()))
        elif self._offered:
            self.proposal.show_words(offer_words(self._offered))
        self.banner.setVisible(level is not None)
        self.proposal.setVisible(level is None and self._offered is not None)
        self.strip.setVisible(self.has_line())

    def _on_proposal(self, number: int) -> None:
        moment = self._offered
        if number == 0 and moment is SignMoment.FIRST_RUN:
            self.ask_first()
        elif number == 0 and moment:
            self.open(moment)
        else:
            self._put_off()

    def _put_off(self) -> None:
        if self._desk is None or self._person is None:
            return
        signs, me = self._desk.signs, self._person.id
        self._asked_for = None
        self._attempts.attempt(lambda: signs.put_off(me), ("put off", me))

    def _on_conditions(self, conditions: frozenset[Condition]) -> None:
        if self._desk and self._person:
            signs, me = self._desk.signs, self._person.id
            self._attempts.attempt(lambda: signs.say_conditions(me, conditions), ("conditions", me))

    def _on_read(self) -> None:
        if self._desk and self._person:
            signs, me = self._desk.signs, self._person.id
            self._attempts.attempt(lambda: signs.read(me), ("read", me))

    def _on_resolved(self, resolution: Resolution) -> None:
        if self._desk and self._person:
            signs, me = self._desk.signs, self._person.id
            self._attempts.attempt(lambda: signs.resolve(me, resolution), ("resolve", me))

    def _on_answered(self, ticked: frozenset[Sign]) -> None:
        self.answer(ticked, self._moment)

    def _on_left(self, ticked: frozenset[Sign]) -> None:
        self._store(ticked, self._moment)

    def _on_first_list(self) -> None:
        self.open(SignMoment.FIRST_RUN)

    def _on_list_closed(self) -> None:
        self.list = None

    def _on_result_closed(self) -> None:
        self.result = None

    def _on_first_closed(self) -> None:
        self.first = None

    def _on_question_closed(self) -> None:
        self.question = None


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
