"""Stories are told in the real window."""

from tests.ui.starting import (
    answers,
    english,
    preferences,
    setting,
    start,
    surroundings,
    workspace,
    workspace_path,
)

__all__ = [
    "answers",
    "english",
    "preferences",
    "setting",
    "start",
    "surroundings",
    "workspace",
    "workspace_path",
]
