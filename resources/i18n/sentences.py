"""One sentence for every error that a person can mend, for the window and the terminal alike.

An error is known by the name of its class, since the resources lie below the code that raises it;
its facts fill the {named} fields. Every sentence says what happened, where, and what to do.
"""

from collections.abc import Callable, Mapping
from typing import Final

from resources.i18n import N_, gettext, ngettext

SENTENCES: Final[Mapping[str, str]] = {
    "ScoreOutOfScale": N_(
        "A score is a whole number from 0 to 4; “{found}” is none. Enter 0 to 4."
    ),
    "ReasonMissing": N_("Write down the reason; without one this is not saved."),
    "TextTooLong": N_(
        "The text has {length} characters, but a cell of the score sheet holds {limit}. Shorten it."
    ),
    "NameMissing": N_("The name is empty. Enter a name."),
    "AssessmentLocked": N_(
        "The assessment of {region} is locked, nothing was changed. "
        "Reopen it with a reason, then change it."
    ),
    "NotTakingPart": N_(
        "{region} does not take part in this round, nothing was changed. "
        "Note first that it takes part after all."
    ),
    "InstrumentKnown": N_(
        "There is another instrument with the id “{instrument}” already. "
        "Give the one in the file an id of its own."
    ),
    "ProgrammeKnown": N_(
        "The programme “{name}” stands in this region's list already. Choose another name."
    ),
    "ProgrammesLocked": N_(
        "The programmes of {region} also stand in the locked assessment of {assessor}, so they "
        "cannot be changed. Have that assessment reopened first."
    ),
    "RegionsMissing": N_("The round has no region yet. Choose at least one."),
    "NothingAssessed": N_(
        "Nobody has begun to assess {region}, so there is nothing to print. "
        "Score it, or merge its score sheets first."
    ),
    "PrinterFailed": N_(
        "The printer “{printer}” did not take the pages. "
        "See whether it is switched on and connected, or print to PDF instead."
    ),
    "FontMissing": N_(
        "This system has no font, so every page would stay blank. "
        "Install one, such as Liberation Sans or DejaVu Sans, and try again."
    ),
    "FileChanging": N_(
        "{path} changed while it was being copied. Close the program that writes it and try again."
    ),
    "LinkMissing": N_("The address is empty. Enter or paste it."),
    "WorkspaceBusy": N_(
        "{path} is being written by another program and did not become free. "
        "Nothing was changed; try again in a moment."
    ),
    "RegionUnknown": N_(
        "The round has no region “{found}”. "
        "Check the spelling, and whether it is a kabupaten or a kota."
    ),
    "RegionTwice": N_("{region} stands in two cohorts of the round. Leave it in one of them."),
    "RoundUnknown": N_("There is no round “{found}” in this workspace. Choose one that is there."),
    "WhoIsMissing": N_(
        "This workspace does not know yet who scores in it. First enter your name and institution."
    ),
    "AssignmentForAnother": N_(
        "This sheet was handed out to {assessor}, but {me} scores in this workspace. "
        "Open it in a workspace of its own, or ask for a sheet in your name."
    ),
    "InstrumentMissing": N_(
        "The instrument “{instrument}” of the sheet is not known here. "
        "Add its file first, then open the sheet again."
    ),
    "MergeUnknown": N_(
        "There is no merge {found} that could be taken back. Look at the list of merges."
    ),
    "MergeBuiltUpon": N_(
        "Merge {batch} was not taken back, because later merges rest on it: {merges}. "
        "Take those back first."
    ),
    "MergeWorkedUpon": N_(
        "Merge {batch} was not taken back, because its regions were worked on since: {regions}. "
        "Take those changes back first."
    ),
    "MergeSettledUpon": N_(
        "Merge {batch} stays, because the panel has settled on its scores since: {settled}. What "
        "a panel settles stays on record, and so do the scores it rests on. "
        "To correct them, merge a newer sheet of the same assessor."
    ),
    "RegionHidden": N_(
        "The panel's scores of {region} are shown once your own assessment of it is locked."
    ),
    "LetterHidden": N_(
        "The letter and its annex are not written while you score a region yourself, since its "
        "figures are kept from you: {regions}. Lock your own assessment first."
    ),
    "DeadlineTooEarly": N_(
        "The deadline {deadline} lies before the date of the request, {date}. Correct one of them."
    ),
    "DayUnreadable": N_("“{found}” is no day. Write it as day/month/year, such as 06/12/2022."),
    "LetterNotFinal": N_(
        "The letter was not written, because its figures are not final. Regions with provisional "
        "figures: {regions}. Instruments that are not confirmed: {instruments}. Finish the "
        "assessments, or confirm that the letter is to be marked as provisional."
    ),
    "NotWritable": N_(
        "{path} cannot be written: the place is protected, or another program has the file open. "
        "Close that program or choose another place."
    ),
    "NotReadable": N_(
        "{path} cannot be read: it is protected, or another program has it open. "
        "Close that program or ask for permission to read it."
    ),
    "NotFound": N_("{path} is not there. Check the name, and whether the disk is connected."),
    "EvidenceChanged": N_(
        "The copy of “{title}” was changed after it was attached, so it no longer backs the score. "
        "It was not opened; it lies at {path}. Attach the right file again."
    ),
    "DiskFull": N_(
        "There is no space left on the disk to write {path}. Make room, then try again."
    ),
    "WorkspaceInUse": N_(
        "The workspace {path} is open in another window already. "
        "Use that window, or close it first."
    ),
    "ProgrammesMissing": N_(
        "{region} cannot be locked: it has no quick-win programme yet. "
        "Add one at the quick wins and score it."
    ),
    "NotWorkspace": N_(
        "{path} is no workspace of this program and was left as it is. "
        "Choose another file; workspaces end in .sqlite."
    ),
    "WorkspaceDamaged": N_(
        "The workspace {path} is damaged and was left as it is. "
        "Set it aside and take the newest backup, or open another workspace."
    ),
    "WorkspaceVanished": N_(
        "The workspace {path} is no longer there: it was moved or deleted, or its disk is gone. "
        "Nothing more is saved. Bring it back, or open another workspace."
    ),
    "WorkspaceOutdated": N_(
        "The workspace {path} was written by an older version of this program ({revision}). "
        "Open it in the window once; that brings it up to date."
    ),
    "WorkspaceTooNew": N_(
        "The workspace {path} was written by a newer version of this program ({revision}) "
        "and was left as it is. Update the program to open it."
    ),
    "WorkspaceExists": N_(
        "There is a file {path} already; it was left as it is. Choose another name."
    ),
    "NothingToTakeIn": N_(
        "No row of the table can be taken in: each is of another instrument, did not take part, "
        "has no index, or is left out. Check that the right instrument is chosen."
    ),
    "PaperNotVerified": N_(
        "The file {path} did not read back as it was written; the first difference stands at "
        "{first}. No file was put in place. Write it again, and report this if it happens twice."
    ),
    "SheetNotVerified": N_(
        "The score sheet {path} did not read back as it was written; "
        "the first difference stands at {first}. No file was put in place. "
        "Export it again, and report this if it happens twice."
    ),
}

