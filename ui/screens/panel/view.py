"""How the screen is laid out: the panels, and how far the assessors agree, on two pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.building import named
from ui.screens.panel.agreement_page import AgreementPage
from ui.screens.panel.panel_page import PanelPage


class PanelView(QWidget):
    """Two pages and the way back; decides nothing."""

    page_changed = Signal()
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.panels, self.agreement = PanelPage(), AgreementPage()
        self._tabs = named(QTabBar(), "panel_tabs")
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._back = named(QPushButton(), "panel_back")
        self._pages = QStackedWidget()
        for page in (self.panels, self.agreement):
            self._pages.addWidget(page)
            self._tabs.addTab("")
        above = QHBoxLayout()
        above.setContentsMargins(8, 4, 8, 0)
        above.addWidget(self._tabs)
        above.addStretch()
        above.addWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addWidget(self._pages, 1)
        self._tabs.currentChanged.connect(self._show_page)
        self._back.clicked.connect(self.back_wanted)

    @property
    def shows_agreement(self) -> bool:
        """Whether the second page is in front."""
        return self._pages.currentWidget() is self.agreement

    def show_panels(self) -> None:
        """Bring the first page to the front."""
        self._tabs.setCurrentIndex(0)

    def switch_page(self) -> None:
        """Bring the other page to the front, and the focus into it."""
        self._tabs.setCurrentIndex(1 - self._tabs.currentIndex())
        self._focus_part(1)

    def focus_next_part(self) -> None:
        """Go to the next part of the page, after the last one to the first."""
        self._focus_part(1)

    def focus_previous_part(self) -> None:
        """Go to the part before."""
        self._focus_part(-1)

    def retranslate(self) -> None:
        """Show the fixed texts in the language in use."""
        self.panels.retranslate()
        self.agreement.retranslate()
        self._tabs.setAccessibleName(_("Panels or agreement"))
        self._tabs.setTabText(0, _("Panels of the round"))
        self._tabs.setTabText(1, _("Agreement of the assessors"))
        self._back.setText(_("Back to scorin&g"))

    def _show_page(self, place: int) -> None:
        self._pages.setCurrentIndex(place)
        self.page_changed.emit()

    def _focus_part(self, places: int) -> None:
        parts = self.agreement.parts() if self.shows_agreement else self.panels.parts()
        if not parts:
            return
        focus = QApplication.focusWidget()
        here = [place for place, part in enumerate(parts) if part is focus]
        part = parts[((here[0] if here else -1) + places) % len(parts)]
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
