"""Whether a sheet belongs here at all: round, region, instrument, and an identity that holds."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from assessor.domain.ids import ParticipantId, RegionId, RoundId, assessment_id, participant_id
from assessor.domain.merging.incoming import FileClass, Incoming, Outcome, Reason, Verdict
from assessor.domain.records import Participant

LARGEST_REVISION: Final = 1_000_000
"""Nobody gets there; a larger one was written by somebody else than the program."""


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds of a workspace and the regions in them."""

    participants: Mapping[ParticipantId, Participant]

    def knows(self, round_id: RoundId) -> bool:
        """Whether the workspace has the round."""
        return any(one.round == round_id for one in self.participants.values())

    def participant(self, round_id: RoundId, region: RegionId) -> Participant | None:
        """Return the region in the round, None where it is not in it."""
        return self.participants.get(participant_id(round_id, region))


def refusal(sheet: Incoming, rounds: Rounds) -> Verdict | None:
    """Return why a sheet cannot be merged here, None where nothing stands against it."""
    participant = rounds.participant(sheet.round, sheet.region)
    if participant is None:
        known = rounds.knows(sheet.round)
        return _refused(FileClass.UNKNOWN_REGION if known else FileClass.WRONG_ROUND)
    if not participant.takes_part:
        return _refused(FileClass.UNKNOWN_REGION, Reason.NOT_TAKING_PART)
    if not sheet.assessor.id or not sheet.assessor.name.strip():
        return _refused(FileClass.UNKNOWN_ASSESSOR)
    if not _is_consistent(sheet, participant.id):
        return _refused(FileClass.DAMAGED, Reason.IDENTITY_INCONSISTENT)
    if sheet.instrument != participant.cohort.instrument:
        return _refused(FileClass.OTHER_INSTRUMENT)
    return _refusal_of_content(sheet, participant)


def _refusal_of_content(sheet: Incoming, participant: Participant) -> Verdict | None:
    if sheet.checksum != participant.cohort.checksum:
        return _refused(FileClass.OTHER_INSTRUMENT, Reason.CHECKSUM_DIFFERS)
    if sheet.has_refusals:
        return _refused(FileClass.EDITED_OUTSIDE, Reason.CELLS_REFUSED)
    return None


def _is_consistent(sheet: Incoming, participant: ParticipantId) -> bool:
    content = sheet.content
    return (
        sheet.assessment == assessment_id(participant, sheet.assessor.id)
        and 0 <= content.base_revision <= content.revision <= LARGEST_REVISION
    )


def _refused(kind: FileClass, *reasons: Reason) -> Verdict:
    return Verdict(kind, Outcome.REFUSED, reasons)
