"""The letter says what the round is, in words and figures, and nothing more certain than it is."""

import datetime as dt
from dataclasses import replace

from assessor.domain.letter import Letter, plain
from assessor.domain.letter_fields import GAP, LetterForm
from assessor.domain.paper_words import DEMONSTRATION
from assessor.domain.result_letter import default_subject, result_letter
from tests.domain.examples import BATANG, DENPASAR, shipped
from tests.domain.letters import ROUND, SIAU, facts, participant, whole_form


def words(letter: Letter) -> str:
    """Return the text of the letter, a line for each paragraph."""
    points = [plain(text) for point in letter.points for text in (point.text, *point.items)]
    remarks = [plain(one) for one in letter.remarks]
    return "\n".join([plain(letter.opening), *points, *remarks, plain(letter.closing)])


def test_the_head_is_in_capitals_whatever_was_typed() -> None:
    head = result_letter(whole_form(), facts()).letterhead

    assert head.ministry == "KEMENTERIAN CONTOH"
    assert head.directorate == "DIREKTORAT JENDERAL PERCOBAAN"
    assert head.address == ("Jalan Contoh 9, Jakarta", "laman contoh.go.id")


def test_number_date_and_subject_come_from_the_form() -> None:
    letter = result_letter(whole_form(), facts())

    assert (letter.number, letter.date, letter.place) == (
        "B-17/CTH/12/2023",
        "6 Desember 2023",
        "Jakarta",
    )
    assert plain(letter.subject) == "Pemberitahuan Hasil Evaluasi Smart City"
    assert letter.attachments == "2 (dua) berkas"


def test_the_opening_refers_to_the_invitation() -> None:
    opening = plain(result_letter(whole_form(), facts()).opening)

    assert "Nomor B-3/CTH/10/2023 tanggal 2 Oktober 2023" in opening


def test_who_was_invited_and_who_took_part_stands_in_words_and_figures() -> None:
    invited = (participant(DENPASAR), participant(BATANG), participant(SIAU, takes_part=False))

    said = words(result_letter(whole_form(), facts(*invited)))

    assert (
        "Dari tiga (3) kabupaten/kota yang diundang, dua (2) kabupaten/kota mengikuti evaluasi "
        "pada tanggal 6 November 2023 sampai dengan 10 November 2023, terdiri atas satu (1) "
        "kabupaten dan satu (1) kota. Kabupaten/kota yang tidak mengikuti evaluasi, sebanyak satu "
        "(1), dicantumkan tersendiri dalam Lampiran II."
    ) in said


def test_where_all_took_part_nobody_is_missed_and_one_kind_stands_alone() -> None:
    said = words(result_letter(whole_form(), facts(participant(DENPASAR))))

    assert "terdiri atas satu (1) kota." in said
    assert "tidak mengikuti" not in said


def test_where_nobody_took_part_no_kind_is_counted() -> None:
    said = words(result_letter(whole_form(), facts(participant(DENPASAR, takes_part=False))))

    assert "nol (0) kabupaten/kota mengikuti evaluasi" in said
    assert "terdiri atas" not in said


def test_a_single_day_and_an_unknown_one() -> None:
    one_day = replace(ROUND, starts_on=dt.date(2023, 11, 6), ends_on=dt.date(2023, 11, 6))
    unknown = replace(ROUND, starts_on=None)

    for round_, expected in ((one_day, "evaluasi pada tanggal 6 November 2023,"), (unknown, "")):
        said = words(result_letter(whole_form(), replace(facts(), round=round_)))
        assert expected in said
        assert "sampai dengan 10" not in said


def test_every_dimension_stands_with_its_weight_and_what_it_measures() -> None:
    said = words(result_letter(whole_form(), facts()))

    assert "dilakukan atas lima (5) dimensi, yaitu:" in said
    assert "Baseline dengan bobot 10%, yang menilai perencanaan dan realisasi;" in said
    assert "yang menilai Smart Governance, Smart Branding, Smart Economy" in said
    assert "Quick Win dengan bobot 20%" in said


def test_cohorts_with_other_instruments_have_points_of_their_own() -> None:
    cohorts = (("REGULER", shipped("2023-reguler")), ("KPPN & IKN", shipped("2023-kppn-ikn")))

    said = words(result_letter(whole_form(), replace(facts(), instruments=cohorts)))

    assert "kabupaten/kota kelompok REGULER dilakukan atas lima (5) dimensi" in said
    assert "kabupaten/kota kelompok KPPN & IKN dilakukan atas enam (6) dimensi" in said
    assert "Program Kolaborasi dengan bobot 10%" in said


def test_cohorts_with_one_way_of_scoring_share_a_point() -> None:
    cohorts = (("SATU", shipped("2023-reguler")), ("DUA", shipped("2023-reguler")))

    letter = result_letter(whole_form(), replace(facts(), instruments=cohorts))

    assert words(letter).count("dimensi, yaitu:") == 1
    assert "kelompok" not in words(letter)


def test_the_improvement_is_told_of_where_there_is_one() -> None:
    known = replace(facts(), has_improvement=True)

    assert "indeks peningkatan" in words(result_letter(whole_form(), known))
    assert "indeks peningkatan" not in words(result_letter(whole_form(), facts()))


def test_a_final_letter_has_no_mark_and_no_remark() -> None:
    letter = result_letter(whole_form(), facts())

    assert letter.marks == ()
    assert letter.remarks == ()
    assert GAP not in words(letter)


def test_provisional_figures_mark_every_page_and_are_counted() -> None:
    letter = result_letter(whole_form(), replace(facts(), provisional=12))

    assert letter.marks == ("SEMENTARA",)
    assert "bersifat sementara" in plain(letter.remarks[0])
    assert "dua belas (12)" in plain(letter.remarks[0])


def test_weights_that_nobody_printed_are_not_passed_off_as_official() -> None:
    cohorts = (("2017-2018", shipped("2020")),)

    letter = result_letter(whole_form(), replace(facts(), instruments=cohorts))

    assert letter.marks == ("SEMENTARA",)
    assert "belum terkonfirmasi" in plain(letter.remarks[0])


def test_a_demonstration_says_so_on_every_page() -> None:
    shown = replace(ROUND, is_demonstration=True)

    letter = result_letter(whole_form(), replace(facts(), round=shown))

    assert letter.marks == ("DEMONSTRASI",)
    assert plain(letter.remarks[0]) == f"{DEMONSTRATION}."


def test_everybody_who_was_invited_is_addressed() -> None:
    invited = (participant(DENPASAR), participant(BATANG), participant(SIAU, takes_part=False))

    (annex,) = result_letter(whole_form(), facts(*invited)).annexes

    assert annex.names == (
        "Bupati Batang",
        "Bupati Kepulauan Siau Tagulandang Biaro",
        "Walikota Denpasar",
    )


def test_a_preview_shows_gaps_where_something_is_missing() -> None:
    letter = result_letter(LetterForm(), facts())

    assert letter.number == letter.signatory == GAP
    assert GAP in plain(letter.opening)


def test_the_subject_names_year_and_stage() -> None:
    staged = replace(ROUND, stage="Tahap II")

    assert default_subject(staged).endswith("(Smart City) Tahun 2023 Tahap II")
    assert default_subject(ROUND).endswith("(Smart City) Tahun 2023")
