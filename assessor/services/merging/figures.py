"""Finals and ranks before and after a merge, and the files that move them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from assessor.domain.ids import RoundId
from assessor.domain.merging.effects import movers, ranks
from assessor.domain.merging.report import RegionEffect
from assessor.services.merging.rehearsal import RehearsedRegion


def region_effects(
    regions: Sequence[RehearsedRegion], names: Mapping[int, str]
) -> tuple[RegionEffect, ...]:
    """Return the regions that change or move, in their order; `names` are the files' by number."""
    rounds: defaultdict[RoundId, list[RehearsedRegion]] = defaultdict(list)
    for one in regions:
        rounds[one.participant.round].append(one)
    return tuple(effect for some in rounds.values() for effect in _effects_in_round(some, names))


def _effects_in_round(
    regions: Sequence[RehearsedRegion], names: Mapping[int, str]
) -> list[RegionEffect]:
    before = {one.participant.id: one.final_before for one in regions}
    after = {one.participant.id: one.final_after for one in regions}
    ranks_before, ranks_after = ranks(before), ranks(after)
    changed = [key for key in after if before[key] != after[key]]
    files = {one.participant.id: one.files for one in regions}
    effects = []
    for one in regions:
        key = one.participant.id
        moved_by = movers(key, before, after, changed)
        numbers = {*one.files, *(file for other in moved_by for file in files[other])}
        effect = RegionEffect(
            participant=key,
            code=one.participant.region.code,
            name=one.participant.region.name,
            final_before=None if one.is_hidden else _figure(before[key]),
            final_after=None if one.is_hidden else _figure(after[key]),
            rank_before=None if one.is_hidden else ranks_before.get(key),
            rank_after=None if one.is_hidden else ranks_after.get(key),
            files=tuple(names[file] for file in sorted(numbers)),
            assessments=one.assessments,
            programmes=one.programmes,
            is_hidden=one.is_hidden,
        )
        if effect.moves or one.assessments or one.programmes:
            effects.append(effect)
    return effects


def _figure(final: Decimal | None) -> str | None:
    return None if final is None else f"{final:.2f}"
