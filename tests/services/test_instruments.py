"""The instruments a workspace knows, and the file that a round keeps."""

import pytest

from assessor.domain.errors import InstrumentKnown, InstrumentRefused
from assessor.domain.ids import InstrumentId
from assessor.domain.instrument import Confidence
from assessor.services.workspace import Workspace, open_workspace
from resources import resource
from tests.services.examples import (
    OWN_INSTRUMENT,
    instrument_text,
    only_round,
    surroundings,
)

SHIPPED = ["2020", "2022-early-phase", "2022-reguler", "2023-kppn-ikn", "2023-reguler"]


def shipped_text(instrument: str) -> str:
    """Return the file of a shipped instrument."""
    return resource("instruments", f"{instrument}.toml").read_text("utf-8")


def test_the_shipped_instruments_stand_ready_by_year(empty: Workspace) -> None:
    assert [one.id for one in empty.instruments.available()] == [*SHIPPED, "2024-reguler"]


def test_an_instrument_of_ones_own_is_added_and_kept(empty: Workspace) -> None:
    added = empty.instruments.add(instrument_text(), "contoh.toml")
    empty.close()

    with open_workspace(empty.path, surroundings("later")) as again:
        assert added.confidence is Confidence.OWN
        assert added in again.instruments.available()
        assert again.instruments.get(added.id, added.checksum) == added


def test_the_same_file_twice_is_one_instrument(empty: Workspace) -> None:
    first = empty.instruments.add(instrument_text(), "contoh.toml")

    assert empty.instruments.add(instrument_text(), "salinan.toml") == first
    assert [one.id for one in empty.instruments.available()].count(OWN_INSTRUMENT) == 1


def test_an_id_that_stands_for_something_else_is_refused(empty: Workspace) -> None:
    first = empty.instruments.add(instrument_text(output_weight=60), "contoh.toml")

    with pytest.raises(InstrumentKnown) as caught:
        empty.instruments.add(instrument_text(output_weight=50), "contoh.toml")

    assert caught.value.instrument == OWN_INSTRUMENT
    assert first in empty.instruments.available()


def test_the_id_of_a_shipped_instrument_is_taken(empty: Workspace) -> None:
    with pytest.raises(InstrumentKnown):
        empty.instruments.add(instrument_text("2020"), "2020.toml")


def test_a_shipped_instrument_can_be_added_and_stays_one(empty: Workspace) -> None:
    added = empty.instruments.add(shipped_text("2023-reguler"), "2023-reguler.toml")

    assert empty.instruments.available().count(added) == 1
    assert len(empty.instruments.available()) == 6


def test_a_file_that_breaks_a_rule_is_refused_by_name(empty: Workspace) -> None:
    with pytest.raises(InstrumentRefused) as caught:
        empty.instruments.add(instrument_text().replace("weight = 40", "weight = 41"), "own.toml")

    assert caught.value.file == "own.toml"
    assert len(empty.instruments.available()) == 6


def test_a_round_keeps_the_file_it_began_with(workspace: Workspace) -> None:
    cohort = workspace.rounds.participants(only_round(workspace))[0].cohort
    workspace.close()

    with open_workspace(workspace.path, surroundings("later")) as again:
        kept = again.instruments.get(cohort.instrument, cohort.checksum)

        assert kept == again.instruments.get(cohort.instrument, cohort.checksum)
        assert (kept.id, kept.checksum) == (OWN_INSTRUMENT, cohort.checksum)


def test_an_instrument_with_another_checksum_is_another_one(workspace: Workspace) -> None:
    with pytest.raises(LookupError):
        workspace.instruments.get(OWN_INSTRUMENT, "0" * 64)
    with pytest.raises(LookupError):
        workspace.instruments.get(InstrumentId("2020"), "0" * 64)
