"""The cards of the tips page, each made when it is first read."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.tips import TOPIC_RESTS_ON, Topic
from walktrack.ui.evidence_words import Differing, Known, differing, known
from walktrack.ui.pages.tips.illustrated_card import IllustratedCard
from walktrack.ui.tip_words import not_shown, rests_on, topics
from walktrack.ui.widgets.labels import CaptionLabel, PlainLabel, StrongLabel
from walktrack.ui.widgets.picture import scene_picture
from walktrack.ui.widgets.topic import TopicPart

_LARGE_PX, _SMALL_PX = 300, 160


def topic_card(topic: Topic) -> IllustratedCard:
    """Return the card of a topic: a large drawing, its sentences, and what they rest on."""
    words = topics()[topic]
    first, *others = words.sentences.split("\n")
    part = TopicPart(words.name, first, large=True)
    for sentence in others:
        part.add(PlainLabel(sentence, wrap=True))
    bases = TOPIC_RESTS_ON[topic]
    part.add(CaptionLabel(f"{rests_on(bases)} {not_shown(bases)}", wrap=True).muted())
    return IllustratedCard(words.name, scene_picture(topic.value, _LARGE_PX, words.drawing), [part])


def known_card() -> IllustratedCard:
    """Return the card that says in four sentences what is known, and where it stands."""
    name = known_name()
    picture = scene_picture(
        "evidence", _SMALL_PX, QCoreApplication.translate("Tips", "An open book")
    )
    return IllustratedCard(name, picture, [_known(each) for each in known()], titled=True)


def mixed_card() -> IllustratedCard:
    """Return the card of the questions on which advice differs."""
    name = mixed_name()
    words = QCoreApplication.translate("Tips", "A signpost that points two ways")
    picture = scene_picture("mixed", _SMALL_PX, words)
    return IllustratedCard(name, picture, [_mixed(each) for each in differing()], titled=True)


def known_name() -> str:
    """Return the name of what is known."""
    return QCoreApplication.translate("Tips", "What is known")


def mixed_name() -> str:
    """Return the name of the advice that differs."""
    return QCoreApplication.translate("Tips", "When advice differs")


def _known(each: Known) -> TopicPart:
    part = TopicPart(each.sentence, each.more)
    part.add(CaptionLabel(each.source, wrap=True).muted())
    return part


def _mixed(each: Differing) -> TopicPart:
    part = TopicPart(each.question, f"{each.some} {each.others}")
    part.add(StrongLabel(QCoreApplication.translate("Tips", "What WalkTrack does")).accented())
    part.add(PlainLabel(each.here, wrap=True))
    if each.source:
        part.add(CaptionLabel(f"{each.found}\n{each.source}", wrap=True).muted())
    return part
