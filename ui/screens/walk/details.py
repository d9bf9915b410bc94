"""Words for the panel below the table and for the list of programmes."""

from collections.abc import Iterator, Sequence

from assessor.domain.figures import show
from assessor.domain.instrument import PILLAR_NAMES, Dimension, Instrument, Pillar
from assessor.domain.records import Assessment, Programme
from assessor.domain.score import AnswerKey
from assessor.domain.scoring import mean_points, round_half_up
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.walk.detail_panel import DetailContent, ProgrammeNote, QuestionNote, ReasonTarget
from ui.screens.walk.lines import (
    QuestionLine,
    city_questions,
    heading,
    programme_questions,
)
from ui.screens.walk.programme_list import NewProgramme, OneProgramme, WholeRegion
from ui.widgets.entry_list import Entry


def detail_of(line: QuestionLine, instrument: Instrument, assessment: Assessment) -> DetailContent:
    """Return what the panel shows of one question; note and evidence may be its programme's."""
    question = instrument.questions[line.key.question]
    programme = line.key.programme
    parts = (heading(question, language()), question.subindicator.in_language(language()))
    if programme is None:
        title, note = _("Note on this question"), line.answer.note
        target: QuestionNote | ProgrammeNote = QuestionNote(assessment.id, question.key)
        evidence = [one for one in assessment.evidence if one.question == question.key]
    else:
        title = _("Note on the programme")
        note = assessment.programme_notes.get(programme, "")
        target = ProgrammeNote(assessment.id, programme)
        evidence = [one for one in assessment.evidence if one.programme == programme]
    return DetailContent(
        context=" / ".join(dict.fromkeys(parts)),
        question=f"{line.number}. {line.text}",
        scale="\n".join(
            f"{level.points}  {level.description.in_language(language())}"
            for level in instrument.levels
        ),
        note_title=title,
        note_target=target,
        note=note,
        evidence=tuple(evidence),
        reason_target=ReasonTarget(assessment.id, line.key),
        reason=line.answer.score.reason,
        is_marked=line.answer.is_marked,
        is_read_only=assessment.is_locked,
    )


def programme_of(assessment: Assessment, key: AnswerKey) -> Programme:
    """Return the programme that `key` is about; LookupError where there is none."""
    for programme in assessment.programmes:
        if programme.id == key.programme:
            return programme
    raise LookupError(key)


def programme_entries(dimension: Dimension, assessment: Assessment) -> tuple[Entry, ...]:
    """Return the list beside the questions: the region, then each pillar with its programmes."""
    return (*_region_entries(dimension, assessment), *_pillar_entries(dimension, assessment))


def _region_entries(dimension: Dimension, assessment: Assessment) -> Iterator[Entry]:
    questions = city_questions(dimension)
    if questions:
        keys = [AnswerKey(one.key) for one in questions]
        yield Entry(_("About the region"))
        yield Entry(_("Questions about the region"), _progress(keys, assessment), key=WholeRegion())


def _pillar_entries(dimension: Dimension, assessment: Assessment) -> Iterator[Entry]:
    for pillar in Pillar:
        yield Entry(PILLAR_NAMES[pillar])
        for programme in assessment.programmes:
            if programme.pillar is pillar:
                yield Entry(
                    programme.name,
                    programme_progress(dimension, assessment, programme),
                    key=OneProgramme(programme.id, pillar),
                )
        if not assessment.is_locked:
            yield Entry(_("Add a programme…"), key=NewProgramme(pillar), is_quiet=True)


def programme_progress(dimension: Dimension, assessment: Assessment, programme: Programme) -> str:
    """Return how many of a programme's questions are done, and their mean: "7/10 · 2,86"."""
    keys = [AnswerKey(one.key, programme.id) for one in programme_questions(dimension)]
    value = mean_points(assessment.answer(key).score for key in keys)
    mean = show(None if value is None else round_half_up(value))
    return f"{_progress(keys, assessment)} · {mean}"


def _progress(keys: Sequence[AnswerKey], assessment: Assessment) -> str:
    done = sum(not assessment.answer(key).score.is_blank for key in keys)
    return f"{done}/{len(keys)}"
