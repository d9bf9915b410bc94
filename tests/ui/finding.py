"""Finding and using widgets by the names they have."""

from typing import TypeVar

from PySide6.QtCore import QObject

Kind = TypeVar("Kind", bound=QObject)


def find(parent: QObject, kind: type[Kind], name: str) -> Kind:
    """Return the one child of a kind with this name; a test fails where there is none."""
    found = parent.findChildren(kind, name)
    assert len(found) == 1, f"{len(found)} of {name}"
    return found[0]
