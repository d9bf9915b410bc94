"""Opening evidence: the desktop is asked to, and what it must not or cannot open is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLineEdit, QListView, QPushButton

from assessor.domain.errors import LinkMissing
from assessor.services.evidence import EvidenceTarget
from tests.ui.finding import find
from tests.ui.screens.walk.driver import Walker
from ui.messages import explain

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


def attach_link(walk: Walker, address: str, title: str = "") -> None:
    walk.keys("E")
    walk.type(address)
    if title:
        walk.keys("Tab")
        walk.type(title)
    walk.keys("Return", "Esc")


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
        ("https://example.go.id/12", "https://example.go.id/12"),
        ("example.go.id/12", "https://example.go.id/12"),
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
    target = EvidenceTarget(question=denpasar.question())
    denpasar.workspace.evidence.attach_link(denpasar.saved().id, target, "", typed)
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()

    open_first(denpasar)

    assert desktop.opened == []
    assert "is no address on the web" in denpasar.text("problem")


def test_a_link_may_have_a_title(denpasar: Walker) -> None:
    attach_link(denpasar, "https://example.go.id/12", "Perda 12/2020")
    attach_link(denpasar, "https://example.go.id/13")

    assert [(one.title, one.link) for one in denpasar.saved().evidence] == [
        ("Perda 12/2020", "https://example.go.id/12"),
        ("https://example.go.id/13", "https://example.go.id/13"),
    ]


def test_after_one_link_the_next_address_can_be_typed(denpasar: Walker) -> None:
    denpasar.keys("E")
    for number in (12, 13):
        denpasar.type(f"https://example.go.id/{number}")
        denpasar.keys("Return")

    assert len(denpasar.saved().evidence) == 2


@pytest.mark.parametrize(
    "typed",
    [
        "Perda smart city",
        "Perda 12.2020",
        "perda.pdf",
        "/etc/hosts",
        "file:///etc/hosts",
        "https://",
        "Perda https://example.go.id/12",
    ],
)
def test_what_is_no_address_is_refused_and_stays_as_typed(denpasar: Walker, typed: str) -> None:
    attach_link(denpasar, typed, "Perda")

    assert denpasar.saved().evidence == ()
    assert "is no address on the web" in denpasar.text("problem")
    assert find(denpasar.widget, QLineEdit, "evidence_link").text() == typed
    assert find(denpasar.widget, QLineEdit, "evidence_link_title").text() == "Perda"


def test_a_title_alone_is_no_evidence(denpasar: Walker) -> None:
    attach_link(denpasar, "", "Perda")

    assert denpasar.saved().evidence == ()
    assert denpasar.text("problem") == explain(LinkMissing())


def test_the_fingerprint_of_a_file_is_a_hint_only(denpasar: Walker, paper: Path) -> None:
    attach_file(denpasar, paper)

    line = find(denpasar.widget, QListView, "evidence").model().index(0, 0)
    assert line.data() == paper.name
    assert denpasar.saved().evidence[0].sha256 in line.data(Qt.ItemDataRole.ToolTipRole)


def test_the_line_for_a_link_stays_in_sight_beside_many_pieces(denpasar: Walker) -> None:
    for number in range(4):
        attach_link(denpasar, f"https://example.go.id/{number}", "Perda")
    denpasar.keys("E")

    field = find(denpasar.widget, QLineEdit, "evidence_link")
    assert not field.visibleRegion().isEmpty()
