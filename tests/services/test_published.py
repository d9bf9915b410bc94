"""Published tables of earlier years, taken into a workspace and back out of it."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from assessor.domain.errors import NamesUndecided, NothingToTakeIn, TableUnreadable
from assessor.domain.ids import InstrumentId, RegionId
from assessor.domain.instrument import Instrument, Pillar
from assessor.domain.result import answer_keys
from assessor.domain.score import Score
from assessor.domain.taking_in import RowState
from assessor.services.catalogue import shipped_instrument, shipped_regions
from assessor.services.new_rounds import NewCohort, NewRound
from assessor.services.published import PublishedPreview
from assessor.services.workspace import Workspace, open_workspace
from tests.services.examples import surroundings

PUBLISHED = Path(__file__).parents[1] / "data" / "published"
TABLE_2022 = PUBLISHED / "results_2022_early_phase.csv"
TABLE_2023 = PUBLISHED / "results_2023.csv"
HEADINGS = (
    "NO",
    "KAB/KOTA",
    "BASELINE",
    "OUTPUT",
    "OUTCOME",
    "IMPACT",
    "QUICK WINS",
    "NILAI FINAL",
)


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with open_workspace(tmp_path / "own.sqlite", surroundings()) as opened:
        opened.people.introduce("Staf Contoh", "Kementerian")
        yield opened


def instrument(name: str) -> Instrument:
    found = shipped_instrument(name)
    assert found is not None
    return found


def preview(
    workspace: Workspace, path: Path = TABLE_2022, name: str = "2022-early-phase"
) -> PublishedPreview:
    file = workspace.published.read(path, instrument(name))
    return workspace.published.preview(file, file.instrument.year, {})


def region(name: str) -> RegionId:
    return next(one.id for one in shipped_regions() if one.name == name)


def begin_2023(workspace: Workspace, *names: str, points: int = 2) -> None:
    """Score regions in the instrument of 2023 for KPPN & IKN, every question alike."""
    cohort = NewCohort("KPPN & IKN", InstrumentId("2023-kppn-ikn"), tuple(map(region, names)))
    made = workspace.rounds.create(NewRound(2023, "Evaluasi 2023", (cohort,)))
    for participant in workspace.rounds.participants(made):
        assessment = workspace.assessments.open(participant.id)
        workspace.programmes.add(assessment, Pillar.LIVING, "Program contoh")
        opened = workspace.assessments.get(assessment)
        for question in workspace.rounds.instrument_of(participant).questions.values():
            for key in answer_keys(question, opened):
                workspace.assessments.score(assessment, key, Score(points))


def write_table(path: Path, *rows: tuple[int | str, ...]) -> Path:
    book = Workbook()
    for row in (HEADINGS, *rows):
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_published_table_is_audited_row_by_row(workspace: Workspace) -> None:
    found = preview(workspace)

    assert (len(found.taken), len(found.mismatches), found.skipped) == (26, 0, 4)
    assert found.undecided == ()


def test_the_same_instruments_rows_of_a_mixed_table_are_taken(workspace: Workspace) -> None:
    regular, other = (
        preview(workspace, TABLE_2023, name) for name in ("2023-reguler", "2023-kppn-ikn")
    )

    assert (len(regular.taken), len(other.taken)) == (40, 22)
    assert {one.state for one in regular.rows} >= {RowState.OTHER_COHORT, RowState.ABSENT}


def test_improvements_are_audited_against_a_table_taken_in_before(workspace: Workspace) -> None:
    workspace.published.take_in(preview(workspace))

    found = preview(workspace, TABLE_2023, "2023-kppn-ikn")

    assert sum(one.is_improvement_checked for one in found.taken) == 10
    assert found.mismatches == ()


def test_what_was_taken_in_is_last_years_result_with_its_dimensions(workspace: Workspace) -> None:
    begin_2023(workspace, "KAB. BELITUNG")
    workspace.published.take_in(preview(workspace), "B-1004/DJAI/AI.01.04/12/2022")

    (line,) = workspace.results.of_round(workspace.rounds.all()[0].id)

    assert line.previous is not None
    assert (line.previous.final, line.previous.source) == (
        Decimal("2.46"),
        "B-1004/DJAI/AI.01.04/12/2022",
    )
    assert line.improvement is not None
    # 2,55 2,07 2,87 2,75 2,17 with the weights of 2022 give 2,456 under the rule of 2023.
    assert line.improvement.recomputed == Decimal("2.00") - Decimal("2.46")


def test_an_improvement_that_the_printed_indices_do_not_give_is_said_to_differ(
    workspace: Workspace,
) -> None:
    table = preview(workspace)
    workspace.published.take_in(table)
    differing = [
        one
        for one in table.taken
        if one.region is not None and _index_of_2023(one.row.dimensions) != one.row.final
    ]
    named = differing[0].row.name
    begin_2023(workspace, named)
    round_id = workspace.rounds.all()[0].id

    (line,) = workspace.results.of_round(round_id)

    assert line.improvement is not None
    assert line.improvement.differs


def _index_of_2023(dimensions: object) -> Decimal:
    assert isinstance(dimensions, dict)
    weights = {one.key: one.weight for one in instrument("2022-early-phase").dimensions}
    exact = sum((dimensions[key] * weight for key, weight in weights.items()), Decimal())
    return (exact / 100).quantize(Decimal("0.01"), "ROUND_HALF_UP")


def test_a_table_that_was_taken_in_stands_before_what_ships(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.rounds.create(
        NewRound(
            2021,
            "Evaluasi 2021",
            (NewCohort("REGULER", InstrumentId("2022-reguler"), (region("KOTA DENPASAR"),)),),
        )
    )
    path = write_table(tmp_path / "2020.xlsx", (1, "KOTA DENPASAR", 3, 3, 3, 3, 3, 3))
    (participant,) = workspace.rounds.participants(workspace.rounds.all()[0].id)
    shipped = workspace.results.previous(participant)

    workspace.published.take_in(preview(workspace, path, "2020"))
    taken = workspace.results.previous(participant)

    assert shipped is not None
    assert taken is not None
    assert (shipped.final, taken.final, taken.source) == (
        Decimal("3.48"),
        Decimal("3.00"),
        "2020.xlsx",
    )


def test_doubtful_names_stop_it_until_each_is_decided(workspace: Workspace, tmp_path: Path) -> None:
    path = write_table(
        tmp_path / "tabel.xlsx",
        (1, "Kota Sleman", 2, 2, 2, 2, 2, 2),
        (2, "Kab. Batang", 3, 3, 3, 3, 3, 3),
    )
    waiting = preview(workspace, path, "2022-reguler")

    with pytest.raises(NamesUndecided) as error:
        workspace.published.take_in(waiting)
    sleman = waiting.rows[0].match.suggestions[0]
    decided = workspace.published.preview(waiting.file, 2022, {0: sleman})
    workspace.published.take_in(decided)

    assert error.value.number == 1
    (table,) = workspace.dump()["published_tables"]
    assert [one["name"] for one in table["results"]] == ["KAB. BATANG", "KAB. SLEMAN"]


def test_a_table_without_a_row_to_take_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = write_table(tmp_path / "tabel.xlsx", (1, "KAB. BATANG", 0, 0, 0, 0, 0, 0))

    with pytest.raises(NothingToTakeIn):
        workspace.published.take_in(preview(workspace, path, "2022-reguler"))


def test_a_file_that_is_no_table_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "surat.csv"
    path.write_text("Yth. Bupati\n", "utf-8")

    with pytest.raises(TableUnreadable):
        preview(workspace, path)


def test_a_mismatch_is_kept_with_the_table_and_in_the_dump(
    workspace: Workspace, tmp_path: Path
) -> None:
    path = tmp_path / "2022.csv"
    text = TABLE_2022.read_text("utf-8")
    path.write_text(text.replace(",2.17,2.46", ",2.17,2.47"), "utf-8")

    workspace.published.take_in(preview(workspace, path))

    (table,) = workspace.dump()["published_tables"]
    assert table["sha256"] == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (table["who"], table["audit"]["matched"]) == ("Staf Contoh", 25)
    assert table["audit"]["mismatches"][0]["name"] == "KAB. BELITUNG"
    belitung = next(one for one in table["results"] if one["name"] == "KAB. BELITUNG")
    assert belitung["final"] == "2.47"


def test_taking_a_table_in_again_takes_the_place_of_the_first(workspace: Workspace) -> None:
    workspace.published.take_in(preview(workspace))
    again = preview(workspace)

    workspace.published.take_in(again, "B-1004/DJAI/AI.01.04/12/2022")

    assert again.replaces is not None
    (table,) = workspace.published.tables()
    assert (table.source, table.regions) == ("B-1004/DJAI/AI.01.04/12/2022", 26)


def test_a_table_that_is_taken_back_leaves_only_its_trace_in_the_change_log(
    workspace: Workspace,
) -> None:
    begin_2023(workspace, "KAB. BELITUNG")
    workspace.published.take_in(preview(workspace))
    (table,) = workspace.published.tables()

    workspace.published.take_back(table.id)

    document = workspace.dump()
    assert document["published_tables"] == []
    assert [one["field"] for one in document["changes"]] == ["published_table"] * 2
    assert (document["changes"][0]["new"], document["changes"][1]["old"]) == (None, None)
    (line,) = workspace.results.of_round(workspace.rounds.all()[0].id)
    assert line.previous is None


def test_a_table_of_two_instruments_is_taken_in_twice(workspace: Workspace) -> None:
    for name in ("2023-reguler", "2023-kppn-ikn"):
        workspace.published.take_in(preview(workspace, TABLE_2023, name))

    tables = workspace.published.tables()
    assert [(one.instrument, one.regions) for one in tables] == [
        ("2023-reguler", 40),
        ("2023-kppn-ikn", 22),
    ]


def test_another_year_may_be_said_than_the_instruments(workspace: Workspace) -> None:
    found = replace(preview(workspace), year=2021)

    workspace.published.take_in(found)

    assert [one.year for one in workspace.published.tables()] == [2021]
