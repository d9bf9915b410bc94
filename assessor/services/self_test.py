"""Tries what the program needs from this machine, in a folder that goes away afterwards."""

import tempfile
from collections.abc import Callable, Iterator
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeAlias

from assessor.domain.errors import UserError
from assessor.domain.ids import AssessmentId
from assessor.domain.records import Assessment, Participant
from assessor.domain.result import answer_keys, assessment_result
from assessor.domain.score import Score
from assessor.persistence.backup import Occasion, back_up, backup_path
from assessor.persistence.integrity import defects
from assessor.persistence.trial import try_newest_backup
from assessor.services.catalogue import DENPASAR
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import Workspace, open_workspace

FILE: Final = "uji coba – Bérau.sqlite"
"""Spaces and letters beyond ASCII belong to what is tried."""
OF_THE_LEAD: Final = "uji coba ketua.sqlite"
NOTE: Final = "= catatan uji coba\n– baris kedua"
POINTS: Final = 3


class Check(StrEnum):
    """What is tried, in this order; each builds on the ones before."""

    WORKSPACE = "workspace"
    SCORES = "scores"
    RESULT = "result"
    EXPORT = "export"
    MERGE = "merge"
    BACKUP = "backup"
    RESTORING = "restoring"


class Disagreement(Exception):
    """Something came back otherwise than it was put in."""


Failure: TypeAlias = UserError | OSError | ImportError | Disagreement


def self_test(surroundings: Surroundings) -> Iterator[tuple[Check, Failure | None]]:
    """Yield each check with what went wrong; the first failure is the last one yielded."""
    try:
        folder = tempfile.TemporaryDirectory(prefix="assessor-")
    except OSError as error:
        yield Check.WORKSPACE, error
        return
    with folder as name:
        trial = _Trial(Path(name), surroundings)
        for check, act in trial.checks().items():
            failure = _failure(act)
            yield check, failure
            if failure is not None:
                return


def _failure(act: Callable[[], None]) -> Failure | None:
    try:
        act()
    except (UserError, OSError, ImportError, Disagreement) as error:
        return error
    return None


class _Trial:
    """One small piece of real work, from an empty folder to a restored backup."""

    def __init__(self, folder: Path, surroundings: Surroundings) -> None:
        self._folder = folder
        self._path = folder / FILE
        self._surroundings = surroundings
        self._assessment = AssessmentId("")

    def checks(self) -> dict[Check, Callable[[], None]]:
        """Return the steps in their order."""
        return {
            Check.WORKSPACE: self._begin,
            Check.SCORES: self._score,
            Check.RESULT: self._compute,
            Check.EXPORT: self._export,
            Check.MERGE: self._merge,
            Check.BACKUP: self._back_up,
            Check.RESTORING: self._restore,
        }

    def _begin(self) -> None:
        with self._open() as workspace:
            workspace.people.introduce("Asesor Uji Coba", "")
            workspace.rounds.create_sample()

    def _score(self) -> None:
        with self._open() as workspace:
            participant = self._participant(workspace)
            self._assessment = workspace.assessments.open(participant.id)
            empty = workspace.assessments.get(self._assessment)
            instrument = workspace.rounds.instrument_of(participant)
            keys = [key for one in instrument.questions.values() for key in answer_keys(one, empty)]
            for key in keys:
                workspace.assessments.score(self._assessment, key, Score(POINTS))
            workspace.assessments.write_note(self._assessment, keys[0], NOTE)
            workspace.assessments.lock(self._assessment)
        found = self._read()
        _require(found.is_locked, True)
        _require([found.answer(key).score.points for key in keys], [POINTS] * len(keys))
        _require(found.answer(keys[0]).note, NOTE)

    def _compute(self) -> None:
        with self._open() as workspace:
            instrument = workspace.rounds.instrument_of(self._participant(workspace))
        final = assessment_result(instrument, self._read()).final
        _require(final, Decimal(POINTS))

    def _export(self) -> None:
        with self._open() as workspace:
            people = [one.id for one in workspace.people.assessors()]
            (newest,) = workspace.rounds.all()
            orders = workspace.sheets.plan(newest.id, assessors=people)
            summary = workspace.sheets.export(orders, self._folder)
        for _order, error in summary.failed:
            raise error
        _require(len(summary.written), 1)

    def _merge(self) -> None:
        with open_workspace(self._folder / OF_THE_LEAD, self._surroundings) as lead:
            lead.people.introduce("Ketua Uji Coba", "")
            lead.rounds.create_sample()
            lead.merging.merge(lead.merging.read(lead.merging.find([self._folder])).files)
            merged = lead.assessments.get(self._assessment)
        _require(merged.is_locked, True)
        _require(merged.answers, self._read().answers)

    def _back_up(self) -> None:
        now = self._surroundings.clock()
        back_up(self._path, backup_path(self._path, now, Occasion.MANUAL))

    def _restore(self) -> None:
        _require(defects(self._path), ())
        trial = try_newest_backup(self._path)
        if trial is not None and trial.problem is not None:
            raise trial.problem
        _require(None if trial is None else trial.defects, ())

    def _open(self) -> Workspace:
        return open_workspace(self._path, self._surroundings)

    def _read(self) -> Assessment:
        with self._open() as workspace:
            return workspace.assessments.get(self._assessment)

    def _participant(self, workspace: Workspace) -> Participant:
        (newest,) = workspace.rounds.all()
        everyone = workspace.rounds.participants(newest.id)
        return next(one for one in everyone if one.region.code == DENPASAR)


def _require(found: object, expected: object) -> None:
    if found != expected:
        raise Disagreement(f"{found!r} != {expected!r}")
