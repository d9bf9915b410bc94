"""What the review lists: missing answers, marks, claims without evidence, empty lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from assessor.domain.claims import unbacked_claims
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Dimension, Instrument
from assessor.domain.open_work import blanks, lacks_programmes, marked
from assessor.domain.records import Assessment, NarrativeSection
from assessor.domain.score import AnswerKey
from resources.i18n import gettext as _
from resources.i18n import language, ngettext
from ui.screens.walk.desk import NARRATIVE
from ui.screens.walk.details import programme_of
from ui.screens.walk.narrative_page import section_name
from ui.screens.walk.places import Place
from ui.widgets.entry_list import Entry


class Kind(StrEnum):
    """Why something is listed."""

    MISSING = "missing"
    MARKED = "marked"
    UNBACKED = "unbacked"
    EMPTY_LIST = "empty_list"


@dataclass(frozen=True, slots=True)
class Finding:
    """What an entry of the review stands for, and where it leads."""

    kind: Kind
    place: Place
    section: NarrativeSection | None = None


def review_entries(instrument: Instrument, assessment: Assessment) -> tuple[Entry, ...]:
    """Return the headings and entries of the review in their order."""
    words = _Words(instrument, assessment)
    return (
        *words.missing(),
        *words.under(Kind.MARKED, _("Marked to come back to"), marked(instrument, assessment)),
        *words.under(
            Kind.UNBACKED,
            _("Scores of 3 and 4 without evidence (a hint, it does not hinder locking)"),
            unbacked_claims(instrument, (assessment,)),
        ),
        *words.empty_lists(),
    )


class _Words:
    """Words findings of one assessment."""

    def __init__(self, instrument: Instrument, assessment: Assessment) -> None:
        self._instrument = instrument
        self._assessment = assessment

    def missing(self) -> Iterator[Entry]:
        """Yield each dimension with blanks, its questions, and its programmes as wholes."""
        for dimension in self._instrument.dimensions:
            entries = [*self._missing_city(dimension), *self._missing_programmes(dimension)]
            if entries:
                name = dimension.name.in_language(language())
                yield Entry(_("Missing in {dimension}").format(dimension=name))
                yield from entries

    def under(self, kind: Kind, heading: str, keys: Iterable[AnswerKey]) -> Iterator[Entry]:
        """Yield `heading` and an entry for each of `keys`, nothing where there are none."""
        entries = [self._entry(kind, key) for key in keys]
        if entries:
            yield Entry(heading)
            yield from entries

    def empty_lists(self) -> Iterator[Entry]:
        """Yield the lists of the narrative that have no item."""
        empty = [one for one in NarrativeSection if not self._assessment.items(one)]
        if empty:
            yield Entry(_("Lists without an item (a hint, it does not hinder locking)"))
        for section in empty:
            finding = Finding(Kind.EMPTY_LIST, Place(NARRATIVE), section)
            yield Entry(section_name(section), key=finding)

    def _missing_city(self, dimension: Dimension) -> Iterator[Entry]:
        for key in blanks(dimension, self._assessment):
            if key.programme is None:
                yield self._entry(Kind.MISSING, key)

    def _missing_programmes(self, dimension: Dimension) -> Iterator[Entry]:
        if lacks_programmes(dimension, self._assessment):
            finding = Finding(Kind.MISSING, Place(dimension.key))
            yield Entry(_("No quick-win programme yet: add one under its pillar"), key=finding)
        for programme, some in groupby(blanks(dimension, self._assessment), _programme):
            if programme is not None:
                blank = list(some)
                missing = ngettext("{count} missing", "{count} missing", len(blank))
                finding = Finding(Kind.MISSING, Place(dimension.key, blank[0]))
                name = programme_of(self._assessment, blank[0]).name
                yield Entry(name, missing.format(count=len(blank)), key=finding)

    def _entry(self, kind: Kind, key: AnswerKey) -> Entry:
        question = self._instrument.questions[key.question]
        text = question.text.in_language(language())
        if key.programme is not None:
            text = f"{programme_of(self._assessment, key).name}: {text}"
        dimension = next(
            one for one in self._instrument.dimensions if one.key == question.dimension
        )
        detail = "" if kind is Kind.MISSING else dimension.name.in_language(language())
        return Entry(text, detail, key=Finding(kind, Place(dimension.key, key)))


def _programme(key: AnswerKey) -> ProgrammeId | None:
    return key.programme
