"""The form in which a person is added, or gets another name, other initials, another colour."""

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from walktrack.domain.person import INITIALS_LENGTH, NAME_LENGTH, Person, initials_of
from walktrack.services.people import People, PersonForm
from walktrack.ui.dialogs.form_dialog import FormDialog
from walktrack.ui.widgets.badge import Badge
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.colour_choice import ColourChoice
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import CaptionLabel


class PersonFormDialog(FormDialog):
    """Without a `person` it adds one. `entry_id` is whose form it was, once it is stored."""

    width_px = 600

    def __init__(
        self, people: People, person: Person | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._people, self._person = people, person
        self.entry_id = person.id if person else None
        self._shown = _form_of(person) if person else people.blank()
        self.setWindowTitle(self.tr("Change the person") if person else self.tr("Add a person"))
        self.name, self.initials = QLineEdit(), QLineEdit()
        self.name.setMaxLength(NAME_LENGTH)
        self.initials.setMaxLength(INITIALS_LENGTH)
        self.colour = ColourChoice(self.tr("Colour"))
        self.badge = Badge()
        self._lay_out_card()
        self.name.setText(self._shown.name)
        self.initials.setText(self._shown.initials)
        self.colour.show_colour(self._shown.colour)
        self.name.textChanged.connect(self._show_badge)
        self.initials.textChanged.connect(self._show_badge)
        self.colour.picked.connect(self._show_badge)
        for field in (self.name, self.initials):
            field.returnPressed.connect(self.save_button.click)
        self._show_badge()
        self.name.setFocus()

    def changed(self) -> bool:
        return self._form() != self._shown

    def fault(self) -> tuple[str, QWidget] | None:
        form = self._form()
        if not form.name.strip() and self._person is None:
            return self.tr("Please give a name, so that the diaries can be told apart."), self.name
        if form.name.strip() and self._people.same_name(form.name, self.entry_id):
            return self.tr("Somebody has this name already. Add something to it."), self.name
        return None

    def store(self) -> None:
        if self._person:
            self._people.change(self._person, self._form())
        else:
            self.entry_id = self._people.add(self._form()).id

    def _lay_out_card(self) -> None:
        title = self.tr("Change the person") if self._person else self.tr("Add a person")
        card = Card(title)
        card.corner.addWidget(self.badge)
        card.body.addWidget(labelled(self.tr("Name"), self.name))
        card.body.addWidget(labelled(self.tr("Initials"), self.initials))
        words = self.tr("Left empty, the initials follow from the name.")
        card.body.addWidget(CaptionLabel(words, wrap=True).muted())
        card.body.addWidget(labelled(self.tr("Colour"), self.colour))
        row = QHBoxLayout()
        row.addWidget(card)
        self.body.addLayout(row)

    def _form(self) -> PersonForm:
        return PersonForm(self.name.text(), self.initials.text(), self.colour.colour)

    def _show_badge(self) -> None:
        form = self._form()
        derived = initials_of(form.name)
        self.initials.setPlaceholderText(derived)
        self.badge.show_badge("".join(form.initials.split()) or derived, form.colour)


def _form_of(person: Person) -> PersonForm:
    typed = person.initials if person.initials_typed else ""
    return PersonForm(person.name, typed, person.shade)
