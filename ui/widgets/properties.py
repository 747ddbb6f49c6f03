"""Dynamic properties that the style sheet reads, and the small parts made of nothing else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme.theme import Theme


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Set property ``name`` and have the style sheet look at it again."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # It has not been shown yet: the style sheet will look at it then.
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def set_ground(widget: QWidget, token: str) -> None:
    """Fill ``widget`` with a ground: bg, surface, sunken, raised or line."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    restyle(widget, "ground", token)


def rule(parent: QWidget | None = None, *, upright: bool = False) -> QFrame:
    """A hairline between two things, lying or upright."""
    line = QFrame(parent)
    line.setProperty("role", "rule")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def card(parent: QWidget | None = None) -> QFrame:
    """A white panel with a hairline and round corners."""
    frame = QFrame(parent)
    frame.setProperty("role", "card")
    return frame


class Words(QLabel):
    """A label in a step of the type scale and an ink, which follows the theme.

    ``ink`` is text, text2, text3, fix, consider, ready or accent.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        role: str = "body",
        ink: str = "text",
        *,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role = role
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setProperty("ink", ink)
        self._on_theme()
        theme.changed.connect(self._on_theme)

    def set_ink(self, ink: str) -> None:
        """Change the ink."""
        restyle(self, "ink", ink)

    def _on_theme(self) -> None:
        self.setFont(self._theme.font(self._role, tabular=True))
