"""What the program is, and what it is made of."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assessor import __version__
from resources.i18n import gettext as _
from ui.building import closing_button, fit_to_screen, named
from ui.theme import enlarge, icon_in_colour

MARK_SIZE: Final = 64
TEXT_WIDTH: Final = 420
COMPONENTS: Final = (
    ("Python", "PSF-2.0"),
    ("Qt, PySide6-Essentials, shiboken6", "LGPL-3.0"),
    ("SQLAlchemy", "MIT"),
    ("Alembic", "MIT"),
    ("Mako", "MIT"),
    ("MarkupSafe", "BSD-3-Clause"),
    ("openpyxl", "MIT"),
    ("et_xmlfile", "MIT"),
    ("defusedxml", "PSF-2.0"),
    ("python-calamine", "MIT"),
    ("platformdirs", "MIT"),
    ("filelock", "MIT"),
    ("typing_extensions", "PSF-2.0"),
)
"""What is installed beside the program, with the licence each is under."""


class _Information(QDialog):
    """A dialog that only tells; Escape closes it."""

    def __init__(self, parent: QWidget | None, name: str, title: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowTitle(title)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(24, 20, 24, 16)
        self._layout.setSpacing(12)

    def _add_text(self, words: str) -> None:
        """Add a paragraph, as high as its lines: a layout alone would cut the last one off."""
        text = QLabel(words)
        text.setWordWrap(True)
        text.setFixedWidth(TEXT_WIDTH)
        text.ensurePolished()
        text.setMinimumHeight(text.heightForWidth(TEXT_WIDTH))
        self._layout.addWidget(text)


class AboutDialog(_Information):
    """Name, version, purpose, licence."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "about", _("About this program"))
        mark, name = QLabel(), QLabel(_("Smart City Assessor"))
        mark.setPixmap(icon_in_colour("assessor").pixmap(MARK_SIZE, MARK_SIZE))
        enlarge(name, 1.5)
        for part in (mark, name):
            self._layout.addWidget(part)
        self._add_text(
            _(
                "Version {version}. For assessors of Indonesia's smart city programme: score, "
                "compare, export. It works without a network and sends nothing anywhere.\n\n"
                "Not an official program of a ministry. Free software under the MIT licence."
            ).format(version=__version__)
        )
        self._layout.addWidget(closing_button(self))


class NoticesDialog(_Information):
    """The libraries and their licences."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "notices", _("Open-source notices"))
        self._add_text(
            _(
                "This program stands on the work of others. Their licences lie beside each "
                "library where it is installed. Qt is used as a separate library under the "
                "LGPL and can be replaced by another build of it."
            )
        )
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(1, 1)
        for row, (component, licence) in enumerate(COMPONENTS):
            for place, words in enumerate((component, licence)):
                label = QLabel(words)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                grid.addWidget(label, row, place)
        area = named(QScrollArea(), "components")
        area.setAccessibleName(_("Libraries and their licences"))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(table)
        self._layout.addWidget(area, 1)
        self._layout.addWidget(closing_button(self))
        wanted = self.sizeHint().height() + table.sizeHint().height() - area.sizeHint().height()
        fit_to_screen(self, self.sizeHint().width(), wanted)
