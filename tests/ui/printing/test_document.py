"""Pages: everything is on one of them, none is empty, headings stay with what they head."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from assessor.domain.paper import Paper
from tests.ui.printing.blocks import SENTENCE, has_ink, image_of, laid_out, paragraph, table
from ui.printing.document import Document, Page, Running
from ui.printing.page import PageSetup, mm
from ui.printing.piece import Beside, Drawing
from ui.printing.style import TextStyle
from ui.printing.table import Column, Row, Table
from ui.printing.text import JUSTIFIED, Paragraph

pytestmark = pytest.mark.usefixtures("qapp")


def used(page: Page) -> float:
    """Return how far down its lowest piece reaches."""
    return max(one.y + one.piece.height for one in page.placed)


def height_of(document: Document) -> float:
    return sum(one.piece.height for page in document.pages for one in page.placed)


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sentences", [1, 60, 300, 301, 302, 303, 900])
def test_long_text_flows_on_and_no_line_is_lost(paper: Paper, sentences: int) -> None:
    whole = paragraph(sentences).fit(PageSetup(paper).content.width())

    document = laid_out([paragraph(sentences)], paper)

    assert height_of(document) == pytest.approx(whole.height)
    assert all(page.placed for page in document.pages)
    assert all(used(page) <= PageSetup(paper).content.height() for page in document.pages)


@pytest.mark.parametrize("lines_before", range(60, 67))
def test_a_paragraph_never_leaves_one_line_alone(lines_before: int) -> None:
    document = laid_out([*[paragraph(1)] * lines_before, paragraph(6)])

    pieces = [one.piece for page in document.pages for one in page.placed]
    parts = [round(piece.height / TextStyle().pitch) for piece in pieces[lines_before:]]
    assert sum(parts) > 3
    assert min(parts) > 1


def test_a_heading_goes_to_the_next_page_with_what_follows_it() -> None:
    room = PageSetup().content.height()
    filler = Drawing(room - mm(6), lambda _painter, _room: None)
    heading = Paragraph("Rekomendasi", gap=mm(1), keeps_with_next=True)

    document = laid_out([filler, heading, paragraph(3)])

    assert [len(page.placed) for page in document.pages] == [1, 2]


def test_gaps_vanish_at_the_top_of_a_page() -> None:
    document = laid_out([paragraph(1, gap=mm(20)), paragraph(500, gap=mm(20)), paragraph(400)])

    assert [page.placed[0].y for page in document.pages] == [0] * len(document.pages)
    assert document.pages[0].placed[1].y == pytest.approx(TextStyle().pitch + mm(20))


def test_what_fits_a_page_to_the_end_makes_no_empty_one() -> None:
    room = PageSetup().content.height()

    document = laid_out([Drawing(room, lambda _painter, _room: None)] * 3)

    assert [len(page.placed) for page in document.pages] == [1, 1, 1]


def test_nothing_at_all_is_one_page() -> None:
    assert len(laid_out([]).pages) == 1


def test_pages_count_from_one() -> None:
    document = laid_out([paragraph(900)])

    assert [(page.number, page.total) for page in document.pages] == [
        (number, len(document.pages)) for number in range(1, len(document.pages) + 1)
    ]


def test_what_is_higher_than_a_page_and_cannot_be_divided_is_refused() -> None:
    with pytest.raises(ValueError, match=r"\d"):
        laid_out([Drawing(mm(400), lambda _painter, _room: None)])


@pytest.mark.parametrize("text", [SENTENCE * 200, "x" * 4000, "kata " * 900])
def test_no_text_runs_into_the_margins(text: str) -> None:
    style = TextStyle(align=JUSTIFIED)

    (page, *_more) = laid_out([Paragraph(text, style, indent=mm(6), mark="1.")]).pages
    image = image_of(page)

    assert has_ink(image, 18, 17, 192, 280)
    assert not has_ink(image, 0, 0, 17.5, 297)
    assert not has_ink(image, 192.5, 0, 210, 297)
    assert not has_ink(image, 0, 288, 210, 297)


def test_a_stamp_and_the_page_s_number_stand_on_every_page() -> None:
    running = Running(header="KOTA DENPASAR", footer="Kode", stamp="SEMENTARA")

    for page in laid_out([paragraph(900)], running=running).pages:
        image = image_of(page)
        assert has_ink(image, 150, 7, 192, 15)
        assert has_ink(image, 170, 281, 192, 290)


def test_the_header_stands_from_the_second_page_on() -> None:
    pages = laid_out([paragraph(900)], running=Running(header="KOTA DENPASAR")).pages

    assert not has_ink(image_of(pages[0]), 18, 7, 60, 15)
    assert has_ink(image_of(pages[1]), 18, 7, 60, 15)


def test_a_table_is_divided_between_rows_under_its_heading_on_every_page() -> None:
    document = laid_out([table([f"Program {number}" for number in range(150)])])
    whole = table([f"Program {number}" for number in range(150)]).fit(PageSetup().content.width())
    heading = table([]).fit(PageSetup().content.width()).height

    assert len(document.pages) > 2
    assert height_of(document) == pytest.approx(whole.height + heading * (len(document.pages) - 1))


def test_a_row_higher_than_a_page_flows_on() -> None:
    document = laid_out([table(["Satu", SENTENCE * 400, "Tiga"])])

    assert len(document.pages) > 1
    assert all(used(page) <= PageSetup().content.height() for page in document.pages)
    assert height_of(document) > PageSetup().content.height()


def test_rows_that_belong_to_the_next_do_not_end_a_page() -> None:
    columns = (Column(share=1),)
    rows = tuple(Row((str(number),), keeps_with_next=number % 2 == 0) for number in range(200))

    document = laid_out([Table(columns, (), rows)])

    row = Table(columns, (), rows[:1]).fit(mm(100)).height
    counts = [round(page.placed[0].piece.height / row) for page in document.pages]
    assert sum(counts) == 200
    assert all(count % 2 == 0 for count in counts)


def test_stacks_beside_each_other_share_the_width() -> None:
    seen: list[tuple[float, float]] = []

    def draw(_painter: QPainter, room: QRectF) -> None:
        seen.append((room.left(), room.width()))

    drawing = Drawing(mm(20), draw)
    (page,) = laid_out([Beside(((drawing,), (drawing,)), (3, 1), mm(10))]).pages
    image_of(page)

    assert seen == [(mm(18), mm(123)), (mm(151), mm(41))]
