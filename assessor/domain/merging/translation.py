"""A sheet's content in the words of this workspace: its programmes, its instrument."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from assessor.domain.content import Content
from assessor.domain.ids import ProgrammeId
from assessor.domain.instrument import Instrument, Scope
from assessor.domain.records import Evidence
from assessor.domain.score import AnswerKey

FINGERPRINT: Final = re.compile("[0-9a-f]{64}")
SCHEME: Final = re.compile("([A-Za-z][A-Za-z0-9+.-]*):")
WEB: Final = frozenset({"http", "https"})


def translated(
    content: Content, ids: Mapping[ProgrammeId, ProgrammeId], instrument: Instrument
) -> Content:
    """Return `content` with the region's programme ids, without what the instrument does not ask.

    What belongs to a programme that is not in `ids` is left out.
    """
    answers = {}
    for key, answer in content.answers.items():
        here = _key(key, ids)
        if here is not None and is_asked(here, instrument):
            answers[here] = answer
    return replace(
        content,
        answers=answers,
        programmes=tuple(
            replace(one, id=ids[one.id]) for one in content.programmes if one.id in ids
        ),
        programme_notes={
            ids[one]: note for one, note in content.programme_notes.items() if one in ids
        },
        evidence=tuple(
            replace(one, programme=one.programme and ids[one.programme])
            for one in content.evidence
            if _is_about_something_here(one, ids, instrument)
        ),
    )


def is_asked(key: AnswerKey, instrument: Instrument) -> bool:
    """Whether the instrument asks this question, of the region or of a programme as `key` says."""
    question = instrument.questions.get(key.question)
    if question is None:
        return False
    return (question.scope is Scope.PROGRAMME) is (key.programme is not None)


def _key(key: AnswerKey, ids: Mapping[ProgrammeId, ProgrammeId]) -> AnswerKey | None:
    if key.programme is None:
        return key
    programme = ids.get(key.programme)
    return None if programme is None else AnswerKey(key.question, programme)


def _is_about_something_here(
    one: Evidence, ids: Mapping[ProgrammeId, ProgrammeId], instrument: Instrument
) -> bool:
    known_programme = one.programme is None or one.programme in ids
    known_question = one.question is None or one.question in instrument.questions
    return known_programme and known_question and is_harmless(one)


def is_harmless(one: Evidence) -> bool:
    """Whether opening it can lead to nothing but a web page or a copy kept beside the workspace.

    A sheet comes from outside: a fingerprint becomes part of a path, a link is handed to the
    system.
    """
    if not one.link:
        return FINGERPRINT.fullmatch(one.sha256) is not None
    scheme = SCHEME.match(one.link)
    is_web = scheme is None or scheme[1].casefold() in WEB
    return is_web and not one.link.startswith(("/", "\\", "~", "."))
