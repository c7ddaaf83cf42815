"""main.py sets up once, again when something changed, and anew when it was broken off."""

import fcntl
import os
import subprocess
import sys

import pytest
from tests.small_checkout import UNKNOWN_PART, load_main, make_checkout, start


@pytest.fixture
def checkout(tmp_path):
    return make_checkout(tmp_path / "mon café")


@pytest.fixture
def main(checkout):
    return load_main(checkout)


@pytest.fixture
def steps(main, monkeypatch):
    """Stand-ins for the two slow steps; they leave behind what the real ones leave."""
    done = []

    def run_step(text, command):
        done.append(command)
        main.VENV_PYTHON.parent.mkdir(parents=True, exist_ok=True)
        main.VENV_PYTHON.touch()
        version = "python{}.{}".format(*sys.version_info)
        (main.VENV / "lib" / version / "site-packages").mkdir(parents=True, exist_ok=True)

    monkeypatch.setattr(main, "run_step", run_step)
    return done


def test_the_tests_serve_the_window_but_not_the_other_way(main, steps):
    main.set_up("window")
    assert main.is_ready("window")
    assert not main.is_ready("test")
    main.set_up("test")
    assert main.is_ready("window")
    assert main.is_ready("test")


def test_only_ready_made_parts_with_the_known_hash_are_taken(main, steps):
    main.set_up("window")
    assert {"--require-hashes", "--only-binary", ":all:"} <= set(steps[-1])


def test_nothing_is_looked_for_beyond_the_lock(main, steps):
    # An older pip would take the newest of a part wanted "with extras", for which no hash is known.
    main.set_up("window")
    assert "--no-deps" in steps[-1]


def test_the_test_parts_are_added_to_a_window_that_stands(main, steps):
    main.set_up("window")
    (main.VENV / "kept").touch()
    main.set_up("test")
    assert (main.VENV / "kept").exists()
    assert steps[-1][-2:] == ["-r", "requirements-test.lock"]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("requirements.lock", "", UNKNOWN_PART), ("pyproject.toml", "peewee", "peewee>=4.5")],
)
def test_a_changed_list_of_parts_sets_up_anew(main, steps, checkout, name, old, new):
    main.set_up("window")
    listed = checkout / name
    listed.write_text(listed.read_text().replace(old, new) if old else new)
    assert not main.is_ready("window")
    (main.VENV / "old").touch()
    main.set_up("window")
    assert main.is_ready("window")
    assert not (main.VENV / "old").exists()


def test_a_changed_check_setting_does_not(main, steps, checkout):
    main.set_up("window")
    with (checkout / "pyproject.toml").open("a") as file:
        file.write("[tool.ruff]\nline-length = 99\n")
    assert main.is_ready("window")


def test_another_python_sets_up_anew(main, steps, monkeypatch):
    main.set_up("window")
    monkeypatch.setattr(sys, "base_prefix", "/another/python")
    assert not main.is_ready("window")


def test_a_python_that_was_removed_sets_up_anew(main, steps):
    main.set_up("window")
    main.VENV_PYTHON.unlink()
    main.VENV_PYTHON.symlink_to("/no/such/python3")
    assert not main.is_ready("window")


@pytest.mark.parametrize("kind", ["window", "test"])
def test_a_broken_off_set_up_is_begun_again(main, steps, monkeypatch, kind):
    main.set_up("window")

    def break_off(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(main, "run_step", break_off)
        main.set_up(kind)
    assert not main.is_ready("window")
    (main.VENV / "half").touch()
    main.set_up(kind)
    assert main.is_ready(kind)
    assert not (main.VENV / "half").exists()


def test_two_starts_set_up_one_after_the_other(checkout):
    code = "import main; main.wait_for_turn(); print('my turn')"
    folder = os.open(checkout, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    second = subprocess.Popen(
        [sys.executable, "-c", code], cwd=checkout, stdout=subprocess.PIPE, text=True
    )
    with pytest.raises(subprocess.TimeoutExpired):
        second.communicate(timeout=0.5)
    os.close(folder)
    assert second.communicate(timeout=20)[0] == "my turn\n"


def test_the_whole_way_with_a_real_environment(checkout):
    (checkout / "requirements.lock").write_text(UNKNOWN_PART)
    failed = start(checkout, "--help", PIP_NO_INDEX="1")
    assert failed.returncode == 3
    assert "No matching distribution" in failed.stderr
    assert failed.stderr.endswith("There are no parts made for this computer with this Python.\n")

    (checkout / "requirements.lock").write_text("")
    first = start(checkout, "export", "--out", "a b", PIP_NO_INDEX="1")
    assert "1 of 3  Making room" in first.stderr
    assert (first.returncode, first.stdout) == (7, "stub Anna ['export', '--out', 'a b']\n")

    moved = checkout.rename(checkout.parent / "moved")
    second = start(moved, "export")
    assert (second.returncode, second.stdout) == (7, "stub Anna ['export']\n")
    assert second.stderr == ""
