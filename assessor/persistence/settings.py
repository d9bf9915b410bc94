"""What a workspace remembers about itself, by name."""

from typing import Any, Final

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from assessor.persistence.models import SettingRow, table_of

_SETTINGS: Final = table_of(SettingRow)
# Built once: the place in the walk is kept at every step of it.
_READ: Final = select(_SETTINGS.c.value).where(_SETTINGS.c.name == bindparam("called"))
_REPLACE: Final = (
    update(_SETTINGS)
    .where(_SETTINGS.c.name == bindparam("called"))
    .values(value=bindparam("kept", type_=_SETTINGS.c.value.type))
)
_ADD: Final = insert(_SETTINGS).values(
    name=bindparam("called"), value=bindparam("kept", type_=_SETTINGS.c.value.type)
)


def read_setting(session: Session, name: str) -> Any:
    """Return the JSON value kept under `name`, None where there is none."""
    return session.connection().execute(_READ, {"called": name}).scalar()


def write_setting(session: Session, name: str, value: Any) -> None:
    """Keep the JSON value under `name`."""
    connection = session.connection()
    values = {"called": name, "kept": value}
    if not connection.execute(_REPLACE, values).rowcount:
        connection.execute(_ADD, values)
