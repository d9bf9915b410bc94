"""Where the guide is read: its pages and pictures, and nothing from anywhere else."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QByteArray, QUrl, Signal
from PySide6.QtGui import QImage, QResizeEvent, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from resources.i18n import gettext as _
from resources.i18n import language
from ui.building import named
from ui.guide.pages import CHAPTERS, read_page, read_picture
from ui.guide.typesetting import MARGIN, Room, fit_pictures, set_page

SCHEME: Final = "guide"
SPACE_ABOVE_SECTION: Final = 10
"""Pixels between the edge and the heading that was gone to."""


class GuideBrowser(QTextBrowser):
    """Shows one page of the guide; goes back and forward as a browser does."""

    link_refused = Signal(str)
    """An address outside the guide, which is never opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        named(self, "guide_page")
        self.setOpenLinks(False)
        self._shown = QUrl()
        self._words: Sequence[str] = ()
        self._pictures: dict[str, QImage] = {}
        self.anchorClicked.connect(self._follow)
        self.sourceChanged.connect(self._set)

    @property
    def place(self) -> str:
        """The chapter and section that are shown, as `go_to` takes them; "" before the first."""
        return self._shown.toString().removeprefix(f"{SCHEME}:/")

    def go_to(self, place: str) -> None:
        """Show "chapter.md", or a section of it as in "chapter.md#section"."""
        self._show(QUrl(f"{SCHEME}:/{place}"))

    def retranslate(self) -> None:
        """Show the same page in the language and the colours in use, as far down as before."""
        self.setAccessibleName(_("Page of the guide"))
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._pictures.clear()
        if self._shown.isValid():
            self.reload()
        bar.setValue(round(share * bar.maximum()))

    def mark(self, words: Sequence[str]) -> None:
        """Mark every place of the page where one of `words` stands, and of those to come."""
        self._words = words
        found = (cursor for word in words for cursor in self._places_of(word))
        self.setExtraSelections([self._marked(cursor) for cursor in found])

    def loadResource(self, kind: int, url: QUrl | str) -> object:
        """Return a page or a picture of the guide; None for all else, wherever it lies."""
        wanted = QUrl(url)
        name, _dot, ending = wanted.fileName().rpartition(".")
        if wanted.scheme() != SCHEME:
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value and ending == "png":
            return self._picture(name)
        return read_page(name, language()).markdown if name in CHAPTERS else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pictures as wide as the page."""
        super().resizeEvent(event)
        self._fit()

    def _follow(self, link: QUrl) -> None:
        goal = self._shown.resolved(link)
        if goal.scheme() == SCHEME and goal.fileName().removesuffix(".md") in CHAPTERS:
            self._show(goal)
        else:
            self.link_refused.emit(goal.toString())

    def _set(self, source: QUrl) -> None:
        # While it tells of the change, `source` still names the place before.
        self._shown = source
        page = read_page(source.fileName().removesuffix(".md"), language())
        set_page(self.document(), page.sections, self.palette().mid())
        self._fit()
        self.mark(self._words)

    def _show(self, source: QUrl) -> None:
        self.setSource(source)
        # Its sections have their names only now.
        if source.hasFragment():
            self.scrollToAnchor(source.fragment())
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - SPACE_ABOVE_SECTION)

    def _fit(self) -> None:
        width = self.viewport().width() - 2 * MARGIN
        room = Room(width, self.devicePixelRatioF(), self._picture)
        fit_pictures(self.document(), self._shown, room)

    def _picture(self, name: str) -> QImage:
        """Return a picture as it was taken, an empty one where there is none of that name."""
        if name not in self._pictures:
            drawn = read_picture(name, language())
            taken = QImage() if drawn is None else QImage.fromData(QByteArray(drawn))
            self._pictures[name] = taken
        return self._pictures[name]

    def _places_of(self, word: str) -> Sequence[QTextCursor]:
        places = list[QTextCursor]()
        cursor = self.document().find(word)
        while not cursor.isNull():
            places.append(cursor)
            cursor = self.document().find(word, cursor)
        return places

    def _marked(self, cursor: QTextCursor) -> QTextEdit.ExtraSelection:
        look, selection = QTextCharFormat(), QTextEdit.ExtraSelection()
        look.setBackground(self.palette().highlight())
        look.setForeground(self.palette().highlightedText())
        selection.cursor = cursor
        selection.format = look
        return selection
