"""The question how much pain got in the way of a day, as it is put to who answers."""

from PySide6.QtCore import QCoreApplication


def way_question() -> str:
    """Return the second question of the evening, put to the person."""
    return QCoreApplication.translate("InTheWay", "How much did back pain get in your way today?")


def way_question_about(name: str) -> str:
    """Return the same question, put to a carer."""
    words = QCoreApplication.translate(
        "InTheWay", "How much did back pain get in {name}'s way today?"
    )
    return words.format(name=name)


def way_question_of_a_day() -> str:
    """Return the question about a day that need not be today."""
    return QCoreApplication.translate("InTheWay", "How much did back pain get in the way that day?")


def way_ends() -> tuple[str, str]:
    """Return what 0 and what 10 stand for."""
    none = QCoreApplication.translate("InTheWay", "Not at all")
    all_of_it = QCoreApplication.translate("InTheWay", "I could do nothing I wanted to")
    return none, all_of_it
