"""Copies of evidence, looked at again before somebody opens one."""

from pathlib import Path

import pytest

from assessor.domain.errors import EvidenceChanged, NotFound
from assessor.domain.ids import AssessmentId
from assessor.domain.records import Evidence
from assessor.services.evidence import EvidenceTarget
from assessor.services.workspace import Workspace
from tests.services.examples import REGULATION

TARGET = EvidenceTarget(question=REGULATION)


@pytest.fixture
def piece(workspace: Workspace, denpasar: AssessmentId, tmp_path: Path) -> Evidence:
    """A regulation behind one question."""
    document = tmp_path / "Perwali 12.pdf"
    document.write_bytes(b"Perwali")
    workspace.evidence.attach_file(denpasar, TARGET, document)
    return workspace.assessments.get(denpasar).evidence[0]


@pytest.fixture
def copy(workspace: Workspace, piece: Evidence) -> Path:
    """Where its copy lies."""
    path = workspace.evidence.file_path(piece)
    assert path is not None
    return path


def test_a_copy_that_is_as_it_was_made_is_whole(
    workspace: Workspace, piece: Evidence, copy: Path
) -> None:
    assert workspace.evidence.whole_copy(piece) == copy


def test_a_copy_that_was_changed_is_refused(
    workspace: Workspace, piece: Evidence, copy: Path
) -> None:
    copy.write_bytes(b"Perwali!")

    with pytest.raises(EvidenceChanged) as refused:
        workspace.evidence.whole_copy(piece)

    assert (refused.value.path, refused.value.title) == (copy, "Perwali 12.pdf")


def test_a_copy_that_is_gone_is_refused(workspace: Workspace, piece: Evidence, copy: Path) -> None:
    copy.unlink()

    with pytest.raises(NotFound) as refused:
        workspace.evidence.whole_copy(piece)

    assert refused.value.path == copy


def test_a_link_has_no_copy(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.evidence.attach_link(denpasar, TARGET, "", "https://example.go.id")

    (link,) = workspace.assessments.get(denpasar).evidence

    assert workspace.evidence.whole_copy(link) is None
