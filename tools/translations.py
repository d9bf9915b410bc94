"""Bring every language's catalogue up to date with the source and compile it.

Sentences marked by `_`, `N_` and `ngettext` are added to
resources/i18n/locale/<language>/LC_MESSAGES/assessor.po, those no longer used are dropped,
translations stay, and assessor.mo is written beside it.
"""

from collections.abc import Iterable
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = Path("resources", "i18n", "locale")
SOURCES = ("assessor", "ui", "resources", "main.py")
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
COMMENT_TAGS = ("Translators:",)
LINE_WIDTH = 100


def source_files(root: Path) -> Iterable[Path]:
    """Yield the Python files that may hold sentences, in a fixed order."""
    for name in SOURCES:
        place = root / name
        yield from sorted(place.rglob("*.py")) if place.is_dir() else [place] * place.exists()


def collect(root: Path) -> Catalog:
    """Return the sentences of the source, each with the files (no line numbers) that use it."""
    template = Catalog()
    for file in source_files(root):
        shown = file.relative_to(root).as_posix()
        found = extract_from_file(
            "python", file, keywords=KEYWORDS, comment_tags=COMMENT_TAGS, strip_comment_tags=True
        )
        for line, message, comments, context in found:
            template.add(
                message, locations=[(shown, line)], auto_comments=comments, context=context
            )
    return template


def bring_up_to_date(po_file: Path, template: Catalog) -> Catalog:
    """Rewrite a catalogue with the sentences of `template`; the same input gives the same file."""
    language = po_file.parent.parent.name
    with po_file.open("rb") as stream:
        catalogue = read_po(stream, locale=language)
    # Only a changed translation may change the file, so no new date is put in.
    template.creation_date = catalogue.creation_date
    catalogue.update(template, no_fuzzy_matching=True)
    with po_file.open("wb") as stream:
        write_po(
            stream,
            catalogue,
            width=LINE_WIDTH,
            sort_by_file=True,
            include_lineno=False,
            ignore_obsolete=True,
        )
    return catalogue


def compile_catalogue(po_file: Path) -> None:
    """Write the .mo file that belongs to a .po file, beside it."""
    with po_file.open("rb") as stream:
        catalogue = read_po(stream, locale=po_file.parent.parent.name)
    with po_file.with_suffix(".mo").open("wb") as stream:
        write_mo(stream, catalogue)


def is_translated(message: Message) -> bool:
    """Say whether every plural form has its words; a sentence without number has one form."""
    forms = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return all(forms)


def main() -> None:
    """Update and compile every catalogue; say how many sentences still wait."""
    template = collect(ROOT)
    for po_file in sorted((ROOT / LOCALE).glob("*/LC_MESSAGES/assessor.po")):
        catalogue = bring_up_to_date(po_file, template)
        compile_catalogue(po_file)
        waiting = sum(not is_translated(message) for message in catalogue if message.id)
        print(f"{po_file.relative_to(ROOT)}: {len(catalogue)} sentences, {waiting} untranslated")


if __name__ == "__main__":
    main()
