"""Opening, scoring and writing one assessment."""

import datetime as dt
from dataclasses import replace

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import ReasonMissing, TextTooLong, WhoIsMissing
from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Pillar
from assessor.domain.records import Answer, AssessmentState, NarrativeSection
from assessor.domain.score import BLANK, AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT
from assessor.services.workspace import Workspace
from tests.services.examples import BENEFIT, DENPASAR, KEY, only_round, participant_at, score_all


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


def test_the_moment_of_the_last_change_is_kept(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    scored = workspace.assessments.get(denpasar).changed_at
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    assert scored is not None
    assert scored.tzinfo is dt.UTC
    assert workspace.assessments.get(denpasar).changed_at == scored
