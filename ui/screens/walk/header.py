"""Above the steps: which region this is, how far it is, and what its figures lack."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.i18n import gettext as _
from ui.theme import Status, enlarge, set_role


@dataclass(frozen=True, slots=True)
class HeaderContent:
    """What the header says, in the language in use."""

    region: str
    place: str
    state: str
    notices: tuple[tuple[str, str], ...] = ()
    """What the figures lack, shortly, with an explanation each."""
    closed_because: str = ""
    """Why nothing can be changed; empty while it can."""
    can_reopen: bool = False


class Header(QWidget):
    """Region, place, state, notices; a bar with the reason where all is read-only."""

    reopen_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk_header")
        self._region, self._place, self._state, self._notices = (QLabel() for _one in range(4))
        self._closed, self._reason = QFrame(), QLabel()
        self._reopen = QPushButton()
        self._lay_out()
        self._reopen.clicked.connect(self.reopen_wanted)
        self.retranslate()

    def show_content(self, content: HeaderContent) -> None:
        """Show a region's header."""
        self._region.setText(content.region)
        self._place.setText(content.place)
        self._state.setText(content.state)
        self._notices.setText("  ".join(f"⚠ {text}" for text, _why in content.notices))
        self._notices.setToolTip("\n\n".join(why for _text, why in content.notices))
        self._notices.setVisible(bool(content.notices))
        self._reason.setText(content.closed_because)
        self._closed.setVisible(bool(content.closed_because))
        self._reopen.setVisible(content.can_reopen)

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self._reopen.setText(_("Reopen…"))
        self._reopen.setAccessibleName(_("Reopen the assessment"))

    def _name_parts(self) -> None:
        for label, name in (
            (self._region, "region_name"),
            (self._place, "region_place"),
            (self._state, "assessment_state"),
            (self._notices, "region_notices"),
            (self._reason, "closed_because"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(40)
        enlarge(self._region, 1.3)
        set_role(self._place, "hint")
        set_role(self._notices, Status.NOTICE)
        set_role(self._reason, Status.LOCKED)
        self._reason.setWordWrap(True)
        self._reopen.setObjectName("reopen")
        self._closed.setObjectName("closed_bar")
        set_role(self._closed, "card")

    def _lay_out(self) -> None:
        self._name_parts()
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._region, stretch=1)
        above.addWidget(self._state)
        below.addWidget(self._place, stretch=1)
        below.addWidget(self._notices)
        bar = QHBoxLayout(self._closed)
        bar.setContentsMargins(8, 4, 8, 4)
        bar.addWidget(self._reason, stretch=1)
        bar.addWidget(self._reopen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(above)
        layout.addLayout(below)
        layout.addWidget(self._closed)
