"""LibreOffice reads the files with the same numbers, and dates as dates; needs its Calc."""

import shutil
import subprocess
import xml.etree.ElementTree as ET
from datetime import date, timedelta

import pytest

from walktrack.exchange.columns import COLUMNS, What
from walktrack.exchange.csv_out import CsvOut
from walktrack.exchange.style import CsvStyle

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ENGLISH, GERMAN = 1033, 1031
SPACES = {
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}
HOSTILE = ["=1+1", "'=1", "a;b,c", 'say "hi"', "two\r\nlines", "🙂 שלום", "+49 30", "x" * 10_000]

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed"),
]


def cells(element):
    for cell in element.findall("table:table-cell", SPACES):
        repeated = int(cell.get(f"{{{SPACES['table']}}}number-columns-repeated", "1"))
        kind = cell.get(f"{{{SPACES['office']}}}value-type")
        value = {
            "float": cell.get(f"{{{SPACES['office']}}}value"),
            "date": cell.get(f"{{{SPACES['office']}}}date-value"),
        }.get(kind, "\n".join("".join(p.itertext()) for p in cell.findall("text:p", SPACES)))
        yield from [(kind, value)] * min(repeated, 40)


def opened(path, style, language, folder):
    """Return the rows as LibreOffice understands them: (type, value) of each cell."""
    form = f"CSV:{ord(style.separator)},34,76,1,,{language},false,true"
    subprocess.run(
        [
            OFFICE,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "fods",
            f"--infilter={form}",
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=110,
    )
    tree = ET.parse(path.with_suffix(".fods"))  # noqa: S314  LibreOffice wrote it just now
    return [list(cells(row)) for row in tree.iterfind(".//table:table-row", SPACES)]


@pytest.mark.parametrize(
    ("style", "language"), [(CsvStyle.COMMA, ENGLISH), (CsvStyle.SEMICOLON, GERMAN)]
)
def test_numbers_are_numbers_dates_are_dates_and_nothing_runs(tmp_path, style, language):
    names = [column.name for column in COLUMNS[What.WALKS]]
    minutes = [12.57, 20, 0.5, 125.08, 5, 7.25, 1, 33.33]
    rows = []
    for number, (note, length) in enumerate(zip(HOSTILE, minutes, strict=True)):
        row = dict.fromkeys(names)
        row |= {
            "date": (date(2026, 2, 26) + timedelta(number)).isoformat(),
            "start": f"2026-02-26T1{number}:03:12+01:00",
            "minutes": str(length).replace(".", style.decimal),
            "pain_before": number,
            "note": note,
        }
        rows.append(tuple(row.values()))
    path = tmp_path / "walks.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        CsvOut(stream, What.WALKS, style).write(rows)

    head, *back = opened(path, style, language, tmp_path)[: len(rows) + 1]
    assert [value for _, value in head][: len(names)] == names
    for number, row in enumerate(back):
        known = dict(zip(names, row, strict=False))
        assert known["date"] == ("date", (date(2026, 2, 26) + timedelta(number)).isoformat())
        assert known["start"] == ("string", f"2026-02-26T1{number}:03:12+01:00")
        assert known["minutes"] == ("float", str(minutes[number]))
        assert known["pain_before"] == ("float", str(number))
        assert known["pain_after"][0] is None
    notes = [dict(zip(names, row, strict=False))["note"] for row in back]
    assert {kind for kind, _ in notes} == {"string"}
    assert notes[0][1] == "'=1+1"
    assert notes[2][1] == HOSTILE[2]
    assert notes[5][1] == HOSTILE[5]
    assert len(notes[7][1]) == 10_000
