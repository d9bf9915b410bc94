"""Every code about a returned sheet has its sentence."""

import pytest

from assessor.domain.merging.incoming import FileClass, Outcome, Reason
from assessor.exchange.score_sheet.reading import ProblemCode
from resources.i18n import merging


def test_every_code_has_a_sentence_and_none_is_left_over() -> None:
    assert set(merging.CLASSES) == {one.value for one in FileClass}
    assert set(merging.OUTCOMES) == {one.value for one in Outcome}
    assert set(merging.REASONS) == {one.value for one in Reason}
    assert set(merging.PROBLEMS) == {one.value for one in ProblemCode}


@pytest.mark.parametrize("code", [one.value for one in ProblemCode])
def test_a_problem_can_be_said(code: str) -> None:
    assert "{" not in merging.problem_sentence(code, "5", "0–4")


def test_a_file_is_said_with_its_reasons() -> None:
    assert merging.file_sentence("new", ["nothing_filled"]).endswith("Nothing is filled in.")
