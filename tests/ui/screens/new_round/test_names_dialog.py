"""Pasting names: exact ones are taken, no doubtful one is guessed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPlainTextEdit, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from assessor.services.catalogue import region_names, shipped_regions
from tests.ui.during import during
from tests.ui.finding import find
from ui.screens.new_round.names_dialog import NamesDialog

IDS = {region.name: region.id for region in shipped_regions()}


@pytest.fixture
def dialog(qtbot: QtBot) -> NamesDialog:
    shown = NamesDialog(None, region_names().match_list)
    qtbot.addWidget(shown)
    return shown


def check(dialog: NamesDialog, *names: str) -> None:
    find(dialog, QPlainTextEdit, "names").setPlainText("\n".join(names))
    find(dialog, QPushButton, "check_names").click()


def offered(dialog: NamesDialog, row: int) -> list[str]:
    choice = find(dialog, QComboBox, f"choice_{row}")
    return [choice.itemText(place) for place in range(choice.count())]


def can_be_accepted(dialog: NamesDialog) -> bool:
    return find(dialog, QPushButton, "accept").isEnabled()


def test_exact_names_are_taken_without_a_question(dialog: NamesDialog) -> None:
    check(dialog, "Kota Denpasar", "kabupaten sleman", "35.73")

    assert dialog.findChildren(QComboBox) == []
    assert can_be_accepted(dialog)


def test_a_kota_that_is_a_kabupaten_is_asked_about(dialog: NamesDialog) -> None:
    check(dialog, "Kota Sleman")

    table = find(dialog, QTableWidget, "matches")
    meaning = table.item(0, 1)
    assert meaning is not None
    assert meaning.text() == "Kabupaten and kota mixed up"
    assert offered(dialog, 0) == [
        "Please choose…",
        "KAB. SLEMAN, DAERAH ISTIMEWA YOGYAKARTA",
        "Leave it out",
    ]
    assert not can_be_accepted(dialog)


def test_a_name_borne_by_both_kinds_is_asked_about(dialog: NamesDialog) -> None:
    check(dialog, "Malang")

    assert len(offered(dialog, 0)) == 4
    assert not can_be_accepted(dialog)


def test_nothing_is_chosen_beforehand(dialog: NamesDialog) -> None:
    check(dialog, "Slemann", "Atlantis")

    for row in range(2):
        assert find(dialog, QComboBox, f"choice_{row}").currentIndex() == 0


def test_every_doubt_must_be_decided(dialog: NamesDialog) -> None:
    check(dialog, "Kota Denpasar", "Malang", "Atlantis")

    find(dialog, QComboBox, "choice_0").setCurrentIndex(1)
    assert not can_be_accepted(dialog)

    find(dialog, QComboBox, "choice_1").setCurrentIndex(1)
    assert can_be_accepted(dialog)


def test_a_text_that_changed_is_checked_again(dialog: NamesDialog) -> None:
    check(dialog, "Kota Denpasar")

    find(dialog, QPlainTextEdit, "names").appendPlainText("Kota Sleman")

    assert not can_be_accepted(dialog)


def test_what_was_decided_comes_back_once_each(dialog: NamesDialog) -> None:
    def decide(shown: object) -> None:
        assert shown is dialog
        check(dialog, "Kota Denpasar", "51.71", "Kota Sleman", "Atlantis")
        find(dialog, QComboBox, "choice_0").setCurrentIndex(1)
        find(dialog, QComboBox, "choice_1").setCurrentIndex(1)
        find(dialog, QPushButton, "accept").click()

    with during(NamesDialog, decide):
        chosen = dialog.ask()

    assert chosen == (IDS["KOTA DENPASAR"], IDS["KAB. SLEMAN"])


def test_how_many_are_left_is_counted(dialog: NamesDialog) -> None:
    check(dialog, "Kota Denpasar", "Malang", "Slemann")

    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "1 name fits exactly. 2 are for you to decide." in said


def test_tab_goes_from_choice_to_choice_and_then_to_the_button(
    dialog: NamesDialog, qtbot: QtBot
) -> None:
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    check(dialog, "Kota Sleman", "Malang")
    first, second = (find(dialog, QComboBox, f"choice_{row}") for row in (0, 1))
    assert first.hasFocus()

    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
    for choice in (first, second):
        choice.setCurrentIndex(choice.count() - 1)
    QTest.keyClick(second, Qt.Key.Key_Tab)
    assert find(dialog, QPushButton, "accept").hasFocus()
