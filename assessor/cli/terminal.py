"""Where a command speaks: results to standard output, reasons and progress to standard error."""

import errno
import io
import json
import os
from collections.abc import Callable
from typing import Any, Final, TextIO

from assessor.cli.problems import Refused
from resources.i18n import gettext as _

READER_LEFT: Final = {errno.EPIPE} if os.name == "posix" else {errno.EPIPE, errno.EINVAL}
"""What a closed pipe says; Windows has its own word for it."""


class Terminal:
    """Both streams in UTF-8, wherever they lead."""

    def __init__(self, out: TextIO, err: TextIO) -> None:
        self._out = out
        self._err = err
        self._is_silent = False
        self._progress = ""
        for stream in (out, err):
            if isinstance(stream, io.TextIOWrapper):
                # Half a letter, as in a file name of another encoding, must not end a command.
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")

    def say(self, line: str = "") -> None:
        """Write a line of the result. Raises Refused where the output cannot be written."""
        self._write(f"{line}\n")

    def say_document(self, document: Any, indent: int | None = 2) -> None:
        """Write the one JSON document that a command answers with. Raises Refused."""
        encoder = json.JSONEncoder(ensure_ascii=False, indent=indent)
        for part in encoder.iterencode(document):
            self._write(part)
        self._write("\n")

    def complain(self, sentence: str) -> None:
        """Write a reason as one line to standard error."""
        self._show_progress("")
        self._err.write(" ".join(sentence.split()) + "\n")
        self._err.flush()

    def progress(self, total: int) -> Callable[[int], None]:
        """Return what shows how many of `total` are done, to a terminal only."""
        if not self._err.isatty():
            return lambda _done: None
        return lambda done: self._show_progress("" if done == total else f"{done}/{total}")

    def finish(self) -> None:
        """Hand over what is still held back. Raises Refused where it cannot be written."""
        if self._is_silent:
            return
        try:
            self._out.flush()
        except OSError as error:
            self._give_up(error)

    def _write(self, text: str) -> None:
        if self._is_silent:
            return
        try:
            self._out.write(text)
        except OSError as error:
            self._give_up(error)

    def _give_up(self, error: OSError) -> None:
        """Stop writing: a reader who has seen enough stops no work, a full disk is refused."""
        self._is_silent = True
        nowhere = os.open(os.devnull, os.O_WRONLY)
        # What is still buffered goes where Python can write it when it ends.
        os.dup2(nowhere, self._out.fileno())
        os.close(nowhere)
        if error.errno not in READER_LEFT:
            raise Refused(
                _("The output cannot be written to where it was sent ({reason}).").format(
                    reason=os.strerror(error.errno or 0)
                )
            ) from error

    def _show_progress(self, text: str) -> None:
        if text != self._progress:
            self._err.write("\r" + text.ljust(len(self._progress)) + ("" if text else "\r"))
            self._err.flush()
            self._progress = text
