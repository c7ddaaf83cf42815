"""How much pain got in the way of a day: told, changed, taken back, and never taken for pain."""

from datetime import timedelta

import pytest
from tests.services.every_verb import AVERAGE, Home

from walktrack.domain.day_mark import MarkKind
from walktrack.domain.entry import EntryKind, HistoryFilter
from walktrack.domain.pain import Reporter
from walktrack.domain.period import Period, Range
from walktrack.domain.person import PersonColour
from walktrack.domain.plan.parameters import Parameters
from walktrack.domain.search import Meant
from walktrack.services.changes import Changes
from walktrack.services.entry_forms import Aside, InterferenceForm, MarkForm
from walktrack.services.people import PersonForm
from walktrack.services.undo import HinderedError, InTheWayTold
from walktrack.ui.search_words import meant_by


@pytest.fixture
def home():
    made = Home(None)
    yield made
    made.diary.close()


def today(home, ago=0):
    return home.desk.interferences.today() - timedelta(days=ago)


def told(home, ago=0):
    answer = home.desk.interferences.on(home.me, today(home, ago))
    return answer and answer.value


def lines(home, **wanted):
    return home.desk.history.rows(home.me, HistoryFilter(**wanted), 0, 99)


def test_an_answer_is_kept_changed_and_taken_back_each_of_which_is_undone(home):
    desk = home.desk
    desk.interferences.answer(home.me, 4)
    assert told(home) == 4
    assert home.did[-1].told == InTheWayTold(None, 4)
    assert home.heard == [Changes.DAYS]
    first = desk.interferences.on(home.me, today(home))
    assert first.edited is None
    home.clock.go(minutes=5)
    desk.interferences.answer(home.me, 7)
    changed = desk.interferences.on(home.me, today(home))
    assert (changed.id, changed.value, changed.edited is None) == (first.id, 7, False)
    desk.interferences.answer(home.me, None)
    assert told(home) is None
    for value in (7, 4, None):
        desk.undo.undo()
        assert told(home) == value
    for value in (4, 7, None):
        desk.undo.redo()
        assert told(home) == value


def test_the_same_answer_again_and_clearing_nothing_do_nothing(home):
    home.desk.interferences.answer(home.me, None)
    home.desk.interferences.answer(home.me, 4)
    heard = len(home.heard)
    home.desk.interferences.answer(home.me, 4)
    assert len(home.heard) == heard


def test_yesterday_is_another_day(home):
    home.desk.interferences.answer(home.me, 4)
    home.clock.go(hours=24)
    assert told(home) is None
    home.desk.interferences.answer(home.me, 6)
    assert (told(home), told(home, ago=1)) == (6, 4)


def test_a_carer_says_how_they_know_within_a_minute(home):
    desk = home.desk
    desk.writing.write_as("Clara")
    desk.interferences.answer(home.me, 3)
    assert desk.interferences.on(home.me, today(home)).reporter is Reporter.TOLD
    desk.interferences.attribute(home.me, Reporter.GUESS)
    answer = desk.interferences.on(home.me, today(home))
    assert (answer.reporter, answer.recorder) == (Reporter.GUESS, "Clara")
    home.clock.go(minutes=2)
    desk.interferences.attribute(home.me, Reporter.TOLD)
    assert desk.interferences.on(home.me, today(home)).reporter is Reporter.GUESS


def test_the_persons_own_word_is_not_made_a_guess(home):
    home.desk.interferences.answer(home.me, 3)
    home.desk.interferences.attribute(home.me, Reporter.GUESS)
    assert home.desk.interferences.on(home.me, today(home)).reporter is Reporter.SELF


def test_it_is_no_pain_rating(home):
    desk = home.desk
    everything = Period(today(home, 30), today(home))
    desk.history.add_walk(home.me, home.form(before=2, after=2))
    evidence = desk.plan._standings.evidence

    def known():
        return (
            home.rows()["pain_rating"],
            home.rows()["day_total"],
            home.diary.insight.days(home.me, everything),
            home.diary.plan_facts.answers(home.me, everything, AVERAGE),
            evidence.averages(home.me, everything, Parameters()),
        )

    before = known()
    desk.interferences.answer(home.me, 10)
    assert known() == before


def test_it_has_a_line_of_its_own_that_is_found_by_its_words_and_who_wrote_it(home):
    desk = home.desk
    desk.history.add_walk(home.me, home.form())
    desk.writing.write_as("Clara")
    form = InterferenceForm(today(home, 3), 5, "No garden", Aside(reporter=Reporter.GUESS))
    answer = desk.interferences.add(home.me, form)
    (line,) = [line for line in lines(home) if line.kind is EntryKind.INTERFERENCE]
    assert (line.id, line.value, line.guess, line.at.day) == (answer, 5, True, form.day)
    for text in ("garden", "clara"):
        assert [line.id for line in lines(home, text=text)] == [answer]
    meant = meant_by("in the way")
    assert meant.in_the_way
    assert not meant_by("garden").in_the_way
    assert [line.id for line in lines(home, text="in the way", meant=meant)] == [answer]
    assert lines(home, text="in the way", meant=Meant()) == []
    assert desk.history.index_of(home.me, HistoryFilter(), answer) is not None


