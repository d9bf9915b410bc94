"""What the window and a screen ask of each other."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget


class Menu(StrEnum):
    """The menus in which a screen may have entries of its own."""

    EDIT = "edit"
    REGION = "region"
    VIEW = "view"


class Screen(Protocol):
    """A presenter with its view; the window shows one at a time."""

    @property
    def widget(self) -> QWidget:
        """The view."""

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return the screen's entries; the same actions every time, their texts kept by it."""

    def leave(self) -> tuple[str, ...]:
        """Save what is being typed: another screen comes, or the window closes.

        Returns what could not be saved and why, in words; it stays as typed.
        """
