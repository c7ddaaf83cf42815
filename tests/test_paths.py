import subprocess
import sys
from pathlib import Path

import pytest

from walktrack import paths

CHECKOUT = Path(__file__).parents[1]


def test_a_checkout_has_its_resources_beside_src():
    assert paths.resource("icons", "walk.svg") == CHECKOUT / "resources" / "icons" / "walk.svg"
    assert paths.resource("icons").is_dir()


def test_an_installed_copy_carries_its_resources_inside_the_package(tmp_path):
    package = tmp_path / "site" / "walktrack"
    inside = package / "resources" / "icons" / "walk.svg"
    beside = tmp_path / "resources" / "icons" / "walk.svg"
    for svg in (inside, beside):
        svg.parent.mkdir(parents=True)
        svg.write_text("<svg/>")
    (package / "__init__.py").touch()
    (package / "paths.py").write_text(Path(paths.__file__).read_text())

    asked = "from walktrack.paths import resource; print(resource('icons', 'walk.svg'))"
    answer = subprocess.run(
        [sys.executable, "-S", "-c", asked],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == str(inside)


def test_a_missing_file_is_named_plainly():
    with pytest.raises(FileNotFoundError, match=r"one of its own files: icons/unicorn\.svg"):
        paths.resource("icons", "unicorn.svg")


@pytest.fixture
def home(tmp_path, monkeypatch):
    for name in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE, raising=False)
    for name in ("HOME", "USERPROFILE", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path


def test_the_chosen_folder_comes_before_the_variable(home, monkeypatch):
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(home / "named"))

    assert paths.data_dir(str(home / "chosen")) == home / "chosen"
    assert paths.data_dir(None) == home / "named"
    assert paths.data_dir("") == home / "named"


def test_without_a_choice_the_system_says_where(home, monkeypatch):
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, "")

    folder = paths.data_dir()

    assert folder.name == "WalkTrack"
    assert home in folder.parents


@pytest.mark.parametrize("written", ["walks", ".", "~", "~/walks"])
def test_a_folder_written_short_is_made_absolute(home, monkeypatch, written):
    monkeypatch.chdir(home)

    assert paths.data_dir(written) == home / written.replace("~", ".")


def test_looking_up_creates_nothing(home):
    folders = {paths.data_dir(), paths.data_dir(str(home / "x"))}
    folders.add(paths.documents_dir())

    assert len(folders) == 3
    assert not list(home.iterdir())
