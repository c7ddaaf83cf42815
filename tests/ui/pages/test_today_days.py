"""No walk today, and flare-ups, from Today and History through the whole window."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate
from tests.ui.window_house import at_home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import HistoryFilter
from walktrack.services.entry_forms import MarkForm
from walktrack.ui.dialogs.bin import BinDialog
from walktrack.ui.dialogs.mark_form import MarkFormDialog
from walktrack.ui.top_bar import PageName

TODAY = date(2026, 6, 1)
LONG_AGO = TODAY - timedelta(days=4)


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


def form_of(house):
    return house.dialog(MarkFormDialog)


def put(field, day):
    field.setDate(QDate(day.year, day.month, day.day))


def marks(house):
    lines = house.desk.history.rows(house.me.id, HistoryFilter(), 0, 99)
    return [(line.mark, line.at.day, line.last) for line in lines if line.mark]


def say_flare_up(house, first=LONG_AGO, last=None):
    form = MarkForm(MarkKind.FLARE_UP, first, last)
    return house.desk.days.add(house.me.id, form)


def history(house):
    house.window.go(PageName.HISTORY)
    return house.window._frame.pages.currentWidget()


def shown(page):
    return [page.model.index(row, 1).data() for row in range(page.model.rowCount())]


def test_one_touch_says_that_there_is_no_walk_today_and_another_takes_it_back(house):
    card = house.card
    house.click(card.no_walk)
    assert marks(house) == [(MarkKind.NO_WALK, TODAY, TODAY)]
    assert not card.no_walk.isVisible()
    assert not card.goal.isVisible()
    assert house.said() == ""
    house.click(card.take_back)
    assert marks(house) == []
    assert card.no_walk.isVisible()
    assert house.said() == "“No walk” is taken back."
    house.act()
    assert card.take_back.isVisible()


def test_the_keyboard_stays_where_the_hand_is(house):
    house.card.no_walk.setFocus()
    house.click(house.card.no_walk)
    assert house.card.take_back.hasFocus()
    house.click(house.card.take_back)
    assert house.card.no_walk.hasFocus()


def test_ctrl_z_takes_it_back_as_well(house):
    house.click(house.card.no_walk)
    house.window.messages.undo()
    assert marks(house) == []
    house.window.messages.redo()
    assert house.card.take_back.isVisible()


def test_a_walk_after_all_takes_it_back_and_a_discarded_one_says_it_again(house):
    house.click(house.card.no_walk)
    house.walk(minutes=1)
    assert marks(house) == []
    house.click(house.card.discard)
    assert house.card.take_back.isVisible()
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.click(house.card.close_walk)
    assert not house.card.take_back.isVisible()
    assert not house.card.no_walk.isVisible()


def test_a_new_day_asks_anew(house):
    house.click(house.card.no_walk)
    house.clock.go(hours=24)
    house.today._on_minute()
    assert house.card.no_walk.isVisible()


def test_the_chart_tells_it_at_once_in_the_table_and_for_the_ear(house):
    house.click(house.card.no_walk)
    view = house.charts.card.view
    assert view.table().rows == (("Mon 1 Jun 2026", *("–",) * 5, "yes"),)
    assert "No walk on 1 day, as you said." in view.accessibleDescription()
    house.click(house.card.take_back)
    assert view.table().rows == ()


def test_a_flare_up_begins_on_today_and_is_seen_while_it_goes_on(house):
    house.click(house.card.flare_up)
    form = form_of(house)
    put(form.first, LONG_AGO)
    form.note.box.insertPlainText("after the stairs")
    house.click(form.save_button)
    assert marks(house) == [(MarkKind.FLARE_UP, LONG_AGO, None)]
    assert house.card.since.words == "Flare-up since 28 May."
    assert house.card.since.isVisible()
    assert not house.card.flare_up.isVisible()
    house.walk(minutes=1)
    assert house.card.since.isVisible()


def test_it_has_eased_is_two_touches_and_can_be_undone(house):
    say_flare_up(house)
    house.click(house.card.eased)
    form = form_of(house)
    assert not form.changed()
    house.click(form.save_button)
    assert marks(house) == [(MarkKind.FLARE_UP, LONG_AGO, TODAY)]
    assert not house.card.since.isVisible()
    assert house.card.flare_up.isVisible()
    house.act()
    assert house.card.since.isVisible()


def test_it_eased_on_another_day(house):
    say_flare_up(house)
    house.click(house.card.eased)
    form = form_of(house)
    put(form.last, LONG_AGO + timedelta(days=2))
    house.click(form.save_button)
    assert marks(house) == [(MarkKind.FLARE_UP, LONG_AGO, LONG_AGO + timedelta(days=2))]


def test_a_disk_that_will_not_store_it_says_so_and_the_card_stays_true(
    qtbot, look, monkeypatch, tmp_path
):
    with at_home(qtbot, monkeypatch, tmp_path / "walktrack.db") as house:
        house.show().take_up()
        with house.read_only():
            house.click(house.card.no_walk)
            assert house.said()
            assert house.card.no_walk.isVisible()
        house.act()
        assert house.card.take_back.isVisible()


def test_history_says_it_of_any_past_day_edits_and_removes_it(house):
    page = history(house)
    house.click(page.add_mark_button)
    form = form_of(house)
    form.kind.pick(1)
    put(form.first, LONG_AGO)
    house.click(form.save_button)
    assert shown(page) == ["No walk"]
    assert page.list.entry.mark is MarkKind.NO_WALK
    house.click(page.foot.edit_button)
    form = form_of(house)
    form.note.box.insertPlainText("rain all day")
    house.click(form.save_button)
    assert page.model.index(0, 6).data() == "rain all day"
    house.click(page.foot.remove_button)
    assert shown(page) == []
    house.act()
    assert shown(page) == ["No walk"]


def test_history_lists_a_flare_up_by_its_days_and_reads_it_aloud(house):
    say_flare_up(house, LONG_AGO, LONG_AGO + timedelta(days=2))
    say_flare_up(house, TODAY - timedelta(days=40), TODAY - timedelta(days=30))
    say_flare_up(house, TODAY)
    page = history(house)
    assert shown(page) == [
        "Flare-up since 1 June, it goes on",
        "Flare-up, 28 to 30 May",
        "Flare-up, 22 April to 2 May",
    ]
    from walktrack.ui.models.entry_words import sentence

    assert sentence(page.model.entry(1)) == "Flare-up, 28 to 30 May 2026"
    assert page.model.index(1, 0).data() == "Thu, 28 May"


def test_days_that_are_taken_are_refused_with_a_sentence_and_nothing_is_lost(house):
    say_flare_up(house, LONG_AGO, LONG_AGO + timedelta(days=2))
    house.click(house.card.flare_up)
    form = form_of(house)
    put(form.first, LONG_AGO - timedelta(days=1))
    form.note.box.insertPlainText("still here")
    assert form.remark.words.startswith("There is a flare-up already, 28 to 30 May.")
    house.click(form.save_button)
    assert form.isVisible()
    assert form.trouble.words == form.remark.words
    assert form.note.note() == "still here"
    put(form.first, TODAY + timedelta(days=1))
    assert form.remark.words == "That day is still to come. Choose today or a day before."
    put(form.first, TODAY)
    assert form.remark.words == ""
    form.goes_on.pick(1)
    put(form.last, LONG_AGO)
    house.click(form.save_button)
    assert form.trouble.words == "The last day is before the first day."
    form.goes_on.pick(0)
    house.click(form.save_button)
    assert house.card.since.words == "Flare-up since 1 Jun."


def test_a_day_with_a_walk_says_why_it_cannot_be_without_one(house):
    house.walk(minutes=1)
    house.click(house.card.finish)
    page = history(house)
    house.click(page.add_mark_button)
    form = form_of(house)
    form.kind.pick(1)
    assert form.remark.words.startswith("There is a walk on that day.")
    form.kind.pick(0)
    assert form.remark.words == ""
    form.reject()
    form._on_discard()


def test_the_bin_shows_it_and_puts_it_back(house):
    house.desk.days.remove(say_flare_up(house, LONG_AGO, TODAY))
    page = history(house)
    house.click(page.foot.bin_button)
    dialog = house.dialog(BinDialog)
    said = dialog.list.item(0).data(3) or dialog.list.item(0).text()
    assert "Flare-up, 28 May 2026 to 1 June 2026" in said or "Flare-up" in said
    house.click(dialog.back)
    assert shown(page) == ["Flare-up, 28 May to 1 June"]
    assert house.said() == "Put back."
