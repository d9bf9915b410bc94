"""Reads a table, asks about its rows, takes it in or another one back."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.instrument import Instrument
from assessor.domain.records import Region
from assessor.services.published import Published, PublishedFile, PublishedPreview
from resources.i18n import gettext as _
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.messages import explain
from ui.reading import Reading
from ui.screens.last_year.view import LastYearView
from ui.screens.last_year.words import table_text
from ui.tasks import Tasks

PATTERN = "(*.xlsx *.xls *.ods *.csv)"


@dataclass(frozen=True, slots=True)
class LastYearNeeds:
    """What the screen works with."""

    published: Published
    instruments: tuple[Instrument, ...]
    expected_year: int
    """The year before the newest round's."""
    events: AppEvents
    tasks: Tasks
    dialogs: Dialogs


class LastYearPresenter(QObject):
    """Keeps what was said of the rows of one file; goes with its view."""

    def __init__(self, view: LastYearView, needs: LastYearNeeds) -> None:
        super().__init__(view)
        self._view = view
        self._needs = needs
        self._known = {one.id: one for one in needs.instruments}
        self._instrument = _likely(needs)
        self._year = self._instrument.year
        self._path: Path | None = None
        self._file: PublishedFile | None = None
        self._preview: PublishedPreview | None = None
        self._answers: dict[int, Region | None] = {}
        self._reading = Reading(needs.tasks)
        view.finished.connect(self._reading.forget)
        view.show_instruments(needs.instruments, self._instrument.id)
        view.show_year(self._year)
        view.show_tables(needs.published.tables())
        view.file_wanted.connect(self._choose_file)
        view.instrument_chosen.connect(self._choose_instrument)
        view.year_chosen.connect(self._choose_year)
        view.decision.decided.connect(self._decide)
        view.take_in_wanted.connect(self._take_in)
        view.take_back_wanted.connect(self._take_back)
        needs.events.language_changed.connect(self._retranslate)

    def _choose_file(self) -> None:
        pattern = _("Tables") + f" {PATTERN}"
        path = self._needs.dialogs.open_file(_("Published table"), pattern)
        if path is not None:
            self._path = path
            self._view.show_file(path)
            self._read()

    def _choose_instrument(self, instrument: str) -> None:
        self._instrument = next(one for one in self._known.values() if one.id == instrument)
        self._year = self._instrument.year
        self._view.show_year(self._year)
        self._read()

    def _choose_year(self, year: int) -> None:
        self._year = year
        self._check()

    def _read(self) -> None:
        """Read the file for the instrument that is chosen; answers belonged to other rows."""
        path, instrument, published = self._path, self._instrument, self._needs.published
        self._file, self._answers = None, {}
        if path is None:
            return
        self._wait()
        self._reading.read(
            "file", lambda: published.read(path, instrument), self._show_file, self._refuse
        )

    def _show_file(self, file: PublishedFile) -> None:
        self._file = file
        self._view.show_problem("")
        self._check()

    def _refuse(self, error: UserError) -> None:
        self._show_preview(None)
        self._view.show_problem(explain(error))

    def _check(self) -> None:
        """Recompute the rows off the window's thread: the year before may be a large round."""
        file, year, answers = self._file, self._year, dict(self._answers)
        published = self._needs.published
        if file is None:
            self._show_preview(None)
            return
        self._wait()
        self._reading.read(
            "rows", lambda: published.preview(file, year, answers), self._show_preview, self._refuse
        )

    def _wait(self) -> None:
        """Let nothing be taken in of rows that are recomputed."""
        self._reading.drop("rows")
        self._preview = None
        self._view.show_waiting()

    def _show_preview(self, preview: PublishedPreview | None) -> None:
        self._preview = preview
        self._view.show_preview(preview)

    def _decide(self, place: int, region: Region | None) -> None:
        self._answers[place] = region
        self._check()

    def _take_in(self) -> None:
        if self._preview is None:
            return
        published = self._needs.published
        try:
            changes = published.take_in(self._preview, self._view.source)
        except UserError as error:
            self._view.show_problem(explain(error))
            return
        self._path, self._file = None, None
        self._after(changes)
        same = (self._year, self._instrument.id)
        (new,) = (one for one in published.tables() if (one.year, one.instrument) == same)
        self._view.show_taken_in(new)

    def _take_back(self, table: str) -> None:
        published = self._needs.published
        (found,) = (one for one in published.tables() if one.id == table)
        question = _(
            "Take this table back? The improvements that rest on it go with it; the file can be "
            "taken in again.\n\n{table}"
        )
        text = question.format(table=table_text(found))
        if self._needs.dialogs.confirm(_("Take back a table"), text, _("Take back")):
            self._after(published.take_back(table))

    def _after(self, changes: Changes) -> None:
        self._view.show_problem("")
        self._needs.events.publish(changes)
        self._view.show_tables(self._needs.published.tables())
        self._check()

    def _retranslate(self) -> None:
        self._view.retranslate()
        self._view.show_tables(self._needs.published.tables())


def _likely(needs: LastYearNeeds) -> Instrument:
    """Return an instrument of the year that is expected, or the newest before it."""
    earlier = [one for one in needs.instruments if one.year <= needs.expected_year]
    newest = max((one.year for one in earlier), default=None)
    return next((one for one in earlier if one.year == newest), needs.instruments[0])
