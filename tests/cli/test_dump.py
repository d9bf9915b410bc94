"""`dump`: everything in a workspace as one document."""

from pathlib import Path

from tests.cli.examples import Say


def test_the_document_keeps_the_contract(say: Say, workspace: Path) -> None:
    answer = say("dump", "--workspace", workspace)

    assert (answer.status, answer.err) == (0, "")
    assessments = [one for region in answer.document["regions"] for one in region["assessments"]]
    assert len(assessments) == 6
    for one in assessments:
        assert one.keys() >= {
            "assessor",
            "state",
            "revision",
            "scores",
            "programmes",
            "strengths",
            "weaknesses",
            "recommendations",
        }
        for score in one["scores"]:
            assert score.keys() >= {"question", "programme", "value", "not_applicable", "note"}


def test_letters_are_written_as_they_are(say: Say, workspace: Path) -> None:
    assert "\\u" not in say("dump", "--workspace", workspace).out
