"""The regions to choose from, each to be checked."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from assessor.domain.records import Participant
from ui.building import named

WHO: Final = Qt.ItemDataRole.UserRole
"""The region's participant."""


def region_list(participants: Sequence[Participant]) -> QListWidget:
    """Return the list, nothing checked."""
    regions = named(QListWidget(), "regions_to_export")
    regions.setSpacing(2)
    for participant in participants:
        item = QListWidgetItem(participant.region.name)
        item.setData(WHO, participant.id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        regions.addItem(item)
    return regions
