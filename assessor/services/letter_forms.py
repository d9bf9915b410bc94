"""What letters are filled in with: kept in the workspace, every change of it in the log."""

import base64
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from assessor.domain.changes import Changes, Topic
from assessor.domain.edits import Value
from assessor.domain.errors import DeadlineTooEarly, LogoRefused, RoundUnknown
from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import (
    DAYS,
    FOR_RESULTS,
    OF_ROUND,
    OF_SEVERAL_LINES,
    REQUEST,
    LetterField,
    LetterForm,
)
from assessor.domain.logo import BYTES_LIMIT, Logo, LogoUnfit, read_logo
from assessor.domain.result_letter import default_subject
from assessor.domain.texts import checked_text, one_line
from assessor.exchange.whole_file import problems_of_reading
from assessor.persistence.change_log import OtherChange, log_other_change
from assessor.persistence.database import Database
from assessor.persistence.models import RoundRow
from assessor.persistence.reading import read_round
from assessor.persistence.settings import read_setting, write_setting
from assessor.services.people import who_am_i
from assessor.services.surroundings import Surroundings

OFFICE: Final = "letter"
"""The setting with the office's texts; a round's stand under this, a colon and its id."""
REQUEST_DAYS: Final = (LetterField.REQUEST_DATE, LetterField.REQUEST_DEADLINE)
"""The second never lies before the first."""
LOGO: Final = "letter_logo"
"""The setting with the picture, base64."""
COLUMNS: Final = {LetterField.NUMBER: "letter_number", LetterField.DATE: "letter_date"}
"""What the round itself holds, so that letter and annexes take it from one place."""


class LetterForms:
    """Reads and fills in the form; every call is one transaction."""

    def __init__(self, database: Database, surroundings: Surroundings) -> None:
        self._database = database
        self._clock = surroundings.clock

    def read(self, round_id: RoundId) -> LetterForm:
        """Return what is filled in for the letters of a round. Raises RoundUnknown."""
        with self._database.reading() as session:
            return read_form(session, round_id)

    def write(
        self, round_id: RoundId, field: LetterField, text: str, edit: str | None = None
    ) -> Changes:
        """Keep a text; saves with one `edit` token are one line of the log. Raises TextTooLong."""
        clean = checked_text(text).strip() if field in OF_SEVERAL_LINES else one_line(text)
        return self._set(round_id, field, checked_text(clean), edit)

    def set_day(
        self, round_id: RoundId, field: LetterField, day: dt.date | None, edit: str | None = None
    ) -> Changes:
        """Keep a day, or that it is not set; `edit` as in `write`. Raises DeadlineTooEarly."""
        if field in REQUEST_DAYS and day is not None:
            self._check_deadline(round_id, field, day)
        return self._set(round_id, field, "" if day is None else day.isoformat(), edit)

    def choose_logo(self, path: Path) -> Changes:
        """Copy a picture into the workspace. Raises NotFound, NotReadable, LogoRefused."""
        with problems_of_reading(path), path.open("rb") as file:
            data = file.read(BYTES_LIMIT + 1)
        try:
            logo = read_logo(data)
        except LogoUnfit as error:
            raise LogoRefused(path, str(error.problem)) from error
        return self._keep_logo(logo, one_line(path.name))

    def remove_logo(self) -> Changes:
        """Leave the letterhead without a picture."""
        return self._keep_logo(None, "")

    def _check_deadline(self, round_id: RoundId, field: LetterField, day: dt.date) -> None:
        days = {**self.read(round_id).days, field: day}
        date, deadline = (days.get(one) for one in REQUEST_DAYS)
        if date is not None and deadline is not None and deadline < date:
            raise DeadlineTooEarly(deadline=f"{deadline:%d/%m/%Y}", date=f"{date:%d/%m/%Y}")

    def _set(self, round_id: RoundId, field: LetterField, value: str, edit: str | None) -> Changes:
        with self._database.transaction() as session:
            old = _texts(session, round_id).get(field, "")
            if old == value:
                return Changes()
            if field in COLUMNS:
                column: Any = dt.date.fromisoformat(value) if value and field in DAYS else value
                row = session.get_one(RoundRow, round_id)
                setattr(row, COLUMNS[field], column or (None if field in DAYS else ""))
            else:
                place = _place(round_id, field)
                kept = dict(read_setting(session, place) or {})
                write_setting(session, place, kept | {field.value: value})
            subject = round_id if field in OF_ROUND else ""
            self._log(session, OtherChange(field.value, subject, old, value, edit=edit))
        topics = {Topic.LETTER, Topic.ROUNDS} if field in COLUMNS else {Topic.LETTER}
        return Changes.of(*topics)

    def _keep_logo(self, logo: Logo | None, name: str) -> Changes:
        with self._database.transaction() as session:
            old = read_setting(session, LOGO)
            text = None if logo is None else base64.b64encode(logo.data).decode()
            before: Value = old["name"] if old else ""
            write_setting(session, LOGO, text and {"name": name, "data": text})
            self._log(session, OtherChange(LetterField.LOGO.value, "", before, name))
        return Changes.of(Topic.LETTER)

    def _log(self, session: Session, change: OtherChange) -> None:
        me = who_am_i(session)
        log_other_change(session, change, self._clock(), None if me is None else me.id)


def read_form(session: Session, round_id: RoundId) -> LetterForm:
    """Return what is filled in for the letters of a round. Raises RoundUnknown."""
    texts = _texts(session, round_id)
    logo = read_setting(session, LOGO)
    return LetterForm(
        texts={field: text for field, text in texts.items() if field not in DAYS},
        days={
            field: dt.date.fromisoformat(text)
            for field, text in texts.items()
            if field in DAYS and text
        },
        logo=read_logo(base64.b64decode(logo["data"])) if logo else None,
    )


def _texts(session: Session, round_id: RoundId) -> dict[LetterField, str]:
    """Return everything but the picture, days as ISO 8601."""
    one = read_round(session, round_id)
    if one is None:
        raise RoundUnknown(found=round_id)
    found = {LetterField.SUBJECT: default_subject(one)}
    for place in (OFFICE, f"{OFFICE}:{round_id}"):
        kept: Mapping[str, str] = read_setting(session, place) or {}
        found |= {field: kept[field] for field in (*FOR_RESULTS, *REQUEST) if field in kept}
    found[LetterField.NUMBER] = one.letter_number
    found[LetterField.DATE] = one.letter_date.isoformat() if one.letter_date else ""
    return found


def _place(round_id: RoundId, field: LetterField) -> str:
    return f"{OFFICE}:{round_id}" if field in OF_ROUND else OFFICE
