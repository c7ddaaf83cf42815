from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui import gates
from tests.ui.history_house import HOSTILE, TODAY, lived_in

from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.period import Range
from walktrack.domain.posture import PostureItem
from walktrack.domain.settings import Settings
from walktrack.domain.walk import Details
from walktrack.ui.pages.history import HistoryPage
from walktrack.ui.widgets.pain_scale import PainStep


@pytest.fixture
def house():
    with lived_in() as made:
        yield made


@pytest.fixture
def page(qtbot, look, house):
    page = HistoryPage(
        house.history, house.days, house.clock, house.bin, interferences=house.interferences
    )
    house.announcer.listen(lambda _changes: page.show_person(house.person, Settings()))
    qtbot.addWidget(page)
    page.resize(1248, 700)
    page.show_person(house.person, Settings())
    page.show()
    qtbot.waitExposed(page)
    return page


@pytest.fixture
def full(house):
    """Fifty walks, one every four days, and what makes a page hard to draw."""
    ticked = frozenset(PostureItem)
    for number in range(50):
        house.walk(TODAY - timedelta(days=4 * number), before=4, after=3, ticked=ticked)
    house.walk(TODAY - timedelta(days=2), before=10, details=Details(note=HOSTILE))
    house.rating(TODAY - timedelta(days=1))


def lines(page):
    return [page.model.index(row, 1).data() for row in range(page.model.rowCount())]


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_diary_says_so_and_offers_to_add(page):
    assert page.empty.isVisible()
    assert page.empty.words == "Nothing here yet. Your walks and ratings will appear here."
    assert not page.show_all_button.isVisible()
    assert not page.foot.edit_button.isEnabled()
    assert page.foot.add_walk_button.isEnabled()


def test_a_new_walk_appears_at_once_and_is_chosen(page, house):
    click(page.foot.add_walk_button)
    click(page.forms.form.save_button)
    assert lines(page) == ["Walk, 20 min"]
    assert page.list.entry.walked_ms == 20 * 60_000
    assert page.foot.edit_button.isEnabled()
    assert page.forms.form is None


def test_a_new_rating_appears_at_once(page):
    click(page.foot.add_rating_button)
    form = page.forms.form
    QTest.keyClick(form.scale, Qt.Key.Key_7)
    click(form.save_button)
    assert lines(page) == ["Pain at this time: 7"]


def test_a_walk_the_filter_would_hide_takes_the_filter_off(page, house):
    house.walk(TODAY - timedelta(days=300))
    page.filter.text.setText("nowhere")
    click(page.foot.add_walk_button)
    click(page.forms.form.save_button)
    assert page.filter.text.text() == ""
    assert len(lines(page)) == 2
    assert page.list.currentIndex().row() == 0


@pytest.mark.parametrize("way", ["button", "key"])
def test_remove_takes_the_line_and_undo_brings_it_back(page, house, full, way):
    page.list.choose(3)
    gone = page.list.entry.id
    if way == "key":
        QTest.keyClick(page.list, Qt.Key.Key_Delete)
    else:
        click(page.foot.remove_button)
    assert page.model.rowCount() == 51
    assert page.list.currentIndex().row() == 3
    assert page.list.entry.id != gone
    house.undo.undo()
    assert page.model.rowCount() == 52


def test_a_rating_is_removed_too_and_the_last_line_leaves_the_empty_page(page, house):
    house.rating()
    page.list.choose(0)
    click(page.foot.remove_button)
    assert page.empty.isVisible()
    assert not page.foot.remove_button.isEnabled()


@pytest.mark.parametrize("way", ["button", "enter", "double click"])
def test_edit_opens_the_form_of_the_chosen_line(page, house, way):
    house.walk(minutes=35)
    house.walk(TODAY - timedelta(days=1), minutes=15)
    page.list.choose(1)
    if way == "button":
        click(page.foot.edit_button)
    elif way == "enter":
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    else:
        place = page.list.visualRect(page.list.currentIndex()).center()
        QTest.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        QTest.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    form = page.forms.form
    assert form.times.minutes.value() == 15
    QTest.keyClick(form.after, Qt.Key.Key_2)
    click(form.save_button)
    assert page.list.entry.after == 2
    assert page.list.entry.edited
    assert page.list.currentIndex().row() == 1


def test_a_line_that_is_no_longer_there_is_not_edited(page, house, monkeypatch):
    house.walk()
    page.list.choose(0)
    monkeypatch.setattr(house.history, "walk_form", lambda _id: None)
    click(page.foot.edit_button)
    assert page.forms.form is None


def test_reading_again_keeps_the_chosen_line_where_it_was(page, house, full):
    page.list.choose(20)
    page.list.verticalScrollBar().setValue(page.list.verticalScrollBar().value() + 150)
    chosen, above = page.list.entry.id, page.list.offset_of(20)
    assert above > 0
    house.walk(TODAY, at=(11, 0))
    assert page.list.entry.id == chosen
    assert page.list.currentIndex().row() == 21
    assert page.list.offset_of(21) == above


