"""Names of people that may mean one person are offered, never joined."""

import pytest

from assessor.domain.ids import AssessorId
from assessor.domain.merging.people import may_be_one_person, namesakes
from assessor.domain.records import Assessor
from tests.domain.merging.examples import AYU, BUDI


@pytest.mark.parametrize(
    ("first", "second", "alike"),
    [
        ("Ayu Prameswari", "AYU PRAMESWARI", True),
        ("Dr. Ayu Prameswari, M.T.", "Ayu Prameswari", True),
        ("Ayu Prameswarï", "Ayu Prameswari", True),
        ("Ayu Prameswari", "Ayu Prameswary", True),
        ("Ayu Prameswari", "Budi Santoso", False),
        ("Asesor 1", "Asesor 2", False),
        ("Dr.", "Ayu", False),
        ("Ayu", "", False),
    ],
)
def test_likeness_of_names(first: str, second: str, alike: bool) -> None:
    assert may_be_one_person(first, second) is alike


def test_namesakes_are_others() -> None:
    twin = Assessor(AssessorId("twin"), "Ayu Prameswari", "")

    assert namesakes(AYU, (AYU, BUDI, twin)) == (twin,)
