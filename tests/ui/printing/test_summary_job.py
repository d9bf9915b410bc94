"""Summaries of many regions: into files each or together, cancelled, and in part impossible."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assessor.domain.errors import NothingAssessed, PrinterFailed
from assessor.domain.ids import ParticipantId, RoundId
from assessor.domain.page_standing import Standing
from assessor.domain.paper import Paper
from assessor.domain.records import Participant
from assessor.services.demo import DemonstrationOrder
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from ui.printing.summary_job import IntoFiles, OntoPrinter, PrintJob, PrintOrder, PrintOutcome
from ui.tasks import TaskControl

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Four regions of a demonstration, scored by one assessor."""
    path = tmp_path_factory.mktemp("cetak") / "d.sqlite"
    with demonstrated(path, DemonstrationOrder(regions=4, assessors=1, is_complete=True)) as made:
        yield made


class Job:
    """One job on the workspace, and what it reported."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.reports: list[tuple[int, int, str]] = []
        self.control = TaskControl(lambda *report: self.reports.append(report))

    @property
    def round(self) -> RoundId:
        return self._workspace.rounds.all()[0].id

    @property
    def participants(self) -> tuple[Participant, ...]:
        return self._workspace.rounds.participants(self.round)

    def run(
        self, target: IntoFiles | OntoPrinter, only: frozenset[ParticipantId] | None = None
    ) -> PrintOutcome:
        wanted = only or frozenset(one.id for one in self.participants)
        order = PrintOrder(self.round, wanted, Paper.A4, target)
        return PrintJob(self._workspace.summaries, order, self.control).run()

    def standing(self, file: Path) -> Standing:
        code = file.stem.rpartition("_")[2]
        return self._workspace.summaries.look_up(code).standing


@pytest.fixture
def job(workspace: Workspace) -> Job:
    return Job(workspace)


def test_each_region_gets_its_file_and_its_code_is_known(job: Job, tmp_path: Path) -> None:
    outcome = job.run(IntoFiles(tmp_path, is_one_file=False))

    files = sorted(tmp_path.iterdir())
    assert outcome == PrintOutcome(4, (), was_cancelled=False)
    assert [job.standing(file) for file in files] == [Standing.CURRENT] * 4
    assert [(done, total) for done, total, _name in job.reports] == [(n, 4) for n in range(1, 5)]


def test_all_regions_go_into_one_file(job: Job, tmp_path: Path) -> None:
    outcome = job.run(IntoFiles(tmp_path, is_one_file=True))

    (file,) = tmp_path.iterdir()
    assert outcome.printed == 4
    assert "4-wilayah" in file.name
    assert file.read_bytes().count(b"/Type /Page\n") == 8


def test_a_file_that_cannot_be_written_stops_none_of_the_others(job: Job, tmp_path: Path) -> None:
    job.run(IntoFiles(tmp_path, is_one_file=False))
    spoiled = sorted(tmp_path.iterdir())[1]
    spoiled.with_name(f".{spoiled.name}.{os.getpid()}.part").mkdir()

    outcome = job.run(IntoFiles(tmp_path, is_one_file=False))

    assert outcome.printed == 3
    ((name, error),) = outcome.failed
    assert spoiled.name.split("_")[1] in [
        one.region.code for one in job.participants if one.region.name == name
    ]
    assert str(spoiled) in str(error.args[0])


def test_one_file_that_cannot_be_written_is_named(job: Job, tmp_path: Path) -> None:
    outcome = job.run(IntoFiles(tmp_path / "tiada", is_one_file=True))

    assert outcome.printed == 0
    assert [name[:20] for name, _error in outcome.failed] == ["2020_4-wilayah_ringk"]


def test_a_cancelled_job_keeps_the_files_it_has_written(job: Job, tmp_path: Path) -> None:
    job.control.report = lambda _done, _total, _name: job.control.cancel()

    outcome = job.run(IntoFiles(tmp_path, is_one_file=False))

    assert (outcome.printed, outcome.was_cancelled) == (1, True)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_cancelled_single_file_is_not_there_at_all(job: Job, tmp_path: Path) -> None:
    job.control.report = lambda _done, _total, _name: job.control.cancel()

    outcome = job.run(IntoFiles(tmp_path, is_one_file=True))

    assert (outcome.printed, outcome.was_cancelled) == (0, True)
    assert list(tmp_path.iterdir()) == []


def test_a_printer_that_is_gone_is_named_and_nothing_counts_as_printed(job: Job) -> None:
    outcome = job.run(OntoPrinter("tiada"))

    assert outcome.printed == 0
    ((name, error),) = outcome.failed
    assert name == "tiada"
    assert isinstance(error, PrinterFailed)


def test_regions_that_nobody_began_are_named(tmp_path: Path) -> None:
    order = DemonstrationOrder(regions=2, assessors=0)
    with demonstrated(tmp_path / "d.sqlite", order) as workspace:
        outcome = Job(workspace).run(IntoFiles(tmp_path, is_one_file=True))

    assert [type(error) for _name, error in outcome.failed] == [NothingAssessed] * 2
