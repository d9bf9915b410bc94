"""A form knows what it lacks."""

import datetime as dt
from dataclasses import replace

import pytest

from assessor.domain.letter_fields import (
    DAYS,
    FOR_REQUEST,
    FOR_RESULTS,
    GAP,
    LetterField,
    LetterForm,
)
from tests.domain.letters import whole_form


def test_an_empty_form_lacks_everything_in_the_order_of_the_letter() -> None:
    assert LetterForm().missing(FOR_RESULTS) == FOR_RESULTS


def test_a_whole_form_lacks_nothing() -> None:
    assert whole_form().missing(FOR_RESULTS) == ()
    assert whole_form().missing(FOR_REQUEST) == ()


@pytest.mark.parametrize("field", [one for one in FOR_RESULTS if one is not LetterField.LOGO])
def test_every_single_field_is_missed(field: LetterField) -> None:
    form = whole_form()
    without = replace(
        form,
        texts={one: text for one, text in form.texts.items() if one is not field},
        days={one: day for one, day in form.days.items() if one is not field},
    )

    assert without.missing(FOR_RESULTS) == (field,)


def test_a_missing_logo_is_missed() -> None:
    assert replace(whole_form(), logo=None).missing(FOR_RESULTS) == (LetterField.LOGO,)


def test_blanks_are_no_text() -> None:
    form = replace(whole_form(), texts={**whole_form().texts, LetterField.PLACE: "  \n"})

    assert form.missing(FOR_RESULTS) == (LetterField.PLACE,)


def test_what_is_not_set_shows_as_a_gap() -> None:
    assert LetterForm().line(LetterField.PLACE) == GAP
    assert LetterForm().line(LetterField.DATE) == GAP
    assert LetterForm().lines(LetterField.ADDRESS) == (GAP,)


def test_a_day_is_written_out() -> None:
    form = LetterForm(days={LetterField.DATE: dt.date(2022, 12, 6)})

    assert form.line(LetterField.DATE) == "6 Desember 2022"


def test_lines_come_without_blanks_around_and_between() -> None:
    form = LetterForm(texts={LetterField.COPIES: " Menteri \n\n Sekretaris\n"})

    assert form.lines(LetterField.COPIES) == ("Menteri", "Sekretaris")


@pytest.mark.parametrize("dash", ["-", "–", " — "])
def test_a_dash_says_that_there_is_none(dash: str) -> None:
    form = replace(whole_form(), texts={**whole_form().texts, LetterField.COPIES: dash})

    assert form.missing(FOR_RESULTS) == ()
    assert form.lines(LetterField.COPIES) == ()


def test_every_day_is_one_of_the_fields_of_a_letter() -> None:
    assert {*FOR_RESULTS, *FOR_REQUEST} >= DAYS
