"""The Indonesian catalogue is whole, says what the source says, and is compiled."""

import importlib.util
import string
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from resources import i18n

ROOT = Path(__file__).resolve().parents[3]
PO_FILE = ROOT / "resources" / "i18n" / "locale" / "id" / "LC_MESSAGES" / "assessor.po"


def load(name: str) -> ModuleType:
    """Return one of the tools as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(text: bytes) -> Catalog:
    return read_po(BytesIO(text), locale="id")


@pytest.fixture(scope="module")
def catalogue() -> Catalog:
    return read(PO_FILE.read_bytes())


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def sources(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [message.id]


def translations(message: Message) -> list[str]:
    forms = message.string if isinstance(message.string, tuple | list) else [message.string]
    return [form or "" for form in forms]


def fields(text: str) -> set[str]:
    """Return the named fields of a sentence."""
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def untranslated(catalogue: Catalog) -> list[str]:
    return [sources(one)[0] for one in messages(catalogue) if not all(translations(one))]


def unsure(catalogue: Catalog) -> list[str]:
    return [sources(one)[0] for one in messages(catalogue) if one.fuzzy]


def with_other_fields(catalogue: Catalog) -> list[str]:
    """Return the sentences whose translation does not have the fields of the source."""
    return [
        sources(one)[0]
        for one in messages(catalogue)
        for text in translations(one)
        # A singular may name its number in words; the plural has all fields there are.
        if text and fields(text) != fields(sources(one)[-1])
    ]


def with_other_keys(catalogue: Catalog) -> list[str]:
    """Return the texts of menus and buttons that lost their key, or got one."""
    return [
        sources(one)[0]
        for one in messages(catalogue)
        for text in translations(one)
        if text and ("&" in text.replace("&&", "")) != ("&" in sources(one)[0].replace("&&", ""))
    ]


def test_nothing_is_left_untranslated(catalogue: Catalog) -> None:
    assert untranslated(catalogue) == []


def test_nothing_is_unsure(catalogue: Catalog) -> None:
    assert unsure(catalogue) == []


def test_a_translation_has_the_fields_of_its_source(catalogue: Catalog) -> None:
    assert with_other_fields(catalogue) == []


def test_a_menu_entry_keeps_a_key(catalogue: Catalog) -> None:
    ampersands_as_words = {"KPPN & IKN"}

    assert set(with_other_keys(catalogue)) <= ampersands_as_words


def test_it_holds_what_the_source_says_and_nothing_else(catalogue: Catalog) -> None:
    template = load("translations").collect(ROOT)

    said = {(one.context, *sources(one)) for one in messages(template)}

    assert {(one.context, *sources(one)) for one in messages(catalogue)} == said


def test_it_is_compiled(catalogue: Catalog) -> None:
    expected = BytesIO()
    write_mo(expected, catalogue)

    assert PO_FILE.with_suffix(".mo").read_bytes() == expected.getvalue()


def test_the_window_speaks_it(catalogue: Catalog) -> None:
    with PO_FILE.with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)

    file_menu = catalogue.get("&File")
    assert file_menu is not None
    assert compiled.gettext("&File") == file_menu.string != "&File"


def test_every_language_offered_has_words() -> None:
    with_catalogue = {path.parents[1].name for path in PO_FILE.parents[2].rglob("assessor.po")}

    assert set(i18n.LANGUAGES) == with_catalogue | {i18n.SOURCE}


SPOILED = b"""
msgid ""
msgstr "Content-Type: text/plain; charset=utf-8\\n"

msgid "No words"
msgstr ""

#, fuzzy
msgid "Not sure"
msgstr "Tidak yakin"

msgid "{path} is not there."
msgstr "{berkas} tidak ada."

msgid "&Open"
msgstr "Buka"
"""


def test_what_is_wrong_is_found() -> None:
    spoiled = read(SPOILED)

    assert untranslated(spoiled) == ["No words"]
    assert unsure(spoiled) == ["Not sure"]
    assert with_other_fields(spoiled) == ["{path} is not there."]
    assert with_other_keys(spoiled) == ["&Open"]
