"""Fills the form in: shows what is saved, saves what is typed, takes a logo."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from assessor.domain.changes import Changes, Topic
from assessor.domain.errors import DayUnreadable, UserError
from assessor.domain.ids import RoundId
from assessor.domain.letter_fields import DAYS, LetterField, LetterForm
from assessor.services.letter_forms import LetterForms
from resources.i18n import gettext as _
from resources.i18n.letter_fields import field_name
from ui.days import read_day
from ui.dialogs import Dialogs
from ui.events import AppEvents
from ui.letters.form import EntryOf, LetterFormPanel
from ui.messages import explain
from ui.widgets.unsaved import Typed


class LetterFilling(QObject):
    """Joins one form to the service that keeps it."""

    filled_in = Signal()
    """The form was read again, or an entry was refused or is refused no more."""

    def __init__(
        self, panel: LetterFormPanel, forms: LetterForms, events: AppEvents, dialogs: Dialogs
    ) -> None:
        super().__init__(panel)
        self._panel, self._forms = panel, forms
        self._events, self._dialogs = events, dialogs
        self._round: RoundId | None = None
        self.form = LetterForm()
        panel.typed.connect(self._save)
        panel.logo_wanted.connect(self._choose_logo)
        panel.logo_removed.connect(self._remove_logo)
        events.changed.connect(self._follow)
        events.language_changed.connect(self._tell)

    def show_round(self, round_id: RoundId) -> None:
        """Show the form of a round. Raises RoundUnknown."""
        self._round = round_id
        self._read()

    def wanting(self, needed: Iterable[LetterField]) -> Mapping[LetterField, str]:
        """Return, in the order of `needed`, what is not set yet ("") and what was refused, why."""
        needed = tuple(needed)
        refused = {
            field: explain(editor.refusal)
            for field, editor in self._panel.fields.items()
            if editor.refusal is not None
        }
        missing = self.form.missing(needed)
        return {
            field: refused.get(field, "")
            for field in needed
            if field in missing or field in refused
        }

    def leave(self) -> tuple[str, ...]:
        """Save what is being typed; return what could not be saved and why."""
        for editor in self._panel.fields.values():
            editor.flush()
        for editor in self._panel.fields.values():
            editor.unsaved.try_again()
        return self._refusals()

    def _read(self) -> None:
        if self._round is not None:
            self.form = self._forms.read(self._round)
            self._panel.show_form(self._round, self.form)
            self._tell()

    def _follow(self, changes: Changes) -> None:
        if changes.topics & {Topic.LETTER, Topic.ROUNDS}:
            self._read()

    def _save(self, typed: Typed) -> None:
        entry = typed.target
        if not isinstance(entry, EntryOf):
            return
        editor = self._panel.fields[entry.field]
        try:
            changes = self._write(entry, typed)
        except UserError as refused:
            editor.refused(typed, refused)
        else:
            editor.saved(typed)
            self._events.publish(changes)
        self._tell()

    def _write(self, entry: EntryOf, typed: Typed) -> Changes:
        if entry.field not in DAYS:
            return self._forms.write(entry.round, entry.field, typed.text, typed.token)
        try:
            day = read_day(typed.text)
        except ValueError as error:
            raise DayUnreadable(found=typed.text) from error
        return self._forms.set_day(entry.round, entry.field, day, typed.token)

    def _choose_logo(self) -> None:
        pattern = _("Pictures") + " (*.png *.jpg *.jpeg)"
        path = self._dialogs.open_file(_("Choose a logo"), pattern)
        if path is None:
            return
        try:
            self._events.publish(self._forms.choose_logo(path))
        except UserError as refused:
            self._dialogs.problem(explain(refused))

    def _remove_logo(self) -> None:
        self._events.publish(self._forms.remove_logo())

    def _tell(self) -> None:
        self._panel.show_problem("\n".join(self._refusals()))
        self.filled_in.emit()

    def _refusals(self) -> tuple[str, ...]:
        return tuple(
            f"{field_name(field)}: {explain(refused.why)}"
            for field, editor in self._panel.fields.items()
            for refused in editor.unsaved.all
        )
