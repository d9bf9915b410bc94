"""Make the virtual environment fit the lock, and see that Qt finds the system's libraries.

Started by tools/bootstrap.py with the Python to build on. Does nothing when all is in place.
"""

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_LOCK = "requirements.txt"
WORK_LOCK = "requirements-dev.txt"
PATIENCE_SECONDS = 900


@dataclass(frozen=True, slots=True)
class Installed:
    """What an environment holds: the Python it stands on, and each lock with its SHA-256."""

    executable: str
    version: str
    locks: dict[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, stamp: Path) -> Self | None:
        """Return what `stamp` says; None when set-up never finished."""
        try:
            return cls(**json.loads(stamp.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def write(self, stamp: Path) -> None:
        """Put the stamp in place whole."""
        draft = stamp.with_suffix(".new")
        draft.write_text(json.dumps(asdict(self), indent=1), encoding="utf-8")
        draft.replace(stamp)


class Environment:
    """The project's virtual environment, valid only while its stamp is there."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._folder = root / ".venv"
        self._stamp = self._folder / "installed.json"

    @property
    def python(self) -> Path:
        """Return the environment's interpreter."""
        return self._folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def fit(self, lock: str) -> None:
        """Install `lock`, from nothing when the Python or an installed lock is another by now.

        Raises CalledProcessError when the installation fails; the next call then starts anew.
        """
        wanted = self._digests(lock)
        present = Installed.read(self._stamp)
        if present and self._stands(present) and wanted.items() <= present.locks.items():
            return
        if present and self._stands(present) and self._current(present):
            kept = present.locks
        else:
            self._build()
            kept = {}
        self._stamp.unlink(missing_ok=True)
        self._install(lock)
        Installed(sys.executable, sys.version, kept | wanted).write(self._stamp)

    def _digests(self, lock: str) -> dict[str, str]:
        # The lock for work holds everything of the other one.
        names = {lock, RUNTIME_LOCK}
        return {
            name: hashlib.sha256((self._root / name).read_bytes()).hexdigest()
            for name in sorted(names)
        }

    def _current(self, present: Installed) -> bool:
        return all(self._digests(name)[name] == digest for name, digest in present.locks.items())

    def _stands(self, present: Installed) -> bool:
        same = (present.executable, present.version) == (sys.executable, sys.version)
        return same and self.python.exists()

    def _build(self) -> None:
        print("Building .venv …", flush=True)
        if self._folder.exists():
            self._stamp.unlink(missing_ok=True)
            shutil.rmtree(self._folder)
        venv.create(self._folder, with_pip=True, symlinks=os.name != "nt")

    def _install(self, lock: str) -> None:
        print(f"Installing {lock}, minutes the first time …", flush=True)
        command = ["-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock]
        subprocess.run([self.python, *command], cwd=self._root, check=True)


@contextmanager
def alone(lock_file: Path) -> Iterator[None]:
    """Keep a second set-up waiting.

    SQLite's lock works alike on every system, and ends with the process that holds it.
    """
    with closing(sqlite3.connect(lock_file, timeout=PATIENCE_SECONDS)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def main() -> int:
    """Set up for the target named on the command line; 0 when it can go on."""
    target = sys.argv[1]
    environment = Environment(ROOT)
    try:
        with alone(ROOT / ".venv.lock"):
            environment.fit(RUNTIME_LOCK if target == "run" else WORK_LOCK)
    except (subprocess.CalledProcessError, OSError, sqlite3.Error) as error:
        print(f"Set-up did not finish: {error}. Run it again to start anew.", file=sys.stderr)
        return 1
    if sys.platform != "linux":
        return 0
    checker = Path(__file__).with_name("qt_libraries.py")
    return subprocess.call([environment.python, checker, target])


if __name__ == "__main__":
    raise SystemExit(main())
