"""A sheet that does not belong here is refused, and told why."""

from dataclasses import replace

import pytest

from assessor.domain.ids import AssessorId, InstrumentId, RegionId, RoundId
from assessor.domain.merging.admission import LARGEST_REVISION, Rounds, refusal
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome, Reason, Verdict
from assessor.domain.records import Assessor
from tests.domain.merging.examples import HERE, LAW, content, sheet

ROUNDS = Rounds({HERE.id: HERE})
GOOD = sheet(content({LAW: 3}))


def test_a_good_sheet_is_admitted() -> None:
    assert refusal(GOOD, ROUNDS) is None


@pytest.mark.parametrize(
    ("bad", "kind", "reasons"),
    [
        (replace(GOOD, round=RoundId("other")), FileClass.WRONG_ROUND, ()),
        (replace(GOOD, region=RegionId(1)), FileClass.UNKNOWN_REGION, ()),
        (
            replace(GOOD, assessor=Assessor(AssessorId(""), "Ayu", "")),
            FileClass.UNKNOWN_ASSESSOR,
            (),
        ),
        (
            replace(GOOD, assessor=Assessor(AssessorId("ayu"), " ", "")),
            FileClass.UNKNOWN_ASSESSOR,
            (),
        ),
        (
            replace(GOOD, assessor=Assessor(AssessorId("budi"), "Budi", "")),
            FileClass.DAMAGED,
            (Reason.IDENTITY_INCONSISTENT,),
        ),
        (
            replace(GOOD, content=content(revision=LARGEST_REVISION + 1)),
            FileClass.DAMAGED,
            (Reason.IDENTITY_INCONSISTENT,),
        ),
        (replace(GOOD, instrument=InstrumentId("other")), FileClass.OTHER_INSTRUMENT, ()),
        (
            replace(GOOD, checksum="1" * 64),
            FileClass.OTHER_INSTRUMENT,
            (Reason.CHECKSUM_DIFFERS,),
        ),
        (
            replace(GOOD, has_refusals=True),
            FileClass.EDITED_OUTSIDE,
            (Reason.CELLS_REFUSED,),
        ),
    ],
)
def test_a_bad_sheet_is_refused(
    bad: Incoming, kind: FileClass, reasons: tuple[Reason, ...]
) -> None:
    assert refusal(bad, ROUNDS) == Verdict(kind, Outcome.REFUSED, reasons)


def test_a_region_that_stays_away_is_refused() -> None:
    absent = Rounds({HERE.id: replace(HERE, takes_part=False)})

    assert refusal(GOOD, absent) == Verdict(
        FileClass.UNKNOWN_REGION, Outcome.REFUSED, (Reason.NOT_TAKING_PART,)
    )
