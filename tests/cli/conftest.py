"""Command lines said in this process, on real workspace files."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.cli import run
from assessor.cli.arguments import LANGUAGE_VARIABLE, WORKSPACE_VARIABLE
from assessor.services.demo import DemonstrationOrder
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from resources import i18n
from tests.cli.examples import Answer, Say
from ui.printing.for_commands import CommandPrinting


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak English, whatever the machine speaks, and leave the language as it was."""
    before = i18n.language()
    i18n.use_language("en")
    monkeypatch.setenv(LANGUAGE_VARIABLE, "en")
    monkeypatch.delenv(WORKSPACE_VARIABLE, raising=False)
    yield
    i18n.use_language(before)


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str], request: pytest.FixtureRequest) -> Say:
    """Return what says a command line and hears the answer."""

    def begin_printing() -> CommandPrinting:
        # The other tests of this process have windows, for which a command's own Qt is too little.
        request.getfixturevalue("qapp")
        return CommandPrinting()

    def said(*words: object) -> Answer:
        capsys.readouterr()
        status = run([str(word) for word in words], begin_printing)
        heard = capsys.readouterr()
        return Answer(status, heard.out, heard.err)

    return said


@pytest.fixture(scope="session")
def made() -> Iterator[Path]:
    """A workspace made once: three regions of 2020, two assessors, everything scored."""
    order = DemonstrationOrder(regions=3, assessors=2, is_complete=True)
    with tempfile.TemporaryDirectory(prefix="assessor-test-") as name:
        path = Path(name) / "made.sqlite"
        with open_workspace(path, Surroundings.real()) as workspace:
            workspace.demonstrate(order)
        yield path


@pytest.fixture
def workspace(made: Path, tmp_path: Path) -> Path:
    """A copy of that workspace, on a path with spaces and letters beyond ASCII."""
    path = tmp_path / "ruang kerja Bérau" / "putaran 2020 – uji.sqlite"
    path.parent.mkdir()
    return Path(shutil.copyfile(made, path))
