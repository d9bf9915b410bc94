"""A region's index without one of its assessors."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.instrument import Scope
from assessor.domain.leaving_out import finals_without_each
from assessor.domain.records import Assessment
from assessor.domain.result import panel_result
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.domain.examples import Place, answer_key, assessment, instrument, question

PROGRAMMES = ("Tukad Bindu", "Sidarling")
EXAMPLE = instrument(
    [question("output.a"), question("output.b"), question("quick_win.a", Scope.PROGRAMME)],
    {"output": 60, "quick_win": 40},
)
PLACES: list[Place] = ["output.a", "output.b", *(("quick_win.a", name) for name in PROGRAMMES)]
any_score = st.sampled_from(
    [*(Score(points) for points in range(5)), BLANK, Score.not_applicable("belum ada")]
)
panels = st.lists(
    st.fixed_dictionaries(dict.fromkeys(PLACES, any_score)).map(
        lambda scores: assessment(scores, PROGRAMMES)
    ),
    max_size=4,
)
agreed = st.dictionaries(
    st.sampled_from(PLACES).map(answer_key),
    st.integers(0, 400).map(lambda hundredths: Fraction(hundredths, 100)),
)


@given(panels, agreed)
def test_it_is_the_result_of_the_others(
    panel: list[Assessment], settled: dict[AnswerKey, Fraction]
) -> None:
    found = finals_without_each(EXAMPLE, panel, settled)

    assert found == tuple(
        panel_result(EXAMPLE, [*panel[:place], *panel[place + 1 :]], settled).final
        for place in range(len(panel))
    )


def test_of_two_assessors_each_is_left_alone() -> None:
    panel = [assessment(dict.fromkeys(PLACES, Score(points)), PROGRAMMES) for points in (1, 4)]

    assert finals_without_each(EXAMPLE, panel) == (Decimal(4), Decimal(1))


def test_without_the_only_assessor_there_is_no_index() -> None:
    panel = [assessment(dict.fromkeys(PLACES, Score(2)), PROGRAMMES)]

    assert finals_without_each(EXAMPLE, panel) == (None,)
