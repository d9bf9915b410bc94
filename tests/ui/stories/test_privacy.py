"""What is written for one region holds nothing of another, and never the name of a login.

Every file is taken apart: each part of a workbook or document, the text and the raw metadata of a
PDF. The annex is the one paper about all regions.
"""

import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from assessor.domain.ids import RegionId
from assessor.domain.instrument import Pillar
from assessor.domain.paper import Paper
from assessor.domain.paper_words import PRODUCT
from assessor.domain.records import NarrativeSection, Participant
from assessor.domain.score import AnswerKey, Score
from assessor.services.evidence import EvidenceTarget
from assessor.services.merging.mending import write_copy
from assessor.services.workspace import Workspace
from tests.services.examples import (
    BATANG,
    BENEFIT,
    DENPASAR,
    REACH,
    REGULATION,
    SERVICE,
    begin_workspace,
    hand_over,
    only_round,
    participant_at,
)
from tests.services.letters import fill_in
from tests.services.merging.examples import merge, read, write_into
from tests.ui.printing.blocks import WITH_PDFTOTEXT, text_of
from ui.printing.for_commands import CommandPrinting

LOGIN = "pengintai7"
"""Who is logged in on the machine; their folder is called so too."""
ASSESSOR = "Sri Lestari"
"""Who assessed both regions."""
OWN = "sendiri"
FOREIGN = "tetangga"
"""Stands in everything that was written about the other region."""
CODE = "33.25"
OTHERS = (FOREIGN, "batang", CODE, "jawa tengah")
"""What gives the other region away."""


@dataclass(frozen=True, slots=True)
class Office:
    """A workspace with two regions, and a folder for what is written."""

    workspace: Workspace
    folder: Path

    @property
    def region(self) -> Participant:
        """The region that everything is written for."""
        wanted = participant_at(self.workspace, DENPASAR)
        everybody = self.workspace.rounds.participants(only_round(self.workspace))
        return next(one for one in everybody if one.id == wanted)


def write_everything_about(workspace: Workspace, region: RegionId, word: str) -> None:
    """Score, note, back and narrate a region, every text with `word` in it, and lock."""
    mine = workspace.assessments.open(participant_at(workspace, region))
    known = workspace.assessments.get(mine).programmes
    if known:
        programme = known[0].id
    else:
        programme, _changes = workspace.programmes.add(mine, Pillar.LIVING, f"Program {word}")
    workspace.assessments.score(mine, AnswerKey(REGULATION), Score(4))
    workspace.assessments.score(mine, AnswerKey(SERVICE), Score.not_applicable(f"Bukan {word}"))
    for key in (BENEFIT, REACH):
        workspace.assessments.score(mine, AnswerKey(key, programme), Score(3))
    workspace.assessments.write_note(mine, AnswerKey(REGULATION), f"Catatan {word}")
    workspace.assessments.write_programme_note(mine, programme, f"Catatan program {word}")
    for section in NarrativeSection:
        workspace.assessments.write_narrative(mine, section, f"Uraian {word}")
    link = f"https://{word}.go.id"
    workspace.evidence.attach_link(mine, EvidenceTarget(SERVICE), f"Bukti {word}", link)
    workspace.assessments.lock(mine)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Iterator[Office]:
    """Both regions whole, the other one also scored by somebody else; a telling login."""
    assert qapp is not None
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, LOGIN)
    home = tmp_path / LOGIN
    monkeypatch.setenv("HOME", str(home))
    begun = begin_workspace(home / "putaran.sqlite")
    write_everything_about(begun, BATANG, FOREIGN)
    write_everything_about(begun, DENPASAR, OWN)
    others = hand_over(begun, f"Asesor {FOREIGN}")
    write_everything_about(others, BATANG, f"{FOREIGN} dua")
    workspace = hand_over(others, "Ketua Tim")
    fill_in(workspace, only_round(workspace))
    folder = home / "keluar"
    folder.mkdir()
    yield Office(workspace, folder)
    workspace.close()


def filled_sheet(office: Office) -> Path:
    return _sheet(office, is_blank=False)


def blank_sheet(office: Office) -> Path:
    return _sheet(office, is_blank=True)


def marked_copy(office: Office) -> Path:
    returned = blank_sheet(office)
    write_into(returned, "Penilaian", REGULATION, "kolom:nilai", "3,5")
    (found,) = read(office.workspace, returned)
    assert found.report.problems
    target = office.folder / "dikembalikan.xlsx"
    write_copy(returned, found.report.problems, target)
    return target


def merge_report(office: Office) -> Path:
    """Write the report of a merge in which only the region's sheet was merged."""
    done = merge(office.workspace, filled_sheet(office))
    target = office.folder / "laporan.xlsx"
    office.workspace.merging.save_report(done.report, target)
    return target


def score_summary(office: Office) -> Path:
    (one,) = office.workspace.summaries.of_regions(
        only_round(office.workspace), [office.region.id]
    ).ready
    return _put(office, one.file_name, CommandPrinting().summary(one.content, Paper.A4))


