"""What letters are filled in with is kept as typed, and every change of it is in the log."""

import datetime as dt
from pathlib import Path

import pytest

from assessor.domain.changes import Topic
from assessor.domain.errors import (
    DeadlineTooEarly,
    LogoRefused,
    NotFound,
    RoundUnknown,
    TextTooLong,
)
from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import FOR_REQUEST, FOR_RESULTS, LetterField
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import begin_workspace, only_round, small_round, surroundings
from tests.services.letters import LOGO, fill_in, write_logo

DAY = dt.date(2022, 12, 6)


def logged(workspace: Workspace) -> list[tuple[str, str, object, object]]:
    """Return the changes outside assessments, the oldest first."""
    changes = reversed(workspace.dump()["changes"])
    return [(one["field"], one["subject"], one["old"], one["new"]) for one in changes]


def test_a_new_round_lacks_everything_but_its_subject(workspace: Workspace) -> None:
    form = workspace.letter_forms.read(only_round(workspace))

    assert form.missing(FOR_RESULTS) == tuple(
        one for one in FOR_RESULTS if one is not LetterField.SUBJECT
    )
    assert "Tahun 2021" in form.line(LetterField.SUBJECT)


def test_what_is_written_is_there_when_the_workspace_opens_again(path: Path) -> None:
    with begin_workspace(path) as workspace:
        fill_in(workspace, only_round(workspace))
        before = workspace.letter_forms.read(only_round(workspace))
    with open_workspace(path, surroundings()) as again:
        after = again.letter_forms.read(only_round(again))

    assert after == before
    assert after.missing((*FOR_RESULTS, *FOR_REQUEST)) == ()


def test_number_and_date_are_the_rounds_own(workspace: Workspace) -> None:
    round_id = only_round(workspace)

    changes = workspace.letter_forms.write(round_id, LetterField.NUMBER, " B-17  /CTH ")
    workspace.letter_forms.set_day(round_id, LetterField.DATE, DAY)

    assert changes.topics == {Topic.LETTER, Topic.ROUNDS}
    assert workspace.rounds.get(round_id).letter_number == "B-17 /CTH"
    assert workspace.rounds.get(round_id).letter_date == DAY


def test_a_date_can_be_taken_back(workspace: Workspace) -> None:
    round_id = only_round(workspace)
    workspace.letter_forms.set_day(round_id, LetterField.DATE, DAY)

    workspace.letter_forms.set_day(round_id, LetterField.DATE, None)

    assert workspace.rounds.get(round_id).letter_date is None
    assert LetterField.DATE in workspace.letter_forms.read(round_id).missing(FOR_RESULTS)


def test_the_office_is_one_for_all_rounds_and_the_rest_is_each_rounds_own(
    workspace: Workspace,
) -> None:
    first, second = only_round(workspace), workspace.rounds.create(small_round(2022))

    workspace.letter_forms.write(first, LetterField.PLACE, "Denpasar")
    workspace.letter_forms.write(first, LetterField.INVITATION_NUMBER, "B-3")

    form = workspace.letter_forms.read(second)
    assert form.line(LetterField.PLACE) == "Denpasar"
    assert LetterField.INVITATION_NUMBER in form.missing(FOR_RESULTS)


def test_an_emptied_subject_stays_empty(workspace: Workspace) -> None:
    round_id = only_round(workspace)

    workspace.letter_forms.write(round_id, LetterField.SUBJECT, "")

    assert LetterField.SUBJECT in workspace.letter_forms.read(round_id).missing(FOR_RESULTS)


def test_lines_are_kept_where_there_are_several_and_nowhere_else(workspace: Workspace) -> None:
    forms, round_id = workspace.letter_forms, only_round(workspace)

    forms.write(round_id, LetterField.ADDRESS, "Jalan Contoh 9\nJakarta\n")
    forms.write(round_id, LetterField.PLACE, "Kota\nContoh")

    form = forms.read(round_id)
    assert form.texts[LetterField.ADDRESS] == "Jalan Contoh 9\nJakarta"
    assert form.texts[LetterField.PLACE] == "Kota Contoh"


