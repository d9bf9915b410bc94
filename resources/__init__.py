"""What ships with the programme and is no code: instruments, regions, icons, styles, languages.

Where the data comes from stands in `SOURCES.md` beside this file.
"""

import csv
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

REGIONS: Final = ("regions", "permendagri-72-2019.csv")
"""All 514 regencies and cities: own id, code and name by the regulation, later name and code."""
ROUNDS: Final = ("rounds", "rounds.csv")
"""The years whose participants ship, with letter number and dates; empty where not known."""
PUBLISHED_RESULTS: Final = ("results", "published.csv")
"""The final indices of 2019 and 2020 that were published."""
DENPASAR_PROGRAMMES: Final = ("programmes", "denpasar-2020.csv")
"""The quick-win programmes of Kota Denpasar in 2020, with their pillar."""


def resource(*parts: str) -> Traversable:
    """Return the shipped file or folder at `parts`, as in `resource("styles", "app.qss")`."""
    return files(__name__).joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return the text of a shipped file."""
    return resource(*parts).read_text(encoding="utf-8")


def read_rows(*parts: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a shipped table, each by the headings of its first line."""
    return tuple(csv.DictReader(read_text(*parts).splitlines()))


def participants_of(year: int) -> tuple[dict[str, str], ...]:
    """Return the participants of a shipped year: region, code, name, cohort, takes_part.

    `region` is the own id of `REGIONS`; `cohort` is the cohort of the year's instrument.
    """
    return read_rows("rounds", f"{year}.csv")


def instrument_files() -> tuple[tuple[str, str], ...]:
    """Return name and text of every shipped instrument file, sorted by name."""
    return tuple(
        (file.name, file.read_text(encoding="utf-8"))
        for file in sorted(resource("instruments").iterdir(), key=lambda file: file.name)
        if file.name.endswith(".toml")
    )
