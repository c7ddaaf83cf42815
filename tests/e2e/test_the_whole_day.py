"""A day with the diary, from the first start to the file for a spreadsheet, and a power cut."""

import csv
import re
import shutil
import subprocess
import zipfile
from datetime import date

import pytest
from tests.e2e.driver import read_back, wait_until

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180)]

WALKS = "SELECT state, walked_ms, kind, note FROM walk WHERE deleted_at IS NULL ORDER BY start_at"
PAIN = "SELECT moment, value FROM pain_rating WHERE deleted_at IS NULL ORDER BY rated_at, id"
LINES = "SELECT item FROM posture_check WHERE checked = 1 AND walk_id IS NOT NULL ORDER BY item"
LAST_WALK = "SELECT * FROM walk ORDER BY start_at DESC LIMIT 1"
# How long the newest walk was, by its events alone: from each start or resume to what came next.
BY_EVENTS = """
    SELECT sum(until - wall_at) AS ms FROM (
        SELECT kind, wall_at, lead(wall_at) OVER (ORDER BY id) AS until FROM walk_event
        WHERE walk_id = (SELECT id FROM walk ORDER BY start_at DESC LIMIT 1)
            AND kind IN ('start', 'pause', 'resume', 'heartbeat')
    ) WHERE kind <> 'pause' AND until IS NOT NULL
"""
BEATS = """
    SELECT 1 FROM walk_event WHERE kind = 'heartbeat'
        AND walk_id = (SELECT id FROM walk ORDER BY start_at DESC LIMIT 1)
"""
NOTE = "=1+1, she said; a long way round"
LIBREOFFICE_DAY_0 = date(1899, 12, 30)
CLOCK_MS = 250  # wall and boot clock are read one after the other


def test_the_whole_day(start, screen, diary, tmp_path):
    program = start()
    greet(program)
    first_walk(program)
    say_more(program)
    seen_in_the_chart(program)
    seen_in_history(program)
    spreadsheet = tmp_path / "my walks.csv"
    exported(program, spreadsheet)

    stored = read_back(diary, WALKS)
    assert [(walk["state"], walk["kind"], walk["note"]) for walk in stored] == [
        ("done", "brisk", NOTE)
    ]
    pain = [(row["moment"], row["value"]) for row in read_back(diary, PAIN)]
    assert pain == [("before", 4), ("during", 6), ("after", 2)]
    assert [row["item"] for row in read_back(diary, LINES)] == ["arms", "tall"]
    assert read_back(diary, "SELECT name FROM person") == [{"name": "Ruth"}]
    the_file_says_so(spreadsheet, stored[0])
    libreoffice_says_so(screen, spreadsheet, tmp_path)

    program.click("Today")
    program.click("Done")
    program.breathe()
    a_second_start_is_told(program, start, screen, diary)
    power_cut(program, diary)
    the_question_about_the_time(start(), screen, diary)


def greet(program):
    program.wait_for("Welcome to WalkTrack")
    program.screen.picture("first-start")
    program.click("Your name")
    program.wait_focused("Your name")
    program.type("Ruth")
    program.click("Save name")
    program.wait_gone("Welcome to WalkTrack")
    program.wait_for("Diary of Ruth. People and who writes.")


def first_walk(program):
    program.click("4 of 10, Before the walk")
    program.wait_for("4 of 10")
    program.click("Tall but easy")
    program.click("Arms swing freely")
    program.wait_for("2 ticked")
    program.screen.picture("ready")
    program.click("Start walk")
    program.wait_for("Walking")
    program.tab_to(re.compile("of 10, Now, during the walk"))
    program.key("6")
    program.wait_for("6 of 10")
    program.screen.picture("walking")
    program.key("F5")
    program.wait_for("Paused")
    program.screen.picture("paused")
    program.wait_focused("Resume")
    program.breathe()
    program.key("space")
    program.wait_for("Walking")
    program.breathe()
    program.key("F6")
    program.wait_for("Your walk is stored")
    program.tab_to(re.compile("of 10, After the walk"))
    program.key("2")
    program.wait_for("2 of 10")
    program.screen.picture("finished")


def say_more(program):
    program.click("Add details")
    program.click("Kind of walk", "combo box")
    program.click("Brisk", "list item")
    program.click("Note", "text")
    program.wait_focused("Note")
    program.type(NOTE)
    program.wait_for(NOTE)
    program.screen.picture("details")


def seen_in_the_chart(program):
    program.click("Show as table")
    program.wait_for("The chart as a table")
    program.screen.picture("table")
    words = [node.name for node in program.see()]
    program.key("Escape")
    program.wait_gone("The chart as a table")
    assert {"1", "4", "2"} <= set(words), words


