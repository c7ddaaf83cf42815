"""Choosing when a walk ended, within the time it was open."""

from datetime import datetime, timedelta, timezone

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.ui.look.tokens import GAP
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.when_fields import DateField, TimeField


class OtherEnd(QWidget):
    """A time field, with a date field if the walk was open on more than one day.

    `picked` tells that the time changed, `used` that it is meant.
    """

    picked = Signal()
    used = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._earliest = self._latest = Moment(0, 0)
        self._touched = False
        self.time = TimeField(self.tr("Time you stopped"))
        self.day = DateField(self.tr("Day you stopped"))
        self.result = PlainLabel(wrap=True)
        self.use = FilledButton(self.tr("Use this time"), "check")
        self.use.setAutoDefault(False)
        self.time.picked.connect(self._on_picked)
        self.day.picked.connect(self._on_picked)
        self.use.clicked.connect(self.used)
        label = PlainLabel(self.tr("I stopped at"))
        label.setBuddy(self.time)
        fields = Flow()
        for field in (label, self.time, self.day):
            fields.addWidget(field)
        button = Flow()
        button.addWidget(self.use)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(GAP, 0, GAP, GAP)
        whole.setSpacing(GAP // 2)
        whole.addLayout(fields)
        whole.addWidget(self.result)
        whole.addLayout(button)

    def show_range(self, earliest: Moment, latest: Moment, first: Moment) -> None:
        """Allow ends from `earliest` to `latest`; offer `first` until another is picked."""
        self._earliest, self._latest = earliest, latest
        self.day.setVisible(earliest.day != latest.day)
        if not self._touched:
            self.time.show_at(first.local().time())
            self.day.show_day(first.day)

    def show_result(self, words: str) -> None:
        """Say what the time would give; it can be used only if it lies in the range."""
        self.result.show_text(words)
        self.use.setEnabled(self.at is not None)

    @property
    def at(self) -> Moment | None:
        """The end that is chosen, or None if it lies outside the range.

        Fields know whole minutes: the minute the walk began in means its very start.
        """
        zone = timezone(timedelta(minutes=self._latest.offset))
        day = self._latest.day if self.day.isHidden() else self.day.day
        at = Moment.of(datetime.combine(day, self.time.at, zone))
        if self._earliest.ms - MS_PER_MINUTE < at.ms < self._earliest.ms:
            return self._earliest
        return at if self._earliest.ms <= at.ms <= self._latest.ms else None

    def take_focus(self) -> None:
        """Be ready for typing."""
        self.time.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picked(self) -> None:
        self._touched = True
        self.picked.emit()
