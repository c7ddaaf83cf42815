"""No error goes unnoticed: it is written down, said, and told to whoever listens, from anywhere."""

import gc
import sys
import threading

import pytest
from tests.clocks import HandClock

from walktrack import cli, paths
from walktrack.log import NAME
from walktrack.watch import MOST, MOST_OF_A_PLACE, Watch

TYPED = "Zwetschge"


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "log"


@pytest.fixture
def heard():
    return []


@pytest.fixture
def watch(folder, heard):
    with Watch(lambda: folder, HandClock()) as made:
        made.listener = heard.append
        yield made


def entries(folder):
    return (folder / NAME).read_text().count("  WalkTrack ") if folder.exists() else 0


def wrong(kind, line=0):
    where = compile("\n" * line + "raise kind(words)", "<string>", "exec")
    exec(where, {"kind": kind, "words": TYPED})  # noqa: S102 - an error of any line


def fail(kind=ValueError, line=0):
    try:
        wrong(kind, line)
    except kind as error:
        sys.excepthook(kind, error, error.__traceback__)


def test_nothing_is_loaded_or_written_before_something_happens(watch, folder):
    assert not folder.exists()
    assert watch._log is None


def test_an_uncaught_error_is_written_down_said_and_told(watch, folder, heard, capsys):
    fail()
    assert "ValueError\n    test_watch.py" in (folder / NAME).read_text()
    assert capsys.readouterr().err.startswith("walktrack: ValueError: <string>, line 1, in")
    assert [mishap.links[0].kind for mishap in heard] == ["ValueError"]


def test_an_error_in_a_thread_is_too(watch, folder, heard):
    def work():
        raise LookupError(TYPED)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert entries(folder) == 1
    assert heard[0].place[1].function.endswith("work")


def test_an_error_nobody_can_raise_is_only_written_down(watch, folder, heard, capsys):
    class Careless:
        def __del__(self):
            raise ValueError(TYPED)

    Careless()
    gc.collect()
    assert entries(folder) == 1
    assert heard == []
    assert TYPED not in capsys.readouterr().err


def test_who_wants_to_stop_the_program_is_left_alone(folder, heard, monkeypatch):
    passed = []
    monkeypatch.setattr(sys, "excepthook", lambda *error: passed.append(error[0]))
    monkeypatch.setattr(threading, "excepthook", lambda args: passed.append(args.exc_type))
    with Watch(lambda: folder, HandClock()) as watch:
        watch.listener = heard.append
        fail(KeyboardInterrupt)
        thread = threading.Thread(target=sys.exit)
        thread.start()
        thread.join()
    assert passed == [KeyboardInterrupt, SystemExit]
    assert heard == []
    assert entries(folder) == 0


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
def test_and_so_is_one_who_stops_the_block(folder, kind):
    with pytest.raises(kind), Watch(lambda: folder, HandClock()):
        raise kind
    assert entries(folder) == 0


def test_an_error_that_ends_the_block_is_one_sentence_and_a_note(folder, capsys):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    with Watch(lambda: folder, HandClock()):
        raise ValueError(TYPED)
    said = capsys.readouterr().err
    assert said == "walktrack: Something went wrong inside WalkTrack, and it had to stop.\n"
    assert entries(folder) == 1
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before


def test_the_same_error_sixty_times_a_second_fills_nothing(watch, folder, heard, capsys):
    for _ in range(1000):
        fail()
    assert entries(folder) == MOST_OF_A_PLACE
    assert len(capsys.readouterr().err.splitlines()) == MOST_OF_A_PLACE
    assert len(heard) == 1000  # a window that was busy then may still tell it now
    fail(LookupError)
    assert entries(folder) == MOST_OF_A_PLACE + 1


def test_a_thousand_different_errors_fill_nothing_either(watch, folder):
    for number in range(1000):
        fail(line=number)
    assert entries(folder) == MOST


def test_a_log_that_cannot_be_written_stops_nothing(watch, folder, heard, capsys):
    folder.write_text("not a folder")
    fail()
    watch.look_deeper()
    watch.note_message("Qt warning", None)
    assert len(heard) == 1
    assert "No note of it could be written." in capsys.readouterr().err


def test_an_error_about_an_error_does_not_go_round_in_circles(watch, heard, monkeypatch, capsys):
    def broken(*_args):
        raise RuntimeError(TYPED)

    monkeypatch.setattr("walktrack.mishap.Mishap.of", broken)
    fail()
    assert heard == []
    assert "no note of it could be made" in capsys.readouterr().err


def test_a_program_without_a_terminal_writes_it_down_all_the_same(watch, folder, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    fail()
    assert entries(folder) == 1


def test_a_window_that_is_gone_is_no_trouble(watch, folder):
    def gone(_mishap):
        raise RuntimeError("Internal C++ object already deleted")

    watch.listener = gone
    fail()
    assert entries(folder) == 1


def test_a_verb_without_a_window_ends_in_one_sentence(tmp_path, monkeypatch, capsys):
    def broken(*_args):
        raise RuntimeError(f"{TYPED} in {tmp_path}")

    monkeypatch.setattr("walktrack.cli.export._export", broken)
    code = cli.main(["export", "--out", "x.csv", "--data-dir", str(tmp_path)])
    assert code == cli.WENT_WRONG == 1
    said = capsys.readouterr()
    sentence = "walktrack: Something went wrong inside WalkTrack, and it had to stop.\n"
    assert said == ("", sentence)
    told = (paths.log_dir(str(tmp_path)) / NAME).read_text()
    assert "walktrack/cli/export.py" in told
    assert TYPED not in told
