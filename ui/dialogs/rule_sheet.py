"""Add or change one of the practice's own rules."""

from __future__ import annotations

from app.errors import KnownError
from app.model.practice import OwnException, OwnLevel, OwnQuestion, OwnWord, PracticeRule
from ui.dialogs.context import DialogContext
from ui.dialogs.rule_forms import ExceptionForm, LevelForm, QuestionForm, WordForm
from ui.dialogs.sheet import Sheet

_TITLES = {
    OwnWord: "Words that are always shown",
    OwnException: "Words that are never shown",
    OwnLevel: "How much a check weighs",
    OwnQuestion: "A question of your own",
}


class RuleSheet(Sheet):
    """A rule with id 0 is added, another one changed."""

    def __init__(self, context: DialogContext, rule: PracticeRule) -> None:
        super().__init__(context.theme, context.window, _TITLES[type(rule)], width=560)
        self._desk = context.planner.practice
        self.form = self._form(rule)
        self.body.addWidget(self.form)
        self.body.addStretch(1)
        self.set_note("It stays in this planner when new rules come.")
        self.add_button("Cancel").clicked.connect(self.reject)
        self._go = self.add_button("Save" if rule.id else "Add", "primary")
        self._go.clicked.connect(self._on_go)

    def start(self) -> None:
        """Open with the focus in the first field."""
        self.open(self.form.first)

    def _form(self, rule: PracticeRule) -> WordForm | ExceptionForm | LevelForm | QuestionForm:
        if isinstance(rule, OwnWord):
            return WordForm(self.theme, rule)
        if isinstance(rule, OwnException):
            return ExceptionForm(self.theme, rule)
        if isinstance(rule, OwnLevel):
            return LevelForm(self.theme, rule, self._desk.items())
        return QuestionForm(self.theme, rule)

    def _on_go(self) -> None:
        try:
            self._desk.save(self.form.value())
        except KnownError as error:
            self.message.say_error(error)
            self._place()
            self.show_top()
            return
        self.accept()
