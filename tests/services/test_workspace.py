"""A workspace as a whole: opened once for work, read beside it, closed."""

from pathlib import Path

import pytest

from assessor.domain.errors import NotFound, NotWritable, WorkspaceInUse
from assessor.domain.ids import AssessmentId
from assessor.domain.score import Score
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, evidence_folder, open_workspace, read_workspace
from tests.services.examples import KEY, surroundings


def test_a_second_start_is_told_so(workspace: Workspace) -> None:
    with pytest.raises(WorkspaceInUse):
        open_workspace(workspace.path, surroundings())


def test_the_lock_is_let_go_on_closing(workspace: Workspace) -> None:
    workspace.close()

    with open_workspace(workspace.path, surroundings()) as again:
        assert again.path == workspace.path


def test_what_was_saved_is_there_after_a_restart(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    before = workspace.assessments.get(denpasar)
    workspace.close()

    with open_workspace(workspace.path, surroundings()) as again:
        assert again.assessments.get(denpasar) == before


def test_a_reader_sees_what_the_window_saves(workspace: Workspace, denpasar: AssessmentId) -> None:
    with read_workspace(workspace.path, surroundings()) as reader:
        workspace.assessments.score(denpasar, KEY, Score(3))

        assert reader.assessments.get(denpasar) == workspace.assessments.get(denpasar)


def test_a_reader_changes_nothing(workspace: Workspace, denpasar: AssessmentId) -> None:
    with read_workspace(workspace.path, surroundings()) as reader, pytest.raises(NotWritable):
        reader.assessments.score(denpasar, KEY, Score(3))

    assert workspace.assessments.get(denpasar).answers == {}


def test_a_reader_makes_no_workspace(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_workspace(tmp_path / "tidak ada.sqlite", surroundings())

    assert list(tmp_path.iterdir()) == []


def test_evidence_lies_beside_the_workspace(tmp_path: Path) -> None:
    assert evidence_folder(tmp_path / "bali.sqlite") == tmp_path / "bali.sqlite-evidence"


def test_the_real_clock_is_aware_and_ids_differ() -> None:
    real = Surroundings.real()

    assert real.clock().utcoffset() is not None
    assert real.new_id() != real.new_id()
