"""The one question about time in doubt, with the numbers each answer would give."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.clock import Reading
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.stopwatch import Doubt, EventKind, Review, Stopwatch, WalkEvent
from walktrack.services.running import Answer
from walktrack.ui.dialogs.other_end import OtherEnd
from walktrack.ui.dialogs.question import Question
from walktrack.ui.widgets.answer_button import AnswerButton
from walktrack.ui.words import day_words, length_words, time_words

_MS_PER_HOUR = 60 * MS_PER_MINUTE


class ReviewDialog(Question):
    """Asks how much of the time in doubt was walked; nothing changes until it is answered.

    `answered` carries an Answer, and with CHOSEN the Moment the walk ended, else None. `watch`
    must have an open question. All times are told by the clock as it is set now, so that they
    agree with each other even if it was set by hand in between.
    """

    answered = Signal(object, object)

    def __init__(self, watch: Stopwatch, now: Reading, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Answer later"), parent)
        self._watch, self._now = watch, now
        self.buttons = {answer: AnswerButton("", "") for answer in Answer}
        self.other_end = OtherEnd()
        self.other_end.hide()
        for answer, button in self.buttons.items():
            self.add(button)
            if answer is Answer.CHOSEN:
                self.add(self.other_end)
        for answer, slot in (
            (Answer.KEEP, self._on_keep),
            (Answer.DROP, self._on_drop),
            (Answer.STOPPED, self._on_stopped),
            (Answer.CHOSEN, self._on_other),
            (Answer.ASIDE, self._on_aside),
        ):
            self.buttons[answer].clicked.connect(slot)
        self.other_end.picked.connect(self._show_other_end)
        self.other_end.used.connect(self._on_chosen)
        self.show_watch(watch, now)

    def show_watch(self, watch: Stopwatch, now: Reading) -> None:
        """Show the numbers as they stand now; a question that is answered elsewhere closes this."""
        if watch.review is None:
            self.reject()
            return
        self._watch, self._now = watch, now
        self.show_words(self._title(watch.review.doubt), self._known(watch.review))
        self._show_answers(watch.review)
        self.other_end.show_range(self._earliest(), now.wall, self._seen(watch.review.since))
        self._show_other_end()

    def given_ms(self, answer: Answer, at: Moment | None = None) -> int:
        """Return the milliseconds the walk has if this is the answer; 0 if it is put aside."""
        now = self._now
        match answer:
            case Answer.KEEP:
                event = WalkEvent(EventKind.KEEP, now)
            case Answer.DROP:
                event = WalkEvent(EventKind.DROP, now)
            case Answer.STOPPED if self._watch.review:
                event = WalkEvent(EventKind.FINISH, self._watch.review.since)
            case Answer.CHOSEN if at:
                event = WalkEvent(EventKind.FINISH, now.plus(at.ms - now.wall.ms))
            case _:
                return 0
        return self._watch.after(event).counted_ms

    def _title(self, doubt: Doubt) -> str:
        if doubt is Doubt.SLEEP:
            return self.tr("Your computer slept during the walk.")
        if doubt is Doubt.ASIDE:
            return self.tr("This walk was put aside for a while.")
        if doubt is Doubt.CRASH:
            return self.tr("WalkTrack stopped during the walk.")
        walked = self._watch.counted_ms + MS_PER_MINUTE
        words = self.tr("This walk has been running for {hours} hours.")
        return words.format(hours=walked // _MS_PER_HOUR)

    def _known(self, review: Review) -> str:
        since = self._time(self._seen(review.since))
        counted = self.tr("WalkTrack counted {length}, up to {time}.").format(
            length=length_words(self._watch.counted_ms), time=since
        )
        if review.doubt is Doubt.LONG:
            asked = self.tr("Are you still walking?")
            return f"{counted} {asked}"
        if review.gap_ms < MS_PER_MINUTE:
            unknown = self.tr("It does not know about the time after that, until {time}.")
        else:
            unknown = self.tr("It does not know about the {length} after that, until {time}.")
        until = self._time(self._seen(review.found))
        unknown = unknown.format(length=length_words(review.gap_ms), time=until)
        return f"{counted} {unknown}"

    def _show_answers(self, review: Review) -> None:
        since = self._time(self._seen(review.since))
        walked = self.tr("The walk was {length}")
        so_far = self.tr("{length} so far")
        all_so_far = self.tr("Count it all: {length} so far")
        for answer, said, gives in (
            (Answer.KEEP, self.tr("I walked the whole time"), all_so_far),
            (Answer.DROP, self.tr("Leave the gap out"), so_far),
            (Answer.STOPPED, self.tr("I stopped at {time}").format(time=since), walked),
            (Answer.CHOSEN, self.tr("I stopped at another time…"), self.tr("Choose the time")),
            (Answer.ASIDE, self.tr("Put this walk aside"), self.tr("You can undo this")),
        ):
            length = length_words(self.given_ms(answer))
            self.buttons[answer].show_answer(said, gives.format(length=length))
        self.buttons[Answer.DROP].setVisible(review.doubt is not Doubt.LONG)

    def _show_other_end(self) -> None:
        at = self.other_end.at
        if at is None:
            words = self.tr("The walk was open from {start} to {end}. Choose a time in between.")
            start, end = self._time(self._earliest()), self._time(self._now.wall)
            self.other_end.show_result(words.format(start=start, end=end))
            return
        words = self.tr("Stopped at {time}, the walk was {length}.")
        length = length_words(self.given_ms(Answer.CHOSEN, at))
        self.other_end.show_result(words.format(time=self._time(at), length=length))

    def _seen(self, reading: Reading) -> Moment:
        """Return when a reading was, by the clock as it is set now."""
        return self._now.wall.plus(-self._now.since(reading))

    def _earliest(self) -> Moment:
        """Return the first end that can be chosen: the start, by the clock as it is set now."""
        return self._now.wall.plus(-self._watch.elapsed_ms(self._now))

    def _time(self, moment: Moment) -> str:
        """Return a time of day, with its date if that is not today's."""
        time, today = time_words(moment.local()), self._now.wall.day
        if moment.day == today:
            return time
        if (today - moment.day).days == 1:
            return self.tr("{time} yesterday").format(time=time)
        words = self.tr("{time} on {day}")
        return words.format(time=time, day=day_words(moment.day, today))

    def _on_keep(self) -> None:
        self._give(Answer.KEEP)

    def _on_drop(self) -> None:
        self._give(Answer.DROP)

    def _on_stopped(self) -> None:
        self._give(Answer.STOPPED)

    def _on_aside(self) -> None:
        self._give(Answer.ASIDE)

    def _on_other(self) -> None:
        self.other_end.show()
        self.reveal(self.other_end)
        self.other_end.take_focus()

    def _on_chosen(self) -> None:
        if self.other_end.at is not None:
            self._give(Answer.CHOSEN, self.other_end.at)

    def _give(self, answer: Answer, at: Moment | None = None) -> None:
        self.accept()
        self.answered.emit(answer, at)
