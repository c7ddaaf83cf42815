import csv
import resource
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from tests.clocks import HandClock
from tests.ui import gates

from walktrack.domain.moment import Moment
from walktrack.domain.pain import PainMoment, PainRating
from walktrack.domain.period import Period, Range
from walktrack.domain.settings import Settings
from walktrack.domain.walk import Details, Source, Walk, WalkState
from walktrack.exchange.columns import What
from walktrack.services.changes import Announcer
from walktrack.services.export import ExportService
from walktrack.services.people import People
from walktrack.services.undo import UndoStack
from walktrack.storage.day_totals import recount
from walktrack.storage.diary import Diary
from walktrack.storage.export_rows import CHUNK
from walktrack.ui.attempt import Attempts
from walktrack.ui.pages.share import SharePage
from walktrack.ui.pages.share.page import free_name, with_ending

START = Moment.of(datetime.fromisoformat("2026-05-20T10:00:00+02:00"))
HOSTILE = '<img src="/etc/hostname">$x$ שלום 🙂' + "w" * 9_900


@pytest.fixture
def diary():
    with Diary(None) as opened:
        yield opened


@pytest.fixture
def page(qtbot, look, diary, tmp_path):
    """The page on a diary of two walks in the last four weeks and one long before."""
    clock = HandClock()
    person = People(diary, clock, Announcer(), UndoStack()).current()
    for days in (0, 2, -300):
        start = START.plus(days * 86_400_000)
        end = start.plus(750_000)
        walk = (str(uuid4()), person.id, start, end, 750_000, WalkState.DONE, Source.TIMER)
        diary.walks.add(Walk(*walk, None, end))
    page = SharePage(ExportService(diary, clock), Attempts())
    qtbot.addWidget(page)
    page.person = person
    page.resize(1280, 720)
    page.target, page.asked, page.opened = tmp_path / "walks.csv", [], []

    def choose(what, offered):
        page.asked.append((what, offered))
        return page.target

    page.choose_place = choose
    page.show_folder = page.opened.append
    page.show_person(person, Settings())
    page.show()
    qtbot.waitExposed(page)
    return page


def press(segments, value):
    segments.buttons[segments._values.index(value)].click()


def save(qtbot, page):
    with qtbot.waitSignal(page.saving.stopped):
        page.choices.save.click()


def said(page):
    return page.bar.accessibleName() if page.bar.isVisible() else ""


def many_ratings(diary, person):
    diary._db.execute_sql(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)"
        " INSERT INTO pain_rating SELECT 'r' || i, ?, NULL, 'other', ?, 120, 20593, 5, NULL,"
        " '', '', 'self', '', '', 0, 0, NULL, NULL, NULL FROM n",
        (80 * CHUNK, person.id, START.ms),
    )
    recount(diary._db, person.id, Period(START.day, START.day))


def test_it_shows_what_will_be_in_the_file(page):
    assert page.preview.count.words == "2 walks in these days."
    model = page.preview.table.model()
    cells = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert cells == ["2026-05-20", "2026-05-22"]


def test_save_writes_the_file_and_says_where(qtbot, page):
    save(qtbot, page)
    rows = list(csv.DictReader(page.target.read_text("utf-8-sig").splitlines()))
    assert [row["minutes"] for row in rows] == ["12.5", "12.5"]
    assert said(page) == f"Saved 2 walks in {page.target}."
    assert page.asked[0][0] is What.WALKS
    assert page.asked[0][1].name == "walktrack-walks-2026-06-01.csv"
    page.bar.acted.emit()
    assert page.opened == [page.target.parent]


def test_the_keyboard_stays_on_save(qtbot, page):
    page.choices.save.setFocus()
    save(qtbot, page)
    assert page.choices.save.hasFocus()


