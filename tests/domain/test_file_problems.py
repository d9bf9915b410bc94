"""What the operating system refused becomes something that a person can mend."""

import errno
import os
from pathlib import Path

import pytest

from assessor.domain.errors import DiskFull, FileProblem, NotFound, NotReadable, NotWritable
from assessor.domain.file_problems import file_problem

FILE = Path("sheet.xlsx")


def problem(number: int, *, writing: bool) -> FileProblem:
    return file_problem(OSError(number, os.strerror(number)), FILE, writing=writing)


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
@pytest.mark.parametrize("writing", [True, False])
def test_a_lack_of_space_is_a_full_disk(number: int, writing: bool) -> None:
    assert type(problem(number, writing=writing)) is DiskFull


@pytest.mark.parametrize("number", [errno.EACCES, errno.EROFS, errno.ENOENT, errno.ENAMETOOLONG])
def test_all_else_that_fails_while_writing_is_a_place_that_cannot_be_written(number: int) -> None:
    assert type(problem(number, writing=True)) is NotWritable


@pytest.mark.parametrize("number", [errno.ENOENT, errno.ENOTDIR])
def test_a_missing_file_is_not_found(number: int) -> None:
    assert type(problem(number, writing=False)) is NotFound


@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ELOOP])
def test_a_file_that_is_kept_from_us_is_not_readable(number: int) -> None:
    assert type(problem(number, writing=False)) is NotReadable


def test_the_problem_names_the_file() -> None:
    assert problem(errno.EACCES, writing=True).path == FILE
