"""``walktrack import``: looks at CSV files, WalkTrack's own and others, and brings them in."""

import argparse
import sys
from contextlib import closing
from pathlib import Path

from walktrack import paths
from walktrack.cli.import_words import (
    bad_sentence,
    count_words,
    fate_words,
    line_words,
    note_words,
)
from walktrack.cli.mapping import is_told, plan_words, table_and_plan
from walktrack.cli.reports import DONE, CannotError, diary_sentence, look_for, refuse
from walktrack.cli.whose import find_person
from walktrack.clock import SystemClock
from walktrack.domain.backup import BackupError
from walktrack.domain.faults import DiaryError
from walktrack.domain.incoming import Fate, Incoming
from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.exchange.csv_in import BadFileError
from walktrack.services.desk import Desk
from walktrack.services.opening import open_diary
from walktrack.services.tables import may_be_foreign


def run(asked: argparse.Namespace) -> int:
    """Bring in what was asked for; return 0, or 3 after a sentence on standard error."""
    path = paths.data_dir(asked.data_dir) / paths.DIARY
    try:
        look_for(path)
        with closing(open_diary(path, SystemClock())) as diary:
            _bring_in(Desk(diary, SystemClock()), asked)
    except CannotError as error:
        return refuse(str(error))
    except DiaryError as error:
        return refuse(diary_sentence(error))
    except BadFileError as error:
        return refuse(f"{bad_sentence(error)} Nothing was brought in.")
    except BackupError as error:
        words = f"No backup could be made in {error.folder}, so nothing was brought in."
        return refuse(words)
    except NotPossibleError:
        return refuse("The diary has changed meanwhile. Nothing was brought in.")
    return DONE


def _bring_in(desk: Desk, asked: argparse.Namespace) -> None:
    person = _person(desk, asked.person, dry_run=asked.dry_run)
    incoming = _look(desk, person, asked)
    _tell(incoming, person, in_full=asked.dry_run)
    unreadable = incoming.count(Fate.UNREADABLE)
    if asked.dry_run:
        _say("Nothing was changed.")
    elif unreadable and not asked.leave_out:
        message = "Nothing was brought in. Add --leave-out to go on without the lines above."
        raise CannotError(message)
    else:
        desk.importing.bring_in(incoming)
        _say(f"Brought in {count_words(incoming.bundle)}.")


def _look(desk: Desk, person: Person, asked: argparse.Namespace) -> Incoming:
    """Look at files of ours, or at one table of another program."""
    if not is_told(asked):
        try:
            return desk.importing.look(person, [Path(name) for name in asked.files])
        except BadFileError as error:
            if len(asked.files) > 1 or not may_be_foreign(error):
                raise
    table, plan = table_and_plan(desk.tables, asked)
    _say(plan_words(table, plan))
    return desk.importing.look_at_table(person, table, plan)


def _tell(incoming: Incoming, person: Person, *, in_full: bool) -> None:
    for words in fate_words(incoming):
        _say(words)
    for words in note_words(incoming, person):
        _say(words)
    for line in incoming.lines:
        if in_full or line.fate in {Fate.UNREADABLE, Fate.CONFLICT}:
            _say(line_words(line))


def _person(desk: Desk, name: str | None, *, dry_run: bool) -> Person:
    """Return the person of this name, or without one whose diary is open.

    A new diary gets one, but not to look only.
    """
    if name is not None:
        return find_person(desk.people.everyone(), name)
    if dry_run and not desk.people.there():
        now = desk.clock.read().wall
        return Person("", "", "", "", None, DEFAULT_TEN_ANCHOR, "", None, False, now)  # noqa: FBT003
    return desk.people.current()


def _say(words: str) -> None:
    """Write a line; what a terminal cannot show, as in the name of a file, becomes a mark."""
    shown = "".join(letter if letter.isprintable() else "?" for letter in words)
    known = sys.stdout.encoding or "ascii"
    sys.stdout.write(shown.encode(known, "replace").decode(known) + "\n")