def test_the_keyboard_goes_to_cancel_in_a_long_export(qtbot, page, diary):
    many_ratings(diary, page.person)
    press(page.choices.files, What.PAIN)
    page.choices.save.setFocus()
    with qtbot.waitSignal(page.saving.progressed):
        page.choices.save.click()
    assert page.progress.cancel.hasFocus()
    page.saving.cancel()


def test_a_second_save_starts_in_the_folder_of_the_first(qtbot, page):
    save(qtbot, page)
    save(qtbot, page)
    assert page.asked[1][1].parent == page.target.parent


def test_no_place_means_no_file(page):
    page.target = None
    page.choices.save.click()
    assert not page.saving.running
    assert said(page) == ""


def test_all_reaches_back_to_the_first_record(page):
    press(page.choices.days, Range.ALL)
    assert page.preview.count.words == "3 walks in these days."


def test_typed_days_are_asked_for_and_used(page):
    assert not page.choices.first.isVisible()
    press(page.choices.days, "typed")
    assert page.choices.typed == (date(2026, 5, 5), date(2026, 6, 1))
    page.choices.first.setDate(date(2026, 5, 21))
    assert page.preview.count.words == "1 walk in these days."


def test_days_the_wrong_way_round_are_told_and_cannot_be_saved(page):
    press(page.choices.days, "typed")
    page.choices.first.setDate(date(2026, 6, 2))
    assert page.preview.count.words == "The first day is after the last day."
    assert not page.choices.save.isVisible()
    page.choices.first.setDate(date(2026, 5, 1))
    assert page.choices.save.isVisible()


def test_days_without_walks_offer_no_button(page):
    press(page.choices.days, "typed")
    page.choices.first.setDate(date(2026, 5, 30))
    assert page.preview.count.words == "No walks in these days."
    assert page.preview.table is None
    assert not page.choices.save.isVisible()


@pytest.mark.parametrize("what", What)
def test_each_file_has_a_sentence_and_is_written(qtbot, page, diary, what):
    diary.ratings.add(
        PainRating(str(uuid4()), page.person.id, None, PainMoment.OTHER, START, 4, START)
    )
    press(page.choices.files, what)
    assert page.choices.holds.words.endswith(".")
    assert len(page.choices.holds.words.split()) <= 20
    if what is What.POSTURE:
        assert page.preview.count.words == "No posture checks in these days."
        return
    page.target = page.target.with_name("out")
    save(qtbot, page)
    assert page.target.exists()
    assert said(page).startswith("Saved ")


@pytest.mark.parametrize(
    ("name", "line"), [("comma", "12.5,"), ("semicolon", ";12,5;"), ("", "12.5,")]
)
def test_the_format_of_the_settings_is_used(qtbot, page, name, line):
    page.show_person(page.person, Settings(csv_style=name))
    save(qtbot, page)
    assert line in page.target.read_text("utf-8")


def test_a_chosen_format_is_told_so_that_it_can_be_kept(qtbot, page):
    with qtbot.waitSignal(page.style_chosen) as told:
        press(page.choices.styles, "semicolon")
    assert told.args == ["semicolon"]


def test_a_missing_folder_is_told_and_another_place_can_be_chosen(qtbot, page, tmp_path):
    page.target = tmp_path / "no" / "walks.csv"
    save(qtbot, page)
    assert said(page).startswith(f"Problem: The folder {tmp_path / 'no'} is not there")
    assert page.choices.save.isVisible()
    page.target = tmp_path / "walks.csv"
    with qtbot.waitSignal(page.saving.saved):
        page.bar.acted.emit()


