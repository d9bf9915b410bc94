"""The letter that asks one region for the evidence behind its high scores."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, groupby

from assessor.domain.addressees import head_of, region_in_words
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Instrument
from assessor.domain.letter import Annex, Letter, Point, TableRow, Text, runs
from assessor.domain.letter_fields import LetterField, LetterForm
from assessor.domain.number_words import words_and_figures
from assessor.domain.records import Participant, Programme, Round
from assessor.domain.result_letter import (
    attachments,
    demonstration_remark,
    in_time,
    letterhead,
    marks,
)
from assessor.domain.score import AnswerKey

COLUMNS = ("No.", "Capaian yang dinilai", "Data dukung (diisi daerah)")


@dataclass(frozen=True, slots=True)
class RegionClaims:
    """What of one region is claimed and not backed."""

    round: Round
    participant: Participant
    instrument: Instrument
    programmes: Sequence[Programme]
    claims: Sequence[AnswerKey]
    """In the order of the paper."""

    @property
    def items(self) -> int:
        """How many things evidence is asked for: a programme is backed as a whole."""
        questions = self.instrument.questions
        return len(
            {
                (questions[one.question].dimension, one.programme or one.question)
                for one in self.claims
            }
        )


def evidence_request(form: LetterForm, region: RegionClaims) -> Letter:
    """Return the letter to the head of the region; what the form lacks shows as a gap."""
    return Letter(
        letterhead=letterhead(form),
        number=form.line(LetterField.REQUEST_NUMBER),
        attachments=attachments(1),
        subject=runs(
            "Permintaan Data Dukung Evaluasi Implementasi Kota Cerdas (Smart City) "
            f"{in_time(region.round)}"
        ),
        place=form.line(LetterField.PLACE),
        date=form.line(LetterField.REQUEST_DATE),
        addressee=(head_of(region.participant.region), "di Tempat"),
        opening=runs(
            "Sehubungan dengan pelaksanaan evaluasi implementasi Kota Cerdas (Smart City) "
            f"{in_time(region.round)} terhadap {region_in_words(region.participant.region)}, kami "
            "sampaikan hal-hal sebagai berikut:"
        ),
        points=_points(form, region),
        remarks=demonstration_remark(region.round),
        closing=runs("Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima kasih."),
        signatory_title=form.lines(LetterField.SIGNATORY_TITLE),
        signatory=form.line(LetterField.SIGNATORY),
        copies=(),
        annexes=(_annex(region),),
        marks=marks(is_provisional=False, round_=region.round),
    )


def _points(form: LetterForm, region: RegionClaims) -> tuple[Point, ...]:
    reply, deadline = form.line(LetterField.REQUEST_REPLY), form.line(LetterField.REQUEST_DEADLINE)
    return (
        Point(
            runs(
                f"Terdapat {words_and_figures(region.items)} capaian yang dinilai tinggi (nilai 3 "
                "atau 4), tetapi belum disertai data dukung, sebagaimana tercantum dalam Lampiran."
            )
        ),
        Point(
            runs(
                f"Kami mohon data dukung atas setiap capaian tersebut disampaikan melalui {reply} "
                f"paling lambat tanggal {deadline}."
            )
        ),
        Point(
            runs(
                "Agar setiap data dukung mudah dikenali, mohon dicantumkan nomor urut capaian "
                "sesuai dengan Lampiran."
            )
        ),
    )


def _annex(region: RegionClaims) -> Annex:
    title = (
        runs("DAFTAR DATA DUKUNG YANG DIMINTA"),
        runs(region_in_words(region.participant.region).upper()),
    )
    return Annex("Lampiran", title, columns=COLUMNS, rows=tuple(_rows(region)))


def _rows(region: RegionClaims) -> Iterator[TableRow]:
    numbers = count(1)
    names = {one.key: one.name.indonesian for one in region.instrument.dimensions}
    questions = region.instrument.questions
    for dimension, claims in groupby(
        region.claims, key=lambda one: questions[one.question].dimension
    ):
        yield TableRow(runs(names[dimension]))
        for programme, asked in groupby(claims, key=lambda one: one.programme):
            if programme is None:
                for one in asked:
                    yield _about_region(region, one, next(numbers))
            else:
                yield _about_programme(region, programme, list(asked), next(numbers))


def _about_region(region: RegionClaims, claim: AnswerKey, number: int) -> TableRow:
    question = region.instrument.questions[claim.question]
    return TableRow(
        runs(question.text.indonesian), _detail([question.subindicator.indonesian]), number
    )


def _about_programme(
    region: RegionClaims, programme: ProgrammeId, claims: Sequence[AnswerKey], number: int
) -> TableRow:
    (name,) = (one.name for one in region.programmes if one.id == programme)
    questions = [region.instrument.questions[one.question] for one in claims]
    asked = dict.fromkeys(one.subindicator.indonesian for one in questions)
    return TableRow(runs(f"Program “{name}”"), _detail(list(asked)), number)


def _detail(texts: Sequence[str]) -> Text:
    return runs("; ".join(texts))
