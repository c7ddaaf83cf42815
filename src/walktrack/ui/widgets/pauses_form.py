"""The pauses of a walk by the clock: from when to when, to be put right, added and taken out."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pauses import Pause, Pauses, tidy
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.buttons import OutlinedButton, PlainButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.when_fields import TimeField

_NEW_MS = 5 * MS_PER_MINUTE


@dataclass
class _Line:
    """One pause as it stands, in UTC milliseconds, and its fields."""

    begin: int
    end: int
    whole: QWidget
    fields: tuple[TimeField, TimeField]


class PausesForm(QWidget):
    """A line for each pause. `edited` comes after each change by the person."""

    edited = Signal()

    def __init__(self, pauses: Pauses, start: Moment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start = start
        self._by_ms = 0
        self._lines: list[_Line] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP // 2)
        self.add = OutlinedButton(self.tr("Add a pause"), "plus")
        self.add.clicked.connect(self._on_add)
        foot = QWidget()
        Flow(foot).addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self._column)
        whole.addWidget(foot)
        for pause in pauses:
            self._new_line(start.ms + pause.from_ms, start.ms + pause.to_ms)

    def within(self, start: Moment, end: Moment) -> Pauses:
        """Return the pauses as parts of a walk of these times; what lies outside is left out."""
        span = end.ms - start.ms
        inside = [
            Pause(max(0, line.begin - start.ms), line.end - start.ms)
            for line in self._lines
            if line.end > line.begin and line.end > start.ms and line.begin < end.ms
        ]
        return tidy(inside, span)

    def fault(self, start: Moment, end: Moment) -> tuple[str, QWidget] | None:
        """Return why a line is no pause of such a walk, and the field to put right."""
        for line in self._lines:
            if line.end <= line.begin:
                return self.tr("This pause ends before it begins."), line.fields[1]
            if line.begin < start.ms or line.end > end.ms:
                return self.tr("This pause is not inside the walk."), line.fields[0]
        return None

    def follow(self, start: Moment, by_ms: int) -> None:
        """Let the walk begin at another time; the pauses lie by so much from where they did."""
        self._start = start
        more, self._by_ms = by_ms - self._by_ms, by_ms
        for line in self._lines:
            line.begin += more
            line.end += more
            self._show(line)

    def _new_line(self, begin: int, end: int) -> None:
        number = len(self._lines) + 1
        fields = (
            TimeField(self.tr("Pause {number} from").format(number=number)),
            TimeField(self.tr("Pause {number} until").format(number=number)),
        )
        remove = PlainButton(self.tr("Take out"), "close")
        remove.setAutoDefault(False)
        remove.setAccessibleName(self.tr("Take out pause {number}").format(number=number))
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for words, field in zip((self.tr("Pause"), self.tr("until")), fields, strict=True):
            label = PlainLabel(words)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1)
        row.addWidget(remove)
        line = _Line(begin, end, whole, fields)
        self._lines.append(line)
        self._column.addWidget(whole)
        self._show(line)
        fields[0].picked.connect(partial(self._on_picked, line, begins=True))
        fields[1].picked.connect(partial(self._on_picked, line, begins=False))
        remove.clicked.connect(partial(self._on_removed, line))

    def _show(self, line: _Line) -> None:
        for at, field in zip((line.begin, line.end), line.fields, strict=True):
            field.show_at(self._start.later(at - self._start.ms).local().time())

    def _on_picked(self, line: _Line, at: time, *, begins: bool) -> None:
        """Take a time of day: the first one from the start of the walk on."""
        begun = self._start.ms - self._start.ms % MS_PER_MINUTE
        typed = datetime.combine(self._start.day, at)
        found = _like(self._start, typed).ms
        if found < begun:
            found = _like(self._start, typed + timedelta(1)).ms
        if begins:
            line.begin = found
        else:
            line.end = found
        self.edited.emit()

    def _on_add(self) -> None:
        last = max([self._start.ms, *(line.end for line in self._lines)])
        self._new_line(last + _NEW_MS, last + 2 * _NEW_MS)
        self._lines[-1].fields[0].setFocus()
        self.edited.emit()

    def _on_removed(self, line: _Line) -> None:
        self._lines.remove(line)
        line.whole.hide()
        line.whole.deleteLater()
        self.add.setFocus()
        self.edited.emit()


def _like(start: Moment, naive: datetime) -> Moment:
    """Return a time of day in the time zone in which the walk began."""
    if start.is_here:
        return Moment.of(naive)
    return Moment.of(naive.replace(tzinfo=start.local().tzinfo))
