"""Names that tell sheets apart: year, code, region, assessor, revision."""

from collections import Counter
from collections.abc import Collection, Iterable
from typing import Final

from assessor.domain.ids import AssessorId
from assessor.domain.records import Assessor
from assessor.domain.sheet import Sheet
from assessor.exchange.file_names import plain_part, year_part
from assessor.exchange.score_sheet.layout import SUFFIX

ID_DIGITS: Final = 6
NAMELESS: Final = "asesor"
BLANK: Final = "kosong"


def file_name(sheet: Sheet, namesakes: Collection[AssessorId] = ()) -> str:
    """Return the name of a sheet's file, "2020_51.71_KOTA-DENPASAR_ayu-prameswari_r03.xlsx".

    Safe on every system. `namesakes` are the assessors who share their name with another
    (`namesakes_among`): a part of their id stands behind it.
    """
    assessment = sheet.assessment
    region, assessor = assessment.participant.region, assessment.assessor
    name = name_part(assessor)
    if assessor.id in namesakes:
        name = f"{name}-{plain_part(assessor.id)[:ID_DIGITS].lower()}"
    parts = (
        year_part(sheet.round.year, sheet.round.stage),
        region.code,
        plain_part(region.name),
        name,
        BLANK if sheet.is_blank else f"r{assessment.revision:02}",
    )
    return "_".join(parts) + SUFFIX


def namesakes_among(assessors: Iterable[Assessor]) -> frozenset[AssessorId]:
    """Return those whose sheets would bear one name; give it everyone who is known."""
    parts = {assessor.id: name_part(assessor) for assessor in assessors}
    count = Counter(parts.values())
    return frozenset(assessor for assessor, part in parts.items() if count[part] > 1)


def name_part(assessor: Assessor) -> str:
    """Return an assessor's name as it stands in file names, in small letters."""
    return plain_part(assessor.name).lower() or NAMELESS
