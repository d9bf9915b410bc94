"""Names of people that may mean one person."""

import difflib
import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from assessor.domain.records import Assessor

LIKENESS: Final = 0.9
TITLES: Final = re.compile(
    r"\b(?:prof|dr|drs|dra|ir|hj?|s\.?t|s\.?e|s\.?h|s\.?kom|s\.?si|s\.?sos|s\.?ip|m\.?t|m\.?sc"
    r"|m\.?kom|m\.?si|m\.?m|m\.?eng|m\.?ba|ph\.?d)\b\.?"
)


def person_key(name: str) -> str:
    """Return the letters of a name without titles, case and accents; for comparing only."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(one for one in plain if not unicodedata.combining(one))
    return " ".join(re.findall(r"\w+", TITLES.sub(" ", plain)))


def may_be_one_person(first: str, second: str) -> bool:
    """Whether two names are equal or nearly so: titles, accents and a slip of a finger apart."""
    one, other = person_key(first), person_key(second)
    if not one or not other or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return one == other or difflib.SequenceMatcher(None, one, other).ratio() >= LIKENESS


def namesakes(person: Assessor, known: Iterable[Assessor]) -> tuple[Assessor, ...]:
    """Return the others among `known` whose name is like this person's."""
    return tuple(
        other
        for other in known
        if other.id != person.id and may_be_one_person(other.name, person.name)
    )
