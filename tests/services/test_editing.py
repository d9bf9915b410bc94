"""Edits, undo and redo in any order, against a model that keeps a copy of every state."""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from assessor.domain.changes import Changes
from assessor.domain.edits import Field, Via
from assessor.domain.errors import AssessmentLocked, ProgrammeKnown
from assessor.domain.ids import AssessmentId, ProgrammeId
from assessor.domain.instrument import Pillar
from assessor.domain.programme_names import programme_key
from assessor.domain.records import Answer, Assessment, NarrativeSection, Programme
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.services.workspace import open_workspace
from tests.services.examples import (
    BENEFIT,
    DENPASAR,
    REACH,
    REGULATION,
    SERVICE,
    begin_workspace,
    participant_at,
    said,
    surroundings,
)

AROUND = surroundings("machine")
SCORES = st.one_of(
    st.just(BLANK), st.integers(0, 4).map(Score), st.sampled_from("ab").map(Score.not_applicable)
)
TEXTS = st.text("ab\n", max_size=3)
TOKENS = st.one_of(st.none(), st.sampled_from(["first stay", "second stay"]))
NAMES = st.sampled_from(["Tukad Bindu", "TUKAD  BINDU ", "Pasar Badung", "Denpasar Kreatif"])
PILLARS = st.sampled_from([Pillar.LIVING, Pillar.ECONOMY])
SECTIONS = st.sampled_from(NarrativeSection)


def by_pillar(programmes: Iterable[Programme]) -> tuple[Programme, ...]:
    """Return programmes as the paper lists them."""
    return tuple(sorted(programmes, key=lambda one: list(Pillar).index(one.pillar)))


@dataclass(frozen=True)
class State:
    """All that an assessor can see of an assessment."""

    answers: dict[AnswerKey, Answer] = field(default_factory=dict)
    programme_notes: dict[ProgrammeId, str] = field(default_factory=dict)
    narrative: dict[NarrativeSection, str] = field(default_factory=dict)
    programmes: tuple[Programme, ...] = ()

    def shown(self) -> "State":
        """Return what a reader gets: nothing of removed programmes, nothing that is empty."""
        ids = {one.id for one in self.programmes}
        return State(
            answers={
                key: answer
                for key, answer in self.answers.items()
                if answer != Answer() and (key.programme is None or key.programme in ids)
            },
            programme_notes={
                one: note for one, note in self.programme_notes.items() if note and one in ids
            },
            narrative={section: text for section, text in self.narrative.items() if text},
            programmes=by_pillar(self.programmes),
        )


@dataclass(frozen=True)
class Step:
    """One step of undo: the states around it, the field and the stay in it."""

    before: State
    after: State
    place: tuple[Any, ...]
    token: str | None


def state_of(assessment: Assessment) -> State:
    """Return an assessment as the model sees it."""
    return State(
        answers=said(assessment),
        programme_notes={one: note for one, note in assessment.programme_notes.items() if note},
        narrative={section: text for section, text in assessment.narrative.items() if text},
        programmes=assessment.programmes,
    )


