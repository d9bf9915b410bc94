"""What the menus offer for the walk, with its keys."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from resources.i18n import gettext as _


class WalkActions:
    """The walk's actions; who builds the walk says what they do."""

    def __init__(self, view: QWidget) -> None:
        def action(name: str, *keys: str) -> QAction:
            made = QAction(view)
            made.setObjectName(name)
            made.setShortcuts([QKeySequence(key) for key in keys])
            made.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            view.addAction(made)
            return made

        self.undo = action("undo", "Ctrl+Z")
        self.redo = action("redo", "Ctrl+Shift+Z", "Ctrl+Y")
        self.jump = action("jump", "Ctrl+K")
        self.next_step = action("next_step", "Ctrl+Right", "Ctrl+PgDown")
        self.previous_step = action("previous_step", "Ctrl+Left", "Ctrl+PgUp")
        self.next_part = action("next_part", "F6")
        self.previous_part = action("previous_part", "Shift+F6")
        self.lock = action("lock_assessment")
        self.reopen = action("reopen_assessment")
        self.history = action("history", "Ctrl+H")
        self.taking_part = action("taking_part")
        self._takes_part: bool | None = None
        self.regions = action("toggle_regions", "F8")
        self.result = action("toggle_result", "F9")
        for changing in (self.undo, self.redo, self.lock, self.reopen, self.history):
            changing.setEnabled(False)

    def offer_taking_part(self, takes_part: bool | None) -> None:
        """Offer the other one of the two; nothing where no region is open."""
        self._takes_part = takes_part
        self.taking_part.setEnabled(takes_part is not None)
        out, back = _("Does not &take part…"), _("&Takes part after all…")
        self.taking_part.setText(back if takes_part is False else out)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.undo.setText(_("&Undo"))
        self.redo.setText(_("&Redo"))
        self.jump.setText(_("&Jump to a region…"))
        self.next_step.setText(_("&Next step"))
        self.previous_step.setText(_("&Previous step"))
        self.next_part.setText(_("Next part of the &window"))
        self.previous_part.setText(_("Previous part of the w&indow"))
        self.lock.setText(_("&Lock the assessment"))
        self.reopen.setText(_("&Reopen…"))
        self.history.setText(_("&History…"))
        self.offer_taking_part(self._takes_part)
        self.regions.setText(_("Show or hide the &regions"))
        self.result.setText(_("Show or hide the running r&esult"))
