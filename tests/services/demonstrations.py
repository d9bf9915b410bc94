"""Demonstrations for the tests of what is in them."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

from assessor.services.demo import DemonstrationOrder
from assessor.services.dump import Document
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import surroundings

PANEL: Final = 5


@contextmanager
def demonstrated(path: Path, order: DemonstrationOrder) -> Iterator[Workspace]:
    """Open a new workspace with a demonstration in it."""
    with open_workspace(path, surroundings()) as workspace:
        workspace.demonstrate(order)
        yield workspace


@cache
def demonstration_file(order: DemonstrationOrder) -> bytes:
    """Return a closed workspace with a demonstration in it, made once."""
    with tempfile.TemporaryDirectory(prefix="assessor-test-") as name:
        path = Path(name) / "made.sqlite"
        with demonstrated(path, order):
            pass
        return path.read_bytes()


def assessments_of(document: Document) -> list[Any]:
    """Return all assessments, whatever their region."""
    return [one for region in document["regions"] for one in region["assessments"]]
