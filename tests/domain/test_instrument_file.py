"""Instrument files: what is taken and what is refused, with the place and the reason."""

import json
import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeAlias

import pytest

from assessor.domain.errors import InstrumentRefused
from assessor.domain.instrument import Confidence, Pillar, RoundingRule, Scope, Wording
from assessor.domain.instrument_file import parse_instrument
from assessor.domain.instrument_table import RefusalReason

Fields: TypeAlias = dict[str, Any]
BOTH = {"id": "Teks", "en": "Text"}
REMOVED = object()


def a_question(key: str, **fields: object) -> Fields:
    return {
        "key": key,
        "scope": "city",
        "indicator": BOTH,
        "subindicator": BOTH,
        "text": BOTH,
        **fields,
    }


SOUND: Fields = {
    "id": "kota-contoh-2025",
    "year": 2025,
    "cohort": "REGULER",
    "rounding": "components",
    "panel_size": 3,
    "confidence": "own",
    "name": {"id": "Contoh", "en": "Example"},
    "source": BOTH,
    "levels": [{"points": points, "description": BOTH} for points in range(5)],
    "dimensions": [
        {
            "key": "output",
            "name": BOTH,
            "weight": 60,
            "questions": [a_question("output.a"), a_question("output.b")],
        },
        {
            "key": "quick_win",
            "name": BOTH,
            "weight": 40,
            "questions": [a_question("quickwin.a", scope="program", pillar="economy")],
        },
    ],
}


def toml(value: object) -> str:
    """Write a value as TOML, tables inline."""
    if isinstance(value, dict):
        return (
            "{" + ", ".join(f"{json.dumps(key)} = {toml(one)}" for key, one in value.items()) + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False)


def text_of(fields: Mapping[str, object]) -> str:
    return "\n".join(f"{key} = {toml(value)}" for key, value in fields.items())


def changed(path: str, value: object) -> str:
    """Return a sound file's text with the field at `path` set, or removed."""
    fields = json.loads(json.dumps(SOUND))
    *way, last = re.findall(r"\w+", path)
    at = fields
    for step in way:
        at = at[int(step) - 1] if isinstance(at, list) else at[step]
    if isinstance(at, list):
        last = int(last) - 1
    if value is REMOVED:
        del at[last]
    else:
        at[last] = value
    return text_of(fields)


def refusal(text: str) -> InstrumentRefused:
    with pytest.raises(InstrumentRefused) as refused:
        parse_instrument(text, "contoh.toml")
    assert refused.value.file == "contoh.toml"
    return refused.value


def test_a_sound_file_is_read_whole() -> None:
    instrument = parse_instrument(text_of(SOUND), "contoh.toml")

    assert (instrument.id, instrument.year, instrument.cohort) == (
        "kota-contoh-2025",
        2025,
        "REGULER",
    )
    assert instrument.name == Wording("Contoh", "Example")
    assert instrument.source == Wording("Teks", "Text")
    assert instrument.rounding is RoundingRule.COMPONENTS
    assert instrument.panel_size == 3
    assert instrument.confidence is Confidence.OWN
    assert [level.points for level in instrument.levels] == [0, 1, 2, 3, 4]
    assert instrument.levels[0].description == Wording("Teks", "Text")
    assert [(one.key, one.weight) for one in instrument.dimensions] == [
        ("output", 60),
        ("quick_win", 40),
    ]


def test_questions_keep_scope_pillar_and_dimension() -> None:
    about_city, _, about_programme = parse_instrument(text_of(SOUND), "x").questions.values()

    assert (about_city.scope, about_city.pillar, about_city.dimension) == (
        Scope.CITY,
        None,
        "output",
    )
    assert about_programme.scope is Scope.PROGRAMME
    assert about_programme.pillar is Pillar.ECONOMY
    assert about_programme.dimension == "quick_win"
    assert about_programme.indicator == about_programme.text == Wording("Teks", "Text")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert parse_instrument("\ufeff" + text_of(SOUND), "x").id == "kota-contoh-2025"


