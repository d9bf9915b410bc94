"""What is written is read back, whatever it says."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assessor.domain.fingerprint import content_fingerprint
from assessor.domain.ids import EvidenceId
from assessor.domain.instrument import Scope
from assessor.domain.records import Answer, AssessmentState, Evidence, NarrativeSection
from assessor.domain.score import AnswerKey, Score
from assessor.domain.texts import CELL_LIMIT, clean_text
from tests.domain.examples import shipped
from tests.exchange.score_sheet.examples import (
    BENEFIT,
    COUNCIL,
    LEGAL_BASIS,
    blank_assessment,
    blank_sheet,
    differences_of,
    filled_assessment,
    filled_sheet,
    programmes,
    read_back,
    sheet_of,
    sheet_with,
    written,
)

INSTRUMENTS = (
    "2020",
    "2022-reguler",
    "2022-early-phase",
    "2023-reguler",
    "2023-kppn-ikn",
    "2024-reguler",
)
CITY_QUESTIONS = [
    key for key, question in shipped("2020").questions.items() if question.scope is Scope.CITY
]
NOTES = (
    "=1+1",
    "+62 812",
    "-5 persen",
    "@dinas",
    "'kutip",
    "#N/A",
    "#REF!",
    '=HYPERLINK("http://x")',
    "_x000D_",
    "_x005F_x000D_",
    "  di depan dan di belakang \t",
    " \n ",
    "\nmulai di baris kedua\n",
    "a\tb",
    "😀 dan é",
    "3",
    "true",
    "<b>&amp;</b>",
    "N/A",
    "\u00a0spasi keras\u00a0",
)


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_filled_sheet_comes_back_whole(tmp_path: Path, instrument: str) -> None:
    sheet = sheet_of(shipped(instrument), filled_assessment(shipped(instrument)))

    assert differences_of(written(sheet, tmp_path), sheet) == ()


@pytest.mark.parametrize("instrument", INSTRUMENTS)
def test_a_blank_sheet_of_every_instrument_comes_back(tmp_path: Path, instrument: str) -> None:
    sheet = sheet_of(shipped(instrument), blank_assessment(shipped(instrument)))

    assert differences_of(written(sheet, tmp_path), sheet) == ()


def test_more_evidence_than_a_cell_shows_is_kept_whole(tmp_path: Path) -> None:
    sheet = filled_sheet(1)
    many = tuple(
        Evidence(EvidenceId(str(number)), COUNCIL, None, "bukti " * 100, "", "cd" * 32, number)
        for number in range(70)
    )
    sheet = sheet_of(sheet.instrument, replace(sheet.assessment, evidence=many))

    assert read_back(sheet, tmp_path).evidence == many
    assert differences_of(tmp_path / "lembar.xlsx", sheet) == ()


@pytest.mark.parametrize("count", [0, 1, 15])
def test_a_blank_sheet_comes_back_blank(tmp_path: Path, count: int) -> None:
    sheet = blank_sheet(count)

    reading = read_back(sheet, tmp_path)

    assert reading.scores == {}
    assert reading.programmes == programmes(count)
    assert differences_of(tmp_path / "lembar.xlsx", sheet) == ()


def test_an_empty_assessment_without_programmes_comes_back(tmp_path: Path) -> None:
    sheet = sheet_with({}, ())

    assert differences_of(written(sheet, tmp_path), sheet) == ()


def test_notes_come_back_to_the_letter(tmp_path: Path) -> None:
    answers = {
        AnswerKey(key): Answer(note=note) for key, note in zip(CITY_QUESTIONS, NOTES, strict=False)
    }

    reading = read_back(sheet_with(answers), tmp_path)

    assert list(reading.notes.values()) == list(NOTES)


def test_a_note_may_fill_its_cell(tmp_path: Path) -> None:
    longest = "é" * CELL_LIMIT

    reading = read_back(sheet_with({AnswerKey(COUNCIL): Answer(note=longest)}), tmp_path)

    assert reading.notes[COUNCIL] == longest


@pytest.mark.parametrize("note", ["", "catatan", "\nbaris kedua", " "])
def test_a_reason_stands_apart_from_its_note(tmp_path: Path, note: str) -> None:
    score = Score.not_applicable("Bukan kewenangan")

    reading = read_back(sheet_with({AnswerKey(COUNCIL): Answer(score, note)}), tmp_path)

    assert reading.scores == {AnswerKey(COUNCIL): score}
    assert reading.notes.get(COUNCIL, "") == note


def test_every_programme_keeps_its_own_reason(tmp_path: Path) -> None:
    first, second = programmes(2)
    answers = {
        AnswerKey(BENEFIT, first.id): Answer(Score.not_applicable("Baru dimulai")),
        AnswerKey(BENEFIT, second.id): Answer(Score.not_applicable("=Dihentikan")),
    }

    reading = read_back(sheet_with(answers, programme_notes={first.id: "catatan"}), tmp_path)

    assert reading.scores == {key: answer.score for key, answer in answers.items()}
    assert reading.programme_notes == {first.id: "catatan"}


def test_the_order_of_programmes_is_kept(tmp_path: Path) -> None:
    turned = tuple(reversed(programmes(5)))

    assert read_back(sheet_with({}, turned), tmp_path).programmes == turned


def test_marks_stay_private(tmp_path: Path) -> None:
    marked = sheet_with({AnswerKey(COUNCIL): Answer(Score(2), is_marked=True)})
    plain = sheet_with({AnswerKey(COUNCIL): Answer(Score(2))})

    assert written(marked, tmp_path).read_bytes() == written(plain, tmp_path).read_bytes()


def test_equal_content_gives_equal_bytes(tmp_path: Path) -> None:
    first = written(filled_sheet(), tmp_path).read_bytes()

    assert written(filled_sheet(), tmp_path).read_bytes() == first


def test_the_identity_names_round_region_assessor_and_instrument(tmp_path: Path) -> None:
    sheet = filled_sheet()

    identity = read_back(sheet, tmp_path).identity

    assert (identity.year, identity.region_code) == (2020, "51.71")
    assert identity.assessor == sheet.assessment.assessor
    assert identity.instrument_checksum == sheet.instrument.checksum
    assert (identity.revision, identity.base_revision) == (3, 2)
    assert identity.state is AssessmentState.FINAL
    assert identity.fingerprint == content_fingerprint(sheet.assessment)


def test_a_changed_score_is_a_difference(tmp_path: Path) -> None:
    sheet = filled_sheet(2)
    path = written(sheet, tmp_path)
    answers = {**sheet.assessment.answers, AnswerKey(COUNCIL): Answer(Score(4))}
    other = sheet_of(sheet.instrument, replace(sheet.assessment, answers=answers))

    places = [difference.place for difference in differences_of(path, other)]

    assert f"score/{COUNCIL}/" in places
    assert f"note/{COUNCIL}" in places


def test_narrative_items_may_look_like_formulas(tmp_path: Path) -> None:
    sheet = filled_sheet(1)

    narrative = read_back(sheet, tmp_path).narrative

    assert narrative[NarrativeSection.WEAKNESSES] == ("Data belum terpadu.", "Anggaran kecil.")
    assert narrative[NarrativeSection.STRENGTHS] == ("=Komitmen pimpinan",)


def test_evidence_comes_back_with_its_fingerprint(tmp_path: Path) -> None:
    sheet = filled_sheet(1)

    assert read_back(sheet, tmp_path).evidence == sheet.assessment.evidence


texts = st.text(
    st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("=+-@'_x05F \n\t")),
    max_size=60,
).map(clean_text)
scores = st.one_of(
    st.just(Score()),
    st.integers(0, 4).map(Score),
    texts.filter(str.strip).map(Score.not_applicable),
)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    said=st.lists(st.tuples(scores, texts), min_size=60, max_size=60),
    programme_notes=st.lists(texts, min_size=2, max_size=2),
)
def test_whatever_is_said_comes_back(
    tmp_path: Path, said: list[tuple[Score, str]], programme_notes: list[str]
) -> None:
    answers = {
        AnswerKey(key): Answer(score, note)
        for key, (score, note) in zip(CITY_QUESTIONS, said, strict=False)
    }
    notes = {one.id: note for one, note in zip(programmes(2), programme_notes, strict=True)}
    sheet = sheet_with(answers, programme_notes=notes)

    assert differences_of(written(sheet, tmp_path), sheet) == ()


def test_the_first_question_may_be_not_applicable_with_a_long_note(tmp_path: Path) -> None:
    reason = "Bukan kewenangan"
    note = "x" * (CELL_LIMIT - len(reason) - 1)
    answers = {AnswerKey(LEGAL_BASIS): Answer(Score.not_applicable(reason), note)}

    assert read_back(sheet_with(answers), tmp_path).notes == {LEGAL_BASIS: note}
