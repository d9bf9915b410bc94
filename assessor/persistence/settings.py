"""What a workspace remembers about itself, by name."""

from typing import Any

from sqlalchemy.orm import Session

from assessor.persistence.models import SettingRow


def read_setting(session: Session, name: str) -> Any:
    """Return the JSON value kept under `name`, None where there is none."""
    row = session.get(SettingRow, name)
    return None if row is None else row.value


def write_setting(session: Session, name: str, value: Any) -> None:
    """Keep the JSON value under `name`."""
    session.merge(SettingRow(name=name, value=value))
