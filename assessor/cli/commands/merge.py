"""`merge`: returned sheets into a workspace, or what that would change."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from assessor.cli.arguments import JSON, WORKSPACE, Arguments, Command, Option
from assessor.cli.files import require_existing
from assessor.cli.terminal import Terminal
from assessor.domain.figures import NOTHING
from assessor.domain.merging.decisions import ProgrammeQuestion
from assessor.domain.merging.incoming import Outcome
from assessor.domain.merging.joining import Conflict
from assessor.domain.merging.report import FileReport, MergeReport, RegionEffect
from assessor.services.merging.merging import MergePreview
from assessor.services.merging.one_file import ReadFile
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace, read_workspace
from resources.i18n import N_, ngettext
from resources.i18n import gettext as _
from resources.i18n.merging import file_sentence
from resources.i18n.sentences import sentence
from resources.i18n.sheet_problems import problem_sentence

DRY_RUN: Final = Option("--dry-run", N_("Only say what would change; also while a window works."))


def run(arguments: Arguments, terminal: Terminal) -> int:
    """Merge what needs no decision; 1 where something was refused or waits for one.

    What waits is left: a decision is made in the window.
    """
    paths = [Path(one) for one in arguments.operands]
    for path in (arguments.workspace, *paths):
        require_existing(path)
    is_dry = arguments.has(DRY_RUN.name)
    enter = read_workspace if is_dry else open_workspace
    with enter(arguments.workspace, Surroundings.real()) as workspace:
        files, done = _merge(workspace, paths, terminal, is_dry)
    report = done.report
    if arguments.has(JSON.name):
        terminal.say_document(_document(done, is_dry))
    else:
        for line in _lines(report, is_dry):
            terminal.say(line)
    for read, judged in zip(files, report.files, strict=True):
        if judged.outcome in (Outcome.REFUSED, Outcome.WAITS):
            terminal.complain(f"{judged.path}: {_because(read, judged)}")
    return 1 if report.refused else 0


def _merge(
    workspace: Workspace, paths: list[Path], terminal: Terminal, is_dry: bool
) -> tuple[tuple[ReadFile, ...], MergePreview]:
    found = workspace.merging.find(paths)
    files = workspace.merging.read(found, terminal.progress(len(found))).files
    done = None if is_dry else workspace.merging.merge(files)
    return files, done or workspace.merging.preview(files)


def _because(read: ReadFile, judged: FileReport) -> str:
    if read.problem is not None:
        return sentence(read.problem)
    refused = [
        f"{one.sheet}!{one.cell}: "
        + problem_sentence(one.code, found=one.found, expected=one.expected)
        for one in judged.problems
        if one.severity == "refused"
    ]
    return " ".join((file_sentence(judged.kind, judged.reasons), *refused))


def _document(done: MergePreview, is_dry: bool) -> dict[str, Any]:
    report = done.report
    return {
        "batch": report.batch,
        "dry_run": is_dry,
        "files": [_file(one) for one in report.files],
        "applied": report.taken,
        "refused": report.refused,
        "skipped": report.count(Outcome.SKIPPED),
        "rank_changes": [_rank_change(one) for one in report.regions],
        "conflicts": [_conflict(one) for one in done.conflicts],
        "programmes": [_question(one) for one in done.questions],
        "same_names": [[new.name, known.name] for new, known in done.namesakes],
    }


def _file(one: FileReport) -> dict[str, Any]:
    return {
        "path": one.path,
        "sha256": one.sha256,
        "class": one.kind.value,
        "outcome": one.outcome.value,
        "reasons": [reason.value for reason in one.reasons],
        "refusal": one.refusal or None,
        "region": one.region or None,
        "assessor": one.assessor or None,
        "revision": one.revision,
        "scores": one.scores,
        "notes": one.notes,
        "problems": [
            {
                "sheet": problem.sheet,
                "cell": problem.cell,
                "code": problem.code,
                "found": problem.found,
                "expected": problem.expected,
                "severity": problem.severity,
            }
            for problem in one.problems
        ],
    }


def _rank_change(one: RegionEffect) -> dict[str, Any]:
    return {
        "code": one.code,
        "name": one.name,
        "final_before": one.final_before,
        "final_after": one.final_after,
        "rank_before": one.rank_before,
        "rank_after": one.rank_after,
        "hidden": one.is_hidden,
        "files": list(one.files),
    }


def _conflict(one: Conflict) -> dict[str, Any]:
    return {
        "assessment": one.address.assessment,
        "field": one.address.field.value,
        "subject": one.address.subject,
        "programme": one.address.programme,
        "base": one.base,
        "candidates": list(one.candidates),
    }


def _question(one: ProgrammeQuestion) -> dict[str, Any]:
    return {
        "change": one.change.value,
        "programme": one.programme,
        "known": one.known,
        "found": one.found,
        "waits": one.must_be_answered,
    }


def _lines(report: MergeReport, is_dry: bool) -> Iterator[str]:
    number = report.taken
    if is_dry:
        yield ngettext(
            "{number} file would be merged.", "{number} files would be merged.", number
        ).format(number=number)
    elif report.batch is None:
        yield _("Nothing to merge; nothing was changed.")
    else:
        yield ngettext(
            "{number} file merged as merge {batch}. To take it back: unmerge {batch}",
            "{number} files merged as merge {batch}. To take it back: unmerge {batch}",
            number,
        ).format(number=number, batch=report.batch)
    yield _("Nothing new: {known}. Refused or waiting: {refused}. Skipped: {skipped}.").format(
        known=report.count(Outcome.NOTHING_NEW),
        refused=report.refused,
        skipped=report.count(Outcome.SKIPPED),
    )
    for one in report.files:
        if one.outcome is Outcome.SKIPPED:
            yield _("Skipped: {path}").format(path=one.path)
        elif one.outcome is not Outcome.REFUSED:
            yield from _remarks(one)
    for effect in report.regions:
        yield _effect(effect)


def _remarks(one: FileReport) -> Iterator[str]:
    if one.reasons:
        yield f"{one.path}: {file_sentence(one.kind, one.reasons)}"
    for problem in one.problems:
        said = problem_sentence(problem.code, found=problem.found, expected=problem.expected)
        yield f"{one.path}: {problem.sheet}!{problem.cell}: {said}"


def _effect(one: RegionEffect) -> str:
    if one.is_hidden:
        return _("{region}: hidden until your own assessment of it is locked.").format(
            region=one.name
        )
    return _(
        "{region}: index {final_before} → {final_after}, rank {rank_before} → {rank_after}"
    ).format(
        region=one.name,
        final_before=_shown(one.final_before),
        final_after=_shown(one.final_after),
        rank_before=one.rank_before or NOTHING,
        rank_after=one.rank_after or NOTHING,
    )


def _shown(final: str | None) -> str:
    return NOTHING if final is None else final.replace(".", ",")


COMMAND: Final = Command(
    "merge",
    N_("Merge returned score sheets, files and folders; all of it can be taken back."),
    run,
    (WORKSPACE, DRY_RUN, JSON),
    operand=N_("PATH"),
    takes_many=True,
)