def evidence_request(office: Office) -> Path:
    letter = office.workspace.evidence_requests.finished(office.region)
    path = office.folder / "permintaan.docx"
    office.workspace.letters.write(letter, path)
    return path


def printed_evidence_request(office: Office) -> Path:
    letter = office.workspace.evidence_requests.finished(office.region)
    return _put(office, "permintaan.pdf", CommandPrinting().letter(letter))


WORKBOOKS = (filled_sheet, blank_sheet, marked_copy)
DOCUMENTS = (evidence_request,)
PDFS = (score_summary, printed_evidence_request)
Write = Callable[[Office], Path]


@pytest.mark.parametrize("write", [*WORKBOOKS, *DOCUMENTS])
def test_no_part_of_a_file_tells_of_another_region_or_of_the_login(
    office: Office, write: Write
) -> None:
    parts = parts_of(write(office))

    everything = "\n".join(parts.values())
    assert "denpasar" in everything
    assert [(name, word) for name, text in parts.items() for word in told(text)] == []


@WITH_PDFTOTEXT
@pytest.mark.parametrize("write", PDFS)
def test_no_page_tells_of_another_region_or_of_the_login(office: Office, write: Write) -> None:
    content = write(office).read_bytes()

    text = text_of(content, office.folder).lower()

    assert "denpasar" in text
    assert told(text) == []


@pytest.mark.parametrize("write", PDFS)
def test_no_metadata_of_a_pdf_tells_of_another_region_or_of_the_login(
    office: Office, write: Write
) -> None:
    found = {word for part in raw_parts_of(write(office).read_bytes()) for word in told(part)}

    # A page is drawn with numbers, and the code may be one of them; its text is read elsewhere.
    assert found - {CODE} == set()


def test_the_report_of_a_merge_tells_of_no_region_but_the_merged_one(office: Office) -> None:
    parts = parts_of(merge_report(office))

    # It tells its reader where the merged files lie, and that folder may be called like the login.
    found = [word for text in parts.values() for word in told(text)]
    assert set(found) <= {LOGIN}


@pytest.mark.parametrize("write", [*WORKBOOKS, merge_report, *DOCUMENTS])
def test_the_program_is_the_author(office: Office, write: Write) -> None:
    core = parts_of(write(office))["docprops/core.xml"]

    people = re.findall(r"<(dc:creator|cp:lastmodifiedby)\b[^>]*>([^<]*)<", core)
    assert {name for name, _who in people} >= {"dc:creator"}
    assert {who for _name, who in people} == {PRODUCT.lower()}


@pytest.mark.parametrize("write", PDFS)
def test_the_program_is_the_author_of_a_pdf(office: Office, write: Write) -> None:
    content = write(office).read_bytes()

    assert content.count(PRODUCT.encode("utf-16-be")) == 2


def test_what_was_written_about_a_region_stands_in_its_own_files(office: Office) -> None:
    # Otherwise nothing of it could be missing from the others' either.
    everything = "\n".join(parts_of(filled_sheet(office)).values())

    for words in ("program", "catatan", "catatan program", "uraian", "bukan", "bukti"):
        assert f"{words} {OWN}" in everything


def parts_of(path: Path) -> dict[str, str]:
    """Return every part of a file in lower case, by its name; bytes that are no text as Latin-1."""
    with zipfile.ZipFile(path) as archive:
        parts = {one.lower(): archive.read(one) for one in archive.namelist()}
        parts["(the archive)"] = archive.comment
    return {name: _text(content) for name, content in parts.items()}


def raw_parts_of(content: bytes) -> Iterator[str]:
    """Yield a PDF as it lies on the disk, then each of its streams unpacked, in lower case.

    Its titles and names are UTF-16 from an even or an odd place on.
    """
    packed = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    assert packed
    for part in (content, *map(_unpacked, packed)):
        yield part.decode("latin-1").lower()
        for start in (0, 1):
            yield part[start:].decode("utf-16-be", "ignore").lower()


def told(text: str) -> list[str]:
    """Return what a text in lower case gives away."""
    return [word for word in (*OTHERS, LOGIN) if word in text]


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8").lower()
    except UnicodeDecodeError:
        return content.decode("latin-1").lower()


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompress(stream)
    except zlib.error:
        return stream


def _sheet(office: Office, *, is_blank: bool) -> Path:
    sheets, folder = office.workspace.sheets, office.folder
    everybody = office.workspace.people.assessors()
    assessor = next(one.id for one in everybody if one.name == ASSESSOR)
    orders = sheets.plan(only_round(office.workspace), assessors=[assessor], is_blank=is_blank)
    wanted = [one for one in orders if one.participant.id == office.region.id]
    written = sheets.export(wanted, folder)
    assert not written.failed
    return written.written[0]


def _put(office: Office, name: str, content: bytes) -> Path:
    path = office.folder / name
    path.write_bytes(content)
    return path
