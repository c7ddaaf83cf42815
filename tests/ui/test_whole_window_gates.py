"""The gates hold for the whole window: every page, every state of Today, in the hardest looks.

Colours change nothing in the geometry, so each look takes another mix of size, width and words;
between them every value of every kind meets every page.
"""

from datetime import date, time
from functools import partial

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea
from tests.storage.made import DAY, rating, walk
from tests.ui import gates
from tests.ui.history_house import HOSTILE
from tests.ui.pages.test_trouble import FOUND
from tests.ui.test_other_walks import usual
from tests.ui.window_house import NEVER, at_home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.faults import DiaryError, Fault
from walktrack.domain.pain import PainMoment
from walktrack.domain.person import PersonColour
from walktrack.domain.plan.start import Start
from walktrack.domain.posture import PostureItem
from walktrack.domain.reminders import EVERY_DAY, FIRST_TIMES, About, Reminder
from walktrack.domain.settings import Colours, Settings
from walktrack.domain.tips import Topic
from walktrack.domain.walk import Company, Details, Surface
from walktrack.domain.warning_signs import Sign, SignMoment
from walktrack.services.entry_forms import MarkForm
from walktrack.services.people import PersonForm
from walktrack.ui.pages.tips.page import CHECKLIST, KNOWN, MIXED
from walktrack.ui.top_bar import PageName
from walktrack.ui.widgets.pain_scale import PainStep

STATES = ("ready", "walking", "paused", "doubt", "done", "welcome", "history", "share", "settings",
          "backups", "trouble", "message", "others", "unlikely", "said", "insight", "findings",
          "plan off", "plan", "plan paused", "sign", "offer", "asked", "tips", "tip", "known",
          "differing", "evening", "reminders", "reminded")  # fmt: skip
LOOKS = {
    "light-100-1280": (Colours.LIGHT, 100, 1280, False),
    "light-100-1024-longer": (Colours.LIGHT, 100, 1024, True),
    "dark-200-1280": (Colours.DARK, 200, 1280, False),
    "light-200-1280-longer": (Colours.LIGHT, 200, 1280, True),
}
SHAPES = (gates.unnamed, gates.same_named, gates.small, gates.clipped)


def unreached(window):
    """Find targets neither Tab comes to, nor the arrows inside a choice that Tab comes to.

    Walking each choice by its arrows would change what the window shows; that they work is
    tested where the choices are.
    """
    wanted, stops = gates.targets(window), gates.tab_stops(window)
    groups = {group_of(stop) for stop in stops} - {None}
    return [
        gates.told(each) for each in wanted if each not in stops and group_of(each) not in groups
    ]


def group_of(widget):
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group if group is not None and group.exclusive() else None


def bring_others(house, *, walking):
    """Let somebody else be walking, or usually do so at this hour."""
    long = PersonForm("Anna-Maria Magdalena von Hohenstein", "", PersonColour.BLUE)
    other = house.desk.people.add(long)
    usual(house, other)
    if walking:
        house.desk.tracker.start(other.id, None)


def say_days(house):
    """Have a flare-up that has gone on since a month with a long name, and no walk today."""
    flare_up = MarkForm(MarkKind.FLARE_UP, date(2025, 9, 24), None)
    house.desk.days.add(house.me.id, flare_up)
    house.click(house.card.no_walk)
    house.bar.hide()


def plan(house, paused=False):
    """Have a plan with a week in it that asks for an answer, or one that is paused."""
    house.desk.plan.start(house.me.id, Start.USUAL)
    for _ in range(7):
        house.walk(minutes=11)
        house.click(house.card.finish)
        house.click(house.card.close_walk)
        house.clock.go(hours=24)
    if paused:
        house.desk.plan.pause(house.me.id)
    house.bar.hide()
    house.window.go(PageName.PLAN)


def tick_a_sign(house):
    """Have a warning sign that is open while somebody else walks."""
    bring_others(house, walking=True)
    house.desk.signs.answer(house.me.id, {Sign.FEVER})


def be_offered(house):
    """Have the list of warning signs offered."""
    house.window.signs.offer(SignMoment.LONG_FLARE_UP)


