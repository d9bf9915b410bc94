"""Every word a person reads goes through the catalogue, and no key opens two things at once."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.translations import KEYWORDS, collect

ROOT = Path(__file__).resolve().parent.parent
PLACES = ("ui", "assessor/cli", "main.py")
SHOWING = frozenset(
    {
        # Widgets made with their text
        "QAction",
        "QCheckBox",
        "QGroupBox",
        "QLabel",
        "QMenu",
        "QPushButton",
        "QRadioButton",
        "QToolButton",
        # Texts set later
        "addAction",
        "addItem",
        "addItems",
        "addMenu",
        "addRow",
        "addTab",
        "setAccessibleDescription",
        "setAccessibleName",
        "setDetailedText",
        "setHorizontalHeaderLabels",
        "setInformativeText",
        "setItemText",
        "setPlaceholderText",
        "setPlainText",
        "setStatusTip",
        "setText",
        "setTitle",
        "setToolTip",
        "setWhatsThis",
        "setWindowTitle",
        "showMessage",
        # Our own
        "ask_name",
        "ask_reason",
        "choose",
        "choose_folder",
        "complain",
        "confirm",
        "inform",
        "open_file",
        "problem",
        "save_file",
        "say",
        "show_message",
        "show_problem",
        "tell",
        # The terminal
        "print",
        "Refused",
        "WrongUsage",
        "write",
    }
)
LOOKED_UP = frozenset(KEYWORDS)
NO_WORDS = re.compile(r"\{\w*\}|\*\.\w+")
"""A field, or the ending of file names."""


def words_that_bypass(source: str) -> list[str]:
    """Return the words shown to people in `source` that no catalogue can know."""
    return [
        text
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and called(node) in SHOWING
        for argument in (*node.args, *(keyword.value for keyword in node.keywords))
        for text in literals(argument)
        if is_words(text)
    ]


def called(node: ast.Call) -> str:
    function = node.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def literals(node: ast.AST) -> Iterator[str]:
    """Yield the texts an expression can come to, those left out that are looked up or no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.Call):
        # "text".format(…) shows the text; what another function does with it is its own matter.
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("format", "join"):
            yield from literals(node.func.value)
    elif isinstance(node, ast.IfExp):
        yield from (*literals(node.body), *literals(node.orelse))
    elif isinstance(node, ast.FormattedValue | ast.Subscript | ast.Compare | ast.Lambda):
        return
    else:
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def is_words(text: str) -> bool:
    """Return whether there is something to translate: letters beside each other, no field."""
    return re.search(r"[^\W\d_]{2}", NO_WORDS.sub("", text)) is not None


def looked_up(source: str) -> Iterator[str]:
    """Yield what `source` looks up at run time, by Python's own reading."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and called(node) in LOOKED_UP:
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


def looked_up_piecemeal(source: str) -> list[int]:
    """Return the lines that look up a text put together before: no catalogue can know it."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
        and called(node) in LOOKED_UP
        and any(isinstance(argument, ast.JoinedStr | ast.BinOp) for argument in node.args)
    ]


def files() -> list[Path]:
    found = [ROOT / place for place in PLACES]
    return sorted(
        file for place in found for file in ([place] if place.is_file() else place.rglob("*.py"))
    )


def name_of(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("file", files(), ids=name_of)
def test_no_words_bypass_the_catalogue(file: Path) -> None:
    assert words_that_bypass(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", files(), ids=name_of)
def test_no_sentence_is_put_together_before_it_is_looked_up(file: Path) -> None:
    assert looked_up_piecemeal(file.read_text(encoding="utf-8")) == []


def test_the_extractor_finds_every_sentence_that_is_looked_up() -> None:
    known = {
        text
        for message in collect(ROOT)
        for text in ([message.id] if isinstance(message.id, str) else message.id)
    }
    sources = [*files(), *(ROOT / "resources").rglob("*.py")]

    missed = {
        (name_of(file), text)
        for file in sources
        for text in looked_up(file.read_text(encoding="utf-8"))
        if text not in known
    }

    assert missed == set()


@pytest.mark.parametrize(
    "planted",
    [
        'label.setText("Ready to score")',
        'QPushButton("Export")',
        'label.setText(f"{count} regions left")',
        'label.setText("Ready" if done else _("Waiting"))',
        'label.setText("{n} left".format(n=3))',
        'menu.addAction("&Open", self.open)',
        'view.setAccessibleName(_("Region") + " chosen")',
        'print("Done", file=sys.stderr)',
        'table.setHorizontalHeaderLabels([_("Typed"), "Region"])',
        'raise WrongUsage("No such command")',
        'terminal.say(f"  {number} regions")',
    ],
)
def test_words_that_bypass_are_found(planted: str) -> None:
    assert words_that_bypass(planted)


@pytest.mark.parametrize(
    "fine",
    [
        'label.setText(_("Ready to score"))',
        'label.setText(f"{name}: {count} %")',
        'label.setText(ngettext("{n} region", "{n} regions", n).format(n=n))',
        'label.setObjectName("region_name")',
        'label.setText(" · ".join(parts))',
        'label.setText(names["region"])',
        'label.setText("–")',
        'label.setText("{old} → {new}".format(old=old, new=new))',
        'dialogs.open_file(title, _("Instruments") + " (*.toml)")',
    ],
)
def test_looked_up_words_and_signs_are_let_through(fine: str) -> None:
    assert words_that_bypass(fine) == []


def test_a_sentence_put_together_is_found() -> None:
    assert looked_up_piecemeal('_(f"{n} regions")\n_("a" + b)\n_("whole")\n') == [1, 2]
