"""A written reason, kept with the post: for setting a check aside or correcting a fact."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.errors import KnownError
from ui.dialogs.context import DialogContext
from ui.dialogs.fields import Note
from ui.dialogs.sheet import Sheet
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.form import FormRow
from ui.widgets.properties import Words

SHORTEST = 20


class ReasonDialog(Sheet):
    """Asks for at least ``SHORTEST`` characters. ``done`` may raise KnownError to say no."""

    def __init__(
        self,
        context: DialogContext,
        title: str,
        about: str,
        confirm: str,
        done: Callable[[str], object],
        starters: Sequence[str] = (),
    ) -> None:
        super().__init__(context.theme, context.window, title, width=480, scrolls=False)
        self._done = done
        if about:
            self.body.addWidget(Words(self.theme, about, "body", "text2", wrap=True))
        self.reason = Note(self.theme, lines=3)
        self._row = FormRow(
            self.theme, "Why", self.reason, f"At least {SHORTEST} characters. It stays on the post."
        )
        self.body.addWidget(self._row)
        if starters:
            self._add_starters(starters)
        self.add_button("Cancel").clicked.connect(self.reject)
        self._go = self.add_button(confirm, "primary")
        self._go.clicked.connect(self._on_go)

    def _add_starters(self, starters: Sequence[str]) -> None:
        flow = Flow(gap=6)
        for words in starters:
            button = Button(self.theme, words, "accent", compact=True)
            button.clicked.connect(lambda _=False, text=words: self._start_with(text))
            flow.addWidget(button)
        self.body.addLayout(flow)

    def _start_with(self, words: str) -> None:
        self.reason.setPlainText(f"{words}: ")
        cursor = self.reason.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.reason.setTextCursor(cursor)
        self.reason.setFocus()

    def _on_go(self) -> None:
        reason = self.reason.text()
        if len(reason) < SHORTEST:
            missing = SHORTEST - len(reason)
            self._row.set_problem(f"Please write {missing} more characters, for your own record.")
            self.reason.setFocus()
            self._place()
            return
        try:
            self._done(reason)
        except KnownError as error:
            self.message.say_error(error)
            return
        self.accept()