def be_asked(house):
    """Finish a walk that stirred the pain, and be asked about it."""
    house.rate(PainMoment.BEFORE, 4)
    house.walk(minutes=1)
    house.click(house.card.finish)
    house.bar.hide()
    house.rate(PainMoment.AFTER, 6)
    assert house.today.after.card.isVisible()


def tell_the_evening(house):
    """Have both questions of the evening answered, with the checklist folded beside them."""
    house.click(house.pain.choice.buttons[-1])
    house.rate(PainMoment.DAY_AVERAGE, 4)
    house.click(house.pain.way.findChildren(PainStep)[3])
    assert house.today.answers.posture.unfold_button.isVisible()


def have_findings(house):
    """Look back on fifty days that let everything be said, with all of it unfolded."""
    me, today = house.me.id, house.clock.read().wall
    for number in range(50):
        start, pain = today.plus((number - 50) * DAY), 3 + number * 7 % 5
        said = Details(surface=list(Surface)[number % 3], company=list(Company)[number % 2])
        one = walk(f"w{number}", start, 5 + number * 11 % 17, person_id=me, details=said)
        house.diary.walks.add(one)
        for moment, value in ((PainMoment.BEFORE, pain), (PainMoment.AFTER, pain - number % 3)):
            answer = rating(f"{moment}{number}", value, moment, start, walk_id=one.id, person_id=me)
            house.diary.ratings.add(answer)
        house.diary.posture.tick(me, one.id, PostureItem.STEPS, bool(number % 2), start)
    house.window.go(PageName.INSIGHT)
    page = house.window._shelf.page(PageName.INSIGHT)
    for card in (page.walks, page.days):
        house.click(card.fold.button)
    house.bar.hide()


def read(house, what):
    """Open something of the tips."""
    house.window.go(PageName.TIPS)
    page = house.window._shelf.page(PageName.TIPS)
    page.contents.pick(page.contents._values.index(what))


def set_reminders(house):
    """Have all reminders on, one at a time that is none and one on no day."""
    for about in About:
        days = EVERY_DAY if about is About.WALK else frozenset()
        wanted = Reminder(about, FIRST_TIMES[about], days, on=True)
        house.desk.reminders.set(house.me.id, wanted)
    house.window.go(PageName.SETTINGS)
    row = house.window._shelf.settings_page.reminders.rows[About.EVENING]
    row.at.setTime(QTime(13, 0))
    row.settle()


def be_reminded(house):
    """Be one of two with long names, and have a reminder above the page."""
    bring_others(house, walking=False)
    house.desk.reminders.set(house.me.id, Reminder(About.WALK, time(12), on=True))
    house.window.remind()
    assert house.window.reminding.part.line.isVisible()


MORE = {
    "reminders": set_reminders,
    "reminded": be_reminded,
    "tips": partial(read, what=CHECKLIST),
    "tip": partial(read, what=Topic.VARIETY),
    "known": partial(read, what=KNOWN),
    "differing": partial(read, what=MIXED),
    "plan off": lambda house: house.window.go(PageName.PLAN),
    "plan": plan,
    "plan paused": partial(plan, paused=True),
    "sign": tick_a_sign,
    "offer": be_offered,
    "asked": be_asked,
    "evening": tell_the_evening,
    "findings": have_findings,
    "said": say_days,
    "others": partial(bring_others, walking=True),
    "unlikely": partial(bring_others, walking=False),
}


def bring(house, state):
    """Bring the window into a state in which it can be looked at."""
    card = house.card
    if state in {"walking", "paused", "doubt", "done"}:
        house.rate(PainMoment.BEFORE, 4)
        card.goal.setValue(20)
        house.walk(minutes=12)
        house.rate(PainMoment.DURING, 4)
        house.go_on(2)
    match state:
        case "paused":
            house.click(card.pause)
        case "doubt":
            house.clock.sleep(900_000)
            house.beat()
            house.click(house.dialog().way_out)
        case "done":
            house.click(card.finish)
            house.rate(PainMoment.AFTER, 3)
            house.click(card.details)
        case "history" | "share" | "settings" | "insight":
            house.walk(minutes=1)
            house.click(card.finish)
            house.bar.hide()
            house.window.go(PageName(state))
        case "trouble":
            house.window.show_trouble(DiaryError(Fault.DAMAGED, NEVER))
            assert house.window.in_trouble
            house.window.trouble.page.ways.show_prospects(FOUND)
            house.window.trouble.page.show_ways()
        case "message":
            house.walk(minutes=1)
            house.click(card.discard)
    MORE.get(state, bool)(house)
    QApplication.processEvents()


