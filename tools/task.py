"""Do one of the project's tasks inside its environment; started by tools/bootstrap.py."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOMAIN = "assessor/domain/*"


def python(*arguments: str) -> int:
    """Run this environment's Python in the project's folder; return its exit status."""
    return subprocess.call([sys.executable, *arguments], cwd=ROOT)


def become(*arguments: str) -> int:
    """Run Python in place of this process where the system can, so that signals reach it alone."""
    # The user's own folder stays the current one: paths on the command line are seen from there.
    if os.name == "posix":
        os.execv(sys.executable, [sys.executable, *arguments])
    return subprocess.call([sys.executable, *arguments])


def run(*arguments: str) -> int:
    """Start the application."""
    return become(str(ROOT / "main.py"), *arguments)


def bench(*arguments: str) -> int:
    """Measure the claims about speed."""
    return python("-m", "benchmarks", *arguments)


def lint(*arguments: str) -> int:
    """Look for mistakes in style and structure."""
    return python("-m", "ruff", "check", *arguments)


def formatted() -> int:
    """Say whether every file is formatted."""
    return python("-m", "ruff", "format", "--check")


def reformat(*arguments: str) -> int:
    """Format every file and sort its imports."""
    sorting = python("-m", "ruff", "check", "--select", "I", "--fix", *arguments)
    return python("-m", "ruff", "format", *arguments) or sorting


def types(*arguments: str) -> int:
    """Check types."""
    return python("-m", "mypy", *arguments)


def translations() -> int:
    """Bring the catalogues up to date with the source."""
    return python(str(ROOT / "tools" / "translations.py"))


def screenshots(*arguments: str) -> int:
    """Take the pictures of the guide anew, or those named."""
    return python("-m", "tools.screenshots", *arguments)


def test(*arguments: str) -> int:
    """Run the tests without a display; a whole run must also cover every branch of the domain."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    status = python("-m", "coverage", "run", "-m", "pytest", *arguments)
    if arguments or status != 0:
        return status
    return python("-m", "coverage", "report", f"--include={DOMAIN}", "--fail-under=100")


def check() -> int:
    """Do all that a change must pass, to the end, and then name what failed."""
    steps: dict[str, Callable[[], int]] = {
        "lint": lint,
        "format": formatted,
        "types": types,
        "test": test,
    }
    failed = [name for name, step in steps.items() if step() != 0]
    if failed:
        print(f"make check: failed in {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


TASKS: dict[str, Callable[..., int]] = {
    "run": run,
    "bench": bench,
    "lint": lint,
    "format": reformat,
    "types": types,
    "translations": translations,
    "screenshots": screenshots,
    "test": test,
    "check": check,
}


def main() -> int:
    """Do the task named first on the command line with the arguments after it."""
    name, *arguments = sys.argv[1:]
    if name not in TASKS:
        print(f"There is no {name}; there are: {', '.join(TASKS)}", file=sys.stderr)
        return 2
    return TASKS[name](*arguments)


if __name__ == "__main__":
    raise SystemExit(main())
