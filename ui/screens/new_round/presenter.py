"""Puts a round together and begins it."""

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import UserError
from assessor.services.catalogue import cohort_instruments
from assessor.services.new_rounds import NewRound, new_round_of
from resources.i18n import gettext as _
from ui.days import read_day, write_day
from ui.messages import explain
from ui.screen import Menu
from ui.screens.new_round.cohorts_presenter import CohortsPresenter, NewRoundNeeds
from ui.screens.new_round.round_form import RoundFields
from ui.screens.new_round.view import NewRoundView


class FieldRefusedError(Exception):
    """A field that cannot be taken as typed: which one ("" for none), and what to do."""

    def __init__(self, text: str, field: str = "") -> None:
        super().__init__(field)
        self.text = text
        self.field = field


class NewRoundPresenter:
    """Checks the fields and begins the round; they stay as typed whatever is refused."""

    def __init__(self, view: NewRoundView, needs: NewRoundNeeds) -> None:
        self._view = view
        self._needs = needs
        self._cohorts = CohortsPresenter(view, needs)
        view.created.connect(self._create)
        view.cancelled.connect(needs.cancel)
        view.published_round_wanted.connect(self._fill_in)
        view.offer_published(tuple(dict.fromkeys(year for year, _cohort in cohort_instruments())))
        view.form.show_fields(RoundFields(year=needs.this_year))
        needs.events.language_changed.connect(view.retranslate)

    @property
    def widget(self) -> QWidget:
        """The view."""
        return self._view

    def menu_actions(self) -> Mapping[Menu, Sequence[QAction]]:
        """Return nothing: all it offers stands on the screen."""
        return {}

    def leave(self) -> tuple[str, ...]:
        """Nothing is kept before the round is started."""
        return ()

    def _fill_in(self, year: int) -> None:
        new = new_round_of(self._needs.rounds.published_round(year), f"Evaluasi {year}")
        self._view.form.show_fields(
            RoundFields(
                year=new.year,
                name=new.name,
                stage=new.stage,
                letter_number=new.letter_number,
                letter_date=write_day(new.letter_date),
                starts_on=write_day(new.starts_on),
                ends_on=write_day(new.ends_on),
            )
        )
        self._cohorts.take_over(new.cohorts)

    def _create(self) -> None:
        try:
            round_id = self._needs.rounds.create(self._new_round())
        except FieldRefusedError as refusal:
            self._view.show_problem(refusal.text)
            if refusal.field:
                self._view.form.go_to(refusal.field)
        except UserError as error:
            self._view.show_problem(explain(error))
        else:
            self._needs.events.publish(Changes.of(Topic.ROUNDS))
            self._needs.open_round(round_id)

    def _new_round(self) -> NewRound:
        """Return what the fields say. Raises FieldRefusedError at the first that cannot be."""
        fields = self._view.form.fields()
        if not fields.name.strip():
            raise FieldRefusedError(_("Give the round a name."), "name")
        starts_on = _day("starts_on", fields.starts_on)
        ends_on = _day("ends_on", fields.ends_on)
        if starts_on and ends_on and ends_on < starts_on:
            raise FieldRefusedError(_("The evaluation ends before it starts."), "ends_on")
        self._check_cohorts()
        return NewRound(
            year=fields.year,
            name=fields.name,
            cohorts=self._cohorts.draft.new_cohorts(),
            stage=fields.stage,
            letter_number=fields.letter_number,
            letter_date=_day("letter_date", fields.letter_date),
            starts_on=starts_on,
            ends_on=ends_on,
        )

    def _check_cohorts(self) -> None:
        cohorts = self._cohorts.draft.cohorts
        names = [cohort.name.strip() for cohort in cohorts]
        if "" in names:
            raise FieldRefusedError(_("Give every cohort a name."))
        if len(set(names)) < len(names):
            raise FieldRefusedError(_("Two cohorts have the same name. Give each its own."))
        for cohort in cohorts:
            if not cohort.regions:
                text = _("The cohort {cohort} has no regions. Choose some, or remove the cohort.")
                raise FieldRefusedError(text.format(cohort=cohort.name.strip()))


def _day(field: str, typed: str) -> dt.date | None:
    try:
        return read_day(typed)
    except ValueError as error:
        text = _("“{typed}” is no day. Write it as 23/11/2020, or leave the field empty.")
        raise FieldRefusedError(text.format(typed=typed.strip()), field) from error
