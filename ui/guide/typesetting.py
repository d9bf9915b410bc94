"""How a page of the guide is set: room between its lines, named sections, pictures that fit."""

from collections.abc import Iterator, Sequence
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
CELL_PADDING: Final = 6
OBJECT: Final = "\ufffc"
"""What stands in the text where a picture is."""


def set_page(document: QTextDocument, sections: Sequence[Section], lines: QBrush) -> None:
    """Give the text room, name its sections as links call them, rule its tables with `lines`."""
    document.setDocumentMargin(MARGIN)
    named = iter(sections)
    for block in _blocks(document):
        _give_room(block)
        if block.blockFormat().headingLevel():
            _name(block, next(named).anchor)
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _rule(frame, lines)


def fit_pictures(document: QTextDocument, page: QUrl, width: int) -> None:
    """Show the pictures of `page` in full, but no wider than `width` pixels of the window."""
    for cursor in _pictures(document):
        image = cursor.charFormat().toImageFormat()
        kind = QTextDocument.ResourceType.ImageResource.value
        drawn = document.resource(kind, page.resolved(QUrl(image.name())))
        if isinstance(drawn, QImage):
            widest = QSize(min(drawn.width(), max(width, 1)), drawn.height())
            size = drawn.size().scaled(widest, Qt.AspectRatioMode.KeepAspectRatio)
            image.setWidth(size.width())
            image.setHeight(size.height())
            cursor.setCharFormat(image)


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
    setting.setBottomMargin(SPACE_BELOW)
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
