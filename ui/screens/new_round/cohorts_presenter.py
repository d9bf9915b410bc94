"""The cohorts of a round to be, their instruments and their regions."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.errors import InstrumentRefused, NotReadable, UserError
from assessor.domain.ids import RegionId, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.instrument_table import RefusalReason
from assessor.services.catalogue import cohort_instruments
from assessor.services.instruments import Instruments
from assessor.services.new_rounds import NewCohort
from assessor.services.rounds import Rounds
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.messages import explain
from ui.screens.new_round.cohort_panel import CohortLine
from ui.screens.new_round.draft import CohortDraft, RoundDraft
from ui.screens.new_round.names_dialog import NamesDialog
from ui.screens.new_round.region_panel import PublishedList
from ui.screens.new_round.view import NewRoundView

FIRST_COHORT = "REGULER"
"""What letters call the regions that are in no special cohort."""


@dataclass(frozen=True, slots=True)
class NewRoundNeeds:
    """What the screen works with, and where it leads."""

    rounds: Rounds
    instruments: Instruments
    events: AppEvents
    dialogs: Dialogs
    this_year: int
    open_round: Callable[[RoundId], None]
    cancel: Callable[[], None]


class CohortsPresenter:
    """Keeps the draft of the cohorts and shows it."""

    def __init__(self, view: NewRoundView, needs: NewRoundNeeds) -> None:
        self._view = view
        self._needs = needs
        self._instruments = needs.instruments.available()
        self.draft = RoundDraft(CohortDraft(FIRST_COHORT, self._fitting()))
        view.regions.offer(self._published_lists())
        cohorts, regions = view.cohorts, view.regions
        cohorts.selected.connect(self._select)
        cohorts.added.connect(self._add)
        cohorts.removed.connect(self._remove)
        cohorts.renamed.connect(self._rename)
        cohorts.instrument_chosen.connect(self._use_instrument)
        cohorts.instrument_file_wanted.connect(self._add_instrument)
        regions.toggled.connect(self._toggle)
        regions.shown_chosen.connect(self._choose)
        regions.cleared.connect(self._clear)
        regions.published_chosen.connect(self._choose_published)
        regions.names_wanted.connect(self._paste_names)
        self.show()

    def take_over(self, cohorts: Sequence[NewCohort]) -> None:
        """Work on the cohorts of a published round."""
        by_id = {one.id: one for one in self._instruments}
        self.draft.replace(
            [
                CohortDraft(one.name, by_id[one.instrument], dict.fromkeys(one.regions), one.absent)
                for one in cohorts
            ]
        )
        self.show()

    def show(self) -> None:
        """Show the draft as it is now."""
        draft = self.draft
        lines = [CohortLine(one.name, one.instrument, len(one.regions)) for one in draft.cohorts]
        self._view.cohorts.offer(self._instruments)
        self._view.cohorts.show_cohorts(lines, draft.position)
        self._view.regions.show_chosen(frozenset(draft.current.regions), draft.cohort_names())
        self._view.show_problem("")

    def _fitting(self) -> Instrument:
        """Return an instrument to start from: the latest regular one up to this year."""
        earlier = [one for one in self._instruments if one.year <= self._needs.this_year]
        return (earlier or list(self._instruments))[-1]

    def _published_lists(self) -> tuple[PublishedList, ...]:
        return tuple(
            PublishedList(year, cohort, len(self._members(year, cohort)))
            for year, cohort in cohort_instruments()
        )

    def _members(self, year: int, cohort: str) -> tuple[RegionId, ...]:
        participants = self._needs.rounds.published_round(year).participants
        return tuple(one.region for one in participants if one.cohort == cohort)

    def _select(self, position: int) -> None:
        self.draft.select(position)
        self.show()

    def _add(self) -> None:
        self.draft.add(CohortDraft("", self._fitting()))
        self.show()

    def _remove(self) -> None:
        self.draft.remove()
        self.show()

    def _rename(self, name: str) -> None:
        self.draft.current.name = name
        self.show()

    def _use_instrument(self, instrument: str) -> None:
        self.draft.current.instrument = next(
            one for one in self._instruments if one.id == instrument
        )
        self.show()

    def _add_instrument(self) -> None:
        file = self._needs.dialogs.open_file(_("Add an instrument"), _("Instruments") + " (*.toml)")
        if file is None:
            return
        try:
            added = self._needs.instruments.add(_read(file), file.name)
        except UserError as error:
            self._needs.dialogs.problem(explain(error))
            return
        self._instruments = self._needs.instruments.available()
        self.draft.current.instrument = added
        self.show()

    def _toggle(self, region: int, is_chosen: bool) -> None:
        if is_chosen:
            self.draft.choose((RegionId(region),))
        else:
            self.draft.drop(RegionId(region))
        self.show()

    def _choose(self, regions: Sequence[RegionId]) -> None:
        """Add regions, and say how many stay where they are in another cohort."""
        elsewhere = len(self.draft.choose(regions))
        self.show()
        if elsewhere:
            text = ngettext(
                "{number} region is in another cohort already and was left there.",
                "{number} regions are in another cohort already and were left there.",
                elsewhere,
            )
            self._view.show_problem(text.format(number=elsewhere))

    def _choose_published(self, published: PublishedList) -> None:
        self._choose(self._members(published.year, published.cohort))

    def _clear(self) -> None:
        self.draft.current.regions.clear()
        self.show()

    def _paste_names(self) -> None:
        found = NamesDialog(self._view, self._needs.rounds.match_names).ask()
        if found is not None:
            self._choose(found)


def _read(file: Path) -> str:
    """Return an instrument file's text. Raises NotReadable, InstrumentRefused."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        reason = RefusalReason.NOT_TOML
        raise InstrumentRefused(file.name, f"1:{error.start + 1}", reason) from error
    except OSError as error:
        raise NotReadable(file) from error
