"""Forms and rounds for the tests of letters; every name in them is made up."""

import datetime as dt
import struct
import zlib
from typing import Final

from assessor.domain.evidence_request import RegionClaims
from assessor.domain.ids import InstrumentId, ParticipantId, RegionId, RoundId
from assessor.domain.instrument import Instrument
from assessor.domain.letter_fields import LetterField, LetterForm
from assessor.domain.logo import Logo, read_logo
from assessor.domain.records import Cohort, Participant, Region, RegionKind, Round
from assessor.domain.result_letter import ResultFacts
from assessor.domain.score import AnswerKey
from tests.domain.examples import BATANG, DENPASAR, programme, shipped

ROUND: Final = Round(
    id=RoundId("round"),
    year=2023,
    stage="",
    name="Evaluasi 2023",
    letter_number="B-17/CTH/12/2023",
    letter_date=dt.date(2023, 12, 6),
    starts_on=dt.date(2023, 11, 6),
    ends_on=dt.date(2023, 11, 10),
    is_demonstration=False,
)
SIAU: Final = Region(
    RegionId(400), "71.09", "KAB. KEP. SIAU TAGULANDANG BIARO", RegionKind.KABUPATEN, "SULUT"
)
SERIBU: Final = Region(
    RegionId(155), "31.01", "KAB. ADM. KEP. SERIBU", RegionKind.KABUPATEN, "DKI JAKARTA"
)


def png(width: int = 64, height: int = 48, text: bytes = b"") -> bytes:
    """Return a grey picture; `text` is what a program wrote beside it."""
    rows = zlib.compress((b"\0" + b"\x88" * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"tEXt", text), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in chunks
        if body or name == b"IEND"
    )


def logo() -> Logo:
    """Return a logo that is not ours to ship: a grey one."""
    return read_logo(png())


def whole_form() -> LetterForm:
    """Return a form in which nothing is missing."""
    return LetterForm(
        texts={
            LetterField.MINISTRY: "Kementerian Contoh",
            LetterField.DIRECTORATE: "Direktorat Jenderal Percobaan",
            LetterField.TAGLINE: "Melayani dengan contoh",
            LetterField.ADDRESS: "Jalan Contoh 9, Jakarta\nlaman contoh.go.id",
            LetterField.PLACE: "Jakarta",
            LetterField.SIGNATORY_TITLE: "Direktur Jenderal\nPercobaan,",
            LetterField.SIGNATORY: "Nama Contoh",
            LetterField.COPIES: "Menteri Contoh\nSekretaris Jenderal",
            LetterField.NUMBER: "B-17/CTH/12/2023",
            LetterField.SUBJECT: "Pemberitahuan Hasil Evaluasi Smart City",
            LetterField.INVITATION_NUMBER: "B-3/CTH/10/2023",
            LetterField.REQUEST_NUMBER: "B-9/CTH/11/2023",
            LetterField.REQUEST_REPLY: "surel contoh@contoh.go.id",
        },
        days={
            LetterField.DATE: dt.date(2023, 12, 6),
            LetterField.INVITATION_DATE: dt.date(2023, 10, 2),
            LetterField.REQUEST_DATE: dt.date(2023, 11, 20),
            LetterField.REQUEST_DEADLINE: dt.date(2023, 11, 27),
        },
        logo=logo(),
    )


def participant(region: Region, *, takes_part: bool = True) -> Participant:
    """Return a region in the round."""
    cohort = Cohort("REGULER", InstrumentId("2023-reguler"), "0" * 64)
    return Participant(ParticipantId(region.code), ROUND.id, region, cohort, takes_part)


def facts(*participants: Participant) -> ResultFacts:
    """Return what a letter tells of a round of one cohort; nothing in it is provisional."""
    return ResultFacts(
        round=ROUND,
        participants=participants or (participant(DENPASAR), participant(BATANG)),
        instruments=(("REGULER", shipped("2023-reguler")),),
    )


def region_claims(instrument: Instrument, *claims: AnswerKey) -> RegionClaims:
    """Return claims of Kota Denpasar, which has one programme."""
    return RegionClaims(
        round=ROUND,
        participant=participant(DENPASAR),
        instrument=instrument,
        programmes=(programme("Tukad Bindu"),),
        claims=claims,
    )
