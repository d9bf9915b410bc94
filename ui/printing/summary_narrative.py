"""What the assessors wrote about a region, each under the own name."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from assessor.domain.summary import SummaryAssessor
from ui.printing.columns import TwoColumns
from ui.printing.page import mm
from ui.printing.piece import Beside, Block
from ui.printing.style import TextStyle
from ui.printing.text import Paragraph

SHORT: Final = 600
"""Characters of one assessor up to which the texts stand in two columns, which cut none of them."""
BETWEEN: Final = mm(5)
GAP: Final = mm(1)
NAME: Final = TextStyle(size=8, is_bold=True)
ITEM: Final = TextStyle(size=8)
PARTS: Final[tuple[tuple[str, Callable[[SummaryAssessor], Sequence[str]]], ...]] = (
    ("Kelemahan", lambda one: one.weaknesses),
    ("Kekuatan", lambda one: one.strengths),
    ("Rekomendasi", lambda one: one.recommendations),
)


def narrative(assessors: Sequence[SummaryAssessor]) -> Iterator[tuple[str, Sequence[Block]]]:
    """Yield the title and the blocks of each list."""
    for title, items_of in PARTS:
        said = [(one.name, items_of(one)) for one in assessors if items_of(one)]
        yield title, _blocks(said)


def _blocks(said: Sequence[tuple[str, Sequence[str]]]) -> Sequence[Block]:
    if not said:
        return (Paragraph("Belum ditulis.", TextStyle(size=8), gap=GAP),)
    stacks = [tuple(_items(name, items)) for name, items in said]
    if max(sum(map(len, items)) for _name, items in said) > SHORT:
        return [block for stack in stacks for block in stack]
    wholes = (Beside((stack,), (1,), 0, gap=GAP) for stack in stacks)
    return (TwoColumns(tuple(wholes), BETWEEN, gap=GAP),)


def _items(name: str, items: Sequence[str]) -> Iterator[Block]:
    yield Paragraph(name, NAME, gap=GAP, keeps_with_next=True)
    for number, item in enumerate(items, start=1):
        yield Paragraph(item, ITEM, gap=mm(0.3), indent=mm(5.5), mark=f"{number}.")
