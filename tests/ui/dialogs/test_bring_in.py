"""The dialog that shows what a file would bring: its words, its list, and that all can use it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.services.test_importing import LIFE
from tests.test_readme import NEVER, too_long
from tests.ui import gates

from walktrack.domain.backup import BackupError
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.incoming import Bundle, Fate, Incoming, Line, Note, Why
from walktrack.domain.stopwatch import NotPossibleError
from walktrack.exchange.csv_in import Bad, BadFileError
from walktrack.services.export import Progress
from walktrack.ui.dialogs.bring_in import BringInDialog
from walktrack.ui.import_words import (
    note_words,
    outcome_words,
    place_words,
    things_words,
    title_words,
    trouble_words,
)

HOSTILE = '<img src="/etc/hostname">' + "w" * 200
LINES = (
    *(Line("walks.csv", n, Fate.UNREADABLE, None, why, "start") for n, why in enumerate(Why, 7)),
    Line(f"{HOSTILE}.csv", 199_999, Fate.CONFLICT, LIFE.walks[0], Why.DIFFERS),
    *(Line("pain.csv", n, Fate.COMES, rating) for n, rating in enumerate(LIFE.ratings, 2)),
    Line("posture.csv", 2, Fate.THERE, LIFE.checks[0], Why.SAME),
)
MUCH = Incoming("anna", LINES, LIFE, tuple(Note), HOSTILE, names=True)
NOTHING = Incoming("anna", (LINES[-1],), Bundle())


@pytest.fixture
def alone(qtbot, look):
    """Make the dialog and open it; `heard` counts what it asked for."""

    def made(incoming=None):
        dialog = BringInDialog()
        qtbot.addWidget(dialog)
        dialog.heard = []
        dialog.wanted.connect(lambda: dialog.heard.append("wanted"))
        dialog.open()
        dialog.activateWindow()
        qtbot.waitUntil(dialog.way_out.hasFocus)
        if incoming:
            dialog.show_incoming(incoming, "Bert")
            QApplication.processEvents()
        return dialog

    return made


def test_it_shows_how_far_the_reading_is_and_nothing_can_be_done_yet(alone):
    dialog = alone()
    assert dialog.progress.isVisible()
    dialog.show_progress(Progress(1, 4))
    assert dialog.progress.value() == 250
    assert not dialog.bring.isEnabled()
    assert not dialog.list.isVisible()


def test_it_shows_what_would_happen_problems_first(alone):
    dialog = alone(MUCH)
    assert not dialog.progress.isVisible()
    assert dialog.outcome.words == "2 walks, 5 ratings and 1 posture check would come in."
    assert f"{len(Why)} lines cannot be read" in dialog.kept.words
    model = dialog.list.model()
    assert model.rowCount() == len(LINES)
    assert model.index(0, 0).data() == "Cannot be read"
    said = model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Cannot be read. walks.csv, line 7: It has too many or too few cells."
    interface = QAccessible.queryAccessibleInterface(dialog.list)
    assert interface.text(QAccessible.Text.Name).startswith("Line by line")


def test_it_is_asked_for_once_and_then_cannot_be_left(alone):
    dialog = alone(MUCH)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    QTest.mouseClick(dialog.bring, Qt.MouseButton.LeftButton)
    assert dialog.heard == ["wanted"]
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.show_refusal("No.")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_no_key_pressed_by_chance_does_it(alone):
    dialog = alone(MUCH)
    assert dialog.way_out.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        QTest.keyClick(QApplication.focusWidget() or dialog, key)
    assert dialog.heard == []


def test_nothing_new_cannot_be_brought_in(alone):
    dialog = alone(NOTHING)
    assert dialog.outcome.words == "Nothing in it is new, so nothing would come in."
    assert not dialog.bring.isEnabled()
    assert not dialog.promise.isVisible()
    assert dialog.way_out.text() == "Close"


def test_a_refusal_is_all_that_is_left(alone):
    dialog = alone(MUCH)
    dialog.show_refusal("The file is empty.")
    assert dialog.trouble.isVisible()
    assert not dialog.list.isVisible()
    assert not dialog.bring.isEnabled()
    assert dialog.way_out.hasFocus()
    assert dialog.facts.words == "Your diary is as it was."


def test_words_from_a_file_are_plain_text_and_the_list_asks_for_lines_in_sight(alone):
    many = tuple(Line(HOSTILE, n, Fate.COMES, LIFE.walks[0]) for n in range(200_000))
    asked = []
    dialog = alone()
    data = dialog.list.lines.data

    def counted(index, role=Qt.ItemDataRole.DisplayRole):
        asked.append(index.row())
        return data(index, role)

    dialog.list.lines.data = counted
    dialog.show_incoming(Incoming("anna", many, LIFE, name=HOSTILE, names=True), "")
    QApplication.processEvents()
    assert max(asked, default=0) < 50
    assert dialog.notes.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize("state", ["reading", "much", "nothing", "refused"])
def test_gates(alone, every_look, state):
    dialog = alone({"much": MUCH, "nothing": NOTHING}.get(state))
    if state == "refused":
        bad = BadFileError(Bad.COLUMNS, Path(f"{HOSTILE}.csv"), columns=("start", "end"))
        dialog.show_refusal(trouble_words(bad))
    QApplication.processEvents()
    for gate in (gates.unnamed, gates.same_named, gates.small, gates.clipped, gates.unreachable):
        assert gate(dialog) == [], gate.__name__
    assert gates.faint_focus(dialog) == []
    assert gates.least_width(dialog) <= 1280
    assert dialog.height() <= dialog.screen().availableSize().height()
    assert dialog._scroll.widget().width() <= dialog._scroll.viewport().width()
    assert dialog.way_out.visibleRegion().boundingRect().size() == dialog.way_out.size()


def test_it_has_room_for_longer_words(alone, every_size, qapp):
    words = gates.LongerWords()
    qapp.installTranslator(words)
    try:
        dialog = alone(MUCH)
        for gate in (gates.unnamed, gates.small, gates.clipped):
            assert gate(dialog) == [], gate.__name__
        assert gates.least_width(dialog) <= 1280
    finally:
        qapp.removeTranslator(words)


def test_it_never_grows_over_the_foot_of_the_screen(alone):
    dialog = alone()
    room = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), room.bottom() - 100)
    dialog.show_incoming(MUCH, "")
    assert dialog.frameGeometry().bottom() <= room.bottom()


def test_every_word_is_short_and_plain(qapp):
    errors = [BadFileError(bad, Path("x.csv"), line=7, columns=("start", "end")) for bad in Bad]
    errors += [NotPossibleError("x"), BackupError(Fault.FULL, Path("/x")), DiaryError(Fault.FULL)]
    said = [trouble_words(error) for error in errors]
    said += [*outcome_words(MUCH), *note_words(MUCH, "Bert"), *map(place_words, LINES)]
    said += map(title_words, LINES)
    for text in said:
        assert "{" not in text
        assert not NEVER.findall(text)
        assert not too_long(text.replace(HOSTILE, "x"))


def test_each_line_says_what_it_is(qapp):
    titles = [title_words(Line("x", 2, Fate.COMES, rating)) for rating in LIFE.ratings]
    assert [title.split(",")[0] for title in titles] == [
        "Pain before the walk: 5",
        "Pain during the walk: 7",
        "Pain after the walk: 3",
        "Pain this morning: 2",
        "Pain at this time: 6",
    ]
    assert title_words(Line("x", 2, Fate.COMES, LIFE.walks[0])).startswith("Walk, 20 min, ")


def test_a_file_of_another_program_is_told_by_a_few_columns(qapp):
    names = ("id", "start", "end", "minutes", "kind", "note")
    words = trouble_words(BadFileError(Bad.COLUMNS, Path("x.csv"), columns=names))
    assert words.endswith("It lacks these columns: id, start, end, minutes and 2 more.")


@pytest.mark.parametrize(
    ("bundle", "words"),
    [
        (Bundle(), ""),
        (Bundle(LIFE.walks[:1]), "1 walk"),
        (Bundle(LIFE.walks, LIFE.ratings[:1]), "2 walks and 1 rating"),
        (LIFE, "2 walks, 5 ratings and 1 posture check"),
    ],
)
def test_records_are_counted_in_words(qapp, bundle, words):
    assert things_words(bundle) == words
