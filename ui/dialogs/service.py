"""Opens the dialogs over the window. Pages ask for them here and never build one.

A dialog's code is loaded when it is first asked for, so that it costs nothing at start.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.errors import KnownError
from ui.dialogs.context import DialogContext

if TYPE_CHECKING:
    from app.model.assessment import Check
    from app.model.practice import PracticeRule
    from ui.dialogs.sheet import Sheet

_NOT_RELEVANT = (
    "It is about people in general",
    "The words are a quotation",
    "The source says so",
)


class Dialogs:
    """One at a time; while one is open the window's actions rest."""

    def __init__(self, context: DialogContext) -> None:
        self._context = context
        self._open: Sheet | None = None

    @property
    def current(self) -> Sheet | None:
        """The dialog that is open."""
        return self._open

    def link_consent(
        self, post_id: int, done: Callable[[int], None] | None = None, *, record: int = 0
    ) -> None:
        """Choose or add a consent record; ``done`` gets its id. ``record``: complete this one."""
        from ui.dialogs.consent_register import ConsentRegister
        from ui.dialogs.record_sheet import RecordSheet

        register = ConsentRegister(self._context, post_id)
        sheet = RecordSheet(self._context, register, done or _nothing)
        self._show(sheet, lambda: sheet.start(record))

    def add_source(self, post_id: int, done: Callable[[str], None], *, record: int = 0) -> None:
        """Choose or add a source; ``done`` gets its short name for ``[@short-name]``."""
        from ui.dialogs.record_sheet import RecordSheet
        from ui.dialogs.source_register import SourceRegister

        records = self._context.planner.records

        def linked(source_id: int) -> None:
            done(records.source(source_id).short_name)

        sheet = RecordSheet(self._context, SourceRegister(self._context, post_id), linked)
        self._show(sheet, lambda: sheet.start(record))

    def disclose(self, post_id: int, done: Callable[[str], None], *, record: int = 0) -> None:
        """Choose or add an affiliation; ``done`` gets its line for the post."""
        from ui.dialogs.interest_register import InterestRegister
        from ui.dialogs.record_sheet import RecordSheet

        records = self._context.planner.records

        def linked(interest_id: int) -> None:
            done(records.interest(interest_id).line)

        sheet = RecordSheet(self._context, InterestRegister(self._context, post_id), linked)
        self._show(sheet, lambda: sheet.start(record))

    def own_rule(self, rule: PracticeRule) -> None:
        """Add (id 0) or change one of the practice's own rules."""
        from ui.dialogs.rule_sheet import RuleSheet

        sheet = RuleSheet(self._context, rule)
        self._show(sheet, sheet.start)

    def choose_date(self, post_id: int) -> None:
        """Set or remove the date of a post."""
        from ui.dialogs.date_dialog import DateDialog

        dialog = DateDialog(self._context, post_id)
        self._show(dialog, lambda: dialog.open(dialog.day))

    def set_aside(self, post_id: int, check: Check) -> None:
        """Set a check aside; where the rules ask for a written reason, ask for it."""
        from ui.dialogs.reason_dialog import ReasonDialog

        gate = self._context.planner.gate
        if not check.reason_needed:
            self._try(lambda: gate.set_aside(post_id, check.id))
            return
        dialog = ReasonDialog(
            self._context,
            "Not a problem here",
            f"{check.title}. “{check.quote}”" if check.quote else check.title,
            "Set aside",
            lambda reason: gate.set_aside(post_id, check.id, reason),
            (*check.reasons, *_NOT_RELEVANT),
        )
        self._show(dialog, lambda: dialog.open(dialog.reason))

    def correct_fact(self, post_id: int, fact: str, value: bool, about: str) -> None:
        """Correct what the gate believes about the post, with a reason."""
        from ui.dialogs.reason_dialog import ReasonDialog

        gate = self._context.planner.gate
        dialog = ReasonDialog(
            self._context,
            "Correct this",
            about,
            "Correct",
            lambda reason: gate.correct_fact(post_id, fact, value, reason),
        )
        self._show(dialog, lambda: dialog.open(dialog.reason))

    def export(self) -> None:
        """Hand the schedule over as CSV."""
        from ui.dialogs.export_dialog import ExportDialog

        dialog = ExportDialog(self._context)
        self._show(dialog, dialog.start)

    def _show(self, sheet: Sheet, start: Callable[[], None]) -> None:
        if self._open is not None:
            sheet.deleteLater()
            return
        self._open = sheet
        self._context.actions.suspend()
        sheet.finished.connect(self._on_finished)
        start()

    def _on_finished(self) -> None:
        self._open = None
        self._context.actions.resume()

    def _try(self, work: Callable[[], object]) -> None:
        try:
            work()
        except KnownError as error:
            self._context.toasts.say(str(error))


def _nothing(_: int) -> None:
    """Nothing more to do."""
