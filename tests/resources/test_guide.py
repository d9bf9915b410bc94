"""The guide: the same chapters in both languages, and every link, picture and name in it holds."""

import re
from pathlib import Path

import pytest

from resources import resource
from resources.i18n import LANGUAGES
from tools.screenshots.shots import SHOTS
from ui.guide.pages import CHAPTERS, read_page, read_picture

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "resources" / "guide"
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
SECOND = "en"
READ_ELSEWHERE = ("README.md", "docs/README.md")
"""Pages that lead into the guide."""


def markdown(chapter: str, language: str) -> str:
    return resource("guide", language, f"{chapter}.md").read_text(encoding="utf-8")


def pictures(chapter: str, language: str) -> list[str]:
    return [path for _words, path in PICTURE.findall(markdown(chapter, language))]


def skeleton(text: str) -> list[str]:
    """Return what languages share: levels of headings, anchors, pictures, rows, items."""
    signs = re.compile(r'(#+) |(<a id="[a-z-]+"></a>)|(!)\[[^\]]*(\]\([^)]*\))|(\|)|(- )')
    return [
        "".join(filter(None, found.groups()))
        for found in map(signs.match, text.splitlines())
        if found
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_the_chapters_and_no_other(language: str) -> None:
    there = sorted(path.stem for path in (GUIDE / language).glob("*.md"))

    assert there == sorted(CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_languages_say_the_same_in_the_same_order(chapter: str) -> None:
    first, second = (skeleton(markdown(chapter, language)) for language in LANGUAGES)

    assert first
    assert first == second


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_section_but_the_title_can_be_linked_to(chapter: str, language: str) -> None:
    title, *sections = read_page(chapter, language).sections

    assert title.anchor == ""
    anchors = [one.anchor for one in sections]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_link_leads_to_a_section_of_the_guide(chapter: str, language: str) -> None:
    for link in LINK.findall(markdown(chapter, language)):
        name, _sign, anchor = link.partition("#")
        assert name.removesuffix(".md") in CHAPTERS, link
        sections = read_page(name.removesuffix(".md"), language).sections
        assert anchor in {one.anchor for one in sections}, link


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_of_the_guide_is_there_and_made_by_the_script(language: str) -> None:
    named = {path for chapter in CHAPTERS for path in pictures(chapter, language)}

    assert named == {f"images/{shot.name}.png" for shot in SHOTS}
    assert sorted((GUIDE / language / "images").iterdir()) == sorted(
        GUIDE / language / path for path in named
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_picture_says_in_words_what_it_shows(language: str) -> None:
    texts = [markdown(chapter, language) for chapter in CHAPTERS]
    words = [said for text in texts for said, _path in PICTURE.findall(text)]

    assert all(words)


@pytest.mark.parametrize("page", READ_ELSEWHERE)
def test_links_into_the_guide_hold(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if "resources/guide" in link]

    assert links
    assert [link for link in links if not (ROOT / page).parent.joinpath(link).is_file()] == []


def test_a_picture_outside_the_guide_is_not_read() -> None:
    assert read_picture("../../../README", SECOND) is None
    assert read_picture("nothing", SECOND) is None


def test_the_pictures_are_small() -> None:
    assert sum(path.stat().st_size for path in GUIDE.rglob("*.png")) < 3_000_000
