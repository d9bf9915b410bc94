"""Results to one stream, reasons and progress to the other."""

import io
import json
from pathlib import Path

import pytest

from assessor.cli.problems import Refused
from assessor.cli.terminal import Terminal

FULL = Path("/dev/full")


class Screen(io.StringIO):
    """A stream that a person looks at."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


def test_progress_is_shown_to_a_person() -> None:
    screen = Screen()
    shown = Terminal(io.StringIO(), screen).progress(2)

    shown(1)
    shown(2)

    assert screen.getvalue() == "\r1/2\r   \r"


def test_progress_is_not_written_to_a_file() -> None:
    file = io.StringIO()

    Terminal(io.StringIO(), file).progress(2)(1)

    assert file.getvalue() == ""


def test_a_reason_does_not_run_into_the_progress() -> None:
    screen = Screen()
    terminal = Terminal(io.StringIO(), screen)
    terminal.progress(2)(1)

    terminal.complain("That went wrong.")

    assert screen.getvalue() == "\r1/2\r   \rThat went wrong.\n"


def test_a_reason_is_one_line() -> None:
    file = io.StringIO()

    Terminal(io.StringIO(), file).complain("first\nsecond")

    assert file.getvalue() == "first second\n"


def test_output_is_utf_8_whatever_the_surroundings_say() -> None:
    raw = io.BytesIO()
    terminal = Terminal(io.TextIOWrapper(raw, encoding="ascii"), io.StringIO())

    terminal.say("Bérau – 3,10")
    terminal.finish()

    assert raw.getvalue().decode("utf-8").rstrip("\r\n") == "Bérau – 3,10"


def test_a_document_with_half_a_letter_is_still_json() -> None:
    raw = io.BytesIO()
    terminal = Terminal(io.TextIOWrapper(raw, encoding="ascii"), io.StringIO())

    terminal.say_document({"name": "Bérau \udce9"})
    terminal.finish()

    assert json.loads(raw.getvalue()) == {"name": "Bérau \udce9"}


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_device_without_room_is_refused() -> None:
    with FULL.open("w", encoding="utf-8") as full:
        terminal = Terminal(full, io.StringIO())
        terminal.say("one line")

        with pytest.raises(Refused, match="No space left"):
            terminal.finish()


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_device_without_room_is_noticed_in_the_midst_of_a_document() -> None:
    with FULL.open("w", encoding="utf-8") as full:
        terminal = Terminal(full, io.StringIO())

        with pytest.raises(Refused, match="No space left"):
            terminal.say_document(["x" * 1000] * 1000)
