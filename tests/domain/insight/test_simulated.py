"""In made-up diaries the one sentence appears when there is a link, and seldom when there is none.

Without the correction for days that are alike, noise of a likeness of 0.7 is called a link in one
diary of five; the last test makes that mistake on purpose.
"""

from functools import partial
from random import Random

import pytest
from tests.domain.insight.diaries import diary, verdicts

from walktrack.domain.insight import association
from walktrack.domain.insight.association import Verdict, associate
from walktrack.domain.insight.days import day_pairs

AT_MOST = 0.07
NO_LINK = {
    "alike": {},
    "not alike": {"likeness": 0.0},
    "very alike": {"likeness": 0.9},
    "bad days keep people at home": {"bad_days_rest": 1.5},
    "with gaps": {"days": 120, "missing": 0.25},
    "a year": {"days": 365},
}


def said(found):
    return found[Verdict.LOWER] + found[Verdict.HIGHER]


@pytest.mark.parametrize("truth", NO_LINK.values(), ids=NO_LINK)
def test_a_link_that_is_not_there_is_seldom_said(truth):
    assert said(verdicts(100, **truth)) <= AT_MOST * 100


@pytest.mark.long
@pytest.mark.parametrize("truth", NO_LINK.values(), ids=NO_LINK)
def test_a_link_that_is_not_there_is_seldom_said_in_a_thousand(truth):
    found = verdicts(1000, seed=2, **truth)
    print(dict(found))
    assert said(found) <= AT_MOST * 1000


@pytest.mark.parametrize(("link", "verdict"), [(-1.0, Verdict.LOWER), (1.0, Verdict.HIGHER)])
@pytest.mark.parametrize("diaries", [50, pytest.param(1000, marks=pytest.mark.long)])
def test_a_link_that_is_there_is_said_as_readily_both_ways(diaries, link, verdict):
    found = verdicts(diaries, link=link)
    print(dict(found))
    assert found[verdict] >= 0.8 * diaries
    assert said(found) == found[verdict]


def test_a_diary_turned_round_is_told_the_other_way_round():
    chance = Random(3)
    for _ in range(50):
        days = diary(chance, link=-0.5)
        turned = [type(d)(d.day, d.minutes, 10 - d.pain) for d in days]
        there, back = associate(day_pairs(days)), associate(day_pairs(turned))
        other = {Verdict.LOWER: Verdict.HIGHER, Verdict.HIGHER: Verdict.LOWER}
        assert back.verdict is other.get(there.verdict, there.verdict)


def test_without_its_guards_noise_would_be_called_a_link(monkeypatch):
    """What the chosen way is for: pain held fixed, and days that are alike counted for less."""
    monkeypatch.setattr(association, "unlike_pairs", lambda n, *_likeness: n)
    monkeypatch.setattr(association, "partial", lambda r_xy, *_held: r_xy)
    assert said(verdicts(200)) > 0.12 * 200
    rest = partial(verdicts, 100, likeness=0.7, bad_days_rest=0.7)
    assert said(rest()) > 0.5 * 100
