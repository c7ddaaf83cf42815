"""A diary offered for restore: looked at on a copy, and let in only if it is sound and ours."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from walktrack.domain.backup import Unfit, UnfitError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.storage import migrate
from walktrack.storage.database import Database
from walktrack.storage.faults import UNREADABLE
from walktrack.storage.header import check_header
from walktrack.storage.journal import copy_with_journal
from walktrack.storage.schema import schema_made_here, schema_of
from walktrack.storage.snapshot import check_copy

_UNFIT = {
    Fault.NEWER: Unfit.NEWER,
    Fault.NOT_A_DIARY: Unfit.NOT_A_DIARY,
    Fault.DAMAGED: Unfit.DAMAGED,
}


def admit(offered: Path, copy: Path) -> None:
    """Make `copy` a sound diary of the newest version out of an offered file; that one is kept.

    A journal left beside the offered file by a crash is played back, on the copy. UnfitError for
    a file that cannot be let in, DiaryError if there is no room for the copy.
    """
    _copy(offered, copy)
    with _unfit(offered):
        check_header(copy, migrate.NEWEST)
        database = Database(copy)
        with database.guard():
            database.connect()  # plays back the journal
            try:
                database.rows("SELECT count(*) FROM sqlite_schema")
                # No trigger, no view: nothing but tables and indexes as they were made by us.
                if schema_of(database) != schema_made_here(migrate.version_of(database)):
                    raise UnfitError(Unfit.ALTERED, offered)
            finally:
                database.close()
        check_copy(copy)
        with database.guard():
            database.connect()
            try:
                migrate.bring_up_to_date(database)
            finally:
                database.close()


def _copy(offered: Path, copy: Path) -> None:
    try:
        readable = offered.is_file()  # a pipe or a device would never end
        if readable:
            offered.open("rb").close()
    except OSError as error:
        raise UnfitError(Unfit.UNREADABLE, offered) from error
    if not readable:
        raise UnfitError(Unfit.UNREADABLE, offered)
    with Database(copy).guard():
        copy_with_journal(offered, copy)


@contextmanager
def _unfit(offered: Path) -> Generator[None]:
    try:
        yield
    except DiaryError as error:
        if error.fault in _UNFIT:
            raise UnfitError(_UNFIT[error.fault], offered) from error
        raise
    except UNREADABLE as error:  # what is in the file breaks rules of the schema
        raise UnfitError(Unfit.DAMAGED, offered) from error
