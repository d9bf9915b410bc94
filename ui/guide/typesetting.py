"""How a page of the guide is set: room between its lines, named sections, pictures that fit."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextTable,
)

from ui.guide.pages import Section

MARGIN: Final = 24
"""Pixels around a page."""
LINE_HEIGHT: Final = 125.0
"""Percent."""
SPACE_BELOW: Final = 10
"""Pixels after a paragraph."""
SPACE_BELOW_ITEM: Final = 4
SPACE_ABOVE_HEADING: Final = 22
SPACE_AROUND_TABLE: Final = 6
CELL_PADDING: Final = 6
OBJECT: Final = "\ufffc"
"""What stands in the text where a picture is."""


@dataclass(frozen=True, slots=True)
class Room:
    """What the pictures of a page have to go by."""

    width: int
    """Pixels of the window."""
    sharpness: float
    """How many pixels of the screen make one of the window."""
    drawn: Callable[[str], QImage]
    """Returns a picture as it was taken, an empty one where there is none."""


def set_page(document: QTextDocument, sections: Sequence[Section], lines: QBrush) -> None:
    """Give the text room, name its sections as links call them, rule its tables with `lines`."""
    document.setDocumentMargin(MARGIN)
    named = iter(sections)
    with _in_one_step(document):
        for block in _blocks(document):
            _give_room(block)
            if block.blockFormat().headingLevel():
                _name(block, next(named).anchor)
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _rule(frame, lines)


def fit_pictures(document: QTextDocument, page: QUrl, room: Room) -> None:
    """Show the pictures of `page` in full, but no wider than there is room."""
    with _in_one_step(document):
        for cursor in _pictures(document):
            image = cursor.charFormat().toImageFormat()
            url = page.resolved(QUrl(image.name()))
            shown = _fitted(room.drawn(url.fileName().removesuffix(".png")), room)
            document.addResource(QTextDocument.ResourceType.ImageResource.value, url, shown)
            size = shown.deviceIndependentSize()
            image.setWidth(size.width())
            image.setHeight(size.height())
            cursor.setCharFormat(image)


def _fitted(drawn: QImage, room: Room) -> QImage:
    """Return a picture no wider than the room; the document would leave out pixels instead."""
    widest = QSize(min(drawn.width(), max(room.width, 1)), drawn.height())
    size = drawn.size().scaled(widest, Qt.AspectRatioMode.KeepAspectRatio) * room.sharpness
    shown = drawn.scaled(size, mode=Qt.TransformationMode.SmoothTransformation)
    shown.setDevicePixelRatio(room.sharpness)
    return shown


@contextmanager
def _in_one_step(document: QTextDocument) -> Iterator[None]:
    """Have the document laid out once for all that is changed inside."""
    step = QTextCursor(document)
    step.beginEditBlock()
    yield
    step.endEditBlock()


def _give_room(block: QTextBlock) -> None:
    setting, cursor = QTextBlockFormat(), QTextCursor(block)
    is_in_table = cursor.currentTable() is not None
    if not is_in_table:
        below = SPACE_BELOW if block.textList() is None else SPACE_BELOW_ITEM
        setting.setBottomMargin(below)
    if block.blockFormat().headingLevel() > 1:
        setting.setTopMargin(SPACE_ABOVE_HEADING)
    if OBJECT not in block.text():
        kind = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        setting.setLineHeight(LINE_HEIGHT, kind)
    cursor.mergeBlockFormat(setting)


def _name(heading: QTextBlock, anchor: str) -> None:
    cursor, name = QTextCursor(heading), QTextCharFormat()
    cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
    name.setAnchor(True)
    name.setAnchorNames([anchor])
    cursor.mergeCharFormat(name)


def _rule(table: QTextTable, lines: QBrush) -> None:
    setting = table.format().toTableFormat()
    setting.setBorderCollapse(True)
    setting.setBorder(1)
    setting.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    setting.setBorderBrush(lines)
    setting.setCellPadding(CELL_PADDING)
    setting.setTopMargin(SPACE_AROUND_TABLE)
    setting.setBottomMargin(SPACE_AROUND_TABLE)
    table.setFormat(setting)


def _pictures(document: QTextDocument) -> Iterator[QTextCursor]:
    cursor = document.find(OBJECT)
    while not cursor.isNull():
        if cursor.charFormat().isImageFormat():
            yield QTextCursor(cursor)
        cursor = document.find(OBJECT, cursor)


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()
