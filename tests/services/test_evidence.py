"""What backs a score: copied files and links."""

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import (
    AssessmentLocked,
    LinkMissing,
    NotFound,
    NotReadable,
    NotWritable,
    TextTooLong,
)
from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Pillar
from assessor.domain.records import Evidence
from assessor.services.evidence import EvidenceTarget
from assessor.services.workspace import Workspace, evidence_folder
from tests.services.examples import REGULATION, score_all

CONTENT = b"%PDF-1.7 Perwali"
SHA256 = hashlib.sha256(CONTENT).hexdigest()
TARGET = EvidenceTarget(question=REGULATION)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document somewhere on the assessor's disk."""
    path = tmp_path / "unduhan" / "Perwali 12 – smart city.PDF"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


def evidence(workspace: Workspace, assessment: AssessmentId) -> tuple[Evidence, ...]:
    """Return the evidence of an assessment."""
    return workspace.assessments.get(assessment).evidence


def copies(workspace: Workspace) -> list[str]:
    """Return the names of the files that the workspace keeps."""
    return sorted(one.name for one in evidence_folder(workspace.path).iterdir())


def test_a_file_is_copied_under_its_fingerprint(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    changes = workspace.evidence.attach_file(denpasar, TARGET, document)

    (one,) = evidence(workspace, denpasar)
    assert changes.topics == {Topic.EVIDENCE}
    assert (one.title, one.sha256, one.size, one.link) == (document.name, SHA256, 16, "")
    assert (one.question, one.programme) == (REGULATION, None)
    copy = workspace.evidence.file_path(one)
    assert copy == evidence_folder(workspace.path) / f"{SHA256}.pdf"
    assert copy.read_bytes() == CONTENT
    assert document.read_bytes() == CONTENT


def test_the_copy_stays_when_the_document_goes(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    workspace.evidence.attach_file(denpasar, TARGET, document)
    document.unlink()

    copy = workspace.evidence.file_path(evidence(workspace, denpasar)[0])

    assert copy is not None
    assert copy.read_bytes() == CONTENT


def test_one_file_behind_two_questions_is_kept_once(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    workspace.evidence.attach_file(denpasar, TARGET, document)
    workspace.evidence.attach_file(denpasar, EvidenceTarget(programme=programme), document)

    assert len(evidence(workspace, denpasar)) == 2
    assert {one.programme for one in evidence(workspace, denpasar)} == {None, programme}
    assert copies(workspace) == [f"{SHA256}.pdf"]


def test_evidence_of_a_programme_goes_and_returns_with_it(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    workspace.evidence.attach_file(denpasar, EvidenceTarget(programme=programme), document)
    before = evidence(workspace, denpasar)
    workspace.programmes.remove(denpasar, programme)
    removed = evidence(workspace, denpasar)
    workspace.assessments.undo(denpasar)

    assert removed == ()
    assert evidence(workspace, denpasar) == before


def test_removed_evidence_comes_back_by_undo_and_its_file_stays(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    workspace.evidence.attach_file(denpasar, TARGET, document)
    before = evidence(workspace, denpasar)
    workspace.evidence.remove(denpasar, before[0].id)
    removed, kept = evidence(workspace, denpasar), copies(workspace)
    workspace.assessments.undo(denpasar)

    assert (removed, kept) == ((), [f"{SHA256}.pdf"])
    assert evidence(workspace, denpasar) == before


def test_attaching_can_be_undone(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    workspace.evidence.attach_file(denpasar, TARGET, document)
    workspace.assessments.undo(denpasar)
    undone = evidence(workspace, denpasar)
    workspace.assessments.redo(denpasar)

    assert undone == ()
    assert len(evidence(workspace, denpasar)) == 1


def test_a_link_has_a_title_or_is_its_own(workspace: Workspace, denpasar: AssessmentId) -> None:
    link = "https://denpasarkota.go.id/perwali"
    workspace.evidence.attach_link(denpasar, TARGET, " Perwali ", f" {link} ")
    workspace.evidence.attach_link(denpasar, TARGET, "  ", link)

    titled, bare = evidence(workspace, denpasar)

    assert (titled.title, titled.link, titled.sha256, titled.size) == ("Perwali", link, "", 0)
    assert bare.title == link
    assert workspace.evidence.file_path(titled) is None


def test_a_link_needs_an_address(workspace: Workspace, denpasar: AssessmentId) -> None:
    with pytest.raises(LinkMissing):
        workspace.evidence.attach_link(denpasar, TARGET, "Perwali", " \n")


@pytest.mark.parametrize(("title", "link"), [("x" * 32_768, "a"), ("a", "x" * 32_768)])
def test_a_link_must_fit_a_cell(
    workspace: Workspace, denpasar: AssessmentId, title: str, link: str
) -> None:
    with pytest.raises(TextTooLong):
        workspace.evidence.attach_link(denpasar, TARGET, title, link)


def test_a_file_that_is_gone_is_named(
    workspace: Workspace, denpasar: AssessmentId, tmp_path: Path
) -> None:
    with pytest.raises(NotFound) as caught:
        workspace.evidence.attach_file(denpasar, TARGET, tmp_path / "tidak ada.pdf")

    assert caught.value.path == tmp_path / "tidak ada.pdf"
    assert evidence(workspace, denpasar) == ()


def test_a_folder_is_no_file(workspace: Workspace, denpasar: AssessmentId, tmp_path: Path) -> None:
    with pytest.raises(NotReadable):
        workspace.evidence.attach_file(denpasar, TARGET, tmp_path)


def test_where_no_copy_can_be_kept_nothing_is_attached(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    evidence_folder(workspace.path).write_text("in the way", encoding="utf-8")

    with pytest.raises(NotWritable):
        workspace.evidence.attach_file(denpasar, TARGET, document)

    assert evidence(workspace, denpasar) == ()


@pytest.mark.skipif(sys.platform != "linux", reason="names there are text")
def test_a_name_that_is_no_text_is_taken(
    workspace: Workspace, denpasar: AssessmentId, tmp_path: Path
) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/perwali \xff.pdf"))
    path.write_bytes(CONTENT)

    workspace.evidence.attach_file(denpasar, TARGET, path)

    (one,) = evidence(workspace, denpasar)
    assert one.title == "perwali \ufffd.pdf"
    copy = workspace.evidence.file_path(one)
    assert copy is not None
    assert copy.exists()


def test_a_locked_assessment_takes_no_evidence(
    workspace: Workspace, denpasar: AssessmentId, document: Path
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.evidence.attach_file(denpasar, TARGET, document)
    workspace.assessments.lock(denpasar)
    before = evidence(workspace, denpasar)

    edits: tuple[Callable[[], Changes], ...] = (
        lambda: workspace.evidence.attach_file(denpasar, TARGET, document),
        lambda: workspace.evidence.attach_link(denpasar, TARGET, "", "https://example.org"),
        lambda: workspace.evidence.remove(denpasar, before[0].id),
    )
    for edit in edits:
        with pytest.raises(AssessmentLocked):
            edit()
    assert evidence(workspace, denpasar) == before
