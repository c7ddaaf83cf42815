"""What is told of an error has its kind and its place, and nothing that anybody typed."""

import errno
import os
import sqlite3
import sys
from pathlib import Path

import pytest
from tests.clocks import NOON

from walktrack.domain.faults import DiaryError, Fault
from walktrack.mishap import Mishap, told_file

TYPED = "Zwetschge"
HOME = Path(f"/home/{TYPED}")


def caught(raising):
    note = TYPED  # a value that a traceback with variables would show
    try:
        raising()
    except BaseException as error:
        error.add_note(note)
        return error
    raise AssertionError(raising)


def told(raising):
    return str(Mishap.of(caught(raising), NOON))


def plain():
    raise ValueError(f"the note {TYPED} is too long")


def chained():
    try:
        {}[TYPED]
    except KeyError as error:
        raise RuntimeError(TYPED) from error


def on_top():
    try:
        plain()
    finally:
        (HOME / TYPED).read_bytes()


def hidden():
    try:
        plain()
    except ValueError:
        raise LookupError(TYPED) from None


def grouped():
    raise ExceptionGroup(TYPED, [caught(plain), caught(chained)])


def of_sqlite():
    with sqlite3.connect(":memory:") as connection:
        connection.execute("CREATE TABLE t (v CHECK (v <> 'x'))")
        connection.execute("INSERT INTO t VALUES ('x')")


def of_the_diary():
    raise DiaryError(Fault.FULL, HOME / "walktrack.db", holder=TYPED)


def deep(left=500):
    if not left:
        plain()
    deep(left - 1)


def in_circles():
    one, other = ValueError(TYPED), KeyError(TYPED)
    one.__cause__, other.__cause__ = other, one
    raise one


KINDS = {
    plain: ["ValueError"],
    chained: ["RuntimeError", "KeyError"],
    on_top: ["FileNotFoundError ENOENT", "ValueError"],
    hidden: ["LookupError"],
    grouped: ["ExceptionGroup", "ValueError", "RuntimeError", "KeyError"],
    of_sqlite: ["sqlite3.IntegrityError SQLITE_CONSTRAINT_CHECK"],
    of_the_diary: ["walktrack.domain.faults.DiaryError full"],
    deep: ["ValueError"],
    in_circles: ["ValueError", "KeyError"],
}


@pytest.mark.parametrize("raising", KINDS, ids=lambda raising: raising.__name__)
def test_the_kinds_are_told_and_no_message_is(raising):
    mishap = Mishap.of(caught(raising), NOON)
    assert [link.kind for link in mishap.links] == KINDS[raising]
    assert TYPED not in str(mishap)
    assert TYPED not in repr(mishap)
    assert len(str(mishap).splitlines()) < 100


def test_the_way_leads_to_the_line():
    mishap = Mishap.of(caught(plain), NOON)
    places = mishap.links[0].way
    assert [(place.file, place.function) for place in places] == [
        ("test_mishap.py", "caught"),
        ("test_mishap.py", "plain"),
    ]
    line = plain.__code__.co_firstlineno + 1
    assert mishap.place == ("ValueError", places[-1])
    assert f"    test_mishap.py, line {line}, in plain" in told(plain).splitlines()


def test_two_errors_of_one_line_are_the_same_and_of_two_lines_are_not():
    one, same, other = (Mishap.of(caught(each), NOON) for each in (plain, plain, hidden))
    assert one.place == same.place != other.place


def test_where_the_program_is_just_now():
    def here():
        return Mishap.on_the_way("Qt warning", sys._getframe(), NOON)

    mishap = here()
    assert mishap.place[1].function.endswith("here")
    assert mishap.links[0].way[-2].function == "test_where_the_program_is_just_now"


def test_an_error_that_was_never_raised_has_a_kind_only():
    mishap = Mishap.of(OSError(errno.ENOSPC, TYPED, TYPED), NOON)
    assert str(mishap) == "OSError ENOSPC"
    assert mishap.place == ("OSError ENOSPC", None)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (str(Path(told_file.__code__.co_filename)), "walktrack/mishap.py"),
        (
            str(Path(told_file.__code__.co_filename).parent / "ui" / "top_bar.py"),
            "walktrack/ui/top_bar.py",
        ),
        (
            f"/home/{TYPED}/w/.venv/lib/python3.11/site-packages/peewee.py",
            "site-packages/peewee.py",
        ),
        (str(Path(os.__file__).parent / "json" / "decoder.py"), "/json/decoder.py"),
        (f"/home/{TYPED}/tools/script.py", "script.py"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ("<string>", "<string>"),
    ],
)
def test_files_are_named_without_the_folders_of_a_person(name, expected):
    assert told_file(name).endswith(expected)
    assert TYPED not in told_file(name)
    assert not Path(told_file(name)).is_absolute()
