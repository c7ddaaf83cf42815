"""How the numbers of the page that looks back were found: formula, n, n_eff, interval, source."""

from PySide6.QtCore import QCoreApplication

from walktrack.domain.insight.association import Association
from walktrack.domain.insight.interval import Interval
from walktrack.domain.insight.paired import MeanChange
from walktrack.ui.insight_words import number


def mean_details(mean: MeanChange) -> list[str]:
    """Say how the mean change was found, a line to each part."""
    return [
        QCoreApplication.translate(
            "Insight", "Mean change: {mean} points, 95 % interval {interval}."
        ).format(mean=number(mean.mean), interval=interval_words(mean.interval)),
        counted_words(mean.n, mean.n_eff),
        QCoreApplication.translate("Insight", "d = pain after − pain before"),
        "n_eff = n (1 − r1) / (1 + r1)",
        QCoreApplication.translate("Insight", "interval = mean(d) ± t · sd(d) / √n_eff"),
        QCoreApplication.translate(
            "Insight",
            "r1 tells how much a walk is like the one before. Walks that are alike count for less.",
        ),
        QCoreApplication.translate("Insight", "Source: Student, Biometrika 1908."),
    ]


def association_details(found: Association) -> list[str]:
    """Say how the link was looked for, a line to each part; only the way if there is no number."""
    way = [
        QCoreApplication.translate(
            "Insight",
            "We rank the days by minutes and by next-day pain. Then we see how well the ranks "
            "agree.",
        ),
        QCoreApplication.translate(
            "Insight",
            "Pain on the day itself is taken into account, as bad days make people walk less.",
        ),
        QCoreApplication.translate("Insight", "Days that are alike count for less."),
        QCoreApplication.translate(
            "Insight", "r = (r_xy − r_xz · r_yz) / √((1 − r_xz²) (1 − r_yz²)), on ranks"
        ),
        QCoreApplication.translate(
            "Insight", "x = minutes, y = pain the next day, z = pain on the day"
        ),
        "n_eff = n (1 − r1_x · r1_y) / (1 + r1_x · r1_y)",
        QCoreApplication.translate(
            "Insight", "interval = tanh(atanh r ± 1.96 √((1 + r²/2) / (n_eff − 4)))"
        ),
        QCoreApplication.translate("Insight", "Source: Bonett and Wright, Psychometrika 2000."),
    ]
    if found.r is None or found.interval is None or found.n_eff is None:
        return way
    numbers = QCoreApplication.translate("Insight", "r = {r}, 95 % interval {interval}.")
    said = numbers.format(r=number(found.r), interval=interval_words(found.interval))
    return [said, counted_words(found.n, found.n_eff), *way]


def counted_words(n: int, n_eff: float) -> str:
    """Say how many there were and what they are worth."""
    return QCoreApplication.translate("Insight", "n = {n}, n_eff = {n_eff}").format(
        n=n, n_eff=number(n_eff, 1)
    )


def interval_words(interval: Interval) -> str:
    """Write an interval from its low end to its high end."""
    words = QCoreApplication.translate("Insight", "{low} to {high}")
    return words.format(low=number(interval.low), high=number(interval.high))
