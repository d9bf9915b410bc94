"""Every error that a person can mend has one sentence, and it can be said."""

import importlib
import pkgutil
import string
from collections.abc import Iterator
from enum import StrEnum

import pytest

import assessor
from assessor.domain.annex.records import LetterGap
from assessor.domain.errors import FileProblem, UserError
from assessor.domain.instrument_table import RefusalReason
from assessor.domain.logo import LogoProblem
from assessor.exchange.score_sheet.reading import SheetRefusal
from assessor.exchange.table_cells import TableProblem
from resources.i18n import sentences

REASON_KINDS: dict[str, type[StrEnum]] = {
    "InstrumentRefused": RefusalReason,
    "SheetRefused": SheetRefusal,
    "TableUnreadable": TableProblem,
    "LogoRefused": LogoProblem,
    "LetterNotSet": LetterGap,
}


def errors() -> list[type[UserError]]:
    """Return every class a person can meet, wherever in the program it stands."""
    for module in pkgutil.walk_packages(assessor.__path__, "assessor."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
    return sorted(set(below(UserError)) - {FileProblem}, key=lambda kind: kind.__name__)


def below(kind: type[UserError]) -> Iterator[type[UserError]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


def facts_of(kind: type[UserError]) -> set[str]:
    """Return the names of the facts that an error carries; one without any is no dataclass."""
    return set(getattr(kind, "__dataclass_fields__", ()))


def fields_in(sentence: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(sentence) if name}


def example(kind: type[UserError], **known: str) -> UserError:
    """Return an error whose facts are their own names, those in `known` aside."""
    return kind(**({name: f"<{name}>" for name in facts_of(kind)} | known))


def numbers_and_reason(kind: type[UserError]) -> dict[str, str]:
    """Return the facts that decide which sentence is said."""
    if kind.__name__ in sentences.COUNTED:
        return {sentences.COUNTED[kind.__name__][0]: "2"}
    reasons = [str(reason) for reason in REASON_KINDS.get(kind.__name__, ())]
    return {"reason": reasons[0]} if reasons else {}


@pytest.mark.parametrize("kind", errors())
def test_every_error_has_a_sentence(kind: type[UserError]) -> None:
    said = sentences.sentence(example(kind, **numbers_and_reason(kind)))

    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("kind", [kind for kind in errors() if issubclass(kind, FileProblem)])
def test_a_sentence_about_a_file_names_it(kind: type[UserError]) -> None:
    assert "<path>" in sentences.sentence(example(kind, **numbers_and_reason(kind)))


@pytest.mark.parametrize("name", sorted(REASON_KINDS))
def test_every_reason_has_a_sentence(name: str) -> None:
    assert set(sentences.REASONS[name]) == {str(reason) for reason in REASON_KINDS[name]}


@pytest.mark.parametrize("name", sorted(REASON_KINDS))
def test_a_reason_uses_only_facts_that_the_error_carries(name: str) -> None:
    (kind,) = (kind for kind in errors() if kind.__name__ == name)

    used = {field for text in sentences.REASONS[name].values() for field in fields_in(text)}

    assert used <= facts_of(kind)


def test_no_sentence_is_left_over() -> None:
    known = {kind.__name__ for kind in errors()}

    assert {*sentences.SENTENCES, *sentences.REASONED, *sentences.COUNTED} <= known


def test_one_missing_score_is_not_several() -> None:
    (kind,) = (kind for kind in errors() if kind.__name__ == "AssessmentIncomplete")

    assert "1 question has no score" in sentences.sentence(example(kind, missing="1"))
    assert "2 questions have no score" in sentences.sentence(example(kind, missing="2"))
