"""A chart in a frame: in the theme's colours, as text on demand, to be saved as a picture."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.charts.chart import Chart
from ui.charts.colours import screen_colours
from ui.theme import set_role

SMALLEST: Final = QSize(280, 230)
COMFORTABLE: Final = QSize(460, 320)
MARGIN: Final = 4.0


class ChartCard(QFrame):
    """Shows a `Chart`; its text says the same to a screen reader, and to whoever asks for it."""

    save_wanted = Signal(object)
    """The `Chart` to save."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        set_role(self, "card")
        self._title = QLabel()
        self._title.setWordWrap(True)
        self._canvas = named(_Canvas(), f"{name}_canvas")
        self._words = named(QPlainTextEdit(), f"{name}_words")
        self._words.setReadOnly(True)
        self._words.setTabChangesFocus(True)
        self._as_text = named(QPushButton(), f"{name}_as_text")
        self._as_text.setCheckable(True)
        self._save = named(QPushButton(), f"{name}_save")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._canvas)
        self._stack.addWidget(self._words)
        self._as_text.toggled.connect(lambda on: self._stack.setCurrentIndex(int(on)))
        self._save.clicked.connect(self._want_saved)
        self._chart: Chart | None = None
        self.setFocusProxy(self._canvas)
        self._lay_out()

    def show_chart(self, chart: Chart, heading: str) -> None:
        """Show `chart` under a short heading; its own title also names region and round."""
        self._chart = chart
        self._title.setText(heading)
        self._canvas.show_chart(chart)
        self._words.setPlainText(chart.text)
        for part in (self._canvas, self._words):
            part.setAccessibleName(chart.title)
        self._canvas.setAccessibleDescription(chart.text)
        for button, words in (
            (self._as_text, _("Figures as text: {chart}")),
            (self._save, _("Save picture: {chart}")),
        ):
            button.setAccessibleName(words.format(chart=heading))

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self._as_text.setText(_("As text"))
        self._save.setText(_("Save picture…"))

    def _lay_out(self) -> None:
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        above = QHBoxLayout()
        above.addWidget(self._title, 1)
        above.addWidget(self._as_text)
        above.addWidget(self._save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        layout.addLayout(above)
        layout.addWidget(self._stack, 1)

    def _want_saved(self) -> None:
        if self._chart is not None:
            self.save_wanted.emit(self._chart)


class _Canvas(QWidget):
    """Paints in the colours of the theme in use; reached with the keyboard so that it is read."""

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, chart: Chart) -> None:
        """Paint `chart` from now on."""
        self._chart = chart
        self.update()

    def sizeHint(self) -> QSize:
        """Return a comfortable size."""
        return COMFORTABLE

    def minimumSizeHint(self) -> QSize:
        """Return the size below which labels would lie over each other."""
        return SMALLEST

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the chart, and a frame where it has the focus."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._chart is not None:
            inside = QRectF(self.rect()).adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)
            self._chart.paint(painter, inside, screen_colours())
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()
