"""What holds for every test."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

import pytest
from hypothesis import settings

# Set before anything imports Qt: no test opens a window on the desktop of who runs it.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run's outcome belongs to the commit, not to luck: the same examples each time, and no deadline,
# since a busy machine is no bug. To look for new examples: HYPOTHESIS_PROFILE=search make test
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("search", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

NOBODY: Final = 65534
"""The user of Unix systems to whom nothing belongs."""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user of the machine can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory(prefix="assessor test ") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.fixture
def ordinary_user() -> Callable[[], AbstractContextManager[None]]:
    """Return a context in which permissions count, even where the tests run as root."""
    if sys.platform == "win32":
        pytest.skip("permissions work otherwise on Windows")

    @contextmanager
    def lower() -> Iterator[None]:
        before = os.geteuid()
        if before == 0:
            os.seteuid(NOBODY)
        try:
            yield
        finally:
            os.seteuid(before)

    return lower
