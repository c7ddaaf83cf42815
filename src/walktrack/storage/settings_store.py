"""The choices about the program, as names and values."""

from walktrack.storage.database import MARK
from walktrack.storage.room import Room, reads, writes
from walktrack.storage.tables import SettingRow


class SettingsStore(Room):
    """Keeps settings as text; what they mean is for others to know."""

    @reads
    def read(self) -> dict[str, str]:
        """Return all settings that were ever written."""
        query = SettingRow.select().where(SettingRow.name != MARK)
        return {row["name"]: row["value"] for row in self._db.dicts(query)}

    @writes
    def write(self, name: str, value: str) -> None:
        """Keep one setting, in place of what it was."""
        self._db.execute(SettingRow.replace(name=name, value=value))