def test_every_change_is_in_the_log_and_one_stay_is_one_line(workspace: Workspace) -> None:
    forms, round_id = workspace.letter_forms, only_round(workspace)

    forms.write(round_id, LetterField.NUMBER, "B", edit="stay")
    forms.write(round_id, LetterField.NUMBER, "B-17", edit="stay")
    forms.write(round_id, LetterField.PLACE, "Jakarta", edit="another")
    forms.set_day(round_id, LetterField.DATE, DAY)
    forms.set_day(round_id, LetterField.DATE, dt.date(2021, 1, 17))

    assert logged(workspace) == [
        ("letter_number", round_id, "", "B-17"),
        ("place", "", "", "Jakarta"),
        ("letter_date", round_id, "", "2022-12-06"),
        ("letter_date", round_id, "2022-12-06", "2021-01-17"),
    ]
    assert workspace.dump()["changes"][0]["who"] == "Sri Lestari"


def test_what_stands_there_already_changes_nothing(workspace: Workspace) -> None:
    forms, round_id = workspace.letter_forms, only_round(workspace)
    forms.write(round_id, LetterField.PLACE, "Jakarta")

    changes = forms.write(round_id, LetterField.PLACE, " Jakarta ")

    assert not changes.topics
    assert len(logged(workspace)) == 1


def test_a_logo_is_copied_into_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    file = write_logo(tmp_path)

    workspace.letter_forms.choose_logo(file)
    file.unlink()

    logo = workspace.letter_forms.read(only_round(workspace)).logo
    assert logo is not None
    assert (logo.width, logo.height) == (64, 48)
    assert b"root" not in logo.data
    assert logged(workspace) == [("logo", "", "", LOGO)]


def test_a_logo_can_be_taken_off(workspace: Workspace, tmp_path: Path) -> None:
    workspace.letter_forms.choose_logo(write_logo(tmp_path))

    workspace.letter_forms.remove_logo()

    assert workspace.letter_forms.read(only_round(workspace)).logo is None
    assert logged(workspace)[-1] == ("logo", "", LOGO, "")


def test_what_is_no_picture_leaves_the_logo_as_it_was(workspace: Workspace, tmp_path: Path) -> None:
    workspace.letter_forms.choose_logo(write_logo(tmp_path))
    (tmp_path / "surat.png").write_text("Bukan gambar")

    with pytest.raises(LogoRefused) as refused:
        workspace.letter_forms.choose_logo(tmp_path / "surat.png")

    assert refused.value.reason == "no_picture"
    assert workspace.letter_forms.read(only_round(workspace)).logo is not None


def test_a_logo_that_is_not_there_is_named(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        workspace.letter_forms.choose_logo(tmp_path / "tidak ada.png")


def test_a_text_too_long_for_any_paper_is_refused(workspace: Workspace) -> None:
    with pytest.raises(TextTooLong):
        workspace.letter_forms.write(only_round(workspace), LetterField.PLACE, "x" * 40_000)


def test_there_is_no_form_of_a_round_that_is_not_there(workspace: Workspace) -> None:
    with pytest.raises(RoundUnknown):
        workspace.letter_forms.read(RoundId("nowhere"))


@pytest.mark.parametrize("last", [LetterField.REQUEST_DATE, LetterField.REQUEST_DEADLINE])
def test_a_deadline_never_lies_before_its_request(workspace: Workspace, last: LetterField) -> None:
    one, forms = workspace.rounds.create_sample(), workspace.letter_forms
    days = {
        LetterField.REQUEST_DATE: dt.date(2023, 3, 10),
        LetterField.REQUEST_DEADLINE: dt.date(2023, 3, 1),
    }
    (first,) = days.keys() - {last}
    forms.set_day(one, first, days[first])

    with pytest.raises(DeadlineTooEarly) as refused:
        forms.set_day(one, last, days[last])

    assert (refused.value.deadline, refused.value.date) == ("01/03/2023", "10/03/2023")
    assert last not in forms.read(one).days
