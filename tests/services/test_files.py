"""Files that the window draws itself."""

from pathlib import Path

import pytest

from assessor.domain.errors import FileProblem
from assessor.services.files import make_ready, put_file


def test_a_file_is_put_in_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "ringkasan é.pdf"
    target.write_bytes(b"lama")

    assert put_file(target, b"baru") == target

    assert target.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [target]


def test_where_it_cannot_be_put_what_stood_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "ringkasan.pdf"
    target.mkdir()

    with pytest.raises(FileProblem):
        put_file(target, b"baru")

    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_is_made_ready(tmp_path: Path) -> None:
    folder = tmp_path / "2020" / "Denpasar"

    make_ready(folder)

    assert folder.is_dir()
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_bytes(b"")

    with pytest.raises(FileProblem, match="berkas"):
        make_ready(tmp_path / "berkas")
