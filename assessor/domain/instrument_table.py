"""One table of an instrument file, read field by field; whatever is wrong is named by place."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NoReturn, TypeVar

from assessor.domain.errors import InstrumentRefused
from assessor.domain.instrument import Wording

LANGUAGES: Final = frozenset({"id", "en"})
KEY_PATTERN: Final = re.compile(r"[a-z0-9_.]{1,80}")
ID_PATTERN: Final = re.compile(r"[a-z0-9-]{1,40}")

Choice = TypeVar("Choice", bound=StrEnum)


class RefusalReason(StrEnum):
    """Why an instrument file is refused."""

    NOT_TOML = "not_toml"
    MISSING_FIELD = "missing_field"
    UNKNOWN_FIELD = "unknown_field"
    WRONG_TYPE = "wrong_type"
    EMPTY_TEXT = "empty_text"
    MISSING_TRANSLATION = "missing_translation"
    BAD_CHARACTER = "bad_character"
    BAD_KEY = "bad_key"
    """A key with other characters than a-z, 0-9, _ and the dot, or one too long."""
    BAD_ID = "bad_id"
    """An id with other characters than a-z, 0-9 and -, or one too long."""
    DUPLICATE_KEY = "duplicate_key"
    UNKNOWN_ROUNDING = "unknown_rounding"
    UNKNOWN_CONFIDENCE = "unknown_confidence"
    UNKNOWN_SCOPE = "unknown_scope"
    UNKNOWN_PILLAR = "unknown_pillar"
    YEAR_OUT_OF_RANGE = "year_out_of_range"
    PANEL_SIZE_OUT_OF_RANGE = "panel_size_out_of_range"
    WEIGHT_NOT_WHOLE = "weight_not_whole"
    WEIGHT_OUT_OF_RANGE = "weight_out_of_range"
    WEIGHTS_NOT_100 = "weights_not_100"
    SCALE_NOT_0_TO_4 = "scale_not_0_to_4"
    NO_DIMENSIONS = "no_dimensions"
    EMPTY_DIMENSION = "empty_dimension"
    CHECKSUM_MISMATCH = "checksum_mismatch"


@dataclass(frozen=True, slots=True)
class Table:
    """The fields of one TOML table; every reader raises InstrumentRefused at the field's place.

    Places read like `dimensions[2].questions[7].text.en`, counted from 1 as people count.
    """

    file: str
    place: str
    fields: Mapping[str, object]

    def place_of(self, name: str) -> str:
        """Return the place of the field `name`."""
        return f"{self.place}.{name}" if self.place else name

    def refuse(self, name: str, reason: RefusalReason, found: object = "") -> NoReturn:
        """Raise InstrumentRefused at the field `name`, or at the table itself for ""."""
        place = self.place_of(name) if name else self.place
        raise InstrumentRefused(self.file, place, reason, str(found))

    def allow_only(self, names: frozenset[str]) -> None:
        """Refuse a field that is none of `names`."""
        for name in self.fields:
            if name not in names:
                self.refuse(name, RefusalReason.UNKNOWN_FIELD, name)

    def value(self, name: str) -> object:
        """Return the field, which must be there."""
        if name not in self.fields:
            self.refuse(name, RefusalReason.MISSING_FIELD)
        return self.fields[name]

    def text(self, name: str) -> str:
        """Return a text that says something, on one line."""
        value = self.value(name)
        if not isinstance(value, str):
            self.refuse(name, RefusalReason.WRONG_TYPE, value)
        line = " ".join(value.split())
        if not line:
            self.refuse(name, RefusalReason.EMPTY_TEXT)
        if not line.isprintable():
            self.refuse(name, RefusalReason.BAD_CHARACTER, ascii(line))
        return line

    def number(self, name: str, within: range, out_of_range: RefusalReason) -> int:
        """Return a whole number in the range; true and false are none."""
        value = self.value(name)
        if type(value) is not int:
            self.refuse(name, RefusalReason.WRONG_TYPE, value)
        if value not in within:
            self.refuse(name, out_of_range, value)
        return value

    def key(self, name: str) -> str:
        """Return a stable key of a dimension or question."""
        return self._matching(name, KEY_PATTERN, RefusalReason.BAD_KEY)

    def identifier(self, name: str) -> str:
        """Return an instrument's id."""
        return self._matching(name, ID_PATTERN, RefusalReason.BAD_ID)

    def choice(self, name: str, choices: type[Choice], unknown: RefusalReason) -> Choice:
        """Return the member of `choices` that the field names."""
        text = self.text(name)
        try:
            return choices(text)
        except ValueError:
            self.refuse(name, unknown, text)

    def wording(self, name: str) -> Wording:
        """Return a text in both languages, written as `{ id = "…", en = "…" }`."""
        table = self._table(self.place_of(name), self.value(name), LANGUAGES)
        return Wording(indonesian=table.translation("id"), english=table.translation("en"))

    def translation(self, language: str) -> str:
        """Return one language's text of the wording that this table is."""
        value = self.fields.get(language, "")
        if isinstance(value, str) and not value.strip():
            self.refuse(language, RefusalReason.MISSING_TRANSLATION)
        return self.text(language)

    def tables(self, name: str, allowed: frozenset[str]) -> tuple["Table", ...]:
        """Return the tables in a list, each with no other fields than `allowed`."""
        value = self.value(name)
        if not isinstance(value, list):
            self.refuse(name, RefusalReason.WRONG_TYPE, value)
        return tuple(
            self._table(f"{self.place_of(name)}[{number}]", one, allowed)
            for number, one in enumerate(value, start=1)
        )

    def _table(self, place: str, value: object, allowed: frozenset[str]) -> "Table":
        if not isinstance(value, dict):
            raise InstrumentRefused(self.file, place, RefusalReason.WRONG_TYPE, str(value))
        table = Table(self.file, place, value)
        table.allow_only(allowed)
        return table

    def _matching(self, name: str, pattern: re.Pattern[str], reason: RefusalReason) -> str:
        value = self.value(name)
        if not isinstance(value, str):
            self.refuse(name, RefusalReason.WRONG_TYPE, value)
        if not pattern.fullmatch(value):
            self.refuse(name, reason, value)
        return value
