"""Files appear whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from assessor.domain.errors import DiskFull, NotFound, NotWritable
from assessor.exchange.whole_file import problems_of_reading, whole_file

is_root = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_file_appears_under_its_name_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "Lembar Kota Dénpasar.txt"

    with whole_file(target) as part:
        part.write_text("isi", "utf-8")
        assert not target.exists()

    assert target.read_text("utf-8") == "isi"
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_earlier_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "lembar.txt"
    target.write_text("lama", "utf-8")

    def break_off() -> None:
        with whole_file(target) as part:
            part.write_text("setengah", "utf-8")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        break_off()

    assert target.read_text("utf-8") == "lama"
    assert list(tmp_path.iterdir()) == [target]


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    target = tmp_path / "lembar.txt"

    with pytest.raises(DiskFull) as problem, whole_file(target):
        raise OSError(errno.ENOSPC, "no space")

    assert problem.value.path == target


def test_a_folder_that_vanished_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(NotWritable), whole_file(tmp_path / "hilang" / "lembar.txt") as part:
        part.write_text("isi", "utf-8")


def test_a_folder_in_the_way_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "lembar.txt").mkdir()

    with pytest.raises(NotWritable), whole_file(tmp_path / "lembar.txt") as part:
        part.write_text("isi", "utf-8")

    assert [one.name for one in tmp_path.iterdir()] == ["lembar.txt"]


@pytest.mark.skipif(is_root, reason="nothing is forbidden to root")
def test_a_locked_folder_cannot_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(NotWritable), whole_file(tmp_path / "lembar.txt") as part:
            part.write_text("isi", "utf-8")
    finally:
        tmp_path.chmod(0o700)


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound), problems_of_reading(tmp_path / "tidak ada"):
        (tmp_path / "tidak ada").read_bytes()
