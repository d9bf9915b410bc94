"""The clipboard outlives what the window puts on it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
COPY_AND_END = """
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from ui.clipboard import offer

qt = QApplication([])
content = QMimeData()
content.setText("3,48")
content.setHtml("<b>3,48</b>")
offer(content)
print(qt.clipboard().mimeData().html())
"""


def test_a_program_that_copied_ends_in_peace() -> None:
    surroundings = os.environ | {"QT_QPA_PLATFORM": "offscreen"}

    ended = subprocess.run(
        [sys.executable, "-c", COPY_AND_END],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, ended.stdout) == (0, "<b>3,48</b>\n"), ended.stderr
