"""Every problem of a cell has one sentence, and it can be said."""

import string

import pytest

from assessor.exchange.score_sheet.reading import ProblemCode
from resources.i18n.sheet_problems import PROBLEMS, placed_sentence, problem_sentence


def test_every_code_has_a_sentence_and_none_is_left_over() -> None:
    assert set(PROBLEMS) == {str(code) for code in ProblemCode}


@pytest.mark.parametrize("code", ProblemCode)
def test_a_sentence_says_what_the_problem_carries(code: ProblemCode) -> None:
    fields = {name for _text, name, _spec, _how in string.Formatter().parse(PROBLEMS[code]) if name}

    said = problem_sentence(code, found="<found>", expected="<expected>")

    assert fields <= {"found", "expected"}
    assert {f"<{field}>" for field in fields} == {
        one for one in ("<found>", "<expected>") if one in said
    }
    assert said.endswith(".")


def test_found_text_with_braces_is_said_to_the_letter() -> None:
    assert "“{x}”" in problem_sentence("score_is_text", found="{x}")


def test_a_place_is_page_and_cell_as_far_as_they_are_known() -> None:
    assert placed_sentence("So.", "Penilaian", "F12") == "Penilaian, cell F12: So."
    assert placed_sentence("So.", "Penilaian", "") == "Penilaian: So."
    assert placed_sentence("So.", "", "") == "So."
