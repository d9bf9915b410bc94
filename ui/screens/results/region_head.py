"""Above a region's page: whose it is, what its figures lack, and the figures that matter most."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.building import hint, named
from ui.theme import Status, enlarge, set_role


@dataclass(frozen=True, slots=True)
class HeadContent:
    """What stands there, in the language in use."""

    region: str
    facts: str
    """Province, cohort, instrument."""
    notice: str
    """What the figures lack; "" where nothing."""
    figures: tuple[tuple[str, str], ...]
    """Name and figure of index, rank, improvement and panel."""


class RegionHead(QWidget):
    """Names on the left, figures on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("result_head")
        self._region, self._facts = named(QLabel(), "result_name"), named(hint(), "result_facts")
        self._notice = named(QLabel(), "result_notice")
        self._notice.setWordWrap(True)
        set_role(self._notice, Status.NOTICE)
        enlarge(self._region, 1.3)
        self._firmness = named(hint(), "result_firmness")
        self._figures = [_Figure(f"result_{name}") for name in ("index", "rank", "change", "panel")]
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._region)
        names.addWidget(self._facts)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(names, 1)
        for figure in self._figures:
            row.addWidget(figure)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self._notice)
        layout.addWidget(self._firmness)

    def show_content(self, content: HeadContent) -> None:
        """Show a region's head."""
        self._region.setText(content.region)
        self._facts.setText(content.facts)
        self._notice.setText(content.notice)
        self._notice.setVisible(bool(content.notice))
        for figure, (name, value) in zip(self._figures, content.figures, strict=True):
            figure.show_figure(name, value)

    def say_firmness(self, text: str) -> None:
        """Say how firmly the rank stands; "" while that is not known."""
        self._firmness.setText(text)
        self._firmness.setVisible(bool(text))


class _Figure(QWidget):
    def __init__(self, name: str) -> None:
        super().__init__()
        self._name, self._value = QLabel(), named(QLabel(), name)
        set_role(self._name, "hint")
        enlarge(self._value, 1.15)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._name)
        layout.addWidget(self._value)

    def show_figure(self, name: str, value: str) -> None:
        self._name.setText(name)
        self._value.setText(value)
        self._value.setAccessibleName(f"{name}: {value}")
