"""PySide6 gives back what it borrows: a release that does not ends the window in mid-score.

Python 3.12 and newer cannot lose None and True, so there these tests hold by themselves.
"""

import sys

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

CALLS = 200
MOST_LOST = 20
"""Other threads and caches may take or leave a few meanwhile."""


class Sender(QObject):
    """Something that can be connected to."""

    sent = Signal()


@pytest.fixture
def field(qtbot: QtBot) -> QLineEdit:
    shown = QLineEdit()
    qtbot.addWidget(shown)
    return shown


def test_a_call_without_a_result_does_not_use_up_none(field: QLineEdit) -> None:
    before = sys.getrefcount(None)

    for _call in range(CALLS):
        field.setText("3")

    assert before - sys.getrefcount(None) < MOST_LOST


def test_a_signal_does_not_use_up_true() -> None:
    sender = Sender()
    before = sys.getrefcount(True)

    for _call in range(CALLS):
        sender.sent.emit()

    assert before - sys.getrefcount(True) < MOST_LOST
