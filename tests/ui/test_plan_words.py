"""Every reason of the plan is a true, short and plain sentence."""

import re

import pytest

from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.ladder import Target
from walktrack.domain.plan.parameters import NUMBERS
from walktrack.domain.plan.proposal import Numbers, Rule
from walktrack.domain.plan.start import Start
from walktrack.domain.plan.today import Ask, Today
from walktrack.domain.plan.usual import FlareQuestion
from walktrack.services.plan_view import Reason
from walktrack.ui.plan_number_words import number_words
from walktrack.ui.plan_reason_words import reason_words
from walktrack.ui.plan_words import question_words, start_words, today_words

NEVER = re.compile(
    r"\b(treat|cure|heal|prevent|relie|fix|diagnos|detect|predict|prescri|dose|therap|streak)",
    re.IGNORECASE,
)
NUMBERS_OF_ALL = [
    Numbers(10, 12, 4, 2, 3, 4, 5, 4, 1, 0),
    Numbers(10, 7, 4, 1, 3, 4, 5, 4, 2, 1),
    Numbers(12, 12, 4, 0, 3, 5, 5, 4, 3, 0),
    Numbers(12, 12, 4, 0, 3, 4, 5, 4, 0, 2),
]


@pytest.mark.parametrize("rule", Rule)
@pytest.mark.parametrize("numbers", NUMBERS_OF_ALL)
def test_a_reason_has_its_numbers_and_is_short(rule, numbers):
    words = reason_words(Reason(rule, Choice.UNANSWERED, numbers))
    assert "{" not in words
    assert not NEVER.search(words)
    for sentence in re.split(r"[.:] ", words):
        assert len(sentence.split()) <= 20, sentence


@pytest.mark.parametrize(
    ("rule", "numbers", "words"),
    [
        (
            Rule.R10,
            NUMBERS_OF_ALL[0],
            "You walked on 3 of 4 planned days. No walk left your pain up the next morning "
            "(4 of 5 checked). So this week can be 12 minutes, up from 10 minutes.",
        ),
        (
            Rule.R9,
            Numbers(12, 12, 4, planned_days=4, unsettled=1),
            "After 1 walk your pain was still up the next morning, "
            "so this week stays at 12 minutes.",
        ),
        (
            Rule.R9,
            Numbers(12, 12, 4, planned_days=4, unknown=1),
            "One walk stirred your pain and we do not know if it settled, "
            "so this week stays at 12 minutes.",
        ),
        (
            Rule.R8,
            Numbers(12, 12, 4, planned_days=5, unsettled=2),
            "After 2 walks your pain was still up the next morning, so this week has one day less.",
        ),
        (
            Rule.R7,
            Numbers(weeks=3, minutes=7),
            "You had 3 weeks with no walks logged, so we start lower, at 7 minutes.",
        ),
        (
            Rule.R3,
            Numbers(weeks=1, minutes=7),
            "Welcome back. You were away for 1 week, so we start lower, at 7 minutes.",
        ),
        (
            Rule.R12,
            Numbers(minutes=30, days=5, planned_days=5),
            "You are at your goal of 30 minutes on 5 days. Keep it going.",
        ),
    ],
)
def test_a_reason_says_what_was_agreed(rule, numbers, words):
    assert reason_words(Reason(rule, Choice.UNANSWERED, numbers)) == words


@pytest.mark.parametrize("choice", [Choice.KEPT, Choice.OWN, Choice.CLINICIAN, Choice.STEPPED_BACK])
def test_what_was_chosen_is_the_reason_then(choice):
    assert reason_words(Reason(Rule.R10, choice, NUMBERS_OF_ALL[0])).startswith("You")


@pytest.mark.parametrize("ask", Ask)
@pytest.mark.parametrize("planned", [True, False])
def test_today_is_said_in_short_sentences(ask, planned):
    for today in (Today(ask, 10, 10), Today(ask, 4, 10), Today(Ask.WALK, 30, 30, in_halves=True)):
        words = today_words(today, planned=planned)
        assert "{" not in words
        assert all(len(each.split()) <= 20 for each in re.split(r"[.:] ", words))


def test_two_halves_are_offered():
    today = Today(Ask.WALK, 25, 25, in_halves=True)
    assert today_words(today, planned=True) == (
        "Today: 25 minutes. Two walks of 13 minutes are fine."
    )


def test_every_number_question_and_start_has_words():
    assert len({number_words(name) for name in NUMBERS}) == len(NUMBERS)
    assert all(question_words(question) for question in FlareQuestion)
    titles = {start_words(start, Target(5, 3))[0] for start in Start}
    assert len(titles) == len(Start)
