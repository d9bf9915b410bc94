"""A workspace as a whole: one file, opened once, and everything that can be done in it."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import func, insert, select

from assessor.persistence.database import Database
from assessor.persistence.models import RegionCodeRow, RegionRow, table_of
from assessor.persistence.reading import REGULATION
from assessor.persistence.workspace_file import open_database, open_for_reading
from assessor.services.assessments import Assessments
from assessor.services.catalogue import shipped_regions
from assessor.services.editing import Editor
from assessor.services.evidence import EvidenceFiles
from assessor.services.instruments import Instruments
from assessor.services.overview import Overview
from assessor.services.people import People
from assessor.services.positions import Positions
from assessor.services.programmes import Programmes
from assessor.services.results import Results
from assessor.services.rounds import Rounds
from assessor.services.surroundings import Surroundings

# What no start needs is loaded at its first use.
if TYPE_CHECKING:
    from assessor.services.agreement import Agreements
    from assessor.services.annexes import Annexes
    from assessor.services.assignments import Assignments
    from assessor.services.demo import Demonstration, DemonstrationOrder
    from assessor.services.dump import Document
    from assessor.services.evidence_requests import EvidenceRequests
    from assessor.services.letter_forms import LetterForms
    from assessor.services.letters import Letters
    from assessor.services.merging.merging import Merging
    from assessor.services.panels import Panels
    from assessor.services.published import Published
    from assessor.services.reports import Reports
    from assessor.services.robustness import Robustness
    from assessor.services.sheets import Sheets
    from assessor.services.summaries import Summaries


class Workspace:
    """The services over one workspace file."""

    def __init__(self, database: Database, surroundings: Surroundings) -> None:
        self._database = database
        self._surroundings = surroundings
        self.path = database.path
        editor = Editor(database, surroundings)
        self.people = People(database, surroundings)
        self.instruments = Instruments(database)
        self.rounds = Rounds(database, surroundings, self.instruments)
        self.assessments = Assessments(database, surroundings, editor, self.instruments)
        self.programmes = Programmes(surroundings, editor)
        self.evidence = EvidenceFiles(evidence_folder(self.path), surroundings, editor)
        self.overview = Overview(database, self.instruments)
        self.results = Results(database, self.instruments)
        self.positions = Positions(database)

    @cached_property
    def agreements(self) -> "Agreements":
        """How far assessors agree."""
        from assessor.services.agreement import Agreements

        return Agreements(self._database, self.instruments)

    @cached_property
    def annexes(self) -> "Annexes":
        """The letter's annex and the team's ranking, as workbooks."""
        from assessor.services.annexes import Annexes

        return Annexes(self._database, self._surroundings, self.results)

    @cached_property
    def published(self) -> "Published":
        """Tables of earlier years, taken in."""
        from assessor.services.published import Published

        return Published(self._database, self._surroundings, self.instruments)

    @cached_property
    def sheets(self) -> "Sheets":
        """Score sheets, written and verified."""
        from assessor.services.sheets import Sheets

        return Sheets(self._database, self._surroundings, self.instruments, self.results)

    @cached_property
    def summaries(self) -> "Summaries":
        """Printed score summaries and their codes."""
        from assessor.services.summaries import Summaries

        return Summaries(self._database, self._surroundings, self.reports)

    @cached_property
    def panels(self) -> "Panels":
        """What the panel of a region says and settled."""
        from assessor.services.panels import Panels

        return Panels(self._database, self._surroundings, self.instruments)

    @cached_property
    def reports(self) -> "Reports":
        """A round's figures and what is said about each region."""
        from assessor.services.reports import Reports

        return Reports(self._database, self.results)

    @cached_property
    def assignments(self) -> "Assignments":
        """Handed-out sheets, taken up."""
        from assessor.services.assignments import Assignments

        return Assignments(self._database, self._surroundings, self.instruments)

    @cached_property
    def merging(self) -> "Merging":
        """Returned sheets, merged and taken back."""
        from assessor.services.merging.merging import Merging

        return Merging(self._database, self._surroundings, self.instruments)

    @cached_property
    def robustness(self) -> "Robustness":
        """How firmly ranks stand."""
        from assessor.services.robustness import Robustness

        return Robustness(self._database, self.results)

    @cached_property
    def letter_forms(self) -> "LetterForms":
        """What letters are filled in with."""
        from assessor.services.letter_forms import LetterForms

        return LetterForms(self._database, self._surroundings)

    @cached_property
    def letters(self) -> "Letters":
        """The letter that tells a round's regions their results."""
        from assessor.services.letters import Letters

        return Letters(self._surroundings, self.rounds, self.results, self.letter_forms)

    @cached_property
    def evidence_requests(self) -> "EvidenceRequests":
        """What regions are to be asked for."""
        from assessor.services.evidence_requests import EvidenceRequests

        return EvidenceRequests(self._database, self.instruments)

    def dump(self) -> "Document":
        """Return everything in the workspace as one plain document."""
        from assessor.services.dump import dump

        return dump(self._database)

    def demonstrate(
        self, order: "DemonstrationOrder", progress: Callable[[int], None] = lambda _done: None
    ) -> "Demonstration":
        """Fill a workspace without rounds with a made-up one. Raises WorkspaceExists."""
        from assessor.services.demo import create_demonstration

        return create_demonstration(self._database, self.rounds, order, progress)

    def close(self) -> None:
        """Let go of the file and of the lock on it."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


def open_workspace(path: Path, surroundings: Surroundings) -> Workspace:
    """Open the workspace at `path` for work, alone; a new one is made where none stands.

    Raises what `open_database` raises; the file then stays as it is.
    """
    database = open_database(path, surroundings.clock)
    _ensure_regions(database)
    return Workspace(database, surroundings)


def read_workspace(path: Path, surroundings: Surroundings) -> Workspace:
    """Open the workspace at `path` for reading only, also while a window has it open.

    Raises what `open_for_reading` raises; every change then raises NotWritable.
    """
    return Workspace(open_for_reading(path), surroundings)


def evidence_folder(path: Path) -> Path:
    """Return the folder beside the workspace `path` that keeps copies of evidence."""
    return path.with_name(f"{path.name}-evidence")


def _ensure_regions(database: Database) -> None:
    """Put the country's regions into a new workspace."""
    with database.transaction() as session:
        if session.scalar(select(func.count()).select_from(RegionRow)):
            return
        connection = session.connection()
        regions = shipped_regions()
        connection.execute(
            insert(table_of(RegionRow)),
            [
                {"id": one.id, "name": one.name, "kind": one.kind, "province": one.province}
                for one in regions
            ],
        )
        connection.execute(
            insert(table_of(RegionCodeRow)),
            [{"regulation": REGULATION, "code": one.code, "region_id": one.id} for one in regions],
        )
