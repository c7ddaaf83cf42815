"""The choices of the Share page: which days, what, and in which style."""

from datetime import date

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from walktrack.domain.period import Period, Range
from walktrack.exchange.columns import What
from walktrack.exchange.style import CsvStyle
from walktrack.ui.share_words import holds, name_of
from walktrack.ui.widgets.buttons import FilledButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import DateField

_TYPED = "typed"
_AUTOMATIC = ""


class Choices(Card):
    """What the person wants in the file. `changed` follows every choice.

    `style_chosen` carries the name of a style, or an empty text to follow the country.
    """

    changed = Signal()
    style_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.show_title(self.tr("Save a file for a spreadsheet"))
        self.days = Segments(
            self.tr("Which days"),
            [
                (Range.FOUR_WEEKS, self.tr("4 weeks")),
                (Range.TWELVE_WEEKS, self.tr("12 weeks")),
                (Range.ALL, self.tr("All")),
                (_TYPED, self.tr("From … to …")),
            ],
        )
        self.first, self.last = DateField(self.tr("First day")), DateField(self.tr("Last day"))
        self.files = Segments(self.tr("What"), [(what, name_of(what)) for what in What])
        self.styles = Segments(self.tr("Format"), self._styles())
        self.holds = PlainLabel(wrap=True)
        self.save = FilledButton(self.tr("Save CSV file…"), "save")
        self._lay_out()
        self.days.show_value(Range.FOUR_WEEKS)
        self.files.show_value(What.WALKS)
        self.show_style(_AUTOMATIC)
        self._show_choices()
        for choice in (self.days, self.files):
            choice.chosen.connect(self._on_changed)
        for field in (self.first, self.last):
            field.picked.connect(self._on_changed)
        self.styles.chosen.connect(self._on_style)

    @property
    def what(self) -> What:
        """The file that is wanted."""
        return What(str(self.files.value))

    @property
    def style_name(self) -> str:
        """The name of the style that is wanted; empty to follow the country."""
        return str(self.styles.value)

    @property
    def range(self) -> Range | None:
        """The range that is wanted; None if the days are typed."""
        return None if self.days.value == _TYPED else Range(str(self.days.value))

    @property
    def typed(self) -> tuple[date, date]:
        """The first and the last day in the fields, in whatever order they are."""
        return self.first.day, self.last.day

    def show_style(self, name: str) -> None:
        """Show a style by its name; one that is not known follows the country."""
        self.styles.show_value(name if name in set(CsvStyle) else _AUTOMATIC)

    def show_week_start(self, week_start: int | None) -> None:
        """Begin the weeks of the calendars on a day, 0 for Monday; None follows the country."""
        for field in (self.first, self.last):
            field.show_week_start(week_start)

    def show_period(self, period: Period) -> None:
        """Put the days of a range into the fields, as a start for typing."""
        self.first.show_day(period.first)
        self.last.show_day(period.last)

    def _lay_out(self) -> None:
        self._typed_days = QWidget()
        row = Flow(self._typed_days)
        row.addWidget(labelled(self.tr("First day"), self.first))
        row.addWidget(labelled(self.tr("Last day"), self.last))
        for title, choice, more in (
            (self.tr("Which days"), self.days, self._typed_days),
            (self.tr("What"), self.files, self.holds),
            (self.tr("Format"), self.styles, self._hint()),
        ):
            self.body.addWidget(StrongLabel(title))
            self.body.addWidget(choice)
            self.body.addWidget(more)
        self.foot = Flow()
        self.foot.addWidget(self.save)
        self.body.addLayout(self.foot)
        self.body.addStretch(1)

    def _hint(self) -> PlainLabel:
        words = self.tr("LibreOffice and Excel can open it. It is not locked: anyone can read it.")
        return CaptionLabel(words, wrap=True).muted()

    def _styles(self) -> list[tuple[object, str]]:
        here = CsvStyle.of_country(QLocale().decimalPoint())
        return [
            (_AUTOMATIC, self.tr("Automatic, 12{sign}5").format(sign=here.decimal)),
            (CsvStyle.COMMA.value, self.tr("Commas, 12.5")),
            (CsvStyle.SEMICOLON.value, self.tr("Semicolons, 12,5")),
        ]

    def _show_choices(self) -> None:
        self._typed_days.setVisible(self.range is None)
        self.holds.show_text(holds(self.what))

    def _on_changed(self) -> None:
        self._show_choices()
        self.changed.emit()

    def _on_style(self) -> None:
        self.style_chosen.emit(self.style_name)
        self.changed.emit()
