"""A round before it exists: its cohorts and who is in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from assessor.domain.ids import RegionId
from assessor.domain.instrument import Instrument
from assessor.services.new_rounds import NewCohort


@dataclass(slots=True)
class CohortDraft:
    """A cohort as chosen so far; the order of regions is that of choosing."""

    name: str
    instrument: Instrument
    regions: dict[RegionId, None] = field(default_factory=dict)
    absent: frozenset[RegionId] = frozenset()


class RoundDraft:
    """The cohorts of a round to be; a region is in one of them at most."""

    def __init__(self, first: CohortDraft) -> None:
        self.cohorts = [first]
        self._current = 0

    @property
    def position(self) -> int:
        """Which cohort is being worked on."""
        return self._current

    @property
    def current(self) -> CohortDraft:
        """The cohort being worked on."""
        return self.cohorts[self._current]

    def select(self, position: int) -> None:
        """Work on another cohort."""
        self._current = position

    def add(self, cohort: CohortDraft) -> None:
        """Add a cohort and work on it."""
        self.cohorts.append(cohort)
        self._current = len(self.cohorts) - 1

    def remove(self) -> None:
        """Take the current cohort away, unless it is the only one."""
        if len(self.cohorts) > 1:
            del self.cohorts[self._current]
            self._current = max(self._current - 1, 0)

    def replace(self, cohorts: list[CohortDraft]) -> None:
        """Work on other cohorts altogether."""
        self.cohorts = cohorts
        self._current = 0

    def choose(self, regions: Iterable[RegionId]) -> tuple[RegionId, ...]:
        """Put regions into the current cohort; return those that another one has already."""
        elsewhere = self._elsewhere()
        wanted = tuple(regions)
        self.current.regions.update(
            dict.fromkeys(region for region in wanted if region not in elsewhere)
        )
        return tuple(region for region in wanted if region in elsewhere)

    def drop(self, region: RegionId) -> None:
        """Take a region out of the current cohort."""
        self.current.regions.pop(region, None)

    def cohort_names(self) -> Mapping[RegionId, str]:
        """Return the cohort of every region that has one."""
        return {region: cohort.name for cohort in self.cohorts for region in cohort.regions}

    def new_cohorts(self) -> tuple[NewCohort, ...]:
        """Return what the service needs."""
        return tuple(
            NewCohort(
                name=cohort.name.strip(),
                instrument=cohort.instrument.id,
                regions=tuple(cohort.regions),
                absent=cohort.absent & cohort.regions.keys(),
            )
            for cohort in self.cohorts
        )

    def _elsewhere(self) -> frozenset[RegionId]:
        return frozenset(
            region
            for cohort in self.cohorts
            if cohort is not self.current
            for region in cohort.regions
        )
