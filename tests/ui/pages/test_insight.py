"""Look back: honest sentences that wait for enough, with how they were found folded away."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from tests.ui.test_words import NEVER as NEVER_ANYWHERE
from tests.ui.window_house import at_home

from walktrack.domain.insight.association import Association, Verdict
from walktrack.domain.insight.choices import TimeOfDay
from walktrack.domain.insight.interval import Interval
from walktrack.domain.insight.paired import MeanChange
from walktrack.domain.insight.then_and_now import ThenAndNow
from walktrack.domain.pain import PainMoment
from walktrack.domain.posture import PostureItem
from walktrack.domain.walk import Company, Details, Kind, Surface
from walktrack.ui import found_words, insight_words
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.chart_table import ChartTableDialog

NEVER = (
    *NEVER_ANYWHERE,
    "effect",
    "improve",
    "works",
    "p-value",
    "p =",
    "mild",
    "severe",
    "↑",
    "↓",
)
ODD = (Verdict.LOWER, Verdict.HIGHER)


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def live(house, days, start=0):
    me = house.me.id
    for day in range(start, start + days):
        house.clock.sleep(86_400_000)
        pain = 3 + day * 7 % 5
        house.desk.journal.rate_walk(me, None, PainMoment.BEFORE, pain)
        house.desk.tracker.start(me, None)
        house.clock.go(minutes=5 + day * 11 % 17)
        done = house.desk.tracker.finish(me)
        house.desk.journal.rate_walk(me, done.id, PainMoment.AFTER, pain - day % 3)
        house.desk.journal.describe(done.id, Details(surface=list(Surface)[day % 2]))


def page(house):
    house.window.go(PageName.INSIGHT)
    QApplication.processEvents()
    return house.window._shelf.page(PageName.INSIGHT)


def test_an_empty_diary_is_told_what_is_needed(house):
    seen = page(house)
    assert seen.walks.sentence.words.startswith("Log 5 walks to see this.")
    assert seen.days.sentence.words == "Not enough days yet: 0 of the 28 we need."
    assert not seen.change.isVisible()
    assert not seen.walks.fold.isVisible()
    assert seen.lines.table is None
    assert "5 walks with something" in seen.lines.sentence.words


def test_it_counts_the_days_there_are(house):
    live(house, 13)
    seen = page(house)
    assert seen.days.sentence.words == "Not enough days yet: 12 of the 28 we need."
    assert seen.walks.sentence.words == (
        "Pain after the walk: lower on 8, same on 5, higher on 0 of 13. "
        "This does not show that walking caused it."
    )


def test_how_it_was_found_is_folded_until_wanted_and_stays_open(house):
    live(house, 50)
    seen = page(house)
    fold = seen.days.fold
    labels = fold._labels
    assert labels
    assert not any(label.isVisible() for label in labels)
    house.click(fold.button)
    told = " ".join(label.words for label in labels if label.isVisible())
    for part in ("r = ", "95 % interval", "n = 49", "n_eff = ", "Bonett and Wright"):
        assert part in told
    assert fold.button.accessibleDescription() == told
    live(house, 1, start=50)
    assert all(label.isVisible() for label in fold._labels)
    house.click(fold.button)
    assert not any(label.isVisible() for label in fold._labels)


def test_everything_is_told_once_there_is_enough(house):
    live(house, 50)
    seen = page(house)
    assert "in 49 days" in seen.days.sentence.words or "On days you walked" in (
        seen.days.sentence.words
    )
    assert "on days 8 to 21" in seen.change.sentence.words
    assert seen.lines.table.selectedIndexes() == []
    model = seen.lines.table.model()
    assert [model.index(row, 0).data() for row in (0, 1)] == ["On: Pavement", "On: Grass"]
    assert model.index(0, 1).data().endswith("(25)")
    assert seen.lines.caution.words.startswith("Any of these may be chance")


def test_a_change_is_seen_while_the_page_is_open(house):
    seen = page(house)
    live(house, 5)
    assert seen.walks.sentence.words.startswith("Pain after the walk")


def test_a_carers_guess_is_left_out_and_said(house):
    live(house, 6)
    house.diary._db.execute_sql("UPDATE pain_rating SET reporter = 'guess' WHERE value = 3")
    seen = page(house)
    assert "a carer guessed" in seen.walks.doubt.words
    assert "a carer guessed" in seen.days.doubt.words


def test_the_dots_can_be_read_as_a_table(house):
    live(house, 10)
    seen = page(house)
    house.click(seen.dots.kinds.buttons[1])
    house.click(seen.dots.table)
    dialog = house.dialog(ChartTableDialog)
    assert dialog.table.model().headerData(1, dialog.table.horizontalHeader().orientation()) == (
        "Pain the next day"
    )
    dialog.reject()


def test_the_dots_are_drawn_once_what_draws_them_is_there(house, qtbot):
    live(house, 10)
    seen = page(house)
    qtbot.waitUntil(lambda: not seen.dots.view._image.isNull(), timeout=20_000)
    assert seen.dots.view._chart.marks
    house.click(seen.dots.kinds.buttons[1])
    seen.dots.view.repaint()
    assert sum(dot.count for dot in seen.dots.view._chart.marks) == 9


def every_sentence():
    interval = Interval(-0.412, 0.1)
    for verdict in Verdict:
        found = Association(verdict, 40, 3, 31.24, -0.2, interval)
        yield insight_words.association_sentences(found)
        yield insight_words.left_out_sentence(found)
        yield from found_words.association_details(found)
    yield from found_words.mean_details(MeanChange(-0.5, interval, 16, 9.5))
    for then, now in ((6, 4), (4, 4), (4, 5), (4, 7)):
        yield insight_words.then_and_now_sentences(ThenAndNow(then, now, 14, 14))
    yield insight_words.guesses_sentence(2)


def test_all_sentences_are_short_and_say_nothing_forbidden(qapp):
    for text in every_sentence():
        assert not [word for word in NEVER if word in text.lower()], text
        for one in re.split(r"[.?:] ", text):
            assert len(one.split()) <= 20 or "=" in one, one


def test_both_ways_are_said_in_the_same_words(qapp):
    lower, higher = (insight_words.association_sentences(Association(v, 40, 0)) for v in ODD)
    assert lower.replace("lower", "higher") == higher
    assert lower == (
        "On days you walked more, your pain the next day was often lower. "
        "This does not show that one caused the other."
    )


def test_everything_that_was_done_has_a_name_of_its_own(qapp):
    things = [each for sort in (Kind, Surface, Company, TimeOfDay, PostureItem) for each in sort]
    assert len({insight_words.choice_words(each) for each in things}) == len(things)


@pytest.mark.parametrize(
    ("value", "digits", "said"),
    [(-0.412, 2, "−0.41"), (31.24, 1, "31.2"), (31, 1, "31"), (-0.001, 2, "0.00"), (1, 2, "1.00")],
)
def test_numbers_have_a_true_minus_and_no_needless_decimals(qapp, value, digits, said):
    assert insight_words.number(value, digits) == said


def test_the_dots_are_saved_as_a_picture(house, tmp_path, monkeypatch):
    live(house, 8)
    name = tmp_path / "dots.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(name), ""))
    house.click(page(house).dots.picture)
    assert name.read_bytes().startswith(b"\x89PNG")
    assert house.said() == "Saved as dots.png."
    page(house).dots.saving.save(name / "not" / "there.png")
    assert house.said().startswith("The picture could not be saved in ")
