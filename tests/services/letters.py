"""Rounds whose letters can be written, for the tests of letters; every name is made up."""

from pathlib import Path
from typing import Final

from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import DAYS, LetterField
from assessor.services.workspace import Workspace
from tests.domain.letters import png, whole_form

LOGO: Final = "lambang.png"


def write_logo(folder: Path, data: bytes | None = None) -> Path:
    """Return a file with a picture in it."""
    path = folder / LOGO
    path.write_bytes(png(text=b"Author\0root") if data is None else data)
    return path


def fill_in(workspace: Workspace, round_id: RoundId, leave: tuple[LetterField, ...] = ()) -> None:
    """Fill the whole form in, but for the fields to `leave`."""
    forms, form = workspace.letter_forms, whole_form()
    for field, text in form.texts.items():
        if field not in leave:
            forms.write(round_id, field, text)
    for field in DAYS.difference(leave):
        forms.set_day(round_id, field, form.days[field])
    if LetterField.LOGO not in leave:
        forms.choose_logo(write_logo(workspace.path.parent))
