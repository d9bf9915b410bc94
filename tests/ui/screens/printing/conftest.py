"""A round of four regions: three scored by a panel of one, one that nobody began."""

from collections.abc import Iterator

import pytest

from assessor.domain.records import Participant
from assessor.services.demo import DemonstrationOrder
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from ui.tasks import Tasks


@pytest.fixture(scope="package")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Three regions of a demonstration, complete and locked."""
    path = tmp_path_factory.mktemp("cetak") / "d.sqlite"
    with demonstrated(path, DemonstrationOrder(regions=3, assessors=1, is_complete=True)) as made:
        yield made


@pytest.fixture
def regions(scored: Workspace) -> tuple[Participant, ...]:
    """Its regions, in the order of official tables."""
    return scored.rounds.participants(scored.rounds.all()[0].id)


@pytest.fixture
def tasks() -> Iterator[Tasks]:
    """Real threads, all of them ended in the end."""
    running = Tasks()
    yield running
    running.stop()
