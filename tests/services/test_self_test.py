"""The self-test does real work, and names the step that fails."""

import datetime as dt
import tempfile
from pathlib import Path

import pytest

from assessor.domain.errors import NotWritable
from assessor.services.self_test import Check, self_test
from assessor.services.surroundings import Surroundings
from tests.services.examples import surroundings


def test_every_check_passes_in_sound_surroundings() -> None:
    assert list(self_test(surroundings())) == [(check, None) for check in Check]


def test_a_place_where_nothing_can_be_written_fails_the_first_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def take_the_place_away() -> dt.datetime:
        raise NotWritable(tmp_path)

    around = Surroundings(take_the_place_away, surroundings().new_id)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    ((check, failure),) = self_test(around)

    assert check is Check.WORKSPACE
    assert isinstance(failure, NotWritable)
    assert not list(tmp_path.iterdir())
