"""Sheets that came back: reading, looking, deciding, merging."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.edits import FieldAddress, Value
from assessor.domain.ids import ParticipantId
from assessor.domain.merging.incoming import Outcome
from assessor.domain.merging.report import MergeReport
from assessor.domain.records import Participant
from assessor.services.merging.merging import MERGED, MergePreview
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.messages import explain
from ui.screen import Menu
from ui.screens.merge.decision_items import ForkItem, Item, NameItem, items_of, waits
from ui.screens.merge.draft import Draft
from ui.screens.merge.history_presenter import HistoryPresenter, save_report
from ui.screens.merge.needs import MergeNeeds
from ui.screens.merge.reading import Look, SheetReader, look
from ui.screens.merge.sending_back import send_back
from ui.screens.merge.view import MergeView
from ui.screens.merge.words import counted, not_imported, outcome_name
from ui.screens.merge.working import MergeWork, quietly


class MergePresenter:
    """Holds what was read and decided, and asks the services what that would do."""

    def __init__(self, view: MergeView, needs: MergeNeeds) -> None:
        self._view = view
        self._needs = needs
        self._draft = Draft()
        self._done: MergeReport | None = None
        self._regions: Mapping[ParticipantId, Participant] = {}
        self._reader = SheetReader(view, needs)
        self._work = MergeWork(view, needs)
        self._history = HistoryPresenter(view, needs, self._follow_undo)
        self._is_looking = self._is_stale = False
        self._connect()

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return nothing: all it offers stands on the screen."""
        return {}

    def leave(self) -> tuple[str, ...]:
        """Nothing is typed here that could be lost."""
        return ()

    def enter(self, paths: Sequence[Path] = ()) -> None:
        """Read `paths` beside what was read before, which is compared anew.

        After a merge that is done there is nothing before: another one begins empty.
        """
        if paths:
            self._read(paths)
        elif self._done is not None:
            self._clear()
        elif self._draft.files:
            self._look()

    def items(self) -> tuple[Item, ...]:
        """Return everything there is to decide, what the merge waits for first."""
        return items_of(self._draft, self._regions.get, self._needs.rounds.instrument_of)

    def _read(self, paths: Sequence[Path]) -> None:
        """Read files beside those before, or instead of those that are merged already."""
        self._reader.read(Draft() if self._done else self._draft, paths, self._take)

    def _take(self, draft: Draft, looked: Look) -> None:
        if len(draft.files) == len(self._draft.files) and self._done is None:
            self._needs.inform(_("There is no new file in what you chose."))
        if draft.files:
            self._draft, self._done = draft, None
            self._show_look(looked)

    def _look(self) -> None:
        """Work out what merging would do; asked again meanwhile, it is worked out once more."""
        self._is_stale = self._is_looking
        if self._is_looking:
            return
        self._is_looking = True
        self._view.show_working()
        work = look(self._needs, self._draft)
        task = self._needs.tasks.task(quietly(lambda _control: work()))
        task.finished.connect(self._show_look)
        task.failed.connect(lambda error: self._needs.dialogs.problem(explain(error)))
        task.ended.connect(self._end_looking)
        task.start()

    def _end_looking(self) -> None:
        self._is_looking = False
        if self._is_stale:
            self._look()

    def _show_look(self, looked: Look) -> None:
        if not self._is_stale and self._done is None and self._draft.files:
            self._regions = looked.regions
            self._draft.show(looked.preview)
            self._view.files.show_lines(self._draft.lines)
            self._view.show_files()
            self._show_effects_next(looked.preview)

    def _show_effects_next(self, preview: MergePreview) -> None:
        """Show the effects in a turn of their own: with a season's files one would be too long."""
        turn = self._needs.tasks.task(lambda _control: None)

        def show(_nothing: object) -> None:
            if self._draft.preview is preview and self._done is None:
                self._show_effects(preview)

        turn.finished.connect(show)
        turn.start()

    def _show_effects(self, preview: MergePreview) -> None:
        view = self._view
        items = self.items()
        view.decisions.show_items(items)
        view.effects.show_effects(preview.report.regions)
        still_open = sum(waits(one) for one in items)
        view.show_numbers(len(self._draft.files), still_open, len(preview.report.regions))
        view.show_status(
            counted(preview.report.files),
            _what_waits(preview.report),
            can_merge=preview.report.taken > 0,
        )

    def _toggle(self, paths: Sequence[str]) -> None:
        self._draft.toggle_left_out(paths)
        self._view.files.show_lines(self._draft.lines)
        self._look()

    def _choose_field(self, address: FieldAddress, value: Value) -> None:
        self._draft.fields[address] = value
        self._look()

    def _choose_side(self, item: ForkItem, side: int) -> None:
        for field in item.fields:
            value = field.values[side]
            if field.conflict is not None and value in field.conflict.candidates:
                self._draft.fields[field.address] = value
        self._look()

    def _answer(self, item: Item, is_yes: bool) -> None:
        if isinstance(item, NameItem):
            new, known = item.pair
            self._draft.people[new.id] = known.id if is_yes else new.id
        elif not isinstance(item, ForkItem):
            self._draft.programmes[item.question] = is_yes
        self._look()

    def _merge(self) -> None:
        self._work.merge(self._draft, self._finish)

    def _finish(self, done: MergePreview | None) -> None:
        if done is None:
            self._needs.inform(_("You cancelled; nothing was merged."))
            return
        self._done = done.report
        self._needs.events.publish(MERGED)
        self._show_summary(done.report)

    def _show_summary(self, report: MergeReport) -> None:
        problems = {one.report.path: one.problem for one in self._draft.files}
        rows = [
            (Path(one.path).name, outcome_name(one.outcome, is_done=True), text)
            for one in report.files
            if (text := not_imported(one, problems.get(one.path)))
        ]
        rows += [
            (Path(path).name, _("Left out by you"), "") for path in sorted(self._draft.left_out)
        ]
        title = (
            _("Nothing was merged; the workspace is as it was.")
            if report.batch is None
            else _("Merge {number} is done.").format(number=report.batch)
        )
        self._view.summary.show_summary(
            title, counted(report.files, is_done=True), rows, can_undo=report.batch is not None
        )
        self._view.show_summary()

    def _undo(self) -> None:
        if self._done is not None and self._done.batch is not None:
            self._history.undo(self._done.batch)

    def _follow_undo(self, number: int) -> None:
        if self._done is not None and self._done.batch == number:
            self._clear()
            text = _("Merge {number} was taken back; everything is as it was before it.")
            self._needs.inform(text.format(number=number))
        elif self._draft.files and self._done is None:
            self._look()

    def _clear(self) -> None:
        self._draft, self._done = Draft(), None
        self._view.files.show_lines(())
        self._view.decisions.show_items(())
        self._view.effects.show_effects(())
        self._view.show_empty()

    def _save_report(self) -> None:
        preview = self._draft.preview
        report = self._done or (None if preview is None else preview.report)
        if report is not None:
            save_report(self._needs, report)

    def _add_files(self) -> None:
        pattern = _("Score sheets") + " (*.xlsx)"
        paths = self._needs.dialogs.open_files(_("Score sheets to merge"), pattern)
        if paths:
            self._read(paths)

    def _add_folder(self) -> None:
        folder = self._needs.dialogs.choose_folder(_("Folder with score sheets"))
        if folder is not None:
            self._read([folder])

    def _retranslate(self) -> None:
        self._view.retranslate()
        if self._done is not None:
            self._show_summary(self._done)
        elif self._draft.preview is not None:
            self._show_effects(self._draft.preview)

    def _repaint(self) -> None:
        self._view.files.model.repaint()

    def _connect(self) -> None:
        view, events = self._view, self._needs.events
        view.files_wanted.connect(self._add_files)
        view.folder_wanted.connect(self._add_folder)
        view.history_wanted.connect(self._history.show)
        view.cleared.connect(self._clear)
        view.merge_wanted.connect(self._merge)
        view.report_wanted.connect(self._save_report)
        view.files.toggled.connect(self._toggle)
        view.files.copy_wanted.connect(lambda report: send_back(self._needs, report))
        view.files.opening_wanted.connect(lambda path: self._needs.open_assignment(Path(path)))
        view.decisions.field_chosen.connect(self._choose_field)
        view.decisions.side_chosen.connect(self._choose_side)
        view.decisions.answered.connect(self._answer)
        view.summary.report_wanted.connect(self._save_report)
        view.summary.undo_wanted.connect(self._undo)
        view.summary.more_wanted.connect(self._clear)
        view.summary.done.connect(self._needs.leave)
        events.language_changed.connect(self._retranslate)
        events.theme_changed.connect(self._repaint)


def _what_waits(report: MergeReport) -> str:
    """Return what keeps files from being merged, "" where nothing does."""
    parts = []
    waiting, refused = report.count(Outcome.WAITS), report.count(Outcome.REFUSED)
    if waiting:
        text = ngettext(
            "{number} file waits for a decision and is left until then.",
            "{number} files wait for a decision and are left until then.",
            waiting,
        )
        parts.append(text.format(number=waiting))
    if refused:
        text = ngettext(
            "{number} file cannot be merged; select it to see why.",
            "{number} files cannot be merged; select one to see why.",
            refused,
        )
        parts.append(text.format(number=refused))
    return " ".join(parts)
