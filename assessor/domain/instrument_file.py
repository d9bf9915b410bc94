"""Instrument files: TOML that a person can write by hand, explained in docs/instrument-file.md."""

import hashlib
import json
import re
import tomllib
from collections.abc import Iterable, Sequence
from typing import Final, NoReturn

from assessor.domain.errors import InstrumentRefused
from assessor.domain.ids import DimensionKey, InstrumentId, QuestionKey
from assessor.domain.instrument import (
    SCALE,
    Confidence,
    Dimension,
    Instrument,
    Level,
    Pillar,
    Question,
    RoundingRule,
    Scope,
)
from assessor.domain.instrument_table import RefusalReason, Table
from assessor.domain.scoring import WEIGHT_SUM

INSTRUMENT_FIELDS: Final = frozenset(
    {"id", "year", "cohort", "name", "rounding", "panel_size"}
    | {"confidence", "source", "levels", "dimensions", "checksum"}
)
LEVEL_FIELDS: Final = frozenset({"points", "description"})
DIMENSION_FIELDS: Final = frozenset({"key", "name", "weight", "questions"})
QUESTION_FIELDS: Final = frozenset({"key", "pillar", "indicator", "subindicator", "text", "scope"})
YEARS: Final = range(2017, 2100)
"""From the programme's first year on."""
PANEL_SIZES: Final = range(1, 100)
WEIGHTS: Final = range(1, WEIGHT_SUM + 1)
ERROR_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")
LONGEST_QUOTE: Final = 80
"""How much of a line that is not TOML is quoted, in characters."""


def parse_instrument(text: str, file: str) -> Instrument:
    """Return the instrument that an instrument file describes; `file` names it in errors.

    Raises InstrumentRefused with file, place and a RefusalReason at the first rule it breaks.
    """
    table = Table(file, "", _toml(text.removeprefix("\ufeff"), file))
    table.allow_only(INSTRUMENT_FIELDS)
    instrument_id = InstrumentId(table.identifier("id"))
    rounding = table.choice("rounding", RoundingRule, RefusalReason.UNKNOWN_ROUNDING)
    dimensions = _dimensions(table)
    return Instrument(
        id=instrument_id,
        year=table.number("year", YEARS, RefusalReason.YEAR_OUT_OF_RANGE),
        cohort=table.text("cohort"),
        name=table.wording("name"),
        rounding=rounding,
        panel_size=table.number("panel_size", PANEL_SIZES, RefusalReason.PANEL_SIZE_OUT_OF_RANGE),
        confidence=table.choice("confidence", Confidence, RefusalReason.UNKNOWN_CONFIDENCE),
        source=table.wording("source"),
        levels=_levels(table),
        dimensions=dimensions,
        checksum=_checksum(table, scored_checksum(instrument_id, rounding, dimensions)),
    )


def scored_checksum(
    instrument: InstrumentId, rounding: RoundingRule, dimensions: Sequence[Dimension]
) -> str:
    """Return the SHA-256 of what decides a figure, hexadecimal.

    That is id, rounding rule, weights, and each question's key, dimension, scope and pillar, in
    canonical JSON sorted by key. Wording and translation, level descriptions, source, panel size
    and order may be mended without making exchanged sheets strangers to each other; a question
    that asks for something else gets a new key.
    """
    scored = {
        "id": instrument,
        "rounding": rounding,
        "dimensions": [
            {
                "key": dimension.key,
                "weight": dimension.weight,
                "questions": [
                    {"key": one.key, "scope": one.scope, "pillar": one.pillar or ""}
                    for one in sorted(dimension.questions, key=lambda one: one.key)
                ],
            }
            for dimension in sorted(dimensions, key=lambda dimension: dimension.key)
        ],
    }
    canonical = json.dumps(scored, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()


def _toml(text: str, file: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        # ValueError, since numbers of thousands of digits are refused by int() itself.
        _refuse_syntax(text, file, str(error))


def _refuse_syntax(text: str, file: str, message: str) -> NoReturn:
    """Raise at "line:column", the end where the file breaks off, the start if it is not told."""
    lines = text.splitlines() or [""]
    line, column = 1, 1
    if place := ERROR_PLACE.search(message):
        line, column = int(place[1]), int(place[2])
    elif "end of document" in message:
        line, column = len(lines), len(lines[-1]) + 1
    quoted = lines[min(line, len(lines)) - 1].strip()[:LONGEST_QUOTE]
    raise InstrumentRefused(file, f"{line}:{column}", RefusalReason.NOT_TOML, quoted)


def _dimensions(instrument: Table) -> tuple[Dimension, ...]:
    tables = instrument.tables("dimensions", DIMENSION_FIELDS)
    if not tables:
        instrument.refuse("dimensions", RefusalReason.NO_DIMENSIONS)
    _refuse_duplicates(tables)
    question_tables = [table.tables("questions", QUESTION_FIELDS) for table in tables]
    _refuse_duplicates(question for questions in question_tables for question in questions)
    dimensions = tuple(
        _dimension(table, questions)
        for table, questions in zip(tables, question_tables, strict=True)
    )
    total = sum(dimension.weight for dimension in dimensions)
    if total != WEIGHT_SUM:
        instrument.refuse("dimensions", RefusalReason.WEIGHTS_NOT_100, total)
    return dimensions


def _refuse_duplicates(tables: Iterable[Table]) -> None:
    seen = set()
    for table in tables:
        key = table.key("key")
        if key in seen:
            table.refuse("key", RefusalReason.DUPLICATE_KEY, key)
        seen.add(key)


def _dimension(table: Table, questions: tuple[Table, ...]) -> Dimension:
    if not questions:
        table.refuse("questions", RefusalReason.EMPTY_DIMENSION)
    key = DimensionKey(table.key("key"))
    return Dimension(
        key=key,
        name=table.wording("name"),
        weight=_weight(table),
        questions=tuple(_question(question, key) for question in questions),
    )


def _weight(table: Table) -> int:
    value = table.value("weight")
    if isinstance(value, float):
        table.refuse("weight", RefusalReason.WEIGHT_NOT_WHOLE, value)
    return table.number("weight", WEIGHTS, RefusalReason.WEIGHT_OUT_OF_RANGE)


def _question(table: Table, dimension: DimensionKey) -> Question:
    pillar = None
    if "pillar" in table.fields:
        pillar = table.choice("pillar", Pillar, RefusalReason.UNKNOWN_PILLAR)
    return Question(
        key=QuestionKey(table.key("key")),
        dimension=dimension,
        pillar=pillar,
        indicator=table.wording("indicator"),
        subindicator=table.wording("subindicator"),
        text=table.wording("text"),
        scope=table.choice("scope", Scope, RefusalReason.UNKNOWN_SCOPE),
    )


def _levels(instrument: Table) -> tuple[Level, ...]:
    levels = tuple(
        Level(
            points=level.number("points", SCALE, RefusalReason.SCALE_NOT_0_TO_4),
            description=level.wording("description"),
        )
        for level in instrument.tables("levels", LEVEL_FIELDS)
    )
    if [level.points for level in levels] != list(SCALE):
        found = ", ".join(str(level.points) for level in levels)
        instrument.refuse("levels", RefusalReason.SCALE_NOT_0_TO_4, found)
    return levels


def _checksum(instrument: Table, computed: str) -> str:
    """Return the checksum; a file need not state it, but one that is stated must be right."""
    if "checksum" in instrument.fields and (stated := instrument.text("checksum")) != computed:
        instrument.refuse("checksum", RefusalReason.CHECKSUM_MISMATCH, stated)
    return computed
