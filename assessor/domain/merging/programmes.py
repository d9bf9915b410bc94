"""Which programme of the region each programme of a sheet is."""

import difflib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from assessor.domain.ids import ParticipantId, ProgrammeId, id_from_name
from assessor.domain.merging.decisions import Decisions, ProgrammeChange, ProgrammeQuestion
from assessor.domain.programme_names import programme_key
from assessor.domain.records import Programme

LIKENESS: Final = 0.85
FROM_SHEETS: Final = 1_000
"""Where the places of programmes that came in with sheets begin: after those of the list."""
NUMBERS: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class ListedProgramme:
    """A programme of the region, with its place in the list."""

    programme: Programme
    position: int
    is_removed: bool = False

    @property
    def is_from_sheets(self) -> bool:
        """Whether a sheet brought it and nobody put it in order yet."""
        return self.position >= FROM_SHEETS


@dataclass(slots=True)
class ProgrammeMatch:
    """What the programmes of one sheet are in the region."""

    ids: dict[ProgrammeId, ProgrammeId] = field(default_factory=dict)
    """The region's id by the sheet's; one that is not to be added is missing."""
    is_open: bool = False
    """Whether a near miss waits for an answer."""

    @property
    def is_ambiguous(self) -> bool:
        """Whether two rows of the sheet are one programme, so that their scores would mix."""
        return len(set(self.ids.values())) < len(self.ids)


@dataclass(slots=True)
class ProgrammeMatcher:
    """Matches by id, else by name; a near miss is asked, what is left is new.

    Programmes that sheets bring get an id and a spelling that follow from their name alone, so
    that it does not matter which of two sheets comes first.
    """

    participant: ParticipantId
    listed: dict[ProgrammeId, ListedProgramme]
    aliases: dict[ProgrammeId, ProgrammeId]
    """Ids in sheets that a person declared to be programmes of the region."""
    decisions: Decisions
    questions: dict[ProgrammeQuestion, None] = field(default_factory=dict)

    def match(self, programmes: Sequence[Programme]) -> ProgrammeMatch:
        """Return the region's programme for each of a sheet's; what it adds is in `listed` then."""
        match = ProgrammeMatch()
        unmatched: list[tuple[int, Programme]] = []
        for position, programme in enumerate(programmes):
            known = self._known(programme)
            if known is None:
                unmatched.append((position, programme))
            else:
                match.ids[programme.id] = known
                self._compare(known, programme, position)
        for position, programme in unmatched:
            self._take_up(programme, position, match)
        return match

    def note_missing(self, missing: Iterable[ProgrammeId]) -> None:
        """Ask about programmes that an assessment listed before and does not any more."""
        for programme in sorted(missing):
            listed = self.listed.get(programme)
            if listed is not None and not listed.is_removed:
                question = self._question(ProgrammeChange.MISSING, listed.programme, "")
                if self._is_taken(question):
                    self.listed[programme] = replace(listed, is_removed=True)

    def _take_up(self, programme: Programme, position: int, match: ProgrammeMatch) -> None:
        near = self._near_miss(programme, set(match.ids.values()))
        is_same = None if near is None else self.decisions.programmes.get(near)
        if near is not None and is_same is None:
            self.questions[near] = None
            match.is_open = True
        elif near is not None and is_same:
            self.aliases[self._new_id(programme)] = near.programme
            self.aliases[programme.id] = near.programme
            match.ids[programme.id] = near.programme
        else:
            self._add(programme, position, match)

    def _known(self, programme: Programme) -> ProgrammeId | None:
        for known in (programme.id, self.aliases.get(programme.id)):
            if known in self.listed:
                return known
        key = programme_key(programme.name)
        same_name = sorted(
            (listed.is_removed, known)
            for known, listed in self.listed.items()
            if programme_key(listed.programme.name) == key
        )
        declared = self.aliases.get(self._new_id(programme))
        candidates = (*(known for _removed, known in same_name), declared)
        return next((one for one in candidates if one in self.listed), None)

    def _compare(self, known: ProgrammeId, found: Programme, position: int) -> None:
        listed = self.listed[known]
        mine = listed.programme
        self._remember(found.id, known)
        if mine.name != found.name:
            mine = self._respell(listed, found)
        if listed.is_from_sheets:
            mine = replace(mine, pillar=max(mine.pillar, found.pillar))
        elif mine.pillar is not found.pillar:
            mine = self._move(mine, found)
        place = min(listed.position, FROM_SHEETS + position)
        self.listed[known] = replace(listed, programme=mine, position=place)

    def _respell(self, listed: ListedProgramme, found: Programme) -> Programme:
        mine = listed.programme
        if programme_key(mine.name) == programme_key(found.name):
            is_free = listed.is_from_sheets
            return replace(mine, name=max(mine.name, found.name)) if is_free else mine
        if self.aliases.get(self._new_id(found)) == mine.id:
            return mine
        question = self._question(ProgrammeChange.RENAMED, mine, found.name)
        return replace(mine, name=found.name) if self._is_taken(question) else mine

    def _move(self, mine: Programme, found: Programme) -> Programme:
        question = ProgrammeQuestion(
            self.participant, ProgrammeChange.MOVED, mine.id, mine.pillar, found.pillar
        )
        return replace(mine, pillar=found.pillar) if self._is_taken(question) else mine

    def _near_miss(
        self, programme: Programme, in_sheet: set[ProgrammeId]
    ) -> ProgrammeQuestion | None:
        """Find the likest name; one that stands in the same sheet is another programme."""
        rated = sorted(
            (-_likeness(listed.programme.name, programme.name), known)
            for known, listed in self.listed.items()
            if known not in in_sheet and not listed.is_removed
        )
        if not rated or -rated[0][0] < LIKENESS:
            return None
        mine = self.listed[rated[0][1]].programme
        return ProgrammeQuestion(
            self.participant, ProgrammeChange.NEAR_MISS, mine.id, mine.name, programme.name
        )

    def _add(self, programme: Programme, position: int, match: ProgrammeMatch) -> None:
        added = replace(programme, id=self._new_id(programme))
        question = self._question(ProgrammeChange.ADDED, replace(added, name=""), programme.name)
        if self._is_taken(question):
            self.listed[added.id] = ListedProgramme(added, FROM_SHEETS + position)
            match.ids[programme.id] = added.id
            self._remember(programme.id, added.id)

    def _remember(self, in_sheet: ProgrammeId, known: ProgrammeId) -> None:
        if in_sheet != known:
            self.aliases[in_sheet] = known

    def _new_id(self, programme: Programme) -> ProgrammeId:
        key = programme_key(programme.name)
        return ProgrammeId(id_from_name(self.participant, "programme", key))

    def _question(self, change: ProgrammeChange, known: Programme, found: str) -> ProgrammeQuestion:
        return ProgrammeQuestion(self.participant, change, known.id, known.name, found)

    def _is_taken(self, question: ProgrammeQuestion) -> bool:
        self.questions[question] = None
        return self.decisions.takes(question)


def _likeness(first: str, second: str) -> float:
    """Return how alike two names are, 0 to 1; "Program 1" and "Program 2" are not alike at all."""
    one, other = programme_key(first), programme_key(second)
    if NUMBERS.findall(one) != NUMBERS.findall(other):
        return 0.0
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()
