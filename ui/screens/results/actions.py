"""What the menus offer while results are shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from resources.i18n import gettext as _


class ResultsActions:
    """The screen's own actions; who builds the screen says what they do."""

    def __init__(self, view: QWidget, table: QWidget) -> None:
        def action(name: str, keys: str, place: QWidget = view) -> QAction:
            made = QAction(view)
            made.setObjectName(name)
            made.setShortcut(QKeySequence(keys))
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            place.addAction(made)
            return made

        self.jump = action("jump_to_result", "Ctrl+K")
        self.compare = action("compare_regions", "Ctrl+Shift+C")
        self.copy = action("copy_results", "Ctrl+C", table)
        self.next_region = action("next_result", "F3")
        self.previous_region = action("previous_result", "Shift+F3")
        self.back = action("back_to_results", "Alt+Left")
        self.walk = action("back_to_scoring", "Ctrl+Shift+W")
        self.next_tab = action("next_result_tab", "Ctrl+PgDown")
        self.previous_tab = action("previous_result_tab", "Ctrl+PgUp")
        self.next_part = action("next_result_part", "F6")
        self.previous_part = action("previous_result_part", "Shift+F6")
        self.switch = action("switch_results_page", "F4")

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.jump.setText(_("&Jump to a region…"))
        self.compare.setText(_("Put regions side by si&de"))
        self.copy.setText(_("&Copy the selected results as a table"))
        self.next_region.setText(_("Ne&xt region of the table"))
        self.previous_region.setText(_("Previous region of the ta&ble"))
        self.back.setText(_("All re&gions"))
        self.walk.setText(_("Back to &scoring"))
        self.next_tab.setText(_("Next pag&e of the region"))
        self.previous_tab.setText(_("Previous page &of the region"))
        self.next_part.setText(_("Next part of the &window"))
        self.previous_part.setText(_("Previous part of the w&indow"))
        self.switch.setText(_("Results or ran&k robustness"))
