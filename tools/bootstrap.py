"""Find a Python new enough for the project, set up with it, and do what was asked.

    python3 tools/bootstrap.py test          py tools\\bootstrap.py test

Written for Python 3.8, so that an old Python can still say what is missing.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Iterator, List, NamedTuple, Optional, Tuple

TOOLS = Path(__file__).resolve().parent
ROOT = TOOLS.parent
OLDEST = (3, 11)
PREFERRED = ("3.13", "3.12", "3.11", "3.14")
# `_base_executable` is the Python behind a virtual environment; a new one must not stand on an old.
PROBE = """
import importlib.util, json, sys
modules = ("ensurepip", "venv")
print(json.dumps([
    list(sys.version_info[:2]),
    getattr(sys, "_base_executable", sys.executable),
    all(importlib.util.find_spec(name) for name in modules),
]))
"""


class Python(NamedTuple):
    """An interpreter that answered: its version, its file, and whether it can make environments."""

    version: Tuple[int, ...]
    executable: str
    makes_environments: bool


def probe(command: List[str]) -> Optional[Python]:
    """Ask an interpreter about itself; None when it does not run (a shim without a Python)."""
    try:
        answer = subprocess.run(
            [*command, "-I", "-c", PROBE], capture_output=True, text=True, timeout=60, check=True
        )
        version, executable, complete = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return Python(tuple(version), executable, complete)


def recorded() -> Optional[str]:
    """Return the Python that the present environment stands on."""
    try:
        stamp = json.loads((ROOT / ".venv" / "installed.json").read_text(encoding="utf-8"))
        return str(stamp["executable"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def candidates(chosen: Optional[str]) -> Iterator[List[str]]:
    """Yield the commands that may start a Python, best first."""
    if chosen:
        yield [chosen]
        return
    known = recorded()
    if known:
        yield [known]
    for version in PREFERRED:
        found = shutil.which("python" + version)
        if found:
            yield [found]
        elif os.name == "nt" and shutil.which("py"):
            yield ["py", "-" + version]
    for name in ("python3", "python"):
        found = shutil.which(name)
        if found:
            yield [found]
    yield [sys.executable]


def find_python(chosen: Optional[str]) -> Python:
    """Return the first Python that will do, adding Debian's venv package when only that lacks."""
    incomplete = []
    for command in candidates(chosen):
        python = probe(command)
        if python is None or python.version < OLDEST:
            continue
        if python.makes_environments:
            return python
        incomplete.append(python)
    for python in incomplete:
        if install_venv(python):
            return python
    wanted = "Python {}.{} or newer".format(*OLDEST)
    problem = f"{chosen} does not run as {wanted}" if chosen else f"There is no {wanted} here"
    raise SystemExit(problem + ". Install one from your system or from python.org, then try again.")


def install_venv(python: Python) -> bool:
    """Install the module venv, which Debian and Ubuntu ship apart, or print how."""
    package = "python{}.{}-venv".format(*python.version)
    command = ["apt-get", "install", "-y", "--no-install-recommends", package]
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.call(["apt-get", "update", "-qq"])
        if subprocess.call(command) == 0:
            return True
    print(f"{python.executable} cannot make virtual environments.", file=sys.stderr)
    print("On Debian and Ubuntu: sudo " + " ".join(command), file=sys.stderr)
    return False


def hand_over(command: List[str]) -> int:
    """Become `command` where the system can, so that Ctrl+C and signals reach it alone."""
    if os.name == "posix":
        os.execv(command[0], command)
    return subprocess.call(command)


def main() -> int:
    """Read the command line and do the target."""
    parser = argparse.ArgumentParser(description="Set up and run, test or check the project.")
    parser.add_argument("--python", help="the Python to build the environment with")
    targets = "run, test, check, bench, lint, format, types, translations, screenshots"
    parser.add_argument("target", help=targets)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="arguments handed on")
    wish = parser.parse_args()
    python = find_python(wish.python)
    status = subprocess.call([python.executable, str(TOOLS / "set_up.py"), wish.target])
    if status != 0:
        return status
    places = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    environment_python = str(ROOT.joinpath(".venv", *places))
    return hand_over([environment_python, str(TOOLS / "task.py"), wish.target, *wish.rest])


if __name__ == "__main__":
    raise SystemExit(main())
