"""Everything that one score sheet carries."""

import datetime as dt

import pytest

from assessor.domain.ids import RoundId
from assessor.domain.records import Round
from assessor.domain.result import assessment_result
from assessor.domain.sheet import Sheet
from tests.domain.examples import assessment, instrument, question

EXAMPLE = instrument([question("baseline.a")], {"baseline": 100})
ROUND = Round(RoundId("round"), 2025, "", "Contoh", "", None, dt.date(2025, 1, 1), None, True)


@pytest.mark.parametrize(("revision", "is_blank"), [(0, True), (1, False)])
def test_a_sheet_of_no_revision_hands_out_an_assignment(revision: int, is_blank: bool) -> None:
    scored = assessment({}, revisions=(revision, 0))

    sheet = Sheet(ROUND, scored, EXAMPLE, None, assessment_result(EXAMPLE, scored))

    assert sheet.is_blank is is_blank
