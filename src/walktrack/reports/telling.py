"""The charts in words: for the ear, for the tip under the pointer, and the honest sentence."""

from collections.abc import Sequence
from enum import StrEnum

from walktrack.domain.period import Grain
from walktrack.domain.summary import WALKS_FOR_COUNTS, Bucket, DayDot, Dot, Overview
from walktrack.reports.numbers import whole_minutes
from walktrack.reports.words import Words


class Kind(StrEnum):
    """The charts."""

    TIME = "time"
    CHANGE = "change"
    NEXT_DAY = "next day"


def counts_sentence(overview: Overview, words: Words) -> str:
    """Say how often pain was lower, the same or higher after a walk, or how many walks are missing.

    It never says why: the same walk on a bad day would tell another story.
    """
    counts = overview.counts
    if counts.enough:
        said = words.counts(counts.lower, counts.same, counts.higher)
    else:
        said = words.more_needed(WALKS_FOR_COUNTS - counts.total)
    left_out = words.guesses_left_out(overview.guesses) if overview.guesses else ""
    return f"{said} {left_out}".strip()


def describe(mark: Bucket | Dot | DayDot, words: Words, grain: Grain) -> str:
    """Say what one mark stands for: "Tue 3 Nov: 17 min, 2 walks. Before 4, after 3."."""
    if isinstance(mark, Bucket):
        return _bucket(mark, words, grain)
    said = _dot(mark, words) if isinstance(mark, Dot) else _day_dot(mark, words)
    return said if mark.sure else f"{said} {words.unsure}"


def spoken(overview: Overview, words: Words, kind: Kind) -> str:
    """Say the whole chart in a sentence or two."""
    if kind is Kind.CHANGE:
        return counts_sentence(overview, words) if overview.dots else words.no_dots
    if kind is Kind.NEXT_DAY:
        return _spoken_days(overview.day_dots, words)
    if not overview.buckets:
        return words.no_walks
    total = sum(bucket.minutes for bucket in overview.buckets)
    said = words.spoken.format(
        span=heading(overview, words),
        walks=words.walks(sum(bucket.walks for bucket in overview.buckets)),
        minutes=words.minutes(whole_minutes(total)),
    )
    before = _range([b.before for b in overview.buckets], words)
    after = _range([b.after for b in overview.buckets], words)
    if before and after:
        said = f"{said} {words.spoken_pain.format(before=before, after=after)}"
    for count, sentence in (
        (sum(bucket.no_walk for bucket in overview.buckets), words.no_walk_days),
        (sum(bucket.flare_up for bucket in overview.buckets), words.flare_up_days),
    ):
        said = f"{said} {sentence(count)}" if count else said
    return said


def heading(overview: Overview, words: Words) -> str:
    """Name the period, for the top of a saved picture."""
    first, last = words.full_day(overview.period.first), words.full_day(overview.period.last)
    return first if first == last else words.span.format(first=first, last=last)


def _bucket(bucket: Bucket, words: Words, grain: Grain) -> str:
    named = words.grains[grain]
    parts: list[str] = []
    if bucket.walks:
        walked = words.minutes(whole_minutes(bucket.minutes))
        parts.append(f"{walked}, {words.walks(bucket.walks)}.")
    values = {named.before: bucket.before, named.after: bucket.after}
    pain = [t.format(value=words.number(v)) for t, v in values.items() if v is not None]
    if not pain and bucket.pain is not None:
        pain = [words.pain.format(value=words.number(bucket.pain))]
    pain += _guesses(bucket, words)
    if pain:
        said = ", ".join(pain)
        parts.append(f"{said[:1].upper()}{said[1:]}.")
    parts += _marked(bucket, words, grain)
    return words.mark.format(name=named.named(bucket.first), said=" ".join(parts))


def _guesses(bucket: Bucket, words: Words) -> list[str]:
    values = {words.guess_before: bucket.guess_before, words.guess_after: bucket.guess_after}
    told = [t.format(value=words.number(v)) for t, v in values.items() if v is not None]
    if not told and bucket.guess is not None:
        told = [words.guess.format(value=words.number(bucket.guess))]
    return told


def _marked(bucket: Bucket, words: Words, grain: Grain) -> list[str]:
    """Say what is known of these days besides walks and ratings."""
    said: list[str] = []
    if bucket.no_walk:
        whole = words.no_walk_day if grain is Grain.DAY else words.no_walk_days(bucket.no_walk)
        said.append(whole)
    if bucket.flare_up:
        whole = words.flare_up_day if grain is Grain.DAY else words.flare_up_days(bucket.flare_up)
        said.append(whole)
    return said


def _dot(dot: Dot, words: Words) -> str:
    if dot.change == 0:
        change = words.dot_same
    elif dot.change < 0:
        change = words.dot_lower(-dot.change)
    else:
        change = words.dot_higher(dot.change)
    name = f"{words.minutes(dot.minutes)}, {words.walks(dot.count)}"
    return words.mark.format(name=name, said=change)


def _day_dot(dot: DayDot, words: Words) -> str:
    name = f"{words.minutes(dot.minutes)}, {words.days(dot.count)}"
    return words.mark.format(name=name, said=words.dot_next.format(value=words.number(dot.pain)))


def _spoken_days(dots: tuple[DayDot, ...], words: Words) -> str:
    if not dots:
        return words.no_day_dots
    return words.spoken_days.format(
        days=words.days(sum(dot.count for dot in dots)),
        minutes=_range([float(dot.minutes) for dot in dots], words),
        pain=_range([dot.pain for dot in dots], words),
    )


def _range(values: Sequence[float | None], words: Words) -> str:
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = words.number(min(known)), words.number(max(known))
    return low if low == high else words.value_range.format(low=low, high=high)
