"""What the window remembers from one start to the next."""

from pathlib import Path

from PySide6.QtCore import QByteArray

from assessor.domain.paper import Paper
from ui.preferences import MOST_RECENT, Preferences
from ui.theme import ThemeChoice


def again(path: Path) -> Preferences:
    """Return the preferences as the next start reads them."""
    return Preferences(path)


def test_a_first_start_has_no_language_and_follows_the_desktop(preferences: Preferences) -> None:
    assert preferences.language is None
    assert preferences.theme is ThemeChoice.SYSTEM
    assert preferences.recent() == ()


def test_language_and_theme_come_back(tmp_path: Path) -> None:
    before = Preferences(tmp_path / "window.ini")
    before.choose_language("id")
    before.choose_theme(ThemeChoice.DARK)
    before.save()

    after = again(tmp_path / "window.ini")

    assert (after.language, after.theme) == ("id", ThemeChoice.DARK)


def test_sizes_come_back(tmp_path: Path) -> None:
    before = Preferences(tmp_path / "window.ini")
    before.keep_geometry("splitter", QByteArray(b"\x00\x01 widths"))
    before.save()

    assert again(tmp_path / "window.ini").geometry("splitter") == QByteArray(b"\x00\x01 widths")


def test_what_is_no_language_or_theme_is_forgotten(tmp_path: Path) -> None:
    (tmp_path / "window.ini").write_text("[General]\nlanguage=xx\ntheme=pink\n", encoding="utf-8")

    read = again(tmp_path / "window.ini")

    assert (read.language, read.theme) == (None, ThemeChoice.SYSTEM)


def test_the_workspace_opened_last_is_the_first_of_the_recent(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    files = [tmp_path / f"kota {number}.sqlite" for number in range(2)]
    for file in (*files, files[0]):
        file.touch()
        preferences.opened(file)

    assert preferences.recent() == (files[0], files[1])


def test_a_single_recent_workspace_comes_back(tmp_path: Path) -> None:
    file = tmp_path / "kota, cerdas.sqlite"
    file.touch()
    before = Preferences(tmp_path / "window.ini")
    before.opened(file)
    before.save()

    assert again(tmp_path / "window.ini").recent() == (file,)


def test_a_workspace_that_is_gone_is_not_offered(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    preferences.opened(tmp_path / "gone.sqlite")

    assert preferences.recent() == ()


def test_only_the_latest_few_are_kept(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    for number in range(MOST_RECENT + 3):
        file = tmp_path / f"{number}.sqlite"
        file.touch()
        preferences.opened(file)

    assert len(preferences.recent()) == MOST_RECENT


def test_the_last_folder_is_forgotten_when_it_is_gone(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    folder = tmp_path / "lembar"
    folder.mkdir()
    preferences.keep_last_folder(folder)
    assert preferences.last_folder == folder

    folder.rmdir()

    assert preferences.last_folder is None


def test_the_paper_is_a4_until_another_was_printed_on(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path / "window.ini")
    assert preferences.paper is Paper.A4

    preferences.keep_paper(Paper.F4)

    assert Preferences(tmp_path / "window.ini").paper is Paper.F4
