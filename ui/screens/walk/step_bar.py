"""The steps of the walk with their progress: dimensions, narrative, review."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from resources.i18n import gettext as _
from ui.theme import Status, status_colour

PADDING: Final = 6
LINE: Final = 3
"""Thickness of the line of progress."""
NARROWEST: Final = 54


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is shown; `done` and `total` are questions, or lists of the narrative."""

    key: str
    name: str
    done: int | None = None
    """None while it is not worked out."""
    total: int = 0
    counting: str = ""
    """How it is counted, where that is not plain."""

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to do in it."""
        return self.done is not None and self.done >= self.total

    @property
    def progress(self) -> str:
        """How far it is, "3/5"; empty while that is not worked out."""
        return "" if self.done is None else f"{self.done}/{self.total}"

    @property
    def share(self) -> float:
        """How much of it is done, from 0 to 1."""
        if self.done is None:
            return 0.0
        return self.done / self.total if self.total else 1.0


class StepBar(QWidget):
    """One button for each step; the arrow keys go from one to the next."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_bar")
        self._group = QButtonGroup(self)
        self._buttons: dict[str, _StepButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(2)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show `steps`; buttons that stand there already are kept."""
        if [step.key for step in steps] != list(self._buttons):
            self._rebuild([step.key for step in steps])
        for step in steps:
            self._buttons[step.key].show_step(step)

    def select(self, key: str) -> None:
        """Show which step is open."""
        if key in self._buttons:
            self._buttons[key].setChecked(True)

    def start(self) -> None:
        """Put the focus on the open step."""
        checked = self._group.checkedButton()
        if checked is not None:
            checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        """Name the bar in the language in use."""
        self.setAccessibleName(_("Steps of the walk"))

    def _rebuild(self, keys: Sequence[str]) -> None:
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for key in keys:
            button = _StepButton(self)
            button.setObjectName(f"step_{key}")
            button.clicked.connect(lambda _on, key=key: self.chosen.emit(key))
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[key] = button


class _StepButton(QAbstractButton):
    """Name, "3/5" and a line that fills; complete says so with a tick."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = Step("", "")
        self.setCheckable(True)
        # A click leaves the focus to the page of the step.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_step(self, step: Step) -> None:
        """Show name and progress."""
        if step == self._step:
            return
        self._step = step
        self.setText(step.name)
        lines = (step.name, step.progress, step.counting)
        self.setToolTip("\n".join(line for line in lines if line))
        spoken = _("{step}: {done} of {total}") if step.progress else "{step}"
        self.setAccessibleName(spoken.format(step=step.name, done=step.done, total=step.total))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the room of the name."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * PADDING
        return QSize(max(width, NARROWEST), 2 * self.fontMetrics().height() + 2 * PADDING)

    def minimumSizeHint(self) -> QSize:
        """Shrink where there is no room; the name is shortened then."""
        return QSize(NARROWEST, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint in the palette's colours; the open step stands on the ground of the page."""
        del event
        painter = QPainter(self)
        colours = self.palette()
        rect = self.rect()
        if self.isChecked():
            painter.fillRect(rect, colours.color(QPalette.ColorRole.Base))
        elif self.underMouse():
            painter.fillRect(rect, colours.color(QPalette.ColorRole.Midlight))
        self._paint_text(painter, rect.adjusted(PADDING, PADDING - 2, -PADDING, -LINE - 1))
        self._paint_progress(painter, QRect(0, rect.bottom() - LINE + 1, rect.width(), LINE))
        if self.hasFocus():
            painter.setPen(QPen(colours.color(QPalette.ColorRole.Accent), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_text(self, painter: QPainter, inner: QRect) -> None:
        if self.isChecked():
            bold = QFont(self.font())
            bold.setBold(True)
            painter.setFont(bold)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        name = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
        if self._step.progress:
            status = Status.DONE if self._step.is_complete else Status.OPEN
            tick = "✓ " if self._step.is_complete else ""
            bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
            painter.setFont(self.font())
            painter.setPen(status_colour(status))
            painter.drawText(inner, bottom, f"{tick}{self._step.progress}")

    def _paint_progress(self, painter: QPainter, line: QRect) -> None:
        painter.fillRect(line, self.palette().color(QPalette.ColorRole.Midlight))
        if self._step.share:
            line.setWidth(round(line.width() * self._step.share))
            painter.fillRect(line, self.palette().color(QPalette.ColorRole.Highlight))