def test_a_full_disk_is_told_and_the_old_file_stays(qtbot, page, diary):
    many_ratings(diary, page.person)
    press(page.choices.files, What.PAIN)
    page.target.write_text("old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        save(qtbot, page)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert said(page).startswith("Problem: The disk is full, so no file was saved.")
    assert page.target.read_text() == "old"
    assert list(page.target.parent.iterdir()) == [page.target]


def test_a_long_export_shows_how_far_it_is_and_can_be_stopped(qtbot, page, diary):
    many_ratings(diary, page.person)
    press(page.choices.files, What.PAIN)
    with qtbot.waitSignal(page.saving.progressed):
        page.choices.save.click()
    assert page.progress.isVisible()
    assert not page.choices.save.isVisible()
    assert 0 < page.progress.bar.value() < 1000
    page.progress.cancel.setFocus()
    page.progress.cancel.click()
    assert said(page) == "Stopped. No file was saved."
    assert list(page.target.parent.iterdir()) == []
    assert page.choices.save.hasFocus()
    assert not page.progress.isVisible()


def test_a_change_while_writing_brings_no_second_button(qtbot, page, diary):
    many_ratings(diary, page.person)
    press(page.choices.files, What.PAIN)
    with qtbot.waitSignal(page.saving.progressed):
        page.choices.save.click()
    page.refresh()
    assert not page.choices.save.isVisible()
    page.saving.cancel()


def test_typed_text_stays_text(qtbot, page, diary):
    walk = diary.walks.last_details(page.person.id)
    assert walk is None
    end = START.plus(600_000)
    diary.walks.add(
        Walk(
            str(uuid4()), page.person.id, START, end, 600_000, WalkState.DONE, Source.TYPED,
            None, end, details=Details(note=HOSTILE),
        )
    )  # fmt: skip
    page.target = page.target.with_name(HOSTILE[:40].replace("/", "_") + ".csv")
    page.show_person(replace(page.person, name=HOSTILE[:200]), Settings())
    save(qtbot, page)
    assert said(page) == f"Saved 3 walks in {page.target}."
    assert HOSTILE in page.target.read_text("utf-8").replace('""', '"')


def test_free_names_and_endings(tmp_path):
    assert free_name(tmp_path / "new") == tmp_path / "new"
    (tmp_path / "new").mkdir()
    (tmp_path / "new 2").mkdir()
    assert free_name(tmp_path / "new") == tmp_path / "new 3"
    assert with_ending(Path("my walks")) == Path("my walks.csv")
    assert with_ending(Path("walks.txt")) == Path("walks.txt")


GATES = (
    gates.unnamed,
    gates.same_named,
    gates.small,
    gates.unreachable,
    gates.out_of_order,
    gates.faint_focus,
    gates.clipped,
)


@pytest.fixture
def full_page(qtbot, page):
    """Everything that can be on it at once: typed days, a message, progress."""
    press(page.choices.days, "typed")
    save(qtbot, page)
    page.progress.show()
    QCoreApplication.processEvents()
    return page


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.__name__)
@pytest.mark.parametrize(("size", "width"), [(100, 1280), (200, 1280), (100, 1024)])
def test_the_gates(full_page, look, gate, size, width):
    look(text_size=size)
    full_page.resize(width, 2400)
    QCoreApplication.processEvents()
    assert gate(full_page) == []


@pytest.mark.parametrize(("size", "width"), [(100, 1024), (200, 1280)])
def test_it_needs_no_more_width_than_there_is(full_page, look, size, width):
    look(text_size=size)
    QCoreApplication.processEvents()
    assert gates.least_width(full_page) <= width
    inside = full_page.choices.parentWidget()
    assert inside.minimumSizeHint().width() <= width


def test_longer_words_have_room(qtbot, qapp, look, diary):
    translator = gates.LongerWords()
    qapp.installTranslator(translator)
    try:
        page = SharePage(ExportService(diary, HandClock()), Attempts())
        qtbot.addWidget(page)
        page.show_person(People(diary, HandClock(), Announcer(), UndoStack()).current(), Settings())
        page.resize(1280, 720)
        page.show()
        qtbot.waitExposed(page)
        assert gates.clipped(page) == []
    finally:
        qapp.removeTranslator(translator)


def test_right_to_left_is_mirrored(page):
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QCoreApplication.processEvents()
    assert page.choices.x() > page.preview.x()
    assert gates.out_of_order(page) == []
