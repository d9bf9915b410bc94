"""What the tests of the command line share."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol

PUBLISHED: Final = Path(__file__).parents[1] / "data" / "published"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command line came to."""

    status: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    @property
    def reasons(self) -> list[str]:
        """The lines on standard error."""
        return self.err.splitlines()


class Say(Protocol):
    """Says a command line in this process."""

    def __call__(self, *words: object) -> Answer:
        """Return the answer to the words, paths and numbers as they are typed."""
