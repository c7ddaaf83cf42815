"""The text that goes with the files and says what every column means."""

import textwrap

from walktrack.domain.period import Period
from walktrack.domain.posture import PostureItem
from walktrack.exchange.columns import COLUMNS, SINGLE_FILES
from walktrack.exchange.sign_lines import LEVEL_LINES, SIGN_LINES
from walktrack.exchange.style import CsvStyle

NAME = "README.txt"
_LINE = 78
_LINES = {
    PostureItem.LOOK_AHEAD: "I look ahead, not at the ground.",
    PostureItem.SHOULDERS: "My shoulders are loose and low.",
    PostureItem.TALL: "I stand tall but easy; a small lean is fine if it helps my legs.",
    PostureItem.ARMS: "My arms swing freely from the shoulder.",
    PostureItem.STEPS: "My steps are short and easy, heel to toe.",
    PostureItem.TUMMY: "My tummy is gently firm.",
    PostureItem.SHOES: "My shoes are comfortable, cushioned and fit well.",
    PostureItem.ROUTE: "My route is flat and even.",
    PostureItem.PACE: "I started slowly and ended slowly.",
    PostureItem.TALK: "I can talk while I walk.",
}
_FILES = {
    "walks": "one row for each walk",
    "pain": "one row for each pain rating",
    "posture": "one row for each line of the checklist touched on a walk",
    "days": "one row for each day",
    "in_the_way": "one row for each answer to how much pain got in the way",
    "warning_signs": "one row for each time the list of warning signs was answered",
    "plan": "one row for each step of a plan; each plan is given whole",
    "marks": "one row for each day said to be without a walk, and for each flare-up",
}


def definitions(period: Period, style: CsvStyle) -> str:
    """Return the README that goes with an export of everything."""
    lines = [
        "WalkTrack: a diary of walks and back pain",
        "",
        f"Records from {period.first} to {period.last}.",
        "Self-recorded. Not checked by a clinician. WalkTrack is not a medical device.",
        "",
        f"Columns are separated by a {style.value}; numbers look like 12{style.decimal}5.",
        "Text is UTF-8. An empty cell means not answered or not recorded, never zero.",
        "A ' was put before text that a spreadsheet would run as a formula, and before",
        "text that began with ' already. Take one ' away to have the text as typed.",
        "",
        "WalkTrack can bring all of these files but days.csv back in, best together.",
        "days.csv is worked out from the others.",
        "Not in these files: a walk that is still open, what you removed, what you",
        "changed, what you said of your health, and your goal, contacts and settings.",
    ]
    for what in SINGLE_FILES:
        lines += ["", f"{what.value}.csv: {_FILES[what.value]}"]
        lines += [_entry(column.name, column.meaning) for column in COLUMNS[what]]
    lines += ["", "The lines of the posture checklist"]
    lines += [_entry(item.value, words) for item, words in _LINES.items()]
    lines += ["", "The levels of the warning signs, and what was shown for each"]
    lines += [_entry(level.value, words) for level, words in LEVEL_LINES.items()]
    lines += ["", "The warning signs"]
    lines += [_entry(sign.value, words) for sign, words in SIGN_LINES.items()]
    return "\n".join(lines).replace("\n", "\r\n") + "\r\n"


def _entry(name: str, meaning: str) -> str:
    return textwrap.fill(meaning, _LINE, initial_indent=f"  {name:<19}", subsequent_indent=" " * 21)
