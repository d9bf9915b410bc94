"""Catalogues follow the source and keep what translators wrote."""

import gettext
from pathlib import Path

import pytest

from tools import translations

OLD = """
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

msgid "Save"
msgstr "Simpan"

msgid "Gone"
msgstr "Hilang"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "view.py").write_text(
        '# Translators: on the button\n_("Save")\n'
        '_("New {name}")\nngettext("{n} region", "{n} regions", n)\nprint("Plain")\n',
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def po_file(project: Path) -> Path:
    file = project / translations.LOCALE / "id" / "LC_MESSAGES" / "assessor.po"
    file.parent.mkdir(parents=True)
    file.write_text(OLD, encoding="utf-8")
    return file


def test_only_marked_sentences_are_collected(project: Path) -> None:
    found = {message.id for message in translations.collect(project) if message.id}

    assert found == {"Save", "New {name}", ("{n} region", "{n} regions")}


def test_a_translation_stays_and_a_sentence_no_longer_used_goes(
    project: Path, po_file: Path
) -> None:
    catalogue = translations.bring_up_to_date(po_file, translations.collect(project))

    assert catalogue["Save"].string == "Simpan"
    assert "Gone" not in po_file.read_text(encoding="utf-8")


def test_a_second_update_changes_nothing(project: Path, po_file: Path) -> None:
    translations.bring_up_to_date(po_file, translations.collect(project))
    first = po_file.read_bytes()

    translations.bring_up_to_date(po_file, translations.collect(project))

    assert po_file.read_bytes() == first


def test_the_compiled_catalogue_speaks(project: Path, po_file: Path) -> None:
    translations.bring_up_to_date(po_file, translations.collect(project))

    translations.compile_catalogue(po_file)

    with po_file.with_suffix(".mo").open("rb") as stream:
        assert gettext.GNUTranslations(stream).gettext("Save") == "Simpan"
