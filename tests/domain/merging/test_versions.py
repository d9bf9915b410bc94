"""What stands follows from the set of versions alone."""

from dataclasses import replace
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from assessor.domain.content import Content
from assessor.domain.edits import Field, FieldAddress
from assessor.domain.merging.joining import Chosen
from assessor.domain.merging.versions import Origin, Standing, Version, standing
from assessor.domain.score import Score
from tests.domain.merging.examples import LAW, SERVICE, content, own


def sheet_of(said: Content) -> Version:
    return Version(Origin.SHEET, said)


def outside(said: Content) -> Version:
    return Version(Origin.OUTSIDE, said)


def stands(*versions: Version, chosen: Chosen | None = None) -> Standing:
    found = standing(own(), versions, chosen)
    assert found is not None
    return found


def test_without_versions_nothing_stands() -> None:
    assert standing(own(), ()) is None


def test_the_newest_revision_stands_even_where_it_clears_a_score() -> None:
    found = stands(
        sheet_of(content({SERVICE: 1}, revision=2)), sheet_of(content({LAW: 3, SERVICE: 1}))
    )

    assert found.content.answers.keys() == {SERVICE}
    assert (found.content.revision, found.exported_revision) == (2, 2)


def test_two_of_one_revision_join_from_what_stood_before() -> None:
    found = stands(
        sheet_of(content({LAW: 2}, revision=1)),
        sheet_of(content({LAW: 2, SERVICE: 1}, revision=2, base=1)),
        outside(content({LAW: 4}, revision=2, base=1)),
    )

    assert found.content.answer(LAW).score == Score(4)
    assert found.content.answer(SERVICE).score == Score(1)
    assert (found.content.revision, found.content.base_revision) == (3, 2)
    assert found.exported_revision == 2


def test_what_one_of_them_says_whole_keeps_its_revision() -> None:
    found = stands(outside(content({LAW: 2})), outside(content({LAW: 2, SERVICE: 1})))

    assert found.content.revision == 1


def test_a_decision_is_a_revision_of_its_own() -> None:
    address = FieldAddress.of_answer(own(), Field.SCORE, LAW)
    versions = (sheet_of(content({LAW: 1})), sheet_of(content({LAW: 3})))

    open_ = stands(*versions)
    decided = stands(*versions, chosen={address: {"points": 3}})

    assert len(open_.conflicts) == 1
    assert decided.is_decided
    assert decided.content.revision == 2


def test_a_sheet_saved_outside_without_a_change_is_what_it_was() -> None:
    found = stands(sheet_of(content({LAW: 2})), outside(content({LAW: 2}, revision=2, base=1)))

    assert found.content.revision == 1


SCORES = st.dictionaries(st.sampled_from([LAW, SERVICE]), st.integers(0, 1))
VERSIONS = st.lists(
    st.builds(
        lambda scores, revision, origin: Version(
            origin, content(scores, revision=revision, base=revision - 1)
        ),
        SCORES,
        st.integers(1, 3),
        st.sampled_from([Origin.SHEET, Origin.OUTSIDE, Origin.LOCAL]),
    ),
    max_size=5,
)


@given(VERSIONS, st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_matters(versions: list[Version], random: Random) -> None:
    mixed = random.sample([*versions, *versions], 2 * len(versions))

    found, again = standing(own(), versions), standing(own(), mixed)

    assert (found is None) is (again is None)
    if found is not None and again is not None:
        assert replace(found, heads=()) == replace(again, heads=())