REASONED: Final[Mapping[str, str]] = {
    "InstrumentRefused": N_("The instrument {file} was not added. At {place}: {because}"),
    "SheetRefused": N_("{path} was not read as a score sheet. {because}"),
    "TableUnreadable": N_("The table {path} was not read. {because}"),
    "LogoRefused": N_("{path} was not taken as the logo. {because}"),
    "LetterNotSet": N_("The annex of “{round}” was not written. {because}"),
}
"""Errors whose `reason` has a sentence of its own, the {because}."""

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "InstrumentRefused": {
        "not_toml": N_("This is no valid TOML: “{found}”. Correct the line."),
        "missing_field": N_("This field is missing. Add it."),
        "unknown_field": N_("No instrument has a field “{found}”. Remove it or correct its name."),
        "wrong_type": N_(
            "“{found}” is not the kind of value that belongs here. "
            "Compare it with an instrument that ships with the program."
        ),
        "empty_text": N_("The text is empty. Fill it in."),
        "missing_translation": N_(
            "The text is missing in one language. Give it in Indonesian and in English."
        ),
        "bad_character": N_("The text contains a character that cannot be printed. Remove it."),
        "bad_key": N_("“{found}” cannot be a key. Use a-z, 0-9, _ and the dot, and keep it short."),
        "bad_id": N_("“{found}” cannot be an id. Use a-z, 0-9 and the hyphen, and keep it short."),
        "duplicate_key": N_("The key “{found}” is used twice. Give each its own."),
        "unknown_rounding": N_("There is no rounding rule “{found}”. Use “total” or “components”."),
        "unknown_confidence": N_(
            "“{found}” does not say how sure the instrument is. "
            "Use “own” for an instrument of yours."
        ),
        "unknown_scope": N_("There is no scope “{found}”. Use “city” or “program”."),
        "unknown_pillar": N_(
            "There is no pillar “{found}”. Use governance, branding, economy, living, society "
            "or environment."
        ),
        "year_out_of_range": N_("{found} is no year of the smart city programme. Correct it."),
        "panel_size_out_of_range": N_(
            "A panel of {found} is not possible. State how many assessors score one region."
        ),
        "weight_not_whole": N_("The weight {found} is no whole number. Use whole percents."),
        "weight_out_of_range": N_("The weight {found} is not possible. Use 1 to 100 percent."),
        "weights_not_100": N_(
            "The weights add up to {found}, not to 100. Correct them; they are never scaled."
        ),
        "scale_not_0_to_4": N_(
            "The scale must describe the points 0, 1, 2, 3 and 4, in this order. Found: {found}."
        ),
        "no_dimensions": N_("There are no dimensions. Add at least one."),
        "empty_dimension": N_("The dimension has no questions. Add at least one."),
        "checksum_mismatch": N_(
            "The checksum does not belong to this content. "
            "Remove it, or ask where the file comes from."
        ),
    },
    "SheetRefused": {
        "not_a_score_sheet": N_(
            "It holds no score sheet of this program. Check whether it is the right file."
        ),
        "other_paper": N_(
            "It was made by this program, but is another paper ({found}). Choose the score sheet."
        ),
        "too_new": N_("A newer version of this program wrote it ({found}). Update the program."),
        "damaged": N_("The file is damaged. Ask for it again."),
        "empty": N_("The file is empty. Ask for it again."),
        "lock_file": N_(
            "It is only the mark of a program that has the sheet open. Choose the sheet itself."
        ),
        "folder": N_("It is a folder. Choose the files in it."),
        "open_elsewhere": N_(
            "It is open in another program now. Save and close it there, then try again. "
            "If no program has it open, delete the leftover mark {found} beside it."
        ),
        "other_format": N_(
            "It is a spreadsheet, but a {found} file. Save it as .xlsx, then try again."
        ),
        "legacy_format": N_("It is in the old .xls format. Save it as .xlsx, then try again."),
        "encrypted": N_("A password protects it. Save it without a password, then try again."),
        "macros": N_("It holds macros. Save it as .xlsx without macros, then try again."),
        "external_links": N_(
            "It refers to other files. Break the links or replace them by their values, "
            "save it, then try again."
        ),
        "unsafe": N_(
            "It holds more than a score sheet can ({found}). "
            "Export the sheet again and copy the scores over."
        ),
        "identity_broken": N_(
            "The marks that say which region and assessor it belongs to were changed ({found}). "
            "Export the sheet again and copy the scores over."
        ),
    },
    "TableUnreadable": {
        "not_a_workbook": N_(
            "It is no workbook, or it is damaged or protected by a password. "
            "Save it again as .xlsx or .csv."
        ),
        "no_table": N_(
            "No line has the headings of a published table, such as NAMA and NILAI FINAL. "
            "Check the headings."
        ),
        "column_missing": N_("The column {column} is missing. Add it."),
        "name_missing": N_("Row {row} has no name of a region. Fill it in."),
        "not_a_number": N_("Row {row}, column {column}: “{found}” is no number. Correct the cell."),
        "too_many_decimals": N_(
            "Row {row}, column {column}: {found} has more than two decimals. Correct the cell."
        ),
        "out_of_scale": N_(
            "Row {row}, column {column}: {found} is not between 0 and 4. Correct the cell."
        ),
    },
    "LogoRefused": {
        "too_large": N_("The file is larger than one megabyte. Save it smaller."),
        "no_picture": N_("It is no whole PNG or JPEG picture. Save it as one of these."),
        "wrong_size": N_(
            "A logo is between 16 and 4000 pixels wide and high. Save it in another size."
        ),
    },
    "LetterNotSet": {
        "letter_number": N_(
            "The number of the letter is not set. Set it, or write a draft that says so."
        ),
        "letter_date": N_(
            "The date of the letter is not set. Set it, or write a draft that says so."
        ),
        "letter_number letter_date": N_(
            "Number and date of the letter are not set. Set them, or write a draft that says so."
        ),
    },
}


