"""The quick-win programmes: which one is open, and changes to their list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from assessor.domain.changes import Changes
from assessor.domain.errors import UserError
from assessor.domain.ids import AssessmentId, ProgrammeId
from assessor.domain.instrument import Dimension, Pillar
from assessor.domain.open_work import where_to_begin
from assessor.domain.records import Assessment, Programme
from assessor.domain.score import AnswerKey
from resources.i18n import gettext as _
from ui.messages import explain
from ui.screens.walk.desk import Desk
from ui.screens.walk.details import programme_entries
from ui.screens.walk.lines import city_questions, programme_questions
from ui.screens.walk.programme_list import NewProgramme, OneProgramme, WholeRegion
from ui.screens.walk.view import WalkView


class ProgrammePresenter(QObject):
    """Shows the programmes of a dimension that asks about them."""

    def __init__(self, desk: Desk, view: WalkView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view
        self._order: tuple[ProgrammeId, ...] = ()
        """The programmes in the order of the list that was shown last."""
        desk.went.connect(self.show)
        # Before the questions are: a programme that went away leaves them another one's place.
        desk.read_again.connect(self.show)
        column = view.programmes
        column.list.current_changed.connect(self._open)
        column.list.chosen.connect(self._enter)
        column.list.named.connect(self._name)
        column.list.removed.connect(self._remove)
        column.list.moved.connect(self._move)
        column.pillar_chosen.connect(self._put_under)

    def show(self) -> None:
        """Show the list, or no list where the open step asks nothing about programmes."""
        dimension, assessment = self._desk.dimension, self._desk.assessment
        asks = dimension is not None and bool(programme_questions(dimension))
        self._view.programmes.setVisible(asks)
        if dimension is None or assessment is None or not asks:
            return
        self._leave_removed(dimension, assessment)
        entries = programme_entries(dimension, assessment)
        self._view.programmes.show_programmes(entries, is_read_only=assessment.is_locked)
        self._view.programmes.select(self._current(assessment))

    def _leave_removed(self, dimension: Dimension, assessment: Assessment) -> None:
        """Stand at the neighbour of a programme that went away, however it went."""
        before, removed = self._order, self._desk.programme
        self._order = listed_order(assessment.programmes)
        if removed is None or removed in self._order or removed not in before:
            return
        neighbour = nearest(before, removed, self._order)
        about_the_region = city_questions(dimension)
        place = AnswerKey(about_the_region[0].key) if about_the_region else None
        if neighbour is not None:
            place = where_to_begin(dimension, assessment, neighbour)
        if place is not None:
            self._desk.stand_at(place)

    def _current(self, assessment: Assessment) -> WholeRegion | OneProgramme:
        programme = self._desk.programme
        for one in assessment.programmes:
            if one.id == programme:
                return OneProgramme(one.id, one.pillar)
        return WholeRegion()

    def _open(self, key: object) -> None:
        dimension, assessment = self._desk.dimension, self._desk.assessment
        if dimension is None or assessment is None:
            return
        if isinstance(key, OneProgramme) and key.id != self._desk.programme:
            first = where_to_begin(dimension, assessment, key.id)
            self._desk.go(self._desk.step, first)
        elif isinstance(key, WholeRegion) and self._desk.programme is not None:
            self._desk.go(self._desk.step, AnswerKey(city_questions(dimension)[0].key))

    def _enter(self, key: object) -> None:
        self._open(key)
        self._view.table.setFocus()

    def _name(self, key: object, name: str) -> None:
        if isinstance(key, OneProgramme):
            programmes, programme = self._desk.workspace.programmes, key.id
            refused = self._desk.edit(lambda opened: programmes.rename(opened, programme, name))
        elif isinstance(key, NewProgramme):
            refused = self._add(key.pillar, name)
        else:
            return
        if not self._tell(refused):
            self._view.programmes.list.ask_again(key, name)

    def _add(self, pillar: Pillar, name: str) -> UserError | None:
        programmes = self._desk.workspace.programmes
        added: list[ProgrammeId] = []

        def add(opened: AssessmentId) -> Changes:
            programme, changes = programmes.add(opened, pillar, name)
            added.append(programme)
            return changes

        refused = self._desk.edit(add)
        dimension, assessment = self._desk.dimension, self._desk.assessment
        if added and dimension is not None and assessment is not None:
            first = where_to_begin(dimension, assessment, added[0])
            self._desk.go(self._desk.step, first)
        return refused

    def _remove(self, key: OneProgramme) -> None:
        assessment = self._desk.assessment
        if assessment is None:
            return
        name = next(one.name for one in assessment.programmes if one.id == key.id)
        programmes = self._desk.workspace.programmes
        if self._tell(self._desk.edit(lambda opened: programmes.remove(opened, key.id))):
            text = _("“{name}” was removed with its scores. Ctrl+Z brings it back.")
            self._view.tell(text.format(name=name))

    def _move(self, key: OneProgramme, places: int) -> None:
        assessment = self._desk.assessment
        if assessment is None:
            return
        order = moved_within_pillar(assessment.programmes, key.id, places)
        programmes = self._desk.workspace.programmes
        self._tell(self._desk.edit(lambda opened: programmes.reorder(opened, order)))
        self._view.programmes.select(key)

    def _put_under(self, key: OneProgramme, pillar: Pillar) -> None:
        programmes = self._desk.workspace.programmes
        self._tell(
            self._desk.edit(lambda opened: programmes.move_to_pillar(opened, key.id, pillar))
        )
        self._view.programmes.select(OneProgramme(key.id, pillar))

    def _tell(self, refused: UserError | None) -> bool:
        self._view.programmes.show_problem("" if refused is None else explain(refused))
        return refused is None


def listed_order(programmes: Sequence[Programme]) -> tuple[ProgrammeId, ...]:
    """Return the programmes as the list has them, pillar by pillar."""
    return tuple(one.id for pillar in Pillar for one in programmes if one.pillar is pillar)


def nearest(
    before: Sequence[ProgrammeId], removed: ProgrammeId, left: Sequence[ProgrammeId]
) -> ProgrammeId | None:
    """Return the one of `left` that followed `removed`, else the one before it, else none."""
    place = before.index(removed)
    candidates = (*before[place + 1 :], *reversed(before[:place]))
    return next((one for one in candidates if one in left), None)


def moved_within_pillar(
    programmes: Sequence[Programme], moving: ProgrammeId, places: int
) -> tuple[ProgrammeId, ...]:
    """Return the order after `moving` changes places with a neighbour under its own pillar."""
    order = [one.id for one in programmes]
    pillar = next(one.pillar for one in programmes if one.id == moving)
    siblings = [one.id for one in programmes if one.pillar is pillar]
    target = siblings.index(moving) + places
    if 0 <= target < len(siblings):
        here, there = order.index(moving), order.index(siblings[target])
        order[here], order[there] = order[there], order[here]
    return tuple(order)
