"""Every dialog over a real window, and nothing that flashes up beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.model.assessment import Check, Group, Remedy
from app.model.finding import Strength
from app.model.records import Account, Consent, Covers, Evidence, Interest, Source, SourceKind, Tie
from app.planner import Planner
from tests.ui.hands import Keys, Pointer
from ui.actions import Command
from ui.context import UiContext
from ui.dialogs.service import Dialogs
from ui.dialogs.sheet import Sheet

TODAY = date(2026, 9, 10)
CHECK = Check(
    "finding:x",
    Group.FIX,
    "Could point to one patient",
    quote="a 54-year-old teacher",
    strength=Strength.BLOCK,
    remedies=(Remedy.SET_ASIDE,),
    reason_needed=True,
)


class _Strays(QObject):
    """Sees widgets that are shown as windows of their own, even for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow)
            and watched.windowType() not in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
        ):
            self.seen.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@pytest.fixture(autouse=True)
def _no_stray_windows(qapp: QApplication) -> Iterator[None]:
    """A part that is shown before it has its place would flash up as a window."""
    strays = _Strays()
    qapp.installEventFilter(strays)
    yield
    qapp.removeEventFilter(strays)
    assert strays.seen == []


@pytest.fixture
def keys() -> Keys:
    return Keys()


@pytest.fixture
def hand() -> Pointer:
    return Pointer()


@pytest.fixture
def account(planner: Planner) -> Account:
    account = Account(
        name="Dr Maya Lindqvist", degrees="MD", networks=("linkedin", "x"), jurisdictions=("UK",)
    )
    planner.records.save_account(account)
    return account


@pytest.fixture
def post_id(planner: Planner, account: Account) -> int:
    text = "# Title\n\nA 54-year-old teacher came to my clinic. About 1 in 4 adults get AFib."
    return planner.posts.new(text, networks=("linkedin", "x")).created


@pytest.fixture
def records(planner: Planner) -> None:
    """Some of each kind, so that the dialogs start with their lists."""
    for number in range(6):
        planner.records.save_source(
            Source(
                0,
                f"source-{number}",
                SourceKind.DOI,
                f"10.1093/eurheartj/ehae17{number}",
                title=f"Guideline number {number} on the management of atrial fibrillation",
                year=2020 + number,
                evidence=Evidence.GUIDELINE,
            )
        )
    planner.records.save_consent(full_consent("C-001", networks=()))
    planner.records.save_consent(full_consent("C-002", covers=frozenset({Covers.IMAGE})))
    planner.records.save_interest(
        Interest(0, "Cardiosense", Tie.CONSULTING, "Disclosure: fees from Cardiosense.")
    )


def full_consent(code: str, **changes: object) -> Consent:
    """A record with everything a form must say."""
    known: dict[str, object] = {
        "covers": frozenset({Covers.STORY}),
        "networks": ("linkedin", "x"),
        "given_on": TODAY,
        "ends_on": date(2027, 9, 10),
        "description": "Her palpitations",
        "purpose": "Education of the public",
        "disclosed_by": "Dr Maya Lindqvist",
        "saw_final_version": True,
        "right_to_revoke_told": True,
        "redisclosure_told": True,
        "not_condition_of_care": True,
        "freely_given": True,
        "form_kept_at": "Clinic safe",
        **changes,
    }
    return Consent(0, code, "M. L.", **known)  # type: ignore[arg-type]


@dataclass
class Home:
    """A window with a text in it, over which dialogs lie.

    ``made`` counts how often New post was done; ``text`` has the keyboard at first.
    """

    window: QMainWindow
    context: UiContext
    text: QPlainTextEdit
    made: int = 0

    def make(self) -> None:
        self.made += 1


@pytest.fixture
def home(context: UiContext, qtbot: QtBot) -> Iterator[Home]:
    """The smallest window that dialogs can lie over, in front, with the keyboard in its text."""
    window = context.actions.parent()
    assert isinstance(window, QMainWindow)
    text = QPlainTextEdit("Words that stay.")
    window.setCentralWidget(text)
    home = Home(window, context, text)
    commands = {"post.new": Command(home.make), "app.quit": Command(window.close)}
    context.actions.bind("window", commands)
    with qtbot.waitExposed(window):
        window.show()
    handle = window.windowHandle()
    window.activateWindow()
    qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is handle)
    text.setFocus()
    yield home
    window.close()


OPENERS: dict[str, Callable[[Dialogs, int], None]] = {
    "consent": lambda dialogs, post: dialogs.link_consent(post),
    "source": lambda dialogs, post: dialogs.add_source(post, lambda _: None),
    "interest": lambda dialogs, post: dialogs.disclose(post, lambda _: None),
    "date": lambda dialogs, post: dialogs.choose_date(post),
    "export": lambda dialogs, post: dialogs.export(),
    "aside": lambda dialogs, post: dialogs.set_aside(post, CHECK),
    "fact": lambda dialogs, post: dialogs.correct_fact(post, "case", False, "It is a story."),
}
"""How each dialog is asked for. Without records the record dialogs start with their form."""

FIRST = {
    "consent": "Code",
    "source": "DOI, PubMed number or link",
    "interest": "Company or institution",
    "date": "Day",
    "export": "Buffer",
    "aside": "Why",
    "fact": "Why",
}
"""Where the keyboard is when a dialog opens."""


def open_dialog(home: Home, name: str, post_id: int) -> Sheet:
    dialogs = home.context.dialogs
    OPENERS[name](dialogs, post_id)
    QApplication.processEvents()
    sheet = dialogs.current
    assert sheet is not None
    return sheet


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder
