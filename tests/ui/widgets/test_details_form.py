import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from tests.ui import gates
from tests.ui.history_house import HOSTILE

from walktrack.domain.walk import NOTE_LENGTH, Company, Details, Effort, Kind, Surface
from walktrack.ui.widgets.details_form import DetailsForm
from walktrack.ui.widgets.note_edit import NoteEdit

YES_NO = st.none() | st.booleans()
DETAILS = st.builds(
    Details,
    st.none() | st.sampled_from(Kind),
    st.none() | st.sampled_from(Surface),
    st.none() | st.sampled_from(Company),
    st.none() | st.sampled_from(Effort),
    YES_NO,
    YES_NO,
    YES_NO,
    st.text(max_size=80),
)


@pytest.fixture
def form(qtbot, look):
    form = DetailsForm()
    qtbot.addWidget(form)
    form.resize(577, 600)
    form.show()
    qtbot.waitExposed(form)
    return form


@pytest.fixture
def note(qtbot, look):
    note = NoteEdit("Note")
    qtbot.addWidget(note)
    note.show()
    qtbot.waitExposed(note)
    return note


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(details=DETAILS)
def test_what_is_shown_comes_back_unchanged(form, details):
    form.show_details(details)
    assert form.details() == details


def test_nothing_is_said_beforehand(form):
    assert form.details() == Details()
    assert form.kind.currentText() == "Not said"


def test_showing_tells_nobody_and_choosing_tells_everything(form):
    heard = []
    form.edited.connect(heard.append)
    form.show_details(Details(kind=Kind.GENTLE, warm_up=True, note="Sunny"))
    assert heard == []
    QTest.keyClick(form.effort, Qt.Key.Key_Down)
    expected = Details(kind=Kind.GENTLE, effort=Effort.EASY, warm_up=True, note="Sunny")
    assert heard == [expected]


def test_a_no_is_not_the_same_as_nothing_said(form):
    form.stopped.show_value(False)
    assert form.details().stopped_for_pain is False
    form.stopped.show_value(None)
    assert form.details().stopped_for_pain is None


def test_the_note_is_told_when_typing_pauses_and_only_once(form, qtbot):
    heard = []
    form.edited.connect(heard.append)
    with qtbot.waitSignal(form.edited, timeout=2000):
        form.note.box.insertPlainText("a")
        form.note.box.insertPlainText("b")
    form.note.box.setFocus()
    form.kind.setFocus()
    assert [details.note for details in heard] == ["ab"]


def test_leaving_the_note_tells_at_once(form):
    heard = []
    form.edited.connect(heard.append)
    form.note.box.setFocus()
    form.note.box.insertPlainText("left")
    form.kind.setFocus()
    assert [details.note for details in heard] == ["left"]


def test_tab_leaves_the_note(form):
    form.note.box.setFocus()
    QTest.keyClick(form.note.box, Qt.Key.Key_Tab)
    assert not form.note.box.hasFocus()


def test_the_counter_comes_near_the_limit(note):
    note.show_note("x" * (NOTE_LENGTH - 600))
    assert not note.counter.isVisible()
    note.show_note("x" * (NOTE_LENGTH - 10))
    assert note.counter.isVisible()
    assert "characters" in note.counter.words


def test_more_than_the_limit_is_not_taken_wherever_it_is_put(note):
    note.show_note("a" * (NOTE_LENGTH - 3) + "z")
    cursor = note.box.textCursor()
    cursor.setPosition(5)
    note.box.setTextCursor(cursor)
    pasted = QMimeData()
    pasted.setText("🙂🙂🙂🙂")
    note.box.insertFromMimeData(pasted)
    assert note.note() == "aaaaa🙂🙂" + "a" * (NOTE_LENGTH - 8) + "z"
    assert note.counter.words.endswith("The rest was not added.")
    QTest.keyClick(note.box, Qt.Key.Key_B)
    assert len(note.note()) == NOTE_LENGTH
    note.box.undo()
    assert "🙂" not in note.note()


def test_hostile_text_is_text(note):
    note.box.insertPlainText(HOSTILE)
    assert note.note() == HOSTILE


@pytest.mark.parametrize(
    "gate",
    [gates.unnamed, gates.same_named, gates.small, gates.unreachable, gates.clipped],
    ids=lambda gate: gate.__name__,
)
@pytest.mark.parametrize("size", [100, 200])
def test_everyone_can_use_it(qtbot, form, look, gate, size):
    look(text_size=size)
    form.resize(577 * size // 100, 900)
    qtbot.waitUntil(lambda: gate(form) == [], timeout=2000)  # laid out anew
