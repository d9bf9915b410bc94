"""The letter that tells a round's regions their results."""

from pathlib import Path

from assessor.domain.errors import LetterIncomplete, LetterNotFinal
from assessor.domain.figures import NOTHING
from assessor.domain.ids import RoundId
from assessor.domain.letter import Letter
from assessor.domain.letter_fields import FOR_RESULTS
from assessor.domain.result_letter import ResultFacts, result_letter
from assessor.services.letter_forms import LetterForms
from assessor.services.results import Results
from assessor.services.rounds import Rounds
from assessor.services.surroundings import Surroundings


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
        return ResultFacts(
            round=shown,
            participants=participants,
            instruments=tuple(
                (cohort.name, self._rounds.instrument_of(one)) for cohort, one in cohorts.items()
            ),
            provisional=sum(
                line.result.is_provisional or line.result.final is None for line in results
            ),
            has_improvement=any(line.improvement is not None for line in results),
        )

    def finished(self, round_id: RoundId, *, accepts_provisional: bool = False) -> Letter:
        """Return the letter as it can be signed.

        Raises RoundUnknown, LetterIncomplete for a field that is not set, and LetterNotFinal for
        figures that are not final, unless it is accepted that the letter says so.
        """
        form, facts = self._forms.read(round_id), self.facts(round_id)
        missing = form.missing(FOR_RESULTS)
        if missing:
            raise LetterIncomplete(missing, len(missing))
        guessed = ", ".join(one.id for one in facts.guessed)
        if not accepts_provisional and (facts.provisional or guessed):
            raise LetterNotFinal(facts.provisional, guessed or NOTHING)
        return result_letter(form, facts)

    def write(self, letter: Letter, path: Path) -> None:
        """Write a letter as a Word document, whole or not at all. Raises NotWritable, DiskFull."""
        from assessor.exchange.letter.writer import put_letter

        put_letter(letter, path, self._clock())
