"""Reads records as rows of a CSV file: the text is made in SQL, where it costs least."""

from collections.abc import Generator
from dataclasses import asdict, dataclass
from sqlite3 import Cursor

from walktrack.storage.database import Row
from walktrack.storage.room import Room, reads

CHUNK = 500


@dataclass(frozen=True, slots=True)
class RowsAsked:
    """Whose rows of which days (day numbers, both included), and the decimal sign to write.

    `today` ends the rows of days, unless the diary holds something later. `checklist` is the
    number of lines on the posture checklist.
    """

    person: str
    first: int
    last: int
    today: int
    decimal: str = "."
    checklist: int = 10


class ExportRows(Room):
    """Gives the rows of each file in its column order, oldest first. Pure reading.

    What a plan asks for and why is left empty: it is worked out where the words are. A plan with a
    day among those asked for is given whole.

    A change made while rows are being read may or may not be among them; each row is whole.
    """

    def rows(self, file: str, asked: RowsAsked, limit: int = -1) -> Generator[list[Row]]:
        """Yield the rows of a file, named as its `What` is, in chunks of CHUNK.

        A `limit` below 0 is none. KeyError for another name; DiaryError for trouble in reading.
        """
        with self._db.reading():
            cursor = self._cursor(f"{query(file)} LIMIT {limit:d}", asked)
            while chunk := cursor.fetchmany(CHUNK):
                yield chunk

    @reads
    def count(self, file: str, asked: RowsAsked) -> int:
        """Return how many rows there are; the same errors."""
        return self._cursor(_COUNTS[file], asked).fetchone()[0]

    def _cursor(self, sql: str, asked: RowsAsked) -> Cursor:
        return self._db.cursor().execute(sql, asdict(asked))


def query(file: str) -> str:
    """Return the whole SQL of a file, with the fields of RowsAsked as named parameters."""
    return f"{_BEFORE[file]} SELECT {_COLUMNS[file]} {_SOURCES[file]} ORDER BY {_ORDERS[file]}"


def _time(at: str, offset: str) -> str:
    """Return SQL for ISO 8601 local time with offset; thousandths only where there are any."""
    local = f"strftime('%Y-%m-%dT%H:%M:%f', {at} / 1000.0 + {offset} * 60, 'unixepoch')"
    hours = f"printf('%02d:%02d', abs({offset}) / 60, abs({offset}) % 60)"
    sign = f"CASE WHEN {offset} < 0 THEN '-' ELSE '+' END"
    return f"replace({local}, '.000', '') || {sign} || {hours}"


def _number(value: str, decimals: int) -> str:
    """Return SQL for a number with at most so many decimals and no zeros at its end."""
    plain = f"replace(printf('%.{decimals}f', {value}), '.', :decimal)"
    return f"rtrim(rtrim({plain}, '0'), :decimal)"


def _yes_no(value: str) -> str:
    return f"CASE {value} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END"


def _pain(moment: str) -> str:
    return _HIGHEST.replace("MOMENT", moment)


def _written(row: str) -> str:
    return f"""{_time(f"{row}.entered_at", f"{row}.entered_offset")} AS entered_at,
        {_time(f"{row}.edited_at", f"{row}.edited_offset")} AS edited"""


_PERSON = "(SELECT name FROM person WHERE id = :person) AS person"
_HIGHEST = """(SELECT max(value) FROM pain_rating r
    WHERE r.walk_id = w.id AND r.moment = 'MOMENT' AND r.deleted_at IS NULL)"""
_NEXT_MORNING = """(SELECT value FROM pain_rating m WHERE m.person_id = w.person_id
    AND m.day = w.day + 1 AND m.moment = 'next_morning' AND m.deleted_at IS NULL
    AND m.moment IN ('next_morning', 'day_average'))"""  # the last line lets the index be used
_GUESSED = """(SELECT group_concat(moment, ' ') FROM (
    SELECT DISTINCT moment FROM pain_rating r
    WHERE r.walk_id = w.id AND r.reporter = 'guess' AND r.deleted_at IS NULL
    UNION ALL SELECT moment FROM pain_rating m WHERE m.person_id = w.person_id
    AND m.day = w.day + 1 AND m.moment = 'next_morning' AND m.deleted_at IS NULL
    AND m.moment IN ('next_morning', 'day_average') AND m.reporter = 'guess' ORDER BY 1))"""
_TICKED = """(SELECT sum(checked) FROM posture_check c
    WHERE c.walk_id = w.id AND c.deleted_at IS NULL)"""
