"""A sheet's content in the words of the workspace."""

import pytest

from assessor.domain.ids import EvidenceId, ProgrammeId, QuestionKey
from assessor.domain.merging.translation import is_harmless, translated
from assessor.domain.records import Evidence
from assessor.domain.score import AnswerKey
from tests.domain.merging.examples import INSTRUMENT, LAW, TUKAD, benefit, content, link

IDS = {TUKAD.id: ProgrammeId("here")}


def test_programmes_get_the_ids_of_the_region() -> None:
    said = content(
        {LAW: 1, benefit("tukad"): 2, benefit("other"): 3},
        programmes=[TUKAD],
        programme_notes={"tukad": "baik", "other": "?"},
        evidence=(link("https://a", programme="tukad"), link("https://b", "e2", "other")),
    )

    here = translated(said, IDS, INSTRUMENT)

    assert here.answers.keys() == {LAW, benefit("here")}
    assert here.programme_notes == {"here": "baik"}
    assert [one.id for one in here.programmes] == ["here"]
    assert [one.programme for one in here.evidence] == ["here"]


@pytest.mark.parametrize(
    "key", [AnswerKey(QuestionKey("none")), AnswerKey(QuestionKey("quickwin.benefit"))]
)
def test_what_the_instrument_does_not_ask_is_left_out(key: AnswerKey) -> None:
    assert translated(content({key: 1}), {}, INSTRUMENT).answers == {}


@pytest.mark.parametrize(
    ("address", "sha256", "harmless"),
    [
        ("https://contoh.id/laporan", "", True),
        ("contoh.id/laporan", "", True),
        ("file:///etc/passwd", "", False),
        ("C:\\laporan.exe", "", False),
        ("\\\\server\\laporan", "", False),
        ("", "a" * 64, True),
        ("", "../../" + "a" * 58, False),
    ],
)
def test_evidence_leads_to_the_web_or_to_a_copy_only(
    address: str, sha256: str, harmless: bool
) -> None:
    one = Evidence(EvidenceId("e"), LAW.question, None, "", address, sha256, 0)

    assert is_harmless(one) is harmless
    assert bool(translated(content(evidence=(one,)), {}, INSTRUMENT).evidence) is harmless
