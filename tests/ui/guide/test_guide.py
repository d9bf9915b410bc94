"""The guide in the window: it opens where the screen is, and keeps to itself."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextBrowser,
    QTreeView,
    QWidget,
)

from assessor.services.surroundings import Surroundings
from resources.i18n import LANGUAGES
from tests.ui.finding import find
from tests.ui.places import PLACES, introduced
from tests.ui.starting import Start
from tests.ui.test_every_screen import LAPTOP, interactive, spoken_name
from tests.ui.test_mnemonics import controls, shared
from ui.application import Application
from ui.guide.pages import CHAPTERS, read_page
from ui.guide.places import BEGINNING
from ui.guide.places import PLACES as SECTIONS
from ui.main_window import MainWindow
from ui.preferences import Preferences

SCREENS = (
    "merge",
    "new round",
    "rounds",
    "round",
    "panels",
    "results",
    "letter",
    "evidence requests",
)


class Guide:
    """The guide's window as somebody uses it."""

    def __init__(self, window: QWidget) -> None:
        self.dialog = find(window, QDialog, "guide")
        self.page = find(self.dialog, QTextBrowser, "guide_page")
        self.contents = find(self.dialog, QTreeView, "guide_contents")
        self.search = find(self.dialog, QLineEdit, "guide_search")

    @property
    def place(self) -> str:
        return self.page.source().toString().removeprefix("guide:/")

    @property
    def listed(self) -> list[str]:
        model, found = self.contents.model(), list[str]()
        entry = model.index(0, 0)
        while entry.isValid():
            found.append(str(entry.data()))
            entry = self.contents.indexBelow(entry)
        return found

    @property
    def said(self) -> str:
        return find(self.dialog, QLabel, "guide_message").text()

    def heading(self) -> str:
        """Return the heading nearest the upper edge of what is seen."""
        cursor = self.page.cursorForPosition(self.page.viewport().rect().topLeft())
        block = cursor.block()
        while block.isValid() and not block.blockFormat().headingLevel():
            block = block.next()
        return block.text()


def opened(application: Application) -> Guide:
    find(application.window, QAction, "guide_of_screen").trigger()
    return Guide(application.window)


def speak(application: Application, language: str) -> None:
    find(application.window, QAction, f"language_{language}").trigger()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_is_shown_with_its_pictures(start: Start, chapter: str, language: str) -> None:
    application = start()
    speak(application, language)
    guide = opened(application)

    guide.page.setSource(QUrl(f"guide:/{chapter}.md"))

    page = read_page(chapter, language)
    assert guide.page.document().begin().text() == page.title
    kind = QTextDocument.ResourceType.ImageResource.value
    for name in {word.split(")")[0] for word in page.markdown.split("](images/")[1:]}:
        picture = guide.page.document().resource(kind, QUrl(f"guide:/images/{name}"))
        assert picture.width() > 0
        assert picture.deviceIndependentSize().width() <= guide.page.viewport().width()


def test_it_begins_at_the_beginning(start: Start) -> None:
    assert opened(start()).place == BEGINNING


@pytest.mark.parametrize("place", SCREENS)
def test_it_opens_at_what_fits_the_screen(
    start: Start, workspace_path: Path, surroundings: Surroundings, place: str
) -> None:
    introduced(workspace_path, surroundings)
    application = start()
    PLACES[place](application)

    guide = opened(application)

    screen = application.window.screen_shown
    assert screen is not None
    assert guide.place == SECTIONS[screen.widget.objectName()]
    entry = guide.contents.currentIndex()
    assert guide.heading() == str(entry.data())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_place_it_opens_at_is_a_section(language: str) -> None:
    for place in SECTIONS.values():
        name, _sign, anchor = place.partition("#")
        page = read_page(name.removesuffix(".md"), language)
        assert anchor in {one.anchor for one in page.sections}, place


def test_the_contents_lead_to_a_section(start: Start) -> None:
    guide = opened(start())
    (found,) = guide.contents.model().match(
        guide.contents.model().index(0, 0),
        Qt.ItemDataRole.DisplayRole,
        "Backups",
        1,
        Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
    )

    guide.contents.setCurrentIndex(found)

    assert guide.place == "common.md#backups"
    assert guide.heading() == "Backups"


