"""What an assessment says, whole."""

from dataclasses import replace

from assessor.domain.content import Content
from assessor.domain.ids import ProgrammeId
from assessor.domain.records import Answer, NarrativeSection
from assessor.domain.score import Score
from tests.domain.examples import assessment
from tests.domain.merging.examples import LAW, SERVICE, content, link


def test_a_content_has_what_was_said_and_no_marks() -> None:
    said = replace(
        assessment({}, narrative={NarrativeSection.STRENGTHS: " a \n\nb"}),
        answers={
            LAW: Answer(Score(3), "baik", is_marked=True),
            SERVICE: Answer(is_marked=True),
        },
        programme_notes={ProgrammeId("p"): "", ProgrammeId("q"): "catatan"},
    )

    found = Content.of(said)

    assert found.answers == {LAW: Answer(Score(3), "baik")}
    assert found.programme_notes == {"q": "catatan"}
    assert found.narrative == {NarrativeSection.STRENGTHS: ("a", "b")}


def test_nothing_said_is_blank() -> None:
    assert content().is_blank
    assert not content({LAW: 0}).is_blank


def test_evidence_is_compared_by_what_it_says() -> None:
    one, other = (
        content(evidence=(link("https://a", "x"),)),
        content(evidence=(link("https://a", "y"),)),
    )

    assert one.says_the_same(other)
    assert not one.says_the_same(content(evidence=(link("https://b"),)))


def test_a_final_one_does_not_say_the_same_as_a_draft() -> None:
    draft, final = content({LAW: 1}), content({LAW: 1}, is_final=True)

    assert not draft.says_the_same(final)
    assert draft.says_the_same_but_for_state(final)
