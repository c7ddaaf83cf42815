"""People and settings come back as they were kept."""

from dataclasses import replace

import pytest
from tests.storage.made import NOON, person

from walktrack.storage.diary import Diary


def test_people_are_in_the_order_they_came(path):
    with Diary(path) as diary:
        assert diary.people.all() == []
        later = person("a", name="", goal_minutes=None, birth_year=None, entered=NOON.plus(1))
        diary.people.add(later)
        diary.people.add(person("b", archived=True))
        assert diary.people.all() == [person("b", archived=True), later]
        assert diary.people.get("a") == later
        assert diary.people.get("nobody") is None


def test_a_person_can_be_changed(diary):
    changed = replace(person(), name="Änne $x$ <b>", goal_minutes=600, archived=True)
    diary.people.update(changed, NOON.plus(9))
    assert diary.people.get("anna") == changed
    assert diary._db.rows("SELECT edited_at FROM person WHERE id = 'anna'") == [(NOON.ms + 9,)]
    with pytest.raises(LookupError):
        diary.people.update(person("nobody"), NOON)


def test_settings_keep_the_last_word(diary):
    assert diary.settings.read() == {}
    diary.settings.write("text_size", "100")
    diary.settings.write("text_size", "150")
    diary.settings.write("sound", "")
    assert diary.settings.read() == {"text_size": "150", "sound": ""}
