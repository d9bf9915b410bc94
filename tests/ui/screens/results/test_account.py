"""Why this figure: the derivation in words."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from assessor.domain.improvement import Improvement
from assessor.domain.instrument import RoundingRule
from assessor.domain.score import AnswerKey
from assessor.services.new_rounds import NewCohort
from assessor.services.region_report import RegionReport
from assessor.services.workspace import Workspace
from tests.services.examples import (
    DENPASAR,
    REGULATION,
    begin_workspace,
    instrument_text,
    participant_at,
    small_round,
)
from tests.services.test_reports import give
from ui.screens.results.account import account_of, rule_text

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def scored(workspace_path: Path) -> Iterator[Workspace]:
    """Two years of Kota Denpasar: 2,00 and 3,00."""
    with begin_workspace(workspace_path) as workspace:
        give(workspace, DENPASAR, 2)
        workspace.rounds.create(small_round(2022))
        give(workspace, DENPASAR, 3, 2022)
        yield workspace


def report(workspace: Workspace, year: int = 2022) -> RegionReport:
    return workspace.reports.of_region(participant_at(workspace, DENPASAR, year))


def account(of: RegionReport) -> str:
    document = QTextDocument()
    document.setHtml(account_of(of))
    return document.toPlainText()


def test_every_step_is_shown(scored: Workspace) -> None:
    text = account(report(scored))

    assert "output\n2 of 2\n6,00\n3,00\n3,00\n60 %\n1,80" in text
    assert "Index = 1,80 + 1,20 = 3,00, rounded 3,00" in text
    assert "Rank by this index of two decimals: 1 of 1 (provisional)." in text


def test_the_improvement_is_derived_from_last_years_dimensions(scored: Workspace) -> None:
    text = account(report(scored))

    assert "Index of 2021: 2,00 (Evaluasi 2021)." in text
    assert "Improvement = 3,00 − 2,00 = +1,00" in text
    assert "Remark" not in text


def test_a_difference_to_the_printed_index_is_remarked(scored: Workspace) -> None:
    found = report(scored)
    previous, changed = found.previous, found.improvement_derivation
    assert previous is not None
    assert changed is not None

    printed = replace(previous, final=Decimal("2.01"))
    derived = replace(
        changed, previous=printed, improvement=Improvement(Decimal("1.00"), Decimal("0.99"))
    )

    text = account(replace(found, improvement_derivation=derived))

    assert "Remark: the difference of the two printed indices is 3,00 − 2,01 = +0,99." in text


def test_only_a_printed_index_gives_a_difference_and_no_improvement(scored: Workspace) -> None:
    text = account(report(scored, 2021))

    assert "2,00 − 3,48 = -1,48; it is not the improvement by the rule." in text


def test_settled_values_are_counted(scored: Workspace) -> None:
    scored.panels.settle(
        participant_at(scored, DENPASAR, 2022), AnswerKey(REGULATION), Decimal(4), "Bukti baru"
    )

    assert "1 value was settled by the panel" in account(report(scored))


def test_rounded_components_have_a_column_of_their_own(scored: Workspace) -> None:
    own = scored.instruments.add(instrument_text("lain-2023", rounding="components"), "lain.toml")
    cohort = NewCohort("A", own.id, (DENPASAR,))
    scored.rounds.create(replace(small_round(2030), cohorts=(cohort,)))
    give(scored, DENPASAR, 3, 2030)

    text = account(report(scored, 2030))

    assert "Contribution" in text
    assert "Index = 1,80 + 1,20 = 3,00\n" in text
    assert "There is no improvement" in text


def test_both_rules_have_their_sentence() -> None:
    assert rule_text(RoundingRule.TOTAL) != rule_text(RoundingRule.COMPONENTS)


def test_what_people_typed_is_no_markup(scored: Workspace) -> None:
    scored.people.introduce("<b>Sri</b>", "A & B")

    assert "<b>Sri</b> (A & B): revision 1, locked" in account(report(scored))
