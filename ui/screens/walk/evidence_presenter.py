"""Evidence of the current question or programme: added, opened, removed."""

import re
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from assessor.domain.errors import UserError
from assessor.domain.records import Evidence
from assessor.services.evidence import EvidenceTarget
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.messages import explain
from ui.screens.walk.desk import Desk
from ui.screens.walk.view import WalkView

WEB: Final = ("http", "https")
"""What is handed to a browser; evidence from others might name a file of this machine."""
BARE_ADDRESS: Final = re.compile(
    r"(?:www\.[\w.-]+|[\w.-]+\.(?:id|com|org|net|info|gov|int))(?::\d+)?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
"""An address without https://; a name such as "perda.pdf" or "12.2020" is a title."""


class EvidencePresenter(QObject):
    """Turns what the evidence list asks for into edits."""

    def __init__(self, desk: Desk, view: WalkView, dialogs: Dialogs) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._dialogs = dialogs
        evidence = view.detail.evidence
        evidence.file_wanted.connect(self._add_file)
        evidence.link_given.connect(self._add_link)
        evidence.opened.connect(self._open)
        evidence.removed.connect(self._remove)
        view.table.evidence_wanted.connect(self._start)

    def _start(self) -> None:
        self._view.detail.evidence.start()
        self._view.detail.ensureWidgetVisible(self._view.detail.evidence)

    def _target(self) -> EvidenceTarget | None:
        key = self._view.table.current_key()
        if key is None:
            return None
        if key.programme is not None:
            return EvidenceTarget(programme=key.programme)
        return EvidenceTarget(question=key.question)

    def _add_file(self) -> None:
        target = self._target()
        path = None if target is None else self._dialogs.open_file(_("Add evidence"), "")
        if path is not None and target is not None:
            self._attach_file(target, path)

    def _attach_file(self, target: EvidenceTarget, path: Path) -> None:
        evidence = self._desk.workspace.evidence
        self._tell(self._desk.edit(lambda opened: evidence.attach_file(opened, target, path)))

    def _add_link(self, typed: str, title: str) -> None:
        target = self._target()
        if target is None:
            return
        link = web_address(typed)
        if typed and not link:
            self._view.detail.show_problem(
                _(
                    "“{typed}” is no address on the web. Type one such as "
                    "https://example.go.id/12, or add a file."
                ).format(typed=typed)
            )
            return
        evidence = self._desk.workspace.evidence
        refused = self._desk.edit(lambda opened: evidence.attach_link(opened, target, title, link))
        if self._tell(refused):
            self._view.detail.evidence.clear_link()

    def _remove(self, piece: Evidence) -> None:
        evidence = self._desk.workspace.evidence
        if self._tell(self._desk.edit(lambda opened: evidence.remove(opened, piece.id))):
            self._view.tell(_("Evidence removed. Ctrl+Z brings it back."))

    def _open(self, piece: Evidence) -> None:
        """Hand the copy, or the address, to the desktop: nothing here reads or fetches it."""
        try:
            path = self._desk.workspace.evidence.whole_copy(piece)
        except UserError as error:
            self._tell(error)
            return
        problem = ""
        if path is not None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                problem = _("The desktop has no program to open {file} with. Open it from {path}.")
        else:
            address = QUrl.fromUserInput(piece.link)
            if address.scheme() not in WEB:
                problem = _("“{link}” is no address on the web and was not opened.")
            elif not QDesktopServices.openUrl(address):
                problem = _("The desktop has no program to open “{link}” with.")
        self._view.detail.show_problem(problem.format(file=piece.title, path=path, link=piece.link))

    def _tell(self, refused: UserError | None) -> bool:
        self._view.detail.show_problem("" if refused is None else explain(refused))
        return refused is None


def web_address(typed: str) -> str:
    """Return the address on the web that was typed, "" where it is none.

    https:// is put before one that is plainly an address without it.
    """
    scheme, is_complete, rest = typed.partition("://")
    if " " in typed or not is_complete:
        return f"https://{typed}" if BARE_ADDRESS.fullmatch(typed) else ""
    return typed if scheme.lower() in WEB and rest else ""
