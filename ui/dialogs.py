"""Short questions to the user, behind one protocol so that a test can answer them."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _

TEXT_WIDTH = 460
"""Pixels; a comfortable line of a question."""


class Dialogs(Protocol):
    """What a presenter may ask; every answer may be "no" (None, False).

    Arguments go by position, so that whoever answers may name them as it likes.
    """

    def ask_reason(self, title: str, question: str, initial: str = "", /) -> str | None:
        """Return a text that is not empty, or None when the user thinks better of it."""

    def ask_name(self, title: str, question: str, initial: str = "", /) -> str | None:
        """Return one line that is not empty, or None."""

    def confirm(self, title: str, question: str, action: str, /) -> bool:
        """Return whether the user chose the button `action`; Enter alone never chooses it."""

    def choose(self, title: str, text: str, options: Sequence[str], /) -> int | None:
        """Return the position of the option chosen, the first being the default, or None."""

    def problem(self, text: str, details: str = "", /) -> None:
        """Say what went wrong and what to do; `details` can be unfolded and copied."""

    def inform(self, title: str, text: str, details: str = "", /) -> None:
        """Say how something ended."""

    def open_file(self, title: str, pattern: str, /) -> Path | None:
        """Return a file that is there; `pattern` as Qt writes it, "TOML (*.toml)"."""

    def open_files(self, title: str, pattern: str, /) -> Sequence[Path]:
        """Return files that are there, none where the user thinks better of it."""

    def save_file(self, title: str, suggestion: Path, pattern: str, /) -> Path | None:
        """Return where to write a file."""

    def choose_folder(self, title: str, start: Path | None = None, /) -> Path | None:
        """Return a folder that is there."""


class WindowDialogs:
    """The real ones, above the window `parent`."""

    def __init__(self, parent: QWidget | None) -> None:
        self._parent = parent

    def ask_reason(self, title: str, question: str, initial: str = "") -> str | None:
        """Ask for a text of several lines."""
        return TextQuestion(self._parent, title, question, QPlainTextEdit(initial)).ask()

    def ask_name(self, title: str, question: str, initial: str = "") -> str | None:
        """Ask for one line."""
        return TextQuestion(self._parent, title, question, QLineEdit(initial)).ask()

    def confirm(self, title: str, question: str, action: str) -> bool:
        """Ask before something that is not easily taken back."""
        return self.choose(title, question, (_("Cancel"), action)) == 1

    def choose(self, title: str, text: str, options: Sequence[str]) -> int | None:
        """Offer `options` as buttons; Escape and the closing cross choose none."""
        box = self._box(QMessageBox.Icon.Question, title, text)
        buttons = [box.addButton(option, QMessageBox.ButtonRole.ActionRole) for option in options]
        for position, button in enumerate(buttons):
            button.setObjectName(f"option_{position}")
        box.setDefaultButton(buttons[0])
        closing = box.addButton(QMessageBox.StandardButton.Close)
        closing.hide()
        box.setEscapeButton(closing)
        box.exec()
        clicked = box.clickedButton()
        return next((place for place, button in enumerate(buttons) if button is clicked), None)

    def problem(self, text: str, details: str = "") -> None:
        """Show a warning with one button."""
        self._tell(self._box(QMessageBox.Icon.Warning, _("That did not work"), text), details)

    def inform(self, title: str, text: str, details: str = "") -> None:
        """Show a message with one button."""
        self._tell(self._box(QMessageBox.Icon.Information, title, text), details)

    def open_file(self, title: str, pattern: str) -> Path | None:
        """Show the desktop's chooser of files."""
        name, _pattern = QFileDialog.getOpenFileName(self._parent, title, "", pattern)
        return Path(name) if name else None

    def open_files(self, title: str, pattern: str) -> Sequence[Path]:
        """Show the desktop's chooser of several files."""
        names, _pattern = QFileDialog.getOpenFileNames(self._parent, title, "", pattern)
        return [Path(name) for name in names]

    def save_file(self, title: str, suggestion: Path, pattern: str) -> Path | None:
        """Show the desktop's chooser; nothing here is written over a file that exists.

        It does not ask whether to replace one: that is refused whatever the answer.
        """
        name, _pattern = QFileDialog.getSaveFileName(
            self._parent,
            title,
            str(suggestion),
            pattern,
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        return Path(name) if name else None

    def choose_folder(self, title: str, start: Path | None = None) -> Path | None:
        """Show the desktop's chooser of folders."""
        name = QFileDialog.getExistingDirectory(self._parent, title, str(start or ""))
        return Path(name) if name else None

    def _box(self, sign: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._parent)
        box.setObjectName("message")
        box.setIcon(sign)
        box.setWindowTitle(title)
        box.setText(text)
        return box

    def _tell(self, box: QMessageBox, details: str) -> None:
        box.setDetailedText(details)
        accept = box.addButton(_("OK"), QMessageBox.ButtonRole.AcceptRole)
        accept.setObjectName("accept")
        box.setDefaultButton(accept)
        # With details there is a button to unfold them, and Qt no longer knows which one closes.
        box.setEscapeButton(accept)
        box.exec()


class TextQuestion(QDialog):
    """Asks for a text; it can be accepted once there is one."""

    def __init__(
        self, parent: QWidget | None, title: str, question: str, field: QLineEdit | QPlainTextEdit
    ) -> None:
        super().__init__(parent)
        self.setObjectName("text_question")
        self.setWindowTitle(title)
        self._field = field
        field.setObjectName("answer")
        field.setAccessibleName(question)
        label = QLabel(question)
        label.setWordWrap(True)
        label.setMinimumWidth(TEXT_WIDTH)
        label.setBuddy(field)
        buttons = QDialogButtonBox()
        self._accept = buttons.addButton(_("OK"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("accept")
        cancel = buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setObjectName("cancel")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (label, field, buttons):
            layout.addWidget(part)
        if isinstance(field, QPlainTextEdit):
            field.setTabChangesFocus(True)
        field.textChanged.connect(self._allow)
        self._allow()

    def ask(self) -> str | None:
        """Show the question and return the answer, trimmed, or None."""
        self._field.setFocus()
        accepted = self.exec() == QDialog.DialogCode.Accepted
        return self._text() if accepted else None

    def _allow(self) -> None:
        self._accept.setEnabled(bool(self._text()))

    def _text(self) -> str:
        if isinstance(self._field, QPlainTextEdit):
            return self._field.toPlainText().strip()
        return self._field.text().strip()
