"""Answers to the list of warning signs are kept, found while they are open, and read again."""

import sqlite3
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.storage.made import ANNA, BERT, DAY, NOON, person

from walktrack.domain.warning_signs import Condition, Resolution, Sign, SignCheck, SignMoment
from walktrack.storage import migrate
from walktrack.storage.diary import Diary
from walktrack.storage.salvage.rules import Rules
from walktrack.storage.salvage.shapes import shapes_of
from walktrack.storage.sign_checks import sign_of, sign_values


def check(check_id="c", *signs, at=NOON, **more):
    moment = more.pop("moment", SignMoment.ASKED)
    return SignCheck(check_id, ANNA, frozenset(signs), moment, at, at, **more)


@pytest.fixture
def signs(diary):
    return diary.signs


def test_an_answer_comes_back_as_it_was_kept(signs):
    kept = check("c", Sign.NO_BETTER, Sign.BLADDER, read=NOON.plus(1), recorder="Clara",
                 moment=SignMoment.RISE, text_version=7, edited=NOON.plus(2),
                 resolved=NOON.plus(2), resolution=Resolution.CHECKED)  # fmt: skip
    signs.add(kept)
    assert signs.get("c") == kept == signs.newest(ANNA)
    signs.update(check())
    assert signs.get("c") == check()


@given(st.frozensets(st.sampled_from(Sign)))
def test_any_signs_can_be_kept(ticked):
    with Diary(None) as diary:
        diary.people.add(person())
        diary.signs.add(check("c", *ticked))
        assert diary.signs.newest(ANNA) == check("c", *ticked)
        assert bool(diary.signs.open(ANNA)) == check("c", *ticked).is_open


def test_those_that_ask_for_help_are_found_the_newest_first(signs):
    signs.add(check("old", Sign.BLADDER))
    signs.add(check("new", Sign.FEVER, at=NOON.plus(DAY)))
    signs.add(check("rest", Sign.DIZZY, at=NOON.plus(2 * DAY)))
    assert [each.id for each in signs.open(ANNA)] == ["new", "old"]
    assert [each.id for each in signs.of(ANNA)] == ["rest", "new", "old"]
    assert signs.open(BERT) == []
    done = replace(signs.get("new"), resolved=NOON, resolution=Resolution.MISTAKE)
    signs.update(done)
    assert [each.id for each in signs.open(ANNA)] == ["old"]
    assert signs.days(ANNA) == (NOON.day, NOON.plus(2 * DAY).day)
    assert signs.days(BERT) is None


def test_level_and_signs_cannot_contradict_each_other(diary, signs):
    signs.add(check("c", Sign.BLADDER))
    with pytest.raises(sqlite3.IntegrityError):
        diary._db.execute_sql("UPDATE sign_check SET signs = 'D2'")
    with pytest.raises(sqlite3.IntegrityError):
        diary._db.execute_sql("UPDATE sign_check SET resolved_at = 1")


def test_what_is_not_there_cannot_be_changed(signs):
    with pytest.raises(LookupError):
        signs.update(check("none"))
    with pytest.raises(LookupError):
        signs.set_put_off("nobody", 1)


def test_conditions_are_unknown_until_they_are_told(signs):
    assert signs.conditions(ANNA) is None
    for told in (frozenset(), frozenset({Condition.SCIATICA, Condition.BALANCE}), None):
        signs.set_conditions(ANNA, told)
        assert signs.conditions(ANNA) == told


def test_it_is_remembered_that_the_list_was_put_off(diary, signs):
    assert signs.put_off(ANNA) is None
    signs.set_put_off(ANNA, NOON.ms)
    diary.people.update(person(), NOON)
    assert signs.put_off(ANNA) == NOON.ms


def test_a_salvaged_answer_keeps_no_half_of_anything():
    (shape,) = [one for one in shapes_of(migrate.NEWEST) if one.table == "sign_check"]
    done = {"read": NOON, "resolved": NOON, "resolution": Resolution.CHECKED}
    row = sign_values(check("c", Sign.BLADDER, Sign.DIZZY, **done)) | {"deleted_at": None}
    row |= {"resolution": "nonsense", "read_offset": None, "day": 3, "signs": "E2 P3 X7"}
    assert Rules(shape).mend(row)
    assert sign_of(row) == check("c", Sign.BLADDER, Sign.DIZZY)
    assert row["day"] == sign_values(check())["day"]
