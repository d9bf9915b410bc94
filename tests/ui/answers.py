"""Who answers the window's questions in tests."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Answers:
    """Answers the window's questions in the order they come, and keeps what was said."""

    queue: deque[object] = field(default_factory=deque)
    said: list[str] = field(default_factory=list)
    offered: list[tuple[str, ...]] = field(default_factory=list)
    """The options of each choice, the default first."""

    def answer(self, *answers: object) -> None:
        """Give these answers to the next questions."""
        self.queue.extend(answers)

    def ask_reason(self, _title: str, question: str, _initial: str = "") -> str | None:
        return self._text(question)

    def ask_name(self, _title: str, question: str, _initial: str = "") -> str | None:
        return self._text(question)

    def confirm(self, _title: str, question: str, _action: str) -> bool:
        self.said.append(question)
        return bool(self.queue.popleft())

    def choose(self, _title: str, text: str, options: Sequence[str]) -> int | None:
        """Choose the option that begins as the answer does."""
        self.said.append(text)
        self.offered.append(tuple(options))
        wanted = self.queue.popleft()
        places = [place for place, one in enumerate(options) if one.startswith(str(wanted))]
        return None if wanted is None else places[0]

    def problem(self, text: str, _details: str = "") -> None:
        self.said.append(text)

    def inform(self, _title: str, text: str, _details: str = "") -> None:
        self.said.append(text)

    def open_file(self, _title: str, _pattern: str) -> Path | None:
        return self._path()

    def open_files(self, _title: str, _pattern: str) -> Sequence[Path]:
        found = self.queue.popleft()
        return found if isinstance(found, list) else []

    def save_file(self, _title: str, _suggestion: Path, _pattern: str) -> Path | None:
        return self._path()

    def choose_folder(self, _title: str, _start: Path | None = None) -> Path | None:
        return self._path()

    def _text(self, question: str) -> str | None:
        self.said.append(question)
        found = self.queue.popleft()
        return None if found is None else str(found)

    def _path(self) -> Path | None:
        found = self.queue.popleft()
        return found if isinstance(found, Path) else None
