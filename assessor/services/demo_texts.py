"""The words and the dice of a demonstration: all invented, and the same for the same seed."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any, Final, TypeVar

from assessor.domain.instrument import Pillar
from resources import resource

Thing = TypeVar("Thing")
Lines = tuple[str, ...]

GRADES: Final = {"low": 1.5, "middle": 2.5}
"""Below which score which notes fit; "high" from there on."""


class Dice:
    """Chance with a name: the same name throws the same, on every machine and Python.

    Only `Random.random` is used: of it alone the sequence is promised to stay.
    """

    def __init__(self, *name: str | int) -> None:
        self._throw = Random("/".join(map(str, name))).random

    def chance(self, probability: float) -> bool:
        """Return True this often."""
        return self._throw() < probability

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self._throw() * (high - low + 1))

    def share(self) -> float:
        """Return a number from 0 to 1."""
        return self._throw()

    def around(self, spread: float) -> float:
        """Return a number near 0 with this standard deviation, at most three times as far."""
        return (self._throw() + self._throw() + self._throw() - 1.5) * 2 * spread

    def one(self, things: Sequence[Thing]) -> Thing:
        """Return one of the things."""
        return things[int(self._throw() * len(things))]

    def some(self, things: Sequence[Thing], count: int) -> list[Thing]:
        """Return `count` different ones of the things, in any order."""
        left = list(things)
        return [left.pop(int(self._throw() * len(left))) for _ in range(count)]


@dataclass(frozen=True, slots=True)
class Texts:
    """What invented assessors write; see the comment in resources/demonstration/texts.toml."""

    institutions: Lines
    reasons: Lines
    pillars: Mapping[Pillar, str]
    notes: Mapping[str, Lines]
    """By how good the score is: low, middle, high."""
    programme_notes: Mapping[str, Lines]
    narrative: Mapping[str, Lines]
    """By section."""
    evidence: Lines
    programmes: Mapping[Pillar, Lines]


@cache
def demonstration_texts() -> Texts:
    """Return the shipped texts."""
    found = tomllib.loads(resource("demonstration", "texts.toml").read_text("utf-8"))
    return Texts(
        institutions=tuple(found["institutions"]),
        reasons=tuple(found["not_applicable"]),
        pillars={Pillar(key): text for key, text in found["pillars"].items()},
        notes=_by_name(found["notes"]),
        programme_notes=_by_name(found["programme_notes"]),
        narrative=_by_name(found["narrative"]),
        evidence=tuple(found["evidence"]["titles"]),
        programmes={Pillar(key): tuple(names) for key, names in found["programmes"].items()},
    )


def grade(points: float) -> str:
    """Return which notes go with a score."""
    return next((name for name, below in GRADES.items() if points < below), "high")


def _by_name(table: Mapping[str, Any]) -> dict[str, Lines]:
    return {name: tuple(lines) for name, lines in table.items()}
