"""What is said about missing system libraries."""

import sys

import pytest

from tools import qt_libraries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux shares these libraries")


def test_a_library_that_is_there_needs_no_package() -> None:
    assert qt_libraries.missing_packages({"libc.so.6": "libc6"}) == []


def test_missing_libraries_of_one_package_name_it_once() -> None:
    libraries = {"libnowhere-a.so.1": "nowhere", "libnowhere-b.so.1": "nowhere"}

    assert qt_libraries.missing_packages(libraries) == ["nowhere"]


def test_the_explanation_holds_the_command_to_copy(capsys: pytest.CaptureFixture[str]) -> None:
    qt_libraries.explain(["libegl1", "libgl1"])

    command = "sudo apt-get install -y --no-install-recommends libegl1 libgl1\n"
    assert command in capsys.readouterr().err


def test_qt_itself_needs_no_more_than_the_core_libraries() -> None:
    import PySide6.QtWidgets  # noqa: F401, PLC0415  # loading it is the test

    assert qt_libraries.missing_packages(qt_libraries.CORE) == []
