"""Link a record to a post: choose one that is there, or add one, without leaving the post."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from app.errors import KnownError
from app.model.records import Consent, Interest, Source
from ui.dialogs.context import DialogContext
from ui.dialogs.record_row import RecordRow
from ui.dialogs.sheet import Sheet

Kept = TypeVar("Kept", Consent, Source, Interest)


class Register(Protocol[Kept]):
    """What the sheet needs to know of one kind of record, for one post.

    ``describe`` gives title, detail, and why the record does not fit (empty if it does).
    ``save_form`` saves a new record and returns its id; KnownError says what is missing.
    """

    title: str
    noun: str
    note: str

    def records(self) -> tuple[Kept, ...]: ...

    def describe(self, record: Kept) -> tuple[str, str, str]: ...

    def linked(self) -> tuple[int, ...]: ...

    def make_form(self) -> QWidget: ...

    def first_field(self) -> QWidget: ...

    def save_form(self) -> int: ...

    def link(self, record_id: int) -> None: ...


class RecordSheet(Sheet, Generic[Kept]):
    """Two faces: a list to choose from, and a form to add to it.

    An empty register starts with the form. ``done`` gets the id of the linked record.
    """

    def __init__(
        self,
        context: DialogContext,
        register: Register[Kept],
        done: Callable[[int], None],
    ) -> None:
        super().__init__(context.theme, context.window, register.title, width=600)
        self.register: Register[Kept] = register
        self.set_note(register.note)
        self._done = done
        self._group = QButtonGroup(self)
        self._rows: dict[int, RecordRow] = {}
        self._form: QWidget | None = None
        self._search = QLineEdit()
        self._search.setPlaceholderText("Search")
        self._search.setAccessibleName(f"Search {self.register.noun}s")
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self.theme.px(6))
        self.body.addWidget(self._search)
        self.body.addWidget(self._list)
        self._form_place = QVBoxLayout()
        self.body.addLayout(self._form_place)
        self.body.addStretch(1)
        self._other = self.add_button("Add new")
        self._other.clicked.connect(self._turn)
        cancel = self.add_button("Cancel")
        cancel.clicked.connect(self.reject)
        self._go = self.add_button("Link", "primary")
        self._go.setDefault(True)
        self._go.clicked.connect(self._on_go)
        self._fill()
        self._show_face(form=not self._rows)

    def start(self) -> None:
        """Open with the focus where the work starts."""
        if self._form is not None and self._form.isVisibleTo(self):
            self.open(self.register.first_field())
        elif self._rows:
            self.open(next(iter(self._rows.values())))
        else:
            self.open()

    def _fill(self) -> None:
        linked = self.register.linked()
        for record in self.register.records():
            title, detail, trouble = self.register.describe(record)
            mark = "Linked already. " if record.id in linked else ""
            row = RecordRow(self.theme, title, mark + detail, trouble, self._list)
            self._group.addButton(row, record.id)
            self._rows[record.id] = row
            self._column.addWidget(row)
        fits = [i for i, row in self._rows.items() if not row.toolTip() and i not in linked]
        if fits:
            self._rows[fits[0]].setChecked(True)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in self._rows.values():
            hay = f"{row.text()} {row.accessibleDescription()}".casefold()
            row.setVisible(all(word in hay for word in words))

    def _turn(self) -> None:
        self._show_face(form=self._form is None or not self._form.isVisible())
        target = (
            self.register.first_field() if self._form and self._form.isVisible() else self._search
        )
        target.setFocus()

    def _show_face(self, *, form: bool) -> None:
        if form and self._form is None:
            self._form = self.register.make_form()
            self._form_place.addWidget(self._form)
        if self._form is not None:
            self._form.setVisible(form)
        self._list.setVisible(not form)
        self._search.setVisible(not form and len(self._rows) > 4)
        self._other.setVisible(bool(self._rows))
        self._other.setText("Choose one" if form else "Add new")
        self._go.setText("Save and link" if form else "Link")
        self.message.clear()
        self._place()

    def _on_go(self) -> None:
        try:
            if self._form is not None and self._form.isVisible():
                record_id = self.register.save_form()
            else:
                record_id = self._group.checkedId()
                if record_id < 0:
                    self.message.say(f"Choose a {self.register.noun} first.")
                    return
            self.register.link(record_id)
        except KnownError as error:
            self.message.say_error(error)
            return
        self.accept()
        self._done(record_id)
