"""The words of the charts in the language of the window."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QObject

from walktrack.domain.period import Grain
from walktrack.reports.words import GrainWords, Words


class ChartWords(QObject):
    """Writes the charts' words; English needs no plural file, other languages may bring theirs."""

    def __init__(self, locale: QLocale | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._locale = locale or QLocale()

    def words(self) -> Words:
        """Return every word the charts can show."""
        return Words(
            grains={
                Grain.DAY: self._days(),
                Grain.WEEK: self._weeks(),
                Grain.MONTH: self._months(),
            },
            day=self._day,
            month=self._month,
            full_day=self._full_day,
            number=self._number,
            walks=self._walks,
            days=self._days_counted,
            minutes=self._minutes,
            pain_title=self.tr("Pain (0 = none, 10 = worst)"),
            goal=self.tr("goal {n} min"),
            median_legend=self.tr("middle of the last 7 days"),
            other_legend=self.tr("without a walk"),
            guess_legend=self.tr("a carer's guess"),
            no_walk_legend=self.tr("no walk, as you said"),
            flare_up=self.tr("flare-up"),
            no_walks=self.tr("Your walks will appear here."),
            change_title=self.tr("Change in pain after the walk"),
            minutes_axis=self.tr("minutes walked"),
            higher=self.tr("higher after the walk"),
            same=self.tr("same as before"),
            lower=self.tr("lower after the walk"),
            no_dots=self.tr("Walks with pain before and after will appear here."),
            unsure_legend=self.tr("typed later, or a carer's guess"),
            next_title=self.tr("Pain the next day (0 = none, 10 = worst)"),
            day_axis=self.tr("minutes walked on the day before"),
            no_day_dots=self.tr("Days and the pain of the day after will appear here."),
            mark=self.tr("{name}: {said}"),
            pain=self.tr("pain {value}"),
            guess_before=self.tr("a carer's guess before {value}"),
            guess_after=self.tr("a carer's guess after {value}"),
            guess=self.tr("a carer's guess {value}"),
            guessed=self.tr("{value} (guess)"),
            dot_lower=self._points_lower,
            dot_same=self.tr("pain the same after the walk."),
            dot_higher=self._points_higher,
            dot_next=self.tr("pain {value} the next day."),
            unsure=self.tr("Typed later, or a carer's guess."),
            span=self.tr("{first} to {last}"),
            spoken=self.tr("{span}: {walks}, {minutes} in all."),
            spoken_pain=self.tr("Pain before {before}, after {after}."),
            value_range=self.tr("{low} to {high}"),
            counts=self._counts,
            more_needed=self._more_needed,
            guesses_left_out=self._guesses_left_out,
            spoken_days=self.tr("{days}: {minutes} minutes walked, pain {pain} the next day."),
            walks_column=self.tr("Walks"),
            minutes_column=self.tr("Minutes"),
            before_column=self.tr("Pain before"),
            after_column=self.tr("Pain after"),
            pain_column=self.tr("Pain, average"),
            change_column=self.tr("Change in pain"),
            next_column=self.tr("Pain the next day"),
            days_column=self.tr("Days"),
            unsure_column=self.tr("Later or a guess"),
            nothing=self.tr("\N{EN DASH}"),
            no_walk_day=self.tr("No walk, as you said."),
            no_walk_days=self._no_walk_days,
            flare_up_day=self.tr("Flare-up."),
            flare_up_days=self._flare_up_days,
            no_walk_column=self.tr("No walk"),
            flare_up_column=self.tr("Flare-up"),
            yes=self.tr("yes"),
        )

    def _days(self) -> GrainWords:
        return GrainWords(
            minutes_title=self.tr("Minutes walked"),
            before_legend=self.tr("before the walk"),
            after_legend=self.tr("after the walk"),
            column=self.tr("Day"),
            before=self.tr("before {value}"),
            after=self.tr("after {value}"),
            named=self._weekday,
            dated=self._weekday_of_year,
        )

    def _weeks(self) -> GrainWords:
        return GrainWords(
            minutes_title=self.tr("Minutes walked each week"),
            before_legend=self.tr("average before the walk"),
            after_legend=self.tr("average after the walk"),
            column=self.tr("Week from"),
            before=self.tr("on average before {value}"),
            after=self.tr("on average after {value}"),
            named=self._week,
            dated=self._full_day,
        )

    def _months(self) -> GrainWords:
        return GrainWords(
            minutes_title=self.tr("Minutes walked each month"),
            before_legend=self.tr("average before the walk"),
            after_legend=self.tr("average after the walk"),
            column=self.tr("Month"),
            before=self.tr("on average before {value}"),
            after=self.tr("on average after {value}"),
            named=self._month,
            dated=self._month,
        )

    def _written(self, day: date, pattern: str) -> str:
        return self._locale.toString(QDate(day.year, day.month, day.day), pattern)

    def _day(self, day: date) -> str:
        return self._written(day, self.tr("d MMM", "day and month"))

    def _month(self, day: date) -> str:
        return self._written(day, self.tr("MMM yyyy", "month and year"))

    def _full_day(self, day: date) -> str:
        return self._written(day, self.tr("d MMM yyyy", "day, month and year"))

    def _weekday(self, day: date) -> str:
        return self._written(day, self.tr("ddd d MMM", "weekday, day and month"))

    def _weekday_of_year(self, day: date) -> str:
        return self._written(day, self.tr("ddd d MMM yyyy", "weekday, day, month and year"))

    def _week(self, day: date) -> str:
        return self.tr("Week from {day}").format(day=self._day(day))

    def _number(self, value: float) -> str:
        rounded = round(float(value), 1)
        return self._locale.toString(rounded, "f", 0 if rounded.is_integer() else 1)

    def _walks(self, n: int) -> str:
        return self.tr("1 walk") if n == 1 else self.tr("%n walks", "", n)

    def _days_counted(self, n: int) -> str:
        return self.tr("1 day") if n == 1 else self.tr("%n days", "", n)

    def _minutes(self, n: int) -> str:
        return self.tr("%n min", "", n)

    def _no_walk_days(self, n: int) -> str:
        if n == 1:
            return self.tr("No walk on 1 day, as you said.")
        return self.tr("No walk on %n days, as you said.", "", n)

    def _flare_up_days(self, n: int) -> str:
        return self.tr("Flare-up on 1 day.") if n == 1 else self.tr("Flare-up on %n days.", "", n)

    def _points_lower(self, n: int) -> str:
        if n == 1:
            return self.tr("pain 1 point lower after the walk.")
        return self.tr("pain %n points lower after the walk.", "", n)

    def _points_higher(self, n: int) -> str:
        if n == 1:
            return self.tr("pain 1 point higher after the walk.")
        return self.tr("pain %n points higher after the walk.", "", n)

    def _counts(self, lower: int, same: int, higher: int) -> str:
        said = self.tr(
            "Pain after the walk: lower on {lower}, the same on {same}, higher on {higher}."
        )
        caveat = self.tr("This does not show that walking caused it.")
        counted = said.format(lower=self._walks(lower), same=same, higher=higher)
        return f"{counted} {caveat}"

    def _guesses_left_out(self, n: int) -> str:
        if n == 1:
            return self.tr("1 guess of a carer is not counted.")
        return self.tr("%n guesses of a carer are not counted.", "", n)

    def _more_needed(self, n: int) -> str:
        if n == 1:
            return self.tr("Log 1 more walk with pain before and after to compare the two.")
        return self.tr("Log %n more walks with pain before and after to compare the two.", "", n)
