"""The whole walk by the keyboard alone, from the first start to the pain after it."""

import re

import pytest
from tests.e2e.driver import read_back, wait_until

pytestmark = pytest.mark.e2e


def test_a_walk_by_keyboard(start, diary):
    program = start()
    program.tab_to("Skip")
    program.key("space")
    program.wait_focused("Start walk")
    program.tab_to(re.compile("of 10, Before the walk"))
    program.key("1", "0")
    program.wait_for("10 of 10")
    program.tab_to("I look ahead")
    program.key("space")
    program.key("F5")
    program.wait_focused("Pause")
    program.tab_to(re.compile("of 10, Now, during the walk"))
    program.key("8")
    program.wait_for("8 of 10")
    program.key("F5")
    program.wait_focused("Resume")
    program.breathe()
    program.key("space")
    program.wait_focused("Pause")
    program.breathe()
    program.key("F6")
    program.wait_for("Your walk is stored")
    program.tab_to(re.compile("of 10, After the walk"))
    program.key("3")
    wait_until(
        lambda: read_back(diary, "SELECT value FROM pain_rating WHERE moment = 'after'"),
        "the pain after the walk is not stored",
    )
    stored = read_back(diary, "SELECT moment, value FROM pain_rating ORDER BY rated_at, id")
    assert [tuple(row.values()) for row in stored] == [("before", 10), ("during", 8), ("after", 3)]
    assert read_back(diary, "SELECT item, checked FROM posture_check") == [
        {"item": "look_ahead", "checked": 1}
    ]
