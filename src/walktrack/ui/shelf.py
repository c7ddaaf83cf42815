"""The pages besides Today, each made when it is first opened and joined to the services."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from walktrack.domain.cues import Cue
from walktrack.domain.faults import DiaryError
from walktrack.domain.person import Person
from walktrack.domain.settings import Settings
from walktrack.ui.attempt import Attempts
from walktrack.ui.automatic_backups import AutomaticBackups
from walktrack.ui.chime import Chime
from walktrack.ui.top_bar import PageName

if TYPE_CHECKING:
    from walktrack.domain.reminders import Reminder
    from walktrack.services.desk import Desk
    from walktrack.ui.pages.history import HistoryPage
    from walktrack.ui.pages.insight import InsightPage
    from walktrack.ui.pages.plan import PlanPage
    from walktrack.ui.pages.settings.page import SettingsPage
    from walktrack.ui.pages.share import SharePage
    from walktrack.ui.pages.tips import TipsPage

    Page = HistoryPage | InsightPage | PlanPage | SettingsPage | SharePage | TipsPage


class Shelf(QObject):
    """Keeps the pages.

    `folder_wanted` asks for the folder of the diary, `everyone_wanted` carries words that are to
    be found in everybody's diary, `said` and `troubled` a sentence for the bar.
    """

    said = Signal(str)
    troubled = Signal(str)
    folder_wanted = Signal()
    help_wanted = Signal()
    today_wanted = Signal()
    plan_wanted = Signal()
    everyone_wanted = Signal(str)
    conditions_wanted = Signal()
    answers_wanted = Signal()
    signs_offered = Signal(object)

    def __init__(
        self,
        desk: "Desk",
        attempts: Attempts,
        chime: Chime,
        automatic: AutomaticBackups,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._attempts = attempts
        self._chime = chime
        self._automatic = automatic
        self._settings = desk.settings.read()
        self._pages: dict[PageName, Page] = {}

    def page(self, name: PageName) -> "Page":
        """Return a page; KeyError for Today, which stands by itself."""
        if name not in self._pages:
            makers: dict[PageName, Callable[[], Page]] = {
                PageName.HISTORY: lambda: self.history_page,
                PageName.INSIGHT: self._insight,
                PageName.SHARE: self._share,
                PageName.TIPS: self._tips,
                PageName.PLAN: self._plan,
                PageName.SETTINGS: lambda: self.settings_page,
            }
            self._pages[name] = makers[name]()
        return self._pages[name]

    def refresh(self, person: Person, settings: Settings) -> None:
        """Let the page that can be seen read again what it shows."""
        self._settings = settings
        for page in self._pages.values():
            if page.isVisible():
                page.show_person(person, settings)

    def show_line(self, entry_id: str) -> None:
        """Choose a line of History."""
        self.history_page.show_line(entry_id)

    @cached_property
    def history_page(self) -> "HistoryPage":
        """History, whose lines can be gone to."""
        from walktrack.ui.pages.history import HistoryPage  # noqa: PLC0415 - made when wanted
        from walktrack.ui.pages.history.acts import LineActs  # noqa: PLC0415

        desk = self._desk
        page = HistoryPage(
            desk.history, desk.days, desk.clock, desk.bin, interferences=desk.interferences
        )
        page.troubled.connect(self._on_troubled)
        page.today_wanted.connect(self.today_wanted)
        page.everyone_wanted.connect(self.everyone_wanted)
        self.acts = LineActs(self._desk, page)
        self.acts.troubled.connect(self._on_troubled)
        page.more_wanted.connect(self.acts.ask)
        return page

    def _on_troubled(self, error: DiaryError, again: Callable[[], object]) -> None:
        self._attempts.failed.emit(error, again, None)

    def _insight(self) -> "InsightPage":
        from walktrack.ui.pages.insight import InsightPage  # noqa: PLC0415 - made when wanted

        page = InsightPage(self._desk.insights, self._attempts)
        page.said.connect(self.said)
        page.troubled.connect(self.troubled)
        return page

    def _share(self) -> "SharePage":
        from walktrack.ui.pages.share import SharePage  # noqa: PLC0415 - made when wanted
        from walktrack.ui.pages.share.bringing import Bringing  # noqa: PLC0415

        page = SharePage(self._desk.export, self._attempts)
        page.style_chosen.connect(self._on_style)
        self.bringing = Bringing(self._desk, page.bring)
        return page

    def _tips(self) -> "TipsPage":
        from walktrack.ui.pages.tips import TipsPage  # noqa: PLC0415 - made when wanted

        page = TipsPage(self._desk.plan, self._attempts)
        page.plan_wanted.connect(self.plan_wanted)
        return page

    def _plan(self) -> "PlanPage":
        from walktrack.ui.pages.plan import PlanPage  # noqa: PLC0415 - made when wanted

        page = PlanPage(self._desk.plan, self._attempts)
        page.occasion.connect(self.signs_offered)
        return page

    @cached_property
    def settings_page(self) -> "SettingsPage":
        """Settings, which the person's button leads to as well."""
        from walktrack.ui.pages.settings.backups_part import BackupsPart  # noqa: PLC0415
        from walktrack.ui.pages.settings.page import SettingsPage  # noqa: PLC0415 - made when wanted

        page = SettingsPage()
        page.show_path(str(self._desk.path or ""))
        page.show_sound_available(available=self._chime.available)
        page.show_keys(self._keys())
        page.settings_changed.connect(self._on_settings)
        page.named.connect(self._on_named)
        page.goal_set.connect(self._on_goal)
        page.contacts_set.connect(self._on_contacts)
        page.conditions_wanted.connect(self.conditions_wanted)
        page.answers_wanted.connect(self.answers_wanted)
        page.folder_wanted.connect(self.folder_wanted)
        page.help_wanted.connect(self.help_wanted)
        page.sound_tried.connect(self._on_sound)
        page.reminders_of = self._reminders_of
        page.reminder_set.connect(self._on_reminder)
        self.backups = BackupsPart(page.backups, self._desk, self._automatic, self._attempts)
        return page

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Space or F5"), self.tr("Start, pause or resume the walk")),
            (self.tr("F6"), self.tr("Finish the walk")),
            (self.tr("0 to 9, or 1 then 0"), self.tr("Answer the pain scale you are on")),
            (self.tr("Delete"), self.tr("Clear the answer you are on")),
            (self.tr("Ctrl+Z"), self.tr("Undo")),
            (self.tr("Ctrl+Shift+Z or Ctrl+Y"), self.tr("Redo")),
            (self.tr("Ctrl+P"), self.tr("People and who writes")),
            (
                self.tr("Ctrl+1 to Ctrl+7"),
                self.tr("Today, History, Look back, Share, Tips, Plan, Settings"),
            ),
            (self.tr("F2"), self.tr("Warning signs")),
            (self.tr("F1"), self.tr("Help with your data")),
        ]

    def _on_trouble(self, error: DiaryError, verb: Callable[[], object]) -> None:
        self._attempts.failed.emit(error, verb, None)

    def _on_settings(self, settings: Settings) -> None:
        """Store what was chosen, and that alone: another choice may be waiting to be stored."""
        service, was = self._desk.settings, asdict(self._settings)
        chosen = {name: value for name, value in asdict(settings).items() if value != was[name]}
        about = ("settings", *chosen)
        self._attempts.attempt(lambda: service.write(replace(service.read(), **chosen)), about)

    def _on_style(self, style: str) -> None:
        self._on_settings(replace(self._settings, csv_style=style))

    def _on_named(self, person: Person, name: str) -> None:
        """Store the name of whom it was typed for, whosever diary is open by then."""
        people = self._desk.people
        self._attempts.attempt(lambda: people.rename(person, name), ("name", person.id))

    def _on_goal(self, person: Person, goal: int | None) -> None:
        people = self._desk.people
        self._attempts.attempt(lambda: people.set_goal(person, goal), ("goal", person.id))

    def _on_contacts(self, person: Person, contacts: str) -> None:
        people = self._desk.people
        about = ("contacts", person.id)
        self._attempts.attempt(lambda: people.set_contacts(person, contacts), about)

    def _reminders_of(self, person_id: str) -> "Sequence[Reminder] | None":
        reminders = self._desk.reminders
        return self._attempts.attempt_steadily(lambda: reminders.of(person_id), "set reminders")

    def _on_reminder(self, person: Person, reminder: "Reminder") -> None:
        reminders, about = self._desk.reminders, ("reminder", person.id, reminder.about)
        self._attempts.attempt(lambda: reminders.set(person.id, reminder), about)

    def _on_sound(self) -> None:
        self._chime.volume = self._settings.volume
        self._chime.play(Cue.GOAL.value)
