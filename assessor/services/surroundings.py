"""What a service takes from outside: the time and fresh identities."""

import datetime as dt
import uuid
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The clock (aware, UTC) and the source of new ids."""

    clock: Callable[[], dt.datetime]
    new_id: Callable[[], str]

    @classmethod
    def real(cls) -> "Surroundings":
        """Return this machine's clock and random ids."""
        return cls(clock=lambda: dt.datetime.now(dt.UTC), new_id=lambda: str(uuid.uuid4()))
