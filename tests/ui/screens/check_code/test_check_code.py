"""A code typed back in, and the answer about its page."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from assessor.domain.ids import AssessmentId
from assessor.domain.page_standing import Cause, PageStanding, Standing, Supersession
from assessor.services.workspace import Workspace
from resources import i18n
from tests.services.examples import DENPASAR, begin_workspace, participant_at, score_all
from tests.ui.finding import find
from ui.screens.check_code.presenter import CheckCodePresenter
from ui.screens.check_code.view import CheckCodeView
from ui.screens.check_code.words import answer_text
from ui.tasks import Tasks


@pytest.fixture
def scored(tmp_path: Path) -> Iterator[Workspace]:
    """Kota Denpasar, scored and locked by Sri Lestari."""
    with begin_workspace(tmp_path / "kerja.sqlite") as workspace:
        mine = workspace.assessments.open(participant_at(workspace, DENPASAR))
        score_all(workspace, mine, 3)
        workspace.assessments.lock(mine)
        yield workspace


@pytest.fixture
def mine(scored: Workspace) -> AssessmentId:
    return scored.assessments.open(participant_at(scored, DENPASAR))


@pytest.fixture
def code(scored: Workspace) -> str:
    """What stands on Denpasar's printed page."""
    at = participant_at(scored, DENPASAR)
    (summary,) = scored.summaries.of_regions(scored.rounds.all()[0].id, {at}).ready
    scored.summaries.note_printed((summary,))
    return summary.code


class Check:
    """The dialog, and what its user types and reads."""

    def __init__(self, qtbot: QtBot, workspace: Workspace, tasks: Tasks) -> None:
        self._qtbot = qtbot
        self.view = CheckCodeView(None)
        qtbot.addWidget(self.view)
        self.presenter = CheckCodePresenter(self.view, workspace.summaries, tasks)
        self.view.open()

    def ask(self, typed: str) -> str:
        field = find(self.view, QLineEdit, "code")
        field.clear()
        QTest.keyClicks(field, typed)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._qtbot.waitUntil(field.isEnabled)
        return find(self.view, QLabel, "answer").text()


@pytest.fixture
def check(qtbot: QtBot, scored: Workspace) -> Iterator[Check]:
    tasks = Tasks()
    yield Check(qtbot, scored, tasks)
    tasks.stop()


def test_a_page_that_still_stands_is_current(check: Check, code: str) -> None:
    answer = check.ask(code.lower())

    assert answer.startswith("Current")
    assert "KOTA DENPASAR, Evaluasi 2021" in answer
    assert "First printed on 23 November 2020 by Sri Lestari." in answer


def test_a_page_that_was_overtaken_says_by_what(
    check: Check, code: str, scored: Workspace, mine: AssessmentId
) -> None:
    scored.assessments.reopen(mine, "Bukti baru")

    answer = check.ask(code)

    assert answer.startswith("Superseded by revision 2 of 23 November 2020, by Sri Lestari.")


def test_a_slip_is_told_apart_from_a_page_of_elsewhere(check: Check, code: str) -> None:
    slip = ("0" if code[0] != "0" else "1") + code[1:]

    assert "mistyped" in check.ask(slip)
    assert "no page with it was printed" in check.ask("0000-0000-0")


def test_another_code_can_be_typed_at_once(check: Check, code: str) -> None:
    check.ask("0000-0000-0")

    assert find(check.view, QLineEdit, "code").selectedText() == "0000-0000-0"
    assert check.ask(code).startswith("Current")


def test_nothing_can_be_asked_without_a_code(check: Check) -> None:
    assert not find(check.view, QPushButton, "check").isEnabled()


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_its_sentence(language: str, cause: Cause) -> None:
    i18n.use_language(language)
    at = dt.datetime(2022, 12, 4, 3, tzinfo=dt.UTC)
    because = (Supersession(cause, at, "Dewi", 3),)

    text = answer_text(PageStanding(Standing.SUPERSEDED, "0000-0000-0", because=because))

    assert text.startswith("Superseded" if language == "en" else "Sudah digantikan")
    assert "{" not in text


def test_the_day_is_said_in_the_language_of_the_screen() -> None:
    at = dt.datetime(2022, 12, 4, 3, tzinfo=dt.UTC)
    because = (Supersession(Cause.REVISION, at, "Dewi", 3),)
    answer = PageStanding(Standing.SUPERSEDED, "0000-0000-0", because=because)

    assert answer_text(answer) == "Superseded by revision 3 of 4 December 2022, by Dewi."
    i18n.use_language("id")
    assert "revisi 3 tanggal 4 Desember 2022, oleh Dewi" in answer_text(answer)
