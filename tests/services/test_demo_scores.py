"""What invented assessors say is lifelike: they differ, leave gaps, write notes as people do."""

import statistics
from pathlib import Path

from assessor.domain.instrument import Pillar
from assessor.services.demo import DemonstrationOrder
from assessor.services.dump import Document
from tests.services.demonstrations import assessments_of, demonstrated


def panels_of(document: Document) -> list[list[int]]:
    """Return the points that a panel gave one question, for every question of every region."""
    panels: dict[tuple[str, str, str], list[int]] = {}
    for region in document["regions"]:
        for assessment in region["assessments"]:
            for one in assessment["scores"]:
                if one["value"] is not None:
                    place = (region["code"], one["question"], one["programme"])
                    panels.setdefault(place, []).append(one["value"])
    return list(panels.values())


def test_drafts_leave_places_blank_to_come_back_to(begun: Document) -> None:
    marked = [score for one in assessments_of(begun) for score in one["scores"] if score["marked"]]

    assert marked
    assert all(one["value"] is None for one in marked)


def test_assessors_differ_and_never_by_more_than_two(whole: Document) -> None:
    spreads = [max(points) - min(points) for points in panels_of(whole)]

    assert set(spreads) == {0, 1, 2}
    assert 0.4 < statistics.mean(spreads) < 1.4


def test_every_point_of_the_scale_is_given(whole: Document) -> None:
    assert {point for points in panels_of(whole) for point in points} == {0, 1, 2, 3, 4}


def test_finals_lie_where_published_ones_do(tmp_path: Path) -> None:
    order = DemonstrationOrder(year=2023, assessors=2, is_complete=True)
    with demonstrated(tmp_path / "finals.sqlite", order) as workspace:
        (shown,) = workspace.rounds.all()
        lines = workspace.results.of_round(shown.id)

    finals = [line.result.final for line in lines if line.result.final is not None]
    assert len(finals) == len(lines) == 130
    assert 1 < min(finals) < 2
    assert 3.3 < max(finals) < 3.8
    assert 2.3 < statistics.median(finals) < 3


def test_programmes_stand_under_all_pillars(whole: Document) -> None:
    lists = [region["assessments"][0]["programmes"] for region in whole["regions"]]

    assert {one["pillar"] for programmes in lists for one in programmes} == set(Pillar)
    assert {min(map(len, lists)), max(map(len, lists))} == {3, 15}
    for programmes in lists:
        names = [one["name"] for one in programmes]
        assert len(names) == len(set(names))
        if len(names) >= len(Pillar):
            assert {one["pillar"] for one in programmes} == set(Pillar)


def test_notes_have_line_breaks_and_signs_that_spreadsheets_take_for_formulas(
    whole: Document,
) -> None:
    notes = {score["note"] for one in assessments_of(whole) for score in one["scores"]}

    assert any("\n" in note for note in notes)
    assert {note[0] for note in notes if note} >= {"=", "+", "-"}


def test_no_field_of_a_text_is_left_unfilled(whole: Document) -> None:
    texts = [
        text
        for one in assessments_of(whole)
        for text in (
            *(score["note"] for score in one["scores"]),
            *(programme["name"] + programme["note"] for programme in one["programmes"]),
            *one["strengths"],
            *one["weaknesses"],
            *one["recommendations"],
        )
    ]

    assert not [text for text in texts if "{" in text]


def test_what_does_not_apply_has_a_reason(whole: Document) -> None:
    reasons = [
        score["reason"]
        for one in assessments_of(whole)
        for score in one["scores"]
        if score["not_applicable"]
    ]

    assert reasons
    assert all(reasons)


def test_every_list_of_the_narrative_is_filled(whole: Document) -> None:
    assert all(
        one["strengths"] and one["weaknesses"] and one["recommendations"]
        for one in assessments_of(whole)
    )


def test_evidence_leads_nowhere(whole: Document) -> None:
    links = [evidence["link"] for one in assessments_of(whole) for evidence in one["evidence"]]

    assert links
    assert all(link.startswith("https://contoh.invalid/") for link in links)
