"""Where the shipped files lie and where a person's own files go. Looks only; creates nothing."""

import os
from pathlib import Path

DATA_DIR_VARIABLE = "WALKTRACK_DATA_DIR"
DIARY = "walktrack.db"
_APP = "WalkTrack"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, such as ``resource("icons", "play.svg")``.

    An installed copy carries its resources inside the package; a checkout has them beside src.
    Raises FileNotFoundError if the file is in neither place.
    """
    for root in _resource_roots():
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise FileNotFoundError(f"WalkTrack is missing one of its own files: {'/'.join(parts)}")


def data_dir(chosen: str | None = None) -> Path:
    """Return the folder of the diary: the chosen one, else WALKTRACK_DATA_DIR, else the system's.

    Empty texts count as not given. A leading ``~`` is the home folder; the result is absolute.
    """
    named = chosen or os.environ.get(DATA_DIR_VARIABLE)
    if named:
        path = Path(named)
        return path.expanduser() if path.parts[:1] == ("~",) else path.absolute()
    from platformdirs import user_data_path  # noqa: PLC0415  not needed when a folder was chosen

    return user_data_path(_APP, appauthor=False)


def log_dir(chosen: str | None = None) -> Path:
    """Return the folder of the log: ``log`` in a chosen data folder, else the system's for that.

    A diary on a stick leaves nothing on the computer it is plugged into.
    """
    if chosen or os.environ.get(DATA_DIR_VARIABLE):
        return data_dir(chosen) / "log"
    from platformdirs import user_state_path  # noqa: PLC0415  not needed when all goes well

    return user_state_path(_APP, appauthor=False)


def documents_dir() -> Path:
    """Return the person's documents folder, where exports are offered to go first."""
    from platformdirs import user_documents_path  # noqa: PLC0415  only an export asks

    return user_documents_path()


def _resource_roots() -> tuple[Path, Path]:
    package = Path(__file__).resolve().parent  # importlib.resources says the same, 3 ms later
    return package / "resources", package.parents[1] / "resources"
