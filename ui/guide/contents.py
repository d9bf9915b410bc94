"""The contents of the guide: chapters and their sections, all or those in which words stand."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from resources.i18n import language
from ui.guide.pages import CHAPTERS, Page, Section, read_page

PLACE = Qt.ItemDataRole.UserRole


class Contents(QStandardItemModel):
    """A tree of two levels; each entry knows the place that it leads to."""

    def fill(self, words: Sequence[str] = ()) -> None:
        """List, in the language in use, the sections in which all of `words` stand."""
        self.clear()
        for chapter in CHAPTERS:
            page = read_page(chapter, language())
            found = [one for one in page.sections[1:] if _holds(one, words)]
            if found or _holds(page.sections[0], words):
                self.appendRow(_entry_of(page, found))

    def first_found(self) -> QModelIndex:
        """Return the first section that was found, or the chapter where only that was."""
        chapter = self.index(0, 0)
        section = self.index(0, 0, chapter)
        return section if section.isValid() else chapter

    def entry(self, place: str) -> QModelIndex:
        """Return the entry that leads to `place`, an invalid one where none is listed."""
        whole = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self.match(self.index(0, 0), PLACE, place, 1, whole)
        return found[0] if found else QModelIndex()


def _holds(section: Section, words: Sequence[str]) -> bool:
    text = section.text.casefold()
    return all(word in text for word in words)


def _entry_of(page: Page, sections: Sequence[Section]) -> QStandardItem:
    chapter = _leading(page.title, f"{page.chapter}.md")
    for section in sections:
        chapter.appendRow(_leading(section.title, f"{page.chapter}.md#{section.anchor}"))
    return chapter


def _leading(title: str, place: str) -> QStandardItem:
    entry = QStandardItem(title)
    entry.setEditable(False)
    entry.setData(place, PLACE)
    return entry
