"""Opening a workspace that does not let itself be opened."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from assessor.services.backups import Occasion, back_up, backup_path
from assessor.services.surroundings import Surroundings
from assessor.services.workspace import open_workspace
from tests.ui.answers import Answers
from ui.opening import Opening


@pytest.fixture
def opening(answers: Answers, surroundings: Surroundings) -> Opening:
    return Opening(answers, surroundings)


def make(path: Path, surroundings: Surroundings, name: str = "Dewi") -> None:
    with open_workspace(path, surroundings) as workspace:
        workspace.people.introduce(name, "Universitas Contoh")


def damage(path: Path) -> bytes:
    content = path.read_bytes()
    path.write_bytes(content[:100] + b"\x00" * (len(content) - 100))
    return path.read_bytes()


def test_a_new_one_is_made_where_none_stands(opening: Opening, workspace_path: Path) -> None:
    workspace = opening.open(workspace_path)

    assert workspace is not None
    assert workspace.path == workspace_path
    workspace.close()


def test_a_second_start_is_told_so(
    opening: Opening, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    answers.answer("Close")

    with open_workspace(workspace_path, surroundings):
        assert opening.open(workspace_path) is None

    assert "open in another window" in answers.said[0]
    assert str(workspace_path) in answers.said[0]


def test_another_one_can_be_opened_instead(
    opening: Opening, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    other = workspace_path.with_name("other.sqlite")
    answers.answer("Open another", other)

    with open_workspace(workspace_path, surroundings):
        opened = opening.open(workspace_path)

    assert opened is not None
    assert opened.path == other
    opened.close()


def test_a_damaged_one_is_replaced_by_its_backup_and_kept(
    opening: Opening, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    make(workspace_path, surroundings)
    back_up(workspace_path, backup_path(workspace_path, surroundings.clock(), Occasion.DAILY))
    broken = damage(workspace_path)
    answers.answer("Take the backup of 23 November 2020")

    opened = opening.open(workspace_path)

    assert opened is not None
    me = opened.people.me()
    assert me is not None
    assert me.name == "Dewi"
    (aside,) = workspace_path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == broken
    assert str(aside) in answers.said[1]
    opened.close()


def test_a_damaged_one_without_a_backup_is_only_set_aside(
    opening: Opening, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    make(workspace_path, surroundings)
    broken = damage(workspace_path)
    answers.answer("Set it aside")

    opened = opening.open(workspace_path)

    assert not answers.offered[0][0].startswith("Set it aside")

    assert opened is not None
    assert opened.people.me() is None
    (aside,) = workspace_path.parent.glob("*.damaged-*")
    assert aside.read_bytes() == broken
    opened.close()


def test_a_damaged_one_is_left_alone_when_nobody_decides(
    opening: Opening, workspace_path: Path, surroundings: Surroundings, answers: Answers
) -> None:
    make(workspace_path, surroundings)
    broken = damage(workspace_path)
    answers.answer("Close")

    assert opening.open(workspace_path) is None

    assert workspace_path.read_bytes() == broken


@pytest.fixture
def reachable(open_folder: Path) -> Path:
    """Where a user without special rights has a workspace."""
    folder = open_folder / "kerja"
    folder.mkdir()
    folder.chmod(0o777)
    return folder / "penilaian saya.sqlite"


def test_a_damaged_one_whose_backups_cannot_be_looked_at_is_left_alone(
    opening: Opening,
    reachable: Path,
    ordinary_user: Callable[[], AbstractContextManager[None]],
    surroundings: Surroundings,
    answers: Answers,
) -> None:
    with ordinary_user():
        make(reachable, surroundings)
        broken = damage(reachable)
        backups = backup_path(reachable, surroundings.clock(), Occasion.DAILY).parent
        backups.mkdir(mode=0)
        answers.answer("Close")

        assert opening.open(reachable) is None

    assert str(backups) in answers.said[0]
    assert answers.offered[0] == ("Try again", "Open another workspace…", "Close")
    assert reachable.read_bytes() == broken


def test_one_in_a_folder_that_cannot_be_entered_is_asked_about(
    opening: Opening,
    reachable: Path,
    ordinary_user: Callable[[], AbstractContextManager[None]],
    answers: Answers,
) -> None:
    answers.answer("Close")
    with ordinary_user():
        locked = reachable.with_name("terkunci")
        locked.mkdir(mode=0)

        assert opening.open(locked / "penilaian.sqlite") is None

    assert answers.offered == [("Try again", "Open another workspace…", "Close")]
    assert str(locked) in answers.said[0]


def test_a_strangers_file_is_named_and_left_alone(
    opening: Opening, workspace_path: Path, answers: Answers
) -> None:
    workspace_path.write_text("a shopping list", encoding="utf-8")
    answers.answer(None)

    assert opening.open(workspace_path) is None

    assert str(workspace_path) in answers.said[0]
    assert "no workspace" in answers.said[0]
    assert answers.offered[0] == ("Open another workspace…", "Close")
    assert workspace_path.read_text(encoding="utf-8") == "a shopping list"


@pytest.fixture
def lost(workspace_path: Path, surroundings: Surroundings) -> Path:
    """A workspace that is gone; a good backup and a newer broken one lie where it was."""
    make(workspace_path, surroundings)
    good = backup_path(workspace_path, surroundings.clock(), Occasion.DAILY)
    back_up(workspace_path, good)
    newer = surroundings.clock() + dt.timedelta(days=1)
    backup_path(workspace_path, newer, Occasion.DAILY).write_bytes(b"broken")
    workspace_path.unlink()
    return workspace_path


def test_a_lost_one_comes_back_from_its_newest_good_backup(
    opening: Opening, lost: Path, answers: Answers
) -> None:
    answers.answer("Bring back the backup of 23 November 2020")

    opened = opening.open(lost)

    assert opened is not None
    me = opened.people.me()
    assert me is not None
    assert me.name == "Dewi"
    assert str(lost) in answers.said[0]
    opened.close()


def test_the_log_of_a_lost_one_is_not_mixed_into_its_backup(
    opening: Opening, lost: Path, answers: Answers
) -> None:
    lost.with_name(f"{lost.name}-wal").write_bytes(b"log")
    answers.answer("Bring back")

    opened = opening.open(lost)

    assert opened is not None
    opened.close()
    (aside,) = lost.parent.glob("*.damaged-*-wal")
    assert aside.read_bytes() == b"log"


def test_in_place_of_a_lost_one_an_empty_one_can_be_started(
    opening: Opening, lost: Path, answers: Answers
) -> None:
    answers.answer("Start an empty")

    opened = opening.open(lost)

    assert opened is not None
    assert opened.people.me() is None
    opened.close()


@pytest.mark.parametrize("answer", ["Cancel", None])
def test_a_lost_one_is_left_to_its_backups_when_nobody_decides(
    opening: Opening, lost: Path, answers: Answers, answer: str | None
) -> None:
    answers.answer(answer)

    assert opening.open(lost) is None

    assert not lost.exists()


def test_a_backup_that_cannot_be_brought_back_says_why(
    opening: Opening, lost: Path, answers: Answers
) -> None:
    answers.answer("Bring back", "Close")
    lost.with_name(f"{lost.name}.restored").mkdir()

    assert opening.open(lost) is None

    assert str(lost.parent) in answers.said[1]
    assert not lost.exists()
