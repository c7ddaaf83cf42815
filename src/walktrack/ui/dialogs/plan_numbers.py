"""Every number the plan goes by, to see and to change."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QGridLayout, QWidget

from walktrack.domain.plan.ladder import DAYS, MINUTES, Target, is_ladder
from walktrack.domain.plan.parameters import NUMBERS, RANGES, Parameters
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.plan_number_words import number_words
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel, TitleLabel
from walktrack.ui.widgets.number_field import NumberField


class PlanNumbersDialog(FormDialog):
    """The rules' numbers, then the steps. `store_numbers` takes them, and may raise DiaryError."""

    width_px = 620

    def __init__(
        self,
        shown: Parameters,
        store_numbers: Callable[[Parameters], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._store_numbers = shown, store_numbers
        self.setWindowTitle(self.tr("The numbers of your plan"))
        self.fields = {name: NumberField(number_words(name), *RANGES[name]) for name in NUMBERS}
        self.steps = [
            (
                NumberField(self.tr("Step {number}, minutes").format(number=number), *MINUTES),
                NumberField(self.tr("Step {number}, days").format(number=number), *DAYS),
            )
            for number in range(len(shown.ladder))
        ]
        self.usual = OutlinedButton(self.tr("Back to the usual numbers"), "undo")
        self.usual.clicked.connect(self._on_usual)
        words = self.tr("The plan goes by these numbers. A change counts from the next review.")
        self.body.addWidget(PlainLabel(words, wrap=True))
        self._add([(field,) for field in self.fields.values()])
        self.body.addWidget(TitleLabel(self.tr("Steps"), wrap=True))
        self._add(self.steps)
        self.body.addWidget(self.usual)
        self.body.addStretch(1)
        self._show(shown)

    def changed(self) -> bool:
        return self._typed() != self._shown

    def fault(self) -> tuple[str, QWidget] | None:
        if not is_ladder(self._ladder()):
            words = self.tr("Each step has to ask for more than the one before it.")
            return words, self.steps[0][0]
        most = self.fields["pause_most_back"]
        if most.value() < self.fields["pause_least_back"].value():
            return self.tr("The most steps back cannot be less than the fewest."), most
        return None

    def store(self) -> None:
        numbers = self._typed()
        if numbers is None:
            return
        try:
            self._store_numbers(numbers)
        except NotPossibleError:  # the plan was ended meanwhile; the page says so
            return

    def _add(self, rows: Iterable[tuple[NumberField, ...]]) -> None:
        grid = QGridLayout()
        for row, cells in enumerate(rows):
            for column, field in enumerate(cells):
                grid.addWidget(labelled(field.accessibleName(), field), row, column)
        self.body.addLayout(grid)

    def _show(self, numbers: Parameters) -> None:
        for name, field in self.fields.items():
            field.setValue(getattr(numbers, name))
        for (minutes, days), step in zip(self.steps, numbers.ladder, strict=False):
            minutes.setValue(step.minutes)
            days.setValue(step.days)

    def _ladder(self) -> tuple[Target, ...]:
        return tuple(Target(minutes.value(), days.value()) for minutes, days in self.steps)

    def _typed(self) -> Parameters | None:
        """Return what was typed, or None if it makes no plan."""
        chosen = {name: field.value() for name, field in self.fields.items()}
        try:
            return Parameters(ladder=self._ladder(), **chosen)
        except ValueError:
            return None

    def _on_usual(self) -> None:
        self._show(Parameters())
