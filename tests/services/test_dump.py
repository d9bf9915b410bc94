"""Everything in a workspace as one plain document."""

import json
from typing import Any

from assessor.domain.ids import AssessmentId
from assessor.domain.instrument import Pillar
from assessor.domain.records import NarrativeSection
from assessor.domain.score import AnswerKey, Score
from assessor.services.evidence import EvidenceTarget
from assessor.services.workspace import Workspace
from tests.services.examples import BENEFIT, KEY, REGULATION, only_round


def the_assessment(workspace: Workspace) -> dict[str, Any]:
    """Return the one assessment of a document that went through JSON."""
    document = json.loads(json.dumps(workspace.dump()))
    (assessment,) = (one for region in document["regions"] for one in region["assessments"])
    return dict(assessment)


def test_an_empty_workspace_has_an_empty_document(empty: Workspace) -> None:
    assert empty.dump() == {
        "format": 1,
        "assessors": [],
        "rounds": [],
        "regions": [],
        "published_tables": [],
        "changes": [],
    }


def test_rounds_regions_and_people_stand_in_it(workspace: Workspace) -> None:
    document = json.loads(json.dumps(workspace.dump()))

    assert [one["name"] for one in document["assessors"]] == ["Sri Lestari"]
    (round_,) = document["rounds"]
    assert (round_["id"], round_["year"], round_["demonstration"]) == (
        only_round(workspace),
        2021,
        False,
    )
    assert (round_["letter_date"], round_["starts_on"]) == (None, None)
    assert [(one["code"], one["name"], one["takes_part"]) for one in document["regions"]] == [
        ("33.25", "KAB. BATANG", True),
        ("51.71", "KOTA DENPASAR", True),
    ]
    assert {one["instrument"] for one in document["regions"]} == {"contoh-2021"}
    assert [one["assessments"] for one in document["regions"]] == [[], []]


def test_dates_of_a_round_are_iso(empty: Workspace) -> None:
    empty.rounds.create_sample()

    (round_,) = empty.dump()["rounds"]

    assert (round_["starts_on"], round_["ends_on"]) == ("2020-11-23", "2020-11-27")


def test_zero_not_applicable_and_blank_are_three_things(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    workspace.assessments.score(denpasar, KEY, Score(0))
    workspace.assessments.score(
        denpasar, AnswerKey(BENEFIT, programme), Score.not_applicable("Belum berjalan")
    )
    workspace.assessments.write_note(denpasar, AnswerKey(BENEFIT), "tanpa nilai")
    workspace.assessments.mark(denpasar, KEY, is_marked=True)

    scores = the_assessment(workspace)["scores"]

    assert scores == [
        {
            "question": REGULATION,
            "programme": None,
            "value": 0,
            "not_applicable": False,
            "reason": None,
            "note": "",
            "marked": True,
        },
        {
            "question": BENEFIT,
            "programme": None,
            "value": None,
            "not_applicable": False,
            "reason": None,
            "note": "tanpa nilai",
            "marked": False,
        },
        {
            "question": BENEFIT,
            "programme": programme,
            "value": None,
            "not_applicable": True,
            "reason": "Belum berjalan",
            "note": "",
            "marked": False,
        },
    ]


def test_programmes_narrative_and_evidence_stand_in_it(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    programme, _ = workspace.programmes.add(denpasar, Pillar.LIVING, "Tukad Bindu")
    workspace.assessments.write_programme_note(denpasar, programme, "Sungai\nbersih")
    workspace.assessments.write_narrative(denpasar, NarrativeSection.STRENGTHS, "satu\n\ndua")
    target = EvidenceTarget(question=REGULATION)
    workspace.evidence.attach_link(denpasar, target, "Perwali", "https://example.org/a")

    assessment = the_assessment(workspace)

    assert assessment["programmes"] == [
        {"id": programme, "pillar": "living", "name": "Tukad Bindu", "note": "Sungai\nbersih"}
    ]
    assert assessment["strengths"] == ["satu", "dua"]
    assert (assessment["weaknesses"], assessment["recommendations"]) == ([], [])
    (evidence,) = assessment["evidence"]
    assert (evidence["title"], evidence["link"], evidence["sha256"], evidence["size"]) == (
        "Perwali",
        "https://example.org/a",
        None,
        0,
    )


def test_state_revision_and_moment_stand_in_it(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    before = [one["assessments"] for one in workspace.dump()["regions"]]
    workspace.assessments.score(denpasar, KEY, Score(1))

    touched = the_assessment(workspace)

    assert before == [[], []]
    assert (touched["state"], touched["revision"]) == ("draft", 1)
    assert touched["changed_at"] == "2020-11-23T02:00:01+00:00"


def test_the_change_log_stands_in_it_newest_first(
    workspace: Workspace, denpasar: AssessmentId
) -> None:
    workspace.assessments.score(denpasar, KEY, Score(1))
    workspace.assessments.undo(denpasar)

    changes = the_assessment(workspace)["changes"]

    assert [(one["via"], one["field"], one["old"], one["new"]) for one in changes] == [
        ("undo", "score", {"points": 1}, None),
        ("edit", "score", None, {"points": 1}),
    ]
    assert {one["who"] for one in changes} == {"Sri Lestari"}
