"""The whole walk by the assistive-technology bus alone: no mouse, no keys."""

import pytest
from tests.e2e.driver import read_back, wait_until

pytestmark = pytest.mark.e2e


def test_a_walk_by_ear(start, diary):
    program = start()
    program.press("Skip")
    program.press("6 of 10, Before the walk")
    program.press("Tall but easy")
    program.press("Start walk")
    program.press("7 of 10, Now, during the walk")
    program.breathe()
    program.press("Pause")
    program.breathe()
    program.press("Resume")
    program.breathe()
    program.press("Finish walk")
    program.wait_for("Your walk is stored")
    program.press("3 of 10, After the walk")
    wait_until(
        lambda: len(read_back(diary, "SELECT 1 FROM pain_rating")) == 3, "an answer is missing"
    )
    program.press("Done")
    program.wait_for("Start walk")
    stored = read_back(diary, "SELECT moment, value FROM pain_rating ORDER BY rated_at, id")
    assert [tuple(row.values()) for row in stored] == [("before", 6), ("during", 7), ("after", 3)]
    assert read_back(diary, "SELECT state FROM walk") == [{"state": "done"}]
    assert read_back(diary, "SELECT item, checked FROM posture_check") == [
        {"item": "tall", "checked": 1}
    ]
