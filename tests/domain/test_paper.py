"""The papers of offices."""

from assessor.domain.paper import Paper


def test_a4_and_f4_have_the_sizes_that_are_sold() -> None:
    assert Paper.A4.millimetres == (210, 297)
    assert Paper.F4.millimetres == (215, 330)
