"""main.py says plainly what is missing, and hands the arguments on."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.small_checkout import load_main, make_checkout, start

NOT_THERE = {"libnot-there.so.9": "libnot-there9"}


@pytest.fixture
def checkout(tmp_path):
    return make_checkout(tmp_path / "mon café")


@pytest.fixture
def main(checkout):
    return load_main(checkout)


def one_sentence(result):
    assert result.returncode == 3
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    return result.stderr


# What is missing is said in one sentence.


def test_an_old_python_can_read_the_file():
    ast.parse(
        (Path(__file__).parents[1] / "main.py").read_text(encoding="utf-8"), feature_version=(3, 6)
    )


def test_an_old_python_is_told_which_one_is_needed(checkout):
    result = start(checkout, before="sys.version_info = (3, 10, 4, 'final', 0)")
    assert "Python 3.11 or newer" in one_sentence(result)
    assert "Python 3.10." in result.stderr


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_the_package(checkout, module):
    result = start(checkout, "--help", before=f"sys.modules[{module!r}] = None")
    assert "no venv module" in one_sentence(result)
    assert not (checkout / ".venv").exists()
    if shutil.which("apt-get"):
        assert "sudo apt-get install python{}.{}-venv".format(*sys.version_info) in result.stderr


def test_no_screen_is_said_before_anything_is_fetched(checkout):
    assert "No screen was found" in one_sentence(start(checkout))
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"])
def test_a_screen_is_one_that_is_named(main, name):
    main.require_screen({name: "x"})
    with pytest.raises(main.SetUpError):
        main.require_screen({name: ""})


def test_a_folder_that_cannot_be_written_is_said(main, monkeypatch):
    def refuse(kind):
        raise PermissionError(13, "Permission denied", str(main.VENV))

    monkeypatch.setattr(main, "set_up", refuse)
    with pytest.raises(main.SetUpError, match=r"cannot be set up here.*Permission denied"):
        main.ensure("window")


def test_a_full_disk_is_said(main, monkeypatch):
    def refuse(kind):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(main, "set_up", refuse)
    with pytest.raises(main.SetUpError, match="disk is full"):
        main.ensure("window")


@pytest.mark.parametrize(
    ("log", "sentence"),
    [
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("WARNING: Retrying (Retry(total=4\nERROR: No matching distribution", "check the internet"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM", "did not arrive whole"),
        ("ERROR: No matching distribution found for numpy", "no parts made for this computer"),
        ("Segmentation fault", "did not work"),
    ],
)
def test_a_failed_step_shows_its_log_and_says_why(main, capsys, log, sentence):
    main.VENV.mkdir()
    command = [sys.executable, "-c", f"print({log!r}); raise SystemExit(1)"]
    with pytest.raises(main.SetUpError, match=sentence):
        main.run_step("1 of 1", command)
    told = capsys.readouterr()
    assert log.splitlines()[-1] in told.err
    assert told.out == ""


def test_a_step_that_goes_well_keeps_its_output_to_itself(main, capsys):
    main.VENV.mkdir()
    main.run_step("1 of 1", [sys.executable, "-c", "print('chatter')"])
    assert "chatter" not in capsys.readouterr().err
    assert main.LOG.read_text() == "chatter\n"


# System libraries.


def test_only_a_library_that_cannot_be_loaded_is_missing(main):
    assert main.missing_libraries({"libc.so.6": "libc6"} | NOT_THERE) == ["libnot-there9"]


@pytest.fixture
def apt(monkeypatch, tmp_path):
    """An apt-get that installs nothing and writes down how it was called."""
    told = tmp_path / "told"
    told.touch()
    program = tmp_path / "apt-get"
    program.write_text(f'#!/bin/sh\necho "$DEBIAN_FRONTEND $*" >> "{told}"\n')
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.delenv("DEBIAN_FRONTEND", raising=False)
    return told


def test_a_person_is_told_what_to_type(main, monkeypatch, apt):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(main.SetUpError, match=r"sudo apt-get install libnot-there9$"):
        main.provide_libraries(NOT_THERE)
    assert apt.read_text() == ""


def test_elsewhere_than_debian_the_libraries_are_named(main, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(main.SetUpError, match="missing, please install libnot-there9"):
        main.provide_libraries(NOT_THERE)


def test_root_installs_them_and_looks_again(main, monkeypatch, apt):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(main.SetUpError, match="libnot-there9"):
        main.provide_libraries(NOT_THERE)
    assert apt.read_text().splitlines() == [
        "noninteractive -qq update",
        "noninteractive -qq install -y --no-install-recommends libnot-there9",
    ]


def test_root_goes_on_once_they_are_there(main, monkeypatch, apt):
    looks = [["libnot-there9"], []]
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(main, "missing_libraries", lambda libraries: looks.pop(0))
    main.provide_libraries(NOT_THERE)
    assert "install" in apt.read_text()


# Who gets the arguments.


@pytest.fixture
def route(main, monkeypatch):
    """Tell what main would provide, set up and start."""
    needed = []
    monkeypatch.setattr(main, "require_screen", lambda environment: needed.append("screen"))
    monkeypatch.setattr(main, "provide_libraries", lambda names: needed.append(len(names)))
    monkeypatch.setattr(main, "ensure", needed.append)
    monkeypatch.setattr(main, "hand_over", lambda arguments: needed.append(arguments) or 4)
    monkeypatch.setattr(os, "chdir", needed.append)

    def route(*arguments):
        needed.clear()
        assert main.main(arguments) == 4
        return needed

    return route


@pytest.mark.parametrize("arguments", [(), ("--data-dir", "a b"), ("--example",)])
def test_a_window_needs_a_screen(route, arguments):
    assert route(*arguments) == ["screen", 11, "window", ["-P", "-m", "walktrack", *arguments]]


@pytest.mark.parametrize(
    "arguments", [("export", "--out", "x"), ("import", "x"), ("--version",), ("--help",)]
)
def test_other_verbs_need_none(route, arguments):
    assert route(*arguments) == ["window", ["-P", "-m", "walktrack", *arguments]]


def test_pytest_gets_its_arguments_in_the_checkout(route, checkout):
    assert route("test", "-k", "a") == [6, "test", checkout, ["-m", "pytest", "-k", "a"]]


def test_all_tests_run_on_every_core(route, main, checkout):
    everywhere = ["-m", "pytest", *main.ON_EVERY_CORE]
    assert route("test") == [6, "test", checkout, everywhere]


@pytest.mark.parametrize(
    ("codes", "result"), [((0, 0, 0, 0), 0), ((0, 1, 0, 0), 1), ((0, 0, -9, 0), 1)]
)
def test_every_check_runs_and_one_failure_counts(main, monkeypatch, codes, result):
    given = list(codes)
    monkeypatch.setattr(main, "ensure", lambda kind: None)
    monkeypatch.setattr(subprocess, "call", lambda command, cwd: given.pop(0))
    assert main.main(["check"]) == result
    assert given == []
