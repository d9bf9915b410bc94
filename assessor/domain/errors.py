"""What the user can mend: narrow errors that carry facts and no wording.

Sentences for them stand in `resources.i18n.sentences`, in both languages. Anything else that is
raised is a mistake of the program and must not be caught.
"""

from dataclasses import dataclass
from pathlib import Path


class UserError(Exception):
    """Base of everything that a person can put right."""


@dataclass(eq=False)
class ScoreOutOfScale(UserError):
    """A score that is no whole number from 0 to 4."""

    found: str


class ReasonMissing(UserError):
    """Something that must be justified was left without a reason."""


@dataclass(eq=False)
class TextTooLong(UserError):
    """A text longer than a spreadsheet cell holds."""

    length: int
    limit: int


class NameMissing(UserError):
    """A name was left empty."""


@dataclass(eq=False)
class AssessmentLocked(UserError):
    """A change to a locked assessment."""

    region: str


@dataclass(eq=False)
class NotTakingPart(UserError):
    """A change to the assessment of a region that does not take part in the round."""

    region: str


@dataclass(eq=False)
class AssessmentIncomplete(UserError):
    """An assessment that is to be locked while questions are open."""

    region: str
    missing: int


@dataclass(eq=False)
class ProgrammesMissing(UserError):
    """An assessment that is to be locked while only its quick-win programmes are missing."""

    region: str


@dataclass(eq=False)
class InstrumentRefused(UserError):
    """An instrument file that breaks a rule: which file, where in it, why (a `RefusalReason`)."""

    file: str
    place: str
    reason: str
    found: str = ""


@dataclass(eq=False)
class InstrumentKnown(UserError):
    """An instrument id that is in use already with another content."""

    instrument: str


@dataclass(eq=False)
class ProgrammeKnown(UserError):
    """A programme whose name, however it is written, stands in the region's list already."""

    name: str


@dataclass(eq=False)
class ProgrammesLocked(UserError):
    """A change to a region's programmes while another assessor's locked assessment has them."""

    region: str
    assessor: str


class RegionsMissing(UserError):
    """A round without regions."""


class LinkMissing(UserError):
    """Evidence by address without the address."""


@dataclass(eq=False)
class RegionUnknown(UserError):
    """A region code or name that the round does not have."""

    found: str


@dataclass(eq=False)
class RegionTwice(UserError):
    """A region that stands in two cohorts of one round."""

    region: str


@dataclass(eq=False)
class RoundUnknown(UserError):
    """No round answers to what was asked for."""

    found: str


class WhoIsMissing(UserError):
    """The workspace does not know yet who scores in it."""


@dataclass(eq=False)
class AssignmentForAnother(UserError):
    """A handed-out sheet that names another assessor than the one who works here already."""

    assessor: str
    me: str


@dataclass(eq=False)
class InstrumentMissing(UserError):
    """An instrument that this workspace does not have, or has with another content."""

    instrument: str


@dataclass(eq=False)
class MergeUnknown(UserError):
    """No merge of that number, or none that still stands."""

    found: str


@dataclass(eq=False)
class MergeBuiltUpon(UserError):
    """A merge that cannot be taken back before later merges are; nothing was changed."""

    batch: int
    merges: str
    """Their numbers."""


@dataclass(eq=False)
class MergeWorkedUpon(UserError):
    """A merge that cannot be taken back, since its regions were worked on; nothing was changed."""

    batch: int
    regions: str
    """Their names."""


@dataclass(eq=False)
class MergeSettledUpon(UserError):
    """A merge that stays, since a panel settled on its scores; nothing was changed."""

    batch: int
    settled: str
    """Regions, each with who settled there and on which day."""


@dataclass(eq=False)
class RegionHidden(UserError):
    """A region whose scores are kept back until one's own are locked."""

    region: str


@dataclass(eq=False)
class LetterHidden(UserError):
    """A letter or its annex, whose figures are partly kept back until one's own are locked."""

    regions: str
    """The names of the regions."""


@dataclass(eq=False)
class DeadlineTooEarly(UserError):
    """A deadline for an answer that lies before the day of the letter that asks for it."""

    deadline: str
    """Both as the form shows them: "06/12/2022"."""
    date: str


