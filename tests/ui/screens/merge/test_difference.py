"""Differences of texts: words with signs, never by colour alone."""

from ui.screens.merge.difference import difference_html, differences


def test_words_are_added_and_removed() -> None:
    assert list(differences("perda dan wifi", "perda serta wifi")) == [
        ("", "perda "),
        ("−", "dan"),
        ("+", "serta"),
        ("", " wifi"),
    ]


def test_equal_texts_have_no_signs() -> None:
    assert difference_html("perda ada", "perda ada") == "perda ada"


def test_signs_stand_beside_the_colour() -> None:
    shown = difference_html("perda", "perda baru")

    assert "[+" in shown
    assert "color:" in shown


def test_what_was_typed_is_no_markup() -> None:
    assert "&lt;b&gt;x&lt;/b&gt;" in difference_html("<b>x</b>", "<b>x</b>")


def test_line_breaks_stay() -> None:
    assert difference_html("a\nb", "a\nb") == "a<br>b"
