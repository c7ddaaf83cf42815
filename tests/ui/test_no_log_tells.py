"""No log tells what a person wrote: not the program's own, nor that of anything it is built on."""

import logging
import sys
from contextlib import contextmanager
from datetime import datetime

import peewee
from tests.clocks import HandClock
from tests.ui.window_house import MONDAY, at_home

from walktrack import paths
from walktrack.domain.moment import MS_PER_MINUTE, Moment
from walktrack.domain.pain import PainMoment
from walktrack.domain.typed import Times
from walktrack.domain.walk import Details
from walktrack.log import NAME
from walktrack.services.history import RatingForm, WalkForm
from walktrack.ui.mishaps import report
from walktrack.ui.top_bar import PageName
from walktrack.watch import Watch

TYPED = "Zwetschge"


@contextmanager
def everything_logged():
    """Give the list of all that any logger says, at the lowest level there is."""
    lines = []

    class Ear(logging.Handler):
        def emit(self, record):
            lines.append(f"{record.name} {record.getMessage()} {record.args}")

    ear, root = Ear(0), logging.getLogger()
    loggers = [root, *(each for each in map(logging.getLogger, root.manager.loggerDict))]
    before = [(each, each.level, each.disabled, each.propagate) for each in loggers]
    for each in loggers:
        each.setLevel(1)
        each.disabled, each.propagate = False, True
    root.addHandler(ear)
    try:
        yield lines
    finally:
        root.removeHandler(ear)
        for each, level, disabled, propagate in before:
            each.setLevel(level)
            each.disabled, each.propagate = disabled, propagate


def test_a_logger_that_tells_values_would_be_heard():
    with everything_logged() as lines:
        database = peewee.SqliteDatabase(":memory:")
        database.execute_sql("SELECT ?", (TYPED,))
        database.close()
        logging.getLogger("matplotlib.font_manager").debug("%s", TYPED)
    assert len([line for line in lines if TYPED in line]) == 2


def test_no_log_holds_a_name_a_note_or_a_rating(qtbot, look, monkeypatch, tmp_path, capfd):
    log = tmp_path / "log"
    heard = []
    with everything_logged() as lines, Watch(lambda: log, HandClock()) as watch:
        watch.listener = heard.append
        with at_home(qtbot, monkeypatch, tmp_path / TYPED / paths.DIARY) as house:
            a_day(house)
            for verb in (
                lambda: house.desk.people.set_goal(house.me, TYPED),
                lambda: house.desk.journal.describe(TYPED * 2, TYPED),
                lambda: house.desk.history.edit_walk(TYPED, house.form),
                lambda: house.diary._db.execute_sql(f"SELECT {TYPED}"),
                (tmp_path / TYPED / "none").read_bytes,
                lambda: house.desk.settings.write(TYPED),
            ):
                provoke(verb)
        logging.getLogger("matplotlib.font_manager").debug("still heard")
    kept = (log / NAME).read_text()
    assert kept.count("  WalkTrack ") == len(heard) == 6
    assert lines[-1].startswith("matplotlib.font_manager still heard")
    said = capfd.readouterr()
    for words in (*lines, kept, said.out, said.err, *map(report, heard), *map(repr, heard)):
        assert TYPED.casefold() not in words.casefold()


def provoke(verb):
    try:
        verb()
    except Exception as error:
        sys.excepthook(type(error), error, error.__traceback__)
    else:
        raise AssertionError(verb)


def a_day(house):
    """Write the secret wherever text can be written, and look at it on every page."""
    house.show().take_up()
    house.window.load_charts()
    house.desk.people.rename(house.me, f"{TYPED} $x$")
    house.rate(PainMoment.BEFORE, 4)
    house.walk(minutes=2)
    house.click(house.card.finish)
    house.click(house.card.details)
    house.today.answers.details.form.note.box.insertPlainText(f"{TYPED} $y$ 🙂")
    house.click(house.card.close_walk)
    at = Moment.of(datetime(2026, 5, 31, 7, 0))
    house.form = WalkForm(
        Times(at, at.plus(MS_PER_MINUTE), MS_PER_MINUTE), details=Details(note=TYPED)
    )
    walk = house.desk.history.add_walk(house.me.id, house.form)
    rating = RatingForm(MONDAY.plus(-9 * 3_600_000), PainMoment.OTHER, 9, TYPED)
    house.desk.history.add_rating(house.me.id, rating)
    house.desk.history.remove_walk(walk)
    house.desk.undo.undo()
    house.desk.undo.redo()
    house.charts.picture.save(house.diary.path.parent / f"{TYPED}.png")
    for name in PageName:
        house.window.go(name)
        house.window.grab()
