"""The review: what is left, the lock, reopening."""

import pytest
from PySide6.QtWidgets import QPushButton

from assessor.domain.records import AssessmentState, NarrativeSection
from assessor.domain.score import BLANK, AnswerKey, Score
from tests.ui.finding import find
from tests.ui.screens.walk.driver import BADUNG, Walker
from ui.widgets.entry_list import Entry, EntryList

FIRST = "baseline.planning.legal_basis"


@pytest.fixture
def scored(denpasar: Walker) -> Walker:
    """All of Denpasar's questions have 2 points."""
    denpasar.score_all()
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()
    return denpasar


def entries(walk: Walker) -> list[Entry]:
    model = find(walk.widget, EntryList, "review_entries").entries
    found = (model.entry(model.index(row)) for row in range(model.rowCount()))
    return [one for one in found if one is not None]


def texts(walk: Walker) -> list[str]:
    return [one.text for one in entries(walk)]


def lock(walk: Walker) -> QPushButton:
    return find(walk.widget, QPushButton, "lock")


def test_a_finished_region_opens_at_its_review(scored: Walker) -> None:
    assert scored.step() == "review"
    assert scored.text("review_summary").startswith("All 111 questions are done")


def test_what_is_missing_is_listed_and_leads_there(denpasar: Walker) -> None:
    denpasar.score_all()
    key = AnswerKey(next(iter(denpasar.instrument().questions)))
    denpasar.workspace.assessments.score(denpasar.saved().id, key, BLANK)
    denpasar.screen.show_round(denpasar.round)
    denpasar.open()
    denpasar.keys("Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right")
    denpasar.keys("Esc", "Ctrl+Right")
    assert texts(denpasar)[:2] == [
        "Missing in Baseline",
        "Legal status of the smart city masterplan",
    ]

    find(denpasar.widget, EntryList, "review_entries").setFocus()
    denpasar.keys("Home", "Down", "Up", "Return")

    assert (denpasar.step(), denpasar.question()) == ("baseline", FIRST)
    assert denpasar.table.hasFocus()


def test_a_programme_with_blanks_is_one_entry_with_their_number(denpasar: Walker) -> None:
    denpasar.screen.actions.lock.trigger()

    bindu = next(one for one in entries(denpasar) if one.text == "Tukad Bindu")
    assert bindu.detail == "10 missing"


def test_an_incomplete_assessment_is_not_locked_and_the_review_says_why(denpasar: Walker) -> None:
    denpasar.screen.actions.lock.trigger()

    assert denpasar.step() == "review"
    assert "111" in denpasar.text("review_problem")
    assert denpasar.saved().state is AssessmentState.DRAFT


def test_marks_and_unbacked_claims_are_listed_but_do_not_hinder(scored: Walker) -> None:
    key = AnswerKey(next(iter(scored.instrument().questions)))
    assessment = scored.saved().id
    scored.workspace.assessments.mark(assessment, key, True)
    scored.workspace.assessments.score(assessment, key, Score(4))
    scored.screen.show_round(scored.round)
    scored.open()

    question = "Legal status of the smart city masterplan"
    assert texts(scored).count(question) == 2
    scored.answers.answer(True)
    lock(scored).click()
    assert scored.saved().state is AssessmentState.FINAL


def test_empty_lists_lead_to_the_narrative(scored: Walker) -> None:
    reviewed = find(scored.widget, EntryList, "review_entries")
    place = next(n for n, one in enumerate(entries(scored)) if one.text == "Recommendations")
    reviewed.setCurrentIndex(reviewed.entries.index(place))
    reviewed.setFocus()
    scored.keys("Return")
    scored.type("Tambah anggaran")
    scored.keys("Esc")

    assert scored.saved().items(NarrativeSection.RECOMMENDATIONS) == ("Tambah anggaran",)


def test_reopening_asks_why_and_raises_the_revision(scored: Walker) -> None:
    scored.answers.answer(True)
    lock(scored).click()
    scored.settle()
    assert "Locked" in scored.text("assessment_state")
    scored.answers.answer("Bukti baru")

    find(scored.widget, QPushButton, "reopen").click()

    saved = scored.saved()
    assert (saved.state, saved.revision) == (AssessmentState.DRAFT, 2)
    reasons = [one.reason for one in scored.workspace.assessments.history(saved.id)]
    assert reasons[0] == "Bukti baru"


def test_reopening_without_a_reason_leaves_it_locked(scored: Walker) -> None:
    scored.answers.answer(True, None)
    lock(scored).click()

    find(scored.widget, QPushButton, "review_reopen").click()

    assert scored.saved().state is AssessmentState.FINAL


def test_a_region_without_programmes_misses_them(walk: Walker) -> None:
    walk.open(BADUNG)
    walk.screen.actions.lock.trigger()

    assert "No quick-win programme yet: add one under its pillar" in texts(walk)


def test_locking_asks_first_and_says_what_it_means(scored: Walker) -> None:
    scored.answers.answer(False)

    lock(scored).click()

    assert "cannot be changed any more" in scored.answers.said[0]
    assert scored.saved().state is AssessmentState.DRAFT


def test_where_only_programmes_are_missing_the_lock_asks_for_one(walk: Walker) -> None:
    walk.score_all(BADUNG)
    walk.open(BADUNG)

    walk.screen.actions.lock.trigger()

    assert "no quick-win programme" in walk.text("review_problem")
    assert walk.answers.said == []
