"""Versions of one assessment side by side; who decides chooses field by field, or a whole side."""

import html
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from assessor.domain.edits import Field
from resources.i18n import gettext as _
from ui.building import hint, named
from ui.screens.merge.decision_items import ForkItem, title
from ui.screens.merge.difference import difference_html
from ui.screens.merge.fork_model import (
    BEFORE,
    FIRST_SIDE,
    ForkModel,
    field_name,
    shortened,
    side_name,
    value_text,
)
from ui.screens.merge.row_table import CONFIRMING, plain_table
from ui.theme import enlarge

DIGITS: Final = (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5)
"""Each chooses the side of its number."""
FIELD_WIDTH: Final = 330
DETAIL_HEIGHT: Final = 150
BUTTON_LENGTH: Final = 26


class ForkPanel(QWidget):
    """Layout and what was chosen; decides nothing."""

    chosen = Signal(object, object)
    """The address of a field, and the value that is to stand."""
    side_chosen = Signal(int)
    """The side that is to stand wherever something is asked."""

    def __init__(self) -> None:
        super().__init__()
        self._item: ForkItem | None = None
        self._title, self._hint = QLabel(), hint()
        enlarge(self._title, 1.15)
        self._model = ForkModel(self)
        self.table = plain_table("fork_table", self._model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.detail = named(QTextEdit(), "fork_detail")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFixedHeight(DETAIL_HEIGHT)
        self._whole = QHBoxLayout()
        self._sides: list[QPushButton] = []
        self.table.on_keys((Qt.Key.Key_Space, *CONFIRMING), self._choose)
        for side, key in enumerate(DIGITS):
            self.table.on_keys((key,), partial(self._choose_side, side))
        self.table.doubleClicked.connect(self._choose)
        self.table.selectionModel().currentChanged.connect(self._show_detail)
        self._model.modelReset.connect(self._arrange)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self._title, self._hint, self.table):
            layout.addWidget(part)
        layout.addLayout(self._whole)
        layout.addWidget(self.detail)
        layout.setStretchFactor(self.table, 1)

    def show_item(self, item: ForkItem) -> None:
        """Show the versions; the same ones with another decision keep their places."""
        self._item = item
        self._model.show_item(item)
        self._show_words()
        self._show_detail()

    def retranslate(self) -> None:
        """Show every text in the language in use."""
        self.table.setAccessibleName(_("Fields that differ, side by side"))
        self.detail.setAccessibleName(_("The chosen field in full"))
        if self._item is not None:
            self._model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, BEFORE)
            self.show_item(self._item)

    def _choose(self) -> None:
        side = self.table.currentIndex().column() - FIRST_SIDE
        if 0 <= side < len(self._model.sides):
            self._choose_side(side)

    def _choose_side(self, side: int) -> None:
        row = self.table.currentIndex().row()
        if 0 <= row < len(self._model.fields) and side < len(self._model.sides):
            field = self._model.fields[row]
            value = field.values[side]
            if field.conflict is not None and value in field.conflict.candidates:
                self.chosen.emit(field.address, value)

    def _arrange(self) -> None:
        """Give the columns their widths, and every side its button."""
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if self._model.columnCount():
            header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
            self.table.setColumnWidth(0, FIELD_WIDTH)
        while (entry := self._whole.takeAt(0)) is not None:
            if (button := entry.widget()) is not None:
                button.deleteLater()
        self._sides = []
        asked = any(one.conflict is not None for one in self._model.fields)
        for number, _side in enumerate(self._model.sides):
            button = named(QPushButton(), f"take_side_{number}")
            button.clicked.connect(lambda _on, number=number: self.side_chosen.emit(number))
            button.setVisible(asked)
            self._whole.addWidget(button)
            self._sides.append(button)
        self._whole.addStretch()
        if self._model.fields:
            self.table.setCurrentIndex(self._model.index(0, FIRST_SIDE))

    def _show_words(self) -> None:
        if self._item is None:
            return
        self._title.setText(f"{self._item.participant.region.name} – {title(self._item)}")
        asked = any(one.conflict is not None for one in self._item.fields)
        self._hint.setText(
            _(
                "Two versions of one revision say different things. Choose with the arrow keys "
                "and Space, or by double-click; ● marks what will stand."
            )
            if asked
            else _("The versions were joined; nothing needs a decision. ● marks what will stand.")
        )
        for button, side in zip(self._sides, self._model.sides, strict=True):
            name = side_name(side).split("\n", maxsplit=1)[0]
            button.setText(_("All of {file}").format(file=shortened(name, BUTTON_LENGTH)))
            button.setToolTip(name)
            button.setAccessibleName(_("Let all of {file} stand").format(file=name))

    def _show_detail(self) -> None:
        row = self.table.currentIndex().row()
        if self._item is None or not 0 <= row < len(self._item.fields):
            self.detail.clear()
            return
        field = self._item.fields[row]
        is_text = field.address.field is not Field.SCORE
        base = value_text(field, field.base)
        heading = html.escape(field_name(self._item, field))
        parts = [f"<p><b>{heading}</b></p>"]
        before = _("Stood before")
        parts.append(f"<p>{before}: {html.escape(base)}</p>")
        for side, value in zip(self._item.fork.sides, field.values, strict=True):
            said = value_text(field, value)
            old = str(field.base or "") if is_text else said
            shown = difference_html(old, str(value or "") if is_text else said)
            name = html.escape(side_name(side).replace("\n", ", "))
            parts.append(f"<p>{name}: {shown}</p>")
        self.detail.setHtml("".join(parts))
