"""How the walk is laid out: regions, the region's steps, the running result."""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.i18n import gettext as _
from ui.messages import explain
from ui.screens.walk.detail_panel import DetailPanel
from ui.screens.walk.header import Header
from ui.screens.walk.narrative_page import NarrativePage, section_name
from ui.screens.walk.programme_column import ProgrammeColumn
from ui.screens.walk.question_table import QuestionTable
from ui.screens.walk.region_list import RegionList
from ui.screens.walk.result_panel import ResultPanel
from ui.screens.walk.review_page import ReviewPage
from ui.screens.walk.step_bar import StepBar
from ui.theme import Status, enlarge, set_role
from ui.widgets.unsaved import UnsavedTexts

REGION_WIDTH: Final = 240
RESULT_WIDTH: Final = 290
PROGRAMME_WIDTH: Final = 250
TABLE_HEIGHT: Final = 380
DETAIL_HEIGHT: Final = 220
LEAST_TABLE_HEIGHT: Final = 100
ROOM_FOR_RESULT: Final = 1100
ROOM_FOR_REGIONS: Final = 720
"""Pixels of the whole screen; below, the column is folded away until it is asked for."""


class WalkView(QWidget):
    """Three columns; the middle one holds header, steps and the page of the open step."""

    def __init__(self, new_token: Callable[[], str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("walk")
        self.regions = RegionList()
        self.header = Header()
        self.steps = StepBar()
        self.programmes = ProgrammeColumn()
        self.table = QuestionTable("questions")
        self.detail = DetailPanel(new_token)
        self.narrative = NarrativePage(new_token)
        self.review = ReviewPage()
        self.result = ResultPanel()
        self._caption, self._notice, self._empty = QLabel(), QLabel(), QLabel()
        self._stack = QStackedWidget()
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.questions = QSplitter(Qt.Orientation.Horizontal)
        self.question_and_detail = QSplitter(Qt.Orientation.Vertical)
        self._middle = QWidget()
        self._lay_out()

    def show_page(self, page: QWidget) -> None:
        """Show the page of a step: the questions, the narrative or the review."""
        self._stack.setCurrentWidget(page)
        for part in (self.header, self.steps, self._caption_row):
            part.setVisible(page is not self._empty)
        self.result.setVisible(page is not self._empty and self._has_room_for_result())

    def show_empty(self, text: str) -> None:
        """Say what to do while no region is open."""
        self._empty.setText(text)
        self.show_page(self._empty)

    def caption(self, text: str) -> None:
        """Name what the page is about, in one line above it."""
        if self._caption.text() != text:
            self._caption.setText(text)
            self._caption.setToolTip(text)

    def tell(self, text: str) -> None:
        """Say in one line what just happened; nothing for ""."""
        if self._notice.text() != text:
            self._notice.setText(text)
            self._notice.setVisible(bool(text))

    def focus_page(self) -> None:
        """Put the focus where the open step is worked on."""
        page = self._stack.currentWidget()
        if page is self.narrative:
            self.narrative.start()
        elif page is self.review:
            self.review.start()
        elif page is self._empty:
            self.regions.view.setFocus()
        elif self.detail.isHidden():
            self.programmes.list.setFocus()
        else:
            self.table.setFocus()

    def focus_next_part(self) -> None:
        """Go to the next part of the window, after the last one to the first."""
        self._focus_part(1)

    def focus_previous_part(self) -> None:
        """Go to the part before."""
        self._focus_part(-1)

    def jump(self) -> None:
        """Let a region be searched for."""
        self.regions.show()
        self.regions.jump()

    def toggle_regions(self) -> None:
        """Show the regions, or fold them away."""
        self.regions.setVisible(self.regions.isHidden())

    def toggle_result(self) -> None:
        """Show the running result, or fold it away."""
        self.result.setVisible(self.result.isHidden())

    def fold_regions_if_narrow(self) -> None:
        """Give the room of the regions back where it is scarce."""
        self.regions.setVisible(self.width() >= ROOM_FOR_REGIONS)

    def try_again(self) -> None:
        """Hand over once more what was refused, also of regions that are not shown now."""
        for _name, texts in self._texts():
            texts.try_again()

    def unsaved(self) -> tuple[str, ...]:
        """Return what could not be saved and why, in words."""
        return tuple(
            f"{name}: {explain(refused.why)}"
            for name, texts in self._texts()
            for refused in texts.all
        )

    def _texts(self) -> Iterator[tuple[str, UnsavedTexts]]:
        yield _("Note"), self.detail.note.unsaved
        yield _("Not applicable because"), self.detail.reason.unsaved
        for section, field in self.narrative.fields.items():
            yield section_name(section), field.unsaved

    def splitters(self) -> tuple[QSplitter, ...]:
        """Return what keeps the sizes of the parts."""
        return (self.columns, self.questions, self.question_and_detail)

    def repaint_icons(self) -> None:
        """Take the icons in the colours of the theme in use."""
        self.programmes.repaint_icons()

    def parts(self) -> tuple[QWidget, ...]:
        """Return what F6 goes through, from left to right."""
        candidates = (
            self.regions.view,
            self.steps,
            self.programmes.list,
            self.table,
            self.detail.note,
            self.narrative,
            self.review,
            self.result.table,
        )
        return tuple(part for part in candidates if part.isVisible())

    def retranslate(self) -> None:
        """Show the fixed texts of all parts in the language in use."""
        self.table.setAccessibleName(_("Questions"))
        for part in (
            self.regions,
            self.header,
            self.steps,
            self.programmes,
            self.table,
            self.detail,
            self.narrative,
            self.review,
            self.result,
        ):
            part.retranslate()

    def _focus_part(self, places: int) -> None:
        parts = self.parts()
        focus = QApplication.focusWidget()
        here = [place for place, part in enumerate(parts) if _holds(part, focus)]
        part = parts[((here[0] if here else -1) + places) % len(parts)]
        if isinstance(part, NarrativePage | ReviewPage | StepBar):
            part.start()
        else:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        for label, name in (
            (self._caption, "caption"),
            (self._notice, "told"),
            (self._empty, "empty"),
        ):
            label.setObjectName(name)
            label.setTextFormat(Qt.TextFormat.PlainText)
        enlarge(self._caption, 1.0)
        self._caption.setMinimumWidth(40)
        self._notice.setWordWrap(True)
        self._notice.hide()
        set_role(self._notice, Status.LOCKED)
        set_role(self._empty, "hint")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._caption_row = QWidget()
        # Below each other: what is said may be long, and the heading names the programme.
        row = QVBoxLayout(self._caption_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._caption)
        row.addWidget(self._notice)
        self._lay_out_questions()
        for page in (self.questions, self.narrative, self.review, self._empty):
            self._stack.addWidget(page)
        self._lay_out_columns()

    def _lay_out_questions(self) -> None:
        self.question_and_detail.addWidget(self.table)
        self.question_and_detail.addWidget(self.detail)
        self.question_and_detail.setStretchFactor(0, 2)
        self.question_and_detail.setStretchFactor(1, 1)
        self.table.setMinimumHeight(LEAST_TABLE_HEIGHT)
        self.question_and_detail.setSizes([TABLE_HEIGHT, DETAIL_HEIGHT])
        self.questions.addWidget(self.programmes)
        self.questions.addWidget(self.question_and_detail)
        self.questions.setStretchFactor(1, 1)
        self.questions.setSizes([PROGRAMME_WIDTH, 3 * PROGRAMME_WIDTH])
        for splitter, name in (
            (self.columns, "walk_columns"),
            (self.questions, "walk_questions"),
            (self.question_and_detail, "walk_detail"),
        ):
            splitter.setObjectName(name)
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(6)

    def _lay_out_columns(self) -> None:
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(4, 8, 4, 4)
        middle.setSpacing(6)
        for part in (self.header, self.steps, self._caption_row):
            middle.addWidget(part)
        middle.addWidget(self._stack, stretch=1)
        for column in (self.regions, self._middle, self.result):
            self.columns.addWidget(column)
        self.columns.setStretchFactor(1, 1)
        self.columns.setSizes([REGION_WIDTH, 840, RESULT_WIDTH])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.columns)

    def _has_room_for_result(self) -> bool:
        return self.width() >= ROOM_FOR_RESULT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold the outer columns away where there is no room, and back."""
        before, now = event.oldSize().width(), event.size().width()
        if (before < ROOM_FOR_RESULT) != (now < ROOM_FOR_RESULT) or before < 0:
            is_open = self._stack.currentWidget() is not self._empty
            self.result.setVisible(now >= ROOM_FOR_RESULT and is_open)
        if (before < ROOM_FOR_REGIONS) != (now < ROOM_FOR_REGIONS) or before < 0:
            self.regions.setVisible(now >= ROOM_FOR_REGIONS)
        super().resizeEvent(event)


def _holds(part: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (part is focus or part.isAncestorOf(focus))
