"""Whatever the order and the grouping of sheets, the workspace ends up the same."""

from pathlib import Path
from random import Random

import pytest

from assessor.services.merging.one_file import ReadFile
from assessor.services.workspace import Workspace
from tests.services.merging.examples import (
    LAW,
    OTHER,
    Colleague,
    lead_workspace,
    read,
    said_in,
    write_into,
)


@pytest.fixture
def sheets(lead: Workspace, tmp_path: Path, folder: Path) -> tuple[ReadFile, ...]:
    """Revisions, a copy, a blank one filled in twice, and one programme added by two people."""
    ayu, budi, citra = (Colleague(tmp_path, name) for name in ("ayu", "budi", "citra"))
    ayu.score({LAW: 4})
    ayu.add_programme("Tukad Bindu")
    first = ayu.send(folder)
    (folder / "salinan.xlsx").write_bytes(first.read_bytes())
    ayu.score({LAW: 2, OTHER: 3})
    ayu.send(folder)
    budi.score({OTHER: 1})
    budi.add_programme("TUKAD BINDU")
    budi.send(folder)
    early = citra.send(folder, is_blank=True)
    late = folder / "citra lagi.xlsx"
    write_into(early, "Penilaian", LAW.question, "kolom:nilai", 3)
    late.write_bytes(early.read_bytes())
    write_into(late, "Penilaian", OTHER.question, "kolom:nilai", 0)
    return read(lead, folder)


@pytest.mark.parametrize("seed", range(8))
def test_any_order_and_any_grouping_lead_to_the_same_dump(
    lead: Workspace, sheets: tuple[ReadFile, ...], tmp_path: Path, seed: int
) -> None:
    random = Random(seed)
    mixed = random.sample(sheets, len(sheets))
    cut = random.randrange(len(mixed))
    lead.merging.merge(sheets)

    with lead_workspace(tmp_path / "lain" / "putaran.sqlite") as other:
        other.merging.merge(mixed[:cut])
        other.merging.merge(mixed[cut:])
        other.merging.merge(mixed)

        assert said_in(other) == said_in(lead)


def test_all_merges_taken_back_leave_what_was(
    lead: Workspace, sheets: tuple[ReadFile, ...]
) -> None:
    before = said_in(lead)
    for one in sheets:
        lead.merging.merge([one])

    for report in lead.merging.batches():
        lead.merging.undo(report.batch or 0)

    assert said_in(lead) == before
