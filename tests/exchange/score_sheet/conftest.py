"""Shared by the tests of the score sheet."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def libreoffice_profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of its own, so that no open LibreOffice answers for ours."""
    return tmp_path_factory.mktemp("libreoffice")
