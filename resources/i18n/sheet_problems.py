"""One sentence for every problem of a cell in a returned score sheet, for window and terminal.

A problem is known by its code, since the resources lie below the code that finds it. Every
sentence says what was found, what was expected, and how to mend it.
"""

from collections.abc import Mapping
from typing import Final

from resources.i18n import N_, gettext

PROBLEMS: Final[Mapping[str, str]] = {
    "score_out_of_scale": N_(
        "“{found}” is no score. Expected: {expected}. Enter a whole number from 0 to 4, or N/A."
    ),
    "score_is_date": N_(
        "The spreadsheet made a date of what was typed, most likely of “{found}”. "
        "Expected: {expected}. Give the cell the format “Number” and enter the score again."
    ),
    "score_is_error": N_(
        "The cell shows the error {found}. Expected: {expected}. Enter the score itself."
    ),
    "score_is_text": N_("“{found}” was text and was taken as the score it says."),
    "formula_without_value": N_(
        "The cell holds a formula whose value is not in the file. "
        "Enter what it should say instead of the formula."
    ),
    "formula_taken": N_("The cell holds a formula; its value “{found}” was taken."),
    "reason_missing": N_(
        "N/A has no reason. Write the reason into the first line of the note beside it."
    ),
    "merged_cells": N_(
        "The score's cell is merged with others, so it is not clear whose score it is. "
        "Expected: {expected}. Split the cells and enter one score in each."
    ),
    "row_twice": N_("“{found}” stands in two rows. Remove one of them."),
    "row_unknown": N_(
        "The instrument has no question “{expected}” here. "
        "Export the sheet again and copy the scores over."
    ),
    "page_missing": N_(
        "The page “{expected}” is missing. Export the sheet again and copy the scores over."
    ),
    "column_missing": N_(
        "The column “{expected}” has lost its name in the hidden first row. "
        "Export the sheet again and copy the scores over."
    ),
    "programme_name_missing": N_("The programme has no name. Enter its name."),
    "pillar_unknown": N_("“{found}” is no pillar. Choose one of the six from the list."),
    "text_cleaned": N_("Invisible control characters in the text were removed."),
    "text_is_error": N_(
        "The cell shows the error {found} where a text belongs. "
        "Enter the text with an apostrophe before it, so that it is no formula."
    ),
    "text_is_date": N_("The spreadsheet made a date of the text; it was taken as “{found}”."),
    "text_too_long": N_(
        "The text has {found} characters, but a cell holds {expected}. Shorten it."
    ),
    "key_changed": N_(
        "The hidden mark of this row was replaced by a formula. "
        "Export the sheet again and copy the scores over."
    ),
    "page_twice": N_(
        "The page “{found}” is a copy of another, so it is not clear which one counts. "
        "Delete the page that does not count."
    ),
    "column_twice": N_(
        "The column “{found}” stands in the sheet twice, so it is not clear which one counts. "
        "Delete the column that does not count."
    ),
    "far_away": N_("A cell far away from the table was not read. Nothing of the sheet is there."),
    "row_without_key": N_(
        "“{found}” stands in a row that is no row of the sheet; it was not taken. "
        "If it matters, copy it into the row it belongs to."
    ),
    "column_unknown": N_(
        "“{found}” stands in a column that is no column of the sheet; the column was not taken. "
        "If it matters, copy it into the notes."
    ),
    "page_unknown": N_("The page “{found}” is no page of the sheet; it was not taken."),
    "instrument_edited": N_(
        "The paper was edited: it says “{found}”, the instrument says “{expected}”. "
        "Export the sheet again and copy the scores over, each to its question."
    ),
    "row_missing": N_("The row of the question “{expected}” is gone; it counts as not yet scored."),
    "total_differs": N_(
        "The file shows {found}, but its scores give {expected}; the scores count."
    ),
}

AT_CELL: Final = N_("{sheet}, cell {cell}: {problem}")
AT_PAGE: Final = N_("{sheet}: {problem}")


def problem_sentence(code: str, *, found: str = "", expected: str = "") -> str:
    """Return what is wrong with a cell and how to mend it, in the language in use.

    Raises KeyError for a code without a sentence, which is a mistake of the program.
    """
    return gettext(PROBLEMS[code]).format(found=found, expected=expected)


def placed_sentence(problem: str, sheet: str, cell: str) -> str:
    """Return a problem's sentence with the page and the cell that it is about, where known."""
    if not sheet:
        return problem
    pattern = AT_CELL if cell else AT_PAGE
    return gettext(pattern).format(sheet=sheet, cell=cell, problem=problem)
