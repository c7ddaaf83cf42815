"""Warning signs in the window: one action away, kept at once, in the way of nothing."""

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtWidgets import QApplication
from tests.ui.window_house import NEVER, at_home

from walktrack.domain.after_walk import Felt, Legs
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.pain import PainMoment
from walktrack.domain.person import PersonColour
from walktrack.domain.warning_signs import Condition, Level, Resolution, Sign, SignMoment
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.help import HelpDialog
from walktrack.ui.dialogs.sign_answers import SignAnswersDialog
from walktrack.ui.dialogs.sign_result import SignResultDialog
from walktrack.ui.dialogs.signs import PARTS
from walktrack.ui.sign_words import SignTexts
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.labels import PlainLabel


@pytest.fixture
def house(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as made:
        yield made.show().take_up()


@pytest.fixture
def new(qtbot, look, monkeypatch):
    """A house whose person was never offered the list."""
    with at_home(qtbot, monkeypatch, offered=False) as made:
        yield made.show().take_up()


@pytest.fixture
def signs(house):
    return house.window.signs


def stored(house):
    return house.desk.signs.all(house.me.id)


def tick(house, *ticked):
    """Open the list by its key, tick, and go on to what to do."""
    house.key(Qt.Key.Key_F2)
    dialog = house.window.signs.list
    for sign in ticked:
        dialog.boxes[sign].box.click()
    while not dialog.done_button.isVisible():
        house.click(dialog.next_button)
    house.click(dialog.done_button)


def words_of(dialog):
    return dialog.facts.words.replace("\n", " ")


@pytest.mark.parametrize("page", PageName)
def test_the_list_is_one_key_and_one_touch_away_on_every_page(house, page):
    house.window.go(page)
    house.key(Qt.Key.Key_F2)
    house.window.signs.list.reject()
    house.click(house.window.top.signs)
    assert house.window.signs.list.isVisible()


def test_it_is_there_where_no_diary_can_be_opened(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show()
        house.window.show_trouble(DiaryError(Fault.DAMAGED, NEVER))
        house.click(house.window.top.signs)
        dialog = house.window.signs.list
        dialog.boxes[Sign.CHEST].box.click()
        house.click(dialog.done_button)
        assert words_of(house.window.signs.result).startswith("Get emergency help now.")
        assert not house.window.top.pages[PageName.SHARE].isEnabled()


def test_nothing_is_ticked_beforehand_and_at_most_eight_are_in_sight(house, signs):
    signs.open()
    assert signs.list.ticked == frozenset()
    assert sum(PARTS, ()) == tuple(Sign)
    for part in PARTS:
        seen = [sign for sign, box in signs.list.boxes.items() if box.isVisible()]
        assert tuple(seen) == part
        assert len(seen) <= 8
        if signs.list.next_button.isVisible():
            house.click(signs.list.next_button)


@pytest.mark.parametrize(
    ("ticked", "level"),
    [
        ((Sign.DIZZY,), Level.PAUSE),
        ((Sign.DIZZY, Sign.NO_BETTER), Level.DOCTOR),
        ((Sign.STILL_UP, Sign.FEVER, Sign.BOWEL), Level.EMERGENCY),
    ],
)
def test_the_highest_level_says_what_to_do_and_reading_is_kept(house, ticked, level):
    tick(house, *ticked)
    dialog = house.window.signs.result
    assert words_of(dialog) == SignTexts().level(level).words
    (check,) = stored(house)
    assert (check.signs, check.level, check.read) == (frozenset(ticked), level, None)
    house.click(dialog.read_button)
    assert stored(house)[0].read == house.clock.read().wall


def test_closed_otherwise_it_is_not_read_and_a_line_stays(house, signs):
    tick(house, Sign.FEVER)
    house.key(Qt.Key.Key_Escape)
    assert stored(house)[0].read is None
    assert signs.banner.isVisible()
    assert "read what to do" in signs.banner.words
    for page in PageName:
        house.window.go(page)
        assert signs.banner.isVisible()
    house.click(signs.banner.buttons[0])
    house.click(signs.result.read_button)
    assert signs.banner.words.endswith("See a doctor soon.")


def test_a_pause_leaves_no_line(house, signs):
    tick(house, Sign.DIZZY)
    house.key(Qt.Key.Key_Escape)
    assert signs.strip.isHidden()


def test_a_list_closed_with_something_ticked_is_kept(house, signs):
    signs.open()
    house.click(signs.list.boxes[Sign.BLADDER].box)
    signs.list.close()
    assert stored(house)[0].signs == {Sign.BLADDER}
    assert signs.result is None
    assert signs.banner.isVisible()


def test_a_list_closed_with_nothing_ticked_leaves_nothing(house, signs):
    signs.open()
    house.key(Qt.Key.Key_Escape)
    assert stored(house) == []


def test_nothing_ticked_is_never_an_all_clear(house, signs):
    tick(house)
    assert words_of(signs.result) == (
        "You ticked nothing. This list cannot rule out a problem. If you are worried, ask a doctor."
    )
    assert not signs.result.read_button.isVisible()
    assert stored(house)[0].signs == frozenset()


@pytest.mark.parametrize(
    ("button", "how"),
    [("checked_button", Resolution.CHECKED), ("mistake_button", Resolution.MISTAKE)],
)
def test_an_open_sign_is_laid_to_rest_and_can_be_opened_again(house, signs, button, how):
    tick(house, Sign.FEVER)
    house.click(signs.result.read_button)
    house.click(signs.banner.buttons[0])
    house.click(getattr(signs.result, button))
    assert stored(house)[0].resolution is how
    assert signs.strip.isHidden()
    house.act()
    assert signs.banner.isVisible()


def test_the_persons_own_helpers_are_shown_plainly(house, signs):
    house.desk.people.set_contacts(house.me, "Ida <b>555</b>\nDr. Öz")
    tick(house, Sign.CHEST)
    assert "Ida <b>555</b>\nDr. Öz" in labels(signs.result)


def test_helpers_are_typed_in_settings(house, signs):
    house.window.go(PageName.SETTINGS)
    card = house.window._shelf.settings_page.safety
    card.contacts.box.insertPlainText("Ida 555")
    card.contacts.settle()
    assert house.me.contacts == "Ida 555"
    house.click(card.conditions)
    assert signs.first.isVisible()


def test_a_start_is_asked_about_once_and_never_refused(house, signs):
    tick(house, Sign.FEVER)
    house.click(signs.result.read_button)
    house.click(house.card.start)
    assert house.running is None
    house.key(Qt.Key.Key_Escape)
    assert house.running is None
    house.today.walk.forward()
    QApplication.processEvents()
    house.click(signs.question.help)
    assert house.running is None
    signs.result.reject()
    house.click(house.card.start)
    house.click(signs.question.start)
    assert house.running
    house.click(house.card.pause)
    house.click(house.card.resume)
    assert house.no_dialog()


def test_a_start_before_the_diary_is_open_is_asked_about_too(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.desk.signs.answer(house.me.id, {Sign.FEVER})
        house.show()
        house.click(house.card.start)
        house.take_up()
        assert house.running is None
        house.click(house.window.signs.question.start)
        assert house.running


def test_the_first_run_asks_about_health_and_blocks_nothing(new):
    signs = new.window.signs
    assert signs.proposal.isVisible()
    new.click(signs.proposal.buttons[0])
    assert not signs.first.advice.isVisible()
    signs.first.boxes[Condition.SCIATICA].box.click()
    assert signs.first.advice.words == "Ask your doctor or physio before you start."
    assert signs.first.advice.isVisible()
    new.click(signs.first.next_button)
    assert new.desk.signs.conditions(new.me.id) == {Condition.SCIATICA}
    signs.list.boxes[Sign.DIZZY].box.click()
    new.click(signs.list.done_button)
    assert stored(new)[0].moment is SignMoment.FIRST_RUN
    signs.result.reject()
    assert signs.strip.isHidden()
    new.click(new.card.start)
    assert new.running


def test_the_first_run_can_be_waved_away(new):
    signs = new.window.signs
    new.click(signs.proposal.buttons[1])
    assert signs.strip.isHidden()
    assert new.desk.signs.offer(new.me.id) is None


def test_conditions_are_kept_when_the_window_is_closed(new):
    signs = new.window.signs
    signs.ask_first()
    new.key(Qt.Key.Key_Escape)
    assert new.desk.signs.conditions(new.me.id) is None
    signs.ask_first()
    signs.first.boxes[Condition.BALANCE].box.click()
    new.key(Qt.Key.Key_Escape)
    assert new.desk.signs.conditions(new.me.id) == {Condition.BALANCE}
    signs.ask_first()
    assert signs.first.boxes[Condition.BALANCE].ticked


def test_bad_pain_before_a_walk_offers_the_list_quietly(house, signs):
    house.clock.go(minutes=1)
    house.rate(PainMoment.BEFORE, 8)
    assert house.no_dialog()
    assert signs.proposal.isVisible()
    house.click(signs.proposal.buttons[0])
    signs.list.boxes[Sign.DIZZY].box.click()
    house.click(signs.list.done_button)
    assert stored(house)[0].moment is SignMoment.BAD_BEFORE


def test_an_open_sign_goes_before_an_offer(house, signs):
    tick(house, Sign.FEVER)
    signs.result.reject()
    signs.offer(SignMoment.PLAN_START)
    assert signs.banner.isVisible()
    assert not signs.proposal.isVisible()


def test_one_line_at_a_time_and_what_is_not_read_goes_first(house, signs):
    bert = house.desk.people.add(PersonForm("Bert", "", PersonColour.RED))
    house.desk.tracker.start(bert.id, None)
    others = house.window._people.others.strip
    signs.offer(SignMoment.PLAN_START)
    assert (signs.strip.isVisible(), others.isVisible()) == (False, True)
    tick(house, Sign.FEVER)
    assert (signs.strip.isVisible(), others.isVisible()) == (True, False)
    house.click(signs.result.read_button)
    assert (signs.strip.isVisible(), others.isVisible()) == (False, True)
    house.desk.tracker.finish(bert.id)
    assert (signs.strip.isVisible(), others.isVisible()) == (True, False)


def test_a_plan_can_offer_the_list(house, signs):
    signs.offer(SignMoment.PLAN_START)
    house.desk.people.rename(house.me, "Anna")
    assert signs.proposal.words == "Before a plan, look at the warning signs."
    house.click(signs.proposal.buttons[1])
    assert signs.strip.isHidden()


def test_a_sign_is_its_persons_own(house, signs):
    tick(house, Sign.FEVER)
    signs.result.reject()
    bert = house.desk.people.add(PersonForm("Bert", "", PersonColour.RED))
    house.desk.people.choose(bert)
    assert not signs.banner.isVisible()
    house.click(house.card.start)
    assert house.running or house.desk.tracker.current(bert.id)


def after(house, before=3, value=6):
    house.clock.go(minutes=1)
    house.rate(PainMoment.BEFORE, before)
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.rate(PainMoment.AFTER, value)
    return house.today.after.card


@pytest.mark.parametrize(("value", "asked"), [(4, False), (5, True)])
def test_the_two_questions_follow_a_rise_of_two(house, value, asked):
    assert after(house, value=value).isVisible() is asked


def test_their_answers_lead_to_the_level_and_they_are_asked_once(house, signs):
    card = after(house)
    assert card.felt.value is card.legs.value is None
    card.felt.pick(1)
    card.legs.pick(1)
    assert house.no_dialog()
    house.click(card.done)
    assert words_of(signs.result) == SignTexts().level(Level.DOCTOR).words
    (check,) = stored(house)
    assert check.signs == {Sign.SHARP_PAIN, Sign.ONE_LEG}
    assert check.moment is SignMoment.AFTER_WALK
    signs.result.reject()
    assert not card.isVisible()
    assert not signs.proposal.isVisible()


def test_an_emergency_does_not_wait_for_the_other_question(house, signs):
    card = after(house)
    card.legs.pick(2)
    assert words_of(signs.result).startswith("Get emergency help now.")
    assert stored(house)[0].signs == {Sign.BOTH_LEGS}


def test_two_times_no_is_kept_and_promises_nothing(house):
    card = after(house)
    card.felt.pick(0)
    card.legs.pick(0)
    house.click(card.done)
    assert house.no_dialog()
    assert not card.isVisible()
    assert "cannot rule out a problem" in house.said()
    assert stored(house)[0].signs == frozenset()


@pytest.mark.parametrize("leave", ["skip", "done"])
def test_they_can_be_left_out(house, leave):
    card = after(house)
    house.click(getattr(card, leave))
    assert not card.isVisible()
    assert stored(house) == []
    house.rate(PainMoment.AFTER, 7)
    assert not card.isVisible()


def test_a_walk_stopped_for_pain_asks_and_says_why(house):
    card = after(house, value=3)
    assert not card.isVisible()
    house.click(house.card.details)
    stopped = house.today.answers.details.form.stopped
    stopped.show_value(True)
    stopped.activated.emit(stopped.currentIndex())
    QApplication.processEvents()
    assert card.isVisible()
    assert card.title.words == "You stopped this walk for pain"


def test_the_answers_have_the_values_of_the_domain(house):
    card = house.today.after.card
    assert card.felt._values == list(Felt)
    assert card.legs._values == list(Legs)


class Other(QTranslator):
    """A language of its own, checked by a clinician or not."""

    def __init__(self, mark):
        super().__init__()
        self._mark = mark

    def isEmpty(self):
        return False

    def translate(self, context, source, disambiguation=None, n=-1):
        if source == "not checked by a clinician":
            return self._mark
        return f"~{source}"


@pytest.mark.parametrize(
    ("mark", "beside"), [("nicht geprüft", True), ("checked 0", True), ("checked 1", False)]
)
def test_an_unchecked_translation_has_the_english_beside_it(qapp, qtbot, mark, beside):
    language = Other(mark)
    qapp.installTranslator(language)
    try:
        dialog = SignResultDialog({Sign.CHEST}, "")
        qtbot.addWidget(dialog)
        words = SignTexts().level(Level.EMERGENCY)
        assert words.words.startswith("~Get emergency")
        assert ("Get emergency help now." in "".join(words.english)) is beside
        assert any(each.startswith("Get emergency") for each in labels(dialog)) is beside
        assert bool(SignTexts().sign(Sign.CHEST).english) is beside
    finally:
        qapp.removeTranslator(language)


def labels(dialog):
    return [each.words for each in dialog.findChildren(PlainLabel)]


def test_what_cannot_be_kept_is_shown_all_the_same_and_can_be_tried_again(house, signs):
    with house.read_only():
        tick(house, Sign.CHEST)
        assert words_of(signs.result).startswith("Get emergency help now.")
        signs.result.reject()
        assert house.said()
        assert stored(house) == []
    house.act()
    assert stored(house)[0].signs == {Sign.CHEST}
    assert signs.banner.isVisible()


def test_the_list_opens_over_any_other_window_and_leaves_it_as_it_was(house, qtbot):
    house.window.go(PageName.HISTORY)
    house.click(house.window._frame.pages.currentWidget().foot.add_walk_button)
    form = house.dialog()
    qtbot.waitUntil(form.isActiveWindow)
    tick(house, Sign.FEVER)
    result = house.window.signs.result
    assert result.isVisible()
    assert result.parent() is form
    house.click(result.read_button)
    assert form.isVisible()
    assert [check.signs for check in stored(house)] == [{Sign.FEVER}]


def test_earlier_answers_can_be_looked_at(house, qtbot):
    house.window.go(PageName.SETTINGS)
    button = house.window._frame.pages.currentWidget().safety.answers
    button.click()
    dialog = house.dialog(SignAnswersDialog)
    assert dialog.facts.words == "The list of warning signs was not answered yet."
    assert not dialog.list.isVisible()
    house.click(dialog.way_out)
    house.desk.signs.answer(house.me.id, ())
    house.clock.go(hours=24)
    house.desk.signs.answer(house.me.id, {Sign.SHARP_PAIN, Sign.FEVER})
    house.clock.go(hours=24)
    house.desk.signs.resolve(house.me.id, Resolution.CHECKED)
    house.clock.go(hours=24)
    house.desk.signs.answer(house.me.id, {Sign.CHEST})
    button.click()
    dialog = house.dialog(SignAnswersDialog)
    shown = [dialog.list.item(row) for row in range(3)]
    role = Qt.ItemDataRole.AccessibleTextRole
    assert [item.text() for item in shown] == [
        "Emergency now",
        "See a doctor soon",
        "Nothing ticked",
    ]
    assert shown[0].data(role) == (
        "Emergency now. Thursday, 4 June 2026, 12:00. Chest pain, trouble breathing, or you "
        "fainted. What to do was not read. It is still open."
    )
    qtbot.waitUntil(dialog.list.hasFocus)
    assert dialog.state.words == "What to do was not read.\nIt is still open."
    house.key(Qt.Key.Key_Down)
    assert dialog.state.words == (
        "What to do was read.\nThis was checked. Noted on Wed, 3 Jun 2026."
    )
    assert dialog.ticked.words == (
        "Back pain with a fever, chills, or feeling very ill.\nSharp pain that made you stop."
    )
    house.key(Qt.Key.Key_Down)
    assert dialog.ticked.words == "Nothing was ticked."


def test_help_opens_over_any_other_window(house, qtbot):
    house.click(house.card.flare_up)
    form = house.dialog()
    qtbot.waitUntil(form.isActiveWindow)
    house.key(Qt.Key.Key_F1)
    assert form.findChild(HelpDialog).isVisible()
    house.key(Qt.Key.Key_F1)
    assert len(house.window.findChildren(HelpDialog)) == 1


def test_the_keys_wake_nothing_twice(house, qtbot):
    house.click(house.card.flare_up)
    form = house.dialog()
    qtbot.waitUntil(form.isActiveWindow)
    house.key(Qt.Key.Key_F2)
    first = house.window.signs.list
    house.key(Qt.Key.Key_F2)
    assert house.window.signs.list is first
    house.key(Qt.Key.Key_Escape)
    house.key(Qt.Key.Key_F2)
    assert house.window.signs.list.isVisible()
