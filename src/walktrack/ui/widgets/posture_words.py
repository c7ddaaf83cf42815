"""The words of the posture checklist."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from walktrack.domain.posture import PostureItem


@dataclass(frozen=True, slots=True)
class PostureWords:
    """One line of the checklist: in short, in full, and how it is done."""

    short: str
    full: str
    how: str


class PostureTexts(QObject):
    """Holds the ten lines in the language of the window."""

    def words(self) -> dict[PostureItem, PostureWords]:
        """Return the words of every item, in the order of the checklist."""
        item = PostureItem
        return {
            item.LOOK_AHEAD: PostureWords(
                self.tr("I look ahead"),
                self.tr("I look ahead, not at the ground."),
                self.tr("Let your eyes rest on something about ten steps in front of you."),
            ),
            item.SHOULDERS: PostureWords(
                self.tr("Shoulders loose and low"),
                self.tr("My shoulders are loose and low."),
                self.tr("Lift them to your ears once, then let them drop as you breathe out."),
            ),
            item.TALL: PostureWords(
                self.tr("Tall but easy"),
                self.tr("I stand tall but easy; a small lean is fine if it helps my legs."),
                self.tr("Think of the top of your head floating up. Do not hold stiff."),
            ),
            item.ARMS: PostureWords(
                self.tr("Arms swing freely"),
                self.tr("My arms swing freely from the shoulder."),
                self.tr("Keep your hands empty and soft, and let your arms follow your steps."),
            ),
            item.STEPS: PostureWords(
                self.tr("Short steps, heel to toe"),
                self.tr("My steps are short and easy, heel to toe."),
                self.tr("Put your heel down first, then roll gently over to your toes."),
            ),
            item.TUMMY: PostureWords(
                self.tr("Tummy gently firm"),
                self.tr("My tummy is gently firm."),
                self.tr("Draw it in only a little. You should still breathe with ease."),
            ),
            item.SHOES: PostureWords(
                self.tr("Comfortable shoes"),
                self.tr("My shoes are comfortable, cushioned and fit well."),
                self.tr("Wear shoes with room for your toes, and tie them well."),
            ),
            item.ROUTE: PostureWords(
                self.tr("Flat, even route"),
                self.tr("My route is flat and even."),
                self.tr("Choose a path you know, with places to sit if you like."),
            ),
            item.PACE: PostureWords(
                self.tr("Slow start, slow end"),
                self.tr("I started slowly and ended slowly."),
                self.tr("Stroll for the first two minutes, and again for the last two."),
            ),
            item.TALK: PostureWords(
                self.tr("I can talk while I walk"),
                self.tr("I can talk while I walk."),
                self.tr("Say a sentence aloud. If you run out of breath, slow down."),
            ),
        }
