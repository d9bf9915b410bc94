"""Contribution bars."""

from decimal import Decimal

import pytest

from tests.ui.charts.painting import painted, points_of, touches_the_edge
from ui.charts.bars import PATTERNS, Bar, BarData, BarRow, bars_text, paint_bars
from ui.charts.colours import paper_colours

pytestmark = pytest.mark.usefixtures("qapp")


def bar(value: str | None, most: str = "0.80") -> Bar:
    return Bar(None if value is None else Decimal(value), Decimal(most), f"{value} of {most}")


def ink(place: int, *rows: BarRow) -> int:
    """Return how many points have the colour of a row's first or second bar."""
    data = BarData(("2023", "2022"), rows)
    image = painted(lambda painter, area, used: paint_bars(painter, area, data, used))
    return points_of(image, paper_colours().series[place])


def test_a_longer_bar_is_a_larger_contribution() -> None:
    little = ink(0, BarRow("Output", (bar("0.20"), None)))
    much = ink(0, BarRow("Output", (bar("0.80"), None)))

    assert 2 * little < much


def test_bars_share_one_scale() -> None:
    alone = ink(0, BarRow("Output", (bar("0.40", "0.40"), None)))
    beside = ink(
        0,
        BarRow("Output", (bar("0.40", "0.40"), None)),
        BarRow("Outcome", (bar(None, "1.20"), None)),
    )

    assert beside < alone


def test_last_years_bar_is_hatched() -> None:
    solid = ink(0, BarRow("Output", (bar("0.80"), None)))
    hatched = ink(1, BarRow("Output", (None, bar("0.80"))))

    assert 0 < hatched < solid / 2
    assert len(set(PATTERNS)) == 2


def test_no_contribution_leaves_the_frame_empty() -> None:
    row = BarRow("Output", (bar(None), None))

    assert ink(0, row) < ink(0, BarRow("Output", (bar("0.40"), None)))


def test_nothing_is_cut_off() -> None:
    rows = tuple(BarRow(f"Program Kolaborasi {n}", (bar("0.80"), bar("0.40"))) for n in range(6))
    data = BarData(("2023", "2022"), rows)

    image = painted(lambda painter, area, used: paint_bars(painter, area, data, used))

    assert not touches_the_edge(image, paper_colours().ground)


def test_the_same_figures_stand_in_its_text() -> None:
    rows = (
        BarRow("Output", (bar("0.31"), bar("0.20"))),
        BarRow("Kolaborasi", (bar("0.1"), None)),
    )

    text = bars_text(BarData(("2023", "2022"), rows))

    assert text.splitlines() == [
        "Output: 2023 0.31 of 0.80; 2022 0.20 of 0.80",
        "Kolaborasi: 2023 0.1 of 0.80",
    ]
