"""What was read and decided so far; nothing of it stands in the workspace yet."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from assessor.domain.edits import FieldAddress, Value
from assessor.domain.errors import FileProblem
from assessor.domain.ids import AssessorId
from assessor.domain.merging.decisions import Decisions, ProgrammeQuestion
from assessor.domain.merging.report import FileReport
from assessor.domain.records import Assessor
from assessor.domain.texts import clean_text
from assessor.services.merging.merging import MergePreview
from assessor.services.merging.one_file import Candidate, ReadFile

Pair = tuple[Assessor, Assessor]
"""Somebody a sheet brings, and somebody known with nearly the same name."""


@dataclass(frozen=True, slots=True)
class FileLine:
    """A file in the table."""

    report: FileReport
    problem: FileProblem | None
    is_left_out: bool = False
    is_done: bool = False
    """Whether the merge is over."""


@dataclass(slots=True)
class Draft:
    """Files in the order they came, those left out, and the answers given."""

    files: list[ReadFile] = field(default_factory=list)
    left_out: set[str] = field(default_factory=set)
    """By path."""
    preview: MergePreview | None = None
    judged: dict[str, FileReport] = field(default_factory=dict)
    """The last that was said of each file; one left out since keeps what was said before."""
    questions: dict[ProgrammeQuestion, None] = field(default_factory=dict)
    """All that was asked; an answered one is no longer in the preview."""
    namesakes: dict[Pair, None] = field(default_factory=dict)
    fields: dict[FieldAddress, Value] = field(default_factory=dict)
    programmes: dict[ProgrammeQuestion, bool] = field(default_factory=dict)
    people: dict[AssessorId, AssessorId] = field(default_factory=dict)

    @property
    def decisions(self) -> Decisions:
        """The answers as merging takes them, unchanged by what is decided later."""
        return Decisions(dict(self.fields), dict(self.programmes), dict(self.people))

    @property
    def taking_part(self) -> tuple[ReadFile, ...]:
        """The files that are not left out."""
        return tuple(one for one in self.files if one.report.path not in self.left_out)

    @property
    def lines(self) -> tuple[FileLine, ...]:
        """Every file with what the last preview said of it."""
        return tuple(
            FileLine(
                report=self.judged.get(one.report.path, one.report),
                problem=one.problem,
                is_left_out=one.report.path in self.left_out,
            )
            for one in self.files
        )

    def unread(self, found: Sequence[Candidate]) -> tuple[Candidate, ...]:
        """Return those among `found` that were not read yet."""
        known = {one.report.path for one in self.files}
        return tuple(one for one in found if clean_text(str(one.path)) not in known)

    def with_files(self, more: Sequence[ReadFile]) -> "Draft":
        """Return the same draft with files after those before; this one stays as it is."""
        numbered = [
            replace(one, incoming=one.incoming and replace(one.incoming, file=number))
            for number, one in enumerate(more, start=len(self.files))
        ]
        return replace(self, files=[*self.files, *numbered])

    def show(self, preview: MergePreview) -> None:
        """Remember what a preview says and asks."""
        self.preview = preview
        self.judged.update({one.path: one for one in preview.report.files})
        self.questions.update(dict.fromkeys(preview.questions))
        self.namesakes.update(dict.fromkeys(preview.namesakes))

    def toggle_left_out(self, paths: Sequence[str]) -> None:
        """Leave these files out, or take them in again where all of them are out already."""
        if set(paths) <= self.left_out:
            self.left_out.difference_update(paths)
        else:
            self.left_out.update(paths)


def is_blank_sheet(report: FileReport) -> bool:
    """Whether a file is a sheet that was handed out and not filled in yet."""
    return report.revision == 0 and report.scores == 0 and report.notes == 0
