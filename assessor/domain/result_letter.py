"""The letter that tells regions their results: its sentences, from the form and from the round."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assessor.domain.addressees import heads_of
from assessor.domain.figures import show_date
from assessor.domain.instrument import Confidence, Dimension, Instrument
from assessor.domain.letter import (
    Annex,
    Letter,
    Letterhead,
    Point,
    Text,
    listed,
    numbered_items,
    runs,
)
from assessor.domain.letter_fields import LetterField, LetterForm
from assessor.domain.number_words import in_words, words_and_figures
from assessor.domain.paper_words import DEMONSTRATION, DEMONSTRATION_MARK, PROVISIONAL
from assessor.domain.records import Participant, RegionKind, Round

GUESSED = frozenset({Confidence.INFERRED, Confidence.UNCONFIRMED})
"""Instruments whose weights or rule no letter prints; a user's own are the user's word."""


@dataclass(frozen=True, slots=True)
class ResultFacts:
    """What the letter tells of a round."""

    round: Round
    participants: Sequence[Participant]
    """Everybody who was invited."""
    instruments: Sequence[tuple[str, Instrument]]
    """Each cohort with its instrument."""
    provisional: int = 0
    """How many regions have figures that are not final."""
    has_improvement: bool = False
    """Whether a change since last year is known of any region."""

    @property
    def guessed(self) -> tuple[Instrument, ...]:
        """The instruments whose weights or rule are not confirmed, each once."""
        found = {one.id: one for _cohort, one in self.instruments if one.confidence in GUESSED}
        return tuple(found.values())


def default_subject(one: Round) -> str:
    """Return what the letter is about, where nothing else is typed."""
    return f"Pemberitahuan Hasil Evaluasi Implementasi Kota Cerdas (Smart City) {in_time(one)}"


def in_time(one: Round) -> str:
    """Return "Tahun 2022 Tahap I"."""
    return f"Tahun {one.year} {one.stage}".rstrip()


def letterhead(form: LetterForm) -> Letterhead:
    """Return whose letter it is."""
    return Letterhead(
        logo=form.logo,
        ministry=form.line(LetterField.MINISTRY).upper(),
        directorate=form.line(LetterField.DIRECTORATE).upper(),
        tagline=" ".join(form.lines(LetterField.TAGLINE)),
        address=form.lines(LetterField.ADDRESS),
    )


def attachments(number: int) -> str:
    """Return "2 (dua) berkas"."""
    return f"{number} ({in_words(number)}) berkas"


def result_letter(form: LetterForm, facts: ResultFacts) -> Letter:
    """Return the letter; what the form lacks shows as a gap."""
    heads = heads_of(one.region for one in facts.participants)
    return Letter(
        letterhead=letterhead(form),
        number=form.line(LetterField.NUMBER),
        attachments=attachments(2),
        subject=runs(form.line(LetterField.SUBJECT)),
        place=form.line(LetterField.PLACE),
        date=form.line(LetterField.DATE),
        addressee=("(Daftar terlampir)", "di Tempat"),
        opening=_opening(form, facts.round),
        points=_points(facts),
        remarks=_remarks(facts),
        closing=runs(
            "Demikian disampaikan. Atas perhatian dan kerja sama Bapak/Ibu, kami ucapkan terima "
            "kasih."
        ),
        signatory_title=form.lines(LetterField.SIGNATORY_TITLE),
        signatory=form.line(LetterField.SIGNATORY),
        copies=form.lines(LetterField.COPIES),
        annexes=(Annex("Lampiran I", (runs("DAFTAR PENERIMA SURAT"),), names=heads),),
        marks=marks(
            is_provisional=facts.provisional > 0 or bool(facts.guessed), round_=facts.round
        ),
    )


def marks(*, is_provisional: bool, round_: Round) -> tuple[str, ...]:
    """Return the words on every page of a letter that is not to be taken for a final one."""
    said = ((DEMONSTRATION_MARK, round_.is_demonstration), (PROVISIONAL, is_provisional))
    return tuple(mark for mark, holds in said if holds)


def demonstration_remark(one: Round) -> tuple[Text, ...]:
    """Return what a letter about invented figures says of them."""
    return (runs(f"{DEMONSTRATION}."),) if one.is_demonstration else ()


def _opening(form: LetterForm, one: Round) -> Text:
    number, date = (
        form.line(field) for field in (LetterField.INVITATION_NUMBER, LetterField.INVITATION_DATE)
    )
    return runs(
        f"Menindaklanjuti surat undangan kami Nomor {number} tanggal {date} mengenai pelaksanaan "
        f"evaluasi implementasi Kota Cerdas (Smart City) {in_time(one)}, bersama ini kami "
        "sampaikan hasil evaluasi tersebut dengan penjelasan sebagai berikut:"
    )


def _points(facts: ResultFacts) -> tuple[Point, ...]:
    return (
        Point(runs(_turnout(facts))),
        *_dimensions(facts.instruments),
        Point(runs(_index(has_improvement=facts.has_improvement))),
        Point(
            runs(
                "Catatan asesor mengenai kekuatan, kelemahan, dan rekomendasi bagi setiap "
                "kabupaten/kota disampaikan kepada masing-masing kabupaten/kota dalam ringkasan "
                "hasil evaluasi, sebagai bahan perbaikan implementasi Kota Cerdas (Smart City) di "
                "daerahnya."
            )
        ),
    )


def _turnout(facts: ResultFacts) -> str:
    invited = len(facts.participants)
    took_part = [one.region.kind for one in facts.participants if one.takes_part]
    said = (
        f"Dari {words_and_figures(invited)} kabupaten/kota yang diundang, "
        f"{words_and_figures(len(took_part))} kabupaten/kota mengikuti evaluasi"
        f"{_when(facts.round)}{_kinds(took_part)}."
    )
    if absent := invited - len(took_part):
        said += (
            f" Kabupaten/kota yang tidak mengikuti evaluasi, sebanyak {words_and_figures(absent)}, "
            "dicantumkan tersendiri dalam Lampiran II."
        )
    return said


def _when(one: Round) -> str:
    if one.starts_on is None or one.ends_on is None:
        return ""
    if one.starts_on == one.ends_on:
        return f" pada tanggal {show_date(one.ends_on)}"
    return f" pada tanggal {show_date(one.starts_on)} sampai dengan {show_date(one.ends_on)}"


def _kinds(took_part: Sequence[RegionKind]) -> str:
    counted = Counter(took_part)
    parts = [
        f"{words_and_figures(counted[kind])} {kind.value}" for kind in RegionKind if counted[kind]
    ]
    return f", terdiri atas {listed(parts)}" if parts else ""


def _dimensions(cohorts: Sequence[tuple[str, Instrument]]) -> tuple[Point, ...]:
    """Return a point for every way of scoring; cohorts that are scored alike share one."""
    alike: dict[tuple[tuple[str, int], ...], list[tuple[str, Instrument]]] = {}
    for cohort, instrument in cohorts:
        key = tuple((one.key, one.weight) for one in instrument.dimensions)
        alike.setdefault(key, []).append((cohort, instrument))
    points = []
    for group in alike.values():
        dimensions = group[0][1].dimensions
        which = f" kelompok {listed([cohort for cohort, _one in group])}"
        points.append(
            Point(
                runs(
                    f"Penilaian terhadap kabupaten/kota{which if len(alike) > 1 else ''} dilakukan "
                    f"atas {words_and_figures(len(dimensions))} dimensi, yaitu:"
                ),
                numbered_items([_dimension(one) for one in dimensions]),
            )
        )
    return tuple(points)


def _dimension(one: Dimension) -> str:
    """Return name, weight, and what is measured: the indicators of the instrument."""
    names = dict.fromkeys(question.indicator.indonesian for question in one.questions)
    measured = listed([_inside_a_sentence(name) for name in names])
    return f"{one.name.indonesian} dengan bobot {one.weight}%, yang menilai {measured}"


def _inside_a_sentence(name: str) -> str:
    """Return the name of an indicator without its capital, unless it is written with several."""
    first, _space, rest = name.partition(" ")
    is_plain = first[1:] == first[1:].lower() and rest == rest.lower()
    return name[:1].lower() + name[1:] if is_plain else name


def _index(*, has_improvement: bool) -> str:
    said = (
        "Nilai final (indeks pencapaian) adalah jumlah nilai rata-rata setiap dimensi yang telah "
        "dikalikan dengan bobotnya, dinyatakan pada skala 0 sampai dengan 4 dengan dua angka di "
        "belakang koma."
    )
    if has_improvement:
        said += (
            " Tingkat improvement (indeks peningkatan) adalah selisih nilai final tahun ini dengan "
            "nilai final tahun sebelumnya."
        )
    return f"{said} Nilai setiap kabupaten/kota tercantum dalam Lampiran II."


def _remarks(facts: ResultFacts) -> tuple[Text, ...]:
    said = [
        f"Bobot dan aturan pembulatan instrumen “{one.name.indonesian}” belum terkonfirmasi. "
        f"{one.source.indonesian}"
        for one in facts.guessed
    ]
    if facts.provisional:
        said.append(
            "Nilai dalam surat ini bersifat sementara karena penilaian terhadap "
            f"{words_and_figures(facts.provisional)} kabupaten/kota belum lengkap atau belum final."
        )
    return (*demonstration_remark(facts.round), *(runs(one) for one in said))