_NO_WALK = """EXISTS (SELECT 1 FROM day_mark m WHERE m.person_id = :person
    AND m.first_day = s.day AND m.kind = 'no_walk' AND m.deleted_at IS NULL)"""
_FLARE_UP = "EXISTS (SELECT 1 FROM flare f WHERE s.day BETWEEN f.first AND f.last)"
_STEPS = "(SELECT count(*) FROM plan_step n WHERE n.plan_id = p.id)"
_USED = """EXISTS (SELECT 1 FROM posture_check c
    WHERE c.walk_id = w.id AND c.deleted_at IS NULL)"""

_COLUMNS = {
    "walks": f"""
        w.id, {_PERSON}, date(w.day * 86400, 'unixepoch') AS date,
        {_time("w.start_at", "w.start_offset")} AS start,
        {_time("w.end_at", "w.end_offset")} AS "end",
        {_number("w.walked_ms / 60000.0", 2)} AS minutes,
        {_number("(w.end_at - w.start_at - w.walked_ms) / 60000.0", 5)} AS paused_minutes,
        {_pain("before")} AS pain_before,
        {_pain("during")} AS pain_during_max,
        {_pain("after")} AS pain_after,
        {_NEXT_MORNING} AS pain_next_morning, {_GUESSED} AS pain_guessed,
        {_TICKED} AS posture_ticked, CASE WHEN {_USED} THEN :checklist END AS posture_of,
        w.kind, w.surface, w.company, w.effort,
        {_yes_no("w.stopped_for_pain")} AS stopped_for_pain,
        {_yes_no("w.warm_up")} AS warm_up, {_yes_no("w.cool_down")} AS cool_down,
        w.target_minutes, {_yes_no("w.timed")} AS time_known, w.pauses,
        w.recorder AS recorded_by, w.source, {_written("w")}, w.note""",
    "pain": f"""
        r.id, {_PERSON}, date(r.day * 86400, 'unixepoch') AS date,
        {_time("r.rated_at", "r.rated_offset")} AS at, r.moment, r.value AS pain, r.places,
        r.walk_id,
        CASE WHEN r.walked_ms IS NOT NULL THEN
            {_number("r.walked_ms / 60000.0", 5)} END AS minutes_walked, r.reporter,
        r.recorder AS recorded_by, {_written("r")}, r.note""",
    "posture": f"""
        w.id AS walk_id, {_PERSON}, date(w.day * 86400, 'unixepoch') AS date, c.item,
        {_yes_no("c.checked")} AS checked, c.recorder AS recorded_by, {_written("c")}""",
    "days": f"""
        {_PERSON}, date(s.day * 86400, 'unixepoch') AS date,
        CASE WHEN t.walks > 0 THEN 'walked'
            WHEN {_NO_WALK} THEN 'no_walk'
            ELSE 'not_recorded' END AS state,
        CASE WHEN t.walks > 0 THEN {_number("t.walked_ms / 60000.0", 2)} END AS minutes,
        CASE WHEN t.pain_count > 0 THEN
            {_number("t.pain_sum * 1.0 / t.pain_count", 2)} END AS pain_average,
        {_yes_no(_FLARE_UP)} AS flare_up""",
    "marks": f"""
        m.id, {_PERSON}, m.kind, date(m.first_day * 86400, 'unixepoch') AS first_day,
        date(m.last_day * 86400, 'unixepoch') AS last_day, m.recorder AS recorded_by,
        {_written("m")}, m.note""",
    "in_the_way": f"""
        i.id, {_PERSON}, date(i.day * 86400, 'unixepoch') AS date, i.value AS in_the_way,
        i.reporter, i.recorder AS recorded_by, {_written("i")}, i.note""",
    "warning_signs": f"""
        g.id, {_PERSON}, date(g.day * 86400, 'unixepoch') AS date,
        {_time("g.shown_at", "g.shown_offset")} AS shown, g.level, g.signs,
        g.moment AS offered_for, g.text_version,
        {_time("g.read_at", "g.read_offset")} AS read,
        {_time("g.resolved_at", "g.resolved_offset")} AS resolved, g.resolution,
        g.recorder AS recorded_by, {_written("g")}""",
    "plan": f"""
        s.id, {_PERSON}, p.id AS plan_id, date(p.first_day * 86400, 'unixepoch') AS plan_from,
        date(p.last_day * 86400, 'unixepoch') AS plan_until, p.start AS started_as,
        s.number AS step, {_STEPS} AS steps,
        date(s.first_day * 86400, 'unixepoch') AS from_day, s.week + 1 AS week,
        NULL AS minutes, NULL AS days, NULL AS reason, s.rule, s.choice,
        s.recorder AS recorded_by,
        {_time("s.entered_at", "s.entered_offset")} AS entered_at,
        s.state, s.numbers AS counted, p.numbers AS plan_numbers,
        p.recorder AS plan_recorded_by,
        {_time("p.entered_at", "p.entered_offset")} AS plan_entered_at,
        {_time("p.edited_at", "p.edited_offset")} AS plan_edited""",
}

