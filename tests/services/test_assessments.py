"""Scoring, writing, locking and reopening one assessment."""

import datetime as dt
from dataclasses import replace

import pytest

from assessor.domain.changes import Topic
from assessor.domain.edits import Field, FieldAddress, LoggedChange, UndoState, Via
from assessor.domain.errors import (
    AssessmentIncomplete,
    AssessmentLocked,
    ReasonMissing,
    TextTooLong,
    WhoIsMissing,
)
from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Pillar
from assessor.domain.records import Answer, AssessmentState, NarrativeSection
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    REGULATION,
    SERVICE,
    START,
    only_round,
    participant_at,
    score_all,
    surroundings,
)

KEY = AnswerKey(REGULATION)


def test_opening_a_region_twice_gives_the_same_assessment(workspace: Workspace) -> None:
    participant = participant_at(workspace, DENPASAR)

    first, second = workspace.assessments.open(participant), workspace.assessments.open(participant)

    assert first == second
    assert workspace.assessments.mine(only_round(workspace)) == {participant: first}


def test_an_opened_assessment_starts_with_nothing_said(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    opened = workspace.assessments.get(denpasar)

    assert (opened.answers, opened.narrative, opened.programmes) == ({}, {}, ())
    assert (opened.state, opened.revision, opened.base_revision) == (AssessmentState.DRAFT, 1, 0)
    assert opened.changed_at is None
    assert opened.assessor.name == "Sri Lestari"


def test_reading_again_what_was_said_at_one_place_gives_the_whole(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 2)
    before = workspace.assessments.get(denpasar)
    workspace.assessments.score(denpasar, KEY, Score.not_applicable("Tidak\tdiatur"))

    assert workspace.assessments.read_again(before, KEY) == workspace.assessments.get(denpasar)


def test_an_assessment_that_went_away_cannot_be_read_again(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    gone = replace(workspace.assessments.get(denpasar), id=AssessmentId("nowhere"))

    with pytest.raises(LookupError):
        workspace.assessments.read_again(gone, KEY)


def test_nobody_scores_before_saying_who_they_are(empty: Workspace) -> None:
    participant = empty.rounds.participants(empty.rounds.create_sample())[0].id

    with pytest.raises(WhoIsMissing):
        empty.assessments.open(participant)
    with pytest.raises(WhoIsMissing):
        empty.assessments.mine(only_round(empty))


def test_an_assessment_that_is_not_there_is_a_mistake_of_the_program(workspace: Workspace) -> None:
    nowhere = AssessmentId("nowhere")

    with pytest.raises(LookupError):
        workspace.assessments.get(nowhere)
    with pytest.raises(LookupError):
        workspace.assessments.score(nowhere, KEY, Score(1))


@pytest.mark.parametrize("score", [Score(0), Score(4), Score.not_applicable("Tidak diatur")])
def test_a_score_is_kept(workspace: Workspace, denpasar: AssessmentId, score: Score) -> None:
    changes = workspace.assessments.score(denpasar, KEY, score)

    assert workspace.assessments.get(denpasar).answer(KEY).score == score
    assert changes.topics == {Topic.SCORES}
    assert changes.assessment == denpasar


def test_clearing_a_score_makes_it_blank_and_not_zero(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(0))

    workspace.assessments.score(denpasar, KEY, BLANK)

    assert workspace.assessments.get(denpasar).answer(KEY).score.is_blank


def test_the_same_score_again_changes_nothing(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.score(denpasar, KEY, Score(2))

    changes = workspace.assessments.score(denpasar, KEY, Score(2))

    assert changes.topics == frozenset()
    assert len(workspace.assessments.history(denpasar)) == 1


def test_score_note_and_mark_of_a_question_leave_each_other_alone(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(3))
    workspace.assessments.write_note(denpasar, KEY, "Perwali 12/2019\nsudah terbit")
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    answer = workspace.assessments.get(denpasar).answer(KEY)

    assert answer == Answer(Score(3), "Perwali 12/2019\nsudah terbit", is_marked=True)


def test_scores_of_two_programmes_stand_apart(workspace: Workspace, denpasar: AssessmentId) -> None:
    first, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    second, _ = workspace.programmes.add(denpasar, Pillar.ECONOMY, "Pasar Badung")
    workspace.assessments.score(denpasar, AnswerKey(BENEFIT, first), Score(1))
    workspace.assessments.score(denpasar, AnswerKey(BENEFIT, second), Score(4))

    opened = workspace.assessments.get(denpasar)

    assert opened.answer(AnswerKey(BENEFIT, first)).score == Score(1)
    assert opened.answer(AnswerKey(BENEFIT, second)).score == Score(4)


def test_programme_note_and_narrative_are_kept_to_the_letter(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    workspace.assessments.write_programme_note(denpasar, programme, "=bukan rumus ")
    workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "satu\n\n dua")

    opened = workspace.assessments.get(denpasar)

    assert opened.programme_notes == {programme: "=bukan rumus "}
    assert opened.narrative == {NarrativeSection.STRENGTHS: "satu\n\n dua"}
    assert opened.items(NarrativeSection.STRENGTHS) == ("satu", "dua")


def test_text_is_stored_as_a_spreadsheet_can_hold_it(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.write_note(denpasar, KEY, "satu\r\ndua\x00\x0btiga \ud83d")

    assert workspace.assessments.get(denpasar).answer(KEY).note == "satu\ndua\ntiga \ufffd"


def test_a_reason_is_stored_as_a_spreadsheet_can_hold_it(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score.not_applicable("tidak\x01 ada \ud83d"))

    assert workspace.assessments.get(denpasar).answer(KEY).score.reason == "tidak ada \ufffd"


def test_a_reason_of_invisible_signs_is_none(workspace: Workspace, denpasar: AssessmentId) -> None:
    with pytest.raises(ReasonMissing):
        workspace.assessments.score(denpasar, KEY, Score.not_applicable("\x01"))


def test_a_note_may_fill_a_cell_and_no_more(workspace: Workspace, denpasar: AssessmentId) -> None:
    workspace.assessments.write_note(denpasar, KEY, "x" * CELL_LIMIT)

    with pytest.raises(TextTooLong) as caught:
        workspace.assessments.write_note(denpasar, KEY, "y" * (CELL_LIMIT + 1))

    assert (caught.value.length, caught.value.limit) == (CELL_LIMIT + 1, CELL_LIMIT)
    assert workspace.assessments.get(denpasar).answer(KEY).note == "x" * CELL_LIMIT


def test_a_reason_takes_its_room_from_the_note(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score.not_applicable("12345"))
    room = CELL_LIMIT - len("12345\n")
    workspace.assessments.write_note(denpasar, KEY, "x" * room)

    with pytest.raises(TextTooLong):
        workspace.assessments.write_note(denpasar, KEY, "x" * (room + 1))
    with pytest.raises(TextTooLong):
        workspace.assessments.score(denpasar, KEY, Score.not_applicable("123456"))


def test_a_programme_note_may_fill_a_cell_and_no_more(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")

    with pytest.raises(TextTooLong):
        workspace.assessments.write_programme_note(denpasar, programme, "x" * 32_768)


def test_a_list_of_the_narrative_may_fill_a_cell_and_no_more(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    with pytest.raises(TextTooLong):
        workspace.assessments.write_narrative(denpasar, NarrativeSection.WEAKNESSES, "x" * 32_768)


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


def test_only_a_complete_assessment_can_be_locked(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))

    with pytest.raises(AssessmentIncomplete) as caught:
        workspace.assessments.lock(denpasar)

    assert (caught.value.region, caught.value.missing) == ("KOTA DENPASAR", 3)
    assert workspace.assessments.get(denpasar).state is AssessmentState.DRAFT


def test_a_locked_assessment_refuses_every_change(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    (programme,) = workspace.assessments.get(denpasar).programmes
    changes = workspace.assessments.lock(denpasar)
    before = workspace.assessments.get(denpasar)
    edits = (
        lambda: workspace.assessments.score(denpasar, KEY, Score(1)),
        lambda: workspace.assessments.mark(denpasar, KEY, is_marked=True),
        lambda: workspace.assessments.write_note(denpasar, KEY, "x"),
        lambda: workspace.assessments.write_programme_note(denpasar, programme.id, "x"),
        lambda: workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "x"),
        lambda: workspace.programmes.add(denpasar, Pillar.LIVING, "Baru"),
        lambda: workspace.programmes.rename(denpasar, programme.id, "Baru"),
        lambda: workspace.programmes.move_to_pillar(denpasar, programme.id, Pillar.ECONOMY),
        lambda: workspace.programmes.reorder(denpasar, [programme.id]),
        lambda: workspace.programmes.remove(denpasar, programme.id),
        lambda: workspace.assessments.lock(denpasar),
        lambda: workspace.assessments.undo(denpasar),
        lambda: workspace.assessments.redo(denpasar),
    )

    for edit in edits:
        with pytest.raises(AssessmentLocked) as caught:
            edit()
        assert caught.value.region == "KOTA DENPASAR"

    assert changes.topics == {Topic.STATE}
    assert before.is_locked
    assert workspace.assessments.get(denpasar) == before


def test_reopening_asks_for_a_reason(workspace: Workspace, denpasar: AssessmentId) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.lock(denpasar)

    with pytest.raises(ReasonMissing):
        workspace.assessments.reopen(denpasar, " \n")

    assert workspace.assessments.get(denpasar).is_locked


def test_reopening_raises_the_revision_and_keeps_the_reason(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    score_all(workspace, denpasar, 3)
    workspace.assessments.lock(denpasar)

    changes = workspace.assessments.reopen(denpasar, " Bukti baru masuk ")

    opened = workspace.assessments.get(denpasar)
    assert changes.topics == {Topic.STATE}
    assert (opened.state, opened.revision, opened.base_revision) == (AssessmentState.DRAFT, 2, 1)
    logged = workspace.assessments.history(denpasar)[0]
    assert (logged.old, logged.new, logged.reason) == ("final", "draft", "Bukti baru masuk")
    assert logged.who == workspace.people.me()


def test_reopening_what_is_open_changes_nothing(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    before = workspace.assessments.get(denpasar)

    changes = workspace.assessments.reopen(denpasar, "Bukti baru")

    assert changes.topics == frozenset()
    assert workspace.assessments.get(denpasar) == before


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


def test_the_moment_of_the_last_change_is_kept(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    scored = workspace.assessments.get(denpasar).changed_at
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    assert scored is not None
    assert scored.tzinfo is dt.UTC
    assert workspace.assessments.get(denpasar).changed_at == scored


def test_going_on_in_a_text_field_after_an_undo_lets_go_of_redo(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.write_note(denpasar, KEY, "satu", edit="one")
    workspace.assessments.score(denpasar, KEY, Score(2))
    workspace.assessments.undo(denpasar)

    workspace.assessments.write_note(denpasar, KEY, "satu dua", edit="one")

    assert workspace.assessments.redo(denpasar) is None
