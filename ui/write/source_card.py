"""The sources of a post, to look at before she says that they say this."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.calendar.words import short_day
from app.model.records import Source, SourceKind
from ui.theme.theme import Theme
from ui.widgets.buttons import Button
from ui.widgets.popover import Popover
from ui.widgets.properties import Words

_PLACES = {
    SourceKind.DOI: "https://doi.org/{}",
    SourceKind.PMID: "https://pubmed.ncbi.nlm.nih.gov/{}/",
    SourceKind.PMCID: "https://pmc.ncbi.nlm.nih.gov/articles/{}/",
    SourceKind.NCT: "https://clinicaltrials.gov/study/{}",
}


def address_of(source: Source) -> str:
    """Where a source can be read, as an address to copy; a guideline has only its name."""
    if source.kind is SourceKind.URL:
        return source.identifier
    return _PLACES.get(source.kind, "{}").format(source.identifier)


def facts_of(source: Source, today: date) -> str:
    """Year, how much of it was read, and when it was last opened."""
    facts = [str(source.year)] if source.year else []
    facts.append("read in full" if source.read_full else "not read in full")
    if source.accessed_on:
        facts.append(f"you last opened it on {short_day(source.accessed_on, today)}")
    if source.withdrawn:
        facts.insert(0, "Withdrawn")
    words = ", ".join(facts)
    return f"{words[:1].upper()}{words[1:]}."


def show_sources(theme: Theme, sources: Sequence[Source], today: date, anchor: QWidget) -> Popover:
    """Open the sources beside ``anchor``. Primum stays offline, so their addresses are copied."""
    panel = Popover(theme, "Sources of this post", anchor)
    panel.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    panel.setFixedWidth(theme.px(340))
    if not sources:
        panel.body.addWidget(Words(theme, "No source is linked.", "body", wrap=True))
    for source in sources:
        name = source.title or source.identifier
        panel.body.addWidget(Words(theme, name, "strong", wrap=True))
        panel.body.addWidget(Words(theme, address_of(source), "small", "text2", wrap=True))
        panel.body.addWidget(Words(theme, facts_of(source, today), "small", "text2", wrap=True))
        copy = Button(theme, "Copy the address", "link", "copy")
        copy.setAccessibleName(f"Copy the address of {name}")
        copy.clicked.connect(lambda _=False, s=source: _copy(s))
        panel.body.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
    row = QHBoxLayout()
    close = Button(theme, "Close", "plain", compact=True)
    close.clicked.connect(panel.close)
    row.addWidget(close)
    row.addStretch(1)
    panel.body.addLayout(row)
    panel.open_at(anchor, QRect(0, 0, anchor.width(), theme.px(28)))
    return panel


def _copy(source: Source) -> None:
    QGuiApplication.clipboard().setText(address_of(source))