def test_texts_are_put_on_one_line() -> None:
    text = changed("name.id", "  Contoh \n baru\u00a0")

    assert parse_instrument(text, "x").name.indonesian == "Contoh baru"


OUTPUT = "dimensions[1]"
FIRST = "dimensions[1].questions[1]"
REFUSED = [
    ("id", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("year", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("cohort", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("rounding", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("panel_size", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("confidence", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("name", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("source", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("levels", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("dimensions", REMOVED, RefusalReason.MISSING_FIELD, ""),
    (f"{OUTPUT}.key", REMOVED, RefusalReason.MISSING_FIELD, ""),
    (f"{OUTPUT}.weight", REMOVED, RefusalReason.MISSING_FIELD, ""),
    (f"{OUTPUT}.questions", REMOVED, RefusalReason.MISSING_FIELD, ""),
    (f"{FIRST}.scope", REMOVED, RefusalReason.MISSING_FIELD, ""),
    (f"{FIRST}.text", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("levels[2].points", REMOVED, RefusalReason.MISSING_FIELD, ""),
    ("weights", 1, RefusalReason.UNKNOWN_FIELD, "weights"),
    (f"{OUTPUT}.wieght", 1, RefusalReason.UNKNOWN_FIELD, "wieght"),
    (f"{FIRST}.weight", 1, RefusalReason.UNKNOWN_FIELD, "weight"),
    (f"{FIRST}.text.fr", "Texte", RefusalReason.UNKNOWN_FIELD, "fr"),
    ("levels[1].label", "x", RefusalReason.UNKNOWN_FIELD, "label"),
    ("dimensions[2].questions[1].text.en", REMOVED, RefusalReason.MISSING_TRANSLATION, ""),
    (f"{FIRST}.indicator.id", "", RefusalReason.MISSING_TRANSLATION, ""),
    ("name.en", " ", RefusalReason.MISSING_TRANSLATION, ""),
    ("levels[5].description.en", REMOVED, RefusalReason.MISSING_TRANSLATION, ""),
    ("name.en", 7, RefusalReason.WRONG_TYPE, "7"),
    ("name", "Contoh", RefusalReason.WRONG_TYPE, "Contoh"),
    ("id", 2025, RefusalReason.WRONG_TYPE, "2025"),
    ("year", "2025", RefusalReason.WRONG_TYPE, "2025"),
    ("panel_size", True, RefusalReason.WRONG_TYPE, "True"),
    ("panel_size", 2.5, RefusalReason.WRONG_TYPE, "2.5"),
    ("levels", 5, RefusalReason.WRONG_TYPE, "5"),
    ("levels[1]", 0, RefusalReason.WRONG_TYPE, "0"),
    ("dimensions[2]", "quick_win", RefusalReason.WRONG_TYPE, "quick_win"),
    ("cohort", ["REGULER"], RefusalReason.WRONG_TYPE, "['REGULER']"),
    ("cohort", " ", RefusalReason.EMPTY_TEXT, ""),
    ("cohort", "REGU\u0001LER", RefusalReason.BAD_CHARACTER, r"'REGU\x01LER'"),
    ("id", "2020 baru", RefusalReason.BAD_ID, "2020 baru"),
    ("id", "../2020", RefusalReason.BAD_ID, "../2020"),
    ("id", "2020\n", RefusalReason.BAD_ID, "2020\n"),
    ("id", "", RefusalReason.BAD_ID, ""),
    ("id", "x" * 41, RefusalReason.BAD_ID, "x" * 41),
    (f"{OUTPUT}.key", "Output", RefusalReason.BAD_KEY, "Output"),
    (f"{FIRST}.key", "output a", RefusalReason.BAD_KEY, "output a"),
    (f"{FIRST}.key", "x" * 81, RefusalReason.BAD_KEY, "x" * 81),
    ("dimensions[2].key", "output", RefusalReason.DUPLICATE_KEY, "output"),
    (f"{OUTPUT}.questions[2].key", "output.a", RefusalReason.DUPLICATE_KEY, "output.a"),
    ("dimensions[2].questions[1].key", "output.a", RefusalReason.DUPLICATE_KEY, "output.a"),
    ("rounding", "half", RefusalReason.UNKNOWN_ROUNDING, "half"),
    ("confidence", "sure", RefusalReason.UNKNOWN_CONFIDENCE, "sure"),
    (f"{FIRST}.scope", "programme", RefusalReason.UNKNOWN_SCOPE, "programme"),
    (f"{FIRST}.pillar", "mobility", RefusalReason.UNKNOWN_PILLAR, "mobility"),
    ("year", 2016, RefusalReason.YEAR_OUT_OF_RANGE, "2016"),
    ("year", 2100, RefusalReason.YEAR_OUT_OF_RANGE, "2100"),
    ("panel_size", 0, RefusalReason.PANEL_SIZE_OUT_OF_RANGE, "0"),
    ("panel_size", 100, RefusalReason.PANEL_SIZE_OUT_OF_RANGE, "100"),
    (f"{OUTPUT}.weight", 60.5, RefusalReason.WEIGHT_NOT_WHOLE, "60.5"),
    (f"{OUTPUT}.weight", 60.0, RefusalReason.WEIGHT_NOT_WHOLE, "60.0"),
    (f"{OUTPUT}.weight", "60", RefusalReason.WRONG_TYPE, "60"),
    (f"{OUTPUT}.weight", 0, RefusalReason.WEIGHT_OUT_OF_RANGE, "0"),
    (f"{OUTPUT}.weight", -60, RefusalReason.WEIGHT_OUT_OF_RANGE, "-60"),
    (f"{OUTPUT}.weight", 101, RefusalReason.WEIGHT_OUT_OF_RANGE, "101"),
    ("dimensions", [], RefusalReason.NO_DIMENSIONS, ""),
    ("dimensions[2].questions", [], RefusalReason.EMPTY_DIMENSION, ""),
    ("levels[3].points", 5, RefusalReason.SCALE_NOT_0_TO_4, "5"),
    ("checksum", "0" * 64, RefusalReason.CHECKSUM_MISMATCH, "0" * 64),
    ("checksum", 0, RefusalReason.WRONG_TYPE, "0"),
]


@pytest.mark.parametrize(
    ("place", "value", "reason", "found"),
    REFUSED,
    ids=[f"{place}-{reason}-{number}" for number, (place, _, reason, _) in enumerate(REFUSED)],
)
def test_a_broken_rule_is_refused_with_place_and_reason(
    place: str, value: object, reason: RefusalReason, found: str
) -> None:
    refused = refusal(changed(place, value))

    assert (refused.place, refused.reason, refused.found) == (place, reason, found)


@pytest.mark.parametrize(("weight", "total"), [(39, "99"), (41, "101")])
def test_weights_that_do_not_sum_to_100_are_refused_with_their_sum(weight: int, total: str) -> None:
    refused = refusal(changed("dimensions[2].weight", weight))

    assert (refused.place, refused.reason, refused.found) == (
        "dimensions",
        RefusalReason.WEIGHTS_NOT_100,
        total,
    )


def test_the_weights_a_newspaper_printed_are_refused() -> None:
    fields = json.loads(json.dumps(SOUND))
    fields["dimensions"] = [
        {
            "key": f"d{number}",
            "name": BOTH,
            "weight": weight,
            "questions": [a_question(f"q{number}")],
        }
        for number, weight in enumerate((10, 20, 40, 30, 20))
    ]

    refused = refusal(text_of(fields))

    assert (refused.place, refused.reason, refused.found) == (
        "dimensions",
        RefusalReason.WEIGHTS_NOT_100,
        "120",
    )


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ((0, 1, 2, 3), "0, 1, 2, 3"),
        ((1, 0, 2, 3, 4), "1, 0, 2, 3, 4"),
        ((0, 1, 2, 3, 4, 4), "0, 1, 2, 3, 4, 4"),
    ],
)
def test_a_scale_that_is_not_0_to_4_is_refused(order: tuple[int, ...], found: str) -> None:
    levels = [{"points": points, "description": BOTH} for points in order]

    refused = refusal(changed("levels", levels))

    assert (refused.place, refused.reason, refused.found) == (
        "levels",
        RefusalReason.SCALE_NOT_0_TO_4,
        found,
    )


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('id = "x"\n  year = = 2', "2:10", "year = = 2"),
        ('id = "x"\nid = "y"', "2:9", 'id = "y"'),
        ('name = """abc', "1:14", 'name = """abc'),
        ("x = " + "[" * 5000, "1:1", ("x = " + "[" * 5000)[:80]),
        ("x = " + "9" * 5000, "1:1", ("x = " + "9" * 5000)[:80]),
    ],
    ids=["sign", "twice", "end", "deep", "long"],
)
def test_what_is_no_toml_is_refused_at_line_and_column(text: str, place: str, found: str) -> None:
    refused = refusal(text)

    assert refused.reason == RefusalReason.NOT_TOML
    assert (refused.place, refused.found) == (place, found)


def test_an_empty_file_misses_its_first_field() -> None:
    refused = refusal("")

    assert (refused.place, refused.reason) == ("id", RefusalReason.MISSING_FIELD)


def checksum(text: str) -> str:
    return parse_instrument(text, "x").checksum


def test_the_checksum_is_the_sha256_of_what_is_scored() -> None:
    scored = {
        "dimensions": [
            {
                "key": "output",
                "questions": [
                    {"key": "output.a", "pillar": "", "scope": "city"},
                    {"key": "output.b", "pillar": "", "scope": "city"},
                ],
                "weight": 60,
            },
            {
                "key": "quick_win",
                "questions": [{"key": "quickwin.a", "pillar": "economy", "scope": "program"}],
                "weight": 40,
            },
        ],
        "id": "kota-contoh-2025",
        "rounding": "components",
    }
    canonical = json.dumps(scored, separators=(",", ":"))

    assert checksum(text_of(SOUND)) == sha256(canonical.encode()).hexdigest()


def test_a_right_checksum_is_taken() -> None:
    stated = checksum(text_of(SOUND))

    assert checksum(changed("checksum", stated)) == stated


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("id", "another"),
        ("rounding", "total"),
        ("dimensions[1].key", "outcome"),
        ("dimensions[1].questions[1].key", "output.c"),
        ("dimensions[1].questions[1].scope", "program"),
        ("dimensions[1].questions[1].pillar", "living"),
        ("dimensions[1].questions[2]", REMOVED),
    ],
)
def test_what_decides_a_figure_changes_the_checksum(path: str, value: object) -> None:
    assert checksum(changed(path, value)) != checksum(text_of(SOUND))


def test_other_weights_change_the_checksum() -> None:
    swapped = text_of(SOUND).replace("60", "0x").replace("40", "60").replace("0x", "40")

    assert parse_instrument(swapped, "x").dimensions[0].weight == 40
    assert checksum(swapped) != checksum(text_of(SOUND))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("year", 2026),
        ("cohort", "LAIN"),
        ("panel_size", 5),
        ("confidence", "inferred"),
        ("name.en", "Other"),
        ("source.id", "Lain"),
        ("levels[1].description.id", "Lain"),
        ("dimensions[1].name.id", "Lain"),
        ("dimensions[1].questions[1].text.id", "Lain"),
        ("dimensions", SOUND["dimensions"][::-1]),
        (
            "dimensions[1].questions",
            [a_question("output.b"), a_question("output.a")],
        ),
    ],
)
def test_wording_and_order_do_not_change_the_checksum(path: str, value: object) -> None:
    assert checksum(changed(path, value)) == checksum(text_of(SOUND))
