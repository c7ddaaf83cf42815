"""A first glance at the settings, before the diary is opened for good: it must be quick.

Peewee would take longer to load than the whole window takes to appear.
"""

import sqlite3
from contextlib import closing
from pathlib import Path


def settings_at_a_glance(path: Path) -> dict[str, str]:
    """Return the stored settings by name; empty if there is no diary or it is not to be read now.

    Changes nothing, waits for nobody, and raises nothing: the real opening tells what is wrong.
    """
    try:
        if not path.exists():
            return {}
        with closing(
            sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
        ) as glance:
            return dict(glance.execute("SELECT name, value FROM setting").fetchall())
    except (OSError, sqlite3.Error):
        return {}
