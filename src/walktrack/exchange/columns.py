"""What each CSV file holds: its columns, in order, and what they mean.

The names are the contract with whoever reads the files; `storage.export_rows` selects the same
names in the same order.
"""

from dataclasses import dataclass
from enum import StrEnum


class What(StrEnum):
    """What can be written. EVERYTHING is all the single files in one folder."""

    WALKS = "walks"
    PAIN = "pain"
    POSTURE = "posture"
    DAYS = "days"
    MARKS = "marks"
    IN_THE_WAY = "in_the_way"
    SIGNS = "warning_signs"
    PLAN = "plan"
    EVERYTHING = "everything"

    @property
    def files(self) -> "tuple[What, ...]":
        """The single files it stands for."""
        return SINGLE_FILES if self is What.EVERYTHING else (self,)


SINGLE_FILES = (
    What.WALKS, What.PAIN, What.POSTURE, What.DAYS, What.MARKS, What.IN_THE_WAY, What.SIGNS,
    What.PLAN,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `typed` holds text a person typed, which must not run as a formula."""

    name: str
    meaning: str
    typed: bool = False


_TIME = "ISO 8601, local time with its offset from UTC"
_ID = Column("id", "a name that no other row has")
_PERSON = Column("person", "the name of the person, if one was given", typed=True)
_RECORDED_BY = Column("recorded_by", "who wrote it; empty if the person did", typed=True)
_ENTERED_AT = Column("entered_at", f"when it was first written down; {_TIME}")
_EDITED = Column("edited", f"when it was last changed, empty if never; {_TIME}")
_NOTE = Column("note", "the note, as typed", typed=True)

_WALKS = (
    _ID,
    _PERSON,
    Column("date", "the local date on which the walk started"),
    Column("start", f"when it started; {_TIME}"),
    Column("end", f"when it ended; {_TIME}"),
    Column("minutes", "minutes walked, pauses left out"),
    Column(
        "paused_minutes",
        "minutes between start and end that were not walked; below 0 if the clock was set back",
    ),
    Column("pain_before", "pain before the walk, 0 to 10; empty if not answered"),
    Column("pain_during_max", "the highest pain during the walk, 0 to 10"),
    Column("pain_after", "pain after the walk, 0 to 10"),
    Column("pain_next_morning", "pain on the morning after the walk's date, 0 to 10"),
    Column("pain_guessed", "which of these a carer guessed: before, during, after, next_morning"),
    Column("posture_ticked", "lines ticked on the posture checklist; empty if it was not used"),
    Column("posture_of", "lines on the checklist; empty if it was not used"),
    Column("kind", "gentle, brisk, incline, power, nordic, backward or treadmill"),
    Column("surface", "pavement, grass, path, track, indoors, treadmill or mixed"),
    Column("company", "alone, family, friend, carer, group or dog"),
    Column("effort", "easy, ok or hard"),
    Column("stopped_for_pain", "yes or no; empty if not said"),
    Column("warm_up", "whether it began slowly: yes or no; empty if not said"),
    Column("cool_down", "whether it ended slowly: yes or no; empty if not said"),
    Column("target_minutes", "the goal of the walk in minutes; empty if there was none"),
    Column("time_known", "no if only the date is known; then start is noon, end after the minutes"),
    Column("pauses", "pauses with known times: from-to in thousandths of a second after start"),
    _RECORDED_BY,
    Column("source", "timer, typed (written down afterwards) or file"),
    _ENTERED_AT,
    _EDITED,
    _NOTE,
)

_PAIN = (
    _ID,
    _PERSON,
    Column("date", "the local date of the rating"),
    Column("at", f"when it was given; {_TIME}"),
    Column("moment", "before, during, after, next_morning, day_average or other"),
    Column("pain", "0 is no pain, 10 the worst pain the person can imagine"),
    Column("places", "where it hurts: low_back_left and so on, buttock, thigh, calf, foot"),
    Column("walk_id", "the id of its walk in walks.csv; empty if it has none"),
    Column("minutes_walked", "minutes into the walk, for ratings during a walk"),
    Column("reporter", "self, told (told to a carer) or guess (a carer's own)"),
    _RECORDED_BY,
    _ENTERED_AT,
    _EDITED,
    _NOTE,
)

_POSTURE = (
    Column("walk_id", "the id of its walk in walks.csv"),
    _PERSON,
    Column("date", "the local date on which the walk started"),
    Column("item", "the line of the checklist, explained below"),
    Column("checked", "yes or no; lines never touched have no row"),
    _RECORDED_BY,
    _ENTERED_AT,
    _EDITED,
)

_DAYS = (
    _PERSON,
    Column("date", "the day; there is a row for every day from the first record on"),
    Column("state", "walked, no_walk (the person said so) or not_recorded"),
    Column("minutes", "minutes walked on that day; empty if none were recorded"),
    Column("pain_average", "the mean of all pain ratings of that day; empty if there are none"),
    Column("flare_up", "whether it lies in a flare-up of marks.csv: yes or no"),
)

_MARKS = (
    _ID,
    _PERSON,
    Column("kind", "no_walk, flare_up or excused (left out of a plan)"),
    Column("first_day", "the day, or the first day of a flare-up"),
    Column("last_day", "the last day; empty while a flare-up goes on"),
    _RECORDED_BY,
    _ENTERED_AT,
    _EDITED,
    _NOTE,
)

_IN_THE_WAY = (
    _ID,
    _PERSON,
    Column("date", "the day the answer is about"),
    Column(
        "in_the_way",
        "how much pain got in the way that day: 0 is not at all, 10 nothing wanted could be done;"
        " no pain rating",
    ),
    Column("reporter", "self, told (told to a carer) or guess (a carer's own)"),
    _RECORDED_BY,
    _ENTERED_AT,
    _EDITED,
    _NOTE,
)

_SIGNS = (
    _ID,
    _PERSON,
    Column("date", "the local date on which the list was answered"),
    Column("shown", f"when the words for it were shown; {_TIME}"),
    Column("level", "emergency, doctor or pause, the highest ticked; empty if nothing was ticked"),
    Column("signs", "the codes of what was ticked, explained below"),
    Column("offered_for", "what led to the list; asked if the person opened it by themselves"),
    Column("text_version", "the version of the words on the screen"),
    Column("read", f"when the person said that they had read the words, empty if not; {_TIME}"),
    Column("resolved", f"when the person laid it to rest, empty while it is open; {_TIME}"),
    Column("resolution", "checked (by a doctor, the person says) or mistake (ticked by mistake)"),
    _RECORDED_BY,
    _ENTERED_AT,
    _EDITED,
)

_PLAN = (
    _ID,
    _PERSON,
    Column("plan_id", "the name of the plan; all its rows have it"),
    Column("plan_from", "the first day of the plan"),
    Column("plan_until", "its last day; empty while it goes on"),
    Column("started_as", "how it was begun: usual, gentle or measured"),
    Column("step", "the number of this step of the plan, from 0"),
    Column("steps", "how many steps the plan has so far"),
    Column("from_day", "the day from which this step counts"),
    Column("week", "the week of the plan that was reviewed, from 1; empty between two reviews"),
    Column("minutes", "minutes asked for on each day to walk; empty while the plan is paused"),
    Column("days", "days to walk on in a week; empty while the plan is paused"),
    Column("reason", "the sentence that was shown; empty if it cannot be read any more"),
    Column("rule", "the rule of the weekly review, or begun, held, back, own, clinician"),
    Column("choice", "what was chosen; unanswered if nobody answered"),
    _RECORDED_BY,
    _ENTERED_AT,
    Column("state", "where the plan stands after this step, for WalkTrack to read back"),
    Column("counted", "the numbers of the reason, for WalkTrack to read back"),
    Column("plan_numbers", "the numbers the plan goes by, for WalkTrack to read back"),
    Column("plan_recorded_by", "who began the plan; empty if the person did", typed=True),
    Column("plan_entered_at", f"when the plan was begun; {_TIME}"),
    Column("plan_edited", f"when its numbers or its end were last changed; {_TIME}"),
)

COLUMNS: dict[What, tuple[Column, ...]] = {
    What.WALKS: _WALKS,
    What.PAIN: _PAIN,
    What.POSTURE: _POSTURE,
    What.DAYS: _DAYS,
    What.MARKS: _MARKS,
    What.IN_THE_WAY: _IN_THE_WAY,
    What.SIGNS: _SIGNS,
    What.PLAN: _PLAN,
}
