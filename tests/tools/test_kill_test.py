"""Killing the window loses nothing; and the script that says so would notice if it did."""

from typing import Any

import pytest

from tools.kill_test import Expected, Where, main

SCORE: Where = ("score", "denpasar", "output.regulation", None)
NOTE: Where = ("note", "denpasar", "output.regulation", None)
HERE = ["denpasar", "output", "output.regulation", None]
NEXT = ["denpasar", "output", "output.service", None]


def heard(*lines: dict[str, Any]) -> Expected:
    """Return what is expected after some lines of a window."""
    expected = Expected()
    for line in lines:
        expected.hear(line)
    return expected


def test_killed_again_and_again_nothing_acknowledged_is_missing(
    capfd: pytest.CaptureFixture[str],
) -> None:
    status = main(["--times", "8", "--seed", "2020", "--longest", "0.6"])

    said = capfd.readouterr()
    assert (status, said.err) == (0, "")
    assert said.out.startswith("8 kills, ")
    assert ", 0 problems, " in said.out


def test_a_lost_score_would_be_noticed() -> None:
    expected = heard(
        {"will": [SCORE, {"points": 3}, NEXT]}, {"saved": [SCORE, {"points": 3}]}, {"at": NEXT}
    )

    assert expected.fits(SCORE, {"points": 3})
    assert not expected.fits(SCORE, None)
    assert not expected.fits(SCORE, {"points": 2})


def test_a_score_on_its_way_may_be_there_or_not() -> None:
    expected = heard({"at": HERE}, {"will": [SCORE, {"points": 3}, NEXT]})

    assert expected.fits(SCORE, {"points": 3})
    assert expected.fits(SCORE, None)
    assert not expected.fits(SCORE, {"points": 4})


def test_a_lost_end_of_a_note_would_be_noticed() -> None:
    expected = heard({"will": [NOTE, "Perwali", HERE]}, {"saved": [NOTE, "Perw"]})

    assert expected.fits(NOTE, "Perw")
    assert expected.fits(NOTE, "Perwal")
    assert not expected.fits(NOTE, "Per")
    assert not expected.fits(NOTE, "Perwira")


def test_another_place_than_the_one_shown_would_be_noticed() -> None:
    expected = heard({"at": HERE})

    assert expected.leads_to(tuple(HERE))
    assert not expected.leads_to(tuple(NEXT))


def test_a_place_that_was_being_gone_to_is_right_too() -> None:
    expected = heard({"at": HERE}, {"will": [None, None, ["denpasar", None, None, None]]})

    assert expected.leads_to(tuple(NEXT))
    assert not expected.leads_to(("sleman", "output", "output.service", None))