@dataclass(eq=False)
class DayUnreadable(UserError):
    """A day that is not written as one, or that no calendar has."""

    found: str


@dataclass(eq=False)
class LetterIncomplete(UserError):
    """A letter that lacks something: which fields of the form, and how many."""

    missing: tuple[str, ...]
    number: int


@dataclass(eq=False)
class LetterNotFinal(UserError):
    """A letter with figures that are not final, which nobody agreed to send as provisional."""

    regions: int
    """How many regions have provisional figures."""
    instruments: str
    """The ids of instruments that are not confirmed, "–" for none."""


@dataclass(eq=False)
class NothingAssessed(UserError):
    """A region of which no assessment was begun, so that there is nothing to print."""

    region: str


class FontMissing(UserError):
    """A system without any font, on which every page would be blank."""


@dataclass(eq=False)
class PrinterFailed(UserError):
    """A printer that did not take the pages; nothing of them counts as printed."""

    printer: str


@dataclass(eq=False)
class FileProblem(UserError):
    """The surroundings failed at a file; `path` names it."""

    path: Path


class NotWritable(FileProblem):
    """A file or folder that may not be written."""


class NotReadable(FileProblem):
    """A file that may not be read, or is held by another program."""


class NotFound(FileProblem):
    """A file or folder that is not there."""


@dataclass(eq=False)
class TableUnreadable(FileProblem):
    """A published table that cannot be read: why (a `TableProblem`), and where.

    `row` counts from 1 as the spreadsheet does, 0 where it is about the whole file; `column` is
    the heading.
    """

    reason: str
    row: int = 0
    column: str = ""
    found: str = ""


@dataclass(eq=False)
class LogoRefused(FileProblem):
    """A picture that cannot stand on a letterhead: why (a `LogoProblem`)."""

    reason: str


class FileChanging(FileProblem):
    """A file that changed while it was being copied."""


@dataclass(eq=False)
class EvidenceChanged(FileProblem):
    """A kept copy of evidence whose content is no longer the one that was attached."""

    title: str


class DiskFull(FileProblem):
    """No space left."""


class WorkspaceInUse(FileProblem):
    """A workspace that another running window holds."""


class NotWorkspace(FileProblem):
    """A folder or a sound file of another program; it was left as it is."""


class WorkspaceBusy(FileProblem):
    """A workspace to which another process is writing for longer than one can wait."""


class WorkspaceDamaged(FileProblem):
    """A broken workspace, or a file that no database can be read from; it was left as it is."""


class WorkspaceVanished(FileProblem):
    """An open workspace whose file was deleted, renamed or unmounted: nothing is saved."""


@dataclass(eq=False)
class WorkspaceOutdated(FileProblem):
    """A workspace of an older release, met by something that only reads."""

    revision: str


@dataclass(eq=False)
class WorkspaceTooNew(FileProblem):
    """A workspace written by a newer release."""

    revision: str


class WorkspaceExists(FileProblem):
    """A file that would have to be overwritten."""


@dataclass(eq=False)
class LetterNotSet(UserError):
    """An annex of a round whose letter has no number or no date; no draft was asked for."""

    round: str
    reason: str
    """A `LetterGap`."""


@dataclass(eq=False)
class NamesUndecided(UserError):
    """A published table that was to be taken in while names in it are doubtful."""

    number: int


class NothingToTakeIn(UserError):
    """A published table without a single row of its instrument that has an index."""


@dataclass(eq=False)
class PaperNotVerified(FileProblem):
    """A written workbook did not read back as what was to stand on it; nothing was put in place."""

    first: str
    """Page and row of the first difference."""


@dataclass(eq=False)
class SheetNotVerified(FileProblem):
    """A written score sheet did not read back as the record; nothing was put in place."""

    differences: int
    first: str
    """Where the first difference stands."""


@dataclass(eq=False)
class SheetRefused(FileProblem):
    """A file that cannot be read as a score sheet: why (a `SheetRefusal`), and what was found."""

    reason: str
    found: str = ""
