"""Pages seen as they will be printed."""

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.printing.blocks import laid_out, paragraph
from ui.widgets.page_preview import PagePreview

WHITE = QColor("white").rgb()


@pytest.fixture
def preview(qtbot: QtBot) -> PagePreview:
    shown = PagePreview()
    qtbot.addWidget(shown)
    shown.resize(500, 400)
    shown.show()
    return shown


def picture(preview: PagePreview) -> QImage:
    sheets = preview.widget()
    assert sheets is not None
    return sheets.grab().toImage()


def test_every_page_is_shown_below_the_one_before(preview: PagePreview) -> None:
    one, many = laid_out([paragraph(1)]), laid_out([paragraph(200)])

    preview.show_document(one)
    short = picture(preview).height()
    preview.show_document(many)

    assert preview.pages == len(many.pages) > 1
    assert picture(preview).height() > short * (len(many.pages) - 1)


def test_a_page_is_white_with_what_is_printed_on_it(preview: PagePreview) -> None:
    preview.show_document(laid_out([paragraph(20)]))

    image = picture(preview)
    top = [image.pixel(x, y) for y in range(image.height() // 4) for x in range(image.width())]
    assert WHITE in top
    assert any(QColor(pixel).lightness() < 128 for pixel in top)


def test_a_wider_window_shows_wider_pages(preview: PagePreview) -> None:
    preview.show_document(laid_out([paragraph(1)]))
    before = picture(preview).width()

    preview.resize(700, 400)

    assert picture(preview).width() > before


def test_how_many_pages_there_are_is_said(preview: PagePreview) -> None:
    preview.show_document(laid_out([paragraph(1)]), "Surat")

    assert preview.accessibleName() == "Preview, 1 page"
    assert preview.accessibleDescription() == "Surat"


def test_without_a_document_there_is_no_page(preview: PagePreview) -> None:
    preview.show_document(laid_out([paragraph(1)]))

    preview.show_document(None)

    assert preview.pages == 0
    assert preview.accessibleName() == "Preview, 0 pages"
