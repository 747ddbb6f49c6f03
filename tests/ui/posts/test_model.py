from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt

from app.model.post import State
from app.model.rows import PostFilter, PostRow
from tests.ui.samples import NOW, make_row
from ui.posts.model import CHUNK, ROW_ROLE, Column, PostsModel, checks_words
from ui.posts.source import Order, Wanted, ordered

ZONE = "Europe/London"
EVERYTHING = Wanted(PostFilter())


class Counted:
    """A source of made-up posts that counts what it was asked for."""

    def __init__(self, count: int) -> None:
        self.known = {n: make_row(n, f"Post {n}") for n in range(1, count + 1)}
        self.read: list[int] = []

    def ids(self, wanted: Wanted) -> Sequence[int]:
        return range(1, len(self.known) + 1)

    def rows(self, ids: Sequence[int]) -> Sequence[PostRow]:
        self.read.append(len(ids))
        return [self.known[post_id] for post_id in ids]


def test_the_list_is_a_sound_table(qtmodeltester):
    model = PostsModel(Counted(300), NOW)
    qtmodeltester.check(model)
    model.load(EVERYTHING, NOW, ZONE)
    qtmodeltester.check(model)


def test_a_hundred_thousand_posts_are_read_a_chunk_at_a_time():
    source = Counted(100_000)
    model = PostsModel(source, NOW)
    model.load(EVERYTHING, NOW, ZONE)
    assert model.rowCount() == 100_000
    assert source.read == []
    assert model.index(50_000, 0).data() == "Post 50001"
    assert model.index(50_001, 0).data() == "Post 50002"
    assert source.read == [CHUNK]
    for line in range(0, 100_000, CHUNK):
        model.row(line)
    assert len(model._rows) <= 4096 + CHUNK


def test_the_same_posts_again_keep_the_list_and_repaint(qtbot):
    model = PostsModel(Counted(5), NOW)
    model.load(EVERYTHING, NOW, ZONE)
    with qtbot.waitSignal(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.load(EVERYTHING, NOW, ZONE)


def test_cells_say_what_they_show():
    source = Counted(1)
    late = make_row(1, "Salt", state=State.REVIEW, day=date(2026, 9, 7), to_fix=2, to_confirm=1)
    source.known[1] = late
    model = PostsModel(source, NOW)
    model.load(EVERYTHING, NOW, ZONE)
    words = [model.index(0, column).data() for column in Column]
    assert words == [
        "Salt",
        "Overdue",
        "LinkedIn",
        "Mon 7 Sep, 08:00",
        "2 to fix, 1 to confirm",
        "today, 09:41",
    ]
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, Column.TITLE).data(spoken).startswith("Salt, LinkedIn, Mon 7 Sep 08:00")
    assert model.index(0, Column.DATE).data(spoken) == "Date: Mon 7 Sep, 08:00"
    assert model.index(0, 0).data(ROW_ROLE) is late
    assert model.headerData(3, Qt.Orientation.Horizontal) == "Date"
    assert model.post_id(0) == 1
    assert model.post_id(-1) == model.post_id(9) == 0
    assert (model.line_of(1), model.line_of(99)) == (0, -1)


def test_posted_posts_and_empty_drafts_speak_of_no_checks():
    assert checks_words(make_row(1, state=State.POSTED, to_fix=1)) == ""
    assert checks_words(make_row(1, state=State.DRAFT)) == ""
    assert checks_words(make_row(1, state=State.REVIEW)) == "all clear"


def test_orders_keep_posts_without_a_date_last():
    undated = make_row(1, "b", day=None)
    early = make_row(2, "C", day=date(2026, 9, 1))
    late = make_row(3, "a", day=date(2026, 9, 2))
    rows = [undated, late, early]

    def ids(order: Order, *, descending: bool = False) -> list[int]:
        return [row.id for row in ordered(rows, order, descending=descending)]

    assert ids(Order.DATE) == [2, 3, 1]
    assert ids(Order.DATE, descending=True) == [3, 2, 1]
    assert ids(Order.TITLE) == [3, 1, 2]
    assert ids(Order.BEST) == [1, 3, 2]
    assert timedelta(0) == rows[0].changed_at - NOW
