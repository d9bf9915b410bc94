"""The letter that tells a round's regions their results."""

from dataclasses import dataclass
from pathlib import Path

from assessor.domain.annex.records import AnnexLayout, usual_layout
from assessor.domain.errors import LetterHidden, LetterIncomplete, LetterNotFinal
from assessor.domain.figures import NOTHING
from assessor.domain.ids import RoundId
from assessor.domain.letter import Letter
from assessor.domain.letter_fields import FOR_RESULTS
from assessor.domain.result_letter import ResultFacts, result_letter
from assessor.exchange.file_names import year_part
from assessor.services.letter_forms import LetterForms
from assessor.services.results import Results
from assessor.services.rounds import Rounds
from assessor.services.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class LetterNames:
    """The files of one letter; the same names every time, so that a later one takes its place."""

    document: str
    """"2022-Tahap-I_surat-hasil-evaluasi.docx"."""
    pages: str
    annex: str


def require_nothing_hidden(results: Results, round_id: RoundId) -> None:
    """Raise LetterHidden while whoever uses the program still scores a region of the round.

    A letter with a gap would tell a wrong result, and one without would tell what is kept back.
    """
    if hidden := results.hidden(round_id):
        raise LetterHidden(regions=", ".join(one.region.name for one in hidden))


class Letters:
    """Puts the letter together and writes it; safe to use from a thread of its own."""

    def __init__(
        self,
        surroundings: Surroundings,
        rounds: Rounds,
        results: Results,
        forms: LetterForms,
    ) -> None:
        self._clock = surroundings.clock
        self._rounds = rounds
        self._results = results
        self._forms = forms

    def facts(self, round_id: RoundId) -> ResultFacts:
        """Return what the letter tells of a round. Raises RoundUnknown."""
        shown = self._rounds.get(round_id)
        participants = self._rounds.participants(round_id)
        results = self._results.of_round(round_id)
        cohorts = {one.cohort: one for one in participants}
        instruments = tuple(
            (cohort.name, self._rounds.instrument_of(one)) for cohort, one in cohorts.items()
        )
        layout = usual_layout(instrument for _cohort, instrument in instruments)
        return ResultFacts(
            round=shown,
            participants=participants,
            instruments=instruments,
            provisional=sum(
                line.result.is_provisional or line.result.final is None for line in results
            ),
            has_improvement=layout is AnnexLayout.IMPROVEMENT
            and any(line.improvement is not None for line in results),
        )

    def finished(self, round_id: RoundId, *, accepts_provisional: bool = False) -> Letter:
        """Return the letter as it can be signed.

        Raises RoundUnknown, LetterIncomplete for a field that is not set, LetterHidden, and
        LetterNotFinal for figures that are not final, unless it is accepted that the letter says
        so.
        """
        form, facts = self._forms.read(round_id), self.facts(round_id)
        missing = form.missing(FOR_RESULTS)
        if missing:
            raise LetterIncomplete(missing, len(missing))
        require_nothing_hidden(self._results, round_id)
        guessed = ", ".join(one.id for one in facts.guessed)
        if not accepts_provisional and (facts.provisional or guessed):
            raise LetterNotFinal(facts.provisional, guessed or NOTHING)
        return result_letter(form, facts)

    def names(self, round_id: RoundId) -> LetterNames:
        """Return what the files of a round's letter are called. Raises RoundUnknown."""
        shown = self._rounds.get(round_id)
        year = year_part(shown.year, shown.stage)
        return LetterNames(
            document=f"{year}_surat-hasil-evaluasi.docx",
            pages=f"{year}_surat-hasil-evaluasi.pdf",
            annex=f"{year}_lampiran-II.xlsx",
        )

    def write(self, letter: Letter, path: Path) -> None:
        """Write a letter as a Word document, whole or not at all. Raises NotWritable, DiskFull."""
        from assessor.exchange.letter.writer import put_letter

        put_letter(letter, path, self._clock())
