"""Texts of one author that were written on in more than one place."""

from collections.abc import Iterable
from typing import TypeAlias

Items: TypeAlias = tuple[str, ...]
"""The paragraphs of a text, or the items of a list."""


def join_texts(base: str, texts: Iterable[str]) -> str:
    """Return what several versions of one text come to, given the `base` they began from.

    Empty never beats a text, and what only one of them changed is taken as it is. Where more than
    one was changed every paragraph comes once, so that merging again adds nothing.
    """
    lists = (tuple(text.split("\n")) for text in texts if text)
    return "\n".join(join_items(tuple(base.split("\n")) if base else (), lists))


def join_items(base: Items, lists: Iterable[Items]) -> Items:
    """Return what several versions of one list of items come to, by the same rules.

    They are taken in the order of their letters, so that the order of their arrival means nothing.
    """
    said = sorted({items for items in lists if items}, key=lambda items: (len(items), items))
    changed = [items for items in said if items != base] or said
    joined = tuple(dict.fromkeys(item for items in changed for item in items))
    whole = [items for items in changed if len(set(items)) == len(joined)]
    return whole[-1] if whole else joined