class Editing(RuleBasedStateMachine):
    """An assessor at work; `done` and `undone` are what undo and redo should go through."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="assessor-test-"))
        self.workspace = begin_workspace(self.folder / "penilaian.sqlite", AROUND)
        self.assessment: AssessmentId = self.workspace.assessments.open(
            participant_at(self.workspace, DENPASAR)
        )
        self.state = State()
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self.is_locked = False

    def teardown(self) -> None:
        if not self.is_locked:
            while self.done:
                self.undo()
                self.what_is_read_is_what_was_done()
        self.the_log_joins_up()
        self.workspace.close()
        shutil.rmtree(self.folder)

    @rule(question=st.sampled_from([REGULATION, SERVICE]), score=SCORES)
    def score_the_region(self, question: Any, score: Score) -> None:
        self._score(AnswerKey(question), score)

    @precondition(lambda self: self.state.programmes)
    @rule(question=st.sampled_from([BENEFIT, REACH]), score=SCORES, data=st.data())
    def score_a_programme(self, question: Any, score: Score, data: st.DataObject) -> None:
        self._score(AnswerKey(question, self._some_programme(data).id), score)

    @rule(text=TEXTS, token=TOKENS)
    def write_a_note(self, text: str, token: str | None) -> None:
        key = AnswerKey(REGULATION)
        self._edit(
            lambda: self.workspace.assessments.write_note(self.assessment, key, text, token),
            self._with_answer(key, note=text),
            place=("note", key),
            token=token,
        )

    @rule(is_marked=st.booleans())
    def mark(self, is_marked: bool) -> None:
        key = AnswerKey(SERVICE)
        self._edit(
            lambda: self.workspace.assessments.mark(self.assessment, key, is_marked),
            self._with_answer(key, is_marked=is_marked),
            place=("mark", key),
        )

    @rule(section=SECTIONS, text=TEXTS, token=TOKENS)
    def write_narrative(self, section: NarrativeSection, text: str, token: str | None) -> None:
        self._edit(
            lambda: self.workspace.assessments.write_narrative(
                self.assessment, section, text, token
            ),
            replace(self.state, narrative=self.state.narrative | {section: text}),
            place=("narrative", section),
            token=token,
        )

    @precondition(lambda self: self.state.programmes)
    @rule(text=TEXTS, token=TOKENS, data=st.data())
    def write_a_programme_note(self, text: str, token: str | None, data: st.DataObject) -> None:
        programme = self._some_programme(data).id
        notes = self.state.programme_notes | {programme: text}
        self._edit(
            lambda: self.workspace.assessments.write_programme_note(
                self.assessment, programme, text, token
            ),
            replace(self.state, programme_notes=notes),
            place=("programme note", programme),
            token=token,
        )

    @rule(pillar=PILLARS, name=NAMES)
    def add_a_programme(self, pillar: Pillar, name: str) -> None:
        if not self.is_locked and self._is_known(name):
            with pytest.raises(ProgrammeKnown):
                self.workspace.programmes.add(self.assessment, pillar, name)
            return
        added: list[ProgrammeId] = []

        def add() -> Changes:
            programme, changes = self.workspace.programmes.add(self.assessment, pillar, name)
            added.append(programme)
            return changes

        def after() -> State:
            new = Programme(added[0], pillar, " ".join(name.split()))
            return replace(self.state, programmes=(*self.state.programmes, new))

        self._edit(add, after, place=("programme",))

    @precondition(lambda self: self.state.programmes)
    @rule(name=NAMES, data=st.data())
    def rename_a_programme(self, name: str, data: st.DataObject) -> None:
        programme = self._some_programme(data)
        if not self.is_locked and self._is_known(name, but=programme):
            with pytest.raises(ProgrammeKnown):
                self.workspace.programmes.rename(self.assessment, programme.id, name)
            return
        self._edit(
            lambda: self.workspace.programmes.rename(self.assessment, programme.id, name),
            self._with_programme(replace(programme, name=" ".join(name.split()))),
            place=("name", programme.id),
        )

    @precondition(lambda self: self.state.programmes)
    @rule(pillar=PILLARS, data=st.data())
    def move_a_programme(self, pillar: Pillar, data: st.DataObject) -> None:
        programme = self._some_programme(data)
        self._edit(
            lambda: self.workspace.programmes.move_to_pillar(self.assessment, programme.id, pillar),
            self._with_programme(replace(programme, pillar=pillar)),
            place=("pillar", programme.id),
        )

    @precondition(lambda self: self.state.programmes)
    @rule(data=st.data())
    def reorder_programmes(self, data: st.DataObject) -> None:
        order = by_pillar(data.draw(st.permutations(self.state.programmes)))
        if order == by_pillar(self.state.programmes):
            order = self.state.programmes
        self._edit(
            lambda: self.workspace.programmes.reorder(self.assessment, [one.id for one in order]),
            replace(self.state, programmes=order),
            place=("order",),
        )

    @precondition(lambda self: self.state.programmes)
    @rule(data=st.data())
    def remove_a_programme(self, data: st.DataObject) -> None:
        programme = self._some_programme(data)
        left = tuple(one for one in self.state.programmes if one != programme)
        self._edit(
            lambda: self.workspace.programmes.remove(self.assessment, programme.id),
            replace(self.state, programmes=left),
            place=("programme",),
        )

    @precondition(lambda self: not self.is_locked)
    @rule()
    def undo(self) -> None:
        undone = self.workspace.assessments.undo(self.assessment)

        assert (undone is not None) == bool(self.done)
        if self.done:
            step = self.done.pop()
            self.undone.append(step)
            self.state = step.before

    @precondition(lambda self: not self.is_locked)
    @rule()
    def redo(self) -> None:
        redone = self.workspace.assessments.redo(self.assessment)

        assert (redone is not None) == bool(self.undone)
        if self.undone:
            step = self.undone.pop()
            self.done.append(step)
            self.state = step.after

    @precondition(lambda self: self.state.programmes and not self.is_locked)
    @rule()
    def complete_and_lock(self) -> None:
        keys = [AnswerKey(question) for question in (REGULATION, SERVICE)]
        for programme in self.state.programmes:
            keys += [AnswerKey(question, programme.id) for question in (BENEFIT, REACH)]
        for key in keys:
            if self.state.answers.get(key, Answer()).score.is_blank:
                self._score(key, Score(2))
        self.workspace.assessments.lock(self.assessment)
        self.is_locked = True
        self.done, self.undone = [], []

    @precondition(lambda self: self.is_locked)
    @rule()
    def reopen(self) -> None:
        before = self.workspace.assessments.get(self.assessment).revision
        self.workspace.assessments.reopen(self.assessment, "Bukti baru")
        self.is_locked = False

        assert self.workspace.assessments.get(self.assessment).revision == before + 1

    @rule()
    def restart(self) -> None:
        self.workspace.close()
        self.workspace = open_workspace(self.folder / "penilaian.sqlite", AROUND)

    @invariant()
    def what_is_read_is_what_was_done(self) -> None:
        assessment = self.workspace.assessments.get(self.assessment)

        assert state_of(assessment) == self.state.shown()
        assert assessment.is_locked == self.is_locked

    @invariant()
    def undo_and_redo_are_offered_when_there_is_something(self) -> None:
        offered = self.workspace.assessments.undo_state(self.assessment)

        assert (offered.undo is not None) == bool(self.done)
        assert (offered.redo is not None) == bool(self.undone)

    def the_log_joins_up(self) -> None:
        """Every logged change of a field begins where the one before it ended."""
        standing: dict[object, object] = {}
        for change in reversed(self.workspace.assessments.history(self.assessment)):
            address = change.address
            assert change.via in Via
            assert change.who == self.workspace.people.me()
            if address.field is not Field.PROGRAMME_ORDER:
                assert standing.get(address, change.old) == change.old
            standing[address] = change.new

    def _edit(
        self,
        act: Callable[[], Changes],
        after: State | Callable[[], State],
        *,
        place: tuple[Any, ...],
        token: str | None = None,
    ) -> None:
        if self.is_locked:
            with pytest.raises(AssessmentLocked):
                act()
            return
        changes = act()
        new = after() if callable(after) else after
        assert bool(changes.topics) == (new.shown() != self.state.shown())
        if not changes.topics:
            return
        last = self.done[-1] if self.done else None
        if token is not None and last and (last.place, last.token) == (place, token):
            self.done[-1] = replace(last, after=new)
        else:
            self.done.append(Step(self.state, new, place, token))
        self.state = new
        self.undone = []

    def _score(self, key: AnswerKey, score: Score) -> None:
        self._edit(
            lambda: self.workspace.assessments.score(self.assessment, key, score),
            self._with_answer(key, score=score),
            place=("score", key),
        )

    def _with_answer(self, key: AnswerKey, **changed: Any) -> State:
        answer = replace(self.state.answers.get(key, Answer()), **changed)
        return replace(self.state, answers=self.state.answers | {key: answer})

    def _with_programme(self, changed: Programme) -> State:
        return replace(
            self.state,
            programmes=tuple(
                changed if one.id == changed.id else one for one in self.state.programmes
            ),
        )

    def _some_programme(self, data: st.DataObject) -> Programme:
        return data.draw(st.sampled_from(self.state.programmes))

    def _is_known(self, name: str, but: Programme | None = None) -> bool:
        return any(
            programme_key(one.name) == programme_key(name)
            for one in self.state.programmes
            if one != but
        )


# Every step is a transaction on disk, so that shrinking a failure would take many minutes.
Editing.TestCase.settings = settings(
    max_examples=40, stateful_step_count=30, phases=[Phase.explicit, Phase.generate]
)
TestEditing = Editing.TestCase
