"""What the menus offer whatever the screen."""

from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from resources.i18n import gettext as _


class WindowActions:
    """The window's own actions; who builds the window says what they do."""

    def __init__(self, window: QWidget) -> None:
        action = partial(_action, window)
        self.new_round = action("new_round", QKeySequence.StandardKey.New)
        self.rounds = action("rounds", "Ctrl+Shift+R")
        self.panels = action("panels", "Ctrl+Shift+P")
        self.results = action("results", "Ctrl+R")
        self.open_workspace = action("open_workspace", QKeySequence.StandardKey.Open)
        self.new_workspace = action("new_workspace")
        self.workspace_folder = action("workspace_folder")
        self.export_sheets = action("export_sheets", "Ctrl+E")
        self.letter = action("letter", "Ctrl+L")
        self.evidence_requests = action("evidence_requests")
        self.export_annex = action("export_annex")
        self.merge_sheets = action("merge_sheets", "Ctrl+M")
        self.last_year = action("last_year")
        self.open_assignment = action("open_assignment")
        self.print_preview = action("print_preview")
        self.print = action("print", QKeySequence.StandardKey.Print)
        self.back_up = action("back_up")
        self.who_you_are = action("who_you_are")
        self.quit = action("quit", QKeySequence.StandardKey.Quit, QAction.MenuRole.QuitRole)
        self.guide = action("guide_of_screen", "Shift+F1")
        self.keyboard_map = action("keyboard_map", QKeySequence.StandardKey.HelpContents)
        self.check_code = action("check_code")
        self.about = action("about", role=QAction.MenuRole.AboutRole)
        self.notices = action("notices")

    def of_workspace(self) -> tuple[QAction, ...]:
        """Return what only works while a workspace is open."""
        return (
            self.new_round,
            self.rounds,
            self.workspace_folder,
            self.export_sheets,
            self.letter,
            self.export_annex,
            self.merge_sheets,
            self.last_year,
            self.open_assignment,
            self.print_preview,
            self.print,
            self.check_code,
            self.back_up,
            self.who_you_are,
        )

    def of_round(self) -> tuple[QAction, ...]:
        """Return what is offered in the menu of the region while a round is open."""
        return (self.panels, self.results, self.evidence_requests)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.new_round.setText(_("&New round…"))
        self.rounds.setText(_("&Rounds"))
        self.panels.setText(_("P&anel of this round…"))
        self.results.setText(_("Res&ults of this round…"))
        self.open_workspace.setText(_("&Open workspace…"))
        self.new_workspace.setText(_("New &workspace…"))
        self.workspace_folder.setText(_("Show workspace &folder"))
        self.export_sheets.setText(_("&Export score sheets…"))
        self.letter.setText(_("&Letter…"))
        self.evidence_requests.setText(_("Evidence re&quests…"))
        self.export_annex.setText(_("Export anne&x…"))
        self.last_year.setText(_("Import last year's &table…"))
        self.merge_sheets.setText(_("&Merge score sheets…"))
        self.open_assignment.setText(_("Open ass&ignment…"))
        self.print_preview.setText(_("Print pre&view…"))
        self.print.setText(_("&Print…"))
        self.back_up.setText(_("&Back up now…"))
        self.who_you_are.setText(_("&Your name and institution…"))
        self.quit.setText(_("&Quit"))
        self.guide.setText(_("&Guide"))
        self.keyboard_map.setText(_("&Keyboard map"))
        self.check_code.setText(_("&Check a printed code…"))
        self.about.setText(_("&About this program"))
        self.notices.setText(_("Open-source &notices"))


def _action(
    window: QWidget,
    name: str,
    keys: QKeySequence.StandardKey | str | None = None,
    role: QAction.MenuRole = QAction.MenuRole.TextHeuristicRole,
) -> QAction:
    made = QAction(window)
    made.setObjectName(name)
    made.setMenuRole(role)
    if keys is not None:
        made.setShortcut(QKeySequence(keys))
    return made
