"""The numbers of a plan by name, as its form shows them."""

from PySide6.QtCore import QCoreApplication


def number_words(name: str) -> str:
    """Return what a number of the plan means; KeyError for one that is none."""
    return {
        "weeks_per_step": QCoreApplication.translate("PlanNumbers", "Good weeks for each step"),
        "counts_from_percent": QCoreApplication.translate(
            "PlanNumbers", "Percent of the minutes that make a day count"
        ),
        "days_to_spare": QCoreApplication.translate(
            "PlanNumbers", "Days you may miss in a good week"
        ),
        "pain_rise": QCoreApplication.translate("PlanNumbers", "Points that count as more pain"),
        "high_pain": QCoreApplication.translate("PlanNumbers", "Pain that counts as high"),
        "unsettled_for_back": QCoreApplication.translate(
            "PlanNumbers", "Walks with more pain before a step back"
        ),
        "back_when_unsettled": QCoreApplication.translate(
            "PlanNumbers", "Steps back after such a week"
        ),
        "uneasy_weeks": QCoreApplication.translate(
            "PlanNumbers", "Such weeks in a row before “talk it over”"
        ),
        "usual_days": QCoreApplication.translate(
            "PlanNumbers", "Days looked at for your usual pain"
        ),
        "usual_answers": QCoreApplication.translate("PlanNumbers", "Answers needed on those days"),
        "flare_days": QCoreApplication.translate(
            "PlanNumbers", "Days in a row before asking about a flare-up"
        ),
        "flare_over_rise": QCoreApplication.translate(
            "PlanNumbers", "Points above usual when a flare-up may be over"
        ),
        "flare_percent": QCoreApplication.translate(
            "PlanNumbers", "Percent to walk in a flare-up, or with high pain"
        ),
        "flare_least": QCoreApplication.translate("PlanNumbers", "Fewest minutes in a flare-up"),
        "flare_most_back": QCoreApplication.translate(
            "PlanNumbers", "Most steps back after a flare-up"
        ),
        "flare_doctor_days": QCoreApplication.translate(
            "PlanNumbers", "Days of a flare-up before “see a doctor”"
        ),
        "pause_least_back": QCoreApplication.translate(
            "PlanNumbers", "Fewest steps back after a pause"
        ),
        "pause_most_back": QCoreApplication.translate(
            "PlanNumbers", "Most steps back after a pause"
        ),
        "away_second": QCoreApplication.translate(
            "PlanNumbers", "Steps back after two weeks without walks"
        ),
        "away_third": QCoreApplication.translate("PlanNumbers", "More steps after a third week"),
        "away_fourth": QCoreApplication.translate("PlanNumbers", "More steps after a fourth week"),
        "halves_from": QCoreApplication.translate(
            "PlanNumbers", "Minutes from which two walks are offered"
        ),
        "measured_percent": QCoreApplication.translate(
            "PlanNumbers", "Percent of your last three walks to start with"
        ),
        "measured_most": QCoreApplication.translate(
            "PlanNumbers", "Highest step to start with, counted from 0"
        ),
    }[name]
