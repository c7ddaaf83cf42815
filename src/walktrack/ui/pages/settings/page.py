"""The page of settings. Each choice takes effect at once; nothing asks to be saved."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from walktrack.domain.cues import Guide
from walktrack.domain.person import Person
from walktrack.domain.reminders import Reminder
from walktrack.domain.settings import Colours, Settings
from walktrack.ui.look.fonts import scaled
from walktrack.ui.look.tokens import GAP
from walktrack.ui.pages.settings.backups import BackupsCard
from walktrack.ui.pages.settings.choices import LookCard, SoundCard, WeekCard
from walktrack.ui.pages.settings.facts import AboutCard, DataCard, KeysCard
from walktrack.ui.pages.settings.guide import GuideCard
from walktrack.ui.pages.settings.reminders import RemindersCard
from walktrack.ui.pages.settings.safety import SafetyCard
from walktrack.ui.pages.settings.you import YouCard
from walktrack.ui.widgets.down_scroll import DownScroll

TWO_COLUMNS_PX = 900
"""Width from which two columns have room, at 100 % text."""

_SIDE = 16
_LAID_OUT_MS = 50
_SETTLED_MS = 1_000
"""How long after something was said the cards may still grow, as what is stored is read again."""


class SettingsPage(QWidget):
    """Cards in two columns where there is room, else in one; it scrolls only downwards.

    `settings_changed` carries the whole Settings with one of them changed, `named` a Person and
    their name, `goal_set` a Person and minutes or None, `contacts_set` a Person and whom they call
    for help. `conditions_wanted` asks for the questions of the first use, `answers_wanted` for
    what was ticked before, `folder_wanted` for the folder of the diary, `help_wanted` for Help
    about the data, `sound_tried` for the sound.
    `reminder_set` carries a Person and a Reminder; `reminders_of` reads those of a person's id.
    """

    settings_changed = Signal(object)
    named = Signal(object, str)
    goal_set = Signal(object, object)
    contacts_set = Signal(object, str)
    conditions_wanted = Signal()
    answers_wanted = Signal()
    folder_wanted = Signal()
    help_wanted = Signal()
    sound_tried = Signal()
    reminder_set = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self.safety = SafetyCard()
        self.you, self.look, self.sound, self.week = YouCard(), LookCard(), SoundCard(), WeekCard()
        self.guide = GuideCard()
        self.reminders = RemindersCard()
        self.reminders_of: Callable[[str], Sequence[Reminder] | None] = lambda _: None
        self.data, self.backups = DataCard(), BackupsCard()
        self.keys, self.about = KeysCard(), AboutCard()
        self._told: QWidget | None = None
        self._growing = QTimer(self, singleShot=True, interval=_SETTLED_MS)
        self._lay_out()
        self._scroll.verticalScrollBar().rangeChanged.connect(self._show_told)
        self.you.named.connect(self.named)
        self.you.goal_set.connect(self.goal_set)
        self.safety.contacts_set.connect(self.contacts_set)
        self.safety.conditions_wanted.connect(self.conditions_wanted)
        self.safety.answers_wanted.connect(self.answers_wanted)
        self.look.size_chosen.connect(self._on_size)
        self.look.colours_chosen.connect(self._on_colours)
        self.sound.sound_set.connect(self._on_sound)
        self.sound.volume_chosen.connect(self._on_volume)
        self.sound.tried.connect(self.sound_tried)
        self.guide.guide_set.connect(self._on_guide)
        self.week.start_chosen.connect(self._on_week_start)
        self.data.folder_wanted.connect(self.folder_wanted)
        self.backups.told.connect(self._on_told)
        self.data.help_wanted.connect(self.help_wanted)
        self.reminders.reminder_set.connect(self.reminder_set)

    def show_person(self, person: Person, settings: Settings) -> None:
        """Show what is stored for this person."""
        self._settings = settings
        self.you.show_person(person)
        self.safety.show_person(person)
        self.look.show_look(settings.text_size, settings.colours)
        self.sound.show_sound(on=settings.sound, volume=settings.volume)
        self.guide.show_guide(settings.chosen_guide)
        self.week.show_start(settings.week_start)
        reminders = self.reminders_of(person.id)
        if reminders is not None:
            self.reminders.show_reminders(person, reminders, settings.week_start)

    def show_path(self, path: str) -> None:
        """Show where the diary's file is."""
        self.data.show_path(path)

    def show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        """Show each key and what it does."""
        self.keys.show_keys(keys)

    def show_sound_available(self, *, available: bool) -> None:
        """Say so if nothing on this computer can play the sound."""
        self.sound.show_available(available=available)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._choose_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange}:
            self._choose_columns()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(_SIDE, 0, _SIDE, _SIDE)
        for cards in (
            (self.you, self.safety, self.reminders, self.look, self.sound, self.guide, self.week),
            (self.data, self.backups, self.keys, self.about),
        ):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self._scroll = DownScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    def _choose_columns(self) -> None:
        wide = self.width() >= scaled(TWO_COLUMNS_PX)
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if wide else ways.TopToBottom)
        self._columns.setSpacing(_SIDE if wide else GAP)
        self._columns.setStretch(0, int(wide))  # one below the other, the last takes spare height

    def _on_told(self, label: QWidget) -> None:
        """Bring what was just said into sight once it has its place, and keep it there a while."""
        self._told = label
        self._growing.start()
        QTimer.singleShot(_LAID_OUT_MS, self, self._show_told)

    def _show_told(self) -> None:
        if self._told and self._growing.isActive():
            self._scroll.ensureWidgetVisible(self._told, 0, GAP)

    def _on_size(self, percent: int) -> None:
        self._change(replace(self._settings, text_size=percent))

    def _on_colours(self, colours: Colours) -> None:
        self._change(replace(self._settings, colours=colours))

    def _on_sound(self, on: object) -> None:
        self._change(replace(self._settings, sound=bool(on)))

    def _on_volume(self, volume: int) -> None:
        self._change(replace(self._settings, volume=volume))

    def _on_guide(self, guide: Guide) -> None:
        self._change(
            replace(
                self._settings,
                gentle_minutes=guide.gentle_minutes,
                posture_cue=guide.posture,
                back_cue=guide.back,
            )
        )

    def _on_week_start(self, week_start: int | None) -> None:
        self._change(replace(self._settings, week_start=week_start))

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.settings_changed.emit(settings)
