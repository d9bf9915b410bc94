"""Finding a Python that will do."""

import sys
from pathlib import Path

import pytest

from tools.bootstrap import find_python, probe


@pytest.fixture
def old_python(tmp_path: Path) -> Path:
    """A command that answers as Python 3.10 would."""
    if sys.platform == "win32":
        pytest.skip("the stand-in is a shell script")
    command = tmp_path / "python3.10"
    command.write_text("#!/bin/sh\necho '[[3, 10], \"/usr/bin/python3.10\", true]'\n")
    command.chmod(0o755)
    return command


def test_this_python_will_do() -> None:
    found = find_python(sys.executable)

    assert found.version == sys.version_info[:2]
    assert found.makes_environments


def test_the_python_behind_a_virtual_environment_is_found() -> None:
    found = find_python(sys.executable)

    assert Path(found.executable).parent != Path(sys.prefix, "bin") or sys.prefix == sys.base_prefix


def test_a_command_that_is_no_python_gives_no_answer(tmp_path: Path) -> None:
    assert probe([str(tmp_path / "python3.13")]) is None


def test_a_python_too_old_is_named_in_the_refusal(old_python: Path) -> None:
    with pytest.raises(SystemExit, match=r"python3\.10 does not run as Python 3\.11 or newer"):
        find_python(str(old_python))
