"""What a person decides before a merge, each in words: versions, programmes, names."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assessor.domain.edits import Field
from assessor.domain.ids import ParticipantId
from assessor.domain.instrument import Instrument
from assessor.domain.merging.comparing import Compared, compare
from assessor.domain.merging.decisions import ProgrammeChange, ProgrammeQuestion
from assessor.domain.merging.region import Fork
from assessor.domain.records import Participant
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.screens.merge.draft import Draft, Pair


@dataclass(frozen=True, slots=True)
class ForkItem:
    """An assessment that came in several versions."""

    fork: Fork
    participant: Participant
    instrument: Instrument
    fields: tuple[Compared, ...]

    @property
    def missing(self) -> int:
        """How many fields still wait for a decision."""
        return sum(one.conflict is not None and one.joined is None for one in self.fields)


@dataclass(frozen=True, slots=True)
class ProgrammeItem:
    """A difference about a programme."""

    question: ProgrammeQuestion
    region: str
    is_taken: bool
    is_answered: bool


@dataclass(frozen=True, slots=True)
class NameItem:
    """Two names that may be one person's."""

    pair: Pair
    is_same: bool
    is_answered: bool


Item = ForkItem | ProgrammeItem | NameItem
Regions = Callable[[ParticipantId], Participant | None]
Instruments = Callable[[Participant], Instrument]


def items_of(draft: Draft, regions: Regions, instruments: Instruments) -> tuple[Item, ...]:
    """Return everything to decide, what the merge waits for first."""
    forks = _forks(draft, regions, instruments)
    found: list[Item] = [*forks, *_programmes(draft, regions), *_names(draft)]
    return tuple(sorted(found, key=lambda item: not waits(item)))


def waits(item: Item) -> bool:
    """Whether files are held until this is decided."""
    match item:
        case ForkItem():
            return item.missing > 0
        case ProgrammeItem():
            return item.question.must_be_answered and not item.is_answered
        case NameItem():
            return False


def identity(item: Item) -> object:
    """Return what tells an item from others, whatever was decided about it."""
    match item:
        case ForkItem():
            return item.fork.assessment
        case ProgrammeItem():
            return item.question
        case NameItem():
            return item.pair


def title(item: Item) -> str:
    """Return what an item is about, in one line."""
    match item:
        case ForkItem():
            return _("Versions of {assessor}'s assessment").format(assessor=item.fork.assessor.name)
        case ProgrammeItem():
            return _programme_title(item.question)
        case NameItem():
            new, known = item.pair
            return _("“{new}” and “{known}”").format(new=new.name, known=known.name)


def place(item: Item) -> str:
    """Return the region an item is about, "" for a person."""
    match item:
        case ForkItem():
            return item.participant.region.name
        case ProgrammeItem():
            return item.region
        case NameItem():
            return ""


def state(item: Item) -> str:
    """Return whether it is decided, and how."""
    match item:
        case ForkItem() if item.missing:
            number = item.missing
            return ngettext("{number} open", "{number} open", number).format(number=number)
        case ForkItem():
            asked = any(one.conflict is not None for one in item.fields)
            return _("Decided") if asked else _("Joined by itself")
        case ProgrammeItem() if waits(item):
            return _("Open")
        case ProgrammeItem():
            return answer_names(item)[not item.is_taken]
        case NameItem():
            return answer_names(item)[not item.is_same]


def answer_names(item: ProgrammeItem | NameItem) -> tuple[str, str]:
    """Return the two answers in a word or two: yes, no."""
    if isinstance(item, NameItem):
        return _("Same person"), _("Two persons")
    if item.question.change is ProgrammeChange.NEAR_MISS:
        return _("Same programme"), _("Two programmes")
    return _("Taken"), _("Left")


def _programme_title(question: ProgrammeQuestion) -> str:
    sentence = {
        ProgrammeChange.ADDED: _("Programme added: “{found}”"),
        ProgrammeChange.RENAMED: _("Programme renamed: “{known}” → “{found}”"),
        ProgrammeChange.MOVED: _("Programme under another pillar"),
        ProgrammeChange.MISSING: _("Programme missing: “{known}”"),
        ProgrammeChange.NEAR_MISS: _("One programme or two: “{known}”, “{found}”"),
    }[question.change]
    return sentence.format(known=question.known, found=question.found)


def _forks(draft: Draft, regions: Regions, instruments: Instruments) -> Iterator[ForkItem]:
    if draft.preview is None:
        return
    for region, forks in draft.preview.forks.items():
        participant = regions(region)
        if participant is not None:
            instrument = instruments(participant)
            for fork in forks:
                yield ForkItem(fork, participant, instrument, _in_order(fork, instrument))


def _in_order(fork: Fork, instrument: Instrument) -> tuple[Compared, ...]:
    """Return the fields that differ: those to decide first, each in the order of the paper."""
    order = {key: place for place, key in enumerate(instrument.questions)}

    def place(one: Compared) -> tuple[bool, bool, int]:
        key = one.address.answer
        known = len(order) if key is None else order.get(key.question, len(order))
        return (one.conflict is None, one.address.field is not Field.SCORE, known)

    return tuple(sorted(compare(fork), key=place))


def _programmes(draft: Draft, regions: Regions) -> Iterator[ProgrammeItem]:
    decisions = draft.decisions
    for question in draft.questions:
        participant = regions(question.participant)
        yield ProgrammeItem(
            question,
            "" if participant is None else participant.region.name,
            decisions.takes(question),
            question in draft.programmes,
        )


def _names(draft: Draft) -> Iterator[NameItem]:
    for pair in draft.namesakes:
        new, known = pair
        meant = draft.people.get(new.id)
        yield NameItem(pair, meant == known.id, meant is not None)
