"""The virtual screen of the end-to-end tests, and a clear word when something is missing for it."""

import os
from pathlib import Path

import pytest
from tests.e2e.driver import Program, Screen, missing_packages


@pytest.fixture(scope="session")
def equipment():
    missing = missing_packages()
    if missing:
        pytest.fail("Please type: sudo apt-get install " + " ".join(missing), pytrace=False)


@pytest.fixture
def screen(equipment, tmp_path):
    folder = os.environ.get("WALKTRACK_E2E_PICTURES")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
    with Screen(tmp_path, folder) as screen:
        yield screen


@pytest.fixture
def diary(tmp_path):
    return tmp_path / "diary"


@pytest.fixture
def start(screen, diary):
    """Start the program; its window is up when this returns."""

    def start():
        program = Program(screen, diary)
        program.wait_for("WalkTrack", "frame")
        return program

    return start
