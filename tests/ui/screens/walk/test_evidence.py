"""Opening evidence: the desktop is asked to, and what it must not or cannot open is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QListView, QPushButton

from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker

SCHEMES = ("file", "http", "https")


class Desktop(QObject):
    """Stands where the programs of the desktop would be."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url.toLocalFile() or url.toString())


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    stand_in = Desktop()
    for scheme in SCHEMES:
        # The stub asks for bytes; the method itself takes nothing but text.
        QDesktopServices.setUrlHandler(scheme, stand_in, "take")  # type: ignore[arg-type]
    yield stand_in
    for scheme in SCHEMES:
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "Perda 12 – é.pdf"
    path.write_bytes(b"perda")
    return path


def attach_file(walk: Walker, paper: Path) -> Path:
    """Attach a file to the first question; return where its copy lies."""
    walk.answers.answer(paper)
    find(walk.widget, QPushButton, "evidence_file").click()
    copy = walk.workspace.evidence.file_path(walk.saved().evidence[0])
    assert copy is not None
    return copy


def attach_link(walk: Walker, typed: str) -> None:
    walk.keys("E")
    walk.type(typed)
    walk.keys("Return")


def open_first(walk: Walker) -> None:
    shown = find(walk.widget, QListView, "evidence")
    shown.setCurrentIndex(shown.model().index(0, 0))
    find(walk.widget, QPushButton, "evidence_open").click()


def test_a_file_is_opened_from_its_copy(denpasar: Walker, desktop: Desktop, paper: Path) -> None:
    copy = attach_file(denpasar, paper)

    open_first(denpasar)

    assert desktop.opened == [str(copy)]
    assert not denpasar.is_told("problem")


def test_a_copy_that_was_changed_is_not_opened(
    denpasar: Walker, desktop: Desktop, paper: Path
) -> None:
    attach_file(denpasar, paper).write_bytes(b"another")

    open_first(denpasar)

    assert desktop.opened == []
    assert denpasar.text("problem").startswith("The copy of “Perda 12 – é.pdf” was changed")


def test_a_copy_that_is_gone_is_named(denpasar: Walker, desktop: Desktop, paper: Path) -> None:
    copy = attach_file(denpasar, paper)
    copy.unlink()

    open_first(denpasar)

    assert desktop.opened == []
    assert denpasar.text("problem").startswith(f"{copy} is not there.")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("Perda https://example.go.id/12", "https://example.go.id/12"),
        ("example.go.id/12", "http://example.go.id/12"),
    ],
)
def test_an_address_on_the_web_is_handed_to_the_desktop(
    denpasar: Walker, desktop: Desktop, typed: str, address: str
) -> None:
    attach_link(denpasar, typed)

    open_first(denpasar)

    assert desktop.opened == [address]


@pytest.mark.parametrize("typed", ["file:///etc/hosts", "/etc/hosts"])
def test_a_link_to_a_file_of_this_machine_is_not_opened(
    denpasar: Walker, desktop: Desktop, typed: str
) -> None:
    attach_link(denpasar, typed)

    open_first(denpasar)

    assert desktop.opened == []
    assert "is no address on the web" in denpasar.text("problem")