_WALKS_OF = """w.person_id = :person AND w.day BETWEEN :first AND :last
    AND w.state = 'done' AND w.deleted_at IS NULL"""

_SOURCES = {
    "walks": f"FROM walk w WHERE {_WALKS_OF}",
    "pain": """FROM pain_rating r WHERE r.person_id = :person
        AND r.day BETWEEN :first AND :last AND r.deleted_at IS NULL""",
    "posture": f"""FROM walk w CROSS JOIN posture_check c
        ON c.walk_id = w.id AND c.deleted_at IS NULL WHERE {_WALKS_OF}""",
    "days": """FROM span s LEFT JOIN day_total t
        ON t.person_id = :person AND t.day = s.day WHERE s.day <= s.last""",
    "marks": """FROM day_mark m WHERE m.person_id = :person AND m.first_day <= :last
        AND coalesce(m.last_day, :last) >= :first AND m.deleted_at IS NULL""",
    "in_the_way": """FROM interference i WHERE i.person_id = :person
        AND i.day BETWEEN :first AND :last AND i.deleted_at IS NULL""",
    "warning_signs": """FROM sign_check g WHERE g.person_id = :person
        AND g.day BETWEEN :first AND :last AND g.deleted_at IS NULL""",
    "plan": """FROM plan p JOIN plan_step s ON s.plan_id = p.id
        WHERE p.person_id = :person AND p.first_day <= :last
        AND coalesce(p.last_day, :last) >= :first""",
}

_BEFORE = {
    "walks": "",
    "pain": "",
    "posture": "",
    "days": """
        WITH RECURSIVE
        known (first, last) AS (
            SELECT min(day), max(until) FROM (
                SELECT day, day AS until FROM day_total
                WHERE person_id = :person AND (walks > 0 OR pain_count + guess_count > 0)
                UNION ALL SELECT first_day, coalesce(last_day, first_day) FROM day_mark
                WHERE person_id = :person AND deleted_at IS NULL)),
        span (day, last) AS (
            SELECT max(:first, first), min(:last, max(:today, last)) FROM known
            UNION ALL SELECT day + 1, last FROM span WHERE day < last),
        flare (first, last) AS MATERIALIZED (
            SELECT first_day, coalesce(last_day, max(:today, first_day)) FROM day_mark
            WHERE person_id = :person AND kind = 'flare_up' AND deleted_at IS NULL)""",
    "marks": "",
    "in_the_way": "",
    "warning_signs": "",
    "plan": "",
}

# The sums by day know walks and ratings already, and cost nothing to read.
_COUNTS = {
    "walks": """SELECT coalesce(sum(walks), 0) FROM day_total
        WHERE person_id = :person AND day BETWEEN :first AND :last""",
    "pain": """SELECT coalesce(sum(pain_count + guess_count), 0) FROM day_total
        WHERE person_id = :person AND day BETWEEN :first AND :last""",
    "posture": f"SELECT count(*) {_SOURCES['posture']}",
    "days": f"{_BEFORE['days']} SELECT count(*) {_SOURCES['days']}",
    "marks": f"SELECT count(*) {_SOURCES['marks']}",
    "in_the_way": f"SELECT count(*) {_SOURCES['in_the_way']}",
    "warning_signs": f"SELECT count(*) {_SOURCES['warning_signs']}",
    "plan": f"SELECT count(*) {_SOURCES['plan']}",
}

_ORDERS = {
    "walks": "w.day, w.start_at",
    "pain": "r.day, r.rated_at",
    "posture": "w.day, w.start_at",
    "days": "s.day",
    "marks": "m.first_day, m.kind",
    "in_the_way": "i.day",
    "warning_signs": "g.day, g.shown_at",
    "plan": "p.first_day, p.entered_at, p.id, s.number",
}
