"""Two people walk at once: both are seen, none is forgotten, and nothing goes to the wrong one."""

import pytest
from tests.ui.window_house import at_home

from walktrack.domain.cues import Cue
from walktrack.domain.moment import MS_PER_MINUTE
from walktrack.domain.person import PersonColour
from walktrack.domain.stopwatch import EventKind
from walktrack.domain.typed import Times
from walktrack.domain.walk import WalkState
from walktrack.services.desk import Desk
from walktrack.services.entry_forms import WalkForm
from walktrack.services.people import PersonForm
from walktrack.ui.dialogs.review import ReviewDialog

DAY = 86_400_000


@pytest.fixture
def house(qtbot, look, monkeypatch, tmp_path):
    with at_home(qtbot, monkeypatch, tmp_path / "d" / "walktrack.db") as made:
        made.desk.people.rename(made.me, "Anna")
        made.clock.go(seconds=1)
        made.maria = made.desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
        made.anna = made.me
        made.show()
        yield made


def others(house):
    return house.window._people.others


def told(house):
    """Return what the strip says, if it can be seen."""
    strip = others(house).strip
    return [notice.words for notice in others(house)._notices.values()] if strip.isVisible() else []


def look(house, **passed):
    house.clock.go(**passed)
    others(house).look()


def events(house, person):
    walk = house.diary.walks.open_walk(person.id)
    return [event.kind for event in house.diary.walks.events(walk.id)]


def go_to(house, person):
    house.desk.people.choose(person)


def test_while_nobody_else_walks_there_is_no_strip(house):
    house.take_up()
    house.walk(1)
    assert told(house) == []


def test_a_walk_that_goes_on_behind_another_diary_is_seen_and_kept_alive(house):
    house.take_up()
    house.walk(2)
    go_to(house, house.maria)
    assert told(house) == ["Anna is walking: 2 min so far."]
    assert house.card.start.isVisible()
    for _ in range(40):
        look(house, seconds=15)
    assert told(house) == ["Anna is walking: 12 min so far."]
    assert events(house, house.anna).count(EventKind.HEARTBEAT) >= 40
    house.click(others(house)._notices[house.anna.id].buttons[0])
    assert told(house) == []
    assert house.running.walked_ms == 12 * MS_PER_MINUTE


def test_both_walk_and_each_finish_is_their_own(house):
    house.take_up()
    house.walk(2)
    go_to(house, house.maria)
    house.walk(1)
    look(house, seconds=0)
    house.click(house.card.finish)
    assert told(house) == ["Anna is walking: 3 min so far."]
    assert house.diary.walks.open_walk(house.anna.id)
    assert house.diary.walks.open_walk(house.maria.id) is None


def test_a_question_about_another_walk_waits_until_it_is_gone_to(house):
    house.take_up()
    house.walk(2)
    go_to(house, house.maria)
    house.clock.sleep(600_000)
    others(house).look()
    assert told(house) == ["Anna's walk has a question about its time."]
    assert house.no_dialog()
    house.click(others(house)._notices[house.anna.id].buttons[0])
    assert isinstance(house.dialog(ReviewDialog), ReviewDialog)


def test_a_paused_walk_says_so(house):
    house.take_up()
    house.walk(2)
    house.click(house.card.pause)
    go_to(house, house.maria)
    assert told(house) == ["Anna's walk is paused at 2 min."]


def test_after_a_crash_every_walk_is_offered_back(house):
    house.desk.tracker.start(house.maria.id, None)
    house.clock.go(minutes=3)
    house.desk = Desk(house.diary, house.clock)
    house.take_up()
    assert told(house) == ["Maria's walk has a question about its time."]


def test_the_goal_of_another_walk_is_heard(house):
    house.desk.people.set_goal(house.anna, 4)
    house.take_up()
    house.walk(1)
    go_to(house, house.maria)
    house.sounds.clear()
    look(house, seconds=15)
    for _ in range(4):
        look(house, seconds=15)
    assert house.sounds == [Cue.HALF.value]


def test_closing_tells_of_the_other_walk_and_leaves_it(house):
    house.take_up()
    house.walk(2)
    go_to(house, house.maria)
    house.window.close()
    dialog = house.dialog()
    assert dialog.facts.words == "Anna's walk stays open too."
    house.click(dialog.keep)
    assert not house.window.isVisible()
    assert events(house, house.anna)[-1] is EventKind.LEFT


def test_a_full_disk_is_told_once_and_its_end_too(house):
    house.take_up()
    house.walk(1)
    go_to(house, house.maria)
    house.walk(1)
    with house.full_disk():
        for _ in range(3):
            look(house, seconds=15)
            house.beat(seconds=0)
        assert "full" in house.said()
        assert house.diary.walks.open_walk(house.anna.id).state is WalkState.RUNNING
    look(house, seconds=1)
    house.beat(seconds=1)
    assert house.said() == "The walk is being stored again."


def usual(house, person, days=5):
    """Let somebody have walked at noon on the last days."""
    for day in range(1, days + 1):
        start = house.clock.read().wall.plus(-day * DAY)
        times = Times(start, start.plus(20 * MS_PER_MINUTE), 20 * MS_PER_MINUTE)
        house.desk.history.add_walk(person.id, WalkForm(times))


def banner(house):
    return house.window._people.unlikely.banner


def test_when_somebody_else_walks_at_this_hour_a_banner_says_so(house):
    usual(house, house.maria)
    house.take_up()
    assert banner(house).isVisible()
    assert banner(house).words == (
        "The last walks at this time were Maria's. This is Anna's diary."
    )
    assert house.no_dialog()
    assert house.card.start.isEnabled()
    house.click(banner(house).buttons[0])
    assert house.me.name == "Maria"
    assert not banner(house).isVisible()


def test_who_stays_is_not_asked_again_that_day(house):
    usual(house, house.maria)
    house.take_up()
    house.click(banner(house).buttons[1])
    assert not banner(house).isVisible()
    house.window._people.unlikely._look()
    assert not banner(house).isVisible()
    house.clock.go(hours=24)
    house.window._people.unlikely._look()
    assert banner(house).isVisible()


def test_at_another_hour_and_with_other_habits_there_is_none(house):
    usual(house, house.maria, days=4)
    usual(house, house.anna, days=1)
    house.take_up()
    assert not banner(house).isVisible()


def test_in_the_middle_of_a_walk_there_is_none(house):
    house.take_up()
    house.walk(1)
    usual(house, house.maria)
    assert not banner(house).isVisible()
