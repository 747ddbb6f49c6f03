"""Link a record to a post: choose one, change one or add one, without leaving the post."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, Protocol, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from app.errors import KnownError
from app.model.records import Consent, Interest, Source
from ui.dialogs.context import DialogContext
from ui.dialogs.record_row import RecordRow
from ui.dialogs.sheet import Sheet

Kept = TypeVar("Kept", Consent, Source, Interest)

_SAVE = "Save and link"


class Register(Protocol[Kept]):
    """What the sheet needs to know of one kind of record, for one post.

    ``describe`` gives title, detail, and why the record does not fit (empty if it does).
    ``make_form`` gives a form for a record that is there, or (None) for a new one;
    ``save_form`` saves what it holds and returns the id; KnownError says what is missing.
    """

    title: str
    noun: str
    note: str

    def records(self) -> tuple[Kept, ...]: ...

    def describe(self, record: Kept) -> tuple[str, str, str]: ...

    def linked(self) -> tuple[int, ...]: ...

    def make_form(self, record: Kept | None) -> QWidget: ...

    def first_field(self) -> QWidget: ...

    def save_form(self) -> int: ...

    def link(self, record_id: int) -> None: ...

    def unlink(self, record_id: int) -> None: ...


class RecordSheet(Sheet, Generic[Kept]):
    """Two faces: a list to choose from, and a form to add to it or to change what is there.

    An empty register starts with the form. ``done`` gets the id of the linked record;
    it hears nothing when a record that was linked already is changed or unlinked.
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
        self._records: dict[int, Kept] = {}
        self._form: QWidget | None = None
        self._linked_already = False
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
        self._unlink = self.add_button("Unlink")
        self._unlink.clicked.connect(self._on_unlink)
        self._edit = self.add_button("Edit")
        self._edit.clicked.connect(self._on_edit)
        self._other = self.add_button("Add new")
        self._other.clicked.connect(self._turn)
        cancel = self.add_button("Cancel")
        cancel.clicked.connect(self.reject)
        self._go = self.add_button("Link", "primary")
        self._go.clicked.connect(self._on_go)
        self._group.buttonToggled.connect(self._on_choice)
        self._fill()
        self._show_face(form=not self._rows)

    def start(self, record_id: int = 0) -> None:
        """Open with the focus where the work starts; with a record that is to be completed."""
        record = self._records.get(record_id)
        if record is not None:
            self.retitle(f"Complete {self.register.noun}")
            self._rows[record_id].setChecked(True)
            self._put_form(record)
            self._show_face(form=True)
        if self._on_form:
            self.open(self.register.first_field())
        else:
            self.open(self._row_in_front())

    @property
    def _on_form(self) -> bool:
        return self._form is not None and self._form.isVisibleTo(self)

    def _row_in_front(self) -> QWidget:
        """The row that is chosen, else the first one."""
        chosen = self._rows.get(self._group.checkedId())
        return chosen or next(iter(self._rows.values()))

    def _fill(self) -> None:
        linked = self.register.linked()
        for record in self.register.records():
            self._records[record.id] = record
            title, detail, trouble = self.register.describe(record)
            mark = "Linked already. " if record.id in linked else ""
            row = RecordRow(self.theme, title, mark + detail, trouble, self._list)
            self._group.addButton(row, record.id)
            self._rows[record.id] = row
            self._column.addWidget(row)
        fits = [i for i, row in self._rows.items() if not row.toolTip() and i not in linked]
        known = [i for i in linked if i in self._rows]
        if fits or known:
            self._rows[(fits or known)[0]].setChecked(True)

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for row in self._rows.values():
            hay = f"{row.text()} {row.accessibleDescription()}".casefold()
            row.setVisible(all(word in hay for word in words))
        self._choose_in_sight()

    def _choose_in_sight(self) -> None:
        """What is chosen is always among what is shown: Enter must not link a hidden record."""
        shown = [row for row in self._rows.values() if row.isVisibleTo(self._list)]
        chosen = self._group.checkedButton()
        if chosen is not None and chosen not in shown:
            self._group.setExclusive(False)
            chosen.setChecked(False)
            self._group.setExclusive(True)
            chosen = next((row for row in shown if not row.toolTip()), None)
            if chosen is not None:
                chosen.setChecked(True)
        # Qt lets Tab come only to the row that had the focus last, which may be hidden now.
        front = chosen or next(iter(shown), None)
        if front is not None:
            front.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _turn(self) -> None:
        """From the list to an empty form, or back to the list."""
        if self._on_form:
            self._show_face(form=False)
            self._row_in_front().setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._open_form(None)

    def _on_edit(self) -> None:
        record = self._records.get(self._group.checkedId())
        if record is not None:
            self._open_form(record)

    def _open_form(self, record: Kept | None) -> None:
        self._put_form(record)
        self._show_face(form=True)
        self.register.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def _put_form(self, record: Kept | None) -> None:
        if self._form is not None:
            self._form_place.removeWidget(self._form)
            self._form.hide()
            self._form.deleteLater()
        self._form = self.register.make_form(record)
        self._form_place.addWidget(self._form)
        self._linked_already = record is not None and record.id in self.register.linked()

    def _on_choice(self) -> None:
        chosen = self._group.checkedId()
        self._edit.setVisible(not self._on_form and chosen >= 0)
        self._unlink.setVisible(not self._on_form and chosen in self.register.linked())

    def _show_face(self, *, form: bool) -> None:
        if form and self._form is None:
            self._put_form(None)
        if self._form is not None:
            self._form.setVisible(form)
        self._list.setVisible(not form)
        self._search.setVisible(not form and len(self._rows) > 4)
        self._other.setVisible(bool(self._rows))
        self._other.setText("Back to the list" if form else "Add new")
        self._go.setText("Link" if not form else "Save" if self._linked_already else _SAVE)
        self._on_choice()
        self.message.clear()
        self._place()

    def _on_go(self) -> None:
        news = True
        try:
            if self._on_form:
                news = not self._linked_already
                record_id = self.register.save_form()
            else:
                record_id = self._group.checkedId()
                if record_id < 0:
                    self.message.say(f"Choose a {self.register.noun} first.")
                    return
            self.register.link(record_id)
        except KnownError as error:
            self._refuse(error)
            return
        self.accept()
        if news:
            self._done(record_id)

    def _on_unlink(self) -> None:
        try:
            self.register.unlink(self._group.checkedId())
        except KnownError as error:
            self._refuse(error)
            return
        self.accept()

    def _refuse(self, error: KnownError) -> None:
        """Say what is missing above what was typed, and bring it into view."""
        self.message.say_error(error)
        self._place()
        self.show_top()
