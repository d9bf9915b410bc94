"""Real LibreOffice, where it is installed."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def converted(path: Path, kind: str, profile: Path) -> Path:
    """Let LibreOffice open `path` and save it as `kind` in a folder beside it."""
    assert SOFFICE is not None
    folder = path.parent / f"as-{kind}"
    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={profile.as_uri()}",
            "--headless",
            "--convert-to",
            kind,
            "--outdir",
            str(folder),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return folder / f"{path.stem}.{kind}"


def pdf_pages(path: Path) -> list[str]:
    """Return the text of each page of a PDF."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], check=True, capture_output=True, text=True
    ).stdout
    return re.split("\f", text)[:-1]