def back_up(house, until):
    """Have a second folder, with a first backup in it."""
    house.window.go(PageName.SETTINGS)
    part = house.window._shelf.backups
    part.choose_folder = lambda _now: house.diary.path.parents[1]
    part._card.second.choose.click()
    threads = house.window.backups._errand, part._looking
    until(lambda: not any(each.running for each in threads))
    assert part._card.second.path.isVisible()


@pytest.fixture
def seen(qtbot, look, monkeypatch, qapp, request, tmp_path):
    state, kind = request.param
    colours, size, width, longer = LOOKS[kind]
    words = gates.LongerWords()
    if longer:
        qapp.installTranslator(words)
    chosen = Settings(welcomed=state != "welcome", colours=colours, text_size=size)
    look(colours, size)
    try:
        path = tmp_path / "data" / "walktrack.db" if state == "backups" else None
        with at_home(qtbot, monkeypatch, path, settings=chosen) as house:
            house.show(width, 800)
            if state != "trouble":  # there it has no diary
                house.take_up()
            bring(house, state)
            if state == "backups":
                back_up(house, qtbot.waitUntil)
            yield house
    finally:
        qapp.removeTranslator(words)


def every(*kinds):
    cases = [(state, kind) for state in STATES for kind in kinds]
    return pytest.mark.parametrize("seen", cases, indirect=True, ids=lambda c: f"{c[0]}-{c[1]}")


@every("light-100-1024-longer", "dark-200-1280", "light-200-1280-longer")
def test_everything_is_named_large_enough_and_whole(seen):
    faults = {gate.__name__: gate(seen.window) for gate in SHAPES}
    assert not any(faults.values()), faults
    assert seen.window.width() <= 1280
    limit = 1024 if QApplication.font().pixelSize() == 17 else 1280
    assert gates.least_width(seen.window) <= limit


@every("light-100-1280")
def test_every_control_is_reached_in_reading_order(seen):
    assert unreached(seen.window) == []
    page = seen.window._frame.pages.currentWidget()
    areas = page.findChildren(QScrollArea)
    if not any(each.verticalScrollBar().maximum() for each in areas):  # else it has no one place
        assert gates.out_of_order(seen.window) == []


@pytest.mark.parametrize(
    "seen",
    [("ready", "light-100-1280"), ("share", "light-100-1280"), ("history", "dark-200-1280")],
    indirect=True,
    ids=lambda c: f"{c[0]}-{c[1]}",
)
def test_the_focus_is_seen(seen):
    assert gates.faint_focus(seen.window) == []


def test_today_fits_without_scrolling(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        bar = house.today._scroll.verticalScrollBar()
        for state in ("ready", "said", "walking"):
            bring(house, state)
            assert bar.maximum() == 0, (state, bar.maximum())


def test_the_evening_fits_beside_a_plan_and_a_flare_up(qtbot, look, monkeypatch):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        house.desk.plan.start(house.me.id, Start.USUAL)
        for state in ("said", "evening"):
            bring(house, state)
        assert house.today._scroll.verticalScrollBar().maximum() == 0


def test_nothing_scrolls_sideways_however_large_the_words(qtbot, look, monkeypatch):
    settings = Settings(welcomed=True, text_size=200)
    with at_home(qtbot, monkeypatch, settings=settings) as house:
        house.show(1280, 700).take_up()
        house.desk.people.rename(house.me, HOSTILE)
        QApplication.processEvents()
        assert house.window.width() == 1280
        scroll = house.today._scroll
        assert scroll.widget().width() <= scroll.viewport().width()


def test_right_to_left_is_mirrored(qtbot, look, monkeypatch, qapp):
    with at_home(qtbot, monkeypatch) as house:
        house.show().take_up()
        bring(house, "walking")
        start = house.today.walk.card.mapTo(house.window, house.card.rect().topLeft()).x()
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        try:
            QApplication.processEvents()
            mirrored = house.today.walk.card.mapTo(house.window, house.card.rect().topLeft()).x()
            assert mirrored > start + 300
            assert gates.clipped(house.window) == []
            assert gates.out_of_order(house.window) == []
        finally:
            qapp.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
