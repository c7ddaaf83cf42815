"""The dialog that asks what is in a table: what it shows, what it asks, and that all can use it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from tests.exchange.foreign import tables
from tests.services.lives import Home
from tests.test_readme import NEVER, too_long
from tests.ui import gates

from walktrack.domain.column_map import (
    DateOrder,
    Field,
    Lack,
    Letters,
    Rows,
    Scale,
    Separator,
    Unit,
)
from walktrack.domain.incoming import Fate, Line, Why
from walktrack.domain.pain import PainMoment
from walktrack.domain.settings import Colours
from walktrack.services.tables import Trial
from walktrack.ui import table_words as words
from walktrack.ui.pages.share.mapping import Mapping
from walktrack.ui.widgets.choice import ChoiceButton

AMBIGUOUS = "Date,Duration\n03/04/2026,45\n05/02/2026,50\n"
WIDE = "".join(f"a name that is long {n}," for n in range(30)) + "Date,Pain\n" + "x," * 30
HUNDRED = f"{WIDE}13/04/2026,65\n"
STATES = {
    "own": tables.OWN_SHEET,
    "pain": tables.PAIN_APP,
    "asking": AMBIGUOUS,
    "hundred": HUNDRED,
    "faults": "Date,Minutes,Note\n13/04/2026,30,<b>x</b>\n14/04/2026,,\nTotal,30,\n",
}


@pytest.fixture
def home():
    with Home("Anna") as made:
        yield made


@pytest.fixture
def mapped(qtbot, look, home, tmp_path):
    """Open the dialog on a table; `ready` lists the plans that are handed on."""

    def opened(text, name="table.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8", newline="")
        parent = QWidget()
        qtbot.addWidget(parent)
        mapping = Mapping(home.desk.tables, path, parent)
        mapping.kept, mapping.plans = parent, []
        mapping.ready.connect(lambda _table, plan: mapping.plans.append(plan))
        mapping.open()
        mapping.dialog.activateWindow()
        qtbot.waitUntil(mapping.dialog.way_out.hasFocus)
        return mapping

    return opened


def press(widget):
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def pick(choice, value):
    choice.show_value(value)
    choice.activated.emit(choice.currentIndex())
    QApplication.processEvents()


def reads(dialog):
    role = Qt.ItemDataRole.AccessibleTextRole
    return [dialog.reads.item(row).data(role) for row in range(dialog.reads.count())]


def test_it_shows_the_rows_and_how_they_will_be_read(mapped):
    dialog = mapped(tables.OWN_SHEET).dialog
    model = dialog.table.model()
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(6)] == [
        "Date", "Start", "Minutes", "Pain before", "Pain after", "Notes",
    ]  # fmt: skip
    assert model.index(1, 5).data() == "two lines"
    assert reads(dialog) == [
        "Line 2: Mon, 13 Apr 2026, 09:05. Walk, 42 min. Pain 4 before. Pain 3 after. to the mill",
        "Line 3: Tue, 14 Apr 2026, time not known. Walk, 30 min. Pain 5 after. two lines",
    ]
    assert dialog.rows.value is Rows.WALKS
    assert dialog.order.value is DateOrder.DMY
    assert not dialog.outcome.isVisible()
    assert not dialog.moment.isVisible()


def test_what_is_put_right_is_seen_at_once_and_handed_on(mapped):
    mapping = mapped("When,A,B,C\n13/04/2026,45,9:00,text\n")
    dialog = mapping.dialog
    assert dialog.outcome.words.startswith("Please say which column tells how long")
    press(dialog.next)
    assert dialog.columns.fields[Field.MINUTES].hasFocus()
    pick(dialog.columns.fields[Field.MINUTES], 1)
    pick(dialog.columns.fields[Field.START], 2)
    assert reads(dialog) == ["Line 2: Mon, 13 Apr 2026, 09:00. Walk, 45 min."]
    assert dialog.unused.words == "These columns stay out: C."
    pick(dialog.unit, Unit.SECONDS)
    assert reads(dialog) == ["Line 2: Mon, 13 Apr 2026, 09:00. Walk, less than 1 min."]
    press(dialog.next)
    assert not dialog.isVisible()
    (plan,) = mapping.plans
    assert plan.columns == {Field.DATE: 0, Field.MINUTES: 1, Field.START: 2}
    assert plan.unit is Unit.SECONDS


def test_the_order_of_dates_is_asked_with_an_example(mapped):
    mapping = mapped(AMBIGUOUS)
    dialog = mapping.dialog
    question = dialog.order_question
    assert question.isVisible()
    assert "Is 03/04/2026 3 April 2026 or 4 March 2026?" in question.words
    assert dialog.order.value is None
    press(dialog.next)
    assert mapping.plans == []
    assert dialog.order.buttons[0].hasFocus()
    press(dialog.order.buttons[1])
    assert not question.isVisible()
    assert reads(dialog)[0].startswith("Line 2: Wed, 4 Mar 2026")
    press(dialog.order.buttons[0])
    assert reads(dialog)[0].startswith("Line 2: Fri, 3 Apr 2026")
    press(dialog.next)
    assert mapping.plans[0].order is DateOrder.DMY


def test_dates_that_need_no_order_ask_for_none(mapped):
    dialog = mapped(tables.PAIN_APP).dialog
    assert not dialog.order.isVisible()
    assert dialog.moment.value is PainMoment.DAY_AVERAGE
    press(dialog.moment.buttons[0])
    assert reads(dialog)[0].startswith("Line 5: Mon, 13 Apr 2026, 12:00. Pain at this time: 7.")


def test_the_kind_of_rows_can_be_changed(mapped):
    mapping = mapped("Date,Minutes,Pain\n13/04/2026,30,6\n")
    dialog = mapping.dialog
    press(dialog.rows.buttons[1])
    assert dialog.columns.fields[Field.PAIN].isVisible()
    assert not dialog.columns.fields[Field.MINUTES].isVisible()
    assert reads(dialog) == ["Line 2: Mon, 13 Apr 2026. Pain that day, on average: 6."]
    press(dialog.next)
    assert mapping.plans[0].rows is Rows.RATINGS


def test_another_pain_scale_is_told_with_its_line_and_must_be_chosen(mapped):
    mapping = mapped("Date,Pain\n13/04/2026,6\n14/04/2026,65\n")
    dialog = mapping.dialog
    assert dialog.outcome.words.startswith("Line 3: Pain is above 10.")
    press(dialog.next)
    assert mapping.plans == []
    assert dialog.scale.buttons[0].hasFocus()
    press(dialog.scale.buttons[1])
    assert reads(dialog)[1].endswith("Pain that day, on average: 7.")
    press(dialog.next)
    assert mapping.plans[0].scale is Scale.HUNDRED


def test_faults_are_told_line_by_line(mapped):
    dialog = mapped(STATES["faults"]).dialog
    assert dialog.outcome.words == "2 of the first 3 rows cannot be read."
    assert reads(dialog)[1:] == [
        "Line 3: cannot be read. Minutes is empty.",
        "Line 4: cannot be read. Date is not a date.",
    ]
    assert "<b>x</b>" in reads(dialog)[0]


def test_how_the_file_is_written_can_be_put_right(mapped):
    mapping = mapped("Date;Minutes;Café\n13/04/2026;30,5;\n")
    dialog = mapping.dialog
    part = dialog.style_part
    pick(part.letters, Letters.WINDOWS)
    assert "CafÃ©" in dialog.unused.words
    pick(part.named, False)
    assert "Line 1: cannot be read. A is not a date." in reads(dialog) or reads(dialog) == []
    pick(part.letters, Letters.UTF_8)
    pick(part.named, True)
    assert reads(dialog) == ["Line 2: Mon, 13 Apr 2026, time not known. Walk, 30 min."]
    pick(part.decimal, ".")
    assert reads(dialog) == ["Line 2: cannot be read. Minutes is not a length of time."]
    pick(part.separator, Separator.PIPE)
    assert dialog.outcome.words.startswith("No column of table.csv holds dates")
    assert part.separator.value is Separator.SEMICOLON


def test_leaving_hands_nothing_on(mapped):
    mapping = mapped(tables.OWN_SHEET)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(QApplication.focusWidget() or mapping.dialog, key)
    assert not mapping.dialog.isVisible()
    assert mapping.plans == []


def test_the_keyboard_alone_is_enough(mapped):
    mapping = mapped(AMBIGUOUS)
    dialog = mapping.dialog
    stops = gates.tab_stops(dialog)
    assert dialog.order.buttons[0] in stops
    dialog.order.buttons[0].setFocus()
    QTest.keyClick(dialog.order.buttons[0], Qt.Key.Key_Right)
    assert dialog.order.value is DateOrder.MDY
    dialog.next.setFocus()
    QTest.keyClick(dialog.next, Qt.Key.Key_Space)
    assert len(mapping.plans) == 1


def test_the_list_and_the_table_have_names(mapped):
    dialog = mapped(tables.OWN_SHEET).dialog
    for part in (dialog.reads, dialog.table):
        interface = QAccessible.queryAccessibleInterface(part)
        assert interface.text(QAccessible.Text.Name)


def missed(dialog):
    """Find what Tab does not come to; within a choice the arrows go on."""
    reached = set(gates.tab_stops(dialog))
    others = [w for w in gates.targets(dialog) if not isinstance(w, ChoiceButton)]
    return [gates.told(widget) for widget in others if widget not in reached]


@pytest.mark.parametrize("state", STATES)
def test_gates(mapped, every_size, state):
    dialog = mapped(STATES[state], f"{'w' * 100}.csv").dialog
    for gate in (gates.unnamed, gates.same_named, gates.small, gates.clipped, missed):
        assert gate(dialog) == [], gate.__name__
    assert gates.out_of_order(dialog) == []
    assert gates.least_width(dialog) <= (1024 if every_size == 100 else 1280)
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog._scroll.widget().width() <= dialog._scroll.viewport().width()


@pytest.mark.parametrize("colours", [Colours.LIGHT, Colours.DARK, Colours.CONTRAST])
def test_what_has_the_focus_is_seen(mapped, look, colours):
    look(colours)
    dialog = mapped(STATES["hundred"]).dialog
    dialog.resize(dialog.width(), 2_000)  # so that all of it is in sight
    QApplication.processEvents()
    assert gates.faint_focus(dialog) == []


@pytest.mark.parametrize("state", ["own", "asking", "hundred"])
def test_it_has_room_for_longer_words(mapped, every_size, qapp, state):
    longer = gates.LongerWords()
    qapp.installTranslator(longer)
    try:
        dialog = mapped(STATES[state]).dialog
        for gate in (gates.unnamed, gates.small, gates.clipped):
            assert gate(dialog) == [], gate.__name__
        assert gates.least_width(dialog) <= 1280
    finally:
        qapp.removeTranslator(longer)


def test_every_word_is_short_and_plain(qapp, home):
    line = Line("x.csv", 7, Fate.UNREADABLE, None, Why.SCALE, "Pain")
    said = [words.field_words(each) for each in Field]
    said += [words.order_words(each) for each in DateOrder]
    said += [words.unit_words(each) for each in Unit]
    said += [words.separator_words(each) for each in Separator]
    said += [words.letters_words(each) for each in Letters]
    said += [words.lack_words(each) for each in Lack]
    said += [words.off_scale_words(line), *words.read_words(line)]
    said += [words.trial_words(Trial((), *some)) for some in ((0, 0), (3, 1), (3, 2))]
    for text in said:
        assert text
        assert "{" not in text
        assert not NEVER.findall(text)
        assert not too_long(text)
