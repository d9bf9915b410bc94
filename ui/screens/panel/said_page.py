"""Everything said to one question: each author's value, reason and note, and what was settled."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextBrowser, QWidget

from resources.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Voice:
    """What one assessor said."""

    name: str
    value: str
    note: str


@dataclass(frozen=True, slots=True)
class SaidContent:
    """What is shown of a question, in the language in use."""

    context: str
    """Indicator and sub-indicator, and the programme."""
    question: str
    voices: tuple[Voice, ...]
    history: tuple[str, ...]
    """What was settled before, the newest first."""


class SaidPage(QTextBrowser):
    """Reads like a page; nothing can be changed in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_said")
        self.setTabChangesFocus(True)
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_content(self, content: SaidContent | None) -> None:
        """Show a question, or nothing."""
        if content is None:
            self.clear()
            return
        parts = [
            _paragraph(f"<small>{_html(content.context)}</small>"),
            _paragraph(f"<b>{_html(content.question)}</b>"),
            *(_voice(one) for one in content.voices),
        ]
        if content.history:
            title = _html(_("What was settled, the newest first"))
            parts.append(_paragraph(f"<b>{title}</b>"))
            parts.extend(_paragraph(_html(one)) for one in content.history)
        self.setHtml("".join(parts))

    def retranslate(self) -> None:
        """Show the texts in the language in use."""
        self.setAccessibleName(_("What was said to the question, note by note"))


def _voice(voice: Voice) -> str:
    said = f"<b>{_html(voice.name)}</b>: {_html(voice.value)}"
    return _paragraph(f"{said}<br>{_html(voice.note)}" if voice.note else said)


def _paragraph(html: str) -> str:
    return f'<p style="margin-top: 0; margin-bottom: 4px">{html}</p>'


def _html(text: str) -> str:
    """Return text of a person as it was typed; none of it is taken for markup."""
    return escape(text).replace("\n", "<br>")
