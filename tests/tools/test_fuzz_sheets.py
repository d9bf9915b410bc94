"""The short form of the fuzz run; the long one is `python tools/fuzz_sheets.py`."""

from pathlib import Path

from tools.fuzz_sheets import read_broken, read_others


def test_a_few_hundred_broken_sheets_end_in_a_reading_or_a_refusal(tmp_path: Path) -> None:
    ends = read_broken(tmp_path, 300, seed=20)

    assert ends.total() == 300
    assert ends["read"] > 30
    assert ends["refused: damaged"] > 30


def test_the_same_seed_breaks_the_same_way(tmp_path: Path) -> None:
    assert read_broken(tmp_path, 20, seed=3) == read_broken(tmp_path, 20, seed=3)


def test_a_folder_of_other_files_is_refused_by_kind(tmp_path: Path) -> None:
    ends = read_others(tmp_path, 120, seed=20)

    assert ends.total() == 120
    assert all(end.startswith("refused: ") for end in ends)
    assert {"refused: not_a_score_sheet", "refused: other_format"} <= set(ends)
