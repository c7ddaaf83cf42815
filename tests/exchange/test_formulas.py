import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from walktrack.exchange.formulas import guard, unguard

HOSTILE = [
    "=1+1",
    "+1",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "\rx",
    "\nx",
    "|calc",
    "%x",
    "  =cmd|' /C calc'!A0",
    "\ufeff=1",
    "\u00a0=1",
    "\u200b=1",
    "\x00=1",
    "\uff1d1",
    "\uff0b1",
    "\uff0d1",
    "\uff20x",
    "\uff5cx",
    "\uff05x",
    "\ufe66x",
    "\u22121",
    "'=1",
    "'",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_would_run_gets_a_mark(text):
    assert guard(text) == "'" + text


@pytest.mark.parametrize("text", ["", "a walk", "5 - 3", "x=1", "é", "it's", " 'x", "🙂", "שלום"])
def test_other_text_stays_as_it_is(text):
    assert guard(text) == text


@given(st.text() | st.sampled_from(HOSTILE).flatmap(lambda s: st.text().map(lambda t: s + t)))
@example("''=")
def test_what_was_typed_comes_back(text):
    assert unguard(guard(text)) == text


@given(st.text(st.characters(categories=["Zs", "Cc", "Cf"])), st.sampled_from("=+-@|%\t\r\n\uff1d"))
def test_blanks_and_unseen_characters_hide_nothing(blanks, start):
    assert guard(blanks + start + "1") == "'" + blanks + start + "1"


def test_ten_thousand_blanks_cost_little():
    assert guard(" " * 10_000 + "x") == " " * 10_000 + "x"
