"""Why the plan asks for what it does: a sentence for each rule of the weekly review.

A week is reviewed when it is over, so what is said of it stands in the week that follows.
"""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.plan.choices import Choice
from walktrack.domain.plan.proposal import Numbers, Proposal, Rule
from walktrack.services.plan_view import Reason
from walktrack.ui.plan_words import days_words, minutes_words


def proposal_words(proposal: Proposal) -> str:
    """Return why a week is proposed, and what may help beside it."""
    reason = reason_words(
        Reason(proposal.rule, Choice.UNANSWERED, proposal.numbers, proposal.set_by_clinician)
    )
    hints = [
        (
            proposal.talk_it_over,
            QCoreApplication.translate(
                "Plan", "It may help to talk this over with a doctor or physio."
            ),
        ),
        (
            proposal.see_doctor,
            QCoreApplication.translate(
                "Plan",
                "See a doctor soon. Call your doctor or a health advice line today. "
                "Show them this record.",
            ),
        ),
    ]
    return " ".join([reason, *(words for wanted, words in hints if wanted)])


def reason_words(reason: Reason) -> str:
    """Return why the target is as it is."""
    numbers = reason.numbers
    chosen = {
        Choice.KEPT: QCoreApplication.translate("Plan", "You kept your minutes as they were."),
        Choice.STEPPED_BACK: QCoreApplication.translate("Plan", "You went a step back."),
        Choice.OWN: QCoreApplication.translate("Plan", "You chose this yourself."),
        Choice.CLINICIAN: QCoreApplication.translate("Plan", "Your doctor or physio said this."),
    }.get(reason.choice)
    if chosen:
        return chosen
    if reason.set_by_clinician:
        return QCoreApplication.translate(
            "Plan", "Your doctor or physio set this, so this week stays the same."
        )
    return _by_rule(reason.rule, numbers).format(
        M=minutes_words(numbers.minutes),
        m=minutes_words(numbers.was_minutes),
        D=numbers.planned_days,
        d=min(numbers.walked_days, numbers.planned_days),
        days=days_words(numbers.planned_days),
        k=numbers.weeks,
        u=numbers.unsettled,
        n=numbers.unknown,
        c=numbers.checked,
        w=numbers.walks,
    )


def _by_rule(rule: Rule, numbers: Numbers) -> str:
    """Return the sentence of a rule, with its numbers still to be put in."""
    if rule in {Rule.R8, Rule.R9}:
        return _uneasy(numbers)
    if rule in {Rule.R3, Rule.R7, Rule.R10B}:
        return _by_weeks(rule, numbers)
    return {
        Rule.R1: QCoreApplication.translate(
            "Plan",
            "You ticked a warning sign, so the plan is paused. Please get help as shown.",
        ),
        Rule.R2: QCoreApplication.translate("Plan", "You paused the plan. Your diary still works."),
        Rule.R2B: QCoreApplication.translate("Plan", "The plan is paused. Your diary still works."),
        Rule.R4: QCoreApplication.translate(
            "Plan",
            "You marked a flare-up, so walks are short for now: {M}. "
            "Keep moving gently and avoid bed rest.",
        ),
        Rule.R4B: QCoreApplication.translate(
            "Plan", "Your flare-up goes on, so walks stay short: {M}."
        ),
        Rule.R5: QCoreApplication.translate(
            "Plan",
            "Your flare-up has eased, so walks go back to {M}, a little less than before.",
        ),
        Rule.R6: QCoreApplication.translate(
            "Plan", "No walks were logged last week. This week stays the same."
        ),
        Rule.R7B: QCoreApplication.translate(
            "Plan", "Your first walks after a break stirred your pain, so we start lower, at {M}."
        ),
        Rule.R10: QCoreApplication.translate(
            "Plan",
            "You walked on {d} of {D} planned days. No walk left your pain up the next "
            "morning ({c} of {w} checked). So this week can be {M}, up from {m}.",
        ),
        Rule.R11: QCoreApplication.translate(
            "Plan",
            "You walked on {d} of {D} planned days, so this week stays at {M}. Any walk counts.",
        ),
        Rule.R12: QCoreApplication.translate(
            "Plan", "You are at your goal of {M} on {days}. Keep it going."
        ),
        Rule.BEGUN: QCoreApplication.translate("Plan", "Your plan starts here."),
        Rule.HELD: QCoreApplication.translate("Plan", "You changed the steps of your plan."),
        Rule.BACK: QCoreApplication.translate("Plan", "You went a step back."),
        Rule.OWN: QCoreApplication.translate("Plan", "You chose this yourself."),
        Rule.CLINICIAN: QCoreApplication.translate("Plan", "Your doctor or physio said this."),
    }[rule]


def _uneasy(numbers: Numbers) -> str:
    """Return why walks that stirred the pain hold the plan, or take it back."""
    stirred = {
        (False, False): QCoreApplication.translate(
            "Plan", "{n} walks stirred your pain and we do not know if they settled"
        ),
        (False, True): QCoreApplication.translate(
            "Plan", "One walk stirred your pain and we do not know if it settled"
        ),
        (True, False): QCoreApplication.translate(
            "Plan", "After {u} walks your pain was still up the next morning"
        ),
        (True, True): QCoreApplication.translate(
            "Plan", "After 1 walk your pain was still up the next morning"
        ),
    }[numbers.unsettled > 0, (numbers.unsettled or numbers.unknown) == 1]
    if numbers.minutes < numbers.was_minutes:
        words = QCoreApplication.translate("Plan", "{stirred}, so this week is a bit shorter: {M}.")
    elif numbers.days < numbers.planned_days:
        words = QCoreApplication.translate("Plan", "{stirred}, so this week has one day less.")
    else:
        words = QCoreApplication.translate("Plan", "{stirred}, so this week stays at {M}.")
    return words.replace("{stirred}", stirred)


def _by_weeks(rule: Rule, numbers: Numbers) -> str:
    """Return a sentence that counts weeks: none, one or more."""
    none, one, more = {
        Rule.R3: (
            QCoreApplication.translate("Plan", "Welcome back. We start lower, at {M}."),
            QCoreApplication.translate(
                "Plan", "Welcome back. You were away for 1 week, so we start lower, at {M}."
            ),
            QCoreApplication.translate(
                "Plan", "Welcome back. You were away for {k} weeks, so we start lower, at {M}."
            ),
        ),
        Rule.R7: (
            QCoreApplication.translate("Plan", "No walks were logged, so we start lower, at {M}."),
            QCoreApplication.translate(
                "Plan", "You had 1 week with no walks logged, so we start lower, at {M}."
            ),
            QCoreApplication.translate(
                "Plan", "You had {k} weeks with no walks logged, so we start lower, at {M}."
            ),
        ),
        Rule.R10B: (
            QCoreApplication.translate(
                "Plan", "Your minutes changed during the week, so this week stays at {M}."
            ),
            QCoreApplication.translate(
                "Plan", "Your minutes changed during the week, so this week stays at {M}."
            ),
            QCoreApplication.translate(
                "Plan",
                "You walked on {d} of {D} planned days. Each step takes {k} good weeks, so this "
                "week stays at {M}.",
            ),
        ),
    }[rule]
    return (none, one)[numbers.weeks] if numbers.weeks < 2 else more  # noqa: PLR2004 - more than one
