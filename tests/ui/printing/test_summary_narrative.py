"""Where the narrative of a summary stands: side by side while short, over the page when long."""

from collections.abc import Sequence

from assessor.domain.summary import SummaryAssessor
from ui.printing.columns import TwoColumns
from ui.printing.piece import Block
from ui.printing.summary_narrative import SHORT, narrative
from ui.printing.text import Paragraph


def weaknesses(*said: tuple[str, ...]) -> Sequence[Block]:
    """Return the blocks of what assessors, one after the other, called weak."""
    assessors = [
        SummaryAssessor(f"Asesor {number}", "", 1, True, None, weaknesses=items)
        for number, items in enumerate(said, start=1)
    ]
    ((title, blocks), *_others) = narrative(assessors)
    assert title == "Kelemahan"
    return blocks


def test_short_lists_stand_in_two_columns() -> None:
    (block,) = weaknesses(("Data tercecer", "Anggaran belum pasti"), (), ("Pengukuran",))

    assert isinstance(block, TwoColumns)
    assert len(block.blocks) == 2


def test_a_long_list_goes_over_the_page_and_may_break_anywhere() -> None:
    blocks = weaknesses(("Data tercecer",), ("a" * SHORT, "b"))

    assert all(isinstance(one, Paragraph) for one in blocks)
    assert len(blocks) == 5


def test_where_nobody_wrote_anything_that_is_said() -> None:
    (block,) = weaknesses((), ())

    assert isinstance(block, Paragraph)
    assert block.text == "Belum ditulis."
