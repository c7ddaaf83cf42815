"""The locks hold every part that is wanted, with its hashes and without an address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[1]


def pins(name):
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found = {}
    for line in lines:
        pin, *hashes = line.split("--hash=sha256:")
        assert hashes, pin
        requirement = Requirement(pin)
        found.setdefault(requirement.name, []).append(pin.strip())
    return found


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_a_lock_holds_no_address(name):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert not re.search(r"://|index-url|find-links|trusted-host|(^|\s)/", text)


def test_the_test_lock_holds_all_of_the_window_lock():
    tests = pins("requirements-test.lock")
    assert {name: tests.get(name) for name in pins("requirements.lock")} == pins(
        "requirements.lock"
    )


@pytest.mark.parametrize(
    ("name", "extras"), [("requirements.lock", []), ("requirements-test.lock", ["test", "dev"])]
)
def test_the_lock_is_as_new_as_the_wanted_parts(name, extras):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = project["dependencies"] + [
        part for extra in extras for part in project["optional-dependencies"][extra]
    ]
    locked = pins(name)
    for requirement in map(Requirement, wanted):
        for pin in locked[requirement.name.lower()]:
            (version,) = Requirement(pin).specifier
            assert requirement.specifier.contains(version.version), pin
