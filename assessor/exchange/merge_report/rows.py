"""The tables of the report, the same for text and workbook."""

from collections.abc import Iterator
from decimal import Decimal

from assessor.domain.figures import NOTHING, show, show_date
from assessor.domain.merging.incoming import Outcome
from assessor.domain.merging.report import FileReport, MergeReport, RegionEffect
from assessor.exchange.merge_report import wording

Cell = str | int | Decimal | None
Row = tuple[Cell, ...]

FILE_HEADINGS = (
    "Berkas",
    "Jenis",
    "Hasil",
    "Keterangan",
    "Daerah",
    "Asesor",
    "Revisi",
    "Nilai",
    "Catatan",
    "SHA-256",
)
PROBLEM_HEADINGS = ("Berkas", "Lembar", "Sel", "Kode", "Ditemukan", "Diharapkan", "Perlakuan")
REGION_HEADINGS = (
    "Kode",
    "Daerah",
    "Nilai sebelum",
    "Nilai sesudah",
    "Peringkat sebelum",
    "Peringkat sesudah",
    "Perubahan",
    "Berkas",
)


def summary_rows(report: MergeReport) -> Iterator[tuple[str, str]]:
    """Yield what stands on top: which merge, when, by whom, and how many files came out how."""
    number = NOTHING if report.batch is None else str(report.batch)
    yield "Penggabungan", number
    if report.at is not None:
        local = report.at.astimezone()
        yield "Waktu", f"{show_date(local.date())} {local:%H.%M}"
    yield "Oleh", report.who or NOTHING
    if report.undone_at is not None:
        yield wording.UNDONE, show_date(report.undone_at.astimezone().date())
    for outcome in Outcome:
        yield wording.OUTCOMES[outcome].capitalize(), str(report.count(outcome))


def not_taken(report: MergeReport) -> tuple[FileReport, ...]:
    """Return the files that were not imported, which the summary itself has to name."""
    left = (Outcome.REFUSED, Outcome.WAITS, Outcome.SKIPPED)
    return tuple(one for one in report.files if one.outcome in left)


def because(one: FileReport) -> str:
    """Return why a file is what it is."""
    reasons = [wording.REASONS[reason] for reason in one.reasons]
    return "; ".join((*reasons, *([one.refusal] if one.refusal else [])))


def file_row(one: FileReport) -> Row:
    """Return a file's line."""
    return (
        one.path,
        wording.CLASSES[one.kind],
        wording.OUTCOMES[one.outcome],
        because(one),
        one.region,
        one.assessor,
        one.revision,
        one.scores,
        one.notes,
        one.sha256,
    )


def problem_rows(report: MergeReport) -> Iterator[Row]:
    """Yield every cell that was refused, mended or left out."""
    for one in report.files:
        for problem in one.problems:
            yield (
                one.path,
                problem.sheet,
                problem.cell,
                problem.code,
                problem.found,
                problem.expected,
                wording.SEVERITIES[problem.severity],
            )


def region_row(one: RegionEffect) -> Row:
    """Return a region's line; figures that are kept back stay empty."""
    changes = "; ".join(
        f"{change.assessor}: revisi {change.revision_before or NOTHING} → {change.revision_after}"
        for change in one.assessments
    )
    return (
        one.code,
        one.name,
        _figure(one.final_before),
        _figure(one.final_after),
        one.rank_before,
        one.rank_after,
        wording.HIDDEN if one.is_hidden else changes,
        "\n".join(one.files),
    )


def shown(cell: Cell) -> str:
    """Return a cell as text."""
    if isinstance(cell, Decimal):
        return show(cell)
    return NOTHING if cell in (None, "") else str(cell)


def _figure(final: str | None) -> Decimal | None:
    return None if final is None else Decimal(final)
