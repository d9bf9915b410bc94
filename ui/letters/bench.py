"""The form on the left, the pages on the right, and below them how to get the files."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.errors import LetterIncomplete
from assessor.domain.letter_fields import LetterField
from resources.i18n import gettext as _
from resources.i18n import ngettext
from resources.i18n.letter_fields import field_name
from ui.building import hint, named
from ui.letters.form import LetterFormPanel
from ui.messages import explain
from ui.theme import Status, enlarge, set_role
from ui.widgets.entry_list import Entry, EntryList
from ui.widgets.job_progress import JobProgress
from ui.widgets.page_preview import PagePreview

LEFT_WIDTH: Final = 470
ROOM_BESIDE: Final = 820
"""Pixels; on a narrower window the pages stand below the form, and all scrolls."""
PREVIEW_HEIGHT: Final = 420
LISTED: Final = 4
"""Missing entries that are seen at once."""
NO_LIMIT: Final = 16_777_215


class LetterBench(QWidget):
    """Layout and what was asked for; decides nothing."""

    export_wanted = Signal()
    cancelled = Signal()
    folder_shown = Signal()

    def __init__(self, form: LetterFormPanel, above: QWidget | None = None) -> None:
        """Take the form, and what stands above it where there is more to choose."""
        super().__init__()
        self.form, self._above = form, above
        self.preview, self.progress = PagePreview(), JobProgress()
        named(self.preview, "preview")
        self._title, self._notice, self._missing_title = QLabel(), hint(), QLabel()
        enlarge(self._title, 1.3)
        set_role(self._notice, Status.NOTICE)
        self._missing = named(EntryList(), "missing")
        self._missing.chosen.connect(self._go_to)
        self._open_folder = named(QPushButton(), "open_folder")
        self._cancel = named(QPushButton(), "cancel")
        self._export = named(QPushButton(), "export_letter")
        set_role(self._export, "primary")
        self._open_folder.clicked.connect(self.folder_shown)
        self._cancel.clicked.connect(self.cancelled)
        self._export.clicked.connect(self.export_wanted)
        self._wanting: Mapping[LetterField, str] = {}
        self._lay_out()
        self.show_running(is_running=False)
        self._open_folder.hide()

    def show_title(self, text: str) -> None:
        """Say what this is and of which round."""
        self._title.setText(text)

    def show_notice(self, text: str) -> None:
        """Say what the letter will be marked as; nothing for ""."""
        self._notice.setText(text)
        self._notice.setVisible(bool(text))

    def show_wanting(self, wanting: Mapping[LetterField, str]) -> None:
        """List what is not set yet (""), and what was refused, why; each leads to its entry."""
        self._wanting = dict(wanting)
        number = len(wanting)
        words = (
            ngettext(
                "{number} entry is missing or cannot be used:",
                "{number} entries are missing or cannot be used:",
                number,
            )
            if any(wanting.values())
            else ngettext("{number} entry is missing:", "{number} entries are missing:", number)
        )
        nothing = _("Nothing is missing.")
        self._missing_title.setText(words.format(number=number) if number else nothing)
        set_role(self._missing_title, Status.NOTICE if number else Status.DONE)
        self._missing.show_entries(
            [Entry(_line(field, why), key=field) for field, why in wanting.items()]
        )
        self._missing.setVisible(number > 0)
        line = self._missing.sizeHintForRow(0)
        self._missing.setFixedHeight(line * min(number, LISTED) + 2 * self._missing.frameWidth())
        # The form may have grown: a logo, a refusal.
        self._arrange()

    def refuse(self, wanting: Mapping[LetterField, str]) -> None:
        """Say what keeps the letter from being written, and lead to the first such entry."""
        missing = tuple(field for field, why in wanting.items() if not why)
        said = [_line(field, why) for field, why in wanting.items() if why]
        if missing:
            said.append(explain(LetterIncomplete(missing, len(missing))))
        self.progress.say(" ".join(said))
        self.form.go_to(next(iter(wanting)))

    def show_running(self, *, is_running: bool) -> None:
        """Offer to cancel while files are written, and to write them otherwise."""
        self._cancel.setVisible(is_running)
        self._export.setVisible(not is_running)
        self._open_folder.setVisible(not is_running)

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self._missing.setAccessibleName(_("Entries that are missing"))
        self._open_folder.setText(_("&Open folder"))
        self._cancel.setText(_("Cancel"))
        self._export.setText(_("E&xport…"))
        self.form.retranslate()
        self.progress.retranslate()
        self.show_wanting(self._wanting)

    def _go_to(self, field: LetterField) -> None:
        self.form.go_to(field)

    def _lay_out(self) -> None:
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._body.setSpacing(16)
        self._left = self._build_left()
        self._body.addWidget(self._left, 2)
        self._body.addLayout(self._build_right(), 3)
        inner = QWidget()
        inner.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 0, 0)
        area = _scrolling(inner, "letter_body")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(self._title)
        layout.addWidget(self._notice)
        layout.addWidget(area, 1)

    def _build_left(self) -> QWidget:
        left = QWidget()
        layout = QVBoxLayout(left)
        layout.setContentsMargins(0, 0, 0, 0)
        if self._above is not None:
            layout.addWidget(self._above, 2)
        layout.addWidget(self._missing_title)
        layout.addWidget(self._missing)
        self._entries = _scrolling(self.form, "letter_entries")
        layout.addWidget(self._entries, 3)
        return left

    def _build_right(self) -> QVBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        for button in (self._open_folder, self._cancel, self._export):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        right = QVBoxLayout()
        right.addWidget(self.preview, 1)
        right.addLayout(foot)
        return right

    def _arrange(self) -> None:
        """Put the pages below the form where there is no room beside."""
        is_narrow = self.width() < ROOM_BESIDE
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._body.setDirection(down if is_narrow else across)
        self._left.setMaximumWidth(NO_LIMIT if is_narrow else LEFT_WIDTH)
        self._entries.setMinimumHeight(self.form.sizeHint().height() if is_narrow else 0)
        self.preview.setMinimumHeight(PREVIEW_HEIGHT if is_narrow else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything reachable on a narrow window."""
        self._arrange()
        super().resizeEvent(event)


def _line(field: LetterField, why: str) -> str:
    name = field_name(field)
    return _("{field}: {because}").format(field=name, because=why) if why else name


def _scrolling(inner: QWidget, name: str) -> QScrollArea:
    area = named(QScrollArea(), name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inner)
    return area
