"""Small tables such as other programs write, made for the tests."""

from datetime import date

from walktrack.domain.column_map import Dialect
from walktrack.exchange.foreign.guess import guess
from walktrack.exchange.foreign.sample import Sample
from walktrack.exchange.foreign.sheet import Sheet

TODAY = date(2026, 11, 26)

OWN_SHEET = """Date;Start;Minutes;Pain before;Pain after;Notes
13.04.2026;9:05;42,5;4;3;to the mill
14.04.2026;;30;;5;"two
lines"
"""
PAIN_APP = """# Report of a pain diary (made up)
# pain_level: 0-10, as told
# work_notes: short, free text
entry_id,date,pain_level,places,sleep_quality,work_notes
P-1,2026-04-13,7,"lumbar|left-knee",2,"Could not sit, went home"
P-2,2026-04-14,6,lumbar,3,
"""
WATCH = """Activity Type,Start Time,Elapsed Time,Moving Time,Distance,Avg HR
Walking,2026-04-13 10:00:00,0:45:10,0:40:00,3.2,90
Walking,2026-04-14 17:30:00,1:05:00,1:00:30,4.1,95
"""
TRACK = """#time,trackpoint_type,latitude,longitude,altitude,speed
"2026-04-13T03:02:02+01:00","SEGMENT_START_MANUAL",,,,
"2026-04-13T03:02:03+01:00","TRACKPOINT",3.123456,14.001456,1020.2,54
"""
AMBIGUOUS = """Date,Duration
03/04/2026,45 min
05/06/2026,50 min
"""


def sample_of(folder, text, **wanted):
    """Write a table into a folder and return its first rows."""
    path = folder / "table.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return Sample.of(Sheet(path, Dialect(**wanted)), TODAY)


def guess_of(folder, text):
    """Return what a table seems to hold."""
    return guess(sample_of(folder, text))
