"""Ranks by the published two-decimal index."""

from bisect import bisect_right
from collections.abc import Hashable, Mapping
from decimal import Decimal
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def competition_ranks(finals: Mapping[Key, Decimal]) -> dict[Key, int]:
    """Return each key's rank, highest index first; equal indices share one (1, 1, 3)."""
    ascending = sorted(finals.values())
    return {
        key: len(ascending) - bisect_right(ascending, final) + 1 for key, final in finals.items()
    }
