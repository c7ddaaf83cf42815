"""The charts on Today: new answers at once, ranges, the table, a saved picture."""

import pytest
from PySide6.QtWidgets import QFileDialog
from tests.ui.window_house import at_home

from walktrack.domain.pain import PainMoment
from walktrack.domain.period import Range
from walktrack.ui.widgets.chart_table import ChartTableDialog


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def tiles(house):
    card = house.charts.card
    return [tile.accessibleName() for tile in (card.week, card.usual, card.pain)]


def rows(house):
    return house.charts.card.view.table().rows


def test_an_empty_diary_has_figures_that_claim_nothing(house):
    week, usual, pain = tiles(house)
    assert "no walks this week" in week
    assert "not yet" in usual
    assert "not yet" in pain


def test_a_finished_walk_shows_at_once(house):
    house.rate(PainMoment.BEFORE, 5)
    house.walk(minutes=12)
    house.click(house.card.finish)
    house.rate(PainMoment.AFTER, 3)
    week, usual, pain = tiles(house)
    assert "12 min" in usual
    assert "12 min" in week
    assert "1 walk" in week
    assert house.charts.card.sentence.words.startswith("Log 4 more walks")
    assert "12" in rows(house)[-1]
    house.rate(PainMoment.AFTER, 8)
    assert tiles(house)[2] != pain


def test_each_new_answer_is_counted_in_the_sentence(house):
    for after in (3, 3, 5, 8, 2):
        house.rate(PainMoment.BEFORE, 5)
        house.walk(minutes=0.25)
        house.click(house.card.finish)
        house.rate(PainMoment.AFTER, after)
        house.click(house.card.close_walk)
    said = house.charts.card.sentence.words
    assert "lower on 3 walks, the same on 1, higher on 1" in said


def test_a_removed_walk_leaves_the_chart_and_comes_back(house):
    house.walk(minutes=12)
    house.click(house.card.finish)
    (entry,) = house.diary._db.rows("SELECT id FROM walk")
    house.desk.history.remove_walk(entry[0])
    assert "no walks this week" in tiles(house)[0]
    house.act()
    assert "12 min" in tiles(house)[0]


def test_a_range_is_chosen(house):
    card = house.charts.card
    for chosen, title in (
        (Range.TWELVE_WEEKS, "Your last twelve weeks"),
        (Range.YEAR, "Your last year"),
        (Range.ALL, "Your whole diary"),
        (Range.FOUR_WEEKS, "Your last four weeks"),
    ):
        index = card.ranges._values.index(chosen)
        house.click(card.ranges.buttons[index])
        assert card.title.words == title
        assert card.ranges.value is chosen


def test_the_chosen_range_stays_when_something_changes(house):
    card = house.charts.card
    house.click(card.ranges.buttons[2])
    house.walk(minutes=2)
    house.click(house.card.finish)
    assert card.title.words == "Your last year"


def test_the_other_kind_has_its_own_table(house):
    house.rate(PainMoment.BEFORE, 5)
    house.walk(minutes=12)
    house.click(house.card.finish)
    house.rate(PainMoment.AFTER, 3)
    before = rows(house)
    house.click(house.charts.card.against)
    assert rows(house) != before


def test_the_table_opens_and_closes(house):
    house.walk(minutes=12)
    house.click(house.card.finish)
    house.click(house.charts.card.table)
    dialog = house.dialog(ChartTableDialog)
    dialog.reject()
    assert house.no_dialog()


@pytest.mark.parametrize(
    ("name", "made", "begins"),
    [
        ("a.png", "a.png", b"\x89PNG"),
        ("b.svg", "b.svg", b"<?xml"),
        ("c", "c.png", b"\x89PNG"),
        ("d <b>$x$.png", "d <b>$x$.png", b"\x89PNG"),
    ],
)
def test_a_picture_is_saved_where_it_was_asked_for(
    house, tmp_path, monkeypatch, name, made, begins
):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / name), ""))
    house.walk(minutes=12)
    house.click(house.card.finish)
    house.click(house.charts.card.picture)
    assert (tmp_path / made).read_bytes().startswith(begins)
    assert house.said() == f"Saved as {made}."


def test_a_folder_that_takes_no_picture_is_named(house, tmp_path):
    house.walk(minutes=12)
    house.click(house.card.finish)
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "in a file"
    house.charts.picture.save(folder / "chart.png")
    assert house.said() == (f"The picture could not be saved in {folder}. Choose another folder.")
    assert not house.bar._action.isVisible()


def test_no_picture_is_saved_when_the_person_thinks_again(house, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: ("", ""))
    house.click(house.charts.card.picture)
    assert house.said() == ""


def test_the_chart_is_drawn_once_it_is_loaded(house, qtbot):
    house.walk(minutes=12)
    house.click(house.card.finish)
    house.window.load_charts()
    view = house.charts.card.view
    qtbot.waitUntil(lambda: not view._image.isNull(), timeout=20_000)
    marks = len(view._chart.marks)
    house.clock.go(hours=26)
    house.click(house.card.close_walk)
    house.walk(minutes=3)
    house.click(house.card.finish)
    view.repaint()
    assert len(view._chart.marks) > marks
