"""All versions of one assessment that were ever taken, and which of them stands.

What stands is a function of the set of versions alone. That makes merging idempotent, and free of
the order in which files arrive and of how they are grouped.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from assessor.domain.content import Content
from assessor.domain.ids import AssessmentId
from assessor.domain.merging.joining import NOTHING, Chosen, Conflict, Join


class Origin(StrEnum):
    """Where a version comes from."""

    SHEET = "sheet"
    """A sheet as the program wrote it."""
    OUTSIDE = "outside"
    """A sheet that was filled in or edited in a spreadsheet program."""
    LOCAL = "local"
    """Work done in this workspace."""
    DECISION = "decision"
    """What a person decided about versions in conflict."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an assessment; the revision in its content is the one it counts as."""

    origin: Origin
    content: Content
    source: str = ""
    """The name of the file, "" where there was none."""
    at: dt.datetime | None = field(default=None, compare=False)
    """When its file was saved, it was merged, or it was changed here; only to show."""

    @property
    def revision(self) -> int:
        """The revision it counts as: an edit outside comes after the one it was made on."""
        return self.content.revision

    def repeats(self, other: "Version") -> bool:
        """Whether it says nothing that `other` does not say.

        That is the same content under the same revision, or a sheet that was saved outside without
        changing anything in it.
        """
        made_from = self.revision - 1 if self.origin is Origin.OUTSIDE else self.revision
        same_revision = other.revision in (self.revision, made_from)
        return same_revision and self.content.says_the_same(other.content)


@dataclass(frozen=True, slots=True)
class Standing:
    """What several versions come to."""

    content: Content
    exported_revision: int
    """The newest revision of it that is known outside of this workspace."""
    conflicts: tuple[Conflict, ...] = ()
    is_decided: bool = False
    heads: tuple[Version, ...] = ()
    """The versions of the newest revision; what stands comes from them."""
    base: Content = NOTHING
    """What stood before them."""


def standing(
    assessment: AssessmentId, versions: Iterable[Version], chosen: Chosen | None = None
) -> Standing | None:
    """Return what stands; None where there is no version.

    The newest revision replaces the older ones. Several versions of it are joined three-way, from
    what stood before them. What differs from all of them gets a revision of its own.
    """
    known = _distinct(versions)
    if not known:
        return None
    newest = max(version.revision for version in known)
    heads = tuple(version for version in known if version.revision == newest)
    if len(heads) == 1:
        return Standing(heads[0].content, _exported(known), heads=heads)
    before = standing(assessment, (one for one in known if one.revision < newest))
    base = NOTHING if before is None else before.content
    join = Join(assessment, base, [head.content for head in heads], chosen or {})
    joined = join.result()
    if join.decided or not any(head.content.says_the_same(joined) for head in heads):
        joined = replace(joined, revision=newest + 1, base_revision=newest)
    conflicts = tuple(join.conflicts)
    return Standing(joined, _exported(known), conflicts, join.decided, heads, base)


def _exported(known: Sequence[Version]) -> int:
    sheets = (one.revision for one in known if one.origin in (Origin.SHEET, Origin.OUTSIDE))
    return max(sheets, default=0)


def _distinct(versions: Iterable[Version]) -> list[Version]:
    """Return the versions in one fixed order, without those that repeat another."""
    found: list[Version] = []
    for version in sorted(versions, key=order):
        if not any(version.repeats(other) for other in found):
            found.append(version)
    return found


def order(version: Version) -> tuple[int, str, int, str]:
    """Sort by revision, so that what was exported is met before what only repeats it."""
    origin = "" if version.origin is Origin.SHEET else version.origin.value
    return version.revision, origin, version.content.base_revision, version.source
