"""A region's page, and regions side by side: worded, saved as pictures, printed."""

from PySide6.QtCore import QObject

from assessor.domain.errors import FileProblem, UserError, WorkspaceExists
from assessor.services.files import put_file
from resources.i18n import gettext as _
from ui.charts.chart import Chart, png_of, svg_of
from ui.messages import explain
from ui.screens.results.desk import ResultsDesk
from ui.screens.results.needs import ResultsNeeds
from ui.screens.results.region_content import comparison_content, region_content
from ui.screens.results.robustness_presenter import RobustnessPresenter
from ui.screens.results.view import ResultsView

SVG = ".svg"
PNG = ".png"


class RegionPresenter(QObject):
    """Shows what the desk holds of one region or of several."""

    def __init__(
        self,
        desk: ResultsDesk,
        view: ResultsView,
        needs: ResultsNeeds,
        robustness: RobustnessPresenter,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._needs = needs
        self._robustness = robustness
        desk.opened.connect(self.show_region)
        desk.region_read.connect(self.show_region)
        desk.comparison_read.connect(self.show_comparison)
        robustness.found_out.connect(self._show_firmness)
        view.region.print_wanted.connect(self._print)
        for page in (view.region, view.comparison):
            page.save_wanted.connect(self._save)

    def show_region(self) -> None:
        """Show the open region in the language in use."""
        page, desk = self._view.region, self._desk
        if desk.participant is None:
            return
        if desk.region is not None:
            page.show_content(region_content(desk.region))
            self._robustness.find_out()
            self._show_firmness()
        elif desk.refusal is not None:
            page.say(_refusal(desk.participant.region.name, desk.refusal))
        else:
            page.say(_("Reading the scores…"), is_reading=True)

    def show_comparison(self) -> None:
        """Show the regions side by side in the language in use."""
        if not self._desk.compared:
            return
        found = self._desk.comparison
        if found is None:
            self._view.comparison.say(_("Reading the scores…"), is_reading=True)
        elif len(found.reports) < len(self._desk.compared):
            names = ", ".join(one.region.name for one in found.hidden)
            self._view.comparison.say(
                _(
                    "{regions} cannot be compared: you have begun them and not locked your "
                    "assessments of them. Lock them first, or choose other regions."
                ).format(regions=names)
            )
        else:
            wanted = self._desk.compared
            reports = sorted(found.reports, key=lambda one: wanted.index(one.participant.id))
            self._view.comparison.show_content(comparison_content(reports))

    def _show_firmness(self) -> None:
        participant = self._desk.participant
        if participant is not None:
            self._view.region.say_firmness(self._robustness.region_text(participant.id))

    def _print(self) -> None:
        if self._desk.round is not None and self._desk.participant is not None:
            self._needs.print_region(self._desk.round.id, self._desk.participant.id)

    def _save(self, chart: Chart) -> None:
        """Ask where to, and save the picture as the kind that its name ends with."""
        suggestion = self._needs.pictures() / f"{_file_name(chart.title)}{PNG}"
        patterns = ";;".join((_("Picture") + f" (*{PNG})", _("Drawing") + f" (*{SVG})"))
        target = self._needs.dialogs.save_file(_("Save picture"), suggestion, patterns)
        if target is None:
            return
        if target.suffix.lower() not in (PNG, SVG):
            target = target.with_name(f"{target.name}{PNG}")
        if target.exists():
            self._needs.dialogs.problem(explain(WorkspaceExists(target)))
            return
        content = svg_of(chart) if target.suffix.lower() == SVG else png_of(chart)
        try:
            put_file(target, content)
        except FileProblem as error:
            self._needs.dialogs.problem(explain(error))
        else:
            self._needs.inform(_("Saved {path}.").format(path=target))


def _refusal(region: str, error: UserError) -> str:
    return f"{region}\n\n{explain(error)}"


def _file_name(title: str) -> str:
    """Return a title as a file can be called."""
    kept = "".join(letter if letter.isalnum() or letter in " –-." else " " for letter in title)
    return " ".join(kept.split())