def test_it_goes_back_and_forward(start: Start) -> None:
    guide = opened(start())
    guide.page.setSource(QUrl("guide:/staff.md#letter"))
    back, forward = (find(guide.dialog, QPushButton, f"guide_{way}") for way in ("back", "forward"))

    QTest.keyClick(guide.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guide.place == BEGINNING
    assert not back.isEnabled()

    forward.click()
    assert guide.place == "staff.md#letter"


def test_a_search_lists_the_sections_with_all_words_and_marks_them(start: Start) -> None:
    guide = opened(start())

    QTest.keyClicks(guide.search, "krippendorff LOCKED")

    assert guide.listed == ["Team lead", "Agreement of the assessors"]

    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    QTest.keyClick(guide.search, Qt.Key.Key_Return)
    assert guide.place == "lead.md#agreement"
    marked = {one.cursor.selectedText().casefold() for one in guide.page.extraSelections()}
    assert marked == {"krippendorff", "locked"}


def test_the_contents_point_at_the_section_that_is_read(start: Start) -> None:
    guide = opened(start())

    guide.page.anchorClicked.emit(QUrl("staff.md#letter"))
    assert guide.contents.currentIndex().data() == "The letter"

    guide.page.anchorClicked.emit(QUrl("staff.md#annex"))
    assert guide.contents.currentIndex().data() == "The annex of the letter"

    guide.page.backward()
    assert guide.contents.currentIndex().data() == "The letter"


def test_a_search_that_finds_nothing_says_so(start: Start) -> None:
    guide = opened(start())

    QTest.keyClicks(guide.search, "zzz")

    assert guide.listed == []
    assert "No section" in guide.said


def test_escape_gives_the_search_up_and_then_closes(start: Start) -> None:
    guide = opened(start())
    everything = guide.listed
    QTest.keyClicks(guide.search, "backup")

    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert guide.dialog.isVisible()
    assert guide.listed == everything

    QTest.keyClick(guide.search, Qt.Key.Key_Escape)
    assert not guide.dialog.isVisible()


def test_it_follows_the_language_at_the_same_place(start: Start) -> None:
    application = start()
    guide = opened(application)
    guide.page.setSource(QUrl("guide:/lead.md#panel"))

    speak(application, "id")

    assert guide.dialog.windowTitle() == "Panduan"
    assert guide.place == "lead.md#panel"
    assert guide.page.document().begin().text() == read_page("lead", "id").title
    assert "Cadangan" in guide.listed


def test_it_follows_the_theme(start: Start) -> None:
    application = start()
    guide = opened(application)
    find(application.window, QAction, "theme_light").trigger()
    light = link_colour(guide)

    find(application.window, QAction, "theme_dark").trigger()

    assert link_colour(guide) != light


def link_colour(guide: Guide) -> str:
    """Return the colour of the first link of the page."""
    link = guide.page.document().find("Team lead")
    assert link.charFormat().anchorHref()
    return link.charFormat().foreground().color().name()


def test_a_link_leads_to_another_chapter(start: Start) -> None:
    guide = opened(start())

    guide.page.anchorClicked.emit(QUrl("assessor.md#rounds"))

    assert guide.place == "assessor.md#rounds"
    assert guide.heading() == "Rounds and regions"


@pytest.mark.parametrize(
    "address", ["https://example.go.id/", "file:///etc/hosts", "guide:/../../README.md", "none.md"]
)
def test_nothing_outside_the_guide_is_opened(start: Start, address: str) -> None:
    guide = opened(start())
    text = guide.page.toPlainText()

    guide.page.anchorClicked.emit(QUrl(address))

    assert guide.place == BEGINNING
    assert guide.page.toPlainText() == text
    assert "not opened" in guide.said


@pytest.mark.parametrize("address", ["https://example.go.id/a.png", "file:///etc/hosts"])
def test_nothing_outside_the_guide_is_read(start: Start, address: str) -> None:
    guide = opened(start())

    for kind in (QTextDocument.ResourceType.ImageResource, QTextDocument.ResourceType.HtmlResource):
        assert guide.page.loadResource(kind.value, QUrl(address)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_widgets_have_names_keys_of_their_own_and_room(start: Start, language: str) -> None:
    application = start()
    speak(application, language)
    dialog = opened(application).dialog

    found = interactive(dialog)
    assert [widget for widget in found if not widget.objectName()] == []
    assert [widget.objectName() for widget in found if not spoken_name(widget).strip()] == []
    assert shared(controls(dialog)) == set()
    assert dialog.minimumSizeHint().width() <= LAPTOP[0]
    assert dialog.minimumSizeHint().height() <= LAPTOP[1] - 100


def test_its_size_is_remembered(start: Start, preferences: Preferences) -> None:
    guide = opened(start())

    guide.dialog.close()

    assert not preferences.geometry("guide").isEmpty()


def test_the_first_window_does_not_load_it(tmp_path: Path) -> None:
    source = """
import sys
from ui.application import Application
print([name for name in sys.modules if name.startswith("ui.guide")])
"""
    done = subprocess.run(
        [sys.executable, "-c", source],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[3],
        env=os.environ | {"HOME": str(tmp_path)},
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_way_through_a_menu_that_it_names_is_there(start: Start, language: str) -> None:
    application = start()
    speak(application, language)
    ways = ways_through_menus(application.window)
    titles = "|".join(sorted({way.split(" > ")[0] for way in ways}))
    texts = [" ".join(read_page(chapter, language).markdown.split()) for chapter in CHAPTERS]

    named = [way for text in texts for way in re.findall(rf"(?:{titles}) > .{{40}}", text)]

    assert named
    assert [one for one in named if not one.startswith(tuple(ways))] == []


def ways_through_menus(window: MainWindow) -> set[str]:
    """Return "File > Print…" for every entry of every menu."""
    ways = {(menu, one) for menu in window.findChildren(QMenu) for one in menu.actions()}
    region = find(window, QMenu, "menu_region")
    ways |= {(region, one) for one in window.actions_.of_round()}
    shown = {f"{menu.title()} > {one.text()}" for menu, one in ways if one.text()}
    return {way.replace("&", "") for way in shown}