def test_arrows_home_and_end_move_through_the_list(page, house, full):
    page.list.choose(0)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    assert page.list.currentIndex().row() == 1
    QTest.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.currentIndex().row() == 51
    QTest.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.currentIndex().row() == 0


def test_letters_do_not_search_through_the_whole_diary(page, house, full, monkeypatch):
    page.list.choose(0)
    asked = []
    monkeypatch.setattr(house.history, "rows", lambda *args: asked.append(args) or [])
    QTest.keyClick(page.list, Qt.Key.Key_W)
    assert (page.list.currentIndex().row(), asked) == (0, [])


@pytest.mark.parametrize(
    ("period", "found"), [(Range.FOUR_WEEKS, 9), (Range.TWELVE_WEEKS, 23), (Range.ALL, 52)]
)
def test_a_period_shows_its_days(page, house, full, period, found):
    page.filter.period.show_value(period)
    page.filter.changed.emit()
    assert page.model.rowCount() == found
    assert page.count.words == f"{found} lines"


def test_days_chosen_the_wrong_way_round_are_understood(page, house, full):
    click(page.filter.period.buttons[-1])
    assert page.filter.first.isVisible()
    page.filter.first.setDate(TODAY)
    page.filter.last.setDate(TODAY - timedelta(days=4))
    assert page.model.rowCount() == 4


def test_words_are_looked_for_once_typing_pauses(page, house, full, qtbot):
    with qtbot.waitSignal(page.filter.changed, timeout=1000):
        page.filter.text.setText("%_$X$ ש")
        assert page.model.rowCount() == 52
    assert page.model.rowCount() == 1
    page.filter.text.setText("100 % sure")
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    assert page.empty.words == "Nothing matches."
    click(page.show_all_button)
    assert page.model.rowCount() == 52
    assert page.focusWidget() is page.list


def test_another_person_starts_without_a_filter(page, house, full):
    page.filter.text.setText("x")
    other = house.person.__class__(
        **{f: getattr(house.person, f) for f in house.person.__slots__} | {"id": "other"}
    )
    page.show_person(other, Settings())
    assert page.filter.text.text() == ""
    assert page.empty.isVisible()


def test_a_failed_removal_is_told_with_a_way_to_try_again(page, house, monkeypatch):
    house.walk()
    page.list.choose(0)
    heard = []
    page.troubled.connect(lambda error, again: heard.append((error, again)))
    with monkeypatch.context() as patch:
        house.fill_disk(patch)
        click(page.foot.remove_button)
    (error, again) = heard[0]
    assert (error.fault, page.model.rowCount()) == (Fault.FULL, 1)
    again()
    assert page.model.rowCount() == 0


def test_a_list_that_cannot_be_read_is_told(page, house, monkeypatch, qtbot):
    def fail(*_args):
        raise DiaryError(Fault.DAMAGED)

    monkeypatch.setattr(house.history, "count", fail)
    with qtbot.waitSignal(page.troubled):
        page.refresh()
    assert page.empty.isVisible()


@pytest.mark.parametrize(
    "gate",
    [gates.unnamed, gates.same_named, gates.small, gates.unreachable, gates.out_of_order],
    ids=lambda gate: gate.__name__,
)
@pytest.mark.parametrize("size", [100, 200])
def test_the_page_can_be_used_by_everyone(qtbot, page, look, full, gate, size):
    look(text_size=size)
    page.list.choose(1)
    click(page.filter.period.buttons[-1])
    page.resize(1248, 900)
    qtbot.waitUntil(lambda: gate(page) == [], timeout=2000)  # laid out anew


@pytest.mark.parametrize(("size", "least"), [(100, 1024), (200, 1280)])
def test_the_page_fits_and_nothing_is_cut_off(qtbot, page, look, full, size, least):
    look(text_size=size)
    click(page.filter.period.buttons[-1])
    page.resize(least - 32, 900)
    qtbot.waitUntil(lambda: gates.clipped(page) == [], timeout=2000)  # laid out anew
    assert gates.least_width(page) <= least - 32


def test_today_follows_the_clock(page, house):
    house.walk()
    assert page.model.index(0, 0).data().startswith("Today")
    house.clock.go(hours=24)
    page.refresh()
    assert page.model.index(0, 0).data().startswith("Yesterday")


def test_how_much_pain_got_in_the_way_is_added_edited_and_removed(page, house):
    click(page.add_way_button)
    page.forms.form.scale.findChildren(PainStep)[4].click()
    click(page.forms.form.save_button)
    assert lines(page) == ["Pain in the way that day: 4"]
    page.list.choose(0)
    click(page.foot.edit_button)
    page.forms.form.scale.findChildren(PainStep)[7].click()
    click(page.forms.form.save_button)
    page.refresh()
    assert lines(page) == ["Pain in the way that day: 7"]
    page.list.choose(0)
    click(page.foot.remove_button)
    page.refresh()
    assert lines(page) == []
    house.undo.undo()
    page.refresh()
    assert lines(page) == ["Pain in the way that day: 7"]
