"""Minutes and days that the person, or their doctor or physio, sets in place of the plan's."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from walktrack.domain.plan.ladder import DAYS, MINUTES, Target
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.number_field import NumberField


class PlanTargetDialog(FormDialog):
    """Asks for both; `store_target` takes what was typed, and may raise DiaryError."""

    width_px = 460

    def __init__(
        self,
        shown: Target,
        store_target: Callable[[Target], None],
        *,
        clinician: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._shown, self._store_target = shown, store_target
        title = self.tr("My physio said…") if clinician else self.tr("My own minutes")
        words = (
            self.tr("What your doctor or physio said stays until you change it.")
            if clinician
            else self.tr("Choose what feels right. The plan goes on from there.")
        )
        self.setWindowTitle(title)
        self.minutes = NumberField(self.tr("Minutes a day"), *MINUTES)
        self.days = NumberField(self.tr("Days a week"), *DAYS)
        self.minutes.setValue(shown.minutes)
        self.days.setValue(shown.days)
        self.body.addWidget(PlainLabel(words, wrap=True))
        for field in (self.minutes, self.days):
            self.body.addWidget(labelled(field.accessibleName(), field))
        self.body.addStretch(1)

    def target(self) -> Target:
        """Return what was typed."""
        return Target(self.minutes.value(), self.days.value())

    def changed(self) -> bool:
        return self.target() != self._shown

    def fault(self) -> None:
        return None

    def store(self) -> None:
        try:
            self._store_target(self.target())
        except NotPossibleError:  # the plan was paused meanwhile; the page says so
            return
