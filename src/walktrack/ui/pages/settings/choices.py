"""The cards of the choices about the program itself. Each tells a change at once."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from walktrack.domain.settings import TEXT_SIZES, VOLUMES, Colours
from walktrack.ui.widgets.buttons import OutlinedButton
from walktrack.ui.widgets.card import Card
from walktrack.ui.widgets.flow import Flow
from walktrack.ui.widgets.labelled import labelled
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel
from walktrack.ui.widgets.segments import Segments

_MONDAY, _SATURDAY, _SUNDAY = 0, 5, 6


class LookCard(Card):
    """`size_chosen` carries a percentage, `colours_chosen` a Colours."""

    size_chosen = Signal(object)
    colours_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Look"), parent=parent)
        percent = self.tr("{size} %")
        sizes = [(size, percent.format(size=size)) for size in TEXT_SIZES]
        self.text_size = Segments(self.tr("Text size"), sizes)
        self.colours = Segments(
            self.tr("Colours"),
            [
                (Colours.SYSTEM, self.tr("System")),
                (Colours.LIGHT, self.tr("Light")),
                (Colours.DARK, self.tr("Dark")),
                (Colours.CONTRAST, self.tr("High contrast")),
            ],
        )
        self.text_size.chosen.connect(self.size_chosen)
        self.colours.chosen.connect(self.colours_chosen)
        self.body.addWidget(labelled(self.tr("Text size"), self.text_size))
        self.body.addWidget(labelled(self.tr("Colours"), self.colours))
        words = self.tr("System follows your computer.")
        self.body.addWidget(CaptionLabel(words, wrap=True).muted())

    def show_look(self, text_size: int, colours: Colours) -> None:
        """Show what is chosen."""
        self.text_size.show_value(text_size)
        self.colours.show_value(colours)


class SoundCard(Card):
    """`sound_set` carries a bool, `volume_chosen` a percentage; `tried` asks for the sound."""

    sound_set = Signal(object)
    volume_chosen = Signal(object)
    tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Sound"), parent=parent)
        self.sound = QCheckBox(self.tr("Sound on"))
        self.sound.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.test = OutlinedButton(self.tr("Play the sound"), "sound")
        self.missing = PlainLabel(
            self.tr("WalkTrack found no sound player here. It can only ask for a beep."), wrap=True
        )
        self.missing.hide()
        row = Flow()
        row.addWidget(self.sound)
        row.add_spring()
        row.addWidget(self.test)
        words = self.tr("A gentle sound when half of your goal is done, and at your goal.")
        soft, middle, full = VOLUMES
        self.volume = Segments(
            self.tr("Volume"),
            [(soft, self.tr("Soft")), (middle, self.tr("Middle")), (full, self.tr("Full"))],
        )
        self.volume.chosen.connect(self.volume_chosen)
        self.body.addLayout(row)
        self.body.addWidget(labelled(self.tr("Volume"), self.volume))
        self.body.addWidget(CaptionLabel(words, wrap=True).muted())
        self.body.addWidget(self.missing)
        self.sound.checkStateChanged.connect(self._on_checked)
        self.test.clicked.connect(self.tried)

    def show_sound(self, *, on: bool, volume: int) -> None:
        """Show whether sound is wanted, and how loud in percent."""
        self.volume.show_value(volume)
        with QSignalBlocker(self.sound):
            self.sound.setChecked(on)

    def show_available(self, *, available: bool) -> None:
        """Say so if nothing here can play a sound."""
        self.missing.setVisible(not available)

    def _on_checked(self, state: Qt.CheckState) -> None:
        self.sound_set.emit(state is Qt.CheckState.Checked)


class WeekCard(Card):
    """`start_chosen` carries 0 for Monday to 6 for Sunday, or None to follow the country."""

    start_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Weeks"), parent=parent)
        self.start = Segments(
            self.tr("First day of the week"),
            [
                (None, self.tr("As in my country")),
                (_MONDAY, self.tr("Monday")),
                (_SUNDAY, self.tr("Sunday")),
                (_SATURDAY, self.tr("Saturday")),
            ],
        )
        self.start.chosen.connect(self.start_chosen)
        self.body.addWidget(labelled(self.tr("First day of the week"), self.start))

    def show_start(self, week_start: int | None) -> None:
        """Show what is chosen."""
        self.start.show_value(week_start)
