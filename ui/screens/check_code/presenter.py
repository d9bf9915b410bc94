"""Looks codes up and says what they name."""

from typing import Final

from PySide6.QtCore import QObject

from assessor.domain.errors import UserError
from assessor.domain.page_standing import PageStanding, Standing
from assessor.services.summaries import Summaries
from ui.messages import explain
from ui.screens.check_code.view import CheckCodeView
from ui.screens.check_code.words import answer_text
from ui.tasks import Tasks
from ui.theme import Status

STATUSES: Final = {
    Standing.CURRENT: Status.DONE,
    Standing.SUPERSEDED: Status.NOTICE,
    Standing.UNKNOWN: Status.PROBLEM,
    Standing.MISTYPED: Status.PROBLEM,
}


class CheckCodePresenter(QObject):
    """Answers each code that is typed; the figures of a whole round are read for that.

    It goes with its view: an answer that comes after that is nobody's.
    """

    def __init__(self, view: CheckCodeView, summaries: Summaries, tasks: Tasks) -> None:
        super().__init__(view)
        self._view = view
        self._summaries = summaries
        self._tasks = tasks
        view.asked.connect(self._look_up)

    def _look_up(self, typed: str) -> None:
        self._view.show_waiting()
        task = self._tasks.task(lambda _control: self._summaries.look_up(typed))
        task.finished.connect(self._answer)
        task.failed.connect(self._refuse)
        task.start()

    def _refuse(self, error: UserError) -> None:
        self._view.show_answer(explain(error), Status.PROBLEM)

    def _answer(self, answer: PageStanding) -> None:
        self._view.show_answer(answer_text(answer), STATUSES[answer.standing])
