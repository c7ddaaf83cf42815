"""The person's choices about the program, kept in the diary beside the records."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from walktrack.domain.cues import GENTLE_MINUTES
from walktrack.domain.settings import TEXT_SIZES, VOLUMES, Colours, Settings
from walktrack.services.changes import Announcer, Changes

if TYPE_CHECKING:
    from walktrack.storage.diary import Diary


class SettingsService:
    """Reads and changes the settings. An unreadable value counts as not set."""

    def __init__(self, diary: "Diary", announcer: Announcer) -> None:
        self._diary = diary
        self._announcer = announcer

    def read(self) -> Settings:
        """Return the settings, defaults where nothing was chosen."""
        return settings_of(self._diary.settings.read())

    def write(self, settings: Settings) -> None:
        """Store what differs from before; DiaryError if that fails."""
        before = self.read()
        was, wanted = asdict(before), asdict(settings)
        changed = [name for name in wanted if wanted[name] != was[name]]
        if not changed:
            return
        with self._diary.transaction():
            for name in changed:
                self._diary.settings.write(name, _text(wanted[name]))
        self._announcer.announce(Changes.SETTINGS)


def settings_of(stored: dict[str, str]) -> Settings:
    """Return the settings that were stored under these names."""
    known: dict[str, Any] = {}
    for field in fields(Settings):
        if field.name in stored:
            try:
                known[field.name] = _READERS[field.name](stored[field.name])
            except ValueError:
                continue
    return Settings(**known)


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, bool) else str(value)


def _one_of(known: Sequence[int]) -> Callable[[str], int]:
    """Return a reader that raises ValueError for a number that is not offered."""

    def read(text: str) -> int:
        number = int(text)
        if number not in known:
            raise ValueError(text)
        return number

    return read


def _week_start(text: str) -> int | None:
    if not text:
        return None
    if text not in set("0123456"):
        raise ValueError(text)
    return int(text)


def _yes_or_no(text: str) -> bool:
    return bool(int(text))


_READERS = {
    "text_size": _one_of(TEXT_SIZES),
    "colours": Colours,
    "sound": _yes_or_no,
    "week_start": _week_start,
    "csv_style": str,
    "welcomed": _yes_or_no,
    "second_folder": str,
    "volume": _one_of(VOLUMES),
    "guided": _yes_or_no,
    "gentle_minutes": _one_of(GENTLE_MINUTES),
    "posture_cue": _yes_or_no,
    "back_cue": _yes_or_no,
}