def seen_in_history(program):
    program.click("History")
    program.wait_for("Add a past walk")
    program.screen.picture("history")
    walk = program.wait_for(re.compile("^Walk of less than a minute, "))
    assert "Pain before: 4. Pain after: 2." in walk.name
    assert NOTE in walk.name


def exported(program, file):
    program.click("Share")
    program.wait_for("Save a file for a spreadsheet")
    program.screen.picture("share")
    program.click("Save CSV file…")
    program.wait_for("File name:", "text")
    program.screen.picture("file-dialog")
    program.key("ctrl+a")
    program.type(str(file))
    program.key("Return")
    wait_until(file.exists, "the file is not there")
    program.wait_for(re.compile(r"my walks\.csv"))
    program.screen.picture("exported")


def the_file_says_so(file, stored):
    with file.open(encoding="utf-8-sig", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["pain_before"], row["pain_during_max"], row["pain_after"]) == ("4", "6", "2")
    assert (row["kind"], row["person"], row["posture_ticked"]) == ("brisk", "Ruth", "2")
    assert row["note"] == "'" + NOTE
    assert float(row["minutes"]) == pytest.approx(stored["walked_ms"] / 60_000, abs=0.01)


def libreoffice_says_so(screen, file, folder):
    if not shutil.which("soffice"):
        print("LibreOffice is not installed: the file was not opened with it.")
        return
    target = folder / "libreoffice"
    command = ["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless"]
    command += ["--convert-to", "xlsx", "--outdir", str(target), str(file)]
    subprocess.run(command, env=screen.environment, capture_output=True, check=True, timeout=60)
    back = [*command[:3], "--convert-to", "csv", "--outdir", str(target)]
    sheet = str(target / f"{file.stem}.xlsx")
    subprocess.run([*back, sheet], env=screen.environment, capture_output=True, check=True)
    with (target / file.name).open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert (row["pain_before"], row["pain_during_max"], row["pain_after"]) == ("4", "6", "2")
    assert NOTE in row["note"]
    with zipfile.ZipFile(sheet) as parts:
        cells = parts.read("xl/worksheets/sheet1.xml").decode()
    day = (date.fromisoformat(row["date"]) - LIBREOFFICE_DAY_0).days
    assert f"<v>{day}</v>" in cells, "the date is only a text"


def a_second_start_is_told(program, start, screen, diary):
    program.click("Start walk")
    program.wait_for("Walking")
    second = start()
    second.let_it_settle()
    second.wait_for("The diary cannot be opened")
    said = second.wait_for(re.compile("already open in another WalkTrack"))
    screen.picture("second-start")
    assert "Close that one first" in (said.name or said.text)
    second.close()
    assert second.wait_ended() == 0
    program.wait_for("Walking")


def power_cut(program, diary):
    wait_until(lambda: read_back(diary, BEATS), "no sign of life is kept", 25)
    program.kill()


def the_question_about_the_time(program, screen, diary):
    program.wait_for("WalkTrack stopped during the walk.")
    screen.picture("question")
    program.click(re.compile(r"^I stopped at \d"), "push button")
    program.wait_for("Your walk is stored")
    screen.picture("answered")
    (walk,) = read_back(diary, LAST_WALK)
    (events,) = read_back(diary, BY_EVENTS)
    assert walk["state"] == "done"
    assert walk["walked_ms"] >= 15_000
    assert walk["walked_ms"] == pytest.approx(events["ms"], abs=CLOCK_MS)
    program.close()
    assert program.wait_ended() == 0


def test_closing_during_a_walk_asks(start, screen, diary):
    program = start()
    program.click("Skip")
    program.click("Start walk")
    program.wait_for("Walking")
    program.close()
    program.wait_for("A walk is running.")
    screen.picture("closing")
    program.click("Cancel")
    program.wait_gone("A walk is running.")
    program.close()
    program.click(re.compile("^Keep it running"))
    assert program.wait_ended() == 0

    again = start()
    again.wait_for("Walking")
    screen.picture("kept-running")
    again.close()
    again.click(re.compile("^Finish the walk"))
    assert again.wait_ended() == 0
    (walk,) = read_back(diary, WALKS)
    (events,) = read_back(diary, BY_EVENTS.replace("'heartbeat'", "'heartbeat', 'finish'"))
    assert walk["state"] == "done"
    assert walk["walked_ms"] == pytest.approx(events["ms"], abs=CLOCK_MS)
