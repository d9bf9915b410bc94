"""The application never talks to a network."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("assessor", "ui", "resources", "main.py")
NETWORKING = (
    "PySide6.QtNetwork",
    "PySide6.QtWebSockets",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "wsgiref",
    "xmlrpc",
)


def imported_names(tree: ast.AST) -> Iterator[str]:
    """Yield every module a file may import, inside functions too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def networking_imports(root: Path) -> list[str]:
    """Return `file: module` for each import that could open a connection."""
    places = [root / name for name in SOURCES]
    files = [file for place in places for file in ([place, *place.rglob("*.py")])]
    return sorted(
        f"{file.relative_to(root).as_posix()}: {name}"
        for file in files
        if file.is_file()
        for name in imported_names(ast.parse(file.read_bytes()))
        if any(name == module or name.startswith(f"{module}.") for module in NETWORKING)
    )


def test_no_module_imports_networking() -> None:
    assert networking_imports(ROOT) == []


@pytest.mark.parametrize(
    ("line", "module"),
    [
        ("import socket", "socket"),
        ("import os, urllib.request as web", "urllib.request"),
        ("from urllib import request", "urllib.request"),
        ("from PySide6 import QtNetwork", "PySide6.QtNetwork"),
        ("def later():\n    import http.client", "http.client"),
    ],
)
def test_a_networking_import_is_found(line: str, module: str, tmp_path: Path) -> None:
    (tmp_path / "ui" / "screens").mkdir(parents=True)
    (tmp_path / "ui" / "screens" / "planted.py").write_text(line, encoding="utf-8")

    assert networking_imports(tmp_path) == [f"ui/screens/planted.py: {module}"]


def test_taking_an_address_apart_is_no_networking(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "ui" / "links.py").write_text("from urllib.parse import urlsplit", encoding="utf-8")

    assert networking_imports(tmp_path) == []
