"""A team lead's workspace, and folders of sheets that came back."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.services.workspace import Workspace
from tests.services.merging.examples import Colleague, lead_workspace


@pytest.fixture
def lead(tmp_path: Path) -> Iterator[Workspace]:
    """The lead's workspace: the round of two regions, nobody's scores in it."""
    with lead_workspace(tmp_path / "ketua" / "putaran.sqlite") as workspace:
        yield workspace


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where sheets arrive."""
    path = tmp_path / "lembar masuk é"
    path.mkdir()
    return path


@pytest.fixture
def ayu(tmp_path: Path) -> Colleague:
    """An assessor of Kota Denpasar."""
    return Colleague(tmp_path, "ayu")


@pytest.fixture
def budi(tmp_path: Path) -> Colleague:
    """Another assessor of Kota Denpasar."""
    return Colleague(tmp_path, "budi")
