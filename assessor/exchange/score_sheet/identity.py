"""Whose sheet it is: the same record written to the hidden page and read from it."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from assessor.domain.errors import SheetRefused
from assessor.domain.fingerprint import content_fingerprint
from assessor.domain.ids import AssessmentId, AssessorId, InstrumentId, RegionId, RoundId
from assessor.domain.records import AssessmentState, Assessor
from assessor.domain.sheet import Sheet
from assessor.exchange.score_sheet.grid import Grid
from assessor.exchange.score_sheet.layout import (
    FORMAT_VERSION,
    KIND,
    NO,
    YES,
    ColumnKey,
    IdentityKey,
)
from assessor.exchange.score_sheet.reading import SheetIdentity, SheetRefusal

WHOLE: Final = re.compile("[0-9]{1,9}")
LONGEST_SHOWN: Final = 60
NEVER_EMPTY: Final = (
    IdentityKey.ROUND_ID,
    IdentityKey.ASSESSOR_ID,
    IdentityKey.INSTRUMENT_ID,
    IdentityKey.INSTRUMENT_CHECKSUM,
    IdentityKey.ASSESSMENT_ID,
)


def identity_of(sheet: Sheet, application_version: str) -> SheetIdentity:
    """Return the identity that a sheet bears."""
    assessment, evaluation = sheet.assessment, sheet.round
    region = assessment.participant.region
    return SheetIdentity(
        format_version=FORMAT_VERSION,
        round_id=evaluation.id,
        year=evaluation.year,
        stage=evaluation.stage,
        round_name=evaluation.name,
        region_id=region.id,
        region_code=region.code,
        region_name=region.name,
        assessor=assessment.assessor,
        instrument_id=sheet.instrument.id,
        instrument_checksum=sheet.instrument.checksum,
        assessment_id=assessment.id,
        revision=assessment.revision,
        base_revision=assessment.base_revision,
        state=assessment.state,
        fingerprint=content_fingerprint(assessment),
        application_version=application_version,
        is_demonstration=evaluation.is_demonstration,
    )


def identity_facts(identity: SheetIdentity) -> Mapping[IdentityKey, str]:
    """Return what the identity page holds, all of it as text."""
    return {
        IdentityKey.KIND: KIND,
        IdentityKey.FORMAT_VERSION: str(identity.format_version),
        IdentityKey.ROUND_ID: identity.round_id,
        IdentityKey.YEAR: str(identity.year),
        IdentityKey.STAGE: identity.stage,
        IdentityKey.ROUND_NAME: identity.round_name,
        IdentityKey.REGION_ID: str(identity.region_id),
        IdentityKey.REGION_CODE: identity.region_code,
        IdentityKey.REGION_NAME: identity.region_name,
        IdentityKey.ASSESSOR_ID: identity.assessor.id,
        IdentityKey.ASSESSOR_NAME: identity.assessor.name,
        IdentityKey.ASSESSOR_INSTITUTION: identity.assessor.institution,
        IdentityKey.INSTRUMENT_ID: identity.instrument_id,
        IdentityKey.INSTRUMENT_CHECKSUM: identity.instrument_checksum,
        IdentityKey.ASSESSMENT_ID: identity.assessment_id,
        IdentityKey.REVISION: str(identity.revision),
        IdentityKey.BASE_REVISION: str(identity.base_revision),
        IdentityKey.STATE: identity.state,
        IdentityKey.FINGERPRINT: identity.fingerprint,
        IdentityKey.APPLICATION_VERSION: identity.application_version,
        IdentityKey.IS_DEMONSTRATION: YES if identity.is_demonstration else NO,
    }


def read_identity(path: Path, grid: Grid) -> SheetIdentity:
    """Return the identity, or raise SheetRefused: another paper, too new, or broken."""
    keyed = [(key, row) for key, row in grid.keyed_rows() if key]
    facts = {key: grid.text(row, ColumnKey.VALUE) for key, row in keyed}
    if grid.odd or len(facts) != len(keyed):
        raise SheetRefused(path, SheetRefusal.IDENTITY_BROKEN, grid.name)
    if facts.get(IdentityKey.KIND) != KIND:
        raise SheetRefused(path, SheetRefusal.OTHER_PAPER, facts.get(IdentityKey.KIND, ""))
    version = facts.get(IdentityKey.FORMAT_VERSION, "")
    if WHOLE.fullmatch(version) and int(version) > FORMAT_VERSION:
        raise SheetRefused(path, SheetRefusal.TOO_NEW, version)
    if not all(facts.get(key) for key in NEVER_EMPTY):
        raise SheetRefused(path, SheetRefusal.IDENTITY_BROKEN, grid.name)
    try:
        return _identity({key: facts[key] for key in IdentityKey})
    except (KeyError, ValueError) as error:
        raise SheetRefused(path, SheetRefusal.IDENTITY_BROKEN, str(error)) from error


def _whole(text: str) -> int:
    """Return a number as the writer puts it; int() would take much more."""
    if WHOLE.fullmatch(text) is None:
        raise ValueError(text[:LONGEST_SHOWN])
    return int(text)


def _identity(facts: Mapping[IdentityKey, str]) -> SheetIdentity:
    return SheetIdentity(
        format_version=_whole(facts[IdentityKey.FORMAT_VERSION]),
        round_id=RoundId(facts[IdentityKey.ROUND_ID]),
        year=_whole(facts[IdentityKey.YEAR]),
        stage=facts[IdentityKey.STAGE],
        round_name=facts[IdentityKey.ROUND_NAME],
        region_id=RegionId(_whole(facts[IdentityKey.REGION_ID])),
        region_code=facts[IdentityKey.REGION_CODE],
        region_name=facts[IdentityKey.REGION_NAME],
        assessor=Assessor(
            id=AssessorId(facts[IdentityKey.ASSESSOR_ID]),
            name=facts[IdentityKey.ASSESSOR_NAME],
            institution=facts[IdentityKey.ASSESSOR_INSTITUTION],
        ),
        instrument_id=InstrumentId(facts[IdentityKey.INSTRUMENT_ID]),
        instrument_checksum=facts[IdentityKey.INSTRUMENT_CHECKSUM],
        assessment_id=AssessmentId(facts[IdentityKey.ASSESSMENT_ID]),
        revision=_whole(facts[IdentityKey.REVISION]),
        base_revision=_whole(facts[IdentityKey.BASE_REVISION]),
        state=AssessmentState(facts[IdentityKey.STATE]),
        fingerprint=facts[IdentityKey.FINGERPRINT],
        application_version=facts[IdentityKey.APPLICATION_VERSION],
        is_demonstration=facts[IdentityKey.IS_DEMONSTRATION] == YES,
    )
