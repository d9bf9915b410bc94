"""Two raw inserts in one transaction that is on disk when it ends."""

import sqlite3
from pathlib import Path


class RawCommits:
    """A bare SQLite file, in the same mode as a workspace: WAL, synchronous = FULL."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE answer (question TEXT, points INTEGER)")
        self._connection.execute("CREATE TABLE change (at TEXT, old TEXT, new TEXT)")

    def commit(self, question: str, points: int) -> None:
        """Insert a score and its line in a log."""
        connection = self._connection
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO answer VALUES (?, ?)", (question, points))
        connection.execute("INSERT INTO change VALUES (?, ?, ?)", ("2024-11-25", None, str(points)))
        connection.execute("COMMIT")

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
