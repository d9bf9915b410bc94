"""What Qt itself says, in the language in use: menus of text fields, the chooser of files.

Qt speaks English of its own accord and ships no Indonesian. A desktop's own chooser of files
speaks the desktop's language and is not asked here.
"""

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import QCoreApplication, QTranslator

from resources.i18n import N_, SOURCE, language
from resources.i18n import gettext as _

_FIELD: Final = frozenset(
    {
        N_("&Undo"),
        N_("&Redo"),
        N_("Cu&t"),
        N_("&Copy"),
        N_("&Paste"),
        N_("Delete"),
        N_("Select All"),
    }
)
_FILES: Final = frozenset(
    {
        N_("&Look in:"),
        N_("File &name:"),
        N_("Directory:"),
        N_("Files of &type:"),
        N_("&Open"),
        N_("Open"),
        N_("&Save"),
        N_("Save As"),
        N_("&Choose"),
        N_("Find Directory"),
        N_("Directories"),
        N_("Files"),
        N_("All Files (*)"),
        N_("&Rename"),
        N_("&Delete"),
        N_("&New Folder"),
        N_("New Folder"),
        N_("Show "),
        N_("Show &hidden files"),
        N_("Recent Places"),
        N_("Remove"),
        N_("Back"),
        N_("Go back"),
        N_("Forward"),
        N_("Go forward"),
        N_("Parent Directory"),
        N_("Go to the parent directory"),
        N_("Create New Folder"),
        N_("Create a New Folder"),
        N_("List View"),
        N_("Change to list view mode"),
        N_("Detail View"),
        N_("Change to detail view mode"),
        N_("Sidebar"),
        N_("List of places and bookmarks"),
        N_("%1 already exists.\nDo you want to replace it?"),
        N_("%1\nFile not found.\nPlease verify the correct file name was given."),
        N_("%1\nDirectory not found.\nPlease verify the correct directory name was given."),
        N_("Are you sure you want to delete '%1'?"),
        N_("'%1' is write protected.\nDo you want to delete it anyway?"),
        N_("Could not delete directory."),
    }
)
WORDS: Final[Mapping[str, Collection[str]]] = {
    "QLineEdit": _FIELD,
    "QWidgetTextControl": _FIELD,
    "QAbstractSpinBox": {
        N_("&Select All"),
        N_("&Step up"),
        N_("Step &down"),
    },
    "QFileDialog": _FILES,
    "QFileSystemModel": {
        N_("Name"),
        N_("Size"),
        N_("Type"),
        N_("Kind"),
        N_("Date Modified"),
        N_("Computer"),
        N_("My Computer"),
    },
    "QAbstractFileIconProvider": {
        N_("Drive"),
        N_("File"),
        N_("Folder"),
    },
    "QMessageBox": {
        N_("Show Details..."),
        N_("Hide Details..."),
    },
    "QPlatformTheme": {
        N_("OK"),
        N_("Open"),
        N_("Save"),
        N_("&Yes"),
        N_("&No"),
        N_("Cancel"),
        N_("Close"),
    },
}
"""What Qt asks for, by its own contexts."""


class QtWords(QTranslator):
    """Answers Qt from the catalogue; the application keeps it."""

    def install(self) -> None:
        """Let Qt ask from now on."""
        QCoreApplication.installTranslator(self)

    def isEmpty(self) -> bool:  # noqa: N802  Qt's own name
        """Return that there is something to ask for."""
        return False

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  Qt's own name
        _disambiguation: str | None = None,
        _number: int = -1,
    ) -> str | None:
        """Return the words in the language in use; None leaves Qt's English."""
        if language() == SOURCE or sourceText not in WORDS.get(context, ()):
            return None
        return _(sourceText)
