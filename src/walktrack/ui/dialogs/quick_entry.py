"""Quick entry: the day of several people, or the week of one, written down by keys alone."""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QPalette, QShortcut, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.domain.quick import QuickError, QuickFault, QuickRow
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.exchange.whole import NotWrittenError
from walktrack.paths import resource
from walktrack.services.blank_sheets import NAME, write_sheet
from walktrack.services.undo import HinderedError
from walktrack.ui.announce import announce
from walktrack.ui.dialogs.question import Question
from walktrack.ui.fault_words import sentence
from walktrack.ui.models.quick_model import QuickLine, QuickModel
from walktrack.ui.person_words import name_of
from walktrack.ui.share_words import trouble_words
from walktrack.ui.sheet_words import sheet_for_day, sheet_for_week
from walktrack.ui.undo_words import hindered_words
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import PlainLabel
from walktrack.ui.widgets.quick_table import QuickTable
from walktrack.ui.widgets.segments import Segments
from walktrack.ui.widgets.when_fields import DateField
from walktrack.ui.words import day_words

if TYPE_CHECKING:
    from walktrack.services.desk import Desk

_WEEK = 7
_DOCUMENTS = QStandardPaths.StandardLocation.DocumentsLocation


class Shape(StrEnum):
    """What the lines of the table are."""

    PEOPLE = "people"
    DAYS = "days"


class QuickEntryDialog(Question):
    """Every answer is stored when its cell is left. Ctrl+Z undoes what was done last."""

    width_px = 860

    def __init__(self, desk: "Desk", parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Close"), parent)
        self._desk = desk
        self._people: list[Person] = []
        self.model = QuickModel(self._store, self._say_fault, self)
        self.table = QuickTable(self.model)
        self.shape = Segments(
            self.tr("Lines of the table"),
            [(Shape.PEOPLE, self.tr("Everyone, one day")), (Shape.DAYS, self.tr("One week"))],
        )
        self.shape.show_value(Shape.PEOPLE)
        self.day = DateField(self.tr("Day, or last day of the week"))
        self.day.show_day(self._today - timedelta(1))
        self.sheet = OutlinedButton(self.tr("Blank sheet to print…"))
        self.sheet.setAutoDefault(False)
        self.choose_place: Callable[[], Path | None] = self._ask_place
        self.outcome = PlainLabel(wrap=True)
        self.outcome.setForegroundRole(QPalette.ColorRole.LinkVisited)
        top = QWidget()
        row = Flow(top)
        row.addWidget(self.shape)
        row.addWidget(labelled(self.day.accessibleName(), self.day))
        foot = QWidget()
        Flow(foot).addWidget(self.sheet)
        self.add(top, self.table, foot, self.outcome)
        self.sheet.clicked.connect(self._on_sheet)
        self._undo, self._redo = QShortcut(self), QShortcut(self)
        self._undo.setKeys(QKeySequence.StandardKey.Undo)
        self._redo.setKeys(QKeySequence.StandardKey.Redo)
        self._undo.activated.connect(self._on_undo)
        self._redo.activated.connect(self._on_redo)
        self.shape.chosen.connect(self._read)
        self.day.picked.connect(self._read)
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.table.setCurrentIndex(self.model.index(0, 0))
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _today(self) -> date:
        return self._desk.clock.read().wall.day

    def _read(self) -> None:
        """Show what the diary knows of these days."""
        day = self.day.day
        try:
            person, hand = self._desk.people.current(), self._desk.writing.hand()
            if self.shape.value is Shape.PEOPLE:
                lines = [
                    QuickLine(name_of(each), self._desk.quick.row(each.id, day))
                    for each in self._desk.people.there()
                ]
            else:
                lines = [
                    QuickLine(day_words(each, self._today), self._desk.quick.row(person.id, each))
                    for each in (day - timedelta(ago) for ago in range(_WEEK))
                ]
        except DiaryError as error:
            self._say(sentence(error))
            return
        whose = day_words(day, self._today)
        if self.shape.value is Shape.DAYS:
            whose = self.tr("The week of {name}").format(name=name_of(person))
        writer = self.tr("Each line counts as the person's own word.")
        if not hand.is_self:
            writer = self.tr("Written by {name}.").format(name=hand.name)
        use = self.tr("Type a number, then Enter. Each answer is stored at once.")
        self.show_words(self.tr("Quick entry"), f"{whose}. {use} {writer}")
        self.model.show_lines(lines)
        self._say("")

    def _store(self, number: int, row: QuickRow) -> bool:
        """Store a row and show what is stored; False, and why in words, if it cannot be."""
        try:
            self._desk.quick.store(row)
            self.model.show_row(number, self._desk.quick.row(row.person_id, row.day))
        except QuickError as error:
            self._say_fault(error.fault)
            return False
        except NotPossibleError:
            self._read()
            return False
        except DiaryError as error:
            self._say(sentence(error))
            return False
        self._say("")
        return True

    def _on_undo(self) -> None:
        self._turn(self._desk.undo.undo)

    def _on_redo(self) -> None:
        self._turn(self._desk.undo.redo)

    def _turn(self, verb: Callable[[], object]) -> None:
        """Take back what was done last, or do it again, and show what is stored then."""
        try:
            verb()
        except HinderedError as error:
            self._say(hindered_words(error.why))
        except DiaryError as error:
            self._say(sentence(error))
        else:
            self._read()

    def _on_sheet(self) -> None:
        """Write a sheet of the shape in sight, where the person wants it."""
        target = self.choose_place()
        if target is None:
            return
        fonts = (resource("fonts", "Inter-Regular.ttf"), resource("fonts", "Inter-SemiBold.ttf"))
        try:
            person, people = self._desk.people.current(), self._desk.people.there()
            sheet = sheet_for_day(people, person.ten_anchor)
            if self.shape.value is Shape.DAYS:
                sheet = sheet_for_week(person, self._desk.settings.read().week_start)
            path = write_sheet(sheet, fonts, target)
        except NotWrittenError as error:
            self._say(trouble_words(error))
        except DiaryError as error:
            self._say(sentence(error))
        else:
            self._say(self.tr("The sheet is saved: {path}").format(path=path))

    def _ask_place(self) -> Path | None:
        folder = QStandardPaths.writableLocation(_DOCUMENTS)
        offered = str(Path(folder) / NAME)
        title, kinds = self.tr("Save the sheet"), self.tr("PDF file (*.pdf)")
        name, _ = QFileDialog.getSaveFileName(self, title, offered, kinds)
        return Path(name).with_suffix(".pdf") if name else None

    def _say_fault(self, fault: QuickFault) -> None:
        words = {
            QuickFault.MINUTES: self.tr("Minutes are a whole number from 1 to 600."),
            QuickFault.PAIN: self.tr("Pain is a whole number from 0 to 10."),
            QuickFault.MINUTES_FIRST: self.tr("Type the minutes first. The pain goes with them."),
            QuickFault.WALKED: self.tr("There are minutes on this day. Take them out first."),
            QuickFault.FIXED: self.tr("This day has walks of its own. Change them in History."),
            QuickFault.TO_COME: self.tr("This day is still to come."),
        }
        self._say(words[fault])

    def _say(self, words: str) -> None:
        self.outcome.show_text(words)
        self.outcome.setVisible(bool(words))
        if words and self.isVisible():
            announce(self.outcome, words)
            self.reveal(self.outcome)
