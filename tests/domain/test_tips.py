"""Every piece of advice says what it rests on, and nothing rests on a promise."""

from walktrack.domain.posture import PostureItem
from walktrack.domain.tips import LINE_RESTS_ON, TOPIC_RESTS_ON, Basis, Topic


def test_every_topic_and_every_line_rests_on_something():
    assert list(TOPIC_RESTS_ON) == list(Topic)
    assert list(LINE_RESTS_ON) == list(PostureItem)
    for bases in (*TOPIC_RESTS_ON.values(), *LINE_RESTS_ON.values()):
        assert bases
        assert len(set(bases)) == len(bases)


def test_no_line_of_the_checklist_claims_a_trial():
    assert Basis.TRIAL not in {basis for bases in LINE_RESTS_ON.values() for basis in bases}
