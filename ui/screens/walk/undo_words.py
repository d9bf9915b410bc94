"""What was undone or redone, in words, and where it happened."""

from assessor.domain.edits import Field, FieldAddress, Undone, value_score
from assessor.domain.instrument import Instrument
from assessor.domain.records import Assessment
from assessor.domain.result import keys_in_order
from assessor.domain.score import AnswerKey
from resources.i18n import gettext as _
from resources.i18n import language
from ui.screens.walk.desk import NARRATIVE
from ui.screens.walk.places import Place, programme_step, step_of
from ui.screens.walk.question_model import score_text

PROGRAMME_FIELDS = frozenset(
    {
        Field.PROGRAMME_NOTE,
        Field.PROGRAMME_PRESENCE,
        Field.PROGRAMME_NAME,
        Field.PROGRAMME_PILLAR,
        Field.PROGRAMME_ORDER,
    }
)


def place_of(
    address: FieldAddress, instrument: Instrument, assessments: tuple[Assessment, ...]
) -> Place | None:
    """Return where a field is shown; `assessments` are the records after and before the change."""
    if address.answer is not None:
        return Place(step_of(instrument, address.answer), address.answer)
    if address.field is Field.NARRATIVE:
        return Place(NARRATIVE)
    if address.field is Field.EVIDENCE_PRESENCE:
        return _place_of_evidence(address, instrument, assessments)
    if address.field in PROGRAMME_FIELDS:
        return _place_of_programme(address.subject, instrument, assessments[0])
    return None


def _place_of_evidence(
    address: FieldAddress, instrument: Instrument, assessments: tuple[Assessment, ...]
) -> Place | None:
    for assessment in assessments:
        for piece in assessment.evidence:
            if piece.id == address.subject and piece.question is not None:
                key = AnswerKey(piece.question)
                return Place(step_of(instrument, key), key)
            if piece.id == address.subject:
                return _place_of_programme(piece.programme or "", instrument, assessment)
    return None


def _place_of_programme(subject: str, instrument: Instrument, assessment: Assessment) -> Place:
    step = programme_step(instrument)
    for dimension in instrument.dimensions:
        for key in keys_in_order(dimension, assessment):
            if key.programme == subject:
                return Place(dimension.key, key)
    return Place(step)


def words_of(undone: Undone, instrument: Instrument, *, is_redo: bool) -> str:
    """Return one line that says what was set back, or set again."""
    words = _("Redone: {what}") if is_redo else _("Undone: {what}")
    return words.format(what=_what(undone, instrument))


def _what(undone: Undone, instrument: Instrument) -> str:
    field, key = undone.address.field, undone.address.answer
    if field is Field.SCORE and key is not None:
        return _("score of “{question}”: {old} → {new}").format(
            question=_question(instrument, key),
            old=score_text(value_score(undone.old)),
            new=score_text(value_score(undone.new)),
        )
    if key is not None:
        words = _("note on “{question}”") if field is Field.NOTE else _("mark of “{question}”")
        return words.format(question=_question(instrument, key))
    return {
        Field.PROGRAMME_NOTE: _("note on a programme"),
        Field.NARRATIVE: _("narrative"),
        Field.PROGRAMME_PRESENCE: _("programme added or removed"),
        Field.PROGRAMME_NAME: _("name of a programme: {old} → {new}").format(
            old=undone.old, new=undone.new
        ),
        Field.PROGRAMME_PILLAR: _("pillar of a programme"),
        Field.PROGRAMME_ORDER: _("order of the programmes"),
        Field.EVIDENCE_PRESENCE: _("evidence added or removed"),
    }.get(field, field.value)


def _question(instrument: Instrument, key: AnswerKey) -> str:
    return instrument.questions[key.question].text.in_language(language())
