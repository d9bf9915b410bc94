"""A request names every claim of one region that lacks evidence, and no score."""

from dataclasses import replace

from assessor.domain.evidence_request import evidence_request
from assessor.domain.instrument import Scope
from assessor.domain.letter import plain
from tests.domain.examples import answer_key, instrument, question
from tests.domain.letters import ROUND, region_claims, whole_form

INSTRUMENT = instrument(
    [
        question("a.first"),
        question("a.second"),
        question("q.each", Scope.PROGRAMME),
        question("q.other", Scope.PROGRAMME),
        question("q.region"),
    ],
    {"a": 60, "q": 40},
)
CLAIMS = region_claims(
    INSTRUMENT,
    answer_key("a.second"),
    answer_key("q.region"),
    answer_key(("q.each", "Tukad Bindu")),
    answer_key(("q.other", "Tukad Bindu")),
)


def test_it_goes_to_the_head_of_the_region() -> None:
    letter = evidence_request(whole_form(), CLAIMS)

    assert letter.addressee == ("Walikota Denpasar", "di Tempat")
    assert "terhadap Kota Denpasar" in plain(letter.opening)
    assert letter.number == "B-9/CTH/11/2023"
    assert letter.date == "20 November 2023"
    assert letter.attachments == "1 (satu) berkas"


def test_it_says_how_many_where_to_and_until_when() -> None:
    said = " ".join(plain(point.text) for point in evidence_request(whole_form(), CLAIMS).points)

    assert "Terdapat tiga (3) capaian" in said
    assert "melalui surel contoh@contoh.go.id paling lambat tanggal 27 November 2023" in said


def test_the_list_has_a_heading_for_each_dimension_and_a_line_for_each_claim() -> None:
    (annex,) = evidence_request(whole_form(), CLAIMS).annexes

    assert [(row.number, plain(row.text)) for row in annex.rows] == [
        (None, "a (id)"),
        (1, "a.second (id)"),
        (None, "q (id)"),
        (2, "q.region (id)"),
        (3, "Program “Tukad Bindu”"),
    ]
    assert plain(annex.rows[-1].detail) == "q.each (id); q.other (id)"
    assert plain(annex.title[-1]) == "KOTA DENPASAR"


def test_as_many_items_are_counted_as_lines_are_numbered() -> None:
    (annex,) = evidence_request(whole_form(), CLAIMS).annexes

    assert CLAIMS.items == max(row.number or 0 for row in annex.rows)


def test_a_request_of_a_demonstration_says_so() -> None:
    letter = evidence_request(
        whole_form(), replace(CLAIMS, round=replace(ROUND, is_demonstration=True))
    )

    assert letter.marks == ("DEMONSTRASI",)
    assert letter.remarks
    assert evidence_request(whole_form(), CLAIMS).remarks == ()
