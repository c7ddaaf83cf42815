"""Every text on the screen: no forbidden word, short sentences, and easy enough to read."""

import ast
import hashlib
import re
from pathlib import Path

import pytest

import walktrack.ui
from walktrack.domain.warning_signs import TEXT_VERSION, Condition, Level, Sign
from walktrack.exchange.sign_lines import LEVEL_LINES, SIGN_LINES
from walktrack.ui.sign_words import SignTexts

ROOT = Path(walktrack.ui.__file__).parent

# The words that are never said, anywhere: their beginnings, at the start of a word.
NEVER = (
    "treat", "cure", "cures", "heal(?!th)", "prevent", "relie[fv]", "fix", "diagnos", "detect",
    "monitor", "predict", "clinically proven", "proven", "prescri", "dose", "dosage", "therap",
    "red flag", "all clear", "streak",
)  # fmt: skip
MOST_WORDS = 20
HARDEST_GRADE = 6.0
ENOUGH_WORDS = 100
"""So many words it takes for the grade to mean anything; Flesch judged samples of that length."""

_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|\n")
_WORD = re.compile(r"[A-Za-z’']+|\{[a-z_]+\}|\d+")
_VOWELS = re.compile(r"[aeiouy]+")


def texts(path):
    """Return what a module has translated: all that people read goes that way."""
    found = []
    for node in ast.walk(ast.parse(path.read_text())):
        if not isinstance(node, ast.Call):
            continue
        name = (
            node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        )
        place = {"tr": 0, "translate": 1}.get(name)
        if place is None or len(node.args) <= place:
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            found.append(text.value)
    return found


def sentences(text):
    return [each for each in _SENTENCE_ENDS.split(text) if _WORD.search(each)]


def syllables(word):
    """Count groups of vowels; a silent e at the end is none. Near enough for a mean."""
    word = word.lower().strip("’'")
    count = len(_VOWELS.findall(word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and count > 1:
        count -= 1
    return max(count, 1)


def grade(some):
    """Return the grade of American schools that can read the whole sentences among these texts.

    0.39 words a sentence + 11.8 syllables a word - 15.59: Kincaid, Fishburne, Rogers and Chissom,
    Derivation of new readability formulas for Navy enlisted personnel, 1975.
    """
    parts = [each for text in some for each in sentences(text) if each[-1] in ".!?"]
    words = [word for part in parts for word in _WORD.findall(part)]
    per_word = sum(map(syllables, words)) / len(words)
    return 0.39 * len(words) / len(parts) + 11.8 * per_word - 15.59


MODULES = {
    str(path.relative_to(ROOT)): found
    for path in sorted(ROOT.rglob("*.py"))
    if (found := texts(path))
}
FIXED = "It does not find out what is wrong and does not treat."
"""The one sentence that says it, because it says what the program does not do."""


def forbidden(text):
    text = text.replace(FIXED, "")
    return [word for word in NEVER if re.search(rf"\b{word}", text, re.IGNORECASE)]


def too_long(text):
    return [each for each in sentences(text) if len(_WORD.findall(each)) > MOST_WORDS]


def test_the_texts_are_found():
    assert sum(map(len, MODULES.values())) > 1000
    assert any("Get emergency help now." in text for text in MODULES["sign_words.py"])


@pytest.mark.parametrize("module", MODULES)
def test_no_forbidden_word_and_no_long_sentence(module):
    assert [text for text in MODULES[module] if forbidden(text)] == []
    assert [text for text in MODULES[module] if too_long(text)] == []


def test_a_sixth_grader_can_read_it():
    grades = {}
    for module, some in MODULES.items():
        whole = [part for text in some for part in sentences(text) if part[-1] in ".!?"]
        if sum(len(_WORD.findall(part)) for part in whole) >= ENOUGH_WORDS:
            grades[module] = grade(whole)
    assert len(grades) > 10
    assert {module: found for module, found in grades.items() if found > HARDEST_GRADE} == {}


def test_the_warning_signs_and_what_to_do_are_as_easy_by_themselves():
    assert grade(SIGN_LINES.values()) <= HARDEST_GRADE
    assert grade(LEVEL_LINES.values()) <= HARDEST_GRADE


def test_the_one_long_line_stands_on_two_lines_word_for_word():
    long = [sign for sign in Sign if too_long(SIGN_LINES[sign])]
    assert long == [Sign.SMALL_FALL]
    shown = SignTexts().sign(Sign.SMALL_FALL).words
    assert shown.split() == SIGN_LINES[Sign.SMALL_FALL].split()
    assert shown.count("\n") == 1


def test_the_window_and_the_export_say_the_same():
    texts = SignTexts()
    for sign in Sign:
        assert texts.sign(sign).words.replace("\n", " ") == SIGN_LINES[sign]
        assert texts.sign(sign).english == ""
    assert {level: texts.level(level).words for level in Level} == LEVEL_LINES


def test_the_version_goes_up_when_a_fixed_word_changes():
    words = [*SIGN_LINES.values(), *LEVEL_LINES.values()]
    words += [SignTexts().nothing().words, SignTexts().advice().words]
    words += [SignTexts().condition(each) for each in Condition]
    digest = hashlib.sha256("\n".join(words).encode()).hexdigest()[:16]
    assert (TEXT_VERSION, digest) == (1, "1fdee8ccaaefe1c5")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("This heals your back.", True),
        ("A healthy walk.", False),
        ("It relieves pain.", True),
        ("Treats pain.", True),
        ("It does not treat.", True),
        (f"It keeps a record. {FIXED}", False),
        ("No red flags found.", True),
        ("Any walk counts.", False),
    ],
)
def test_the_words_themselves_are_told_apart(text, found):
    assert bool(forbidden(text)) is found


def test_length_and_grade_are_measured():
    assert too_long("one " * 21)
    assert not too_long(f"{'one ' * 20}. {'two ' * 20}.")
    hard = "Neurological deterioration necessitates immediate multidisciplinary evaluation."
    assert grade([hard]) > 20 > HARDEST_GRADE > grade(["The cat sat on the mat."])
