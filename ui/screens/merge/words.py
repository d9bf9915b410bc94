"""Short names, signs and colours for what a file is and what becomes of it."""

from collections.abc import Sequence
from typing import Final

from assessor.domain.errors import FileProblem
from assessor.domain.merging.incoming import FileClass, Outcome
from assessor.domain.merging.report import CellProblem, FileReport
from resources.i18n import gettext as _
from resources.i18n import merging, ngettext
from resources.i18n.sheet_problems import problem_sentence
from ui.messages import explain
from ui.theme import Status

ICONS: Final = {
    FileClass.NEW: "add",
    FileClass.NEWER_REVISION: "up",
    FileClass.ALREADY_MERGED: "check",
    FileClass.OLDER_REVISION: "down",
    FileClass.FORK: "fork",
    FileClass.EDITED_OUTSIDE: "edit",
    FileClass.WRONG_ROUND: "close",
    FileClass.UNKNOWN_REGION: "close",
    FileClass.UNKNOWN_ASSESSOR: "person",
    FileClass.OTHER_INSTRUMENT: "close",
    FileClass.TOO_NEW: "info",
    FileClass.NOT_A_SCORE_SHEET: "file",
    FileClass.DAMAGED: "warning",
    FileClass.UNSAFE: "lock",
}
OUTCOME_STATUSES: Final = {
    Outcome.TAKEN: Status.DONE,
    Outcome.NOTHING_NEW: Status.OPEN,
    Outcome.WAITS: Status.NOTICE,
    Outcome.REFUSED: Status.PROBLEM,
    Outcome.SKIPPED: Status.OPEN,
}
NOT_TAKEN: Final = frozenset({"refused", "left_out"})
"""What becomes of a cell whose content is not imported."""


def class_name(kind: FileClass) -> str:
    """Return what a file is, in two or three words."""
    return {
        FileClass.NEW: _("New"),
        FileClass.NEWER_REVISION: _("Newer revision"),
        FileClass.ALREADY_MERGED: _("Merged already"),
        FileClass.OLDER_REVISION: _("Older revision"),
        FileClass.FORK: _("Two versions"),
        FileClass.EDITED_OUTSIDE: _("Edited outside"),
        FileClass.WRONG_ROUND: _("Other round"),
        FileClass.UNKNOWN_REGION: _("Region not here"),
        FileClass.UNKNOWN_ASSESSOR: _("Assessor unknown"),
        FileClass.OTHER_INSTRUMENT: _("Other instrument"),
        FileClass.TOO_NEW: _("Too new"),
        FileClass.NOT_A_SCORE_SHEET: _("No score sheet"),
        FileClass.DAMAGED: _("Damaged"),
        FileClass.UNSAFE: _("Unsafe"),
    }[kind]


def outcome_name(outcome: Outcome, *, is_done: bool = False) -> str:
    """Return what becomes of a file, or what became of it."""
    if outcome is Outcome.TAKEN and not is_done:
        return _("Will be merged")
    return {
        Outcome.TAKEN: _("Merged"),
        Outcome.NOTHING_NEW: _("Nothing new"),
        Outcome.WAITS: _("Waits for a decision"),
        Outcome.REFUSED: _("Refused"),
        Outcome.SKIPPED: _("Skipped"),
    }[outcome]


def severity_name(severity: str) -> str:
    """Return what became of a cell."""
    return {
        "refused": _("Refused"),
        "mended": _("Taken, mended"),
        "left_out": _("Not taken"),
        "told": _("To know"),
    }.get(severity, severity)


def because(report: FileReport, problem: FileProblem | None) -> str:
    """Return what a file is and why, as sentences."""
    if report.outcome is Outcome.SKIPPED:
        return _("It lies in the folder, but is no spreadsheet; it was not opened.")
    if problem is not None:
        return explain(problem)
    return merging.file_sentence(report.kind, report.reasons)


def not_imported(report: FileReport, problem: FileProblem | None) -> str:
    """Return why a file was not imported, or what of it was not; "" where all of it was."""
    left = [
        f"{one.sheet} {one.cell}: {problem_text(one)}"
        for one in report.problems
        if one.severity in NOT_TAKEN
    ]
    if report.outcome is Outcome.TAKEN and not left:
        return ""
    reasons = [] if report.outcome is Outcome.TAKEN else [because(report, problem)]
    return " ".join((*reasons, *left))


def problem_text(problem: CellProblem) -> str:
    """Return what is wrong with a cell and how to mend it."""
    return problem_sentence(problem.code, found=problem.found, expected=problem.expected)


def counted(files: Sequence[FileReport], *, is_done: bool = False) -> str:
    """Return in one line how many files come out how."""
    parts = [_number_of_files(len(files))]
    for outcome in Outcome:
        number = sum(one.outcome is outcome for one in files)
        if number:
            name = outcome_name(outcome, is_done=is_done)
            parts.append(f"{name}: {number}")
    return " · ".join(parts)


def _number_of_files(number: int) -> str:
    return ngettext("{number} file", "{number} files", number).format(number=number)
