"""Tables for other programs."""

from ui.screens.results.html_table import clipboard_table, html_table, tabbed_text
from ui.widgets.words_table import Table

TABLE = Table(("Kab/kota", "Nilai"), (("KAB. <A>", "3,10"), ("a\tb\nc", "-0,29")))


def test_cells_are_divided_by_tabs_and_rows_by_lines() -> None:
    assert tabbed_text(TABLE) == "Kab/kota\tNilai\nKAB. <A>\t3,10\na b c\t-0,29\n"


def test_html_carries_words_as_words_and_figures_at_the_right() -> None:
    html = html_table(TABLE)

    assert '<td align="left">KAB. &lt;A&gt;</td><td align="right">3,10</td>' in html
    assert html.count("<tr>") == 3


def test_no_word_becomes_a_formula_and_figures_stay_figures() -> None:
    table = Table(("Kelompok", "Improvement"), (("=HYPERLINK(1)", "-0,29"), ("@a", "+0,10")))

    copied = clipboard_table(table)

    assert copied.text().splitlines()[1:] == ["'=HYPERLINK(1)\t-0,29", "'@a\t+0,10"]
    assert "'=HYPERLINK(1)" in copied.html().replace("&#x27;", "'")
