"""What is said aloud when a walk sounds a cue."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.cues import Cue


def cue_words(cue: Cue, goal: int | None) -> str:
    """Return the words of a cue; `goal` is that of the walk, in minutes."""
    words = {
        Cue.HALF: QCoreApplication.translate("Cues", "Half of your {goal} minutes are done."),
        Cue.GOAL: QCoreApplication.translate(
            "Cues", "You have reached your goal of {goal} minutes."
        ),
        Cue.EASE: QCoreApplication.translate(
            "Cues", "The gentle minutes are over. Walk as you like."
        ),
        Cue.SLOW: QCoreApplication.translate("Cues", "Your goal is near. Walk gently to the end."),
        Cue.POSTURE: QCoreApplication.translate("Cues", "Look ahead, with loose shoulders."),
        Cue.BACK: QCoreApplication.translate(
            "Cues", "How is your back? Slow down or stop if you need to."
        ),
    }[cue]
    return words.format(goal=goal)
