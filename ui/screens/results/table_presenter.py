"""The table of all regions: worded, counted, copied."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from assessor.services.region_report import RoundStandings
from resources.i18n import gettext as _
from resources.i18n import ngettext
from ui.clipboard import offer
from ui.messages import explain
from ui.screens.results.columns import Fixed
from ui.screens.results.desk import FEWEST, MOST, ResultsDesk
from ui.screens.results.html_table import clipboard_table
from ui.screens.results.lines import Line, table_of
from ui.screens.results.needs import ResultsNeeds
from ui.screens.results.table_page import TablePage
from ui.screens.results.words import BETWEEN, instrument_notices, invented_text
from ui.widgets.words_table import Table


class TablePresenter(QObject):
    """Words the table, and what stands around it."""

    def __init__(self, desk: ResultsDesk, page: TablePage, needs: ResultsNeeds) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._needs = needs
        desk.round_read.connect(self.show)
        page.copy_wanted.connect(self.copy_all)
        page.selection_changed.connect(self._enable)
        page.filtered.connect(self._say)

    def show(self) -> None:
        """Show the round in the language in use."""
        standings, refusal = self._desk.standings, self._desk.round_refusal
        if standings is not None and standings.regions:
            self._page.show_table(table_of(standings))
        elif standings is not None:
            self._page.say_instead(
                _("No region takes part in this round. Add regions to it first.")
            )
        elif refusal is not None:
            self._page.say_instead(explain(refusal))
        else:
            self._page.say_instead(_("Reading the scores…"), is_reading=True)
        self._say()
        self._enable()

    def copy(self) -> None:
        """Put the selected lines on the clipboard; all that are shown where none is selected."""
        chosen, shown = self._page.chosen(), self._page.shown()
        self._offer([one for one in shown if one.standing.participant.id in chosen] or shown)

    def copy_all(self) -> None:
        """Put all lines that are shown on the clipboard."""
        self._offer(self._page.shown())

    def _offer(self, copied: Sequence[Line]) -> None:
        if not copied or self._desk.standings is None:
            return
        offer(clipboard_table(self._copied(copied)))
        words = ngettext(
            "{count} region copied; paste it into a spreadsheet or a document.",
            "{count} regions copied; paste them into a spreadsheet or a document.",
            len(copied),
        )
        self._needs.inform(words.format(count=len(copied)))

    def _copied(self, lines: Sequence[Line]) -> Table:
        """Return lines as a table for other programs, in which a demonstration says so itself."""
        columns = self._page.filter.results.columns
        standings = self._desk.standings
        is_invented = standings is not None and standings.round.is_demonstration
        extra = ((_("Remark"), _("scores invented")),) if is_invented else ()
        return Table(
            headings=(*(one.heading() for one in columns), *(name for name, _text in extra)),
            rows=tuple((*line.texts, *(text for _name, text in extra)) for line in lines),
            left=frozenset(
                place
                for place in range(len(columns) + len(extra))
                if place >= len(columns) or columns[place].is_words
            ),
        )

    def _enable(self) -> None:
        self._page.compare.setEnabled(FEWEST <= len(self._page.chosen()) <= MOST)
        self._page.copy.setEnabled(bool(self._page.filter.rowCount()))

    def _say(self) -> None:
        standings = self._desk.standings
        if standings is None or not standings.regions:
            self._page.say("", "", "")
            return
        self._page.say(_notice(standings), self._count(standings), _absent(standings))
        self._enable()

    def _count(self, standings: RoundStandings) -> str:
        shown, all_ = self._page.filter.rowCount(), len(standings.regions)
        if not shown:
            return _("No region matches. Clear the search, or choose all cohorts and states.")
        provisional = sum(line.result.is_provisional for line in standings.lines)
        parts = [
            _("{shown} of {all} regions shown").format(shown=shown, all=all_),
            _("{ranked} ranked").format(ranked=standings.ranked),
            _("{count} final").format(count=len(standings.lines) - provisional),
            _("{count} provisional").format(count=provisional),
        ]
        if any("(" in line.texts[self._improvement] for line in self._page.filter.results.lines):
            parts.append(_("in brackets: the difference of the two printed indices"))
        return BETWEEN.join(parts)

    @property
    def _improvement(self) -> int:
        return self._page.filter.results.column_of(Fixed.IMPROVEMENT)


def _notice(standings: RoundStandings) -> str:
    hidden = len(standings.hidden)
    kept = ngettext(
        "{count} region is hidden and left out of the ranks: you have begun it and not locked "
        "your assessment of it.",
        "{count} regions are hidden and left out of the ranks: you have begun them and not locked "
        "your assessments of them.",
        hidden,
    ).format(count=hidden)
    instruments = {one.instrument.checksum: one.instrument for one in standings.regions}
    return BETWEEN.join(
        part
        for part in (
            invented_text(standings.round),
            instrument_notices(instruments.values()),
            kept if hidden else "",
        )
        if part
    )


def _absent(standings: RoundStandings) -> str:
    if not standings.absent:
        return ""
    names = ", ".join(one.region.name for one in standings.absent)
    return _("Not taking part: {regions}").format(regions=names)
