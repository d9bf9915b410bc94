"""The pages of a region's score summary."""

from collections.abc import Iterable, Iterator
from typing import Final

from assessor.domain.figures import NOTHING, show, show_exact, show_signed
from assessor.domain.instrument import PILLAR_NAMES, RoundingRule
from assessor.domain.paper import Paper
from assessor.domain.paper_words import (
    DEMONSTRATION,
    DEMONSTRATION_MARK,
    MEANS,
    PROVISIONAL,
    ROUNDING,
)
from assessor.domain.short_code import short_code
from assessor.domain.summary import ScoreSummary, SummaryProgramme
from ui.charts.radar import RadarData
from ui.charts.series import Series
from ui.printing.chart import chart_drawing
from ui.printing.document import Document, Running, lay_out
from ui.printing.page import PageSetup, mm
from ui.printing.piece import Beside, Block, Drawing
from ui.printing.style import ALERT, BAND, QUIET, SECTION, TextStyle
from ui.printing.summary_narrative import narrative
from ui.printing.summary_words import (
    change_lines,
    contribution_line,
    counted_line,
    final_line,
    improvement_of,
    instrument_of,
    mean_line,
    panel_of,
    revision_of,
    settled_line,
    source_of,
    state_of,
    title_of,
    year_of,
)
from ui.printing.table import Cell, Column, Row, Table
from ui.printing.text import CENTRED, RIGHT, Paragraph, Span

TITLE: Final = "Ringkasan Hasil Evaluasi Implementasi Kota Cerdas (Smart City)"
BETWEEN: Final = mm(3.2)
"""Above the heading of a part."""
SIGNATURE: Final = mm(13)
"""Room for a name written by hand."""
SMALL: Final = TextStyle(size=8)
QUIET_TEXT: Final = TextStyle(size=7.5, ink=QUIET)
ALERT_TEXT: Final = TextStyle(size=9, is_bold=True, align=CENTRED, ink=ALERT)
HEADING: Final = TextStyle(size=10, is_bold=True)
FIGURE: Final = mm(17)
LAST_YEAR: Final = mm(19.5)


def summary_document(summary: ScoreSummary, paper: Paper) -> Document:
    """Return the pages of a summary on a paper; safe in any thread."""
    code = short_code(summary.fingerprint)
    stamps = (
        (summary.is_provisional, PROVISIONAL),
        (summary.round.is_demonstration, DEMONSTRATION_MARK),
    )
    running = Running(
        header=title_of(summary),
        footer=f"Kode {code} – ketik di aplikasi (Bantuan > Periksa kode cetak) untuk mengetahui "
        "apakah halaman ini masih berlaku",
        stamp=" · ".join(word for stands, word in stamps if stands),
    )
    return lay_out(title_of(summary), _blocks(summary, code), PageSetup(paper), running)


def _blocks(summary: ScoreSummary, code: str) -> Iterator[Block]:
    yield from _title(summary)
    yield _identity(summary, code)
    yield _heading("Nilai dimensi dan nilai final")
    table, radar = _dimensions(summary), _radar(summary)
    yield Beside(((table,), (radar,)), (65, 35), BETWEEN, gap=mm(1.5))
    yield _heading("Cara nilai final dihitung")
    yield from _derivation(summary)
    yield from _programmes(summary)
    yield from _narrative(summary)
    yield _heading("Pengesahan oleh asesor")
    yield _sign_off(summary)


def _heading(text: str) -> Paragraph:
    return Paragraph(text, HEADING, gap=BETWEEN, keeps_with_next=True)


def _title(summary: ScoreSummary) -> Iterator[Block]:
    lines = "\n".join((TITLE, summary.region.name, year_of(summary)))
    style = TextStyle(size=11.5, is_bold=True, align=CENTRED)
    yield Table(
        (Column(share=1),),
        (),
        (Row((Cell(lines, align=CENTRED),), fill=BAND),),
        style,
        is_ruled=False,
    )
    if summary.round.is_demonstration:
        yield Paragraph(DEMONSTRATION, ALERT_TEXT, gap=mm(1.5))


def _identity(summary: ScoreSummary, code: str) -> Table:
    region = summary.region
    facts = (
        (("Wilayah", f"{region.name} (kode {region.code})"), ("Provinsi", region.province)),
        (("Putaran", summary.round.name), ("Kelompok", region.cohort)),
        (("Instrumen", instrument_of(summary)), ("Kode cetak", code)),
        (("Penilaian", state_of(summary)), ("Panel", panel_of(summary))),
    )
    rows = tuple(
        Row(tuple(part for name, text in pair for part in (_name(name), text))) for pair in facts
    )
    widths = (Column(width=mm(20)), Column(share=3), Column(width=mm(20)), Column(share=1))
    return Table(widths, (), rows, SMALL, gap=mm(1.5), is_ruled=False)


def _name(text: str) -> Cell:
    return Cell((Span(text, is_bold=True),))


def _dimensions(summary: ScoreSummary) -> Table:
    before = "Tahun lalu" if summary.change is None else f"Tahun {summary.change.year}"
    head = Row(("Dimensi", "Bobot", "Rata-rata", "Kontribusi", before))
    exactly = summary.instrument.rounding is RoundingRule.TOTAL
    rows = [
        Row(
            (
                one.name,
                f"{one.weight}%",
                show(one.mean),
                show_exact(one.contribution) if exactly else show(one.contribution),
                show(one.previous),
            ),
            keeps_with_next=True,
        )
        for one in summary.dimensions
    ]
    widths = (FIGURE, FIGURE, FIGURE, LAST_YEAR)
    columns = (Column(share=1), *(Column(width=one, align=RIGHT) for one in widths))
    return Table(columns, (head,), (*rows, *_final_rows(summary)), SMALL)


