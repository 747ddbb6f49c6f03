"""The practice's own words and questions: a list to add to, change, hand on and take in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from app.model.finding import Kind, Strength
from app.model.practice import OwnException, OwnLevel, OwnQuestion, OwnWord, PracticeRule
from ui.settings.rows import Group
from ui.settings.rule_words import RuleWords, rule_words
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.properties import Words
from ui.widgets.properties import rule as hairline

if TYPE_CHECKING:
    from app.planner import ItemChoice

_ADD: tuple[tuple[str, PracticeRule], ...] = (
    ("Add words…", OwnWord(0, "", Kind.CLAIM, "")),
    ("Add an exception…", OwnException(0, "", Kind.CLAIM)),
    ("Change a check…", OwnLevel(0, "", Strength.BLOCK)),
    ("Add a question…", OwnQuestion(0, "")),
)
_ABOUT = "What your practice adds to the checks. It stays in this planner when new rules come."
_NONE = "Nothing yet. For example a slogan that you agreed never to use."


class OwnRules(Group):
    """A card of the settings page.

    ``wanted`` carries a rule to add (id 0) or to change, ``unwanted`` the id of one to remove.
    """

    wanted = Signal(object)
    unwanted = Signal(int)
    import_wanted = Signal()
    export_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "Words and questions", parent)
        self._shown: dict[int, _RuleRow] = {}
        self._about = Words(theme, _ABOUT, "small", "text2", wrap=True)
        self._about.setContentsMargins(0, theme.px(10), 0, theme.px(10))
        self.add_widget(self._about)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.add_widget(self._list)
        self.adders: list[Button] = []
        self.add_widget(hairline())
        self.add_widget(self._make_buttons())
        self.show_rules(())

    def show_rules(self, rules: Iterable[PracticeRule], items: Iterable[ItemChoice] = ()) -> None:
        """Show these rules; a row that stays keeps the focus. ``items`` name changed checks."""
        questions = {item.id: item.question for item in items}
        words = {one.id: (one, rule_words(one, questions)) for one in rules}
        for gone in self._shown.keys() - words.keys():
            self._take(gone)
        for place, (rule_id, (one, said)) in enumerate(words.items()):
            row = self._shown.get(rule_id)
            if row is None:
                row = self._shown[rule_id] = _RuleRow(self._theme, self)
                row.edit.clicked.connect(lambda _=False, known=row: self.wanted.emit(known.rule))
                row.remove.clicked.connect(
                    lambda _=False, known=row: self.unwanted.emit(known.rule.id)
                )
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_rule(one, said)
            row.edit.setEnabled(not isinstance(one, OwnLevel) or one.item in questions)
        self._list.setVisible(bool(words))
        self._about.setText(_ABOUT if words else f"{_ABOUT} {_NONE}")
        self.export.setEnabled(bool(words))

    def _take(self, rule_id: int) -> None:
        """Take a row away; the keyboard goes on to the next one, else to the first button."""
        row = self._shown.pop(rule_id)
        place = self._column.indexOf(row)
        here = QApplication.focusWidget()
        if here is not None and row.isAncestorOf(here):
            beside = self._column.itemAt(place + 1) or self._column.itemAt(place - 1)
            widget = beside.widget() if beside is not None else None
            target = widget.remove if isinstance(widget, _RuleRow) else self.adders[0]
            target.setFocus(Qt.FocusReason.TabFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _make_buttons(self) -> QWidget:
        theme, px = self._theme, self._theme.px
        whole = QWidget()
        flow = Flow(whole, gap=px(8), row_gap=px(8))
        flow.setContentsMargins(0, px(12), 0, px(12))
        for words, blank in _ADD:
            button = Button(theme, words, compact=True)
            button.clicked.connect(lambda _=False, one=blank: self.wanted.emit(one))
            self.adders.append(button)
            flow.addWidget(button)
        self.take_in = Button(theme, "Import…", "quiet", compact=True)
        self.take_in.clicked.connect(self.import_wanted)
        self.export = Button(theme, "Export…", "quiet", compact=True)
        self.export.clicked.connect(self.export_wanted)
        pair = QWidget()
        row = QHBoxLayout(pair)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(4))
        row.addWidget(self.take_in)
        row.addWidget(self.export)
        flow.addWidget(pair)
        return whole


class _RuleRow(QWidget):
    """What a rule is about, what it does, and two buttons."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        px = theme.px
        self.rule: PracticeRule = OwnQuestion(0, "")
        self._title = Words(theme, "", "button", wrap=True)
        self._detail = Words(theme, "", "small", "text2", wrap=True)
        self.edit = IconButton(theme, "pencil", "Edit")
        self.remove = IconButton(theme, "bin", "Remove")
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(self._title)
        words.addWidget(self._detail)
        row = QHBoxLayout()
        row.setContentsMargins(0, px(10), 0, px(10))
        row.setSpacing(px(8))
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(hairline())
        whole.addLayout(row)

    def show_rule(self, rule: PracticeRule, words: RuleWords) -> None:
        """Show a rule."""
        self.rule = rule
        self._title.setText(words.title)
        self._detail.setText(words.detail)
        self.edit.set_name(f"Edit {words.title}")
        self.remove.set_name(f"Remove {words.title}")
        for button in (self.edit, self.remove):
            button.setAccessibleDescription(words.detail)
