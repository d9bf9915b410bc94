"""A letter is written when nothing is missing and nothing is passed off as final."""

from pathlib import Path

import pytest

from assessor.domain.errors import LetterIncomplete, LetterNotFinal
from assessor.domain.ids import RoundId
from assessor.domain.letter import plain
from assessor.domain.letter_fields import FOR_RESULTS, LetterField
from assessor.services.demo import DemonstrationOrder
from assessor.services.workspace import Workspace
from tests.services.demonstrations import demonstrated
from tests.services.examples import (
    BATANG,
    DENPASAR,
    only_round,
    participant_at,
    score_all,
)
from tests.services.letters import fill_in


def finish(workspace: Workspace) -> RoundId:
    """Score and lock both regions of the small round."""
    for region in (BATANG, DENPASAR):
        assessment = workspace.assessments.open(participant_at(workspace, region))
        score_all(workspace, assessment, 3)
        workspace.assessments.lock(assessment)
    return only_round(workspace)


def test_every_field_that_is_not_set_is_named_at_once(workspace: Workspace) -> None:
    round_id = finish(workspace)

    with pytest.raises(LetterIncomplete) as refused:
        workspace.letters.finished(round_id)

    lacking = tuple(one for one in FOR_RESULTS if one is not LetterField.SUBJECT)
    assert refused.value.missing == lacking
    assert refused.value.number == len(lacking)


@pytest.mark.parametrize("field", FOR_RESULTS)
def test_a_single_field_that_is_not_set_stops_the_letter(
    workspace: Workspace, field: LetterField
) -> None:
    round_id = finish(workspace)
    fill_in(workspace, round_id, leave=(field,))
    if field is LetterField.SUBJECT:
        workspace.letter_forms.write(round_id, field, "")

    with pytest.raises(LetterIncomplete) as refused:
        workspace.letters.finished(round_id)

    assert refused.value.missing == (field,)


def test_a_letter_about_final_figures_is_a_final_one(workspace: Workspace) -> None:
    round_id = finish(workspace)
    fill_in(workspace, round_id)

    letter = workspace.letters.finished(round_id)

    assert letter.marks == ()
    assert letter.remarks == ()
    assert letter.annexes[0].names == ("Bupati Batang", "Walikota Denpasar")


def test_provisional_figures_stop_a_letter_until_somebody_agrees(workspace: Workspace) -> None:
    round_id = only_round(workspace)
    fill_in(workspace, round_id)

    with pytest.raises(LetterNotFinal) as refused:
        workspace.letters.finished(round_id)

    assert refused.value.regions == 2
    letter = workspace.letters.finished(round_id, accepts_provisional=True)
    assert letter.marks == ("SEMENTARA",)


def test_an_instrument_that_is_not_confirmed_stops_a_letter_too(tmp_path: Path) -> None:
    order = DemonstrationOrder(year=2020, regions=2, assessors=4, is_complete=True)
    with demonstrated(tmp_path / "w.sqlite", order) as workspace:
        round_id = only_round(workspace)
        fill_in(workspace, round_id)

        with pytest.raises(LetterNotFinal) as refused:
            workspace.letters.finished(round_id)

    assert refused.value.instruments == "2020"


def test_the_letter_of_a_demonstration_says_so(tmp_path: Path) -> None:
    order = DemonstrationOrder(year=2023, regions=2, assessors=5, is_complete=True)
    with demonstrated(tmp_path / "w.sqlite", order) as workspace:
        round_id = only_round(workspace)
        fill_in(workspace, round_id)

        letter = workspace.letters.finished(round_id)

    assert letter.marks == ("DEMONSTRASI",)


def test_number_and_date_are_those_of_the_round(workspace: Workspace) -> None:
    round_id = finish(workspace)
    fill_in(workspace, round_id)

    letter, one = workspace.letters.finished(round_id), workspace.rounds.get(round_id)

    assert letter.number == one.letter_number
    assert letter.date == "6 Desember 2023"


def test_regions_that_did_not_take_part_are_counted_apart(workspace: Workspace) -> None:
    participant = participant_at(workspace, BATANG)
    workspace.rounds.set_taking_part(participant, takes_part=False, reason="Mundur")

    facts = workspace.letters.facts(only_round(workspace))

    assert [one.takes_part for one in facts.participants] == [False, True]
    assert facts.provisional == 1


def test_a_letter_is_written_to_a_file(workspace: Workspace, tmp_path: Path) -> None:
    round_id = finish(workspace)
    fill_in(workspace, round_id)
    letter = workspace.letters.finished(round_id)

    workspace.letters.write(letter, tmp_path / "surat.docx")

    assert (tmp_path / "surat.docx").read_bytes().startswith(b"PK")
    assert plain(letter.subject) == "Pemberitahuan Hasil Evaluasi Smart City"
