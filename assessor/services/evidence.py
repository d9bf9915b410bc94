"""What backs a score: files, copied beside the workspace under their fingerprint, and links."""

import hashlib
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assessor.domain.changes import Changes
from assessor.domain.edits import Field, FieldAddress
from assessor.domain.errors import EvidenceChanged, FileChanging, LinkMissing
from assessor.domain.ids import AssessmentId, EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.records import Evidence
from assessor.domain.texts import checked_text, clean_text
from assessor.exchange.whole_file import (
    problems_of_reading,
    problems_of_writing,
    whole_file,
)
from assessor.persistence.models import EvidenceRow
from assessor.services.editing import Editor
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class EvidenceTarget:
    """What the evidence is for: a question about the region, or a programme as a whole."""

    question: QuestionKey | None = None
    programme: ProgrammeId | None = None


class EvidenceFiles:
    """Evidence of assessments; a file that was copied once is never deleted or overwritten."""

    def __init__(self, folder: Path, surroundings: Surroundings, editor: Editor) -> None:
        self._folder = folder
        self._new_id: Callable[[], str] = surroundings.new_id
        self._editor = editor

    def attach_file(self, assessment: AssessmentId, target: EvidenceTarget, path: Path) -> Changes:
        """Copy a file into the workspace's folder and put it behind `target`.

        Raises AssessmentLocked, NotFound, NotReadable, FileChanging, NotWritable, DiskFull.
        """
        self._editor.require_open(assessment)
        with problems_of_reading(path):
            sha256, size = _fingerprint(path), path.stat().st_size
        # A name on disk need not be text: Linux takes any bytes.
        title = clean_text(path.name)
        copy = self._copy(sha256, title)
        if not copy.exists():
            with problems_of_writing(copy):
                self._folder.mkdir(parents=True, exist_ok=True)
            with whole_file(copy) as part:
                shutil.copyfile(path, part)
                if _fingerprint(part) != sha256:
                    raise FileChanging(path)
        row = self._new_row(assessment, target, title)
        row.sha256, row.size = sha256, size
        return self._attach(row)

    def attach_link(
        self, assessment: AssessmentId, target: EvidenceTarget, title: str, link: str
    ) -> Changes:
        """Put an address behind `target`; without a title it is its own.

        Raises AssessmentLocked, LinkMissing for an empty address, TextTooLong.
        """
        link = checked_text(link).strip()
        if not link:
            raise LinkMissing
        row = self._new_row(assessment, target, checked_text(title).strip() or link)
        row.link = link
        return self._attach(row)

    def remove(self, assessment: AssessmentId, evidence: EvidenceId) -> Changes:
        """Set evidence aside; undo brings it back. Raises AssessmentLocked."""
        address = FieldAddress(assessment, Field.EVIDENCE_PRESENCE, evidence)
        return self._editor.set(address, value=False)

    def file_path(self, evidence: Evidence) -> Path | None:
        """Return where the copy of a file lies; None for a link."""
        if evidence.link:
            return None
        return self._copy(evidence.sha256, evidence.title)

    def whole_copy(self, evidence: Evidence) -> Path | None:
        """Return where the copy of a file lies, unchanged since it was made; None for a link.

        Raises NotFound, NotReadable, EvidenceChanged.
        """
        path = self.file_path(evidence)
        if path is not None:
            with problems_of_reading(path):
                if _fingerprint(path) != evidence.sha256:
                    raise EvidenceChanged(path, evidence.title)
        return path

    def _copy(self, sha256: str, title: str) -> Path:
        return self._folder / f"{sha256}{Path(title).suffix.lower()}"

    def _new_row(self, assessment: AssessmentId, target: EvidenceTarget, title: str) -> EvidenceRow:
        return EvidenceRow(
            id=self._new_id(),
            assessment_id=assessment,
            question=target.question,
            programme_id=target.programme,
            title=title,
            link="",
            sha256="",
            size=0,
            is_removed=True,
        )

    def _attach(self, row: EvidenceRow) -> Changes:
        assessment = AssessmentId(row.assessment_id)
        with self._editor.editing(assessment) as (session, head):
            session.add(row)
            session.flush()
            address = FieldAddress(assessment, Field.EVIDENCE_PRESENCE, row.id)
            return self._editor.set_within(session, head, address, value=True)


def _fingerprint(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
