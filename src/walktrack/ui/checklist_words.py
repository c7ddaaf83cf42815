"""The words of the checklist on paper."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.person import Person
from walktrack.ui.paper.checklist_sheet import ChecklistSheet, SheetLine
from walktrack.ui.person_words import name_of
from walktrack.ui.widgets.posture_words import PostureTexts


def checklist_sheet(person: Person) -> ChecklistSheet:
    """Return the checklist of a person, to print."""
    translate = QCoreApplication.translate
    none = translate("Sheet", "None of these lines is shown to change pain.")
    small = translate("Sheet", "Self-recorded diary. Not a medical device. WalkTrack")
    return ChecklistSheet(
        title=translate("Sheet", "Posture checklist"),
        whose=person.name if name_of(person) == person.name else "",
        note=translate("Sheet", "For comfort and safety, on an easy walk. No score."),
        lines=[
            SheetLine(words.full, words.how, item.value)
            for item, words in PostureTexts().words().items()
        ],
        foot=f"{none}\n{small}",
    )


def printed() -> str:
    """Return what is said when the list went to the printer."""
    return QCoreApplication.translate("Sheet", "The checklist is on its way to the printer.")


def not_printed() -> str:
    """Return what is said when the printer did not take it."""
    return QCoreApplication.translate(
        "Sheet", "The printer did not take the list. Look at the printer, or save it as a PDF."
    )


def kept(place: str) -> str:
    """Return what is said when the list is in a file."""
    return QCoreApplication.translate("Sheet", "The checklist is saved: {path}").format(path=place)
