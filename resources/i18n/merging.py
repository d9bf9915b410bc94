"""The words for what became of returned sheets, by the codes that the core gives."""

from collections.abc import Iterable, Mapping
from typing import Final

from resources.i18n import N_, gettext

CLASSES: Final[Mapping[str, str]] = {
    "new": N_("New: nothing of this assessor and region was here yet."),
    "newer_revision": N_("A newer revision; it replaces the older one, which is kept."),
    "already_merged": N_("Merged already; it says nothing new."),
    "older_revision": N_("An older revision than the one that is here; it is kept aside."),
    "fork": N_("The same revision as one that is here, but with another content."),
    "edited_outside": N_("Filled in or edited outside of this program."),
    "wrong_round": N_("It belongs to a round that this workspace does not have."),
    "unknown_region": N_("It belongs to a region that does not take part in this round."),
    "unknown_assessor": N_("It does not say whose it is."),
    "other_instrument": N_("It was made with another instrument than this round uses."),
    "too_new": N_("A newer version of this program wrote it. Update the program."),
    "not_a_score_sheet": N_("It is no score sheet of this program."),
    "damaged": N_("The file is damaged. Ask for it again."),
    "unsafe": N_("It is not safe to open."),
}
OUTCOMES: Final[Mapping[str, str]] = {
    "taken": N_("Taken"),
    "nothing_new": N_("Nothing new"),
    "waits": N_("Waits for a decision"),
    "refused": N_("Refused"),
    "skipped": N_("Skipped"),
}
REASONS: Final[Mapping[str, str]] = {
    "filled_outside": N_("The blank sheet was filled in without this program."),
    "changed_outside": N_("Its content is not the one that this program wrote."),
    "nothing_filled": N_("Nothing is filled in."),
    "same_as_another_file": N_("Another of the files says the same."),
    "newer_file_present": N_("Another of the files is a newer revision."),
    "scores_in_conflict": N_("Scores were changed in two places to different values. Choose one."),
    "hidden_conflict": N_(
        "Scores were changed in two places to different values. They are kept from you until you "
        "lock your own assessment of this region; then merge the file again and choose."
    ),
    "programme_twice": N_("Two of its rows are the same programme. Join them and send it again."),
    "programme_undecided": N_(
        "A programme's name is nearly that of a known one. Say whether both are the same."
    ),
    "cells_refused": N_("Some cells cannot be taken. Mend them and merge the file again."),
    "rows_unknown": N_("Rows of questions that the instrument does not have were left out."),
    "not_taking_part": N_("The region is marked as not taking part."),
    "checksum_differs": N_(
        "The instrument has the same name but another content, or was edited in the file."
    ),
    "identity_inconsistent": N_(
        "The marks that say which region and assessor it belongs to contradict each other."
    ),
}


def file_sentence(kind: str, reasons: Iterable[str]) -> str:
    """Return what a file is, and why, in the language in use."""
    return " ".join((gettext(CLASSES[kind]), *(gettext(REASONS[one]) for one in reasons)))
