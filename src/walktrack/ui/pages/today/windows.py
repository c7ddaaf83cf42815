"""The windows that open over Today for one answer or one walk."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from walktrack.domain.person import DEFAULT_TEN_ANCHOR, Person
from walktrack.ui.pages.today.answers_part import AnswersPart
from walktrack.ui.pages.today.walk_part import WalkPart

if TYPE_CHECKING:
    from walktrack.domain.pain import PainRating
    from walktrack.services.desk import Desk
    from walktrack.services.entry_forms import Aside


class TodayWindows(QObject):
    """Opens each when it is asked for; they are made then, for most days need none of them."""

    def __init__(self, walk: WalkPart, answers: AnswersPart, page: QWidget) -> None:
        super().__init__(page)
        self._walk, self._answers, self._page = walk, answers, page
        self._desk: Desk | None = None
        self._person: Person | None = None
        answers.during_chosen.connect(self._on_during)
        answers.where_wanted.connect(self._on_where)
        walk.card.cut_wanted.connect(self._on_cut)

    def take_up(self, desk: "Desk") -> None:
        """Begin to work with an open diary."""
        self._desk = desk

    def show_person(self, person: Person) -> None:
        """Ask from now on with the words of this person."""
        self._person = person

    def _on_during(self, rating: "PainRating") -> None:
        from walktrack.domain.recorder import Hand  # noqa: PLC0415 - made when wanted
        from walktrack.services.entry_forms import Aside  # noqa: PLC0415 - as above
        from walktrack.ui.dialogs.rating import RatingDialog  # noqa: PLC0415 - as above

        anchor = self._person.ten_anchor if self._person else DEFAULT_TEN_ANCHOR
        # How it is known is asked on the page itself.
        dialog = RatingDialog(rating, Aside(rating.places), anchor, Hand(), self._page)
        dialog.picked.connect(partial(self._on_picked, rating))
        dialog.said.connect(partial(self._on_said, rating.id))
        _show(dialog)

    def _on_picked(self, rating: "PainRating", value: int | None, _beside: object) -> None:
        self._answers.change_during(rating, value)

    def _on_said(self, rating_id: str, beside: "Aside") -> None:
        self._answers.say_places(rating_id, beside.places)

    def _on_where(self, rating: "PainRating") -> None:
        from walktrack.ui.dialogs.where import WhereDialog  # noqa: PLC0415 - as above

        dialog = WhereDialog(rating.places, self._page)
        dialog.picked.connect(partial(self._answers.say_places, rating.id))
        _show(dialog)

    def _on_cut(self) -> None:
        from walktrack.ui.dialogs.mend.cut import CutDialog  # noqa: PLC0415 - as above

        walk = self._walk.done
        if walk and self._desk:
            _show(CutDialog(self._desk.mending, walk, self._page))


def _show(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
