"""The Indonesian sentences of a score summary."""

from collections.abc import Iterator
from decimal import Decimal

from assessor.domain.figures import NOTHING, show, show_date, show_exact, show_fraction, show_signed
from assessor.domain.instrument import Confidence, RoundingRule
from assessor.domain.paper_words import CONFIDENCE, PROVISIONAL
from assessor.domain.summary import ScoreSummary, SummaryChange, SummaryDimension


def title_of(summary: ScoreSummary) -> str:
    """Return what names the summary among others, for headers and the file's own title."""
    return f"Ringkasan hasil evaluasi – {summary.region.name} – {year_of(summary)}"


def year_of(summary: ScoreSummary) -> str:
    """Return "Tahun 2022 Tahap I"."""
    return " ".join(f"Tahun {summary.round.year} {summary.round.stage}".split())


def state_of(summary: ScoreSummary) -> str:
    """Return how final the figures are, and what is missing where they are not."""
    if not summary.is_provisional:
        return "Final: semua penilaian lengkap dan terkunci."
    locked = sum(one.is_locked for one in summary.assessors)
    return (
        f"{PROVISIONAL}: {locked} dari {len(summary.assessors)} penilaian terkunci; "
        f"{summary.answered} dari {summary.questions} pertanyaan selesai dinilai semua asesor."
    )


def instrument_of(summary: ScoreSummary) -> str:
    """Return the instrument with how sure it is."""
    instrument = summary.instrument
    return f"{instrument.name} ({instrument.id}). {CONFIDENCE[instrument.confidence]}"


def source_of(summary: ScoreSummary) -> str:
    """Return what is not known about the instrument; "" where its letter prints everything."""
    instrument = summary.instrument
    if instrument.confidence is Confidence.PRINTED or not instrument.source:
        return ""
    return f"Tentang instrumen: {instrument.source}"


def panel_of(summary: ScoreSummary) -> str:
    """Return how many assessed, and of how many."""
    return f"{len(summary.assessors)} dari {summary.instrument.panel_size} asesor"


def counted_line(dimension: SummaryDimension) -> str:
    """Return how many of the questions count."""
    return f"{dimension.counted} dari {dimension.questions}"


def mean_line(dimension: SummaryDimension) -> str:
    """Return how the mean came about: "59,33 : 17 = 3,49"."""
    if dimension.mean is None:
        return "belum ada pertanyaan yang bernilai"
    return f"{show_fraction(dimension.sum)} : {dimension.counted} = {show(dimension.mean)}"


def contribution_line(dimension: SummaryDimension) -> str:
    """Return how the contribution came about: "3,49 × 30% = 1,047"."""
    if dimension.mean is None or dimension.product is None or dimension.contribution is None:
        return NOTHING
    line = f"{show(dimension.mean)} × {dimension.weight}% = {show_exact(dimension.product)}"
    if dimension.contribution == dimension.product:
        return line
    return f"{line}, dibulatkan {show(dimension.contribution)}"


def final_line(summary: ScoreSummary) -> str:
    """Return how the index follows from the contributions."""
    if summary.final is None:
        return "Nilai final belum ada: ada dimensi yang belum bernilai."
    parts = " + ".join(
        show_exact(one.contribution) for one in summary.dimensions if one.contribution is not None
    )
    if summary.instrument.rounding is RoundingRule.COMPONENTS:
        return f"Nilai final = {parts} = {show(summary.final)}"
    return f"Nilai final = {parts} = {show_exact(summary.sum)}, dibulatkan {show(summary.final)}"


def change_lines(summary: ScoreSummary) -> Iterator[str]:
    """Yield how the improvement came about, and a remark where two ways of it disagree."""
    change, final = summary.change, summary.final
    if final is None:
        yield "Tingkat improvement belum dapat dihitung: nilai final belum ada."
        return
    if change is None:
        yield "Tingkat improvement belum dapat dihitung: tidak ada nilai tahun sebelumnya."
        return
    source = f" ({change.source})" if change.source else ""
    unsure = ", nilai sementara" if change.is_provisional else ""
    shown = improvement_of(change)
    if change.recomputed is None or change.of_recomputed is None:
        yield (
            f"Tingkat improvement = {show(final)} − {show(change.published)} = "
            f"{show_signed(shown)}, terhadap nilai final {change.year}{source}{unsure}."
        )
        return
    yield (
        f"Tingkat improvement = {show(final)} − {show(change.recomputed)} = {show_signed(shown)}, "
        f"terhadap nilai {change.year} yang dihitung ulang dari dimensinya dengan aturan "
        f"pembulatan tahun ini{source}{unsure}."
    )
    if change.of_published != change.of_recomputed:
        yield (
            f"Catatan: nilai final {change.year} yang terbit adalah {show(change.published)}; "
            f"selisih terhadapnya {show_signed(change.of_published)}."
        )


def improvement_of(change: SummaryChange) -> Decimal:
    """Return the improvement that counts: against the recomputed index where there is one."""
    return change.of_published if change.of_recomputed is None else change.of_recomputed


def settled_line(summary: ScoreSummary) -> str:
    """Return the remark on values that the panel agreed on; "" where there are none."""
    if not summary.settled:
        return ""
    return (
        f"{summary.settled} nilai ditetapkan bersama oleh panel karena skor asesor berjauhan; "
        "nilai itu dipakai sebagai pengganti rata-ratanya."
    )


def revision_of(summary: ScoreSummary) -> Iterator[str]:
    """Yield for each assessor on which revision the page rests, and of which day that is."""
    for one in summary.assessors:
        state = "terkunci" if one.is_locked else "belum dikunci"
        day = f"\n{show_date(one.changed_at.astimezone().date())}" if one.changed_at else ""
        yield f"Revisi {one.revision}, {state}{day}"