def _incomplete(missing: int) -> str:
    return ngettext(
        "{region} cannot be locked: {missing} question has no score yet. "
        "Score it or mark it not applicable.",
        "{region} cannot be locked: {missing} questions have no score yet. "
        "Score them or mark them not applicable.",
        missing,
    )


def _letter_incomplete(number: int) -> str:
    return ngettext(
        "The letter lacks {number} entry and was not written. "
        "Fill it in at Letter or Evidence requests in the menu.",
        "The letter lacks {number} entries and was not written. "
        "Fill them in at Letter or Evidence requests in the menu.",
        number,
    )


def _undecided(number: int) -> str:
    return ngettext(
        "{number} row is not decided yet. Say which region it means, or leave it out.",
        "{number} rows are not decided yet. Say which region each means, or leave it out.",
        number,
    )


COUNTED: Final[Mapping[str, tuple[str, Callable[[int], str]]]] = {
    "AssessmentIncomplete": ("missing", _incomplete),
    "LetterIncomplete": ("number", _letter_incomplete),
    "NamesUndecided": ("number", _undecided),
}
"""Errors whose sentence depends on a number: which fact that is, and the sentence for it."""


def sentence(error: Exception) -> str:
    """Return what happened, where, and what to do, in the language in use.

    Raises KeyError for a class without a sentence, which is a mistake of the program.
    """
    kind = type(error).__name__
    facts = {name: str(value) for name, value in vars(error).items()}
    if kind in COUNTED:
        number, counted = COUNTED[kind]
        return counted(int(facts[number])).format_map(facts)
    if kind in REASONED:
        because = gettext(REASONS[kind][facts["reason"]]).format_map(facts)
        return gettext(REASONED[kind]).format_map(facts | {"because": because})
    return gettext(SENTENCES[kind]).format_map(facts)
