"""Evidence of the current question or programme: added, opened, removed."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from assessor.domain.errors import NotFound, UserError
from assessor.domain.records import Evidence
from assessor.services.evidence import EvidenceTarget
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.messages import explain
from ui.screens.walk.desk import Desk
from ui.screens.walk.view import WalkView


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

    def _add_link(self, typed: str) -> None:
        target = self._target()
        if target is None:
            return
        title, link = title_and_link(typed)
        evidence = self._desk.workspace.evidence
        refused = self._desk.edit(lambda opened: evidence.attach_link(opened, target, title, link))
        if self._tell(refused):
            self._view.detail.evidence.clear_link()

    def _remove(self, piece: Evidence) -> None:
        evidence = self._desk.workspace.evidence
        if self._tell(self._desk.edit(lambda opened: evidence.remove(opened, piece.id))):
            self._view.tell(_("Evidence removed. Ctrl+Z brings it back."))

    def _open(self, piece: Evidence) -> None:
        path = self._desk.workspace.evidence.file_path(piece)
        if path is None:
            QDesktopServices.openUrl(QUrl.fromUserInput(piece.link))
        elif path.is_file():
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        else:
            self._tell(NotFound(path))

    def _tell(self, refused: UserError | None) -> bool:
        self._view.detail.show_problem("" if refused is None else explain(refused))
        return refused is None


def title_and_link(typed: str) -> tuple[str, str]:
    """Return the title and the address of "Title https://address": the address comes last."""
    words = typed.split()
    if len(words) > 1 and "://" in words[-1]:
        return " ".join(words[:-1]), words[-1]
    return "", typed.strip()
