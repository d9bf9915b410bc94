"""The log of one assessment, and undo and redo by it."""

from assessor.domain.changes import Topic
from assessor.domain.edits import Field, FieldAddress, LoggedChange, UndoState, Via
from assessor.domain.ids import AssessmentId
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    BATANG,
    KEY,
    REGULATION,
    SERVICE,
    START,
    participant_at,
    score_all,
    surroundings,
)


def test_saves_of_one_stay_in_a_text_field_are_one_step(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(2))
    for text in ("b", "ba", "baik"):
        workspace.assessments.write_note(denpasar, KEY, text, edit="one")
    workspace.assessments.write_note(denpasar, KEY, "baik sekali", edit="two")

    texts = []
    while workspace.assessments.undo(denpasar):
        answer = workspace.assessments.get(denpasar).answer(KEY)
        texts.append((answer.score, answer.note))

    assert texts == [(Score(2), "baik"), (Score(2), ""), (BLANK, "")]


def test_one_token_in_two_fields_is_two_steps(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.write_note(denpasar, KEY, "satu", edit="token")
    workspace.assessments.write_note(denpasar, AnswerKey(SERVICE), "dua", edit="token")

    workspace.assessments.undo(denpasar)

    assert workspace.assessments.get(denpasar).answer(KEY).note == "satu"


def test_the_log_says_what_who_when_and_what_stood_there(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.score(denpasar, KEY, Score.not_applicable("Tidak diatur"))

    newest, oldest = workspace.assessments.history(denpasar)

    assert newest == LoggedChange(
        at=newest.at,
        who=workspace.people.me(),
        address=FieldAddress(denpasar, Field.SCORE, REGULATION),
        old={"points": 1},
        new={"reason": "Tidak diatur"},
        reason=None,
        via=Via.EDIT,
    )
    assert (oldest.old, oldest.new) == (None, {"points": 1})
    assert START < oldest.at < newest.at


def test_undo_and_redo_are_logged_as_such(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.undo(denpasar)
    workspace.assessments.redo(denpasar)

    history = workspace.assessments.history(denpasar)

    assert [(one.via, one.old, one.new) for one in history] == [
        (Via.REDO, None, {"points": 1}),
        (Via.UNDO, {"points": 1}, None),
        (Via.EDIT, None, {"points": 1}),
    ]


def test_undo_says_where_it_was_and_what_comes_next(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score, mark = (
        FieldAddress(denpasar, Field.SCORE, REGULATION),
        FieldAddress(denpasar, Field.MARK, REGULATION),
    )
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    undone = workspace.assessments.undo(denpasar)

    assert undone is not None
    assert (undone.address, undone.old, undone.new) == (mark, True, False)
    assert undone.changes.topics == {Topic.MARKS}
    assert workspace.assessments.undo_state(denpasar) == UndoState(undo=score, redo=mark)


def test_with_nothing_done_there_is_nothing_to_undo_or_redo(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    assert workspace.assessments.undo(denpasar) is None
    assert workspace.assessments.redo(denpasar) is None
    assert workspace.assessments.undo_state(denpasar) == UndoState(undo=None, redo=None)


def test_undo_in_one_region_leaves_another_alone(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    batang = workspace.assessments.open(participant_at(workspace, BATANG))
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.score(batang, KEY, Score(4))

    workspace.assessments.undo(denpasar)

    assert workspace.assessments.get(batang).answer(KEY).score == Score(4)


def test_undo_goes_on_after_a_restart(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.close()

    with open_workspace(workspace.path, surroundings("later")) as again:
        again.assessments.undo(denpasar)

        assert again.assessments.get(denpasar).answer(KEY).score.is_blank


def test_locking_and_reopening_are_beyond_undo(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.undo(denpasar)
    workspace.assessments.lock(denpasar)
    workspace.assessments.reopen(denpasar, "Bukti baru")

    assert workspace.assessments.undo_state(denpasar) == UndoState(undo=None, redo=None)
    assert workspace.assessments.undo(denpasar) is None
    assert workspace.assessments.redo(denpasar) is None


def test_going_on_in_a_text_field_after_an_undo_lets_go_of_redo(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.write_note(denpasar, KEY, "satu", edit="one")
    workspace.assessments.score(denpasar, KEY, Score(2))
    workspace.assessments.undo(denpasar)

    workspace.assessments.write_note(denpasar, KEY, "satu dua", edit="one")

    assert workspace.assessments.redo(denpasar) is None
