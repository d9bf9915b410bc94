"""Tables from files are recomputed with the cohorts of their own year in mind."""

from pathlib import Path

from assessor.domain.instrument import Instrument
from assessor.services.audit import TableOfYear, audit_table
from assessor.services.catalogue import shipped_instrument

HEADING = "nama,baseline,output,outcome,impact,quick_win,kolaborasi,nilai_final,ket\n"
ROW = "KAB. CONTOH {number},2,2,2,2,2,2,2,{cohort}\n"


def instrument(name: str) -> Instrument:
    """Return a shipped instrument."""
    found = shipped_instrument(name)
    assert found is not None
    return found


def table(folder: Path, *cohorts: str) -> Path:
    """Write a table with one row for each cohort."""
    path = folder / "tabel.csv"
    rows = (ROW.format(number=number, cohort=one) for number, one in enumerate(cohorts))
    path.write_text(HEADING + "".join(rows), "utf-8")
    return path


def test_rows_of_the_years_other_instrument_are_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "REGULER", "KPPN&IKN", "KPPN IKN", "")

    found = audit_table(TableOfYear(path, instrument("2023-reguler")))

    assert (found.rows, found.skipped, found.matched) == (2, 2, 2)


def test_a_cohort_of_another_year_is_no_reason_to_leave_a_row_out(tmp_path: Path) -> None:
    path = table(tmp_path, "KPPN & IKN", "REGULER")

    found = audit_table(TableOfYear(path, instrument("2022-early-phase")))

    assert (found.rows, found.skipped) == (1, 1)
