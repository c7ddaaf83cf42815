"""What the README says is so, and no word in it or in the window claims too much."""

import ast
import re
import shlex
import struct
import sys
import tomllib
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from tests.e2e.driver import NEEDED

from walktrack import cli, paths
from walktrack.domain.bin import KEPT_DAYS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FOR_PEOPLE = README.partition("## For developers")[0]
CODE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = [
    command
    for kind, block in CODE.findall(README)
    if kind == "sh"
    for line in block.splitlines()
    if (command := shlex.split(line, comments=True))
]
OF_MAIN = [command[2:] for command in COMMANDS if command[:2] == ["python3", "main.py"]]

NEVER = re.compile(
    r"\b(treats|cures|heals|prevents|relieves|fixes|diagnoses|detects|monitors|predicts|proven|"
    r"prescriptions?|doses?|therap(y|ies)|red flags?|significant(ly)?|streaks?)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 20
LARGEST_PICTURE = 200_000
PNG_SIZE = struct.Struct(">II")


def sources():
    return sorted((ROOT / "src" / "walktrack").rglob("*.py"))


def texts(node):
    return [
        each.value
        for each in ast.walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def is_shown(node):
    """Whether this is a call of tr or translate."""
    called = node.func if isinstance(node, ast.Call) else None
    return isinstance(called, ast.Attribute) and called.attr in {"tr", "translate"}


def on_screen(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [text for node in ast.walk(tree) if is_shown(node) for text in texts(node)]


def said_by(path):
    """Every text of a file that is not there to describe the code."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    told = [node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)]
    notes = {id(value) for value in told if isinstance(value, ast.Constant)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes
    ]


def too_long(text):
    parts = re.split(r"(?<=[.?!…])\s+", " ".join(text.split()))
    return [part for part in parts if len(part.split()) > LONGEST_SENTENCE]


def prose(markdown):
    """The paragraphs and list entries, without code, tables, pictures and marks."""
    text = re.sub(r"!\[.*?\]\(.*?\)", "", CODE.sub("", markdown))
    for part in re.split(r"\n\s*\n|\n(?=- )", text):
        if not part.lstrip().startswith(("#", "|")):
            yield re.sub(r"[*`>]", "", part)


def test_the_two_commands_come_first():
    assert COMMANDS[:2] == [["python3", "main.py"], ["python3", "main.py", "test"]]


@pytest.mark.parametrize("arguments", OF_MAIN, ids=" ".join)
def test_the_program_takes_every_command_for_it(arguments):
    verb, *rest = arguments or [""]
    if verb not in {"test", "check"}:
        cli.parse(arguments)
        return
    options = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["pytest"]["ini_options"]
    marks = [mark.partition(":")[0] for mark in options["markers"]]
    if rest[:1] == ["-m"]:
        assert rest[1] in marks
    else:
        assert all((ROOT / word).exists() for word in rest if not word.startswith("-"))


def test_every_file_it_names_is_there():
    named = set(re.findall(r"(?<![\w./~-])(?:src|tests|resources|\.ci)/[\w./-]*\w", README))
    named |= set(re.findall(r"\]\((?!\w+://)([^)]+)\)", README))
    named |= {part.replace(".", "/") + ".py" for part in re.findall(r"-m (tests[\w.]+)", README)}
    named |= set(re.findall(r"[\w-]+\.(?:toml|lock)\b", README)) | {"main.py", "CHANGELOG.md"}
    assert len(named) > 15
    assert not [path for path in named if not (ROOT / path).exists()]


def test_every_benchmark_is_told():
    for path in (ROOT / "tests" / "bench").glob("bench_*.py"):
        assert path.stem in README


def test_the_pictures_are_real_small_and_accounted_for():
    shown = re.findall(r"!\[[^]]+\]\((resources/pictures/[\w-]+\.png)\)", README)
    assert {ROOT / path for path in shown} == set((ROOT / "resources" / "pictures").iterdir())
    assert "pictures/*.png" in (ROOT / "resources" / "SOURCES.md").read_text(encoding="utf-8")
    for path in shown:
        picture = (ROOT / path).read_bytes()
        assert PNG_SIZE.unpack_from(picture, 16) == (1280, 800)
        assert len(picture) < LARGEST_PICTURE


def test_the_packages_for_the_end_to_end_tests_are_those_they_ask_for():
    (told,) = [command[3:] for command in COMMANDS if command[:2] == ["sudo", "apt-get"]]
    assert told == [package for _, package in NEEDED]


def test_the_locks_are_remade_as_they_were_made():
    told = [command for command in COMMANDS if command[0] == "uv"]
    for command in told:
        first_lines = (ROOT / command[-1]).read_text(encoding="utf-8").splitlines()[:2]
        assert shlex.split(first_lines[1].lstrip("# ")) == command
    assert len(told) == 2


def test_the_keys_are_those_shown_in_settings():
    tree = ast.parse((ROOT / "src" / "walktrack" / "ui" / "shelf.py").read_text())
    (keys,) = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "_keys"
    ]
    rows = [texts(node) for node in ast.walk(keys) if isinstance(node, ast.Tuple)]
    rows = [row for row in rows if row]  # the annotation has a tuple too
    assert len(rows) > 5
    assert not [row for row in rows if "| {} | {} |".format(*row) not in README]


def test_the_bin_keeps_as_long_as_it_says():
    assert f"keeps what you remove for {KEPT_DAYS} days" in FOR_PEOPLE
    assert f"keeps what you remove for {KEPT_DAYS} days" in (ROOT / "CHANGELOG.md").read_text()


def test_the_diary_is_where_it_says(monkeypatch):
    for name in ("XDG_DATA_HOME", paths.DATA_DIR_VARIABLE):
        monkeypatch.delenv(name, raising=False)
    told = dict(re.findall(r"^\| (Linux|macOS|Windows) \| `(.+)` \|$", README, re.MULTILINE))
    assert told["Windows"] == r"%LOCALAPPDATA%\WalkTrack"
    for name, system in (("Linux", Unix), ("macOS", MacOS)):
        folder = system("WalkTrack", appauthor=False).user_data_dir
        assert str(Path(told[name]).expanduser()) == folder
    assert Path(told[{"linux": "Linux", "darwin": "macOS"}[sys.platform]]).expanduser() == (
        paths.data_dir()
    )
    assert f"`{paths.DIARY}`" in README


def test_what_it_calls_a_thing_is_what_the_window_calls_it():
    shown = [text for path in sources() for text in on_screen(path)]
    bold = re.findall(r"\*\*([^*]+)\*\*", FOR_PEOPLE.partition("## Use")[2])
    names = {words for words in bold if not words.endswith((".", ":", '"'))}
    assert len(names) > 10
    assert not names - set(shown)
    quoted = {words.strip('"').rstrip(".") for words in bold if words.startswith('"')}
    assert len(quoted) > 3
    without_places = [re.sub(r"( in)? \{\w+\}", "", text) for text in shown]
    assert not [
        words for words in quoted if not any(text.startswith(words) for text in without_places)
    ]


def test_it_says_what_the_program_is_for_in_the_words_of_the_window():
    about = on_screen(ROOT / "src" / "walktrack" / "ui" / "pages" / "settings" / "facts.py")
    (purpose,) = [text for text in about if "medical device" in text]
    assert purpose in " ".join(README.replace("\n> ", " ").split())


def test_the_readme_claims_nothing_and_speaks_in_short_sentences():
    assert not NEVER.findall(README)
    assert not [long for part in prose(FOR_PEOPLE) for long in too_long(part)]


def test_no_text_of_the_program_claims_too_much():
    said = [(path.name, text) for path in sources() for text in said_by(path)]
    assert len(said) > 1000
    assert not [(name, text) for name, text in said if NEVER.search(text)]


def test_every_sentence_on_the_screen_is_short():
    shown = [(path.name, text) for path in sources() for text in on_screen(path)]
    assert len(shown) > 300
    assert not [
        (name, long) for name, text in shown for line in text.split("\n") for long in too_long(line)
    ]