def _final_rows(summary: ScoreSummary) -> Iterator[Row]:
    change = summary.change
    label = f"Nilai final ({PROVISIONAL})" if summary.is_provisional else "Nilai final"
    yield Row(
        (
            label,
            f"{sum(one.weight for one in summary.dimensions)}%",
            Cell(show(summary.final), columns=2, align=CENTRED),
            show(change.published if change else None),
        ),
        fill=BAND,
        is_bold=True,
        keeps_with_next=True,
    )
    improved = NOTHING if change is None else show_signed(improvement_of(change))
    yield Row(
        (
            Cell(f"Peringkat: {_rank(summary)}", columns=2),
            Cell(f"Tingkat improvement: {improved}", columns=3),
        ),
        fill=SECTION,
        is_bold=True,
    )


def _rank(summary: ScoreSummary) -> str:
    if summary.rank is None:
        return NOTHING
    rank = f"{summary.rank} dari {summary.ranked} kabupaten/kota"
    return rank if summary.is_rank_final else f"{rank} ({PROVISIONAL})"


def _radar(summary: ScoreSummary) -> Drawing:
    this = Series(f"{summary.round.year}", tuple(one.mean for one in summary.dimensions))
    last = tuple(one.previous for one in summary.dimensions)
    series = [this]
    if summary.change is not None and any(value is not None for value in last):
        series.append(Series(f"{summary.change.year}", last))
    # "Program Kolaborasi" would leave no room for the web.
    axes = tuple(one.name.removeprefix("Program ") for one in summary.dimensions)
    return chart_drawing(RadarData(axes, tuple(series)))


def _derivation(summary: ScoreSummary) -> Iterator[Block]:
    rows = tuple(
        Row(
            (
                one.name,
                counted_line(one),
                mean_line(one),
                contribution_line(one),
            )
        )
        for one in summary.dimensions
    )
    head = Row(
        ("Dimensi", "Pertanyaan\nbernilai", "Jumlah nilai : pertanyaan", "Rata-rata × bobot")
    )
    columns = (
        Column(share=1),
        Column(width=mm(22), align=RIGHT),
        Column(width=mm(46), align=RIGHT),
        Column(width=mm(58), align=RIGHT),
    )
    yield Table(columns, (head,), rows, SMALL, gap=mm(1.5))
    strong = TextStyle(size=8.5, is_bold=True)
    yield Paragraph(final_line(summary), strong, gap=mm(1.5))
    for line in change_lines(summary):
        yield Paragraph(line, SMALL, gap=mm(0.8))
    notes = (
        MEANS,
        ROUNDING[summary.instrument.rounding],
        source_of(summary),
        settled_line(summary),
    )
    for line in notes:
        if line:
            yield Paragraph(line, QUIET_TEXT, gap=mm(0.8))


def _programmes(summary: ScoreSummary) -> Iterator[Block]:
    yield _heading("Program quick win")
    if not summary.programmes:
        yield Paragraph("Tidak ada program quick win yang dicatat.", SMALL, gap=mm(1))
        return
    numbers = range(1, len(summary.programme_questions) + 1)
    columns = (
        Column(width=mm(7.5), align=RIGHT),
        Column(width=mm(21)),
        Column(share=1),
        *(Column(width=mm(9), align=RIGHT) for _ in numbers),
        Column(width=mm(15), align=RIGHT),
    )
    head = Row(("No", "Pilar", "Program", *(f"P{number}" for number in numbers), "Rata-rata"))
    rows = tuple(_programme_rows(summary.programmes))
    yield Table(columns, (head,), rows, TextStyle(size=7.5), gap=mm(1.5))
    legend = "; ".join(
        f"P{number}\N{NO-BREAK SPACE}{question}"
        for number, question in zip(numbers, summary.programme_questions, strict=True)
    )
    yield Paragraph(f"{legend}.", QUIET_TEXT, gap=mm(1))


def _programme_rows(programmes: Iterable[SummaryProgramme]) -> Iterator[Row]:
    for number, one in enumerate(programmes, start=1):
        pillar = PILLAR_NAMES[one.pillar].removeprefix("Smart ")
        yield Row((str(number), pillar, one.name, *map(show, one.values), show(one.mean)))


def _narrative(summary: ScoreSummary) -> Iterator[Block]:
    for title, blocks in narrative(summary.assessors):
        yield _heading(title)
        yield from blocks


def _sign_off(summary: ScoreSummary) -> Table:
    head = Row(("No", "Asesor", "Data yang dicetak", "Tempat dan tanggal", "Tanda tangan"))
    rows = tuple(
        Row(
            (
                str(number),
                Cell((Span(one.name, is_bold=True), Span(f"\n{one.institution}"))),
                revision,
                "",
                "",
            ),
            least_height=SIGNATURE,
        )
        for number, (one, revision) in enumerate(
            zip(summary.assessors, revision_of(summary), strict=True), start=1
        )
    )
    columns = (
        Column(width=mm(8), align=RIGHT),
        Column(share=5),
        Column(share=4),
        Column(share=4),
        Column(share=4),
    )
    return Table(columns, (head,), rows, SMALL, gap=mm(1.5))
