"""Why a check is there: its rule, what it rests on, how sure that is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from app.model.assessment import Check
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.popover import Popover
from ui.widgets.properties import Words
from ui.write.check_words import how_sure, quoted


class Source(Protocol):
    """A law, code or guide behind a rule."""

    @property
    def name(self) -> str:
        """What it is called."""

    @property
    def demands(self) -> str:
        """What it asks for, in one line."""


def reasons(check: Check, authorities: Mapping[str, Source]) -> tuple[tuple[str, str], ...]:
    """Heading and words, in the order they are read."""
    found: list[tuple[str, str]] = []
    if check.why:
        found.append(("What it means", check.why))
    for key in check.authorities:
        authority = authorities.get(key)
        if authority is not None:
            found.append((authority.name, authority.demands))
    sure = how_sure(check)
    if sure and check.authorities:
        found.append(("How sure this is", sure))
    rules = tuple(dict.fromkeys(finding.rule for finding in check.findings))
    names = ", ".join(rules or check.items)
    if names:
        found.append(("Rule", names))
    return tuple(found)


def explain(
    theme: Theme, check: Check, authorities: Mapping[str, Source], anchor: QWidget
) -> Popover:
    """Open the explanation beside the row of ``check``."""
    panel = Popover(theme, f"Why: {check.title}", anchor)
    panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel.setFixedWidth(theme.px(340))
    panel.body.addWidget(Words(theme, check.title, "strong", wrap=True))
    if check.quote:
        panel.body.addWidget(Words(theme, quoted(check.quote), "small", "text2", wrap=True))
    for heading, words in reasons(check, authorities):
        panel.body.addWidget(Words(theme, heading, "small_strong", "text2", wrap=True))
        panel.body.addWidget(Words(theme, words, "small", wrap=True))
    close = Button(theme, "Got it", "plain", compact=True)
    close.clicked.connect(panel.close)
    panel.body.addWidget(close)
    panel.open_at(anchor, QRect(0, 0, anchor.width(), theme.px(28)))
    return panel
