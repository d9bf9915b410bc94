"""What the menus offer while panels are shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from resources.i18n import gettext as _


class PanelActions:
    """The screen's own actions; who builds the screen says what they do."""

    def __init__(self, view: QWidget) -> None:
        def action(name: str, keys: str) -> QAction:
            made = QAction(view)
            made.setObjectName(name)
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            view.addAction(made)
            return made

        self.jump = action("jump_to_panel", "Ctrl+K")
        self.next_open = action("next_to_settle", "F3")
        self.previous_open = action("previous_to_settle", "Shift+F3")
        self.walk = action("back_to_walk", "Ctrl+Shift+W")
        self.next_part = action("next_panel_part", "F6")
        self.previous_part = action("previous_panel_part", "Shift+F6")
        self.switch = action("switch_panel_page", "F4")

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.jump.setText(_("&Jump to a region…"))
        self.next_open.setText(_("&Next question to settle"))
        self.previous_open.setText(_("Pre&vious question to settle"))
        self.walk.setText(_("Back to &scoring"))
        self.next_part.setText(_("Next part of the &window"))
        self.previous_part.setText(_("Previous part of the w&indow"))
        self.switch.setText(_("Panels or &agreement"))