def test_a_change_is_kept_and_undone(home):
    desk = home.desk
    answer = desk.interferences.add(home.me, InterferenceForm(today(home, 3), 5))
    desk.interferences.edit(answer, InterferenceForm(today(home, 4), 6, "Tired"))
    assert (told(home, 3), told(home, 4)) == (None, 6)
    (edit,) = desk.history.edits(answer)
    assert edit.was == {"day": today(home, 3).isoformat(), "in_the_way": "5"}
    assert edit.now == {"day": today(home, 4).isoformat(), "in_the_way": "6", "note": "Tired"}
    desk.undo.undo()
    assert (told(home, 3), told(home, 4)) == (5, None)
    assert desk.history.edits(answer) == []
    desk.undo.redo()
    assert told(home, 4) == 6


def test_a_day_has_one_answer(home):
    desk = home.desk
    desk.interferences.add(home.me, InterferenceForm(today(home, 3), 5))
    other = desk.interferences.add(home.me, InterferenceForm(today(home, 2), 1))
    with pytest.raises(HinderedError):
        desk.interferences.edit(other, InterferenceForm(today(home, 3), 1))
    same = desk.interferences.add(home.me, InterferenceForm(today(home, 3), 8))
    assert told(home, 3) == 8
    desk.interferences.remove(same)
    desk.interferences.add(home.me, InterferenceForm(today(home, 3), 2))
    (binned,) = desk.bin.rows(home.me)
    with pytest.raises(HinderedError):
        desk.bin.put_back(binned)
    assert told(home, 3) == 2


def test_it_waits_in_the_bin_for_thirty_days(home):
    desk = home.desk
    desk.interferences.remove(desk.interferences.add(home.me, InterferenceForm(today(home), 5)))
    (binned,) = desk.bin.rows(home.me)
    assert (binned.entry.kind, binned.entry.value) == (EntryKind.INTERFERENCE, 5)
    removed = home.clock.read().wall.ms
    assert not home.diary.bin.holds(removed - 1)
    assert home.diary.bin.holds(removed)
    desk.bin.put_back(binned)
    assert told(home) == 5
    desk.undo.undo()
    home.diary.bin.purge_old(removed + 1)
    assert home.rows()["interference"] == []


def test_it_moves_to_another_person_unless_they_have_one_that_day(home):
    desk, me = home.desk, home.me
    maria = desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
    desk.people.choose(home.diary.people.get(me))
    first = desk.interferences.add(me, InterferenceForm(today(home, 3), 5))
    second = desk.interferences.add(me, InterferenceForm(today(home, 2), 6))
    desk.interferences.add(maria.id, InterferenceForm(today(home, 2), 1))
    plan = desk.moving.plan(me, maria.id, [first, second])
    assert (plan.ids, [stay.record_id for stay in plan.staying]) == ((first,), [second])
    desk.moving.move(plan)
    assert desk.interferences.on(maria.id, today(home, 3)).value == 5
    assert told(home, 3) is None
    desk.undo.undo()
    assert told(home, 3) == 5


def test_lines_of_all_kinds_are_removed_together_and_come_back(home):
    desk = home.desk
    desk.days.add(home.me, MarkForm(MarkKind.NO_WALK, today(home, 9), today(home, 9)))
    desk.interferences.answer(home.me, 5)
    desk.history.remove_all(lines(home))
    assert lines(home) == []
    desk.undo.undo()
    assert {line.kind for line in lines(home)} == {EntryKind.MARK, EntryKind.INTERFERENCE}


def test_an_answer_alone_belongs_to_all_days_of_an_export(home):
    home.desk.interferences.add(home.me, InterferenceForm(today(home, 400), 5))
    assert home.desk.export.period(home.me, Range.ALL).first == today(home, 400)


def test_who_is_removed_for_good_takes_their_answers_along(home):
    desk = home.desk
    maria = desk.people.add(PersonForm("Maria", "", PersonColour.BLUE))
    desk.interferences.add(maria.id, InterferenceForm(today(home), 5))
    home.diary.people.remove(maria.id, home.clock.read().wall)
    home.diary.people.purge(maria.id)
    assert home.rows()["interference"] == []


def test_a_restore_that_changes_an_answer_says_so(home):
    home.desk.interferences.answer(home.me, 4)
    before = home.diary.contents()
    home.desk.interferences.answer(home.me, 5)
    assert before.outlook(home.diary.contents()).other
