"""The locks pin every package by hash and leave the choice of index to the user's pip."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ("requirements.txt", "requirements-dev.txt")
PIN = re.compile(r"(?P<package>[a-z0-9][a-z0-9._-]*==[^\s;]+)(?: ; [^\\]+?)?(?P<rest>(?: \S+)*)")
HASH = re.compile(r" --hash=sha256:[0-9a-f]{64}")
GOOD = "one==1.0 \\\n    --hash=sha256:" + "a" * 64 + "\n"


def requirements(text: str) -> list[str]:
    """Return a lock's entries, continued lines joined, comments left out."""
    joined = re.sub(r"\s*\\\n\s*", " ", text)
    lines = (line.strip() for line in joined.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def faults(text: str) -> list[str]:
    """Return what is wrong with a lock: an address, an option, no pin, no hash."""
    found = [line for line in text.splitlines() if "://" in line or line.startswith("-")]
    for entry in requirements(text):
        package, *hashes = entry.split(" --hash=")
        pinned = PIN.fullmatch(package.strip())
        if not pinned or not hashes or not all(HASH.fullmatch(f" --hash={h}") for h in hashes):
            found.append(entry)
    return found


def pins(name: str) -> set[str]:
    """Return `package==version` for each entry of a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return {entry.split()[0] for entry in requirements(text)}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_pins_everything_by_hash_and_names_no_index(name: str) -> None:
    assert faults((ROOT / name).read_text(encoding="utf-8")) == []


def test_the_lock_for_work_holds_all_of_the_other_one() -> None:
    assert pins("requirements.txt") < pins("requirements-dev.txt")


def test_a_good_entry_is_accepted() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    "spoiled",
    [
        "--index" + "-url https://index.example\n" + GOOD,
        "--find-links wheels\n" + GOOD,
        "# from https://packages.example/simple\n" + GOOD,
        "one @ https://packages.example/one.whl \\\n    --hash=sha256:" + "a" * 64 + "\n",
        "one==1.0\n" + GOOD,
        GOOD.replace("==1.0", ">=1.0"),
        GOOD.replace("sha256", "md5"),
        GOOD.replace("a" * 64, "a" * 63),
    ],
)
def test_a_spoiled_lock_is_refused(spoiled: str) -> None:
    assert faults(spoiled) != []
