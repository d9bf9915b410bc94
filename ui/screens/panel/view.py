"""How the screen is laid out: the panels, and how far the assessors agree, on two pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QTabWidget, QVBoxLayout, QWidget

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
        self._pages = named(QTabWidget(), "panel_pages")
        self._pages.setDocumentMode(True)
        self._pages.tabBar().setObjectName("panel_tabs")
        self._pages.addTab(self.panels, "")
        self._pages.addTab(self.agreement, "")
        self._back = named(QPushButton(), "panel_back")
        self._pages.setCornerWidget(self._back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.addWidget(self._pages)
        self._pages.currentChanged.connect(self.page_changed)
        self._back.clicked.connect(self.back_wanted)

    @property
    def shows_agreement(self) -> bool:
        """Whether the second page is in front."""
        return self._pages.currentWidget() is self.agreement

    def show_panels(self) -> None:
        """Bring the first page to the front."""
        self._pages.setCurrentWidget(self.panels)

    def switch_page(self) -> None:
        """Bring the other page to the front, and the focus into it."""
        self._pages.setCurrentIndex(1 - self._pages.currentIndex())
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
        self._pages.setAccessibleName(_("Panels or agreement"))
        self._pages.tabBar().setAccessibleName(_("Panels or agreement"))
        self._pages.setTabText(0, _("Panels of the round"))
        self._pages.setTabText(1, _("Agreement"))
        self._back.setText(_("Back to scorin&g"))

    def _focus_part(self, places: int) -> None:
        parts = self.agreement.parts() if self.shows_agreement else self.panels.parts()
        if not parts:
            return
        focus = QApplication.focusWidget()
        here = [place for place, part in enumerate(parts) if part is focus]
        part = parts[((here[0] if here else -1) + places) % len(parts)]
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)
